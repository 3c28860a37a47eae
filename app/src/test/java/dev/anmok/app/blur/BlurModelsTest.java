package dev.anmok.app.blur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.quality.BlurBand;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurModel;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.LaplacianRule;
import dev.anmok.core.quality.LearnedBlur;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlurModelsTest {
  @TempDir Path folder;

  private static StoredBlur model() {
    var terms =
        List.of(
            new BlurModel.Term(BlurMeasure.DIRECTIONAL_WORST, -1.1, 0.3, -2),
            new BlurModel.Term(BlurMeasure.TILES_SHARP, BlurModel.Scale.LOG, 0.1, 0.7, 1 / 3.0));
    var method =
        new LearnedBlur(new BlurModel(Detail.DEFINITION, terms, 0.25), new BlurBand(-1, 2));
    return StoredBlur.of("learned", method, "by hand", Map.of("area", 0.9));
  }

  private Path written() throws IOException {
    var file = folder.resolve("deep/learned.json");
    BlurModels.write(file, model());
    return file;
  }

  private void spoil(Path file, String from, String to) throws IOException {
    var text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  @Test
  void aModelComesBackAsItWasSaved() throws IOException {
    assertThat(BlurModels.read(written())).isEqualTo(model());
  }

  @Test
  void aModelForAnotherDefinitionIsRefusedInOneLine() throws IOException {
    var file = written();
    spoil(file, "\"" + Detail.DEFINITION + "\"", "\"d0\"");

    assertThatThrownBy(() -> BlurModels.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            file
                + ": a model for measures of the definition d0, but they are now taken by "
                + Detail.DEFINITION
                + "; train one with: anmok train blur");
  }

  @Test
  void changedNumbersUnknownMeasuresAndOddBandsAreRefused() throws IOException {
    var changed = written();
    spoil(changed, "-1.1", "-1.2");
    assertThatThrownBy(() -> BlurModels.read(changed)).hasMessageContaining("another SHA-256");
    var unknown = written();
    spoil(unknown, "tiles_sharp", "tiles_shrap");
    assertThatThrownBy(() -> BlurModels.read(unknown))
        .hasMessageEndingWith("unknown measure 'tiles_shrap'");
    var odd = written();
    spoil(odd, "\"blurry_over\" : 2.0", "\"blurry_over\" : -2.0");
    assertThatThrownBy(() -> BlurModels.read(odd)).hasMessageContaining("sharpUpTo must be <=");
    var noJson = Files.writeString(folder.resolve("x.json"), "{\"a\": 1}");
    assertThatThrownBy(() -> BlurModels.read(noJson)).hasMessageContaining("x.json: not a blur");
  }

  /// Where this fails the shipped files have to be made again: see docs/blur.md.
  @Test
  void whatIsShippedBelongsToTheMeasuresOfNow() throws IOException {
    assertThat(BlurModels.shipped().method().model().definition()).isEqualTo(Detail.DEFINITION);
    assertThat(ShippedBands.load().definition()).isEqualTo(Detail.DEFINITION);
  }

  @Test
  void everyNameHasItsMethod() throws IOException {
    BlurModels.write(folder.resolve("learned.json"), model());
    var methods = new BlurMethods(null, folder);

    for (var name : BlurMethods.NAMES) {
      assertThat(methods.find(name).code()).isEqualTo(name);
    }
    assertThat(methods.find("laplacian")).isEqualTo(new LaplacianRule(3.5));
    assertThat(methods.find("learned")).isEqualTo(model().method());
    assertThatThrownBy(() -> methods.find("fft"))
        .hasMessage("method must be one of laplacian, spectrum, stacked, learned, bdnet, was fft");
  }
}
