package dev.anmok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LumaKernelTest {
  private final LumaKernel scalar = new ScalarLumaKernel();
  private final LumaKernel vector = new VectorLumaKernel();
  private final Random random = new Random(4);

  private byte[] bytes(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @Test
  void bothKernelsGiveTheSameLumaAndCountsAtAnyLength() {
    for (int width = 1; width < 300; width++) {
      var rgb = bytes(3 * width);
      var grey = new byte[2][width];
      scalar.grey(rgb, grey[0]);
      vector.grey(rgb, grey[1]);

      assertThat(grey[1]).as("grey of %d", width).isEqualTo(grey[0]);
      for (int level : new int[] {1, 26, 128, 250, 255}) {
        assertThat(vector.countUnder(rgb, level)).isEqualTo(scalar.countUnder(rgb, level));
      }
    }
  }

  @Test
  void bothKernelsGiveTheSameResponsesOfNoise() {
    for (int width = 3; width < 150; width++) {
      var values = bytes(20 * width);
      var sums = new short[4][width];
      scalar.responses(values, 2 * width, width, 16, sums[0], sums[1]);
      vector.responses(values, 2 * width, width, 16, sums[2], sums[3]);

      assertThat(sums[2]).as("responses of %d", width).isEqualTo(sums[0]);
      assertThat(sums[3]).as("values of %d", width).isEqualTo(sums[1]);
    }
  }

  @Test
  void bothKernelsGiveTheSameStepsAlsoOfLongRows() {
    for (int width : new int[] {19, 72, 83, 500, 2_000, 140_000}) {
      var values = bytes(4 * width);
      int count = (width - 3) / 8 * 8;
      for (int stride : new int[] {1, width}) {
        var sums = new int[2][LumaKernel.PHASES];
        scalar.addSteps(values, 2 * width + 2, count, stride, sums[0]);
        vector.addSteps(values, 2 * width + 2, count, stride, sums[1]);

        assertThat(sums[1]).as("steps of %d", width).isEqualTo(sums[0]);
      }
    }
  }

  @Test
  void aStepOfTwoHundredBetweenTwoOfAHundredAndTwentyCountsAsMuchAsTheCap() {
    int[] levels = {120, 0, 200, 80}; // over and over: steps of 120, 200, 120 and 40
    var values = new byte[100];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) levels[i % 4];
    }
    for (var kernel : new LumaKernel[] {scalar, vector}) {
      var sums = new int[LumaKernel.PHASES];
      kernel.addSteps(values, 2, 64, 1, sums);

      // 2 * 200 - 120 - 120 = 160 is over the cap, the others are 0; each phase is met 8 times
      assertThat(sums).containsExactly(8 * 32, 0, 0, 0, 8 * 32, 0, 0, 0);
    }
  }

  @Test
  void theLargestStepsDoNotOverflowInLongRows() {
    int[] levels = {120, 0, 200, 80};
    int count = 400_000;
    var values = new byte[count + 16];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) levels[i % 4];
    }
    int capped = count / 8 * 32;
    for (var kernel : new LumaKernel[] {scalar, vector}) {
      var sums = new int[LumaKernel.PHASES];
      kernel.addSteps(values, 2, count, 1, sums);

      assertThat(sums).containsExactly(capped, 0, 0, 0, capped, 0, 0, 0);
    }
  }

  @Test
  void bothKernelsFindTheSameEdges() {
    for (int lines = 32; lines <= 128; lines += 32) {
      for (int range : new int[] {2, 5, 60, 256}) {
        int length = 50 + lines;
        var values = new byte[lines * length];
        for (int i = 0; i < values.length; i++) {
          int before = i < lines ? 0 : values[i - lines] & 0xff;
          int step = random.nextInt(range) - range / 2;
          values[i] = (byte) Math.clamp(before + step * random.nextInt(4), 0, 255);
        }
        var found = new EdgeTally[] {new EdgeTally(), new EdgeTally()};
        scalar.edges(values, lines, length, found[0]);
        vector.edges(values, lines, length, found[1]);

        assertThat(found[1].count()).as("of steps under %d", range).isEqualTo(found[0].count());
        assertThat(found[1].mean()).isCloseTo(found[0].mean(), within(1e-9));
        assertThat(found[1].sharpestTenth(new EdgeTally()))
            .isEqualTo(found[0].sharpestTenth(new EdgeTally()));
      }
    }
  }
}
