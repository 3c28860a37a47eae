package dev.anmok.app.sample;

import java.util.List;

/// What makes a cafe's rooms look like one place.
///
/// @param plants how green it is, 0..3
/// @param books how bookish it is, 0..3
/// @param zones the views it offers, in the order photographed
record CafeStyle(
    Finish finish,
    Palette palette,
    Mood mood,
    Pendant pendant,
    int plants,
    int books,
    List<Zone> zones) {
  /// What walls and floor are made of.
  enum Finish {
    PLASTER_ON_BOARDS,
    BRICK_ON_BOARDS,
    CONCRETE,
    PLASTER_ON_CHECK,
    PANEL_ON_TILES,
    DECK
  }

  /// What hangs from the ceiling.
  enum Pendant {
    CONE,
    GLOBE,
    BARE,
    PAPER
  }

  /// A part of a cafe worth a photo.
  enum Zone {
    HALL,
    WINDOW,
    COUNTER,
    SOFA,
    SHELVES,
    TERRACE
  }

  Material wall(int seed) {
    int c = palette.wall();
    return switch (finish) {
      case PLASTER_ON_BOARDS, PLASTER_ON_CHECK, DECK -> Material.matt(Textures.plaster(c, seed));
      case BRICK_ON_BOARDS -> Material.matt(Textures.brick(c, Colour.mix(c, 0xc8c0b4, 0.6), seed));
      case CONCRETE -> Material.matt(Textures.concrete(c, seed));
      case PANEL_ON_TILES ->
          Material.matt(Textures.tiles(c, Colour.scale(c, 0.97), 0.2, Colour.scale(c, 0.8), seed));
    };
  }

  Material floor(int seed) {
    int c = palette.floor();
    return switch (finish) {
      case PLASTER_ON_BOARDS, BRICK_ON_BOARDS ->
          Material.shiny(Textures.boards(c, 0.15, seed), 0.5);
      case CONCRETE -> Material.shiny(Textures.concrete(c, seed), 0.45);
      case PLASTER_ON_CHECK ->
          Material.shiny(Textures.tiles(c, palette.accent(), 0.4, 0x6b675f, seed), 0.55);
      case PANEL_ON_TILES ->
          Material.shiny(Textures.tiles(c, Colour.scale(c, 0.9), 0.6, 0x8f8a80, seed), 0.5);
      case DECK -> Material.matt(Textures.boards(c, 0.14, seed));
    };
  }

  Material wood(int seed) {
    return Material.shiny(Textures.wood(palette.wood(), seed), 0.35);
  }

  Material seat(int seed) {
    return Material.matt(Textures.fabric(palette.seat(), seed));
  }
}
