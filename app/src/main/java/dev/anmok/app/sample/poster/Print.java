package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Colour;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Everything that is written on a poster: titles in both languages, the tag line and the credits.
final class Print {
  /// Room below a title for what the film is called in the other language.
  private static final int SUBTITLE = 27;

  private static final double MIDDLE = Canvas.WIDTH / 2.0;
  private static final List<String> CREW = List.of("제작", "각본", "촬영", "음악", "편집", "미술");
  private static final List<String> ROLES =
      List.of("PRODUCED BY", "WRITTEN BY", "CAMERA", "MUSIC", "EDITED BY", "DESIGN");
  private static final List<String> NAMES =
      List.of(
          "ARA VELD",
          "J. ONSU",
          "한가람",
          "MILO TARN",
          "서도하",
          "E. KASIM",
          "노을빛",
          "P. LUND",
          "윤시내",
          "K. ORBAN");

  private final Canvas canvas;
  private final Movie movie;
  private final SplittableRandom random;
  private final boolean koreanFirst;

  Print(Canvas canvas, Movie movie, SplittableRandom random) {
    this.canvas = canvas;
    this.movie = movie;
    this.random = random;
    this.koreanFirst = random.nextInt(movie.names().homegrown() ? 5 : 2) > 0;
  }

  /// Where a title has room.
  private record Room(double top, double tall, double wide) {}

  void write() {
    var title = koreanFirst ? movie.names().korean() : movie.names().english();
    var sub = koreanFirst ? movie.names().english() : movie.names().korean();
    var tag = koreanFirst ? movie.story().tagKorean() : movie.story().tagEnglish();
    boolean type = movie.design().composition() == Composition.TYPE;
    boolean below = type || random.nextInt(5) > 1;
    double above = 24 + movie.design().border();
    var room =
        type
            ? new Room(130, 280, 322)
            : below ? new Room(424, 92, 336) : new Room(above + 14, 100, 336);
    double end = title(title, room);
    small(sub, end + 8, 17, 0.85);
    small(tag, below ? above : 520, 13, 0.8);
    credits();
  }

  /// Writes the title as large as it can be.
  ///
  /// @return the row where it ends
  private double title(String text, Room room) {
    var letters = Lettering.drawn(movie.design(), koreanFirst, random);
    var lines = List.of(text);
    double size = 0;
    for (int n = 1; n <= 4; n++) {
      var broken = broken(text, n);
      double wide = 0.1;
      for (var line : broken) {
        wide = Math.max(wide, letters.width(line, 1));
      }
      double fits = Math.min(room.wide() / wide, room.tall() / (broken.size() * 1.18));
      if (fits > size) {
        size = fits;
        lines = broken;
      }
    }
    size = Math.min(size, 110);
    double tall = lines.size() * size * 1.18;
    double top = room.top() + (room.tall() - tall) / 2;
    int ink = ink((int) top, (int) (top + tall) + SUBTITLE);
    int other = other(ink);
    for (int i = 0; i < lines.size(); i++) {
      letters.write(canvas, lines.get(i), MIDDLE, top + i * size * 1.18, size, ink, other);
    }
    return top + tall;
  }

  /// The words in at most n lines of about the same length.
  private static List<String> broken(String text, int n) {
    var lines = new ArrayList<String>();
    double each = (double) text.length() / n;
    var line = new StringBuilder();
    for (var word : Arrays.asList(text.split(" ", -1))) {
      if (!line.isEmpty() && line.length() + word.length() / 2.0 > each && lines.size() < n - 1) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /// A colour that can be read on what is there, after the ground was evened where none could.
  private int ink(int top, int bottom) {
    var tone = movie.design().tone();
    boolean light = canvas.brightness(top, bottom) < 0.5;
    int shade = light ? tone.at(0.02) : tone.at(0.97);
    double middle = (top + bottom) / 2.0 / Canvas.HEIGHT;
    double half = (bottom - top) / 2.0 / Canvas.HEIGHT + 0.05;
    canvas.veil(shade, (u, v) -> 0.68 * Math.clamp(2.2 - 2 * Math.abs(v - middle) / half, 0, 1));
    double ground = canvas.brightness(top, bottom);
    boolean loud = Math.abs(Canvas.luma(tone.accent) - ground) > 0.28 && random.nextInt(5) < 2;
    return loud ? tone.accent : light ? tone.at(0.98) : tone.at(0.03);
  }

  private int other(int ink) {
    var tone = movie.design().tone();
    if (movie.design().neon()) {
      return tone.tubes()[random.nextInt(2)];
    }
    boolean light = Canvas.luma(ink) > 0.5;
    return ink == tone.accent ? tone.at(light ? 0.05 : 0.95) : Colour.mix(tone.accent, ink, 0.15);
  }

  private void small(String text, double top, double size, double squeeze) {
    var letters = Lettering.small(squeeze);
    double fits = Math.min(size, 340 / letters.width(text, 1));
    int ink = plain((int) top, (int) (top + fits));
    letters.write(canvas, text, MIDDLE, top, fits, ink, ink);
  }

  private int plain(int top, int bottom) {
    var tone = movie.design().tone();
    return canvas.brightness(top, bottom) < 0.55 ? tone.at(0.93) : tone.at(0.05);
  }

  private void credits() {
    double top = 552 - movie.design().border() / 2.0;
    var director = movie.facts().director();
    var lead = (movie.names().homegrown() ? "감독 " : "A FILM BY ") + director;
    var lines = List.of(lead + "   " + name() + "   " + name(), crew(), crew() + "  " + opening());
    int ink = plain((int) top, (int) top + 30);
    for (int i = 0; i < lines.size(); i++) {
      var letters = Lettering.small(0.62);
      double size = Math.min(9, 330 / letters.width(lines.get(i), 1));
      letters.write(canvas, lines.get(i), MIDDLE, top + i * 11, size, ink, ink);
    }
    if (movie.facts().adult()) {
      double x = Canvas.WIDTH - 40.0 - movie.design().border();
      canvas.fill(new Ellipse2D.Double(x, top + 6, 22, 22), 0xc8202a);
      Lettering.small(0.9).write(canvas, "19", x + 11, top + 11, 12, 0xffffff, 0xffffff);
    }
  }

  private String crew() {
    var line = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      var role = movie.names().homegrown() ? CREW : ROLES;
      line.append(role.get(random.nextInt(role.size()))).append(' ').append(name()).append("  ");
    }
    return line.toString().strip();
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private String opening() {
    var day = movie.facts().released();
    return String.format(
        Locale.ROOT, "%d.%02d.%02d", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /// A frame around everything.
  void frame() {
    int border = movie.design().border();
    if (border > 0) {
      var tone = movie.design().tone();
      int rgb = random.nextBoolean() ? tone.at(tone.bright ? 0.98 : 0.02) : tone.accent;
      canvas.fill(new Rectangle2D.Double(0, 0, Canvas.WIDTH, border), rgb);
      canvas.fill(new Rectangle2D.Double(0, 600.0 - border, Canvas.WIDTH, border), rgb);
      canvas.fill(new Rectangle2D.Double(0, 0, border, Canvas.HEIGHT), rgb);
      canvas.fill(new Rectangle2D.Double(400.0 - border, 0, border, Canvas.HEIGHT), rgb);
    }
  }
}
