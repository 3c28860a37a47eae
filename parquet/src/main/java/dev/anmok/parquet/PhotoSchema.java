package dev.anmok.parquet;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/// The columns of a table of photos.
final class PhotoSchema {
  static final MessageType TYPE =
      MessageTypeParser.parseMessageType(
          """
          message photo {
            required int64 row;
            required binary uri (STRING);
            optional binary item (STRING);
            optional binary title (STRING);
            optional group metadata (MAP) {
              repeated group key_value {
                required binary key (STRING);
                required binary value (STRING);
              }
            }
            required binary outcome (STRING);
            optional binary reason (STRING);
            optional binary reason_detail (STRING);
            optional binary sha256 (STRING);
            optional int64 size;
            optional int64 modified (TIMESTAMP(MILLIS,true));
            optional int64 bytes;
            optional binary format (STRING);
            optional int32 width;
            optional int32 height;
            optional binary taken (STRING);
            optional int64 perceptual_hash;
            optional double luma_mean;
            optional double luma_std;
            optional double laplacian_std;
            optional group native {
              required binary pixels (STRING);
              required double sharpness;
              required double noise_sigma;
              required double blockiness;
              required double dark_share;
              required double bright_share;
              required group blur (MAP) {
                repeated group key_value {
                  required binary key (STRING);
                  required float value;
                }
              }
            }
            optional group embedding (LIST) {
              repeated group list {
                required float element;
              }
            }
            required binary space (STRING);
            required group scores (MAP) {
              repeated group key_value {
                required binary key (STRING);
                required double value;
              }
            }
            required binary profile (STRING);
          }
          """);

  private PhotoSchema() {}

  /// Refuses a file with other columns and names the first that differs.
  static void require(Path file, MessageType found) throws IOException {
    for (var column : TYPE.getFields()) {
      if (!found.containsField(column.getName())) {
        throw new IOException(
            file + ": of another schema: there is no column '" + column.getName() + "'");
      }
      var theirs = found.getType(column.getName());
      if (!theirs.equals(column)) {
        throw new IOException(
            "%s: of another schema: column '%s' is %s, expected %s"
                .formatted(file, column.getName(), oneLine(theirs), oneLine(column)));
      }
    }
  }

  private static String oneLine(Object type) {
    return type.toString().replaceAll("\\s+", " ");
  }
}
