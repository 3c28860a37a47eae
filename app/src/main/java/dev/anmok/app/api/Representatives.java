package dev.anmok.app.api;

import dev.anmok.app.blur.ProfileBlur;
import dev.anmok.app.profile.Method;
import dev.anmok.app.workspace.CuratedWith;
import dev.anmok.app.workspace.Curation;
import dev.anmok.app.workspace.Curators;
import dev.anmok.app.workspace.Library;
import dev.anmok.app.workspace.MoodLens;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.core.curate.ItemDecision;
import dev.anmok.core.pipeline.ItemPhotos;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Decides which photos stand for an item, at the moment it is asked: as the last curation of the
/// workspace did, or by the profile where there was none.
///
/// @param library the workspace
/// @param lens the profile's lens, its prompts encoded
record Representatives(Library library, MoodLens lens) {
  /// What is tried otherwise than the workspace has it; null for what is not.
  record Trial(@Nullable Method methodOrNull, @Nullable Double thresholdOrNull) {
    static final Trial NONE = new Trial(null, null);
  }

  static Representatives bind(Library library) {
    return new Representatives(
        library,
        MoodLens.of(library.session().profile(), library.session().pack(), library.texts()));
  }

  /// How the workspace was curated last by its present profile; empty if it was not.
  Optional<CuratedWith> last() throws IOException {
    var profile = library.session().profile();
    return CuratedWith.load(library.catalog()).filter(c -> c.profile().equals(profile.name()));
  }

  ItemDecision decide(ItemPhotos item) throws IOException {
    return curation(Trial.NONE).decide(item).decision();
  }

  /// The way to decide about single items.
  ///
  /// @throws Thresholds.UnknownThresholdException if there is no threshold to decide by
  Curation curation(Trial trial) throws IOException {
    var profile = library.session().profile();
    var with = last();
    var byHand =
        with.filter(c -> c.in(library.space())) // a threshold of another space says nothing here
            .map(c -> OptionalDouble.of(c.threshold()))
            .orElseGet(OptionalDouble::empty);
    if (trial.thresholdOrNull() != null) {
      byHand = OptionalDouble.of(trial.thresholdOrNull());
    }
    var threshold =
        Thresholds.resolve(library.catalog(), profile, library.session().pack(), byHand);
    var rule = with.map(c -> profile.rule().with(c.keep(), c.require())).orElse(profile.rule());
    var method = with.flatMap(c -> Method.find(c.method())).orElse(profile.method());
    if (trial.methodOrNull() != null) {
      method = trial.methodOrNull();
    }
    var curator =
        new Curators(library.session(), lens, ProfileBlur::judge)
            .curator(method, profile.with(rule), threshold);
    return new Curation(library.catalog(), library.space(), lens.scorer(), curator);
  }
}
