package dev.anmok.app.cli;

import dev.anmok.app.cutout.CutPhoto;
import dev.anmok.app.json.Tree;
import dev.anmok.core.cutout.Cutout;
import dev.anmok.core.cutout.CutoutTally;
import dev.anmok.core.cutout.Mask;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Prints what became of each photo, as it comes.
final class CutoutOutcomes implements AutoCloseable {
  private final Console console;
  private final @Nullable JsonResult json;
  private final CutoutTally tally = new CutoutTally();
  private long written;
  private long rejected;

  CutoutOutcomes(Console console, Format format) {
    this.console = console;
    this.json = format == Format.JSON ? new JsonResult(console.out()) : null;
  }

  /// What became of a photo.
  sealed interface Outcome {}

  /// There is a file.
  record Written(Path photo, Path file, Mask.Facts facts, Optional<Mask.Box> box)
      implements Outcome {}

  /// There is none.
  record Unwritten(CutPhoto why) implements Outcome {}

  void add(Outcome outcome) {
    switch (outcome) {
      case Written written -> add(written);
      case Unwritten(CutPhoto.Kept(var photo, var reason, var detail)) -> {
        tally.add(new Cutout.Kept(reason, detail));
        add(photo, "kept", reason.code(), reason.words() + " (" + detail + ")");
      }
      case Unwritten(CutPhoto.Rejected(var photo, var reason, var detail)) -> {
        rejected++;
        add(photo, "rejected", reason, detail);
      }
      case Unwritten(CutPhoto.Cut cut) ->
          throw new IllegalStateException(cut.file() + " was cut out and not written");
    }
  }

  private void add(Written one) {
    var facts = one.facts();
    if (json == null) {
      console.print(
          "%s\tcut\t%s\tsubject %.1f %%",
          Paths.show(one.photo().toString()), one.file(), 100 * facts.share());
    } else {
      var row =
          Tree.of("photo", one.photo().toString())
              .and("outcome", "cut")
              .and("file", one.file().toString())
              .and("share", facts.share())
              .and("border", facts.border())
              .and("decided", facts.decided())
              .map();
      one.box()
          .ifPresent(box -> row.put("box", List.of(box.x(), box.y(), box.width(), box.height())));
      json.add(row);
    }
    written++;
  }

  private void add(Path photo, String outcome, String reason, String detail) {
    if (json == null) {
      console.print("%s\t%s\t%s\t%s", Paths.show(photo.toString()), outcome, reason, detail);
    } else {
      json.add(
          Tree.of("photo", photo.toString())
              .and("outcome", outcome)
              .and("reason", reason)
              .and("detail", detail)
              .map());
    }
  }

  /// Says how many there were of each kind.
  void end(String segmenter, Path folder) {
    var kept =
        tally.kept().entrySet().stream()
            .map(each -> ", %d %s".formatted(each.getValue(), each.getKey().code()))
            .collect(Collectors.joining());
    console.say(
        "%d photos are cut out in %s by %s%s%s",
        written, folder, segmenter, kept, rejected == 0 ? "" : ", %d rejected".formatted(rejected));
  }

  @Override
  public void close() {
    if (json != null) {
      json.close();
    }
  }
}
