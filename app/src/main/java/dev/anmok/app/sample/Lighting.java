package dev.anmok.app.sample;

import java.util.List;

/// All light of a scene; `above` and `below` come from all around.
record Lighting(Light above, Light below, List<Beam> beams, List<Lamp> lamps) {}
