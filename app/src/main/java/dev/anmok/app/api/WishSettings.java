package dev.anmok.app.api;

import dev.anmok.app.album.Parameters;
import dev.anmok.app.http.Problem;
import dev.anmok.app.profile.Mode;
import dev.anmok.app.profile.Profile;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.query.Weights;
import dev.anmok.app.query.Wish;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.Page;
import dev.anmok.core.search.SearchRequest.By;
import dev.anmok.core.search.VectorQuery;

/// Reads how a wish is to be answered; what cannot be understood is the client's fault.
///
/// @param profile what can be searched, and how where nobody says
record WishSettings(Parameters settings, Profile profile) {
  Wish wish(Wanted wanted) {
    return Problem.reading(() ->
        new Wish(
            wanted,
            settings.find("mode").map(Mode::parse).orElse(profile.search().mode()),
            settings.find("weights").map(Weights::parse).orElse(Weights.DEFAULT),
            Fusion.parse(settings.find("fusion").orElse("weighted")),
            by(),
            profile.filter(settings.find("filter").orElse("")),
            page()));
  }

  private Page page() {
    int offset = settings.integer("offset", 0, 0, VectorQuery.MAX_K);
    return new Page(offset, SearchRoutes.k(settings));
  }

  private By by() {
    return switch (settings.find("by").orElse("item")) {
      case "photo" -> By.PHOTO;
      case "item" -> By.ITEM;
      case String other ->
          throw new IllegalArgumentException("by must be item or photo, was " + other);
    };
  }
}
