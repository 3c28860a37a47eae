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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Finds groups of photos that are the same and chooses one of each to keep.
///
/// The default method takes photos in order of preference ([KeeperChoice#preference]); one that is
/// not the same as a keeper before it becomes a keeper ([KeeperGroups]). Within a group the keeper
/// is then chosen anew with tolerances, among those that are the same as all other members.
///
/// Besides what is handed in it takes about 60 bytes a photo, 200 more at the level `near`, and a
/// temporary file of at most 1 KiB a photo.
public final class DuplicateFinder {
  /// How many candidates are tried as keeper of a group before the one it was made by is taken.
  private static final int TRIES = 4;

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
    var cosines = new ExactCosine(rows);
    var groups = new ArrayList<DuplicateGroup>();
    for (var members : members(looks, rows)) {
      if (members.size() > 1) {
        groups.add(group(members, looks, cosines));
      }
    }
    groups.sort(Comparator.comparingInt(DuplicateGroup::first));
    return groups;
  }

  /// How much two photos are the same.
  public DuplicateLevel level(PhotoLook a, PhotoLook b, double cosine) {
    return a.same(b) ? DuplicateLevel.EXACT : rule.level(a.hashBits(b), cosine);
  }

  /// Rows group by group, the leader of each first where there is one, the others rising.
  private Collection<List<Integer>> members(List<PhotoLook> looks, VectorRows rows)
      throws IOException {
    var groups = new TreeMap<Integer, List<Integer>>();
    if (rule.method() == DuplicateMethod.DBSCAN) {
      var labels = new Dbscan(rule.eps(), rule.minSamples()).labels(rows);
      for (int row = 0; row < labels.length; row++) {
        if (labels[row] != Dbscan.NOISE) {
          groups.computeIfAbsent(labels[row], _ -> new ArrayList<>()).add(row);
        }
      }
      return groups.values();
    }
    var order = KeeperChoice.preference(looks);
    var found = keeperGroups(looks, rows, order);
    for (int place = 0; place < order.length; place++) {
      groups.computeIfAbsent(found.keeper(place), _ -> new ArrayList<>()).add(order[place]);
    }
    return groups.values();
  }

  private KeeperGroups keeperGroups(List<PhotoLook> looks, VectorRows rows, int[] order)
      throws IOException {
    var ordered = rows.inOrder(order);
    KeeperGroups.Relation relation =
        (a, b, cosine) -> strength(level(looks.get(order[a]), looks.get(order[b]), cosine));
    if (rule.level() == DuplicateLevel.SIMILAR) {
      double similar = rule.similar().orElse(DuplicateRule.PUBLISHED_SIMILAR);
      return KeeperGroups.of(ordered, Math.min(similar, rule.near().minCosine()), relation);
    }
    int bits = rule.level() == DuplicateLevel.EXACT ? -1 : rule.near().maxHashBits();
    return KeeperGroups.of(order.length, new Copies(looks, order, ordered, bits), relation);
  }

  /// 0 for what is not the same at the rule's level.
  private int strength(DuplicateLevel level) {
    return level.strength() >= rule.level().strength() ? level.strength() : 0;
  }

  private DuplicateGroup group(List<Integer> members, List<PhotoLook> looks, ExactCosine cosines) {
    int leader = members.getFirst();
    var rows = members.stream().sorted().toList();
    var candidates = new ArrayList<>(rows);
    for (int tried = 0; tried < TRIES && !candidates.isEmpty(); tried++) {
      var choice = KeeperChoice.of(candidates, looks);
      if (suits(choice.row(), leader, rows, looks, cosines)) {
        return group(choice, rows, looks, cosines);
      }
      candidates.remove(Integer.valueOf(choice.row()));
    }
    var reason = "nearest to all of the group";
    return group(new KeeperChoice(leader, reason), rows, looks, cosines);
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
