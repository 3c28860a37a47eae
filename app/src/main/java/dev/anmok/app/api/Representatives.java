package dev.anmok.app.api;

import dev.anmok.app.blur.ProfileBlur;
import dev.anmok.app.profile.Method;
import dev.anmok.app.workspace.CuratedWith;
import dev.anmok.app.workspace.Curation;
import dev.anmok.app.workspace.Curators;
import dev.anmok.app.workspace.Library;
import dev.anmok.app.workspace.MoodLens;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.core.curate.CurationRule;
import dev.anmok.core.curate.ItemDecision;
import dev.anmok.core.pipeline.ItemPhotos;
import java.io.IOException;
import java.util.OptionalDouble;

/// Decides which photos stand for an item, at the moment it is asked: as the last curation of the
/// workspace did, or by the profile where there was none.
///
/// @param library the workspace
/// @param lens the profile's lens, its prompts encoded
record Representatives(Library library, MoodLens lens) {
  static Representatives bind(Library library) {
    return new Representatives(library, MoodLens.of(library.session().profile(), library.texts()));
  }

  ItemDecision decide(ItemPhotos item) throws IOException {
    var profile = library.session().profile();
    var with = CuratedWith.load(library.catalog()).filter(c -> c.profile().equals(profile.name()));
    var threshold =
        Thresholds.resolve(
            library.catalog(),
            profile,
            library.session().pack(),
            with.map(c -> OptionalDouble.of(c.threshold())).orElseGet(OptionalDouble::empty));
    var rule = with.map(c -> rule(profile.rule(), c)).orElse(profile.rule());
    var method = with.map(c -> method(c, profile.method())).orElse(profile.method());
    var curator =
        new Curators(library.session(), lens, ProfileBlur::judge)
            .curator(method, profile.with(rule), threshold);
    return new Curation(library.catalog(), library.space(), lens.scorer(), curator)
        .decide(item)
        .decision();
  }

  private static CurationRule rule(CurationRule of, CuratedWith with) {
    return new CurationRule(
        with.keep(),
        with.require(),
        of.diversity(),
        of.nearOrNull(),
        of.minLaplacianStd(),
        of.minLumaMean());
  }

  private static Method method(CuratedWith with, Method otherwise) {
    for (var method : Method.values()) {
      if (method.code().equals(with.method())) {
        return method;
      }
    }
    return otherwise;
  }
}
