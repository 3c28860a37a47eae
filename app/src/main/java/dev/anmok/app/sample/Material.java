package dev.anmok.app.sample;

/// A surface: its texture, how shiny it is, and how brightly it shines by itself.
///
/// @param gloss 0 for chalk to 1 for glazed
/// @param glow 0 for a surface that only reflects; otherwise it shines with its texture's colour
record Material(Texture texture, double gloss, double glow) {
  static Material matt(int rgb) {
    return new Material(Textures.plain(rgb), 0.04, 0);
  }

  static Material matt(Texture texture) {
    return new Material(texture, 0.04, 0);
  }

  static Material shiny(int rgb) {
    return new Material(Textures.plain(rgb), 0.6, 0);
  }

  static Material shiny(Texture texture, double gloss) {
    return new Material(texture, gloss, 0);
  }

  static Material glowing(int rgb, double glow) {
    return new Material(Textures.plain(rgb), 0, glow);
  }

  static Material glowing(Texture texture, double glow) {
    return new Material(texture, 0, glow);
  }
}
