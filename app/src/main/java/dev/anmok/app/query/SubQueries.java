package dev.anmok.app.query;

import dev.anmok.app.profile.Mode;
import dev.anmok.app.words.QueryTexts;
import dev.anmok.app.workspace.Towers;
import dev.anmok.core.classify.Sight;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.search.QueryKind;
import dev.anmok.core.search.SubQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the sub-queries of one wish.
final class SubQueries {
  /// The vector of an item that others are to be like.
  static final String ITEM = "item";

  /// The reading of a wish's looks by its translated words.
  static final String TRANSLATION = "translation";

  private static final String ORIGINAL = "original";
  private static final String LOOKS = "looks";
  private static final String WORDS = "words";
  private static final String TRANSLATED_WORDS = "translated-words";
  private static final String LESS_LOOKS = "less-looks";
  private static final String LESS_WORDS = "less-words";

  /// A translation's words count half: the original's are what was asked for.
  private static final double TRANSLATED = 0.5;

  private final Towers towers;
  private final QueryPhotos photos;
  private final QueryTexts reader;
  private final Wish wish;
  private final Understood understood;
  private final List<SubQuery> parts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final StageTimes times;
  private final int minSide;
  private List<Pixels> pictures = List.of();
  private @Nullable List<Embedding> looks;

  SubQueries(
      Towers towers,
      QueryPhotos photos,
      QueryTexts reader,
      Wish wish,
      StageTimes times,
      int minSide) {
    this.minSide = minSide;
    this.times = times;
    this.towers = towers;
    this.photos = photos;
    this.reader = reader;
    this.wish = wish;
    this.understood = Understood.of(wish.wanted().texts(), reader);
    notes.addAll(understood.notes());
  }

  /// What the vectors of a wish were made of, by name of the sub-query or reading.
  static Map<String, QueryKind> kinds(QueryKind kind) {
    return Map.of(LOOKS, kind, ORIGINAL, kind, TRANSLATION, kind, ITEM, QueryKind.PHOTO);
  }

  /// Sentences for people, after [#make].
  List<String> notes() {
    return notes;
  }

  /// Adds a sentence for people.
  void note(String sentence) {
    notes.add(sentence);
  }

  /// The wish's photos as a classifier sees them, after [#make]: with pictures where they were
  /// read, vectors alone for those known already.
  List<Sight> sights() {
    if (wish.wanted().kind() == QueryKind.WORDS || looks == null) {
      return List.of();
    }
    var sights = new ArrayList<Sight>();
    int known = looks.size() - pictures.size();
    for (int i = 0; i < looks.size(); i++) {
      sights.add(new Sight(i < known ? null : pictures.get(i - known), looks.get(i)));
    }
    return sights;
  }

  /// Those of them that have pictures.
  List<Sight> pictures() {
    return sights().stream().filter(sight -> sight.pixelsOrNull() != null).toList();
  }

  /// Wanted and less wanted, by vector and by words as the wish's mode says.
  ///
  /// @throws RefusedQueryException if the model cannot be asked, and nothing else is
  List<SubQuery> make() throws IOException {
    var wanted = wish.wanted();
    var mode = mode();
    if (mode != Mode.WORDS) {
      parts.add(looks(wish.vectorWeight()));
    }
    if (mode != Mode.VECTOR) {
      double weight = wish.weights().words();
      parts.add(new SubQuery.ByWords(WORDS, weight, String.join(" ", wanted.texts())));
      if (!understood.translations().isEmpty()) {
        var text = String.join(" ", understood.translations());
        parts.add(new SubQuery.ByWords(TRANSLATED_WORDS, TRANSLATED * weight, text));
      }
    }
    if (!wanted.less().isEmpty()) {
      less(mode);
    }
    return parts;
  }

  private Mode mode() throws RefusedQueryException {
    if (wish.wanted().texts().isEmpty()) {
      return Mode.VECTOR;
    }
    var refused = understood.refusedOrNull();
    if (refused == null || wish.mode() == Mode.WORDS) {
      return wish.mode();
    }
    if (wish.mode() == Mode.VECTOR) {
      throw new RefusedQueryException(refused);
    }
    notes.add(refused + ": searched by words only");
    return Mode.WORDS;
  }

  private SubQuery looks(double weight) throws IOException {
    var originals = understood.originals();
    var translations = understood.translations();
    if (originals.isEmpty() || translations.isEmpty()) {
      var texts = originals.isEmpty() ? translations : originals;
      return new SubQuery.ByVector(LOOKS, weight, vector(texts));
    }
    return new SubQuery.BestOf(
        LOOKS,
        weight,
        List.of(
            new SubQuery.ByVector(ORIGINAL, 1, vector(originals)),
            new SubQuery.ByVector(TRANSLATION, 1, vector(translations))));
  }

  private void less(Mode mode) throws IOException {
    var off = Understood.of(wish.wanted().less(), reader);
    var texts = off.originals().isEmpty() ? off.translations() : off.originals();
    double weight = -wish.weights().less();
    if (mode != Mode.WORDS && off.refusedOrNull() != null) {
      throw new RefusedQueryException(off.refusedOrNull());
    }
    if (mode != Mode.WORDS) {
      var vector = Embedding.meanOf(towers.texts(texts));
      parts.add(new SubQuery.ByVector(LESS_LOOKS, weight * wish.vectorWeight(), vector));
    }
    if (mode != Mode.VECTOR) {
      var text = String.join(" ", wish.wanted().less());
      parts.add(new SubQuery.ByWords(LESS_WORDS, weight * wish.weights().words(), text));
    }
  }

  /// One vector for words and for the wish's photos: their means, added up by weight.
  private Embedding vector(List<String> texts) throws IOException {
    if (texts.isEmpty()) {
      return Embedding.meanOf(looks());
    }
    var words = times.time(StageTimes.EMBED, () -> Embedding.meanOf(towers.texts(texts)));
    var photos = looks();
    return photos.isEmpty() ? words : words.plus(wish.weights().photo(), Embedding.meanOf(photos));
  }

  /// The vectors of the wish's photos.
  private List<Embedding> looks() throws IOException {
    if (looks == null) {
      var wanted = wish.wanted();
      var vectors = new ArrayList<>(wanted.photos());
      if (!wanted.images().isEmpty()) {
        vectors.addAll(times.time(StageTimes.EMBED, () -> towers.pictures(this::pictures)));
      }
      looks = List.copyOf(vectors);
    }
    return looks;
  }

  /// Decodes within the time of embedding, from which it is taken back.
  private List<Pixels> pictures(int towerSide) throws IOException {
    long start = System.nanoTime();
    pictures = photos.read(wish.wanted().images(), Math.max(towerSide, minSide));
    long took = System.nanoTime() - start;
    times.add(StageTimes.DECODE, took);
    times.add(StageTimes.EMBED, -took);
    return pictures;
  }
}
