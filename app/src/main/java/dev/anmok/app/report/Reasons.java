package dev.anmok.app.report;

/// Reason codes in words. An unknown code is shown as it is.
record Reasons(Words words) {
  Html shortly(String code) {
    var key = "reason." + code;
    return words.knows(key) ? words.say(key) : Html.foreign(code);
  }

  /// A table of counts with what each reason means.
  Html.Tag table(Tally tally) {
    var table = Html.tag("table", "reasons");
    for (var entry : tally.entries()) {
      var why = "reason." + entry.getKey() + ".why";
      var meaning = Html.tag("td").holding(Html.tag("b").holding(shortly(entry.getKey())));
      if (words.knows(why)) {
        meaning = meaning.holding(Html.tag("small").holding(words.say(why)));
      }
      table =
          table.holding(
              Html.tag("tr")
                  .holding(
                      Html.tag("td", "count").holding(Numbers.count(entry.getValue())), meaning));
    }
    return table;
  }
}
