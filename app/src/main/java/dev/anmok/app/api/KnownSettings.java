package dev.anmok.app.api;

import dev.anmok.app.album.Parameters;
import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Learns which settings some options have by letting them be read: what is documented is what is
/// asked for.
final class KnownSettings implements Parameters {
  private static final String WRONG = "?";

  /// The end of a message, where it repeats what was sent.
  private static final String TAIL = ",? (was|not) \\W*\\Q" + WRONG + "\\E.*";

  private final Map<String, Parameter> known = new LinkedHashMap<>();

  private KnownSettings() {}

  /// The settings that a reader asks for.
  static List<Parameter> of(Function<Parameters, ?> reader) {
    var settings = new KnownSettings();
    var read = reader.apply(settings);
    if (read == null) {
      throw new IllegalStateException("options were not read");
    }
    settings.known.replaceAll((name, parameter) -> explained(parameter, reader));
    return new ArrayList<>(settings.known.values());
  }

  /// A text that is read only where it is sent says what it must be when it is sent wrongly.
  private static Parameter explained(Parameter parameter, Function<Parameters, ?> reader) {
    if (!parameter.description().isEmpty()) {
      return parameter;
    }
    try {
      var read =
          reader.apply(
              name -> name.equals(parameter.name()) ? Optional.of(WRONG) : Optional.empty());
      return new Parameter(parameter.name(), Schema.TEXT, read == null ? "" : "any text");
    } catch (IllegalArgumentException e) {
      var words = String.valueOf(e.getMessage()).replaceAll(TAIL, "");
      return new Parameter(parameter.name(), Schema.TEXT, words);
    }
  }

  private void learn(String name, Schema schema, Object otherwise) {
    known.put(
        name, new Parameter(name, schema.with("default", otherwise), "default: " + otherwise));
  }

  @Override
  public Optional<String> find(String name) {
    known.putIfAbsent(name, new Parameter(name, Schema.TEXT, ""));
    return Optional.empty();
  }

  @Override
  public int integer(String name, int otherwise, int least, int most) {
    learn(name, Schema.integer(least, most), otherwise);
    return otherwise;
  }

  @Override
  public double number(String name, double otherwise, double least, double most) {
    learn(name, Schema.number(least, most), otherwise);
    return otherwise;
  }

  @Override
  public boolean flag(String name, boolean otherwise) {
    learn(name, Schema.FLAG, otherwise);
    return otherwise;
  }
}
