package dev.anmok.app.sample.poster;

import static dev.anmok.app.sample.poster.Composition.ANIMAL;
import static dev.anmok.app.sample.poster.Composition.CAR;
import static dev.anmok.app.sample.poster.Composition.CASTLE;
import static dev.anmok.app.sample.poster.Composition.CITY;
import static dev.anmok.app.sample.poster.Composition.FACE;
import static dev.anmok.app.sample.poster.Composition.FIGURE;
import static dev.anmok.app.sample.poster.Composition.FLOWER;
import static dev.anmok.app.sample.poster.Composition.FOREST;
import static dev.anmok.app.sample.poster.Composition.GUITAR;
import static dev.anmok.app.sample.poster.Composition.HAND;
import static dev.anmok.app.sample.poster.Composition.HOUSE;
import static dev.anmok.app.sample.poster.Composition.MOON;
import static dev.anmok.app.sample.poster.Composition.MOUNTAIN;
import static dev.anmok.app.sample.poster.Composition.PLANET;
import static dev.anmok.app.sample.poster.Composition.SEA;
import static dev.anmok.app.sample.poster.Composition.TWO_FACES;
import static dev.anmok.app.sample.poster.Composition.TYPE;

import java.util.List;
import java.util.Locale;

/// Kinds of films, with what their posters like to show and in which colours; what is named more
/// than once is shown more often.
enum Genre {
  HORROR("공포"),
  ROMANCE("로맨스"),
  COMEDY("코미디"),
  SCIFI("SF"),
  NOIR("느와르"),
  ANIMATION("애니메이션"),
  DOCUMENTARY("다큐멘터리"),
  WESTERN("서부극"),
  FANTASY("판타지"),
  WAR("전쟁"),
  THRILLER("스릴러"),
  MUSIC("음악"),
  SPORT("스포츠"),
  FAMILY("가족"),
  DRAMA("드라마"),
  ACTION("액션");

  final String korean;

  Genre(String korean) {
    this.korean = korean;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The colours of its posters.
  List<Tone> tones() {
    return switch (this) {
      case HORROR -> List.of(Tone.DARK_RED, Tone.DARK_RED, Tone.BLACK, Tone.GREEN);
      case ROMANCE -> List.of(Tone.PINK, Tone.PINK, Tone.SUNSET, Tone.WHITE);
      case COMEDY -> List.of(Tone.YELLOW, Tone.YELLOW, Tone.COLOURFUL, Tone.SKY);
      case SCIFI -> List.of(Tone.NEON, Tone.NEON, Tone.BLUE, Tone.TEAL);
      case NOIR -> List.of(Tone.GREY, Tone.GREY, Tone.BLACK, Tone.TEAL);
      case ANIMATION -> List.of(Tone.COLOURFUL, Tone.SKY, Tone.COLOURFUL, Tone.PURPLE);
      case DOCUMENTARY -> List.of(Tone.WHITE, Tone.WHITE, Tone.BLUE, Tone.GREEN);
      case WESTERN -> List.of(Tone.DESERT, Tone.DESERT, Tone.SUNSET);
      case FANTASY -> List.of(Tone.GOLD, Tone.PURPLE, Tone.GREEN, Tone.GOLD);
      case WAR -> List.of(Tone.KHAKI, Tone.KHAKI, Tone.GREY, Tone.DESERT);
      case THRILLER -> List.of(Tone.TEAL, Tone.BLACK, Tone.BLUE, Tone.GREEN);
      case MUSIC -> List.of(Tone.PURPLE, Tone.NEON, Tone.SUNSET, Tone.YELLOW);
      case SPORT -> List.of(Tone.TEAL, Tone.YELLOW, Tone.BLUE, Tone.BLACK);
      case FAMILY -> List.of(Tone.SKY, Tone.YELLOW, Tone.GREEN, Tone.SKY);
      case DRAMA -> List.of(Tone.WHITE, Tone.BLUE, Tone.SUNSET, Tone.GREY);
      case ACTION -> List.of(Tone.TEAL, Tone.BLACK, Tone.SUNSET, Tone.DARK_RED);
    };
  }

  /// What its posters show.
  List<Composition> compositions() {
    return switch (this) {
      case HORROR -> List.of(FACE, FACE, HOUSE, HAND, FOREST, MOON, TYPE);
      case ROMANCE -> List.of(TWO_FACES, TWO_FACES, FLOWER, SEA, FACE, CITY);
      case COMEDY -> List.of(TYPE, FACE, TWO_FACES, ANIMAL, CAR, HOUSE);
      case SCIFI -> List.of(CITY, CITY, PLANET, PLANET, FACE, FIGURE);
      case NOIR -> List.of(FIGURE, FACE, CITY, CAR, HAND);
      case ANIMATION -> List.of(ANIMAL, ANIMAL, MOON, CASTLE, HOUSE, PLANET);
      case DOCUMENTARY -> List.of(TYPE, SEA, MOUNTAIN, FACE, ANIMAL, FOREST);
      case WESTERN -> List.of(FIGURE, ANIMAL, MOUNTAIN, FACE);
      case FANTASY -> List.of(CASTLE, CASTLE, FOREST, MOON, FACE, FIGURE);
      case WAR -> List.of(FIGURE, FIGURE, FACE, MOUNTAIN, HAND);
      case THRILLER -> List.of(FACE, CAR, HOUSE, FOREST, TWO_FACES, HAND);
      case MUSIC -> List.of(GUITAR, GUITAR, FACE, CITY, TYPE);
      case SPORT -> List.of(FIGURE, FACE, TYPE, MOUNTAIN, HAND);
      case FAMILY -> List.of(HOUSE, ANIMAL, ANIMAL, SEA, CAR, FLOWER);
      case DRAMA -> List.of(FACE, SEA, FIGURE, TWO_FACES, HOUSE, FLOWER);
      case ACTION -> List.of(CAR, CAR, CITY, FACE, FIGURE);
    };
  }

  /// What films of this kind often are as well.
  List<Genre> neighbours() {
    return switch (this) {
      case HORROR -> List.of(THRILLER, DRAMA);
      case ROMANCE -> List.of(DRAMA, COMEDY);
      case COMEDY -> List.of(FAMILY, ROMANCE);
      case SCIFI -> List.of(THRILLER, ACTION);
      case NOIR -> List.of(THRILLER, DRAMA);
      case ANIMATION -> List.of(FAMILY, FANTASY);
      case DOCUMENTARY -> List.of(MUSIC, WAR);
      case WESTERN -> List.of(ACTION, DRAMA);
      case FANTASY -> List.of(ACTION, FAMILY);
      case WAR -> List.of(DRAMA, ACTION);
      case THRILLER -> List.of(DRAMA, ACTION);
      case MUSIC -> List.of(DRAMA, ROMANCE);
      case SPORT -> List.of(DRAMA, FAMILY);
      case FAMILY -> List.of(COMEDY, DRAMA);
      case DRAMA -> List.of(ROMANCE, MUSIC);
      case ACTION -> List.of(THRILLER, COMEDY);
    };
  }
}
