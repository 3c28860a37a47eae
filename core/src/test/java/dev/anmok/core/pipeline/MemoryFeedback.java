package dev.anmok.core.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Feedback in memory, for tests: simple rather than fast.
final class MemoryFeedback implements FeedbackLog {
  private final Predicate<String> knownItem;
  private final Predicate<String> knownPhoto;
  private final Map<List<String>, Feedback> rows = new LinkedHashMap<>();

  MemoryFeedback(Predicate<String> knownItem, Predicate<String> knownPhoto) {
    this.knownItem = knownItem;
    this.knownPhoto = knownPhoto;
  }

  private static List<String> key(Feedback each) {
    var kind = each.kind().opinion() ? "opinion" : each.kind().code();
    return List.of(each.answer(), kind, each.item(), each.photo(), each.person(), each.shop());
  }

  @Override
  public synchronized int store(List<Feedback> feedback) {
    for (var each : feedback) {
      if (!each.item().isEmpty() && !knownItem.test(each.item())) {
        throw new IllegalArgumentException("there is no item " + each.item());
      }
      if (!each.photo().isEmpty() && !knownPhoto.test(each.photo())) {
        throw new IllegalArgumentException("there is no photo " + each.photo());
      }
    }
    int changed = 0;
    for (var each : feedback) {
      var old = rows.get(key(each));
      if (old == null) {
        rows.put(key(each), each);
        changed++;
      } else if (!each.at().isBefore(old.at())
          && (each.kind() != old.kind() || !each.category().equals(old.category()))) {
        rows.put(key(each), renewed(old, each));
        changed++;
      }
    }
    return changed;
  }

  private static Feedback renewed(Feedback old, Feedback next) {
    return new Feedback(
        next.kind(),
        next.at(),
        old.person(),
        old.shop(),
        old.answer(),
        old.item(),
        old.photo(),
        old.position(),
        old.score(),
        next.category());
  }

  private synchronized List<Feedback> all() {
    return new ArrayList<>(rows.values());
  }

  @Override
  public List<Feedback> recent(FeedbackOwner owner, int most) {
    var telling = new ArrayList<Feedback>();
    for (var each : all().reversed()) {
      var id = owner.kind() == FeedbackOwner.Kind.PERSON ? each.person() : each.shop();
      if (id.equals(owner.id()) && each.kind().worth() != 0) {
        telling.add(each);
      }
    }
    telling.sort(Comparator.comparing(Feedback::at).reversed());
    return telling.stream().limit(most).toList();
  }

  @Override
  public Stream<Feedback> byOwner() {
    return all().stream()
        .filter(each -> !each.person().isEmpty() || !each.shop().isEmpty())
        .sorted(
            Comparator.comparing(Feedback::person)
                .thenComparing(each -> each.person().isEmpty() ? each.shop() : "")
                .thenComparing(Feedback::at));
  }

  @Override
  public Stream<Feedback> byAnswer() {
    return all().stream().sorted(Comparator.comparing(Feedback::answer));
  }

  @Override
  public Map<FeedbackKind, Long> counts() {
    return all().stream().collect(Collectors.groupingBy(Feedback::kind, Collectors.counting()));
  }

  @Override
  public long forget(String person) {
    return remove(each -> each.person().equals(person));
  }

  @Override
  public long forgetBefore(Instant time) {
    return remove(each -> each.at().isBefore(time));
  }

  private synchronized long remove(Predicate<Feedback> which) {
    long before = rows.size();
    rows.values().removeIf(which);
    return before - rows.size();
  }
}
