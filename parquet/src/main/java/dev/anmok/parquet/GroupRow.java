package dev.anmok.parquet;

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
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/// Reads what [RowGroup] made.
///
/// @param space of the file's embeddings
record GroupRow(VectorSpace space) {
  /// @throws IllegalArgumentException if a value breaks a rule
  PhotoRow of(Group group) {
    var source = new SourcePhoto(text(group, "uri"), item(group));
    var outcome =
        switch (text(group, "outcome")) {
          case RowGroup.ACCEPTED -> new Outcome.Processed(photo(group), embedding(group));
          case RowGroup.REJECTED ->
              new Outcome.Rejected(
                  textOrNull(group, "sha256"),
                  Reason.parse(text(group, "reason")),
                  text(group, "reason_detail"));
          case String other ->
              throw new IllegalArgumentException("outcome '" + other + "' is none");
        };
    var scores = new LinkedHashMap<String, Double>();
    var pairs = group.getGroup("scores", 0);
    for (int i = 0; i < pairs.getFieldRepetitionCount("key_value"); i++) {
      var pair = pairs.getGroup("key_value", i);
      scores.put(text(pair, "key"), number(pair, "value"));
    }
    return new PhotoRow(
        group.getLong("row", 0),
        new Ingested(
            source, longOrUnknown(group, "size"), longOrUnknown(group, "modified"), outcome),
        scores);
  }

  private static @Nullable Item item(Group group) {
    var id = textOrNull(group, "item");
    if (id == null) {
      return null;
    }
    var metadata = new LinkedHashMap<String, String>();
    if (has(group, "metadata")) {
      var pairs = group.getGroup("metadata", 0);
      for (int i = 0; i < pairs.getFieldRepetitionCount("key_value"); i++) {
        var pair = pairs.getGroup("key_value", i);
        metadata.put(text(pair, "key"), text(pair, "value"));
      }
    }
    return new Item(id, text(group, "title"), metadata);
  }

  private static Photo photo(Group group) {
    var taken = textOrNull(group, "taken");
    var facts =
        new ImageFacts(
            text(group, "format"),
            group.getInteger("width", 0),
            group.getInteger("height", 0),
            taken == null ? null : LocalDateTime.parse(taken));
    var measures =
        new Measures(
            group.getLong("perceptual_hash", 0),
            number(group, "luma_mean"),
            number(group, "luma_std"),
            number(group, "laplacian_std"));
    var detail = has(group, "native") ? detail(group.getGroup("native", 0)) : null;
    return new Photo(text(group, "sha256"), group.getLong("bytes", 0), facts, measures, detail);
  }

  private static Detail detail(Group group) {
    return new Detail(
        text(group, "pixels"),
        number(group, "sharpness"),
        number(group, "noise_sigma"),
        number(group, "blockiness"),
        number(group, "dark_share"),
        number(group, "bright_share"),
        BlurMeasures.of(blur(group.getGroup("blur", 0))));
  }

  private static Map<BlurMeasure, Double> blur(Group pairs) {
    var values = new EnumMap<BlurMeasure, Double>(BlurMeasure.class);
    for (int i = 0; i < pairs.getFieldRepetitionCount("key_value"); i++) {
      var pair = pairs.getGroup("key_value", i);
      double value = pair.getFloat("value", 0);
      BlurMeasure.parse(text(pair, "key")).ifPresent(measure -> values.put(measure, value));
    }
    return values;
  }

  private Embedding embedding(Group group) {
    var list = group.getGroup("embedding", 0);
    var values = new float[list.getFieldRepetitionCount("list")];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.getGroup("list", i).getFloat("element", 0);
    }
    return Embedding.ofUnit(space, values);
  }

  private static boolean has(Group group, String field) {
    return group.getFieldRepetitionCount(field) > 0;
  }

  private static String text(Group group, String field) {
    if (!has(group, field)) {
      throw new IllegalArgumentException("'" + field + "' is missing");
    }
    return group.getString(field, 0);
  }

  private static @Nullable String textOrNull(Group group, String field) {
    return has(group, field) ? group.getString(field, 0) : null;
  }

  private static double number(Group group, String field) {
    return group.getDouble(field, 0);
  }

  private static long longOrUnknown(Group group, String field) {
    return has(group, field) ? group.getLong(field, 0) : PhotoBytes.UNKNOWN;
  }
}
