package dev.anmok.app.album;

import dev.anmok.app.review.CopyWord;
import dev.anmok.core.cluster.VectorRows;
import dev.anmok.core.curate.DuplicateFinder;
import dev.anmok.core.curate.DuplicateGroup;
import dev.anmok.core.curate.PhotoLook;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts people's word into groups of duplicates. What they said belongs to a photo's bytes, so the
/// places of one photo stay together.
///
/// @param said what stands, by the first half of the photo's digest
/// @param finder measures groups that people changed
record PeoplesCopies(Map<String, Review> said, DuplicateFinder finder) {
  private static final String SAME_FILE = "the same file";

  static PeoplesCopies of(Reviews reviews, DuplicateFinder finder) throws IOException {
    return new PeoplesCopies(CopyWord.standing(reviews), finder);
  }

  /// The groups after what people said, in their order.
  List<DuplicateGroup> applied(
      List<DuplicateGroup> groups, List<PhotoLook> looks, VectorRows vectors) {
    return said.isEmpty()
        ? groups
        : groups.stream().flatMap(group -> applied(group, looks, vectors)).toList();
  }

  private Stream<DuplicateGroup> applied(
      DuplicateGroup group, List<PhotoLook> looks, VectorRows vectors) {
    var rows = rows(group, looks);
    var outcome =
        CopyWord.applied(List.copyOf(rows.keySet()), photo -> Optional.ofNullable(said.get(photo)));
    if (outcome.apart().isEmpty() && outcome.by().isEmpty()) {
      return Stream.of(group);
    }
    var left = new ArrayList<DuplicateGroup>();
    var together =
        outcome.together().stream()
            .flatMap(photo -> rows.getOrDefault(photo, List.of()).stream())
            .toList();
    if (together.size() > 1) {
      left.add(finder.around(keeper(outcome, rows), why(outcome, group), together, looks, vectors));
    }
    for (var photo : outcome.apart()) {
      var places = rows.getOrDefault(photo, List.of());
      if (places.size() > 1) {
        left.add(finder.around(places.getFirst(), SAME_FILE, places, looks, vectors));
      }
    }
    return left.stream();
  }

  /// The rows of each photo, the machine's keeper first.
  private static Map<String, List<Integer>> rows(DuplicateGroup group, List<PhotoLook> looks) {
    var rows = new LinkedHashMap<String, List<Integer>>();
    var members = group.others().stream().map(DuplicateGroup.Member::row);
    Stream.concat(Stream.of(group.keeper()), members)
        .forEach(
            row -> rows.computeIfAbsent(looks.get(row).photo(), _ -> new ArrayList<>()).add(row));
    return rows;
  }

  private static int keeper(CopyWord.Outcome outcome, Map<String, List<Integer>> rows) {
    return rows.getOrDefault(outcome.keeper(), List.of()).getFirst();
  }

  private static String why(CopyWord.Outcome outcome, DuplicateGroup group) {
    return outcome.by().isEmpty() ? group.reason() : "chosen by " + outcome.by();
  }
}
