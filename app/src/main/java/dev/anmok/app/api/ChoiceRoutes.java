package dev.anmok.app.api;

import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.workspace.Curation;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.core.curate.HandChoice;
import dev.anmok.core.curate.ItemDecision;
import dev.anmok.core.pipeline.Choices;
import dev.anmok.core.pipeline.ItemPhotos;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What people choose for an item by hand. The item is decided anew at once, and searches follow.
///
/// @param service where items are
/// @param curator decides about single items
/// @param turn who decides over items and stores it
record ChoiceRoutes(Service service, Representatives curator, CurationTurn turn) {
  private static final Schema PHOTOS = Schema.list(Schema.TEXT);

  List<Route> routes() {
    return List.of(
        Route.post(
                ItemRoutes.ITEMS + "/{id}/choices",
                "Stores which photos of an item people pin and ban; that goes before what the"
                    + " machine says",
                Route.Accepted.json(
                    List.of(
                        new Parameter("pinned", PHOTOS, "ids of photos shown first, in this order"),
                        new Parameter("banned", PHOTOS, "ids of photos never shown"),
                        new Parameter(
                            "version", Schema.COUNT, "the version of the choice that was seen"),
                        Fields.REVIEWER)),
                Schema.OBJECT,
                this::choose)
            .query(PhotoNames.SETTING));
  }

  private Choices choices() {
    return service.library().catalog().choices();
  }

  private Reply choose(Request request) throws IOException {
    var item = Photos.item(service.library(), request.part("id"));
    var choice = choice(request, item);
    var answer = new ItemAnswer(PhotoNames.of(request));
    try {
      return turn.take(() -> service.gate().call(() -> store(choice, item, answer)));
    } catch (Thresholds.UnknownThresholdException e) {
      throw Problem.of(409, String.valueOf(e.getMessage()));
    }
  }

  private Reply store(HandChoice choice, ItemPhotos item, ItemAnswer answer) throws IOException {
    var curation = curator.curation(Representatives.Trial.NONE); // fails before it is stored
    var standing = choices().store(choice) ? Optional.of(choice) : choices().of(choice.item());
    if (standing.filter(each -> same(each, choice)).isEmpty()) {
      throw conflict(answer, item, curation);
    }
    return Reply.json(answer.detailed(item, decide(item, curation), standing));
  }

  /// Also where somebody sends again what was stored, because the answer was lost.
  private static boolean same(HandChoice standing, HandChoice choice) {
    return standing.version() == choice.version()
        && standing.who().equals(choice.who())
        && standing.pinned().equals(choice.pinned())
        && standing.banned().equals(choice.banned());
  }

  private ItemDecision decide(ItemPhotos item, Curation curation) throws IOException {
    var result = curation.decide(item);
    if (curator.last().isPresent()) { // one decision alone would leave only its photos searched
      curation.store(result);
      service.library().refresh();
    }
    return result.decision();
  }

  private Problem conflict(ItemAnswer answer, ItemPhotos item, Curation curation)
      throws IOException {
    var standing = choices().of(item.item().id());
    var who = standing.map(HandChoice::who).orElse("nobody");
    return Problem.of(
            409,
            "the choice for this item was changed meanwhile, last by "
                + who
                + ": look at it and decide again")
        .with("standing", answer.detailed(item, curation.decide(item).decision(), standing));
  }

  private HandChoice choice(Request request, ItemPhotos item) throws IOException {
    var settings = request.settings();
    if (!request.has("version")) {
      throw Problem.badRequest("field 'version' is missing: which choice did you see? 0 for none");
    }
    int seen = Problem.reading(() -> settings.integer("version", 0, 0, Integer.MAX_VALUE));
    var pinned = request.texts("pinned", HandChoice.MAX_PHOTOS);
    var banned = request.texts("banned", HandChoice.MAX_PHOTOS);
    var who = settings.find("reviewer").orElse(Fields.DEFAULT_REVIEWER);
    var id = item.item().id();
    var choice =
        Problem.reading(() -> new HandChoice(id, pinned, banned, who, Instant.now(), seen + 1L));
    requireKnown(choice, item);
    return choice;
  }

  /// Photos of the item, or such that were chosen when the item had them.
  private void requireKnown(HandChoice choice, ItemPhotos item) throws IOException {
    var known = new HashSet<String>();
    item.photos().forEach(placed -> known.add(placed.photo().sha256()));
    choices()
        .of(choice.item())
        .ifPresent(before -> {
          known.addAll(before.pinned());
          known.addAll(before.banned());
        });
    for (var photos : List.of(choice.pinned(), choice.banned())) {
      for (var photo : photos) {
        if (!known.contains(photo)) {
          throw Problem.badRequest("the item has no photo " + photo);
        }
      }
    }
  }
}
