package dev.anmok.core.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchSizeTest {
  /// A runtime that has memory for some at once and fails on purpose for more.
  private static final class Scarce {
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
    private volatile int room;

    Scarce(int room) {
      this.room = room;
    }

    List<Integer> square(List<Integer> batch) {
      batches.add(batch.size());
      if (batch.size() > room) {
        throw new DeviceMemoryException("no memory for " + batch.size(), new Exception());
      }
      return batch.stream().map(i -> i * i).toList();
    }
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static List<Integer> squares(int count) {
    return IntStream.range(0, count).map(i -> i * i).boxed().toList();
  }

  @Test
  void halvesUntilThereIsRoomAndLosesNothing() {
    var runtime = new Scarce(5);
    var size = new BatchSize(32);
    assertThat(size.over(numbers(70), runtime::square)).isEqualTo(squares(70));
    assertThat(runtime.batches).startsWith(32, 16, 8, 4, 4).allMatch(n -> n >= 1);
    assertThat(size.now()).isEqualTo(5); // 18 batches of 4: one more was tried, and went through
  }

  @Test
  void growsBackSlowlyWhenThereIsRoomAgain() {
    var runtime = new Scarce(2);
    var size = new BatchSize(4);
    size.over(numbers(8), runtime::square);
    assertThat(size.now()).isEqualTo(2);
    runtime.room = 100;
    size.over(numbers(2 * (BatchSize.CALM - 4)), runtime::square);
    assertThat(size.now()).as("four batches of two went before").isEqualTo(3);
    size.over(numbers(3 * BatchSize.CALM - 3), runtime::square);
    assertThat(size.now()).isEqualTo(3);
    size.over(numbers(3), runtime::square);
    assertThat(size.now()).isEqualTo(4);
    size.over(numbers(4 * 3 * BatchSize.CALM), runtime::square);
    assertThat(size.now()).as("never more than at first").isEqualTo(4);
  }

  @Test
  void neverAsksForLessThanOne() {
    var runtime = new Scarce(0);
    var size = new BatchSize(8);
    assertThatThrownBy(() -> size.over(numbers(3), runtime::square))
        .isInstanceOf(DeviceMemoryException.class);
    assertThat(runtime.batches).containsExactly(3, 1);
    assertThat(size.now()).isEqualTo(1);
    runtime.room = 1;
    assertThat(size.over(numbers(3), runtime::square)).isEqualTo(squares(3));
  }

  @Test
  void aDeviceThatIsNearlyFullGetsLess() {
    var used = new double[] {0.5};
    var runtime = new Scarce(100);
    var size = new BatchSize(8, () -> used[0]);
    size.over(numbers(8), runtime::square);
    for (double now : new double[] {0.9, 0.95, Double.NaN, 0.9, 0.9, 0.5}) {
      used[0] = now;
      size.over(numbers(4), runtime::square);
    }
    assertThat(runtime.batches)
        .containsExactly(8, 4, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void aDeviceThatStaysNearlyFullIsNoReasonForEverLess() {
    var runtime = new Scarce(100);
    var size = new BatchSize(64, () -> 0.82);
    size.over(numbers(32 * 10), runtime::square);
    assertThat(runtime.batches).containsOnly(32);
  }

  @Test
  void anyOtherFailureIsThrownAsItIs() {
    var size = new BatchSize(8);
    assertThatThrownBy(() ->
            size.over(
                numbers(8),
                _ -> {
                  throw new IllegalStateException("broken");
                }))
        .hasMessage("broken");
    assertThat(size.now()).isEqualTo(8);
    assertThatIllegalArgumentException().isThrownBy(() -> new BatchSize(0));
  }

  @Test
  void threadsShareOneSize() throws InterruptedException {
    var runtime = new Scarce(3);
    var size = new BatchSize(64);
    var right = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 8; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                if (size.over(numbers(50), runtime::square).equals(squares(50))) {
                  right.incrementAndGet();
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
    assertThat(right.get()).isEqualTo(8);
    assertThat(size.now()).isBetween(1, 4);
  }
}
