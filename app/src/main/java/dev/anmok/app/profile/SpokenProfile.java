package dev.anmok.app.profile;

import dev.anmok.core.curate.HighlightRule;
import dev.anmok.core.curate.LowQualityRule;
import dev.anmok.core.score.CategorySet;
import dev.anmok.core.score.ContrastLens;
import dev.anmok.core.score.HighlightLens;
import dev.anmok.core.score.PairsLens;
import dev.anmok.core.score.Prompt;
import dev.anmok.core.score.PromptPair;
import dev.anmok.core.score.PromptSet;
import dev.anmok.core.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A profile in the languages that a model knows: prompts in others are left out, since their
/// vectors would mean nothing. A lens of which too little would remain stays as it is; whoever
/// encodes its prompts is refused ([dev.anmok.app.workspace.PromptTexts]).
///
/// @param profile what remains
/// @param notes one sentence for each lens of which something was left out
public record SpokenProfile(Profile profile, List<String> notes) {
  public SpokenProfile {
    notes = List.copyOf(notes);
  }

  /// A profile as a model understands it.
  ///
  /// @param model its pack's id, for the notes
  /// @param languages that it knows, as ISO 639-1 codes
  public static SpokenProfile of(Profile profile, String model, List<String> languages) {
    var filter = new Filter(model, Set.copyOf(languages));
    var lens = profile.lens();
    var prompts = filter.prompts(lens.name(), lens.prompts());
    var old = profile.oldPrompts().map(each -> filter.prompts("as-published", each)).orElse(null);
    var album = profile.album().map(filter::album).orElse(null);
    return filter.notes.isEmpty()
        ? new SpokenProfile(profile, List.of())
        : new SpokenProfile(
            profile.with(new ContrastLens(lens.name(), prompts, lens.pooling()), old, album),
            filter.notes);
  }

  private static final class Filter {
    private final String model;
    private final Set<String> languages;
    private final List<String> notes = new ArrayList<>();

    Filter(String model, Set<String> languages) {
      this.model = model;
      this.languages = languages;
    }

    private boolean knows(String text) {
      return languages.containsAll(Language.of(text).codes());
    }

    private List<String> known(List<String> texts) {
      return texts.stream().filter(this::knows).toList();
    }

    private void leftOut(String lens, long prompts) {
      if (prompts > 0) {
        notes.add(
            "%d prompts of '%s' are left out: the model %s does not know their language"
                .formatted(prompts, lens, model));
      }
    }

    PromptSet prompts(String lens, PromptSet set) {
      var positive = known(set.positiveTexts());
      var negative = known(set.negativeTexts());
      long gone =
          (long) set.positiveTexts().size()
              + set.negativeTexts().size()
              - positive.size()
              - negative.size();
      if (gone == 0 || positive.isEmpty() || negative.isEmpty()) {
        return set;
      }
      leftOut(lens, gone);
      return new PromptSet(off(set.positive()), off(set.negative()));
    }

    private List<Prompt> off(List<Prompt> prompts) {
      return prompts.stream()
          .map(prompt ->
              new Prompt(prompt.text(), prompt.enabled() && knows(prompt.text()), prompt.comment()))
          .toList();
    }

    Album album(Album album) {
      var highlights = album.highlights();
      return new Album(
          categories(album.categories()),
          album.duplicates(),
          new HighlightRule(highlights(highlights.lens()), highlights.distinct()),
          lowQuality(album.lowQuality()),
          album.blur());
    }

    private CategorySet categories(CategorySet set) {
      try {
        var kept = set.in(languages);
        leftOut("categories", (long) set.written().size() - kept.written().size());
        return kept;
      } catch (IllegalArgumentException e) {
        return set; // too little would remain
      }
    }

    private HighlightLens highlights(HighlightLens lens) {
      return switch (lens) {
        case HighlightLens.Head head -> head;
        case HighlightLens.Ladder(var templates) -> {
          var kept = known(templates);
          if (kept.isEmpty() || kept.size() == templates.size()) {
            yield lens;
          }
          leftOut("highlights", (long) templates.size() - kept.size());
          yield new HighlightLens.Ladder(kept);
        }
      };
    }

    private LowQualityRule lowQuality(LowQualityRule rule) {
      var lens = lowQuality(rule.lensOrNull());
      return new LowQualityRule(
          lens, rule.promptThresholds(), rule.pixels(), rule.weights(), rule.faults());
    }

    private @Nullable PairsLens lowQuality(@Nullable PairsLens lens) {
      if (lens == null) {
        return null;
      }
      var pairs = new ArrayList<PromptPair>();
      long gone = 0;
      for (var pair : lens.pairs()) {
        var good = known(pair.good());
        var bad = known(pair.bad());
        if (good.isEmpty() || bad.isEmpty()) {
          return lens;
        }
        gone += (long) pair.good().size() + pair.bad().size() - good.size() - bad.size();
        pairs.add(new PromptPair(pair.name(), pair.fault(), good, bad));
      }
      leftOut(lens.name(), gone);
      return gone == 0 ? lens : new PairsLens(lens.name(), lens.form(), pairs);
    }
  }
}
