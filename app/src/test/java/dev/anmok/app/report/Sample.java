package dev.anmok.app.report;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

/// A made-up workspace: items whose photos fall into two modes, as photos of cafes do.
final class Sample {
  static final LensFacts LENS = new LensFacts("mood", "anmok-mini/256/v1", "mean", 0.01);
  static final ReportHead HEAD =
      new ReportHead(
          "./anmok-data",
          "cafe",
          "delta",
          LENS,
          5,
          5,
          Instant.parse("2026-03-04T05:06:07Z"),
          Language.EN);

  private static final List<String> TITLES =
      List.of(
          "창가의 오후",
          "Lamp & Oak",
          "느린 계단",
          "Café Müller",
          "달빛 서재",
          "Terrace 12",
          "골목 끝집",
          "Papyrus");

  private Sample() {}

  static ReportHead head(Language language) {
    return new ReportHead(
        HEAD.workspace(),
        HEAD.profile(),
        HEAD.method(),
        LENS,
        HEAD.keep(),
        HEAD.require(),
        HEAD.made(),
        language);
  }

  static List<ReportItem> items(int count) {
    var random = new Random(7);
    var items = new ArrayList<ReportItem>();
    for (int i = 0; i < count; i++) {
      items.add(item(i, random));
    }
    return items;
  }

  private static ReportItem item(int number, Random random) {
    double mood = 0.1 + 0.8 * random.nextDouble();
    int size = random.nextInt(9) == 0 ? 4 : 18 + random.nextInt(34);
    var photos = new ArrayList<ReportPhoto>();
    for (int i = 0; i < size; i++) {
      boolean good = random.nextDouble() < mood;
      double positive = (good ? 0.242 : 0.205) + 0.011 * random.nextGaussian();
      double delta = (good ? 0.028 : -0.026) + 0.013 * random.nextGaussian();
      var uri = "photos/cafe-" + number + "/" + (good ? "room" : "dish") + "-" + i + ".jpg";
      photos.add(new ReportPhoto(uri, positive, positive - delta, delta, 0, "", ""));
    }
    return decided(number, photos, random);
  }

  private static ReportItem decided(int number, List<ReportPhoto> photos, Random random) {
    var ranked =
        photos.stream().sorted(Comparator.comparingDouble(ReportPhoto::delta).reversed()).toList();
    long above = ranked.stream().filter(p -> LENS.exceeded(p.delta())).count();
    boolean kept = above >= 5;
    var reason = kept ? "kept" : ranked.size() < 5 ? "too_few_images" : "too_few_above_threshold";
    var decided = new ArrayList<ReportPhoto>();
    int rank = 0;
    for (var photo : ranked) {
      boolean over = LENS.exceeded(photo.delta());
      boolean near = over && random.nextInt(4) == 0;
      boolean blurred = over && !near && random.nextInt(9) == 0;
      boolean chosen = kept && over && !near && !blurred && rank < 5;
      var why =
          !over
              ? "below_threshold"
              : near
                  ? "near_duplicate_of"
                  : blurred
                      ? "blurred"
                      : chosen ? "representative" : kept ? "not_selected" : "item_dropped";
      decided.add(
          new ReportPhoto(
              photo.uri(),
              photo.positive(),
              photo.negative(),
              photo.delta(),
              chosen ? ++rank : 0,
              why,
              near ? ranked.getFirst().uri() : ""));
    }
    double share = ranked.stream().filter(p -> p.delta() > 0).count() / (double) ranked.size();
    double mean = ranked.stream().mapToDouble(ReportPhoto::delta).average().orElse(Double.NaN);
    var title =
        TITLES.get(number % TITLES.size())
            + (number < TITLES.size() ? "" : " " + (number / TITLES.size() + 1));
    return new ReportItem(
        "cafe-" + number, title, kept, reason, share, mean, decided, random.nextInt(3));
  }

  /// A warm room for `room`, a plate for `dish`; none for every 23rd.
  static Optional<byte[]> thumbnail(String uri) {
    int seed = uri.hashCode();
    return Math.floorMod(seed, 23) == 0
        ? Optional.empty()
        : Optional.of(jpeg(seed, uri.contains("room")));
  }

  static byte[] jpeg(int seed, boolean room) {
    var random = new Random(seed);
    var image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    float hue = 0.06f + 0.07f * random.nextFloat();
    g.setPaint(
        new GradientPaint(
            0,
            0,
            Color.getHSBColor(hue, 0.35f, 0.95f),
            0,
            120,
            Color.getHSBColor(hue, 0.5f, 0.45f)));
    g.fillRect(0, 0, 160, 120);
    if (room) {
      g.setColor(Color.getHSBColor(0.55f, 0.25f, 0.95f));
      g.fillRect(15 + random.nextInt(60), 18, 45, 40);
      g.setColor(Color.getHSBColor(hue, 0.7f, 0.3f));
      g.fillRect(20 + random.nextInt(50), 80, 70, 8);
      g.setColor(new Color(255, 230, 160));
      g.fillOval(90 + random.nextInt(40), 12, 22, 22);
    } else {
      g.setColor(Color.WHITE);
      g.fillOval(30, 15, 100, 92);
      g.setColor(Color.getHSBColor(random.nextFloat() * 0.3f, 0.8f, 0.8f));
      g.fillOval(50, 32, 60, 55);
    }
    g.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
