package dev.anmok.app.sample.poster;

import java.util.List;
import java.util.stream.Collectors;

/// The rows of the CSV files that describe the posters.
final class Records {
  static final String HEADER =
      "uri,item,title,original_title,title_en,title_ko,year,genres,rating,runtime,director,country,"
          + "released,adult,overview,overview_en,genres_ko";
  static final String TRUTH = "item,composition,tone,faces,neon,weather,overlay,colours";
  static final String QUERIES = "query,language,relevant";

  private Records() {}

  static String manifest(Movie movie) {
    var names = movie.names();
    var facts = movie.facts();
    return line(
        List.of(
            movie.file(),
            movie.id(),
            names.korean(),
            names.homegrown() ? names.korean() : names.english(),
            names.english(),
            names.korean(),
            String.valueOf(movie.year()),
            facts.genres().stream().map(Genre::key).collect(Collectors.joining("|")),
            String.valueOf(facts.rating()),
            String.valueOf(facts.runtime()),
            facts.director(),
            facts.country(),
            facts.released().toString(),
            String.valueOf(facts.adult()),
            movie.story().korean(),
            movie.story().english(),
            facts.genres().stream().map(genre -> genre.korean).collect(Collectors.joining("|"))));
  }

  static String truth(Movie movie, List<String> colours) {
    var design = movie.design();
    return line(
        List.of(
            movie.id(),
            design.composition().key(),
            design.tone().key(),
            String.valueOf(design.composition().faces()),
            String.valueOf(design.neon()),
            design.weather().key(),
            design.overlay().key(),
            String.join("|", colours)));
  }

  /// One line of CSV, quoted where it must be.
  static String line(List<String> cells) {
    return cells.stream().map(Records::cell).collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
