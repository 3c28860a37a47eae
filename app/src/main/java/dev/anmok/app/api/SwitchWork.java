package dev.anmok.app.api;

import dev.anmok.app.job.JobRun;
import dev.anmok.app.job.JobWork;
import java.io.IOException;
import java.util.Map;

/// Changes the model that a running server serves by. One that is stopped before the change leaves
/// the present model; the change itself cannot be stopped.
///
/// @param models what is served
/// @param model the other model, or a space
/// @param leaveOut whether photos that could not be embedded may be left out
record SwitchWork(ModelChange models, String model, boolean leaveOut) implements JobWork {
  @Override
  public Map<String, Object> run(JobRun run) throws IOException {
    try {
      return ReembedRoutes.json(models.to(model, leaveOut, run));
    } catch (StoppedException e) {
      return Map.of();
    }
  }
}
