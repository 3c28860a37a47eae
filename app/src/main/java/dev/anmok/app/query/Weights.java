package dev.anmok.app.query;

/// How much each way of searching counts; all finite, above 0.
///
/// @param vector what the photos show
/// @param words what their texts say
/// @param less what the answer should show less of
/// @param photo the photos of a query that has words too, beside those words, in the one vector
///   that stands for both
public record Weights(double vector, double words, double less, double photo) {
  /// Chosen on labelled queries with the embedded model (docs/search.md): words, where they match,
  /// are the surer evidence, and a model that sees better than this one still adds to it.
  public static final Weights DEFAULT = new Weights(0.25, 1, 0.5, 1);

  public Weights {
    check("vector", vector);
    check("words", words);
    check("less", less);
    check("photo", photo);
  }

  /// Reads `vector=1,words=0.5,less=0.3,photo=2`; what is not named keeps its default.
  ///
  /// @throws IllegalArgumentException naming what is wrong
  public static Weights parse(String text) {
    var weights = DEFAULT;
    for (var part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "weights are written vector=1,words=0.5,less=0.5; '" + part.strip() + "' is not");
      }
      weights = weights.with(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
    }
    return weights;
  }

  private Weights with(String name, String value) {
    double weight = number(name, value);
    return switch (name) {
      case "vector" -> new Weights(weight, words, less, photo);
      case "words" -> new Weights(vector, weight, less, photo);
      case "less" -> new Weights(vector, words, weight, photo);
      case "photo" -> new Weights(vector, words, less, weight);
      default ->
          throw new IllegalArgumentException(
              "there is no weight '" + name + "'; there are vector, words, less and photo");
    };
  }

  private static double number(String name, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the weight of " + name + " must be a number, was '" + value + "'", e);
    }
  }

  private static void check(String name, double weight) {
    if (!(weight > 0) || !Double.isFinite(weight)) {
      throw new IllegalArgumentException(
          "the weight of " + name + " must be above 0, was " + weight);
    }
  }
}
