package dev.anmok.app.profile;

import dev.anmok.core.cutout.Backdrop;
import dev.anmok.core.cutout.Blend;
import dev.anmok.core.cutout.CutoutRule;
import dev.anmok.core.cutout.CutoutTreatment;
import dev.anmok.core.cutout.Framing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a profile's section `cutout`; without it, or with the model `off`, photos are used as they
/// are:
///
/// ```yaml
/// model: u2netp            # a pack of the workspace, grabcut, or off
/// backdrop: "#ffffff"
/// framing: whole           # or subject
/// blend: cut               # or fused
/// original: 0.5            # weight of the photo as it is, where vectors are fused
/// off-for: [의류/신발]
/// rule: {min-share: 0.03, max-share: 0.9, max-border: 0.4, min-decided: 0.35}
/// ```
final class CutoutSection {
  private static final String OFF = "off";

  /// How vectors are blended.
  private enum Kind {
    CUT,
    FUSED
  }

  private CutoutSection() {}

  static @Nullable CutoutChoice read(YamlMap root) throws IOException {
    if (root.find("cutout").isEmpty()) {
      return null;
    }
    var map = root.map("cutout");
    var model = map.text(map.require("model"));
    var backdrop = backdrop(map);
    var framing = map.choice("framing", Framing.values(), Framing.WHOLE);
    var blend = blend(map);
    var offFor = offFor(map);
    var rule = map.find("rule").isPresent() ? rule(map.map("rule")) : CutoutRule.DEFAULT;
    map.finish();
    return model.equals(OFF)
        ? null
        : new CutoutChoice(model, new CutoutTreatment(rule, backdrop, framing, blend), offFor);
  }

  private static Backdrop backdrop(YamlMap map) throws IOException {
    try {
      return Backdrop.parse(map.text("backdrop", Backdrop.WHITE.code()));
    } catch (IllegalArgumentException e) {
      throw map.problem(map.require("backdrop"), "'backdrop': " + e.getMessage());
    }
  }

  private static Blend blend(YamlMap map) throws IOException {
    double original = map.number("original", 0.5);
    try {
      return switch (map.choice("blend", Kind.values(), Kind.CUT)) {
        case CUT -> new Blend.Cut();
        case FUSED -> new Blend.Fused(original);
      };
    } catch (IllegalArgumentException e) {
      throw map.problem(map.require("original"), String.valueOf(e.getMessage()));
    }
  }

  private static List<String> offFor(YamlMap map) throws IOException {
    var names = new ArrayList<String>();
    if (map.find("off-for").isPresent()) {
      for (var node : map.list("off-for")) {
        names.add(map.text(node));
      }
    }
    return names;
  }

  private static CutoutRule rule(YamlMap map) throws IOException {
    var otherwise = CutoutRule.DEFAULT;
    double minShare = map.number("min-share", otherwise.minShare());
    double maxShare = map.number("max-share", otherwise.maxShare());
    double maxBorder = map.number("max-border", otherwise.maxBorder());
    double minDecided = map.number("min-decided", otherwise.minDecided());
    map.finish();
    try {
      return new CutoutRule(minShare, maxShare, maxBorder, minDecided);
    } catch (IllegalArgumentException e) {
      throw map.problem(String.valueOf(e.getMessage()));
    }
  }
}
