package dev.anmok.app.sample.poster;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// An invented film.
///
/// @param id the item's id, `film-001`
record Movie(String id, Names names, Facts facts, Story story, Design design) {
  /// What it is called.
  ///
  /// @param homegrown whether the Korean title is the original one
  record Names(String korean, String english, boolean homegrown) {}

  /// What a film service knows.
  ///
  /// @param rating 1..10 with one decimal
  /// @param runtime minutes
  /// @param country ISO 3166 code of two letters
  /// @param genres the first is the leading one
  record Facts(
      LocalDate released,
      double rating,
      int runtime,
      String director,
      String country,
      boolean adult,
      List<Genre> genres) {}

  /// What it is about.
  record Story(String korean, String english, String tagKorean, String tagEnglish) {}

  Genre genre() {
    return facts.genres().getFirst();
  }

  int year() {
    return facts.released().getYear();
  }

  String file() {
    return "posters/" + id + ".jpg";
  }

  /// What is true of the poster and its film, as the queries' conditions name it.
  Set<String> tags() {
    var tags = new TreeSet<String>();
    facts.genres().forEach(genre -> tags.add("genre:" + genre.key()));
    tags.add("lead:" + genre().key());
    tags.add("shows:" + design.composition().key());
    tags.add("tone:" + design.tone().key());
    tags.add("faces:" + design.composition().faces());
    tags.add("weather:" + design.weather().key());
    tags.add("overlay:" + design.overlay().key());
    if (design.neon()) {
      tags.add("neon");
    }
    return tags;
  }
}
