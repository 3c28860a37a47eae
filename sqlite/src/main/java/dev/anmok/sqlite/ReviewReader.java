package dev.anmok.sqlite;

import dev.anmok.core.pipeline.MachineVerdict;
import dev.anmok.core.pipeline.PhotoInReview;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.quality.Detail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// How reviews, and photos with their reviews, are queried and read.
final class ReviewReader {
  private static final String COLUMNS =
      """
      review.id, photo.sha256, review.subject, review.verdict, kind, reviewer, at,
        review.machine, review.method, review.version, review.score\
      """;

  static final String REVIEWS =
      "SELECT " + COLUMNS + " FROM review JOIN photo ON photo.id = review.photo ";

  /// Holds for the review of its photo and subject that stands.
  static final String STANDS =
      """
      review.id = (SELECT said.id FROM review AS said
        WHERE said.photo = review.photo AND said.subject = review.subject
        ORDER BY said.verdict = 'skip', said.id DESC LIMIT 1)
      """;

  /// Accepted photos with subject ?1 and version ?2. The first columns are those of
  /// [PhotoReader#PLACED] without the vector.
  static final String PHOTOS =
      """
      SELECT entry.uri, coalesce(item.name, ''),
        photo.sha256, photo.bytes, photo.format, photo.width, photo.height,
        perceptual_hash, luma_mean, luma_std, laplacian_std, NULL, photo.taken,
        pixels, sharpness, noise_sigma, blockiness, dark_share, bright_share, blur,
        %s,
        (SELECT count(DISTINCT said.verdict) > 1 FROM review AS said
          WHERE said.photo = photo.id AND said.subject = ?1 AND said.verdict <> 'skip'
          AND NOT EXISTS (SELECT 1 FROM review AS later
            WHERE later.photo = said.photo AND later.subject = said.subject
            AND later.reviewer = said.reviewer AND later.verdict <> 'skip' AND later.id > said.id)),
        audit.machine, audit.method, audit.version, audit.score
      FROM photo
      CROSS JOIN measure ON measure.photo = photo.id
      CROSS JOIN entry ON entry.id =
        (SELECT place.id FROM entry AS place WHERE place.photo = photo.id ORDER BY uri LIMIT 1)
      LEFT JOIN item ON item.id = entry.item
      LEFT JOIN detail ON detail.photo = photo.id AND detail.definition = '%s'
      LEFT JOIN review ON review.id =
        (SELECT said.id FROM review AS said WHERE said.photo = photo.id AND said.subject = ?1
          ORDER BY said.verdict = 'skip', said.id DESC LIMIT 1)
      LEFT JOIN audit
        ON audit.photo = photo.id AND audit.subject = ?1 AND audit.version = ?2
      """
          .formatted(COLUMNS, Detail.DEFINITION);

  private static final int REVIEW = 21;
  private static final int DISPUTED = REVIEW + 11;

  private ReviewReader() {}

  static Review review(ResultSet row) throws SQLException {
    return review(row, 1);
  }

  private static Review review(ResultSet row, int first) throws SQLException {
    return new Review(
        HexFormat.of().formatHex(row.getBytes(first + 1)),
        row.getString(first + 2),
        row.getString(first + 3),
        row.getString(first + 4),
        row.getString(first + 5),
        Instant.parse(row.getString(first + 6)),
        machine(row, first + 7));
  }

  static PhotoInReview photo(ResultSet row) throws SQLException {
    row.getLong(REVIEW);
    boolean none = row.wasNull();
    return new PhotoInReview(
        PhotoReader.photo(row),
        row.getString(1),
        row.getString(2),
        none ? null : review(row, REVIEW),
        row.getBoolean(DISPUTED),
        machine(row, DISPUTED + 1));
  }

  private static @Nullable MachineVerdict machine(ResultSet row, int first) throws SQLException {
    var verdict = row.getString(first);
    if (verdict == null) {
      return null;
    }
    double score = row.getDouble(first + 3);
    boolean none = row.wasNull();
    return new MachineVerdict(
        verdict, row.getString(first + 1), row.getString(first + 2), none ? Double.NaN : score);
  }
}
