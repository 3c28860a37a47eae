package dev.anmok.core.curate;

import dev.anmok.core.cluster.Dbscan;
import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.ExactCosine;
import dev.anmok.core.cluster.KeeperGroups;
import dev.anmok.core.cluster.VectorRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Finds groups of photos that are the same and chooses one of each to keep.
///
/// The default method takes photos in order of preference ([KeeperChoice#preference]); one that is
/// not the same as a keeper before it becomes a keeper ([KeeperGroups]). Within a group the keeper
/// is then chosen anew with tolerances, among those that are the same as all other members.
///
/// Besides what is handed in and out it takes about 70 bytes a photo, 200 at the levels `exact` and
/// `near`, and a temporary file of at most 1 KiB a photo.
public final class DuplicateFinder {
  /// How many candidates are tried as keeper of a group before the one it was made by is taken.
  private static final int TRIES = 4;

  /// Said of a keeper that was not the first choice.
  private static final String SUITS = "all others are the same as this one";

  private final DuplicateRule rule;

  /// Finds by a rule; one without a threshold for similar photos uses the published one.
  public DuplicateFinder(DuplicateRule rule) {
    this.rule = rule;
  }

  /// The groups of two photos and more, ordered by the first row of each.
  ///
  /// @param looks a photo each, in order of URI
  /// @param rows their vectors
  /// @throws IOException if there is no room for a temporary file
  public List<DuplicateGroup> find(List<PhotoLook> looks, VectorRows rows) throws IOException {
    return find(looks, rows, looks.stream().allMatch(PhotoLook::detailed));
  }

  /// The groups within a part of the photos that holds, with each photo, all that are the same as
  /// it at the rule's level, and all that are the same as these, and so on: the groups that all
  /// photos together give. Not for DBSCAN.
  ///
  /// @param looks a photo each, in order of URI
  /// @param rows their vectors
  /// @param detailed whether all photos, not only these, were measured at native resolution
  /// @throws IOException if there is no room for a temporary file
  public List<DuplicateGroup> find(List<PhotoLook> looks, VectorRows rows, boolean detailed)
      throws IOException {
    var cosines = new ExactCosine(rows);
    var groups = new ArrayList<DuplicateGroup>();
    for (var members : members(looks, rows, detailed)) {
      groups.add(group(members, looks, cosines));
    }
    groups.sort(Comparator.comparingInt(DuplicateGroup::first));
    return groups;
  }

  /// The group of some rows around a keeper that somebody chose, whatever the rule says of them.
  ///
  /// @param rows at least two, the keeper among them
  public DuplicateGroup around(
      int keeper, String reason, List<Integer> rows, List<PhotoLook> looks, VectorRows vectors) {
    var choice = new KeeperChoice(keeper, reason);
    return group(choice, rows.stream().sorted().toList(), looks, new ExactCosine(vectors));
  }

  /// How much two photos are the same.
  public DuplicateLevel level(PhotoLook a, PhotoLook b, double cosine) {
    return a.same(b) ? DuplicateLevel.EXACT : rule.level(a.hashBits(b), cosine);
  }

  /// The rows of each group of two and more, its leader first where there is one.
  private List<int[]> members(List<PhotoLook> looks, VectorRows rows, boolean detailed)
      throws IOException {
    if (rule.method() == DuplicateMethod.DBSCAN) {
      var labels = new Dbscan(rule.eps(), rule.minSamples()).labels(rows);
      return gathered(labels, IntStream.range(0, labels.length).toArray());
    }
    var order = KeeperChoice.preference(looks, detailed);
    var found = keeperGroups(looks, rows, order);
    return gathered(IntStream.range(0, order.length).map(found::keeper).toArray(), order);
  }

  /// The rows of those groups that have two and more, each in the order in which they come.
  ///
  /// @param groups the number of a group for each place, below the number of places; negative for
  ///   none
  /// @param order the row at each place
  private static List<int[]> gathered(int[] groups, int[] order) {
    var starts = new int[groups.length + 1]; // the ends, until the rows are filled in from behind
    for (int group : groups) {
      if (group >= 0) {
        starts[group]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    var rows = new int[groups.length];
    for (int place = groups.length - 1; place >= 0; place--) {
      if (groups[place] >= 0) {
        rows[--starts[groups[place]]] = order[place];
      }
    }
    return IntStream.range(0, groups.length)
        .filter(group -> starts[group + 1] - starts[group] > 1)
        .mapToObj(group -> Arrays.copyOfRange(rows, starts[group], starts[group + 1]))
        .toList();
  }

  private KeeperGroups keeperGroups(List<PhotoLook> looks, VectorRows rows, int[] order)
      throws IOException {
    var ordered = rows.inOrder(order);
    KeeperGroups.Relation relation =
        (a, b, cosine) -> strength(level(looks.get(order[a]), looks.get(order[b]), cosine));
    if (rule.level() == DuplicateLevel.SIMILAR) {
      double least = Math.min(rule.similarCosine(), rule.near().minCosine());
      return KeeperGroups.of(ordered, least, relation);
    }
    int bits = rule.level() == DuplicateLevel.EXACT ? -1 : rule.near().maxHashBits();
    return KeeperGroups.of(order.length, new Copies(looks, order, ordered, bits), relation);
  }

  /// 0 for what is not the same at the rule's level.
  private int strength(DuplicateLevel level) {
    return level.strength() >= rule.level().strength() ? level.strength() : 0;
  }

  private DuplicateGroup group(int[] members, List<PhotoLook> looks, ExactCosine cosines) {
    int leader = members[0];
    var rows = Arrays.stream(members).sorted().boxed().toList();
    var choice = KeeperChoice.of(rows, looks);
    if (suits(choice.row(), leader, rows, looks, cosines)) {
      return group(choice, rows, looks, cosines);
    }
    var candidates = new ArrayList<>(rows);
    for (int tried = 1; tried < TRIES; tried++) {
      candidates.remove(Integer.valueOf(choice.row()));
      choice = KeeperChoice.of(candidates, looks);
      if (suits(choice.row(), leader, rows, looks, cosines)) {
        return group(new KeeperChoice(choice.row(), SUITS), rows, looks, cosines);
      }
    }
    return group(new KeeperChoice(leader, SUITS), rows, looks, cosines);
  }

  /// Whether all members are the same as one of them.
  private boolean suits(
      int keeper, int leader, List<Integer> rows, List<PhotoLook> looks, ExactCosine cosines) {
    return keeper == leader
        || rule.method() == DuplicateMethod.DBSCAN
        || rows.stream()
            .filter(row -> row != keeper)
            .allMatch(row ->
                strength(level(looks.get(keeper), looks.get(row), cosines.of(keeper, row))) > 0);
  }

  private DuplicateGroup group(
      KeeperChoice choice, List<Integer> rows, List<PhotoLook> looks, ExactCosine cosines) {
    var keeper = looks.get(choice.row());
    var others = new ArrayList<DuplicateGroup.Member>();
    var loosest = DuplicateLevel.EXACT;
    for (int row : rows) {
      if (row != choice.row()) {
        double cosine = cosines.of(choice.row(), row);
        var level = level(keeper, looks.get(row), cosine);
        loosest = level.compareTo(loosest) > 0 ? level : loosest;
        int bits = keeper.hashBits(looks.get(row));
        others.add(new DuplicateGroup.Member(row, level, cosine, bits));
      }
    }
    return new DuplicateGroup(loosest, choice.row(), choice.reason(), others);
  }
}
