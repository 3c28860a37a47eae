package dev.anmok.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.query.Finder;
import dev.anmok.app.query.StageTimes;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.query.Wish;
import dev.anmok.app.words.WordModels;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.evaluate.ReplayFigures;
import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.SearchRequest.By;
import dev.anmok.core.search.SubQuery;
import dev.anmok.core.search.TasteRule;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People who look for things between two colours, over drawn pictures and the real model: those
/// who take something of the colour they like would have been helped, those who take anything would not.
class PeopleReplayTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final TasteRule RULE = new TasteRule(1, Duration.ofDays(30), 200, 3);
  private static final double UNIT = 1;
  private static final int PEOPLE = 24;
  private static final int ANSWERS = 10;
  private static final int SHOWN = 8;

  @TempDir Path folder;
  private Session session;
  private PhotoIndex index;
  private Finder finder;

  @BeforeEach
  void open() throws IOException {
    var photos = ColouredItems.draw(folder.resolve("photos"));
    session = Session.fill(folder.resolve("data"), "cafe", Optional.empty());
    new IngestJob(session, IngestOptions.defaults()).run(FolderSource.of(photos), Progress.NONE);
    index = Indexes.openForWriting(session);
    finder = Finder.over(session, index, VectorQuery.Scope.ALL, WordModels.queries(session));
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    session.close();
  }

  private Embedding looks(String item) throws IOException {
    var photos = session.workspace().catalog().item(item, session.pack().space()).orElseThrow();
    return photos.photos().getFirst().embedding();
  }

  private List<String> search(Embedding wanted, List<SubQuery.Taste> tastes) throws IOException {
    return answer(wanted, tastes).hits().stream().map(hit -> hit.item()).toList();
  }

  private dev.anmok.app.query.Answered answer(Embedding wanted, List<SubQuery.Taste> tastes)
      throws IOException {
    var wish = Wish.items(new Wanted(List.of(), List.of(), List.of(), List.of(wanted)), SHOWN);
    return finder.search(wish, tastes, new StageTimes());
  }

  private void people(boolean choosy) throws IOException {
    var random = new Random(5);
    var ids = ColouredItems.ids();
    var rows = new ArrayList<Feedback>();
    for (int p = 0; p < PEOPLE; p++) {
      var person = "person " + p;
      var colour = ColouredItems.COLOURS.get(p % ColouredItems.COLOURS.size());
      for (int a = 0; a < ANSWERS; a++) {
        var between =
            Embedding.meanOf(
                List.of(
                    looks(ids.get(random.nextInt(ids.size()))),
                    looks(ids.get(random.nextInt(ids.size())))));
        var id = person + " answer " + a;
        var at = NOON.plus(Duration.ofHours(a));
        var found = answer(between, List.of());
        var who = new Who(person, "");
        var shown = new Shown(who, id, at, By.ITEM, new Fusion.Weighted(), UNIT);
        rows.addAll(shown.rows(found.hits(), 1));
        var items = found.hits().stream().map(hit -> hit.item()).toList();
        var liked =
            items.stream().filter(item -> !choosy || item.startsWith(colour)).toList();
        if (!liked.isEmpty()) {
          rows.add(
              new Feedback(
                  FeedbackKind.CLICKED,
                  at.plusSeconds(9),
                  person,
                  "",
                  id,
                  liked.get(random.nextInt(liked.size())),
                  "",
                  0,
                  Double.NaN,
                  ""));
        }
      }
    }
    session.workspace().catalog().feedback().store(rows);
  }

  @Test
  void peopleWhoLikeAColourWouldHaveBeenHelped() throws IOException {
    people(true);

    var figures = new Replay(session, index).run(RULE);

    assertThat(figures.owners()).isEqualTo(PEOPLE);
    assertThat(figures.reordered()).isZero();
    assertThat(figures.withoutScores()).isZero();
    assertThat(figures.weighedRank().difference().low()).as("%s", figures).isPositive();
    assertThat(figures.verdict()).isEqualTo(ReplayFigures.Verdict.HELPED);
  }

  @Test
  void peopleWhoTakeAnythingWouldNot() throws IOException {
    people(false);

    var figures = new Replay(session, index).run(RULE);

    assertThat(figures.compared()).isPositive();
    assertThat(figures.verdict()).as("%s", figures).isEqualTo(ReplayFigures.Verdict.NO_DIFFERENCE);
  }

  @Test
  void aTasteLiftsWhatIsLikedAmongWhatWasFoundAndSaysSo() throws IOException {
    var rows = new ArrayList<Feedback>();
    for (var item : List.of("red-00", "red-01", "red-02", "red-03")) {
      rows.add(
          new Feedback(FeedbackKind.LIKED, NOON, "kim", "shop", "", item, "", 0, Double.NaN, ""));
    }
    var catalog = session.workspace().catalog();
    catalog.feedback().store(rows);
    var all = new Tastes(catalog, session.pack().space(), RULE);
    var between = Embedding.meanOf(List.of(looks("red-05"), looks("blue-05")));

    var tastes = all.of(new Who("kim", ""), UNIT);
    assertThat(tastes).extracting(SubQuery.Taste::name).containsExactly("liked");
    assertThat(all.of(new Who("new", "shop"), UNIT)).as("the shop's").isEqualTo(tastes);
    assertThat(all.of(new Who("new", ""), UNIT)).isEmpty();
    var plain = search(between, List.of());
    var hits = answer(between, tastes).hits();
    var mine = hits.stream().map(hit -> hit.item()).toList();
    assertThat(reds(mine)).isGreaterThan(reds(plain));
    var share = hits.getFirst().why().getLast();
    assertThat(share.part().name()).isEqualTo("liked");
    assertThat(Math.abs(share.added())).isLessThanOrEqualTo(RULE.weight() * UNIT);
  }

  /// How many of the first four are red.
  private static long reds(List<String> items) {
    return items.stream().limit(4).filter(item -> item.startsWith("red")).count();
  }
}
