package dev.anmok.app.sample;

/// All that a picture needs: what is there, how it is lit, from where it is seen, how it is
/// developed.
record Scene(Mesh mesh, Lighting lighting, Camera camera, Grade grade) {}
