package dev.anmok.core.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.cutout.Backdrop;
import dev.anmok.core.cutout.Blend;
import dev.anmok.core.cutout.Cutout;
import dev.anmok.core.cutout.CutoutRule;
import dev.anmok.core.cutout.CutoutTreatment;
import dev.anmok.core.cutout.Framing;
import dev.anmok.core.cutout.KeptReason;
import dev.anmok.core.cutout.Mask;
import dev.anmok.core.cutout.Segmenter;
import dev.anmok.core.image.Pixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CutOutEncoderTest {
  private static final VectorSpace SPACE = new VectorSpace("first-pixel", "w", "p", "none", 3);

  private final List<Integer> seen = new ArrayList<>();

  /// The vector is the first pixel's colour.
  private final class FirstPixel implements ImageEncoder {
    @Override
    public VectorSpace space() {
      return SPACE;
    }

    @Override
    public int inputSide() {
      return 100;
    }

    @Override
    public List<Embedding> encode(List<Pixels> batch) {
      seen.add(batch.size());
      return batch.stream()
          .map(photo -> {
            int rgb = photo.at(0, 0);
            return Embedding.normalize(SPACE, new float[] {rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff});
          })
          .toList();
    }

    @Override
    public void close() {}
  }

  /// The subject is the right half; of photos of one column nothing is.
  private static final class RightHalf implements Segmenter {
    @Override
    public String id() {
      return "right-half";
    }

    @Override
    public int inputSide() {
      return 320;
    }

    @Override
    public Mask mask(Pixels photo) {
      var alpha = new byte[photo.width() * photo.height()];
      for (int i = 0; i < alpha.length; i++) {
        alpha[i] = (byte) (i % photo.width() >= (photo.width() + 1) / 2 ? 255 : 0);
      }
      return Mask.wrap(photo.width(), photo.height(), alpha);
    }

    @Override
    public void close() {}
  }

  private CutOutEncoder encoder(Blend blend, CutoutGate gate) {
    var treatment =
        new CutoutTreatment(CutoutRule.ANY, new Backdrop(0, 0, 200), Framing.WHOLE, blend);
    return new CutOutEncoder(new FirstPixel(), new RightHalf(), treatment, gate);
  }

  private static Pixels red(int width) {
    var rgb = new byte[3 * width];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = 100;
    }
    return Pixels.wrap(width, 1, rgb);
  }

  @Test
  void embedsTheSubjectOnTheBackdrop() {
    try (var encoder = encoder(new Blend.Cut(), CutoutGate.OPEN)) {
      assertThat(encoder.encode(List.of(red(2))).getFirst().toArray()).containsExactly(0, 0, 1);
      assertThat(seen).containsExactly(1);
    }
  }

  @Test
  void aPhotoWithoutSubjectIsEmbeddedAsItIsInItsPlace() {
    try (var encoder = encoder(new Blend.Cut(), CutoutGate.OPEN)) {
      var treated = encoder.treat(List.of(red(1), red(2), red(1)));

      assertThat(treated.get(0).embedding().toArray()).containsExactly(1, 0, 0);
      assertThat(treated.get(1).embedding().toArray()).containsExactly(0, 0, 1);
      assertThat(treated.get(2).embedding().toArray()).containsExactly(1, 0, 0);
      assertThat(treated.get(0).cutout())
          .isInstanceOfSatisfying(
              Cutout.Kept.class,
              kept -> assertThat(kept.reason()).isEqualTo(KeptReason.NEARLY_EMPTY));
      assertThat(encoder.tally().kept()).isEqualTo(Map.of(KeptReason.NEARLY_EMPTY, 2L));
      assertThat(encoder.tally().words())
          .isEqualTo("1 cut out, 2 used as they are: nearly-empty 2");
    }
  }

  @Test
  void fusesBothVectorsByTheirWeights() {
    try (var encoder = encoder(new Blend.Fused(0.6), CutoutGate.OPEN)) {
      var vectors = encoder.encode(List.of(red(2), red(1)));

      double norm = Math.hypot(0.6, 0.4);
      assertThat(vectors.get(0).toArray()[0]).isCloseTo((float) (0.6 / norm), within(1e-6f));
      assertThat(vectors.get(0).toArray()[2]).isCloseTo((float) (0.4 / norm), within(1e-6f));
      assertThat(vectors.get(1).toArray()).containsExactly(1, 0, 0);
      assertThat(seen).containsExactly(2, 1); // the kept photo is not encoded again
    }
  }

  @Test
  void theGateKeepsPhotosByTheirVector() {
    var noRed =
        new CutoutGate() {
          @Override
          public String id() {
            return "no-red";
          }

          @Override
          public boolean open(Pixels photo, Embedding vector) {
            return vector.toArray()[0] < 0.5;
          }
        };
    try (var encoder = encoder(new Blend.Cut(), noRed)) {
      var treated = encoder.treat(List.of(red(2))).getFirst();

      assertThat(treated.cutout()).isEqualTo(new Cutout.Kept(KeptReason.SWITCHED_OFF, ""));
      assertThat(treated.embedding().toArray()).containsExactly(1, 0, 0);
    }
  }

  @Test
  void itsSpaceSaysWhatWasDone() {
    try (var cut = encoder(new Blend.Cut(), CutoutGate.OPEN);
        var fused = encoder(new Blend.Fused(0.5), CutoutGate.OPEN)) {
      assertThat(cut.space().background())
          .isEqualTo(
              "cut-out by right-half on #0000c8, whole, share 0.0..1.0 border 1.0 decided 0.0,"
                  + " cut, gate open");
      assertThat(cut.space().id()).isNotEqualTo(fused.space().id()).isNotEqualTo(SPACE.id());
      assertThat(cut.inputSide()).isEqualTo(320);
      var vector = cut.encode(List.of(red(2))).getFirst();
      assertThatThrownBy(() -> vector.cosine(fused.encode(List.of(red(2))).getFirst()))
          .hasMessageStartingWith("cannot compare vectors of");
    }
  }

  @Test
  void anEmptyBatchIsAnEmptyList() {
    try (var encoder = encoder(new Blend.Fused(0.5), CutoutGate.OPEN)) {
      assertThat(encoder.encode(List.of())).isEmpty();
    }
  }

  @Test
  void textsAreComparableWithTheTreatedPictures() {
    try (var encoder = encoder(new Blend.Cut(), CutoutGate.OPEN);
        var texts = TextsInSpace.of(new OneText(), encoder.space())) {
      var text = texts.encode(List.of("blue")).getFirst();

      assertThat(text.space()).isEqualTo(encoder.space());
      assertThat(text.cosine(encoder.encode(List.of(red(2))).getFirst())).isEqualTo(1);
      var other = new VectorSpace("another", "w", "p", "none", 3);
      assertThatThrownBy(() -> TextsInSpace.of(new OneText(), other))
          .hasMessageContaining("cannot be said to be in another-");
    }
  }

  private static final class OneText implements TextEncoder {
    @Override
    public VectorSpace space() {
      return SPACE;
    }

    @Override
    public double logitScale() {
      return 1;
    }

    @Override
    public List<Embedding> encode(List<String> texts) {
      return List.of(Embedding.normalize(SPACE, new float[] {0, 0, 1}));
    }

    @Override
    public void close() {}
  }
}
