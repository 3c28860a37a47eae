package dev.anmok.spark;

import dev.anmok.app.table.FinishedPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Makes finished parts of the reports: the driver alone publishes a draft and then writes the
/// ledger's word of it, so a part that was tried twice is there once. Used by one thread.
final class Commits implements Tally {
  private final JobFolder folder;
  private final List<PartReport.Failed> failed = new ArrayList<>();
  private int done;
  private long photos;
  private long rejected;

  Commits(JobFolder folder) {
    this.folder = folder;
  }

  /// @throws UncheckedIOException if the folder cannot be written
  @Override
  public void accept(PartReport report) {
    switch (report) {
      case PartReport.Failed failure -> failed.add(failure);
      case PartReport.Done(var draft, var word) -> {
        try {
          folder.delete(FinishedPart.ledgerFile(word.part()));
          folder.publish(draft, FinishedPart.photosFile(word.part()));
          folder.put(FinishedPart.ledgerFile(word.part()), word.json());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        done++;
        photos += word.rows();
        rejected += word.rejected();
      }
      case PartReport.Indexed indexed ->
          throw new IllegalArgumentException("expected a part of a table, was " + indexed);
    }
  }

  @Override
  public List<PartReport.Failed> takeFailed() {
    var taken = List.copyOf(failed);
    failed.clear();
    return taken;
  }

  /// Parts published.
  int done() {
    return done;
  }

  /// Photos in them.
  long photos() {
    return photos;
  }

  /// Rejected ones among these.
  long rejected() {
    return rejected;
  }
}
