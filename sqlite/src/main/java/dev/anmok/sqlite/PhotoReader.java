package dev.anmok.sqlite;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.pipeline.RejectedPhoto;
import dev.anmok.core.quality.Measures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/// How placed and rejected photos are queried and read.
final class PhotoReader {
  /// Accepted photos with their vector in the space whose id is the first parameter. The order of
  /// the joins is fixed, so that an order of entries is read from an index, not sorted.
  static final String PLACED =
      """
      SELECT entry.uri, coalesce(item.name, ''),
        photo.sha256, photo.bytes, photo.format, photo.width, photo.height,
        perceptual_hash, luma_mean, luma_std, laplacian_std, vector
      FROM entry
      CROSS JOIN photo ON photo.id = entry.photo
      CROSS JOIN measure ON measure.photo = photo.id
      CROSS JOIN embedding ON embedding.photo = photo.id
        AND embedding.space = (SELECT id FROM space WHERE name = ?)
      LEFT JOIN item ON item.id = entry.item
      """;

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

  private static Photo photo(ResultSet row) throws SQLException {
    return new Photo(
        HexFormat.of().formatHex(row.getBytes(3)),
        row.getLong(4),
        new ImageFacts(row.getString(5), row.getInt(6), row.getInt(7)),
        new Measures(row.getLong(8), row.getDouble(9), row.getDouble(10), row.getDouble(11)));
  }

  static RejectedPhoto rejected(ResultSet row) throws SQLException {
    return new RejectedPhoto(
        row.getString(1), row.getString(2), Reason.parse(row.getString(3)), row.getString(4));
  }
}
