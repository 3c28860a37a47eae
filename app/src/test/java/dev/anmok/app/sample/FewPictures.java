package dev.anmok.app.sample;

import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A handful of the sample pictures, for tests that need some real photos and little time.
public final class FewPictures {
  private FewPictures() {}

  /// Draws a day's photos of one product, in a folder of its cafe's name, `photo-01.jpg` and so on:
  /// three dishes, a copy of the first file, a blurred and a dark photo of other dishes, a receipt,
  /// a file cut short, and one more dish for another day.
  ///
  /// @return the folder that holds them
  public static Path reviews(Path folder) throws IOException {
    var faults =
        List.of(
            Fault.NONE,
            Fault.NONE,
            Fault.NONE,
            Fault.DUPLICATE,
            Fault.BLURRED,
            Fault.DARK,
            Fault.NONE,
            Fault.TRUNCATED,
            Fault.NONE);
    var subjects = List.of(0, 1, 2, 0, 3, 4, 0, 5, 6);
    var shots = new ArrayList<Shot>();
    for (int i = 0; i < faults.size(); i++) {
      var kind = i == 6 ? Kind.RECEIPT : Kind.FOOD;
      shots.add(new Shot(0, i + 1, kind, subjects.get(i), faults.get(i)));
    }
    var drawn = SamplePictures.draw(folder, 1, shots, Progress.NONE);
    return drawn.photos().resolve(Cafes.ALL.getFirst().name());
  }

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
