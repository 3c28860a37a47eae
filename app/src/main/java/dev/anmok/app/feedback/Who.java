package dev.anmok.app.feedback;

import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackOwner;
import java.util.ArrayList;
import java.util.List;

/// Who searches.
///
/// @param person their id, empty if nobody says
/// @param shop where they search, empty if nobody says
public record Who(String person, String shop) {
  public Who {
    for (var owner : List.of("person", "shop")) {
      var id = owner.equals("person") ? person : shop;
      if (!id.isEmpty()) {
        Feedback.requireOwner(owner, id);
      }
    }
  }

  /// Whether nobody says.
  public boolean isNobody() {
    return person.isEmpty() && shop.isEmpty();
  }

  /// Whose taste counts: the person's, and the shop's where the person has none.
  List<FeedbackOwner> owners() {
    var owners = new ArrayList<FeedbackOwner>();
    if (!person.isEmpty()) {
      owners.add(FeedbackOwner.person(person));
    }
    if (!shop.isEmpty()) {
      owners.add(FeedbackOwner.shop(shop));
    }
    return owners;
  }
}
