package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.http.Access;
import dev.anmok.app.http.Metrics;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.reembed.RefusedException;
import dev.anmok.app.reembed.SecondModel;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.ServingModel;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.SpaceVectors;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The works that fill a space and change to it, stopped at any time and with photos that come
/// meanwhile.
class ModelChangeTest {
  private static final int PHOTOS = 25;

  @TempDir static Path shared;
  @TempDir Path folder;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private Session session;
  private Shared parts;
  private ModelChange models;
  private Path photos = Path.of("");

  @BeforeAll
  static void filledOnce() throws IOException {
    SecondModel.photos(shared.resolve("photos"));
    SecondModel.add(shared.resolve("workspace"), SecondModel.CENTRE);
    try (var session = Session.fill(shared.resolve("workspace"), "album", Optional.empty())) {
      ingest(session, shared.resolve("photos"));
    }
  }

  @BeforeEach
  void open() throws IOException {
    var workspace = folder.resolve("workspace");
    SecondModel.copy(shared.resolve("workspace"), workspace);
    photos = Files.createDirectory(folder.resolve("later"));
    var options = new ServeOptions("127.0.0.1", 0, Optional.empty(), List.of(), null);
    session = Session.update(workspace, Optional.empty());
    parts = Shared.open(options, ServerLimits.DEFAULT, log::add);
    var access = Access.local("127.0.0.1");
    var routes = new ApiRoutes(options, access, new Metrics(), new AtomicBoolean());
    models = ModelChange.open(session, parts, routes);
  }

  @AfterEach
  void close() throws IOException {
    try (var _ = session;
        var _ = parts) {
      models.close();
    }
  }

  private static void ingest(Session session, Path photos) throws IOException {
    new IngestJob(session, IngestOptions.defaults())
        .run(FolderSource.of(photos.toRealPath()), Progress.NONE);
  }

  /// A photo comes in by the model that is served.
  private void comes(int number) {
    try {
      var picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
      picture.setRGB(number % 64, number / 64, 0xffffff);
      ImageIO.write(picture, "png", photos.resolve(number + ".png").toFile());
      ingest(session, photos);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> reembed(Stoppable run, boolean retry) throws IOException {
    var places = parts.outside().places();
    return new ReembedWork(session, "centre", retry, places, models.standing()).run(run);
  }

  private Map<String, Object> change(Stoppable run) throws IOException {
    return new SwitchWork(models, "centre", false).run(run);
  }

  private SpaceVectors.Progress progress() throws IOException {
    return session.workspace().catalog().vectors().progress(centre());
  }

  private VectorSpace centre() throws IOException {
    try (var next = session.beside("centre")) {
      return next.pack().space();
    }
  }

  private void assertServedBy(String model) throws IOException {
    assertThat(models.service().library().session().pack().id()).isEqualTo(model);
    assertThat(new ServingModel(session.workspace().catalog()).id()).contains(model);
  }

  @Test
  void oneThatIsStoppedAtItsStartLeavesTheIndexThatIsThere() throws IOException {
    var stopped = reembed(Stoppable.at(0), false);
    assertThat(progress().missing()).isPositive();
    assertThat(stopped).extractingByKey("problem").asString().contains("have no vector in");

    assertThat(reembed(Stoppable.never(), false)).containsEntry("problem", "");
    comes(1);
    reembed(Stoppable.at(0), false);
    assertThat(reembed(Stoppable.never(), false)).containsEntry("problem", "");
    assertThat(change(Stoppable.never())).containsEntry("embedded", PHOTOS + 1L);
  }

  @Test
  void indexingIsStoppedToo() throws IOException {
    var stopped = reembed(Stoppable.at(1), false); // asked after embedding, then while indexing

    assertThat(stopped).containsEntry("missing", 0L);
    assertThat(stopped).extractingByKey("problem").asString().contains("has no index");
    assertThat(reembed(Stoppable.never(), false)).containsEntry("problem", "");
  }

  @Test
  void photosThatFailedAreTriedAgainWhereThatIsSaid() throws IOException {
    comes(1);
    var kept = Files.move(photos.resolve("1.png"), folder.resolve("kept.png"));
    assertThat(reembed(Stoppable.never(), false)).containsEntry("failed", 1L);
    Files.move(kept, photos.resolve("1.png"));

    assertThat(reembed(Stoppable.never(), false)).containsEntry("failed", 1L);
    assertThat(reembed(Stoppable.never(), true))
        .containsEntry("failed", 0L)
        .containsEntry("new", 1L);
    assertThat(Files.readString(session.workspace().folder().resolve("unembedded.csv")))
        .doesNotContain("1.png");
  }

  @Test
  void aSwitchThatIsStoppedBeforeItsLastStepLeavesTheModel() throws IOException {
    reembed(Stoppable.never(), false);
    for (int time = 0; time < 4; time++) {
      var run = Stoppable.at(time);

      assertThat(change(run)).isEmpty();
      assertThat(run.finished()).isFalse();
      assertServedBy("anmok-mini");
    }
    var run = Stoppable.never();
    assertThat(change(run)).containsEntry("model", "centre").containsEntry("problem", "");
    assertThat(run.finished()).isTrue();
    assertServedBy("centre");
    assertThat(log.getLast())
        .startsWith("serving by the model centre from now on; model centre")
        .contains(models.service().library().session().pack().licenceLine());
  }

  @Test
  void photosThatComeUntilTheVeryChangeAreNotLeftOut() throws IOException {
    reembed(Stoppable.never(), false);
    comes(1);
    comes(2);

    var came = change(new Stoppable(-1, this::comesAt)); // one each time that it asks

    long all = session.workspace().catalog().counts().photos();
    assertThat(all).isGreaterThan(PHOTOS + 4);
    assertThat(came).containsEntry("embedded", all).containsEntry("missing", 0L);
    assertServedBy("centre");
    assertThat(models.service().library().index().size()).isEqualTo(all);
  }

  private void comesAt(int time) {
    comes(100 + time);
  }

  @Test
  void aSpaceThatWasNeverFilledIsRefused() {
    assertThatThrownBy(() -> change(Stoppable.never()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("have no vector in");
  }

  @Test
  void howFarTheSpacesAreIsCountedOnceUntilSomethingChanges() throws IOException {
    var standing = models.standing();
    var first = standing.of(session);
    assertThat(standing.of(session)).isSameAs(first);
    assertThat(first).hasSize(1);

    var start = new SpaceVectors.Progress(0, 2, 23);
    standing.filling(centre(), start, true).report(10, 1, 25);
    assertThat(standing.of(session)).containsEntry(centre(), new SpaceVectors.Progress(9, 1, 15));
    standing.filled();
    assertThat(standing.of(session)).doesNotContainKey(centre());

    reembed(Stoppable.never(), false);
    assertThat(standing.of(session))
        .containsEntry(centre(), new SpaceVectors.Progress(PHOTOS, 0, 0));
    comes(1);
    assertThat(standing.of(session))
        .containsEntry(centre(), new SpaceVectors.Progress(PHOTOS, 0, 1));
  }
}
