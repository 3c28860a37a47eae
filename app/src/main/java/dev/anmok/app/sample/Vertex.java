package dev.anmok.app.sample;

/// A corner of a surface: its place, the direction it faces and its place on the texture.
record Vertex(Vec at, Vec normal, double u, double v) {}
