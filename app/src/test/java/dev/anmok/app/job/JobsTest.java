package dev.anmok.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JobsTest {
  private final Jobs jobs = new Jobs(2);
  private final CountDownLatch go = new CountDownLatch(1);

  @AfterEach
  void end() {
    go.countDown();
    jobs.close();
  }

  @Test
  void jobsRunOneAfterTheOtherAndABoundedNumberWaits() throws InterruptedException {
    var first = jobs.add("test", "1", this::waits).orElseThrow();
    awaitState(first, JobState.RUNNING);
    var second = jobs.add("test", "2", run -> Map.of()).orElseThrow();
    var third = jobs.add("test", "3", run -> Map.of()).orElseThrow();

    assertThat(jobs.add("test", "4", run -> Map.of())).isEmpty();
    assertThat(second.state()).isEqualTo(JobState.QUEUED);
    assertThat(jobs.list()).containsExactly(third, second, first);

    go.countDown();
    awaitState(third, JobState.DONE);
    assertThat(first.json()).containsEntry("result", Map.of("waited", true));
  }

  @Test
  void progressGivesRateAndTimeLeft() throws InterruptedException {
    var job =
        jobs.add(
                "test",
                "folder",
                run -> {
                  run.progress().report(30, 2, 40);
                  return waits(run);
                })
            .orElseThrow();
    awaitState(job, JobState.RUNNING);
    job.awaitChange(1, Duration.ofSeconds(5));

    assertThat(job.json())
        .containsEntry("done", 30L)
        .containsEntry("rejected", 2L)
        .containsEntry("total", 40L)
        .containsEntry("source", "folder")
        .containsKeys("photos_per_second", "seconds_left");
  }

  @Test
  void aRunningJobIsInterruptedOnlyWhereItCanBe() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var job =
        jobs.add(
                "test",
                "1",
                run -> {
                  boolean heard =
                      run.interruptibly(() -> {
                        begun.countDown();
                        try {
                          new CountDownLatch(1).await();
                          return false;
                        } catch (InterruptedException e) {
                          return true;
                        }
                      });
                  return Map.of("heard", heard, "after", Thread.currentThread().isInterrupted());
                })
            .orElseThrow();
    begun.await();
    jobs.cancel(job);
    awaitState(job, JobState.CANCELLED);

    assertThat(job.json()).containsEntry("result", Map.of("heard", true, "after", false));
  }

  @Test
  void aJobAtItsLastStepGoesOn() throws InterruptedException {
    var last = new CountDownLatch(1);
    var job =
        jobs.add(
                "test",
                "1",
                run -> {
                  boolean first = run.finish();
                  last.countDown();
                  waits(run);
                  return Map.of("last", first, "cancelled", run.cancelled());
                })
            .orElseThrow();
    last.await();
    jobs.cancel(job);
    go.countDown();
    awaitState(job, JobState.DONE);

    assertThat(job.json()).containsEntry("result", Map.of("last", true, "cancelled", false));
  }

  @Test
  void aJobThatWasAskedToStopHasNoLastStep() throws InterruptedException {
    var job =
        jobs.add(
                "test",
                "1",
                run -> {
                  waits(run);
                  return Map.of("last", run.finish());
                })
            .orElseThrow();
    awaitState(job, JobState.RUNNING);
    jobs.cancel(job);
    go.countDown();
    awaitState(job, JobState.CANCELLED);

    assertThat(job.json()).containsEntry("result", Map.of("last", false));
  }

  @Test
  void aJobThatWaitsIsCancelledAtOnce() throws InterruptedException {
    var first = jobs.add("test", "1", this::waits).orElseThrow();
    awaitState(first, JobState.RUNNING);
    var second = jobs.add("test", "2", this::waits).orElseThrow();
    jobs.cancel(second);

    assertThat(second.state()).isEqualTo(JobState.CANCELLED);
    assertThat(jobs.queued()).isZero();
    go.countDown();
    awaitState(first, JobState.DONE);
    jobs.cancel(first);
    assertThat(first.state()).isEqualTo(JobState.DONE);
  }

  @Test
  void aJobThatIsAddedOnceIsNotAddedAgainUntilItEndsOrIsToStop() throws InterruptedException {
    var first = jobs.addOnce("test", "1", this::waits).orElseThrow();
    awaitState(first, JobState.RUNNING);
    assertThat(jobs.addOnce("test", "2", this::waits)).containsSame(first);
    var other = jobs.addOnce("other", "1", run -> Map.of()).orElseThrow();
    assertThat(other).isNotSameAs(first);

    jobs.cancel(first);
    var next = jobs.addOnce("test", "3", run -> Map.of()).orElseThrow();
    assertThat(next).as("the first is to stop").isNotSameAs(first);
    go.countDown();
    awaitState(next, JobState.DONE);
    assertThat(jobs.addOnce("test", "4", run -> Map.of()).orElseThrow()).isNotSameAs(next);
  }

  @Test
  void aJobThatFailsSaysWhyAndTheNextOneRuns() throws InterruptedException {
    var failed =
        jobs.add(
                "test",
                "1",
                run -> {
                  throw new IOException("the disk is full");
                })
            .orElseThrow();
    var next = jobs.add("test", "2", run -> Map.of()).orElseThrow();
    awaitState(next, JobState.DONE);

    assertThat(failed.state()).isEqualTo(JobState.FAILED);
    assertThat(failed.json()).containsEntry("error", "the disk is full");
  }

  @Test
  void aJobThatEndsInAnErrorOfTheMachineKeepsNoOtherFromRunning() throws InterruptedException {
    var failed =
        jobs.add(
                "test",
                "1",
                run -> {
                  throw new OutOfMemoryError("Java heap space");
                })
            .orElseThrow();
    var next = jobs.add("test", "2", run -> Map.of()).orElseThrow();
    awaitState(next, JobState.DONE);

    assertThat(failed.state()).isEqualTo(JobState.FAILED);
    assertThat(failed.json()).containsEntry("error", "java.lang.OutOfMemoryError: Java heap space");
  }

  @Test
  void onlySoManyEndedJobsAreRemembered() throws InterruptedException {
    Job last = jobs.add("test", "first", run -> Map.of()).orElseThrow();
    var first = last;
    for (int i = 0; i < Jobs.REMEMBERED + 5; i++) {
      awaitState(last, JobState.DONE);
      last = jobs.add("test", "" + i, run -> Map.of()).orElseThrow();
    }

    assertThat(jobs.list()).hasSizeLessThanOrEqualTo(Jobs.REMEMBERED + 2);
    assertThat(jobs.find(first.id())).isEmpty();
    assertThat(jobs.find(last.id())).contains(last);
  }

  private Map<String, Object> waits(JobRun run) {
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Map.of("waited", true);
  }

  private static void awaitState(Job job, JobState state) throws InterruptedException {
    for (long seen = -1; job.state() != state; ) {
      seen = job.awaitChange(seen, Duration.ofSeconds(1));
    }
  }
}
