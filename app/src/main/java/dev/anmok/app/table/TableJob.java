package dev.anmok.app.table;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a folder of a table holds the photos of. A job writes it before its first part; another job
/// may not write to the folder.
///
/// @param form version of the folder's layout
/// @param manifest what was read, as it was named
/// @param manifestSha256 digest of all its slices' digests
/// @param profile name or path of the profile
/// @param profileText the profile as its file said it
/// @param model id of the model pack
/// @param space short name of the vector space
/// @param batch photos encoded together
/// @param partSize photos of a part, a multiple of `batch`; the last part may have fewer
/// @param allowUrls whether photos of public URLs were fetched; without it each is a rejection;
///   null in a table of an earlier version, which can be read but not gone on with
/// @param parts number of parts
/// @param photos lines of the manifest
public record TableJob(
    String form,
    String manifest,
    String manifestSha256,
    String profile,
    String profileText,
    String model,
    String space,
    int batch,
    int partSize,
    @Nullable Boolean allowUrls,
    int parts,
    long photos) {
  /// The layout that this version reads and writes.
  public static final String FORM = "photos-1";

  /// Where it stands in the folder.
  public static final String FILE = "job.json";

  public TableJob {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(manifestSha256, "manifestSha256");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(profileText, "profileText");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(space, "space");
  }

  /// As the folder keeps it.
  public byte[] bytes() {
    return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }

  /// Reads what [#bytes] gave.
  ///
  /// @param where for messages
  public static TableJob parse(String where, byte[] bytes) throws IOException {
    try {
      var job = new JsonMapper().readValue(bytes, TableJob.class);
      if (!job.form.equals(FORM)) {
        throw new IOException(where + ": of the form " + job.form + ", this version reads " + FORM);
      }
      return job;
    } catch (JacksonException e) {
      throw new IOException(
          where + ": not a table's job.json, or a damaged one: " + e.getOriginalMessage(), e);
    }
  }

  /// Why another job may not go on in this one's folder, if it may not: the first thing in which
  /// the two differ.
  public Optional<String> differenceTo(TableJob other) {
    if (!space.equals(other.space)) {
      return difference("the vector space", space, other.space);
    }
    if (!profileText.equals(other.profileText)) {
      return profile.equals(other.profile)
          ? Optional.of("an earlier text of the profile " + profile)
          : difference("the profile", profile, other.profile);
    }
    if (!manifestSha256.equals(other.manifestSha256)) {
      return manifest.equals(other.manifest)
          ? Optional.of("an earlier content of the manifest " + manifest)
          : difference("the manifest", manifest, other.manifest);
    }
    if (batch != other.batch || partSize != other.partSize) {
      return difference(
          "parts and batches", partSize + "/" + batch, other.partSize + "/" + other.batch);
    }
    if (allowUrls == null) {
      return Optional.of("an earlier version, which did not say whether URLs are fetched");
    }
    if (!allowUrls.equals(other.allowUrls)) {
      return Optional.of(
          allowUrls
              ? "--allow-urls, not without it"
              : "URLs rejected, not fetched as --allow-urls asks for");
    }
    return Optional.empty();
  }

  private static Optional<String> difference(String what, String ours, String theirs) {
    return Optional.of(what + " " + ours + ", not " + theirs);
  }
}
