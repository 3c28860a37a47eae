package dev.anmok.spark;

import dev.anmok.app.table.FinishedPart;
import dev.anmok.app.table.TableJob;
import dev.anmok.app.table.TableLedger;
import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.pipeline.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to be done: the job's folder with the manifest's slices in it, and the parts that the
/// ledger does not have.
///
/// @param folder where all of it lies
/// @param job what the folder is of
/// @param slices the digest of each part's slice
record Plan(JobFolder folder, TableJob job, List<String> slices) {
  private static final Set<String> OURS =
      Set.of(TableJob.FILE, "slices", "photos", "ledger", "drafts");

  /// Reads the source once and prepares the folder, or finds that it is prepared for this job.
  ///
  /// @param wanted all but what the manifest tells: its digest, parts and photos
  /// @throws IOException if the folder holds something else, saying what; nothing was written then
  static Plan prepare(JobFolder folder, Source source, TableJob wanted) throws IOException {
    var names = folder.names();
    var strange = names.stream().filter(name -> !OURS.contains(name)).findFirst();
    if (strange.isPresent()) {
      throw new IOException(
          "--out %s: holds something else, such as '%s'; name a folder of its own"
              .formatted(folder, strange.get()));
    }
    boolean begun = names.contains(TableJob.FILE);
    if (!begun && names.contains("ledger")) {
      throw new IOException(
          "--out %s: holds parts of a table but no %s; name another folder, or delete it"
              .formatted(folder, TableJob.FILE));
    }
    var digests = new ArrayList<String>();
    long photos = cut(source, wanted.partSize(), begun ? null : folder, digests);
    var job = whole(wanted, digests, photos);
    if (begun) {
      requireSame(folder, job);
    } else {
      folder.put(TableJob.FILE, job.bytes());
    }
    folder.deleteDrafts();
    return new Plan(folder, job, List.copyOf(digests));
  }

  private static long cut(Source source, int size, @Nullable JobFolder to, List<String> digests)
      throws IOException {
    var photos = new long[1];
    try (var lines = source.photos()) {
      Slice.cut(
          lines.iterator(),
          size,
          (part, slice) -> {
            photos[0] += slice.photos().size();
            digests.add(slice.sha256());
            if (to != null) {
              to.put(FinishedPart.sliceFile(part), slice.bytes());
            }
          });
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
    return photos[0];
  }

  private static TableJob whole(TableJob wanted, List<String> digests, long photos) {
    return new TableJob(
        wanted.form(),
        wanted.manifest(),
        TextDigest.sha256(String.join("\n", digests)),
        wanted.profile(),
        wanted.profileText(),
        wanted.model(),
        wanted.space(),
        wanted.batch(),
        wanted.partSize(),
        wanted.allowUrls(),
        digests.size(),
        photos);
  }

  private static void requireSame(JobFolder folder, TableJob job) throws IOException {
    var there = TableJob.parse(folder + "/" + TableJob.FILE, folder.read(TableJob.FILE));
    var difference = there.differenceTo(job);
    if (difference.isPresent()) {
      throw new IOException(
          "--out %s: holds another job's photos: it was begun with %s; name another folder"
              .formatted(folder, difference.get()));
    }
  }

  /// The parts that are not finished: no word of them in the ledger, or their file is not there as
  /// the ledger has it.
  List<Integer> missing() throws IOException {
    var listed = TableLedger.Listed.of(folder);
    var missing = new ArrayList<Integer>();
    for (int part = 0; part < slices.size(); part++) {
      if (!listed.inLedger(part) || !finished(part, listed.photosLength(part))) {
        missing.add(part);
      }
    }
    return missing;
  }

  private boolean finished(int part, long bytes) throws IOException {
    var name = FinishedPart.ledgerFile(part);
    var word = FinishedPart.parse(folder + "/" + name, folder.read(name));
    return word.sliceSha256().equals(slices.get(part)) && word.bytes() == bytes;
  }
}
