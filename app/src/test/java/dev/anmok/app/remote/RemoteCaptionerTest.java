package dev.anmok.app.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.codec.PhotoDecoder;
import dev.anmok.codec.PhotoWriter;
import dev.anmok.core.image.Caption;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Pixels;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RemoteCaptionerTest {
  private static final int PATIENT = 5_000;

  private static Pixels red(int width, int height) {
    var rgb = new byte[3 * width * height];
    Arrays.fill(rgb, (byte) 30);
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) 220;
    }
    return Pixels.wrap(width, height, rgb);
  }

  private static Caption ask(FakeChat chat, Pixels picture) {
    try (var captioner = RemoteCaptioner.of(chat.endpoint(PATIENT), "", PhotoWriter.open())) {
      return captioner.caption(picture);
    }
  }

  @Test
  void sendsASmallJpegAndGivesTheSentence() throws IOException {
    try (var chat = FakeChat.saying("A plain red\nsurface.")) {
      assertThat(((Caption.Said) ask(chat, red(2000, 1000))).text())
          .isEqualTo("A plain red surface.");

      var data = Pattern.compile("data:image/jpeg;base64,([^\"]+)").matcher(chat.bodies.getFirst());
      assertThat(data.find()).isTrue();
      var sent =
          (Decoded.Image)
              PhotoDecoder.open(DecodeLimits.DEFAULT)
                  .decode(Base64.getDecoder().decode(data.group(1)), 0);
      assertThat(sent.pixels().width()).isEqualTo(512);
      assertThat(sent.pixels().height()).isEqualTo(256);
      assertThat(sent.pixels().at(100, 100) >> 16).isBetween(210, 230);
    }
  }

  @Test
  void whatIsNoSentenceIsNoCaption() throws IOException {
    for (var answer : new String[] {"", "{\"a\":1}", "빨간 화면", "word ".repeat(200)}) {
      try (var chat = FakeChat.saying(answer)) {
        assertThat(ask(chat, red(8, 8))).isInstanceOf(Caption.Failed.class);
      }
    }
  }

  @Test
  void aFailingServiceMayBeAskedAnotherTime() throws IOException {
    try (var chat = new FakeChat(x -> FakeChat.send(x, 502, ""))) {
      assertThat(((Caption.Failed) ask(chat, red(8, 8))).tryAgain()).isTrue();
    }
  }
}
