package dev.anmok.app.cli;

import dev.anmok.app.album.AlbumContext;
import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.Answer;
import dev.anmok.app.album.Appraised;
import dev.anmok.app.album.Appraiser;
import dev.anmok.app.blur.OpenNet;
import dev.anmok.app.profile.Album;
import dev.anmok.app.profile.Profile;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Workspace;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.quality.BlurNet;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which photos an album command looks at, by which profile, and how it prints: the workspace's
/// photos, or files and folders that need not be in any workspace.
final class AlbumInput {
  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "photos or folders to look at (default: the workspace's photos)")
  private List<Path> paths = List.of();

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      description = "another profile (default: the workspace's; album where it has no album)")
  private @Nullable String profile;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  @Option(names = "--details", description = "scores, reasons and groups too")
  private boolean details;

  Format format() {
    return format;
  }

  boolean details() {
    return details;
  }

  /// Answers one question.
  interface Question {
    Answer ask(AlbumContext context, AlbumPhotos photos) throws IOException;
  }

  /// Opens the network that a question needs for photos that are measured on the way.
  interface Network {
    Optional<OpenNet> open(AlbumContext context) throws IOException;
  }

  /// Opens what is needed, asks, and closes it again.
  Answer ask(Path workspace, Console console, Question question) throws IOException {
    return ask(workspace, console, _ -> Optional.empty(), question);
  }

  /// The same, where the question may need a network.
  Answer ask(Path workspace, Console console, Network network, Question question)
      throws IOException {
    var asking = new Asking(network, question);
    if (!paths.isEmpty() && !Workspace.present(workspace)) {
      var chosen = Profiles.load(profile == null ? "album" : profile);
      return ask(new Calibrations(null, Models.embedded()), chosen, workspace, console, asking);
    }
    try (var session = Session.read(workspace, Optional.ofNullable(profile))) {
      var calibrations = new Calibrations(session.workspace().catalog(), session.pack());
      return ask(calibrations, session.profile(), workspace, console, asking);
    }
  }

  /// Compares the given photos with those of a workspace.
  interface Comparing {
    void compare(Session session, Album album, List<AlbumPhoto> photos) throws IOException;
  }

  /// Opens the workspace, looks at the given photos, and closes it again.
  void compare(Path workspace, Console console, Comparing comparing) throws IOException {
    if (paths.isEmpty()) {
      throw new UsageException("name the photos to compare with the workspace's");
    }
    try (var session = Session.read(workspace, Optional.ofNullable(profile))) {
      var album = session.profile().album().orElseGet(Profiles::shippedAlbum);
      comparing.compare(session, album, appraise(session.pack(), console, files(console)));
    }
  }

  /// A question with the network it may need.
  private record Asking(Network network, Question question) {}

  private Answer ask(
      Calibrations calibrations, Profile chosen, Path workspace, Console console, Asking asking)
      throws IOException {
    var pack = calibrations.pack();
    var album = chosen.album().orElseGet(Profiles::shippedAlbum);
    try (var texts = pack.texts()) {
      var context = new AlbumContext(album, pack, texts, calibrations, workspace.resolve("heads"));
      var catalog = calibrations.catalogOrNull();
      if (paths.isEmpty() && catalog != null) {
        return asking.question().ask(context, AlbumPhotos.in(catalog, pack.space()));
      }
      var files = files(console);
      try (var net = asking.network().open(context).orElse(null)) {
        var netOrNull = net == null ? null : net.net();
        var photos = AlbumPhotos.late(() -> appraise(pack, console, files, netOrNull));
        return asking.question().ask(context, photos);
      }
    }
  }

  /// Photos of files; one that gives no picture is named and left out. Holds some 2 kB for each
  /// photo: hundreds of thousands are better ingested first. All cores look, each at one photo.
  static List<AlbumPhoto> appraise(ModelPack pack, Console console, List<Path> files)
      throws IOException {
    return appraise(pack, console, files, null);
  }

  private static List<AlbumPhoto> appraise(
      ModelPack pack, Console console, List<Path> files, @Nullable BlurNet netOrNull)
      throws IOException {
    var photos = new ArrayList<AlbumPhoto>();
    try (var encoder = pack.images();
        var line = new ProgressLine(console, "looking")) {
      var appraiser = new Appraiser(PhotoDecoder.open(DecodeLimits.DEFAULT), encoder, netOrNull);
      var looked = new AtomicInteger();
      var all =
          files.parallelStream() // keeps their order
              .map(file -> {
                var one = appraiser.appraise(file.toString());
                synchronized (line) {
                  line.report(looked.incrementAndGet(), 0, files.size());
                }
                return one;
              })
              .toList();
      for (var one : all) {
        switch (one) {
          case Appraised.Ready(var photo) -> photos.add(photo);
          case Appraised.Rejected(var uri, var reason, var detail) ->
              console.say("%s: %s: %s", uri, reason.code(), detail);
        }
      }
    }
    return photos;
  }

  private List<Path> files(Console console) throws IOException {
    return GivenPhotos.of(paths, console).stream().map(GivenPhotos.Given::file).toList();
  }
}
