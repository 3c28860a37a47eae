package dev.anmok.core.filter;

import dev.anmok.core.filter.Filter.And;
import dev.anmok.core.filter.Filter.Equal;
import dev.anmok.core.filter.Filter.Not;
import dev.anmok.core.filter.Filter.Or;
import dev.anmok.core.filter.Filter.Present;
import dev.anmok.core.filter.Filter.Range;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Prints filters in the language of [FilterParser], each in one form. What was parsed is printed
/// so that it is parsed to the same filter again.
public final class FilterText {
  private static final Pattern BARE =
      Pattern.compile("[^\\s\\p{Z}()\",<>=!:~\\\\][^\\s\\p{Z}()\",]*");

  private FilterText() {}

  /// The filter as text, empty for [Filter#none].
  public static String print(Filter filter) {
    return switch (filter) {
      case And(var parts) ->
          parts.stream().map(FilterText::within).collect(Collectors.joining(" "));
      case Or(var parts) when anyOf(parts) -> anyOfText(parts);
      case Or(var parts) ->
          parts.stream().map(FilterText::print).collect(Collectors.joining(" OR "));
      case Not(var part) -> "-" + within(part);
      case Equal(var field, var value) -> field.name() + ":" + value(value);
      case Range range -> range(range);
      case Present(var field) -> "has:" + field.name();
    };
  }

  /// A filter as one of several that must hold.
  private static String within(Filter filter) {
    return switch (filter) {
      case And(var _) -> "(" + print(filter) + ")";
      case Or(var parts) when !anyOf(parts) -> "(" + print(filter) + ")";
      case Or _, Not _, Equal _, Range _, Present _ -> print(filter);
    };
  }

  private static String range(Range range) {
    var name = range.field().name();
    var lower = range.lower();
    var upper = range.upper();
    if (lower != null && upper != null) {
      return lower.inclusive() && upper.inclusive()
          ? name + ":" + span(range)
          : "(%s %s)"
              .formatted(
                  print(new Range(range.field(), lower, null)),
                  print(new Range(range.field(), null, upper)));
    }
    return lower != null
        ? name + (lower.inclusive() ? ">=" : ">") + ValueText.print(lower.value())
        : name + (upper != null && upper.inclusive() ? "<=" : "<") + end(upper);
  }

  /// Whether all speak of one field in a way that commas can part.
  private static boolean anyOf(List<Filter> parts) {
    var field = parts.getFirst().fields().findFirst().orElse(null);
    return parts.size() > 1
        && parts.stream()
            .allMatch(part ->
                switch (part) {
                  case Equal(var other, var _) -> other.equals(field);
                  case Range range -> range.field().equals(field) && closed(range);
                  case And _, Or _, Not _, Present _ -> false;
                });
  }

  private static boolean closed(Range range) {
    var lower = range.lower();
    var upper = range.upper();
    return (lower == null || lower.inclusive()) && (upper == null || upper.inclusive());
  }

  private static String anyOfText(List<Filter> parts) {
    var name = parts.getFirst().fields().findFirst().orElseThrow().name();
    return parts.stream()
        .map(part -> part instanceof Range range ? span(range) : value(((Equal) part).value()))
        .collect(Collectors.joining(",", name + ":", ""));
  }

  private static String span(Range range) {
    return end(range.lower()) + ".." + end(range.upper());
  }

  private static String end(Filter.@Nullable Bound bound) {
    return bound == null ? "" : ValueText.print(bound.value());
  }

  private static String value(Value value) {
    var text = ValueText.print(value);
    return BARE.matcher(text).matches()
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
