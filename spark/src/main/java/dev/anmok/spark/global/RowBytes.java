package dev.anmok.spark.global;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurMeasures;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Rows as bytes on their way between nodes: all that questions ask of them, to the last bit. When
/// a file was looked at and how large it was is left out.
///
/// @param space of the vectors
record RowBytes(VectorSpace space) implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int PROCESSED = 0;
  private static final int KNOWN = 1;
  private static final int REJECTED = 2;

  byte[] of(Ingested row) throws IOException {
    var bytes = new ByteArrayOutputStream(256 + 4 * space.dimension());
    try (var out = new DataOutputStream(bytes)) {
      source(out, row.source());
      switch (row.outcome()) {
        case Outcome.Processed(var photo, var embedding) -> {
          out.writeByte(PROCESSED);
          photo(out, photo);
          for (float value : embedding.toArray()) {
            out.writeFloat(value);
          }
        }
        case Outcome.Known(var sha256) -> {
          out.writeByte(KNOWN);
          text(out, sha256);
        }
        case Outcome.Rejected rejected -> {
          out.writeByte(REJECTED);
          text(out, rejected.sha256OrNull());
          text(out, rejected.reason().code());
          text(out, rejected.detail());
        }
        case Outcome.Detailed detailed ->
            throw new IllegalArgumentException("not a whole outcome: " + detailed);
      }
    }
    return bytes.toByteArray();
  }

  Ingested parse(byte[] bytes) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    var source = source(in);
    var outcome =
        switch (in.readByte()) {
          case PROCESSED -> new Outcome.Processed(photo(in), embedding(in));
          case KNOWN -> new Outcome.Known(text(in));
          default -> new Outcome.Rejected(textOrNull(in), Reason.parse(text(in)), text(in));
        };
    return new Ingested(source, PhotoBytes.UNKNOWN, PhotoBytes.UNKNOWN, outcome);
  }

  private static void source(DataOutputStream out, SourcePhoto source) throws IOException {
    text(out, source.uri());
    var item = source.itemOrNull();
    text(out, item == null ? null : item.id());
    if (item != null) {
      text(out, item.title());
      out.writeInt(item.metadata().size());
      for (var pair : item.metadata().entrySet()) {
        text(out, pair.getKey());
        text(out, pair.getValue());
      }
    }
  }

  private static SourcePhoto source(DataInputStream in) throws IOException {
    var uri = text(in);
    var id = textOrNull(in);
    if (id == null) {
      return new SourcePhoto(uri, null);
    }
    var title = text(in);
    var metadata = new LinkedHashMap<String, String>();
    for (int left = in.readInt(); left > 0; left--) {
      metadata.put(text(in), text(in));
    }
    return new SourcePhoto(uri, new Item(id, title, metadata));
  }

  private static void photo(DataOutputStream out, Photo photo) throws IOException {
    text(out, photo.sha256());
    out.writeLong(photo.bytes());
    var facts = photo.facts();
    text(out, facts.format());
    out.writeInt(facts.width());
    out.writeInt(facts.height());
    text(out, facts.taken().map(LocalDateTime::toString).orElse(null));
    var measures = photo.measures();
    out.writeLong(measures.perceptualHash());
    out.writeDouble(measures.lumaMean());
    out.writeDouble(measures.lumaStd());
    out.writeDouble(measures.laplacianStd());
    detail(out, photo.detailOrNull());
  }

  private static Photo photo(DataInputStream in) throws IOException {
    var sha256 = text(in);
    long length = in.readLong();
    var format = text(in);
    int width = in.readInt();
    int height = in.readInt();
    var taken = textOrNull(in);
    var facts =
        new ImageFacts(format, width, height, taken == null ? null : LocalDateTime.parse(taken));
    var measures = new Measures(in.readLong(), in.readDouble(), in.readDouble(), in.readDouble());
    return new Photo(sha256, length, facts, measures, detail(in));
  }

  private static void detail(DataOutputStream out, @Nullable Detail detail) throws IOException {
    text(out, detail == null ? null : detail.pixels());
    if (detail == null) {
      return;
    }
    out.writeDouble(detail.sharpness());
    out.writeDouble(detail.noiseSigma());
    out.writeDouble(detail.blockiness());
    out.writeDouble(detail.darkShare());
    out.writeDouble(detail.brightShare());
    for (var measure : BlurMeasure.values()) {
      out.writeFloat((float) detail.blur().value(measure)); // not a number where it is absent
    }
  }

  private static @Nullable Detail detail(DataInputStream in) throws IOException {
    var pixels = textOrNull(in);
    if (pixels == null) {
      return null;
    }
    double sharpness = in.readDouble();
    double noise = in.readDouble();
    double blockiness = in.readDouble();
    double dark = in.readDouble();
    double bright = in.readDouble();
    var blur = new EnumMap<BlurMeasure, Double>(BlurMeasure.class);
    for (var measure : BlurMeasure.values()) {
      double value = in.readFloat();
      if (!Double.isNaN(value)) {
        blur.put(measure, value);
      }
    }
    return new Detail(pixels, sharpness, noise, blockiness, dark, bright, BlurMeasures.of(blur));
  }

  private Embedding embedding(DataInputStream in) throws IOException {
    var values = new float[space.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return Embedding.ofUnit(space, values);
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    var text = textOrNull(in);
    if (text == null) {
      throw new IOException("a row on its way between nodes lacks a text");
    }
    return text;
  }

  private static @Nullable String textOrNull(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
