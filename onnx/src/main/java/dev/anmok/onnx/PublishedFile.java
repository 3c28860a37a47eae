package dev.anmok.onnx;

import dev.anmok.onnx.PackJson.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// A file of a public model on a hub.
///
/// @param name what it is called in the pack
/// @param repository on the hub, for example `Xenova/clip-vit-base-patch32`
/// @param revision a branch, a tag or a commit
/// @param path within the repository
/// @param bytes its length, if it is known
/// @param sha256 its digest, if it is known; otherwise that of the first pull holds
/// @param mostBytes more is not taken where the length is not known
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
public record PublishedFile(
    String name,
    String repository,
    String revision,
    String path,
    OptionalLong bytes,
    Optional<String> sha256,
    long mostBytes) {
  private static final Range BYTES = new Range(0, 1L << 40);
  private static final String PART = "[A-Za-z0-9][A-Za-z0-9._-]{0,95}";

  /// What holds for all files of a description unless one says otherwise.
  record Origin(String repository, String revision, long mostBytes) {}

  /// The same file of another revision: what was known of it does not hold there.
  public PublishedFile at(String other) {
    if (other.equals(revision)) {
      return this;
    }
    return new PublishedFile(
        name, repository, other, path, OptionalLong.empty(), Optional.empty(), mostBytes);
  }

  /// More bytes than these are not taken: its length if that is known, else [#mostBytes].
  public long limit() {
    return bytes.orElse(mostBytes);
  }

  /// The SHA-256 of a file, in lower-case hexadecimal digits.
  public static String digestOf(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Digests.sha256(in);
    }
  }

  /// Whether a text may be a revision: no way to leave the repository by it.
  public static boolean isRevision(String text) {
    return text.matches(PART) && !text.contains("..");
  }

  static PublishedFile parse(String file, String name, PackJson json, Origin origin)
      throws IOException {
    json.only("path", "bytes", "sha256", "most_bytes", "repository", "revision");
    var sha256 = json.text("sha256", "");
    if (!sha256.isEmpty() && !sha256.matches("[0-9a-f]{64}")) {
      throw json.wrong("sha256", "64 lower-case hexadecimal digits");
    }
    var repository = json.text("repository", origin.repository());
    if (!repository.matches(PART + "/" + PART) || repository.contains("..")) {
      throw json.wrong("repository", "of the form owner/name");
    }
    var revision = json.text("revision", origin.revision());
    if (!isRevision(revision)) {
      throw json.wrong("revision", "a branch, a tag or a commit");
    }
    var bytes =
        json.names().contains("bytes")
            ? OptionalLong.of(json.whole("bytes", BYTES))
            : OptionalLong.empty();
    long most =
        json.names().contains("most_bytes") ? json.whole("most_bytes", BYTES) : origin.mostBytes();
    return new PublishedFile(
        name,
        repository,
        revision,
        PackFile.checkName(file, "path", json.text("path")),
        bytes,
        sha256.isEmpty() ? Optional.empty() : Optional.of(sha256),
        most);
  }
}
