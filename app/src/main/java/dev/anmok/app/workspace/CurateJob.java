package dev.anmok.app.workspace;

import dev.anmok.app.profile.Method;
import dev.anmok.app.profile.Profile;
import dev.anmok.core.curate.Curator;
import dev.anmok.core.score.Threshold;
import java.io.IOException;
import java.util.function.Consumer;

/// One curation of a session's workspace: what to choose by, and how.
///
/// @param session the workspace and its model
/// @param profile the session's profile, perhaps with another rule
/// @param method the way to choose
/// @param threshold limit of the profile's lens in the session's space
/// @param judges finds who says what is sharp
public record CurateJob(
    Session session, Profile profile, Method method, Threshold threshold, BlurJudges judges) {
  /// The curation by this job's method, or by another one, for single items.
  public Curation curation(Method by) throws IOException {
    return curation(by, MoodLens.of(profile, session.pack()));
  }

  private Curation curation(Method by, MoodLens lens) throws IOException {
    return curation(lens, new Curators(session, lens, judges).curator(by, profile, threshold));
  }

  private Curation curation(MoodLens lens, Curator curator) {
    return new Curation(
        session.workspace().catalog(), session.pack().space(), lens.scorer(), curator);
  }

  /// Decides over all items, tells `sink` each result, stores the decisions with how they were
  /// made, and brings the index up to date. The session must be open for writing.
  public void run(Consumer<Curation.Result> sink) throws IOException {
    decide(MoodLens.of(profile, session.pack()), sink);
    Indexes.update(session, written -> {});
  }

  /// The same without the index, for whoever has it open.
  ///
  /// @param lens the profile's lenses, their prompts encoded
  public void decide(MoodLens lens, Consumer<Curation.Result> sink) throws IOException {
    if (method == Method.USEFUL) {
      decideUseful(lens, sink);
    } else {
      curation(method, lens).decideAll(sink);
    }
    session.adoptProfile(); // the report and the search go by the profile that decided
    var rule = profile.rule();
    new CuratedWith(
            profile.name(),
            method.code(),
            threshold.value(),
            rule.keep(),
            rule.require(),
            session.pack().space().id())
        .save(session.workspace().catalog());
  }

  /// The range that it goes by is stored once all is decided: one that is stopped leaves the range
  /// of the decisions that stand.
  private void decideUseful(MoodLens lens, Consumer<Curation.Result> sink) throws IOException {
    var curators = new Curators(session, lens, judges);
    var range = curators.ranges().renewed(threshold.value());
    curation(lens, curators.useful(profile, threshold, range)).decideAll(sink);
    curators.ranges().keep(range);
  }
}
