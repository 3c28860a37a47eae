package dev.anmok.app.cli;

import dev.anmok.core.evaluate.ClassifierFigures;
import dev.anmok.core.evaluate.GateFigures;
import dev.anmok.core.evaluate.Interval;
import dev.anmok.core.evaluate.Proportion;
import java.util.LinkedHashMap;
import java.util.Map;

/// Figures of classifiers as JSON.
final class ClassifierJson {
  private ClassifierJson() {}

  static Map<String, Object> of(ClassifierFigures figures) {
    var json = new LinkedHashMap<String, Object>();
    json.put("accuracy", of(figures.accuracy()));
    json.put("top_two", of(figures.topTwo()));
    json.put("macro_f1", figures.macroF1());
    json.put("calibration_error", of(figures.calibrationError()));
    json.put("log_loss", figures.logLoss());
    return json;
  }

  static Map<String, Object> of(GateFigures figures) {
    var json = new LinkedHashMap<String, Object>();
    json.put("sure", of(figures.sure()));
    json.put("likely", of(figures.likely()));
    json.put("unknown", of(figures.unknown()));
    json.put("heads", of(figures.heads()));
    return json;
  }

  static Map<String, Object> of(Interval interval) {
    var json = new LinkedHashMap<String, Object>();
    json.put("value", interval.value());
    json.put("low", interval.low());
    json.put("high", interval.high());
    return json;
  }

  private static Map<String, Object> of(Proportion share) {
    var json = new LinkedHashMap<String, Object>();
    json.put("right", share.successes());
    json.put("of", share.trials());
    json.put("low", share.low());
    json.put("high", share.high());
    return json;
  }
}
