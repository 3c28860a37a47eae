package dev.anmok.core.curate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts people's word before the machine's: banned photos never represent their item, pinned ones
/// come first in their order, all of them, and the machine's follow in theirs while there is room.
/// The machine is asked for as many more as people named, so that a banned photo's place goes to
/// the next in its order. A pinned photo takes the place of the one that it nearly repeats; a photo
/// set aside as a repetition of a banned one stays aside. An item that the machine drops is kept if
/// one of its photos is pinned.
///
/// @param machine the way to choose where people did not
public record HandRule(Curator machine) {
  /// Decides over an item that people chose for.
  public ItemDecision decide(ItemCandidates item, HandChoice choice) {
    if (choice.isEmpty()) {
      return machine.decide(item);
    }
    int named = choice.pinned().size() + choice.banned().size();
    var decided = machine.keeping(machine.keep() + named).decide(item);
    return new Applied(choice, machine.keep(), decided, digests(item)).decision();
  }

  private static Map<String, String> digests(ItemCandidates item) {
    var digests = new HashMap<String, String>();
    item.photos().forEach(photo -> digests.put(photo.uri(), photo.sha256()));
    return digests;
  }

  /// A choice on its way over a decision.
  private record Applied(
      HandChoice choice, int keep, ItemDecision decided, Map<String, String> digests) {

    ItemDecision decision() {
      var pinned = pinned();
      var photos = new ArrayList<PhotoDecision>();
      for (var photo : pinned.values()) {
        photos.add(photo.as(photos.size() + 1, PhotoReason.PINNED_BY_HAND, choice.who()));
      }
      int rank = photos.size();
      var stead = inStead(pinned);
      var banned = Set.copyOf(choice.banned());
      for (var photo : decided.photos()) {
        if (!pinned.containsValue(photo)) {
          var own = other(photo, pinned, stead, banned);
          boolean shown = own.rank() > 0 && rank < keep;
          photos.add(
              shown
                  ? own.as(++rank, own.reason(), own.detail())
                  : own.rank() > 0 ? own.as(0, PhotoReason.NOT_SELECTED, own.detail()) : own);
        }
      }
      var reason = reason(pinned.isEmpty(), rank == 0);
      return new ItemDecision(
          decided.item(), reason, detail(reason), decided.mood(), List.copyOf(photos));
    }

    /// The pinned photos that the item has, by digest: of the same bytes the one that the machine
    /// did not set aside.
    private Map<String, PhotoDecision> pinned() {
      var pinned = new LinkedHashMap<String, PhotoDecision>();
      for (var sha256 : choice.pinned()) {
        decided.photos().stream()
            .filter(photo -> sha256.equals(digests.get(photo.uri())))
            .filter(photo -> photo.reason() != PhotoReason.EXACT_DUPLICATE_OF)
            .findFirst()
            .ifPresent(photo -> pinned.put(sha256, photo));
      }
      return pinned;
    }

    /// For photos that a pinned one nearly repeats: the URI of the pinned one.
    private static Map<String, String> inStead(Map<String, PhotoDecision> pinned) {
      var stead = new HashMap<String, String>();
      for (var photo : pinned.values()) {
        if (photo.reason() == PhotoReason.NEAR_DUPLICATE_OF) {
          stead.put(photo.detail(), photo.uri());
        }
      }
      return stead;
    }

    /// A photo that is not pinned, or is another place of one that is.
    private PhotoDecision other(
        PhotoDecision photo,
        Map<String, PhotoDecision> pinned,
        Map<String, String> stead,
        Set<String> banned) {
      var sha256 = digests.getOrDefault(photo.uri(), "");
      var same = pinned.get(sha256);
      var nearly = stead.get(photo.uri());
      if (banned.contains(sha256)) {
        return photo.as(0, PhotoReason.BANNED_BY_HAND, choice.who());
      }
      if (same != null) {
        return photo.as(0, PhotoReason.EXACT_DUPLICATE_OF, same.uri());
      }
      if (photo.rank() > 0 && nearly != null) {
        return photo.as(0, PhotoReason.NEAR_DUPLICATE_OF, nearly);
      }
      return photo.reason() == PhotoReason.ITEM_DROPPED && !pinned.isEmpty()
          ? photo.as(0, PhotoReason.NOT_SELECTED, "")
          : photo;
    }

    private ItemReason reason(boolean nonePinned, boolean noneShown) {
      if (!decided.kept()) {
        return nonePinned ? decided.reason() : ItemReason.KEPT_BY_HAND;
      }
      return noneShown ? ItemReason.ALL_BANNED_BY_HAND : decided.reason();
    }

    private String detail(ItemReason reason) {
      return switch (reason) {
        case KEPT_BY_HAND -> choice.who() + " keeps it, although " + decided.detail();
        case ALL_BANNED_BY_HAND -> choice.who() + " banned all photos that could stand for it";
        case KEPT, TOO_FEW_IMAGES, ALL_UNREADABLE, TOO_FEW_ABOVE_THRESHOLD -> decided.detail();
      };
    }
  }
}
