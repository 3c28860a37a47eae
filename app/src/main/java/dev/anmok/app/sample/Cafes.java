package dev.anmok.app.sample;

import static dev.anmok.app.sample.CafeStyle.Finish.BRICK_ON_BOARDS;
import static dev.anmok.app.sample.CafeStyle.Finish.CONCRETE;
import static dev.anmok.app.sample.CafeStyle.Finish.DECK;
import static dev.anmok.app.sample.CafeStyle.Finish.PANEL_ON_TILES;
import static dev.anmok.app.sample.CafeStyle.Finish.PLASTER_ON_BOARDS;
import static dev.anmok.app.sample.CafeStyle.Finish.PLASTER_ON_CHECK;
import static dev.anmok.app.sample.CafeStyle.Zone.COUNTER;
import static dev.anmok.app.sample.CafeStyle.Zone.HALL;
import static dev.anmok.app.sample.CafeStyle.Zone.SHELVES;
import static dev.anmok.app.sample.CafeStyle.Zone.SOFA;
import static dev.anmok.app.sample.CafeStyle.Zone.TERRACE;
import static dev.anmok.app.sample.CafeStyle.Zone.WINDOW;

import dev.anmok.app.sample.Cafe.Mix;
import dev.anmok.app.sample.CafeStyle.Finish;
import dev.anmok.app.sample.CafeStyle.Pendant;
import dev.anmok.app.sample.CafeStyle.Zone;
import java.util.List;

/// The invented cafes of the samples and what their rooms look like.
final class Cafes {
  private static final int WARM = 0xffc78a;
  private static final int AMBER = 0xffb066;
  private static final int NEUTRAL = 0xffe9cf;

  static final List<Cafe> ALL =
      List.of(
          roomy(
              "달빛 서재",
              PLASTER_ON_BOARDS,
              new Palette(0xd9c7a6, 0x7d5233, 0x6b4428, 0x6b3a2e, 0x3d5446),
              new Mood(AMBER, 1.3, 0.1, 0.25, 0xfff0d8),
              Pendant.GLOBE,
              1,
              4,
              SHELVES,
              SOFA,
              HALL,
              SHELVES,
              COUNTER),
          roomy(
              "모퉁이 온실",
              PLASTER_ON_BOARDS,
              new Palette(0xe9ebe0, 0xb89468, 0xb08a5c, 0xcdbb98, 0x8fa886),
              new Mood(NEUTRAL, 0.5, 1, 0.46, 0xfdfff6),
              Pendant.PAPER,
              3,
              1,
              WINDOW,
              HALL,
              SOFA,
              COUNTER,
              TERRACE),
          roomy(
              "하얀 오후",
              PLASTER_ON_CHECK,
              new Palette(0xf6f4f0, 0xf0eeea, 0xd8bd96, 0xdad7d0, 0xcfcac2),
              new Mood(NEUTRAL, 0.35, 1, 0.66, 0xfdfdff),
              Pendant.GLOBE,
              1,
              1,
              HALL,
              WINDOW,
              COUNTER,
              SOFA),
          roomy(
              "노을 드는 창가",
              BRICK_ON_BOARDS,
              new Palette(0xc9a988, 0x8f6240, 0x7d5232, 0x3c4650, 0x8c4a34),
              new Mood(AMBER, 1.5, 0.3, 0.24, 0xfff0dc),
              Pendant.CONE,
              1,
              2,
              WINDOW,
              WINDOW,
              HALL,
              WINDOW,
              SOFA),
          roomy(
              "붉은 벽돌 공작소",
              BRICK_ON_BOARDS,
              new Palette(0x9c543f, 0x5f4433, 0x54392a, 0x33302e, 0x252423),
              new Mood(AMBER, 1.4, 0.05, 0.2, 0xffefdc),
              Pendant.BARE,
              0,
              1,
              HALL,
              COUNTER,
              WINDOW,
              SOFA),
          roomy(
              "느린 화요일",
              PANEL_ON_TILES,
              new Palette(0xb08a64, 0x8a7058, 0x6f4529, 0x4a3c3c, 0xa8542f),
              new Mood(AMBER, 1.5, 0.08, 0.22, 0xffeed6),
              Pendant.PAPER,
              1,
              2,
              SOFA,
              HALL,
              SOFA,
              COUNTER,
              SHELVES),
          roomy(
              "바람길 테라스",
              DECK,
              new Palette(0xe9e3d6, 0xb48f66, 0x9c7448, 0xf0e8d8, 0x2f7a86),
              new Mood(WARM, 0.4, 1, 0.46, 0xfffdf4),
              Pendant.BARE,
              2,
              1,
              TERRACE,
              HALL,
              TERRACE,
              WINDOW),
          roomy(
              "구름 다방",
              PLASTER_ON_CHECK,
              new Palette(0xf1d9d6, 0xf3ece2, 0xc99a72, 0x8fc1b5, 0xd98c94),
              new Mood(NEUTRAL, 0.7, 0.7, 0.46, 0xfff8f4),
              Pendant.GLOBE,
              1,
              1,
              HALL,
              SOFA,
              COUNTER,
              WINDOW),
          roomy(
              "회색 잉크 로스터스",
              CONCRETE,
              new Palette(0xa9a7a3, 0x8b8987, 0x4f4740, 0x2e3236, 0x39424a),
              new Mood(NEUTRAL, 0.4, 0.9, 0.46, 0xf6f9ff),
              Pendant.CONE,
              1,
              1,
              COUNTER,
              HALL,
              WINDOW,
              SOFA),
          roomy(
              "별이 내린 옥상",
              DECK,
              new Palette(0x7c6a5c, 0x6d523b, 0x6a4a30, 0xa04f38, 0x8c3f35),
              new Mood(AMBER, 1.5, 0.03, 0.18, 0xfff0dc),
              Pendant.BARE,
              1,
              1,
              TERRACE,
              SOFA,
              HALL,
              WINDOW),
          roomy(
              "골목 끝 라디오",
              PLASTER_ON_BOARDS,
              new Palette(0x5d7a6c, 0xa8764a, 0x8a5530, 0xd07c35, 0xe0a03c),
              new Mood(WARM, 1, 0.4, 0.32, 0xfff4e0),
              Pendant.CONE,
              2,
              2,
              HALL,
              SOFA,
              SHELVES,
              COUNTER,
              WINDOW),
          other(
              "설탕 한 스푼",
              Mix.MOSTLY_FOOD,
              new Palette(0xf4e3dc, 0xc49a70, 0xb98a5c, 0xe0a5a8, 0xc77f86),
              WINDOW,
              COUNTER,
              HALL),
          other(
              "오늘의 반죽",
              Mix.TOO_FEW_ROOMS,
              new Palette(0xeadfc9, 0xa57b52, 0x8f6238, 0x7d8a5c, 0x6f7d4a),
              COUNTER,
              HALL,
              SOFA),
          other(
              "바쁜 점심",
              Mix.TOO_FEW_ROOMS,
              new Palette(0xe9e6e0, 0xb0a494, 0x9a7a58, 0x5a6f8c, 0x3f5a80),
              HALL,
              COUNTER,
              WINDOW),
          other(
              "새벽 두 시",
              Mix.TOO_FEW_FILES,
              new Palette(0x6f6a78, 0x5a4a42, 0x4d382c, 0x4a4660, 0x5c5580),
              SOFA,
              WINDOW),
          other(
              "잃어버린 필름",
              Mix.BROKEN,
              new Palette(0xe9e6e0, 0xb0a494, 0x9a7a58, 0x5a6f8c, 0x3f5a80),
              HALL));

  private Cafes() {}

  private static Cafe roomy(
      String name,
      Finish finish,
      Palette palette,
      Mood mood,
      Pendant pendant,
      int plants,
      int books,
      Zone... zones) {
    return new Cafe(
        name,
        Mix.ROOMY,
        new CafeStyle(finish, palette, mood, pendant, plants, books, List.of(zones)));
  }

  private static Cafe other(String name, Mix mix, Palette palette, Zone... zones) {
    var mood = new Mood(WARM, 0.8, 0.7, 0.4, 0xfff8ec);
    return new Cafe(
        name,
        mix,
        new CafeStyle(PLASTER_ON_BOARDS, palette, mood, Pendant.CONE, 1, 1, List.of(zones)));
  }
}
