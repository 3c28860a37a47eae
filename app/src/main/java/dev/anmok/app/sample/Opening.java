package dev.anmok.app.sample;

/// A window in a wall, in metres along it and above the floor.
record Opening(double from, double to, double sill, double head) {}
