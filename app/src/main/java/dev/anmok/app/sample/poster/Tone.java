package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Colour;
import java.util.Locale;

/// The colours of a poster: from its shadows to its lights, and one that catches the eye.
enum Tone {
  DARK_RED(0x0c0102, 0x960c12, 0xff8a6a, 0xe01b24, 0.7, false),
  BLACK(0x050506, 0x484b53, 0xe6e6e6, 0xd8262c, 0.5, false),
  GREY(0x0b0b0c, 0x7b7b7d, 0xf2f2f0, 0xffffff, 1.0, false),
  PINK(0x5a1238, 0xff86a4, 0xffe6e2, 0xe8305f, 0.35, true),
  YELLOW(0x3a2206, 0xffc21c, 0xfff1b0, 0xe8352b, 0.2, true),
  NEON(0x070318, 0x4b1a9a, 0xff9af0, 0xff2fa8, 0.3, false),
  BLUE(0x030b1f, 0x1f5ea8, 0xcfeaff, 0x6fd0ff, 0.5, false),
  TEAL(0x04232b, 0x2d7f86, 0xffd9a0, 0xff8a2a, 0.3, false),
  GREEN(0x06140c, 0x3c7d48, 0xdff0b8, 0xc8e85a, 0.5, false),
  DESERT(0x3a160a, 0xd9822f, 0xffe6b0, 0xb3261a, 0.5, true),
  GOLD(0x1a0f24, 0xa8782a, 0xfff0b8, 0xffd24a, 0.45, false),
  PURPLE(0x12051f, 0x6d3aa8, 0xf0c8ff, 0xff5ac8, 0.45, false),
  SKY(0x123a6a, 0x58b7f2, 0xeefaff, 0xff7a2e, 0.1, true),
  WHITE(0x1b1b1d, 0xcfc8bb, 0xfbf9f4, 0xd0392b, 0.5, true),
  KHAKI(0x14140c, 0x77704a, 0xe4dcb4, 0xb8442c, 0.65, false),
  SUNSET(0x2a1038, 0xe8563a, 0xffd98a, 0xffb13b, 0.3, false),
  COLOURFUL(0x24307a, 0xff8f3a, 0xfff3b8, 0x19b39a, 0, true);

  final int accent;

  /// How far all colours are drawn to these, 0..1.
  final double grade;

  /// Whether the ground is light.
  final boolean bright;

  private final int dark;
  private final int middle;
  private final int light;

  Tone(int dark, int middle, int light, int accent, double grade, boolean bright) {
    this.dark = dark;
    this.middle = middle;
    this.light = light;
    this.accent = accent;
    this.grade = grade;
    this.bright = bright;
  }

  /// A colour between the shadows at 0 and the lights at 1.
  int at(double t) {
    return t < 0.5 ? Colour.mix(dark, middle, t * 2) : Colour.mix(middle, light, t * 2 - 1);
  }

  /// The ground behind everything, from the top at 0 to the bottom at 1.
  int ground(double t) {
    return bright ? at(0.6 + 0.3 * t) : at(0.06 + 0.42 * t);
  }

  /// What stands before the ground: nearer is darker.
  ///
  /// @param near 0 far away to 1 close by
  int silhouette(double near) {
    return bright ? at(0.5 - 0.45 * near) : at(0.3 - 0.3 * near);
  }

  /// Colours of neon tubes; the first two are the commonest.
  int[] tubes() {
    return this == DARK_RED
        ? new int[] {0xff2f4a, 0xff5a2a, 0xff2fa8, 0xffc14a}
        : new int[] {0xff2fa8, 0x21e6ff, 0xffe14a, 0x7dff6a, 0xff6a2f, 0xb46aff};
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
