package dev.anmok.benchmarks;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.filter.Value;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.TextRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Films drawn from a seed, five photos each: vectors around 2,000 centres as embeddings of real
/// photos lie, titles and descriptions of Korean and English words, one to three of 20 genres, a
/// year and a rating. Photo `i` is the same in every run and needs no other, so a million are never
/// held.
final class DrawnItems {
  /// How the photos of a film lie to each other.
  enum Films {
    /// Around one centre, as photos of one film or place do.
    TOGETHER,
    /// Each around another: the worst case for searches by item, since a photo that is near says
    /// nothing of the others of its film.
    SCATTERED
  }

  static final Schema SCHEMA =
      new Schema(
          List.of(
              new Field("genre", FieldType.LIST),
              new Field("year", FieldType.INTEGER),
              new Field("rating", FieldType.DECIMAL)));

  private static final int PHOTOS_PER_ITEM = 5;
  private static final int CENTRES = 2_000;
  private static final double SPREAD = 0.7;
  private static final long SEED = 0x5DEECE66DL;

  private static final List<String> WORDS =
      List.of(
          """
          어두운 숲 바다 비 밤 골목 기차 학교 겨울 여름 노을 도시 옥상 시장 부엌 계단 창문 다리 섬 사막 추격 사랑 복수
          가족 친구 비밀 전쟁 우주 유령 탐정 음악 춤 요리 여행 마법 로봇 왕 바람 꿈 그림자 storm river silent house
          last summer golden train winter bridge empty street moon red door
          """
              .strip()
              .split("\\s+", -1));

  private final Films films;
  private final VectorSpace space;
  private final float[][] centres = new float[CENTRES][];

  DrawnItems(int dimension, Films films) {
    this.films = films;
    space = new VectorSpace("drawn", "none", "none", "none", dimension);
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < CENTRES; i++) {
      centres[i] = gaussian(random).toArray();
    }
  }

  VectorSpace space() {
    return space;
  }

  IndexedPhoto photo(long number) {
    long item = number / PHOTOS_PER_ITEM;
    var its = random(item, 1);
    var title = words(its, 2 + its.nextInt(3));
    var texts = Map.of(TextRole.TITLE, title, TextRole.BODY, words(its, 12 + its.nextInt(20)));
    return new IndexedPhoto(
        "photo-" + number,
        "",
        "item-" + item,
        title,
        number % PHOTOS_PER_ITEM == 0,
        vector(number),
        texts,
        metadata(its));
  }

  /// A question's vector: another photo of one of the centres.
  Embedding question(int number) {
    return near(random(number, 3));
  }

  /// A question's words, one to three.
  String asked(int number) {
    var random = random(number, 4);
    return words(random, 1 + random.nextInt(3));
  }

  private Embedding vector(long number) {
    var random = random(number, 2);
    return switch (films) {
      case SCATTERED -> near(random);
      case TOGETHER -> {
        int centre = random(number / PHOTOS_PER_ITEM, 5).nextInt(CENTRES);
        yield near(centre, random);
      }
    };
  }

  private static SplittableRandom random(long number, int of) {
    return new SplittableRandom(SEED + number * 0x9E3779B97F4A7C15L + of);
  }

  private static String words(SplittableRandom random, int count) {
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words);
  }

  private static Metadata metadata(SplittableRandom random) {
    var genres = new ArrayList<Value>();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      genres.add(new Value.Word("g" + random.nextInt(20)));
    }
    return new Metadata(
        Map.of(
            "genre",
            genres,
            "year",
            List.of(new Value.Whole(1960 + random.nextInt(67))),
            "rating",
            List.of(new Value.Decimal(1 + random.nextInt(90) / 10.0))));
  }

  private Embedding near(SplittableRandom random) {
    return near(random.nextInt(CENTRES), random);
  }

  private Embedding near(int centre, SplittableRandom random) {
    var values = centres[centre].clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (random.nextGaussian() * SPREAD / Math.sqrt(values.length));
    }
    return Embedding.normalize(space, values);
  }

  private Embedding gaussian(SplittableRandom random) {
    var values = new float[space.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.normalize(space, values);
  }
}
