package dev.anmok.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.image.Channels;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Filter;
import dev.anmok.core.image.Fit;
import dev.anmok.core.image.Preprocess;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Files become the pixels that the transformers library makes of them, within one level of 255:
/// the decoder and the preprocessing of the public encoders together, on the pictures of
/// `training/reference/encoders`.
class PreprocessReferenceTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("onnx");
  private static final Path ENCODERS = ROOT.resolve("src/test/resources/dev/anmok/onnx/encoders");

  @ParameterizedTest
  @CsvSource({"clip, BICUBIC, true", "siglip, BICUBIC, false", "siglip2, BILINEAR, false"})
  void filesBecomeThePixelsOfTheReference(String kind, Filter filter, boolean crop)
      throws IOException {
    var folder = ENCODERS.resolve("tiny-" + kind);
    var names =
        JsonMapper.builder()
            .build()
            .readTree(folder.resolve("reference.json").toFile())
            .get("files");
    var squares = ImageIO.read(folder.resolve("squares.png").toFile());
    int side = squares.getHeight();
    var any = new Channels(1, 1, 1);
    var fit = crop ? new Fit.CentreCrop() : new Fit.Squash();
    var preprocess = new Preprocess(side, fit, filter, any, any);
    var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
    var far = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      var file = file(names.get(i).stringValue());
      int apart =
          switch (decoder.decode(Files.readAllBytes(file), 0)) {
            case Decoded.Image(var pixels, _) ->
                farthest(squares, i, preprocess.square(pixels).rgb());
            case Decoded.Rejected(_, var detail) -> throw new IOException(file + ": " + detail);
          };
      if (apart > 1) {
        far.add(names.get(i).stringValue() + " by " + apart);
      }
    }
    assertThat(names.size()).isGreaterThanOrEqualTo(30);
    // Pillow 12.3 takes the rows first where a picture is over 100 times as high as wide
    assertThat(far).isEqualTo(kind.equals("siglip") ? List.of("rgb-3x500.png by 3") : List.of());
  }

  private static Path file(String name) {
    return name.contains("/") ? ROOT.resolveSibling(name) : ENCODERS.resolve("pictures/" + name);
  }

  private static int farthest(BufferedImage squares, int at, byte[] rgb) {
    int side = squares.getHeight();
    int most = 0;
    for (int i = 0; i < side * side; i++) {
      int expected = squares.getRGB(at * side + i % side, i / side);
      for (int c = 0; c < 3; c++) {
        int level = expected >> (16 - 8 * c) & 0xff;
        most = Math.max(most, Math.abs(level - (rgb[3 * i + c] & 0xff)));
      }
    }
    return most;
  }
}
