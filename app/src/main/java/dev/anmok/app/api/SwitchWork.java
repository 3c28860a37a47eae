package dev.anmok.app.api;

import dev.anmok.app.job.JobRun;
import dev.anmok.app.job.JobWork;
import dev.anmok.app.reembed.SpaceState;
import java.io.IOException;
import java.util.Map;

/// Changes the model that a running server serves by.
///
/// @param models what is served
/// @param model the other model, or a space
/// @param leaveOut whether photos that could not be embedded may be left out
record SwitchWork(ModelChange models, String model, boolean leaveOut) implements JobWork {
  @Override
  public Map<String, Object> run(JobRun run) throws IOException {
    models.to(model, leaveOut);
    return ReembedRoutes.json(SpaceState.of(models.service().library().session()));
  }
}
