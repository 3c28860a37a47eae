package dev.anmok.parquet;

import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.jspecify.annotations.Nullable;

/// Turns rows into records of [PhotoSchema#TYPE].
record RowGroup(PhotoTable table) {
  static final String ACCEPTED = "accepted";
  static final String REJECTED = "rejected";

  Group of(PhotoRow row) {
    var group = new SimpleGroup(PhotoSchema.TYPE);
    group.add("row", row.number());
    var ingested = row.ingested();
    group.add("uri", ingested.source().uri());
    item(group, ingested.source().itemOrNull());
    place(group, ingested);
    switch (ingested.outcome()) {
      case Outcome.Processed(var photo, var embedding) -> {
        group.add("outcome", ACCEPTED);
        photo(group, photo);
        if (!embedding.space().equals(table.space())) {
          throw new IllegalArgumentException(
              "the table is of "
                  + table.space().id()
                  + ", the vector of "
                  + embedding.space().id());
        }
        var values = group.addGroup("embedding");
        for (float value : embedding.toArray()) {
          values.addGroup("list").add("element", value);
        }
      }
      case Outcome.Rejected(var sha256, var reason, var detail) -> {
        group.add("outcome", REJECTED);
        group.add("reason", reason.code());
        group.add("reason_detail", detail);
        if (sha256 != null) {
          group.add("sha256", sha256);
        }
      }
      case Outcome.Known _, Outcome.Detailed _ ->
          throw new IllegalArgumentException("not a whole outcome: " + ingested.outcome());
    }
    group.add("space", table.space().id());
    var scores = group.addGroup("scores");
    row.scores()
        .forEach(
            (name, value) -> scores.addGroup("key_value").append("key", name).add("value", value));
    group.add("profile", table.profile());
    return group;
  }

  private static void item(Group group, @Nullable Item item) {
    if (item == null) {
      return;
    }
    group.add("item", item.id());
    group.add("title", item.title());
    var metadata = group.addGroup("metadata");
    item.metadata()
        .forEach(
            (key, value) -> metadata.addGroup("key_value").append("key", key).add("value", value));
  }

  private static void place(Group group, Ingested ingested) {
    if (ingested.sizeBytes() != PhotoBytes.UNKNOWN) {
      group.add("size", ingested.sizeBytes());
    }
    if (ingested.modifiedMillis() != PhotoBytes.UNKNOWN) {
      group.add("modified", ingested.modifiedMillis());
    }
  }

  private static void photo(Group group, Photo photo) {
    group.add("sha256", photo.sha256());
    group.add("bytes", photo.bytes());
    facts(group, photo.facts());
    measures(group, photo.measures());
    photo.detail().ifPresent(detail -> detail(group.addGroup("native"), detail));
  }

  private static void facts(Group group, ImageFacts facts) {
    group.add("format", facts.format());
    group.add("width", facts.width());
    group.add("height", facts.height());
    facts.taken().ifPresent(taken -> group.add("taken", taken.toString()));
  }

  private static void measures(Group group, Measures measures) {
    group.add("perceptual_hash", measures.perceptualHash());
    group.add("luma_mean", measures.lumaMean());
    group.add("luma_std", measures.lumaStd());
    group.add("laplacian_std", measures.laplacianStd());
  }

  private static void detail(Group group, Detail detail) {
    group.add("pixels", detail.pixels());
    detail.named().forEach((name, value) -> group.add(name, value));
    var blur = group.addGroup("blur");
    detail
        .blur()
        .values()
        .forEach((name, value) ->
            blur.addGroup("key_value").append("key", name).add("value", (float) (double) value));
  }
}
