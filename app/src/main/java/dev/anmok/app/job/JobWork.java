package dev.anmok.app.job;

import java.io.IOException;
import java.util.Map;

/// What a job does.
public interface JobWork {
  /// Works to the end, or until it was asked to stop, at a place from where the same work can go
  /// on.
  ///
  /// @return figures for people
  Map<String, Object> run(JobRun run) throws IOException;
}
