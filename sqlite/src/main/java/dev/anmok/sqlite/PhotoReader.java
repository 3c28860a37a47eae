package dev.anmok.sqlite;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.pipeline.RejectedPhoto;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// How placed and rejected photos are queried and read.
final class PhotoReader {
  /// Accepted photos with their vector in the space whose id is the first parameter. The order of
  /// the joins is fixed, so that an order of entries is read from an index, not sorted.
  static final String PLACED =
      """
      SELECT entry.uri, coalesce(item.name, ''),
        photo.sha256, photo.bytes, photo.format, photo.width, photo.height,
        perceptual_hash, luma_mean, luma_std, laplacian_std, vector, photo.taken,
        pixels, sharpness, noise_sigma, blockiness, dark_share, bright_share, blur
      FROM entry
      CROSS JOIN photo ON photo.id = entry.photo
      CROSS JOIN measure ON measure.photo = photo.id
      CROSS JOIN embedding ON embedding.photo = photo.id
        AND embedding.space = (SELECT id FROM space WHERE name = ?)
      LEFT JOIN detail ON detail.photo = photo.id AND detail.definition = '%s'
      LEFT JOIN item ON item.id = entry.item
      """
          .formatted(Detail.DEFINITION);

  static final String REJECTED =
      """
      SELECT entry.uri, coalesce(item.name, ''), reason, coalesce(detail, '')
      FROM entry LEFT JOIN item ON item.id = entry.item
      WHERE reason IS NOT NULL
      """;

  private PhotoReader() {}

  static Session.Row<PlacedPhoto> placed(VectorSpace space) {
    return row ->
        new PlacedPhoto(
            row.getString(1),
            row.getString(2),
            photo(row),
            Vectors.ofBlob(space, row.getBytes(12)));
  }

  /// The photo of a row whose columns 3 to 20 are those of [#PLACED], the vector apart.
  static Photo photo(ResultSet row) throws SQLException {
    return new Photo(
        HexFormat.of().formatHex(row.getBytes(3)),
        row.getLong(4),
        new ImageFacts(row.getString(5), row.getInt(6), row.getInt(7), taken(row.getString(13))),
        new Measures(row.getLong(8), row.getDouble(9), row.getDouble(10), row.getDouble(11)),
        detail(row));
  }

  private static @Nullable LocalDateTime taken(@Nullable String text) {
    return text == null ? null : LocalDateTime.parse(text);
  }

  private static @Nullable Detail detail(ResultSet row) throws SQLException {
    byte[] pixels = row.getBytes(14);
    return pixels == null
        ? null
        : new Detail(
            HexFormat.of().formatHex(pixels),
            row.getDouble(15),
            row.getDouble(16),
            row.getDouble(17),
            row.getDouble(18),
            row.getDouble(19),
            BlurText.parse(row.getString(20)));
  }

  static RejectedPhoto rejected(ResultSet row) throws SQLException {
    return new RejectedPhoto(
        row.getString(1), row.getString(2), Reason.parse(row.getString(3)), row.getString(4));
  }
}
