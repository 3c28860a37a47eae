package dev.anmok.app.sample;

/// What a sample picture shows.
enum Kind {
  ROOM,
  FOOD,
  CUP,
  MENU,
  RECEIPT,
  DOCUMENT,
  LOGO,
  SCREENSHOT,
  SELFIE
}
