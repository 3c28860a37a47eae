package dev.anmok.app.sample;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// Draws what a shot shows, before any fault is done to it. The same seed gives the same pixels.
final class Studio {
  private static final int[][] SIZES = {
    {576, 432}, {600, 400}, {432, 576}, {512, 512}, {624, 352}, {448, 560}, {576, 432}
  };

  private final long seed;

  Studio(long seed) {
    this.seed = seed;
  }

  BufferedImage draw(Cafe cafe, Shot shot) {
    var random =
        new SplittableRandom(mix(shot.cafe(), shot.kind().name().hashCode(), shot.subject()));
    int[] size = SIZES[random.nextInt(SIZES.length)];
    int grain = random.nextInt(1 << 20);
    CafeStyle style = cafe.style();
    return switch (shot.kind()) {
      case ROOM -> Renderer.render(room(style, shot, size, random), size[0], size[1], grain);
      case FOOD -> {
        Dish[] dishes = Dish.values();
        Dish dish = dishes[(shot.cafe() * 3 + shot.subject()) % dishes.length];
        yield Renderer.render(TableTop.of(dish, style, random), size[0], size[1], grain);
      }
      case CUP -> {
        Drink[] drinks = Drink.values();
        Drink drink = drinks[(shot.cafe() + shot.subject()) % drinks.length];
        yield Renderer.render(TableTop.of(drink, style, random), size[0], size[1], grain);
      }
      case SELFIE -> Renderer.render(Portrait.draw(random), 440, 550, grain);
      case MENU -> Snapshot.of(MenuBoard.draw(random), random);
      case RECEIPT -> Receipt.draw(cafe.name(), random);
      case DOCUMENT -> Receipt.page(random);
      case LOGO -> Logo.draw(cafe.name(), random);
      case SCREENSHOT -> Screenshot.draw(random);
    };
  }

  /// Every zone keeps its furniture for two photos taken from different places.
  private Scene room(CafeStyle style, Shot shot, int[] size, SplittableRandom random) {
    int round = shot.subject() / style.zones().size();
    int place = shot.subject() % style.zones().size();
    long furniture = mix(shot.cafe(), 1000 + place, round / 2);
    double side = (round % 2 == 0 ? 1 : -1) * (0.3 + random.nextDouble() * 1.2);
    Vec eye = new Vec(side, 1.25 + random.nextDouble() * 0.4, 0.25 + random.nextDouble() * 0.9);
    Vec target = new Vec(-side * (0.2 + random.nextDouble() * 0.5), 1.15, Shell.DEPTH);
    double upright = size[1] > size[0] ? 1.3 : 1;
    double zoom = (1.1 + random.nextDouble() * 0.3) * upright;
    return Interior.furnished(
        style, style.zones().get(place), furniture, Camera.look(eye, target, zoom));
  }

  private long mix(int a, int b, int c) {
    long h = seed * 0x9e3779b97f4a7c15L + a * 0x632be59bd9b4e019L + b * 0xd6e8feb86659fd93L + c;
    return new SplittableRandom(h).nextLong();
  }
}
