package dev.anmok.app.sample;

/// What is drunk, and how it is photographed.
enum Drink {
  LATTE,
  ICED,
  IN_HAND
}
