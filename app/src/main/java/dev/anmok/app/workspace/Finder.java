package dev.anmok.app.workspace;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Reason;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.ItemHit;
import dev.anmok.core.search.ItemSearch;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Answers queries by words, by a photo, or by both over an index.
///
/// @param towers of the model that made the index's vectors
/// @param index where to look
/// @param decoder how a query photo is read; asked for only if there is one
/// @param scope which photos can be found
public record Finder(
    Towers towers, PhotoIndex index, Supplier<ImageDecoder> decoder, VectorQuery.Scope scope) {
  /// How much of the direction of what is less wanted is taken off.
  private static final float LESS = 0.5f;

  /// The vector of a query by words and photos.
  ///
  /// @throws UnreadablePhotoException if a photo cannot be read as a picture
  public Embedding query(List<String> texts, List<Path> images) throws IOException {
    return query(new Wanted(texts, List.of(), images, List.of()));
  }

  /// The vector of a query: the normalised sum of the vectors of its words and its photos, minus
  /// half the one of what is less wanted.
  ///
  /// @throws UnreadablePhotoException if a photo cannot be read as a picture
  public Embedding query(Wanted wanted) throws IOException {
    var parts = new ArrayList<>(wanted.photos());
    if (!wanted.texts().isEmpty()) {
      parts.addAll(towers.texts(wanted.texts()));
    }
    if (!wanted.images().isEmpty()) {
      parts.addAll(towers.pictures(minSide -> decode(wanted.images(), minSide)));
    }
    var mean = Embedding.meanOf(parts);
    return wanted.less().isEmpty()
        ? mean
        : less(mean, Embedding.meanOf(towers.texts(wanted.less())));
  }

  private static Embedding less(Embedding wanted, Embedding unwanted) {
    float[] values = wanted.toArray();
    float[] off = unwanted.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] -= LESS * off[i];
    }
    return Embedding.normalize(wanted.space(), values);
  }

  private List<Pixels> decode(List<Path> images, int minSide) throws IOException {
    var pictures = new ArrayList<Pixels>();
    for (var image : images) {
      pictures.add(decode(image, minSide).pixels());
    }
    return pictures;
  }

  private Decoded.Image decode(Path image, int minSide) throws IOException {
    long most = DecodeLimits.DEFAULT.maxBytes();
    if (Files.size(image) > most) { // said before the file is read into memory
      throw new UnreadablePhotoException(
          image, Reason.TOO_MANY_BYTES, "at most " + (most >> 20) + " MiB are read");
    }
    return switch (decoder.get().decode(Files.readAllBytes(image), minSide)) {
      case Decoded.Image picture -> picture;
      case Decoded.Rejected(var reason, var detail) ->
          throw new UnreadablePhotoException(image, reason, detail);
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
