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
  HORROR(
      "공포",
      List.of(Tone.DARK_RED, Tone.DARK_RED, Tone.BLACK, Tone.GREEN),
      List.of(FACE, FACE, HOUSE, HAND, FOREST, MOON, TYPE)),
  ROMANCE(
      "로맨스",
      List.of(Tone.PINK, Tone.PINK, Tone.SUNSET, Tone.WHITE),
      List.of(TWO_FACES, TWO_FACES, FLOWER, SEA, FACE, CITY)),
  COMEDY(
      "코미디",
      List.of(Tone.YELLOW, Tone.YELLOW, Tone.COLOURFUL, Tone.SKY),
      List.of(TYPE, FACE, TWO_FACES, ANIMAL, CAR, HOUSE)),
  SCIFI(
      "SF",
      List.of(Tone.NEON, Tone.NEON, Tone.BLUE, Tone.TEAL),
      List.of(CITY, CITY, PLANET, PLANET, FACE, FIGURE)),
  NOIR(
      "느와르",
      List.of(Tone.GREY, Tone.GREY, Tone.BLACK, Tone.TEAL),
      List.of(FIGURE, FACE, CITY, CAR, HAND)),
  ANIMATION(
      "애니메이션",
      List.of(Tone.COLOURFUL, Tone.SKY, Tone.COLOURFUL, Tone.PURPLE),
      List.of(ANIMAL, ANIMAL, MOON, CASTLE, HOUSE, PLANET)),
  DOCUMENTARY(
      "다큐멘터리",
      List.of(Tone.WHITE, Tone.WHITE, Tone.BLUE, Tone.GREEN),
      List.of(TYPE, SEA, MOUNTAIN, FACE, ANIMAL, FOREST)),
  WESTERN(
      "서부극",
      List.of(Tone.DESERT, Tone.DESERT, Tone.SUNSET),
      List.of(FIGURE, ANIMAL, MOUNTAIN, FACE)),
  FANTASY(
      "판타지",
      List.of(Tone.GOLD, Tone.PURPLE, Tone.GREEN, Tone.GOLD),
      List.of(CASTLE, CASTLE, FOREST, MOON, FACE, FIGURE)),
  WAR(
      "전쟁",
      List.of(Tone.KHAKI, Tone.KHAKI, Tone.GREY, Tone.DESERT),
      List.of(FIGURE, FIGURE, FACE, MOUNTAIN, HAND)),
  THRILLER(
      "스릴러",
      List.of(Tone.TEAL, Tone.BLACK, Tone.BLUE, Tone.GREEN),
      List.of(FACE, CAR, HOUSE, FOREST, TWO_FACES, HAND)),
  MUSIC(
      "음악",
      List.of(Tone.PURPLE, Tone.NEON, Tone.SUNSET, Tone.YELLOW),
      List.of(GUITAR, GUITAR, FACE, CITY, TYPE)),
  SPORT(
      "스포츠",
      List.of(Tone.TEAL, Tone.YELLOW, Tone.BLUE, Tone.BLACK),
      List.of(FIGURE, FACE, TYPE, MOUNTAIN, HAND)),
  FAMILY(
      "가족",
      List.of(Tone.SKY, Tone.YELLOW, Tone.GREEN, Tone.SKY),
      List.of(HOUSE, ANIMAL, ANIMAL, SEA, CAR, FLOWER)),
  DRAMA(
      "드라마",
      List.of(Tone.WHITE, Tone.BLUE, Tone.SUNSET, Tone.GREY),
      List.of(FACE, SEA, FIGURE, TWO_FACES, HOUSE, FLOWER)),
  ACTION(
      "액션",
      List.of(Tone.TEAL, Tone.BLACK, Tone.SUNSET, Tone.DARK_RED),
      List.of(CAR, CAR, CITY, FACE, FIGURE));

  final String korean;
  final List<Tone> tones;
  final List<Composition> compositions;

  Genre(String korean, List<Tone> tones, List<Composition> compositions) {
    this.korean = korean;
    this.tones = tones;
    this.compositions = compositions;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
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
