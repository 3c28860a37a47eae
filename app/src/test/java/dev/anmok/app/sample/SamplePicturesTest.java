package dev.anmok.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.sample.Cafe.Mix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePicturesTest {
  private static final long SEED = 1;

  @TempDir Path folder = Path.of("");

  @Test
  void plansAFewHundredPicturesOfSixteenCafesWithNamesOfTwoOrThreeWords() {
    assertThat(SamplePictures.plan(SEED)).hasSizeBetween(300, 380);
    assertThat(Cafes.ALL).hasSize(16);
    assertThat(Cafes.ALL).extracting(Cafe::name).doesNotHaveDuplicates();
    assertThat(Cafes.ALL)
        .allMatch(cafe -> Set.of(2, 3).contains(cafe.name().split(" ", -1).length));
  }

  @Test
  void givesEveryRoomyCafeAtLeastTenFaultlessRoomsAndSomeNoise() {
    for (int cafe : cafes(Mix.ROOMY)) {
      assertThat(faultlessRooms(SEED, cafe)).isGreaterThanOrEqualTo(10);
      assertThat(shots(SEED, cafe)).hasSizeBetween(20, 27).anyMatch(s -> s.kind() != Kind.ROOM);
    }
    assertThat(cafes(Mix.ROOMY)).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void givesTheOtherCafesTooLittle() {
    assertThat(cafes(Mix.TOO_FEW_ROOMS)).hasSize(2);
    for (int cafe : cafes(Mix.TOO_FEW_ROOMS)) {
      assertThat(shots(SEED, cafe).stream().filter(s -> s.kind() == Kind.ROOM)).hasSizeLessThan(5);
      assertThat(shots(SEED, cafe)).hasSizeGreaterThan(18);
    }
    assertThat(shots(SEED, cafes(Mix.TOO_FEW_FILES).getFirst())).hasSize(3);
    assertThat(shots(SEED, cafes(Mix.BROKEN).getFirst()))
        .hasSize(6)
        .allMatch(s -> s.fault().broken());
    assertThat(faultlessRooms(SEED, cafes(Mix.MOSTLY_FOOD).getFirst())).isEqualTo(7);
  }

  @Test
  void showsEveryKindAndEveryFaultWhateverTheSeed() {
    for (long seed = 1; seed <= 5; seed++) {
      var plan = SamplePictures.plan(seed);
      assertThat(plan.stream().map(Shot::kind).collect(Collectors.toSet()))
          .isEqualTo(EnumSet.allOf(Kind.class));
      assertThat(plan.stream().map(Shot::fault).collect(Collectors.toSet()))
          .isEqualTo(EnumSet.allOf(Fault.class));
    }
  }

  @Test
  void writesEveryFileOfTheTruthAndNothingElseAmongThePhotos() throws IOException {
    var few = new ArrayList<>(shots(SEED, cafes(Mix.BROKEN).getFirst()));
    few.addAll(shots(SEED, cafes(Mix.TOO_FEW_FILES).getFirst()));
    var last = new AtomicLong();

    var summary = SamplePictures.draw(folder, SEED, few, (done, rejected, total) -> last.set(done));

    List<String> truth = Files.readAllLines(summary.truth());
    assertThat(truth.getFirst()).isEqualTo("uri,item,kind,fault");
    assertThat(truth)
        .hasSize(10)
        .contains(
            "photos/새벽 두 시/"
                + few.get(6).file()
                + ",새벽 두 시,"
                + few.get(6).kind().name().toLowerCase(java.util.Locale.ROOT)
                + ",none");
    try (var files = Files.walk(summary.photos())) {
      var written =
          files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).toList();
      assertThat(written)
          .containsExactlyInAnyOrderElementsOf(
              truth.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))).toList());
    }
    assertThat(last).hasValue(9);
    assertThat(summary.pictures()).isEqualTo(9);
    assertThat(summary.truth().getParent()).isEqualTo(summary.photos().getParent());
  }

  @Test
  void doesToEveryFileWhatTheTruthSays() throws IOException {
    var plan = SamplePictures.plan(SEED);
    var copy = first(plan, Fault.DUPLICATE);
    var near = first(plan, Fault.NEAR_DUPLICATE);
    var shots = new ArrayList<Shot>();
    for (Fault fault :
        List.of(Fault.ROTATED, Fault.TRUNCATED, Fault.NOT_AN_IMAGE, Fault.ALPHA, Fault.TINY)) {
      shots.add(first(plan, fault));
    }
    shots.addAll(List.of(copy, near, original(plan, copy), original(plan, near)));
    SamplePictures.draw(folder, SEED, shots, (done, rejected, total) -> {});

    assertThat(readable(first(plan, Fault.TRUNCATED))).isFalse();
    assertThat(readable(first(plan, Fault.NOT_AN_IMAGE))).isFalse();
    assertThat(bytes(copy)).isEqualTo(bytes(original(plan, copy)));
    assertThat(bytes(near)).isNotEqualTo(bytes(original(plan, near)));
    assertThat(ImageIO.read(path(first(plan, Fault.ALPHA)).toFile()).getColorModel().hasAlpha())
        .isTrue();
    assertThat(ImageIO.read(path(first(plan, Fault.TINY)).toFile()).getWidth()).isEqualTo(48);
    assertThat(
            new String(
                bytes(first(plan, Fault.ROTATED)),
                6,
                4,
                java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("Exif");
    assertThat(readable(first(plan, Fault.ROTATED))).isTrue();
  }

  private static List<Integer> cafes(Mix mix) {
    var found = new ArrayList<Integer>();
    for (int i = 0; i < Cafes.ALL.size(); i++) {
      if (Cafes.ALL.get(i).mix() == mix) {
        found.add(i);
      }
    }
    return found;
  }

  private static List<Shot> shots(long seed, int cafe) {
    return SamplePictures.plan(seed).stream().filter(s -> s.cafe() == cafe).toList();
  }

  private static long faultlessRooms(long seed, int cafe) {
    return shots(seed, cafe).stream()
        .filter(s -> s.kind() == Kind.ROOM && s.fault() == Fault.NONE)
        .count();
  }

  private static Shot first(List<Shot> plan, Fault fault) {
    return plan.stream().filter(s -> s.fault() == fault).findFirst().orElseThrow();
  }

  private static Shot original(List<Shot> plan, Shot copy) {
    return plan.stream()
        .filter(s -> s.fault() == Fault.NONE && s.scene().equals(copy.scene()))
        .findFirst()
        .orElseThrow();
  }

  private Path path(Shot shot) {
    return folder.resolve("photos").resolve(Cafes.ALL.get(shot.cafe()).name()).resolve(shot.file());
  }

  private byte[] bytes(Shot shot) throws IOException {
    return Files.readAllBytes(path(shot));
  }

  private boolean readable(Shot shot) throws IOException {
    try {
      @Nullable Object image = ImageIO.read(path(shot).toFile());
      return image != null;
    } catch (IIOException e) {
      return false;
    }
  }
}
