package dev.anmok.app.sample;

import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Path;

/// A handful of the sample pictures, for tests that need some real photos and little time.
public final class FewPictures {
  private FewPictures() {}

  /// Draws the first pictures without a fault of the first cafes.
  ///
  /// @return the folder of photos, a folder per cafe
  public static Path draw(Path folder, int cafes, int each) throws IOException {
    var shots =
        SamplePictures.plan(1).stream()
            .filter(shot -> shot.cafe() < cafes && shot.fault() == Fault.NONE)
            .toList();
    var few =
        shots.stream()
            .filter(shot ->
                shots.stream().filter(s -> s.cafe() == shot.cafe()).toList().indexOf(shot) < each)
            .toList();
    return SamplePictures.draw(folder, 1, few, Progress.NONE).photos();
  }
}
