package dev.anmok.app.cli;

import dev.anmok.app.cutout.CutPhoto;
import dev.anmok.app.cutout.PhotoCutter;
import dev.anmok.app.cutout.Segmenters;
import dev.anmok.app.workspace.Models;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.cutout.Backdrop;
import dev.anmok.core.cutout.CutoutRule;
import dev.anmok.core.image.DecodeLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok cutout`: photos without their background, as files.
@Command(
    name = "cutout",
    description = {
      "Cuts the subjects of photos out and writes them as PNG with a transparent background,",
      "or as JPEG on a colour. A photo whose mask is not believed is named with the reason."
    })
final class CutoutCommand implements Callable<Integer> {
  private static final String TRANSPARENT = "transparent";

  /// Photos that are looked at before their outcomes are printed, in order.
  private static final int AT_ONCE = 32;

  /// Memory that one photo of 30 megapixels takes while it is cut out and written, measured.
  private static final long BYTES_EACH = 400L << 20;

  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "photos or folders")
  private List<Path> paths = List.of();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to write")
  private Path out = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "M",
      description = "a cut-out pack of the workspace, or grabcut (default: a pack if there is one)")
  private @Nullable String model;

  @Option(
      names = "--backdrop",
      paramLabel = "COLOUR",
      description = "transparent, or a colour such as #ffffff (default: transparent)")
  private String backdrop = TRANSPARENT;

  @Option(names = "--any", description = "write every cut-out, whether its mask is believed or not")
  private boolean any;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  CutoutCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var colour =
        backdrop.equals(TRANSPARENT)
            ? null
            : UsageException.reading("--backdrop", () -> Backdrop.parse(backdrop));
    var photos = GivenPhotos.of(paths, console);
    var folder = CutoutFolder.make(out, colour);
    var segmenters = new Segmenters(Models.in(root.workspace()));
    var chosen = model == null ? segmenters.preferred() : model;
    if (model == null && chosen.equals(Segmenters.GRABCUT)) {
      console.say(
          "note: there is no cut-out model in %s; using grabcut, which knows colours and not things;"
              + " add one with: anmok models add FILE --as u2netp",
          root.workspace().resolve("models"));
    }
    try (var segmenter = segmenters.open(chosen);
        var printed = new CutoutOutcomes(console, format)) {
      var rule = any ? CutoutRule.ANY : CutoutRule.DEFAULT;
      var cutter = new PhotoCutter(PhotoDecoder.open(DecodeLimits.DEFAULT), segmenter, rule);
      cut(photos, folder.files(photos), cutter, folder, printed);
      printed.end(segmenter.id(), out);
    }
    return 0;
  }

  /// All cores cut, each one photo at a time, as far as the memory goes.
  private void cut(
      List<GivenPhotos.Given> photos,
      List<Path> files,
      PhotoCutter cutter,
      CutoutFolder folder,
      CutoutOutcomes printed)
      throws IOException {
    var done = new AtomicLong();
    long room = Math.max(1, Runtime.getRuntime().maxMemory() / BYTES_EACH);
    var turns = new Semaphore((int) Math.min(room, AT_ONCE));
    try (var line = new ProgressLine(console, "cutting out")) {
      for (int from = 0; from < photos.size(); from += AT_ONCE) {
        var outcomes =
            IntStream.range(from, Math.min(photos.size(), from + AT_ONCE))
                .parallel()
                .mapToObj(i -> {
                  turns.acquireUninterruptibly();
                  try {
                    return written(cutter.cut(photos.get(i).file()), files.get(i), folder);
                  } finally {
                    turns.release();
                    synchronized (line) {
                      line.report(done.incrementAndGet(), 0, photos.size());
                    }
                  }
                })
                .toList();
        outcomes.forEach(printed::add);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static CutoutOutcomes.Outcome written(CutPhoto cut, Path target, CutoutFolder folder) {
    return switch (cut) {
      case CutPhoto.Cut(var file, var photo, var mask) -> {
        folder.write(target, photo, mask);
        yield new CutoutOutcomes.Written(file, target, mask.facts(), mask.box());
      }
      case CutPhoto.Kept kept -> new CutoutOutcomes.Unwritten(kept);
      case CutPhoto.Rejected rejected -> new CutoutOutcomes.Unwritten(rejected);
    };
  }
}
