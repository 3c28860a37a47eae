package dev.anmok.app.sample;

/// What is eaten.
enum Dish {
  SLICE,
  CAKE,
  CROISSANTS,
  PASTA,
  BOWL,
  SALAD,
  DOUGHNUTS
}
