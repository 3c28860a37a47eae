package dev.anmok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.image.FormulaPicture;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Smear;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlurJudgeTest {
  private static final BlurJudge PUBLISHED =
      new BlurJudge(new LaplacianRule(LaplacianRule.PUBLISHED), BlurJudge.Limits.DEFAULT);

  private static Detail detail(double dark, double bright, Map<BlurMeasure, Double> blur) {
    return new Detail("", 0, 0, 0, dark, bright, BlurMeasures.of(blur));
  }

  @Test
  void thePublishedRuleIsStrictlyUnderItsThreshold() {
    var at = Map.of(BlurMeasure.LAPLACIAN_STD_8BIT, 3.5, BlurMeasure.EDGE_SHARE, 0.1);
    var under = Map.of(BlurMeasure.LAPLACIAN_STD_8BIT, 3.25, BlurMeasure.EDGE_SHARE, 0.1);

    assertThat(PUBLISHED.judge(detail(0, 0, at)).code()).isEqualTo("sharp");
    assertThat(PUBLISHED.judge(detail(0, 0, under)).code()).isEqualTo("blurry");
  }

  @Test
  void whatCannotBeJudgedIsNeverBlurry() {
    var flat = Map.of(BlurMeasure.TILES_FLAT, 1.0);

    assertThat(PUBLISHED.judge(detail(0.95, 0, flat)).code()).isEqualTo("too_dark");
    assertThat(PUBLISHED.judge(detail(0, 1, flat)).code()).isEqualTo("too_bright");
    assertThat(PUBLISHED.judge(detail(0, 0, flat)).code()).isEqualTo("flat_scene");
  }

  @Test
  void limitsAreStrict() {
    var few = Map.of(BlurMeasure.TILES_FLAT, 0.5, BlurMeasure.EDGE_SHARE, 0.01);
    var some = Map.of(BlurMeasure.TILES_FLAT, 0.5, BlurMeasure.EDGE_SHARE, 0.02);

    assertThat(PUBLISHED.judge(detail(0.75, 0, few)).code()).isEqualTo("flat_scene");
    assertThat(PUBLISHED.judge(detail(0.76, 0, few)).code()).isEqualTo("too_dark");
    assertThat(PUBLISHED.judge(detail(0, 0.91, few)).code()).isEqualTo("too_bright");
    assertThat(PUBLISHED.judge(detail(0, 0.91, some)).code()).isEqualTo("blurry");
  }

  @Test
  void namesTheKindOfABlur() {
    assertThat(kind(-1.4, -1.8, 0.45, 0.3)).isEqualTo(BlurKind.MOTION);
    assertThat(kind(-1.4, -1.5, 0.38, 0.3)).isEqualTo(BlurKind.LOW_RESOLUTION);
    assertThat(kind(-1.4, -1.5, 0.45, 0.3)).isEqualTo(BlurKind.DEFOCUS);
    assertThat(kind(-1.7, -1.8, 0.38, 0.3)).isEqualTo(BlurKind.DEFOCUS);
    assertThat(kind(-1.7, -1.8, 0.38, 5)).isEqualTo(BlurKind.NOISE_SMEARED);
  }

  private static BlurKind kind(double best, double worst, double octave, double noise) {
    var blur =
        Map.of(
            BlurMeasure.DIRECTIONAL_BEST, best,
            BlurMeasure.DIRECTIONAL_WORST, worst,
            BlurMeasure.OCTAVE_RATIO, octave,
            BlurMeasure.NOISE_SIGMA, noise,
            BlurMeasure.EDGE_SHARE, 0.1);
    return ((BlurVerdict.Blurry) PUBLISHED.judge(detail(0, 0, blur))).kind();
  }

  @Test
  void saysUncertainBetweenTheEndsOfTheBand() {
    var model =
        new BlurModel(
            Detail.DEFINITION, List.of(new BlurModel.Term(BlurMeasure.LUMA_MEAN, 100, 10, 2)), 0);
    var judge =
        new BlurJudge(new LearnedBlur(model, new BlurBand(-1, 3)), BlurJudge.Limits.DEFAULT);

    assertThat(judge.judge(detail(0, 0, luma(90))).code()).isEqualTo("sharp");
    assertThat(judge.judge(detail(0, 0, luma(110))))
        .isEqualTo(
            new BlurVerdict.Uncertain(
                List.of(
                    new BlurVerdict.Evidence("learned", 2, -1),
                    new BlurVerdict.Evidence("learned", 2, 3))));
    assertThat(judge.judge(detail(0, 0, luma(120))).code()).isEqualTo("blurry");
    assertThat(model.logOdds(BlurMeasures.of(luma(900)))).isEqualTo(8);
  }

  private static Map<BlurMeasure, Double> luma(double mean) {
    return Map.of(BlurMeasure.LUMA_MEAN, mean, BlurMeasure.EDGE_SHARE, 0.1);
  }

  @Test
  void stackedFlagsOnlyWhatBothFlag() {
    var stacked = new StackedRule(new SpectrumRule(0.2), new LaplacianRule(4));

    assertThat(stacked.score(both(0.1, 2))).isCloseTo(0.5, within(1e-6));
    assertThat(stacked.score(both(0.1, 5))).isNegative();
    assertThat(stacked.score(both(0.3, 2))).isNegative();
  }

  private static BlurMeasures both(double spectrum, double laplacian) {
    return BlurMeasures.of(
        Map.of(
            BlurMeasure.SPECTRUM_ABOVE_EIGHTH, spectrum,
            BlurMeasure.LAPLACIAN_STD_8BIT, laplacian));
  }

  @Test
  void whatANetworkDidNotSeeIsForAPerson() {
    var judge = new BlurJudge(new NetRule(new BlurBand(-1, 1)), BlurJudge.Limits.DEFAULT);
    var term = new BlurModel.Term(BlurMeasure.BDNET, 0, 1, 1);
    var learned =
        new LearnedBlur(new BlurModel(Detail.DEFINITION, List.of(term), 0), BlurBand.at(0));

    for (var method : List.of(judge, new BlurJudge(learned, BlurJudge.Limits.DEFAULT))) {
      var verdict = method.judge(detail(0, 0, luma(100)));

      assertThat(verdict.code()).isEqualTo("uncertain");
      assertThat(verdict.evidence())
          .containsExactly(new BlurVerdict.Evidence("bdnet", Double.NaN, Double.NaN));
    }
    var seen = new java.util.EnumMap<>(luma(100));
    seen.put(BlurMeasure.BDNET, 3.0);
    assertThat(judge.judge(detail(0, 0, seen)).code()).isEqualTo("blurry");
  }

  @Test
  void aBandIsOpenAboveItsEnds() {
    assertThat(BlurBand.at(0).side(Double.NaN)).isEqualTo(BlurBand.Side.BETWEEN);
    assertThat(BlurBand.at(0).side(0)).isEqualTo(BlurBand.Side.SHARP);
    assertThat(new BlurBand(0, 1).side(1)).isEqualTo(BlurBand.Side.BETWEEN);
    assertThat(new BlurBand(0, 1).side(1.1)).isEqualTo(BlurBand.Side.BLURRY);
  }

  @Test
  void aShakenPictureLacksDetailInOneDirection() {
    var sharp = FormulaPicture.of(200, 160);
    var shaken = blur(new Smear.Motion(15, 20).apply(sharp));
    var defocused = blur(new Smear.Disc(15).apply(sharp));
    var clear = blur(sharp);

    assertThat(clear.value(BlurMeasure.DIRECTIONAL_MEDIAN)).isGreaterThan(0);
    assertThat(shaken.value(BlurMeasure.DIRECTIONAL_MEDIAN)).isLessThan(-1);
    assertThat(defocused.value(BlurMeasure.DIRECTIONAL_MEDIAN)).isLessThan(-0.7);
    assertThat(spread(shaken)).isGreaterThan(spread(defocused));
  }

  private static double spread(BlurMeasures m) {
    return m.value(BlurMeasure.DIRECTIONAL_BEST) - m.value(BlurMeasure.DIRECTIONAL_WORST);
  }

  @Test
  void aStepEdgeHasHalfTheDetailAndAWideRampAQuarter() {
    // differences of half as many columns: a step of one column keeps its height, a ramp's doubles
    assertThat(blur(columns(x -> x < 64 ? 0 : 200)).value(BlurMeasure.DIRECTIONAL_BEST))
        .isCloseTo(-1, within(0.02));
    assertThat(blur(columns(x -> x)).value(BlurMeasure.DIRECTIONAL_BEST))
        .isCloseTo(-2, within(0.3));
  }

  private static Pixels columns(java.util.function.IntUnaryOperator grey) {
    var rgb = new byte[3 * 128 * 128];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) grey.applyAsInt(i / 3 % 128);
    }
    return Pixels.wrap(128, 128, rgb);
  }

  private static BlurMeasures blur(Pixels in) {
    return Detail.of(in).blur();
  }

  @Test
  void tinyPlainAndStripPicturesAreMeasured() {
    for (int[] size : new int[][] {{1, 1}, {3, 3}, {31, 200}, {2000, 10}, {64, 64}}) {
      var white = FormulaPicture.plain(size[0], size[1], 0xffffff);
      assertThat(PUBLISHED.judge(Detail.of(white)).code()).isEqualTo("too_bright");
    }
  }

  @Test
  void trainingFindsTheMeasureThatTells() {
    var random = new Random(1);
    var examples = new ArrayList<BlurTraining.Example>();
    for (int i = 0; i < 200; i++) {
      boolean blurry = i % 4 == 0;
      double tells = random.nextGaussian() + (blurry ? 3 : 0);
      examples.add(
          new BlurTraining.Example(
              BlurMeasures.of(
                  Map.of(
                      BlurMeasure.OCTAVE_RATIO,
                      tells,
                      BlurMeasure.NOISE_SIGMA,
                      random.nextGaussian())),
              blurry));
    }
    var inputs = List.of(BlurMeasure.OCTAVE_RATIO, BlurMeasure.NOISE_SIGMA, BlurMeasure.LUMA_MEAN);
    var model = BlurTraining.train(examples, inputs, 1e-3);

    assertThat(model.terms())
        .extracting(BlurModel.Term::measure)
        .containsExactly(
            BlurMeasure.OCTAVE_RATIO,
            BlurMeasure.OCTAVE_RATIO,
            BlurMeasure.NOISE_SIGMA,
            BlurMeasure.NOISE_SIGMA);
    assertThat(model.terms())
        .extracting(BlurModel.Term::scale)
        .containsExactly(
            BlurModel.Scale.LINEAR,
            BlurModel.Scale.LOG,
            BlurModel.Scale.LINEAR,
            BlurModel.Scale.LOG);
    assertThat(model.terms().getFirst().weight()).isGreaterThan(2);
    assertThat(Math.abs(model.terms().get(2).weight())).isLessThan(1);
    long right =
        examples.stream().filter(e -> (model.logOdds(e.measures()) > 0) == e.blurry()).count();
    assertThat(right).isGreaterThan(175);
    assertThat(BlurTraining.train(examples, inputs, 1e-3)).isEqualTo(model);
  }

  @Test
  void aPhotoOfWeightThreeCountsAsThreePhotos() {
    var random = new Random(2);
    var once = new ArrayList<BlurTraining.Example>();
    var thrice = new ArrayList<BlurTraining.Example>();
    for (int i = 0; i < 60; i++) {
      boolean blurry = i % 3 == 0;
      var measures =
          BlurMeasures.of(
              Map.of(BlurMeasure.DIRECTIONAL_TOP, random.nextGaussian() + (blurry ? 1 : 0)));
      boolean heavy = i % 6 == 0;
      once.add(new BlurTraining.Example(measures, blurry, heavy ? 3 : 1));
      for (int k = 0; k < (heavy ? 3 : 1); k++) {
        thrice.add(new BlurTraining.Example(measures, blurry));
      }
    }
    var inputs = List.of(BlurMeasure.DIRECTIONAL_TOP);

    // without a penalty the units of a measure, which differ here, change nothing in the log-odds
    var a = BlurTraining.train(once, inputs, 1e-12);
    var b = BlurTraining.train(thrice, inputs, 1e-12);
    for (double value = -1; value <= 1; value += 0.5) {
      var measures = BlurMeasures.of(Map.of(BlurMeasure.DIRECTIONAL_TOP, value));
      assertThat(a.logOdds(measures)).isCloseTo(b.logOdds(measures), within(1e-6));
    }
  }

  @Test
  void logarithmicTermsSeeRatios() {
    var term =
        new BlurModel.Term(BlurMeasure.TILES_SHARP, BlurModel.Scale.LOG, Math.log(0.01), 1, 2);
    var model = new BlurModel(Detail.DEFINITION, List.of(term), 1);

    // ln(0.01 + 0.09) - ln(0.01) = ln 10
    assertThat(model.logOdds(BlurMeasures.of(Map.of(BlurMeasure.TILES_SHARP, 0.09))))
        .isCloseTo(1 + 2 * Math.log(10), within(1e-5));
  }

  @Test
  void trainingRefusesPhotosOfOneKind() {
    var one = new BlurTraining.Example(BlurMeasures.of(Map.of()), true);

    assertThatThrownBy(() -> BlurTraining.train(List.of(one), List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("examples must be of both kinds, were 1 blurry of 1");
  }
}
