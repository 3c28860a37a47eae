package dev.anmok.app.table;

import dev.anmok.core.pipeline.Photo;
import java.io.IOException;
import java.io.Serializable;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The ledger's word that a part of a table is finished: written after the part's file lies in its
/// place.
///
/// @param part its number, from 0
/// @param sliceSha256 digest of the lines of the manifest that it is of
/// @param rows photos in it
/// @param rejected how many of them were rejected
/// @param bytes length of its file
/// @param sha256 digest of its file
public record FinishedPart(
    int part, String sliceSha256, int rows, int rejected, long bytes, String sha256)
    implements Serializable {
  private static final long serialVersionUID = 1;

  static final String LEDGER = "ledger";
  static final String PHOTOS = "photos";

  public FinishedPart {
    Objects.requireNonNull(sliceSha256, "sliceSha256");
    Objects.requireNonNull(sha256, "sha256");
  }

  /// Where the manifest's lines of a part stand in the folder.
  public static String sliceFile(int part) {
    return "slices/" + name(part) + ".jsonl.gz";
  }

  /// Where the photos of a part stand in the folder.
  public static String photosFile(int part) {
    return PHOTOS + "/" + name(part) + ".parquet";
  }

  /// Where the ledger's word of a part stands in the folder.
  public static String ledgerFile(int part) {
    return LEDGER + "/" + name(part) + ".json";
  }

  private static String name(int part) {
    return "part-%07d".formatted(part);
  }

  /// Holds the content of its file to the digest.
  ///
  /// @param file its place, for messages
  /// @throws IOException if it is another file than the job wrote
  public void verify(String file, byte[] content) throws IOException {
    var digest = Photo.digest(content);
    if (!digest.equals(sha256)) {
      throw new IOException(
          "%s: damaged: its SHA-256 is %s, the ledger says %s; delete it and run the job again"
              .formatted(file, digest, sha256));
    }
  }

  /// As the folder keeps it.
  public byte[] json() {
    return new JsonMapper().writeValueAsBytes(this);
  }

  /// Reads what [#json] gave.
  ///
  /// @param where for messages
  public static FinishedPart parse(String where, byte[] json) throws IOException {
    try {
      return new JsonMapper().readValue(json, FinishedPart.class);
    } catch (JacksonException e) {
      throw new IOException(where + ": damaged: " + e.getOriginalMessage(), e);
    }
  }
}
