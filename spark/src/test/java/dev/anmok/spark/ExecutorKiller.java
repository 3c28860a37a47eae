package dev.anmok.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/// Kills the process of the first executor that begins a second task, as the kernel does when
/// memory runs out. Spark makes it by its name.
public final class ExecutorKiller extends SparkListener {
  static final List<String> KILLED = new CopyOnWriteArrayList<>();
  static final List<String> LOST = new CopyOnWriteArrayList<>();
  static final List<String> EXECUTORS = new CopyOnWriteArrayList<>();

  static final List<String> FAILED = new CopyOnWriteArrayList<>();
  private static volatile String spared = "";

  /// Says so in a system property, which Spark's configuration reads.
  ///
  /// @param executor id of one that is let live
  static void use(String executor) {
    KILLED.clear();
    LOST.clear();
    EXECUTORS.clear();
    FAILED.clear();
    spared = executor;
    System.setProperty("spark.extraListeners", ExecutorKiller.class.getName());
  }

  @Override
  public void onTaskStart(SparkListenerTaskStart start) {
    var executor = start.taskInfo().executorId();
    if (KILLED.isEmpty() && !executor.equals(spared) && EXECUTORS.contains(executor)) {
      KILLED.add(executor);
      kill(executor);
    }
    EXECUTORS.add(executor);
  }

  private static void kill(String executor) {
    ProcessHandle.current()
        .descendants()
        .filter(process -> isExecutor(process, executor))
        .findFirst()
        .orElseThrow()
        .destroyForcibly();
  }

  /// [ProcessHandle.Info] has only the beginning of a command line.
  private static boolean isExecutor(ProcessHandle process, String executor) {
    try {
      var words = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).split("\0", -1);
      int id = List.of(words).indexOf("--executor-id");
      return id >= 0 && words[id + 1].equals(executor);
    } catch (IOException e) {
      return false; // it has ended
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.reason() instanceof ExecutorLostFailure lost) {
      LOST.add(lost.execId());
    } else if (end.reason() instanceof ExceptionFailure) {
      FAILED.add(end.taskInfo().executorId());
    }
  }
}
