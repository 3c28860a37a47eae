package dev.anmok.app.workspace;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.pipeline.Stages;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.ItemHit;
import dev.anmok.core.search.ItemSearch;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Answers queries by words, by a photo, or by both over an index. The towers of the model are
/// opened when they are first needed, and closed again with each query's answer.
///
/// @param pack the model that made the index's vectors
/// @param index where to look
/// @param decoder how a query photo is read; asked for only if there is one
/// @param scope which photos can be found
public record Finder(
    ModelPack pack, PhotoIndex index, Supplier<ImageDecoder> decoder, VectorQuery.Scope scope) {

  /// The vector of a query: the normalised sum of the vectors of its words and its photos.
  ///
  /// @throws IOException if a photo cannot be read as a picture
  public Embedding query(List<String> texts, List<Path> images) throws IOException {
    var parts = new ArrayList<Embedding>();
    if (!texts.isEmpty()) {
      try (var encoder = pack.texts()) {
        parts.addAll(encoder.encode(texts));
      }
    }
    if (!images.isEmpty()) {
      try (var encoder = pack.images()) {
        int minSide = Stages.minSide(encoder);
        for (var image : images) {
          parts.addAll(encoder.encode(List.of(decode(image, minSide).pixels())));
        }
      }
    }
    return Embedding.meanOf(parts);
  }

  private Decoded.Image decode(Path image, int minSide) throws IOException {
    long most = DecodeLimits.DEFAULT.maxBytes();
    if (Files.size(image) > most) { // said before the file is read into memory
      throw new IOException(image + ": too_many_bytes: at most " + (most >> 20) + " MiB are read");
    }
    return switch (decoder.get().decode(Files.readAllBytes(image), minSide)) {
      case Decoded.Image picture -> picture;
      case Decoded.Rejected(var reason, var detail) ->
          throw new IOException(image + ": " + reason.code() + ": " + detail);
    };
  }

  /// The photos nearest to a query.
  public List<Hit> photos(Embedding query, int k) throws IOException {
    return index.search(new VectorQuery(query, k, scope, VectorQuery.Mode.AUTO));
  }

  /// The items nearest to a query.
  public List<ItemHit> items(Embedding query, int k) throws IOException {
    return new ItemSearch(index).search(query, k, scope, Set.of());
  }

  /// The items most like an item, given vectors of its photos.
  public List<ItemHit> similar(String item, List<Embedding> photos, int k) throws IOException {
    return new ItemSearch(index).similar(item, photos, k, scope);
  }
}
