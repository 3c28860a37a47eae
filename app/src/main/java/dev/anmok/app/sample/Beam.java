package dev.anmok.app.sample;

/// Parallel light with shadows.
///
/// @param direction the way it travels
/// @param blur width of the shadows' soft edge in metres
/// @param shadows the casting bit of surfaces that stop it, [Mesh#SUN] or [Mesh#SKY]
record Beam(Vec direction, Light light, double blur, int shadows) {}
