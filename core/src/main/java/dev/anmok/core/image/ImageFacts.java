package dev.anmok.core.image;

/// What the file says of itself.
///
/// @param format lower-case name of the format: `jpeg`, `png`, `webp`, `gif`, `bmp`, `tiff`
/// @param width full width in pixels once upright, whatever scale was decoded
/// @param height full height in pixels once upright
public record ImageFacts(String format, int width, int height) {}
