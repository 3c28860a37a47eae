package dev.anmok.sqlite;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.Stage;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Writes a photo with its measures, its details, its embedding and its ledger. A new embedding of
/// a photo that is already in use counts as a change of its entries.
final class PhotoWriter {
  /// The ledger's space of stages that know none.
  static final int NO_SPACE = 0;

  private final Transaction transaction;
  private final Session session;
  private final Map<VectorSpace, Long> spaces = new HashMap<>();

  PhotoWriter(Transaction transaction) {
    this.transaction = transaction;
    this.session = transaction.session();
  }

  /// The row id of a photo known by its digest.
  Optional<Long> find(String sha256) throws SQLException {
    return session.first(
        row -> row.getLong(1),
        "SELECT id FROM photo WHERE sha256 = ?",
        HexFormat.of().parseHex(sha256));
  }

  /// Returns the photo's row id.
  long write(Outcome.Processed processed) throws SQLException {
    long photo = write(processed.photo());
    complete(photo, processed.photo());
    writeMeasures(photo, processed.photo().measures());
    long space = space(processed.embedding().space());
    writeEmbedding(photo, space, processed.embedding());
    finish(photo, Stage.DECODE, NO_SPACE);
    finish(photo, Stage.MEASURE, NO_SPACE);
    finish(photo, Stage.EMBED, space);
    return photo;
  }

  /// Adds what a photo of an earlier run, or of an earlier version, lacks: the time it was taken
  /// and its details.
  void complete(long row, Photo photo) throws SQLException {
    var taken = photo.facts().taken();
    if (taken.isPresent()) {
      session.update(
          "UPDATE photo SET taken = ?1 WHERE id = ?2 AND taken IS NOT ?1",
          taken.get().toString(),
          row);
    }
    var detail = photo.detail();
    if (detail.isPresent()) {
      writeDetail(row, detail.get());
      finish(row, Stage.DETAIL, NO_SPACE);
      if (detail.get().blur().has(BlurMeasure.BDNET)) {
        finish(row, Stage.NET, NO_SPACE);
      }
    }
  }

  private void writeDetail(long photo, Detail detail) throws SQLException {
    replace(
        "detail",
        "definition, pixels, sharpness, noise_sigma, blockiness, dark_share, bright_share, blur",
        photo,
        Detail.DEFINITION,
        HexFormat.of().parseHex(detail.pixels()),
        detail.sharpness(),
        detail.noiseSigma(),
        detail.blockiness(),
        detail.darkShare(),
        detail.brightShare(),
        BlurText.of(detail.blur()));
  }

  private long write(Photo photo) throws SQLException {
    var known = find(photo.sha256());
    if (known.isPresent()) {
      return known.get();
    }
    var facts = photo.facts();
    session.update(
        "INSERT INTO photo (sha256, bytes, format, width, height) VALUES (?, ?, ?, ?, ?)",
        HexFormat.of().parseHex(photo.sha256()),
        photo.bytes(),
        facts.format(),
        facts.width(),
        facts.height());
    return session.insertedId();
  }

  private void writeMeasures(long photo, Measures measures) throws SQLException {
    replace(
        "measure",
        "definition, perceptual_hash, luma_mean, luma_std, laplacian_std",
        photo,
        Measures.DEFINITION,
        measures.perceptualHash(),
        measures.lumaMean(),
        measures.lumaStd(),
        measures.laplacianStd());
  }

  /// Writes a photo's row of a table where it is new or another one.
  ///
  /// @param columns all but `photo`
  /// @param values the photo first
  private void replace(String table, String columns, Object... values) throws SQLException {
    var ours = "excluded." + columns.replace(", ", ", excluded.");
    int changed =
        session.update(
            "INSERT INTO %1$s (photo, %2$s) VALUES (?%4$s) ON CONFLICT (photo) DO UPDATE SET"
                    .formatted(table, columns, ours, ", ?".repeat(values.length - 1))
                + " (%2$s) = (%3$s) WHERE (%2$s) <> (%3$s)".formatted(table, columns, ours),
            values);
    if (changed > 0) {
      transaction.changePhotos();
    }
  }

  private void writeEmbedding(long photo, long space, Embedding embedding) throws SQLException {
    int changed =
        session.update(
            """
            INSERT INTO embedding (photo, space, vector) VALUES (?, ?, ?)
            ON CONFLICT (photo, space) DO UPDATE SET vector = excluded.vector
            WHERE vector <> excluded.vector\
            """,
            photo,
            space,
            Vectors.toBlob(embedding));
    if (changed > 0) {
      transaction.changePhotos();
    }
    if (changed > 0 && session.number("SELECT count(*) FROM entry WHERE photo = ?", photo) > 0) {
      session.update("UPDATE entry SET seq = ? WHERE photo = ?", transaction.generation(), photo);
    }
  }

  private void finish(long photo, Stage stage, long space) throws SQLException {
    session.update(
        "INSERT OR IGNORE INTO ledger (photo, stage, space) VALUES (?, ?, ?)",
        photo,
        stage.code(),
        space);
  }

  private long space(VectorSpace space) throws SQLException {
    var cached = spaces.get(space);
    if (cached != null) {
      return cached;
    }
    long id = SpaceRows.of(session, space);
    spaces.put(space, id);
    return id;
  }
}
