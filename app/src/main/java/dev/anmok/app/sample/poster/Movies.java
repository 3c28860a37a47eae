package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.poster.Parts.Part;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/// Invents films: the same seed gives the same ones.
final class Movies {
  private static final List<String> COUNTRIES =
      List.of("KR", "KR", "KR", "US", "US", "FR", "JP", "GB", "IT", "DE", "ES", "IN", "MX", "SE");
  private static final List<String> FAMILY =
      List.of("김", "이", "박", "최", "정", "한", "윤", "서", "노", "문", "오", "백");
  private static final List<String> GIVEN =
      List.of("도윤", "가온", "서린", "해수", "무영", "하람", "이든", "소율", "태오", "라온", "지안", "은결");
  private static final List<String> FIRST =
      List.of(
          "Marta", "Ilan", "Odile", "Kenzo", "Ruth", "Tomas", "Ines", "Bram", "Asha", "Piet",
          "Lucia", "Noor");
  private static final List<String> LAST =
      List.of(
          "Velder",
          "Okonma",
          "Ravello",
          "Tanabe",
          "Lindqvar",
          "Castella",
          "Brandeis",
          "Moreau-Lys",
          "Iyerson",
          "Quillby",
          "Sorenti",
          "Ashgrove");

  private final Parts parts;
  private final SplittableRandom random;
  private final Set<String> taken = new HashSet<>();

  private Movies(Parts parts, long seed) {
    this.parts = parts;
    this.random = new SplittableRandom(seed);
  }

  /// Invents films, of all genres in turn.
  static List<Movie> plan(long seed, int count) throws IOException {
    var movies = new Movies(Parts.read(), seed);
    var genres = Genre.values();
    var all = new ArrayList<Movie>();
    for (int i = 0; i < count; i++) {
      all.add(movies.movie(i, genres[i % genres.length]));
    }
    return List.copyOf(all);
  }

  private Movie movie(int number, Genre genre) {
    var design = design(genre);
    var title = title(genre);
    var facts = facts(genre);
    var names = new Movie.Names(title.korean(), title.english(), facts.country().equals("KR"));
    var id = String.format(Locale.ROOT, "film-%03d", number + 1);
    return new Movie(id, names, facts, story(genre, design), design);
  }

  private Design design(Genre genre) {
    var shows = pick(genre.compositions());
    var tone = pick(genre.tones());
    boolean night = !tone.bright && tone != Tone.GREY;
    boolean neon =
        night
            && switch (shows) {
              case CITY -> true;
              case CAR, GUITAR -> random.nextInt(2) == 0;
              case FACE, FIGURE, TYPE -> tone == Tone.NEON || random.nextInt(12) == 0;
              default -> false;
            };
    var weather =
        switch (shows) {
          case MOUNTAIN, FOREST, HOUSE -> some(Weather.FOG, Weather.CLEAR, Weather.SNOW);
          case CITY, CAR -> some(Weather.RAIN, Weather.CLEAR, Weather.CLEAR);
          case FLOWER, TWO_FACES -> some(Weather.PETALS, Weather.CLEAR, Weather.CLEAR);
          case FIGURE, SEA -> some(Weather.FOG, Weather.RAIN, Weather.CLEAR);
          default -> Weather.CLEAR;
        };
    var overlay =
        random.nextInt(3) > 0 ? Overlay.NONE : some(Overlay.RAYS, Overlay.STRIPES, Overlay.DOTS);
    int border = random.nextInt(3) == 0 ? 8 + 4 * random.nextInt(4) : 0;
    return new Design(shows, tone, neon, weather, overlay, border);
  }

  private Movie.Facts facts(Genre genre) {
    var genres = new ArrayList<>(List.of(genre));
    for (var other : genre.neighbours()) {
      if (random.nextInt(3) == 0) {
        genres.add(other);
      }
    }
    int year = 1960 + (int) (67 * Math.sqrt(random.nextDouble()));
    var released = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
    double sum = random.nextDouble() + random.nextDouble() + random.nextDouble();
    double rating = Math.clamp(Math.rint(10 * (2.6 + 2.5 * sum)) / 10, 1, 10);
    var country = pick(COUNTRIES);
    var director =
        country.equals("KR") ? pick(FAMILY) + pick(GIVEN) : pick(FIRST) + " " + pick(LAST);
    boolean grim = genre == Genre.HORROR || genre == Genre.THRILLER || genre == Genre.NOIR;
    boolean adult = grim && random.nextInt(4) == 0;
    int runtime = 74 + random.nextInt(90);
    return new Movie.Facts(released, rating, runtime, director, country, adult, genres);
  }

  /// A title that no other film has, in either language.
  private Part title(Genre genre) {
    while (true) {
      var title = drawn(genre.key());
      if (!taken.contains(title.korean()) && !taken.contains(title.english())) {
        taken.add(title.korean());
        taken.add(title.english());
        return title;
      }
    }
  }

  private Part drawn(String genre) {
    var noun = pick(parts.of(genre, "noun"));
    int form = random.nextInt(6);
    if (form == 0) {
      return pick(parts.of(genre, "title"));
    }
    var other = pick(parts.of(genre, "noun"));
    if (form == 1 && !other.equals(noun)) {
      return new Part(
          other.korean() + "의 " + noun.korean(), noun.english() + " of the " + other.english());
    }
    var word = pick(parts.of(genre, "mod"));
    boolean named = word.english().contains("'") || word.english().startsWith("Our ");
    var article = form < 4 && !named ? "The " : "";
    return new Part(
        word.korean() + " " + noun.korean(), article + word.english() + " " + noun.english());
  }

  private Movie.Story story(Genre genre, Design design) {
    var who = pick(parts.of(genre.key(), "who"));
    var event = pick(parts.of(genre.key(), "event"));
    var korean = Korean.subject(who.korean()) + " " + event.korean() + ".";
    var english = who.english() + " " + event.english() + ".";
    var shows = design.composition().key();
    boolean neonCity = design.neon() && design.composition() == Composition.CITY;
    var where = parts.of(neonCity ? "neon-city" : shows, "where");
    if (where.isEmpty()) {
      var look = pick(parts.of(shows, "look"));
      korean = look.korean() + " " + korean;
      english = look.english() + " " + capital(english);
    } else {
      var place = pick(where);
      korean = place.korean() + " " + korean;
      english = place.english() + ", " + english;
    }
    if (random.nextInt(4) > 0) {
      var end = pick(parts.of(genre.key(), "end"));
      korean += " " + end.korean();
      english += " " + end.english();
    }
    var tag = pick(parts.of(genre.key(), "tag"));
    return new Movie.Story(korean, english, tag.korean(), tag.english());
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  @SafeVarargs
  private <T> T some(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
