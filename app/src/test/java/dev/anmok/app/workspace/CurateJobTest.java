package dev.anmok.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.blur.ProfileBlur;
import dev.anmok.app.profile.Method;
import dev.anmok.app.sample.FewPictures;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurateJobTest {
  @TempDir Path folder;

  private static final class StopException extends RuntimeException {}

  private static Optional<Calibrations.Found> range(Session session) throws IOException {
    var lens = session.profile().lens();
    return new Calibrations(session.workspace().catalog(), session.pack())
        .tuned(new Calibrations.Key(lens.name(), lens.pooling().code(), lens.prompts().digest()));
  }

  @Test
  void oneThatIsStoppedLeavesTheRangeOfTheDecisionsThatStand() throws IOException {
    var photos = FewPictures.draw(folder.resolve("photos"), 1, 4);
    var own = folder.resolve("own.yaml");
    Files.writeString(
        own,
        "name: own\nlens: {name: own, positive: [a room], negative: [a cake]}\ncurate: {keep: 3}\n");
    try (var session = Session.fill(folder.resolve("data"), own.toString(), Optional.empty())) {
      new IngestJob(session, IngestOptions.defaults()).run(FolderSource.of(photos), Progress.NONE);
      var profile = session.profile();
      var zero =
          Thresholds.resolve(
              session.workspace().catalog(), profile, session.pack(), OptionalDouble.of(0));
      var job = new CurateJob(session, profile, Method.USEFUL, zero, ProfileBlur::judge);
      var lens = MoodLens.of(profile, session.pack());

      assertThatThrownBy(() ->
              job.decide(
                  lens,
                  _ -> {
                    throw new StopException();
                  }))
          .isInstanceOf(StopException.class);
      assertThat(range(session)).isEmpty();

      job.decide(lens, _ -> {});
      assertThat(range(session)).isPresent();
    }
  }
}
