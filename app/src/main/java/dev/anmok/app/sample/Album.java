package dev.anmok.app.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Decides what the files of one cafe show.
final class Album {
  private final int cafe;
  private final SplittableRandom random;
  private final List<Shot> shots = new ArrayList<>();
  private final Map<Kind, Integer> subjects = new EnumMap<>(Kind.class);

  private Album(int cafe, SplittableRandom random) {
    this.cafe = cafe;
    this.random = random;
  }

  static List<Shot> plan(int cafe, Cafe.Mix mix, SplittableRandom random) {
    var album = new Album(cafe, random);
    switch (mix) {
      case ROOMY -> {
        album.add(Kind.ROOM, 10 + random.nextInt(3));
        album.faults();
        album.noise(6 + random.nextInt(3));
      }
      case MOSTLY_FOOD -> {
        album.add(Kind.ROOM, 7);
        album.add(Kind.FOOD, 9);
        album.add(Kind.CUP, 5);
        album.noise(3);
      }
      case TOO_FEW_ROOMS -> {
        album.add(Kind.ROOM, 3);
        album.add(Kind.FOOD, 8);
        album.add(Kind.CUP, 4);
        album.noise(7);
        album.again(Fault.NEAR_DUPLICATE);
      }
      case TOO_FEW_FILES -> {
        album.add(Kind.ROOM, 2);
        album.add(Kind.CUP, 1);
      }
      case BROKEN -> {
        for (int i = 0; i < 6; i++) {
          album.put(Kind.ROOM, i, i % 2 == 0 ? Fault.TRUNCATED : Fault.NOT_AN_IMAGE);
        }
      }
    }
    return album.shuffled();
  }

  /// The faults of a roomy cafe; the rarer ones take turns among the cafes.
  private void faults() {
    again(Fault.NEAR_DUPLICATE);
    again(Fault.NEAR_DUPLICATE);
    again(Fault.DUPLICATE);
    fresh(Fault.BLURRED);
    fresh(cafe % 2 == 0 ? Fault.BLURRED : Fault.DARK);
    switch (cafe % 5) {
      case 0 -> fresh(Fault.ROTATED);
      case 1 -> fresh(Fault.TRUNCATED);
      case 2 -> fresh(Fault.ALPHA);
      case 3 -> fresh(Fault.NOT_AN_IMAGE);
      default -> fresh(Fault.TINY);
    }
  }

  private void noise(int count) {
    Kind[] kinds = {
      Kind.FOOD,
      Kind.CUP,
      Kind.MENU,
      Kind.FOOD,
      Kind.RECEIPT,
      Kind.LOGO,
      Kind.SCREENSHOT,
      Kind.CUP,
      Kind.SELFIE,
      Kind.MENU,
      Kind.DOCUMENT
    };
    int start = cafe * 4;
    for (int i = 0; i < count; i++) {
      add(kinds[(start + i) % kinds.length], 1);
    }
  }

  private void add(Kind kind, int count) {
    for (int i = 0; i < count; i++) {
      put(kind, next(kind), Fault.NONE);
    }
  }

  /// A picture of its own with a fault.
  private void fresh(Fault fault) {
    put(Kind.ROOM, next(Kind.ROOM), fault);
  }

  /// One of the faultless room pictures once more.
  private void again(Fault fault) {
    put(Kind.ROOM, random.nextInt(3) + (fault == Fault.DUPLICATE ? 3 : 0), fault);
  }

  /// A subject of the kind that no shot has shown yet.
  private int next(Kind kind) {
    return subjects.merge(kind, 1, Integer::sum) - 1;
  }

  private void put(Kind kind, int subject, Fault fault) {
    shots.add(new Shot(cafe, shots.size() + 1, kind, subject, fault));
  }

  private List<Shot> shuffled() {
    for (int i = shots.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Shot swap = shots.set(i, shots.get(j));
      shots.set(j, swap);
    }
    for (int i = 0; i < shots.size(); i++) {
      Shot s = shots.get(i);
      shots.set(i, new Shot(s.cafe(), i + 1, s.kind(), s.subject(), s.fault()));
    }
    return List.copyOf(shots);
  }
}
