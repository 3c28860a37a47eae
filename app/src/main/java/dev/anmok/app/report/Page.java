package dev.anmok.app.report;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The outside of a report: its head, the language switch and the style sheet. The content is
/// written between [#open] and [#close], piece by piece.
record Page(Words words, Language language, String titleKey) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Nothing may be loaded and nothing run: the page needs only itself.
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

  void open(Appendable out, Instant made) throws IOException {
    out.append("<!DOCTYPE html>\n");
    var writer = new HtmlWriter(out);
    writer.open(Html.tag("html").with("lang", language.tag()));
    writer.write(head());
    writer.open(Html.tag("body"));
    for (var one : Language.values()) {
      writer.write(radio(one));
    }
    writer.write(top());
    writer.write(patterns());
    writer.open(Html.tag("main"));
    writer.write(Html.tag("h1").holding(words.say(titleKey)));
    writer.write(Html.tag("p", "soft").holding(words.say("made", TIME.format(made))));
  }

  void close(Appendable out, Html notes) throws IOException {
    var writer = new HtmlWriter(out);
    writer.write(Html.tag("footer").holding(notes));
    writer.close("main");
    writer.close("body");
    writer.close("html");
  }

  private Html.Tag head() {
    var title = new StringBuilder("Anmok");
    for (var one : Language.values()) {
      title.append(" · ").append(words.table(one).get(titleKey));
    }
    return Html.tag("head")
        .holding(
            Html.tag("meta").with("charset", "utf-8"),
            Html.tag("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1"),
            Html.tag("meta").with("name", "color-scheme").with("content", "light dark"),
            Html.tag("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY),
            Html.tag("title").holding(title.toString()),
            new Html.Sheet(Resources.text("report.css")));
  }

  private Html.Tag radio(Language one) {
    var radio =
        Html.tag("input", "pick")
            .with("type", "radio")
            .with("name", "language")
            .with("id", "in-" + one.tag());
    return one == language ? radio.with("checked", "") : radio;
  }

  private static Html.Tag top() {
    return Html.tag("div", "top")
        .holding(
            Html.tag("span", "mark").holding("Anmok"),
            Html.tag("nav", "switch")
                .holding(
                    Html.tag("label").with("for", "in-ko").holding("한국어"),
                    Html.tag("label").with("for", "in-en").holding("English")));
  }

  /// Stripes, so that the negative series is told apart without colour.
  private static Html.Tag patterns() {
    var stripes =
        Html.tag("pattern")
            .with("id", "stripes")
            .with("width", "5")
            .with("height", "5")
            .with("patternUnits", "userSpaceOnUse")
            .with("patternTransform", "rotate(45)")
            .holding(Html.tag("rect", "stripe").with("width", 2).with("height", 5));
    return Html.tag("svg", "hidden")
        .with("width", 0)
        .with("height", 0)
        .with("aria-hidden", "true")
        .holding(Html.tag("defs").holding(stripes));
  }
}
