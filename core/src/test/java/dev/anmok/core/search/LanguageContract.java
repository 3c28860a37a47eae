package dev.anmok.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.search.TextHit.Match;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [PhotoIndex] promises about Korean and English: words are found in all their forms,
/// by synonyms, other spellings and initials. An adapter's test implements [#open] and inherits the
/// tests.
public interface LanguageContract {
  /// Opens the index that belongs to a folder, or makes it; another folder is another index.
  PhotoIndex open(Path folder, VectorSpace space) throws IOException;

  @Test
  default void compoundsAreFoundByTheirPartsAndWithoutSpaces(@TempDir Path folder)
      throws IOException {
    try (var index = titles(folder, "레스토랑 인테리어", "네온사인 골목", "겨울왕국", "고양이")) {
      assertThat(found(index, "레스토랑인테리어")).containsExactly("레스토랑 인테리어");
      assertThat(found(index, "인테리어")).containsExactly("레스토랑 인테리어");
      assertThat(found(index, "네온")).containsExactly("네온사인 골목");
      assertThat(found(index, "네온 사인")).containsExactly("네온사인 골목");
      assertThat(found(index, "겨울 왕국")).containsExactly("겨울왕국");
    }
  }

  @Test
  default void particlesAndEndingsDoNotMatter(@TempDir Path folder) throws IOException {
    try (var index = titles(folder, "해리포터와 마법사의 돌", "어두운 골목에서", "붉은 노을")) {
      assertThat(found(index, "마법사가")).containsExactly("해리포터와 마법사의 돌");
      assertThat(found(index, "골목은 어둡다")).containsExactly("어두운 골목에서");
      assertThat(found(index, "노을이 지는")).containsExactly("붉은 노을");
    }
  }

  @Test
  default void initialsFindATitleFromAnyWordOn(@TempDir Path folder) throws IOException {
    try (var index = titles(folder, "해리 포터와 마법사의 돌", "해리포터 2", "하리보", "Harry Potter")) {
      assertThat(found(index, "ㅎㄹㅍㅌ")).containsExactlyInAnyOrder("해리 포터와 마법사의 돌", "해리포터 2");
      assertThat(found(index, "ㅁㅂㅅ")).containsExactly("해리 포터와 마법사의 돌");
      assertThat(found(index, "ㅎㄹㅂ")).containsExactly("하리보");
      assertThat(found(index, "ㅎㄹㅍㅌㅇㅁㅂㅅㅇㄷ")).containsExactly("해리 포터와 마법사의 돌");
      assertThat(found(index, "ㄹㅍㅌ")).isEmpty();
      assertThat(search(index, "ㅎㄹㅂ").getFirst().matches())
          .containsExactly(new Match(TextRole.TITLE, "ㅎㄹㅂ", "ㅎㄹㅂ"));
    }
  }

  @Test
  default void spacesWithinANameDoNotMatter(@TempDir Path folder) throws IOException {
    try (var index = titles(folder, "해리 포터와 불의 잔", "스타워즈", "Star Wars", "카페 거리")) {
      assertThat(found(index, "해리포터")).containsExactly("해리 포터와 불의 잔");
      assertThat(found(index, "스타 워즈")).contains("스타워즈");
      assertThat(found(index, "starwars")).contains("Star Wars");
      assertThat(found(index, "카페거리")).contains("카페 거리");
    }
  }

  @Test
  default void otherSpellingsCountLessThanTheWordItself(@TempDir Path folder) throws IOException {
    try (var index =
        titles(folder, "해리 포터와 불의 잔", "쎈터", "센터", "콘텐츠", "컨텐츠", "까페", "Cyberpunk city")) {
      assertThat(found(index, "헤리포터")).containsExactly("해리 포터와 불의 잔");
      assertThat(found(index, "센터")).containsExactly("센터", "쎈터");
      assertThat(found(index, "쎈터")).containsExactly("쎈터", "센터");
      assertThat(found(index, "컨텐츠")).containsExactly("컨텐츠", "콘텐츠");
      assertThat(found(index, "카페")).containsExactly("까페");
      assertThat(found(index, "cyberpnuk")).containsExactly("Cyberpunk city");
      assertThat(search(index, "헤리포터").getFirst().matches())
          .containsExactly(new Match(TextRole.TITLE, "헤리포터", "해리포터"));
    }
  }

  @Test
  default void shortWordsAreNotTakenForOthers(@TempDir Path folder) throws IOException {
    try (var index = titles(folder, "상자", "시계", "loin", "과자")) {
      assertThat(found(index, "사자")).isEmpty();
      assertThat(found(index, "세계")).isEmpty();
      assertThat(found(index, "lion")).isEmpty();
    }
  }

  @Test
  default void synonymsBridgeTheLanguagesAndCountLess(@TempDir Path folder) throws IOException {
    try (var index = titles(folder, "커피숍", "카페", "Coffee shop", "고양이")) {
      assertThat(found(index, "커피숍").getFirst()).isEqualTo("커피숍");
      assertThat(found(index, "커피숍")).containsExactlyInAnyOrder("커피숍", "카페", "Coffee shop");
      assertThat(found(index, "coffee shops").getFirst()).isEqualTo("Coffee shop");
      assertThat(found(index, "coffee shops")).contains("카페");
      assertThat(search(index, "coffee shop"))
          .anySatisfy(hit ->
              assertThat(hit.matches())
                  .containsExactly(new Match(TextRole.TITLE, "coffee shop", "카페")));
      assertThat(search(index, "coffee shop")).allMatch(hit -> hit.coverage() == 1);
    }
  }

  @Test
  default void titlesInBothScriptsAreFoundByEither(@TempDir Path folder) throws IOException {
    try (var index =
        texts(
            folder,
            List.of(
                Map.of(TextRole.TITLE, "Blade Runner 2049", TextRole.ALIAS, "블레이드 러너 2049"),
                Map.of(TextRole.TITLE, "기생충", TextRole.ALIAS, "Parasite")))) {
      for (var query : List.of("블레이드러너", "blade runner", "2049", "2,049", "블레이드 runner")) {
        assertThat(found(index, query)).as(query).containsExactly("0");
      }
      assertThat(found(index, "parasites")).containsExactly("1");
      assertThat(found(index, "ㄱㅅㅊ")).containsExactly("1");
    }
  }

  @Test
  default void mixedQueriesCountEveryWord(@TempDir Path folder) throws IOException {
    try (var index = titles(folder, "네온 사이버펑크", "neon city", "밤 poster", "고양이")) {
      var hits = search(index, "네온 neon 사이버펑크 poster");
      assertThat(hits).extracting(hit -> hit.hit().uri()).first().isEqualTo("네온 사이버펑크");
      assertThat(hits).extracting(hit -> hit.hit().uri()).contains("neon city", "밤 poster");
    }
  }

  @Test
  default void decomposedNamesAreTheSameText(@TempDir Path folder) throws IOException {
    try (var index = titles(folder, Normalizer.normalize("강남역 카페.jpg", Normalizer.Form.NFD))) {
      assertThat(search(index, "강남역")).hasSize(1);
      assertThat(search(index, Normalizer.normalize("카페", Normalizer.Form.NFD))).hasSize(1);
    }
  }

  @Test
  default void endingsPossessivesAndAccentsOfEnglishDoNotMatter(@TempDir Path folder)
      throws IOException {
    try (var index = titles(folder, "Dancing girls at Harry's café", "A lonely man")) {
      for (var query : List.of("dance", "girl", "harry", "cafe", "CAFÉ", "ｄａｎｃｅｓ", "harrys")) {
        assertThat(found(index, query)).as(query).containsExactly("Dancing girls at Harry's café");
      }
    }
  }

  @Test
  default void wordsThatSayNothingCountOnlyAlone(@TempDir Path folder) throws IOException {
    try (var index = titles(folder, "It", "The cat", "A dog")) {
      assertThat(found(index, "the dog")).containsExactly("A dog");
      assertThat(found(index, "it")).containsExactly("It");
      assertThat(found(index, "the")).containsExactly("The cat");
      assertThat(search(index, "the dog").getFirst().coverage()).isEqualTo(1);
    }
  }

  @Test
  default void phrasesIgnoreParticles(@TempDir Path folder) throws IOException {
    try (var index = titles(folder, "마법사의 돌", "돌과 마법사", "마법사와 큰 돌")) {
      assertThat(found(index, "\"마법사의 돌\"")).containsExactly("마법사의 돌");
      assertThat(found(index, "\"돌 마법사\"")).containsExactly("돌과 마법사");
      assertThat(found(index, "“마법사와 큰 돌”")).containsExactly("마법사와 큰 돌");
    }
  }

  @Test
  default void longTextsAreFoundByTheirFirstPart(@TempDir Path folder) throws IOException {
    try (var index =
        texts(
            folder,
            List.of(
                Map.of(TextRole.BODY, "바다 ".repeat(30_000) + "등대"), Map.of(TextRole.BODY, "등대")))) {
      assertThat(found(index, "등대")).containsExactly("1");
      assertThat(found(index, "바다")).containsExactly("0");
    }
  }

  @Test
  default void wordsOfAnyLengthAreIndexed(@TempDir Path folder) throws IOException {
    try (var index = titles(folder, "x".repeat(30_000), "가".repeat(3_000), "ㄱ".repeat(3_000))) {
      assertThat(search(index, "x".repeat(2_000))).hasSize(1);
    }
  }

  @Test
  default void scoresAreBm25OfWeightedOccurrences(@TempDir Path folder) throws IOException {
    try (var index =
        texts(
            folder,
            List.of(
                Map.of(TextRole.TITLE, "zobo"),
                Map.of(TextRole.BODY, "nurato zobo"),
                Map.of(TextRole.BODY, "kivupo")))) {
      // idf = ln(1 + 1.5 / 2.5) = 0.470; lengths 5, 2 and 1, 8/3 on average; a title counts 5
      // times:
      // 5 / (5 + 1.2 (0.6 + 0.4 × 5 × 3/8)) = 0.7553 and 1 / (1 + 1.2 (0.6 + 0.4 × 2 × 3/8)) =
      // 0.4808.
      // The form of the word scores the same and adds a fifth.
      assertThat(search(index, "zobo"))
          .extracting(hit -> (double) hit.hit().score())
          .satisfiesExactly(
              title -> assertThat(title).isCloseTo(1.2 * 0.4700 * 0.7553, within(1e-4)),
              body -> assertThat(body).isCloseTo(1.2 * 0.4700 * 0.4808, within(1e-4)));
    }
  }

  private static List<TextHit> search(PhotoIndex index, String text) throws IOException {
    return index.explain(text, index.search(new TextQuery(text, 10, Scope.ALL, Filter.none())));
  }

  private static List<String> found(PhotoIndex index, String text) throws IOException {
    return search(index, text).stream().map(hit -> hit.hit().uri()).toList();
  }

  private PhotoIndex titles(Path folder, String... titles) throws IOException {
    var photos = new ArrayList<IndexedPhoto>();
    for (var title : titles) {
      var uri = title.substring(0, Math.min(100, title.length()));
      photos.add(photo(uri, Map.of(TextRole.TITLE, title)));
    }
    return index(folder, photos);
  }

  private PhotoIndex texts(Path folder, List<Map<TextRole, String>> texts) throws IOException {
    var photos = new ArrayList<IndexedPhoto>();
    for (int i = 0; i < texts.size(); i++) {
      photos.add(photo("" + i, texts.get(i)));
    }
    return index(folder, photos);
  }

  private PhotoIndex index(Path folder, List<IndexedPhoto> photos) throws IOException {
    var index = open(folder, SamplePhotos.SPACE);
    index.upsert(photos);
    index.commit(1);
    return index;
  }

  private static IndexedPhoto photo(String uri, Map<TextRole, String> texts) {
    var vector = new SamplePhotos(SamplePhotos.SPACE, 1).vector();
    return new IndexedPhoto(uri, "ab", uri, "", true, vector, texts, Metadata.NONE);
  }
}
