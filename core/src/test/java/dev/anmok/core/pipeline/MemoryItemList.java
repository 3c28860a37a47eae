package dev.anmok.core.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lists of a catalog's items in memory, for tests: simple rather than fast.
///
/// @param catalog whose items they are
record MemoryItemList(MemoryCatalog catalog) implements ItemList {
  private static final String OWN = "";

  @Override
  public long count(Wanted wanted) {
    return all(wanted).size();
  }

  @Override
  public List<Listed> page(Wanted wanted, long offset, int limit) {
    return all(wanted).stream().skip(offset).limit(limit).toList();
  }

  @Override
  public Optional<Listed> find(String id) {
    return catalog.allItems().filter(item -> item.id().equals(id)).map(this::listed).findFirst();
  }

  @Override
  public Map<String, Long> reasons() {
    return catalog
        .decisions()
        .filter(decision -> decision.uri().equals(OWN))
        .collect(Collectors.groupingBy(StoredDecision::reason, Collectors.counting()));
  }

  private List<Listed> all(Wanted wanted) {
    var text = wanted.text().toLowerCase(Locale.ROOT);
    return catalog
        .allItems()
        .filter(item ->
            item.id().toLowerCase(Locale.ROOT).contains(text)
                || item.title().toLowerCase(Locale.ROOT).contains(text))
        .map(this::listed)
        .filter(listed ->
            switch (wanted.state()) {
              case ANY -> true;
              case KEPT -> listed.kept();
              case DROPPED -> !listed.reason().isEmpty() && !listed.kept();
              case UNDECIDED -> listed.reason().isEmpty();
              case BY_HAND -> listed.byHand();
            })
        .toList();
  }

  private Listed listed(Item item) {
    var decisions =
        catalog.decisions().filter(decision -> decision.item().equals(item.id())).toList();
    var own = decisions.stream().filter(decision -> decision.uri().equals(OWN)).findFirst();
    var photos =
        catalog.photos(Samples.SPACE).filter(photo -> photo.item().equals(item.id())).toList();
    return new Listed(
        item,
        own.map(StoredDecision::reason).orElse(""),
        own.map(StoredDecision::detail).orElse(""),
        own.filter(decision -> decision.rank() > 0).isPresent(),
        photos.size(),
        decisions.stream()
            .filter(decision -> decision.rank() > 0 && !decision.uri().equals(OWN))
            .sorted(Comparator.comparingInt(StoredDecision::rank))
            .map(decision -> catalog.placed(decision.uri(), Samples.SPACE).orElseThrow())
            .map(photo -> photo.photo().sha256())
            .toList(),
        catalog.byHand(item.id()));
  }
}
