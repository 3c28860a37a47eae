package dev.anmok.app.report;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Photos of one item as figures with their pictures inside the page. Keeps the pictures of that
/// item only.
final class Pictures {
  private final Words words;
  private final Reasons reasons;
  private final Thumbnails thumbnails;
  private final Map<String, String> loaded = new HashMap<>();

  Pictures(Words words, Reasons reasons, Thumbnails thumbnails) {
    this.words = words;
    this.reasons = reasons;
    this.thumbnails = thumbnails;
  }

  Html.Tag strip(String cssClass, List<ReportPhoto> photos) {
    return Html.tag("ul", "strip " + cssClass).holding(photos.stream().map(this::cell).toList());
  }

  private Html.Tag cell(ReportPhoto photo) {
    var cell = Html.tag("li").with("title", tip(photo)).holding(picture(photo));
    if (photo.chosen()) {
      cell = cell.holding(Html.tag("span", "rank").holding(Numbers.count(photo.rank())));
    }
    return cell.holding(
        Html.tag("b").holding(Numbers.delta(photo.delta())),
        Html.tag("small").holding(reasons.shortly(photo.reason())),
        Html.tag("small", "sum")
            .holding(
                Numbers.fixed(photo.positive(), 3) + " − " + Numbers.fixed(photo.negative(), 3)));
  }

  private Html.Tag picture(ReportPhoto photo) {
    var data = loaded.computeIfAbsent(photo.uri(), this::data);
    if (data.isEmpty()) {
      return Html.tag("span", "blank").holding(words.say("picture.none"));
    }
    return Html.tag("img")
        .with("src", data)
        .with("alt", fileName(photo.uri()) + " · " + Numbers.delta(photo.delta()));
  }

  private String data(String uri) {
    return thumbnails
        .jpeg(uri)
        .map(bytes -> "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes))
        .orElse("");
  }

  private static String tip(ReportPhoto photo) {
    return photo.detail().isEmpty() ? photo.uri() : photo.uri() + "\n→ " + photo.detail();
  }

  private static String fileName(String uri) {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }
}
