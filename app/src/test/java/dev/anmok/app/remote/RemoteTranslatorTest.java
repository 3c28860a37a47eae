package dev.anmok.app.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.words.CachedTranslator;
import dev.anmok.core.text.Translation;
import dev.anmok.core.text.Translation.Reason;
import dev.anmok.core.text.Translator;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteTranslatorTest {
  private static final String KEY = "sk-very-secret";
  private static final int PATIENT = 5_000;

  private static Translation ask(Translator translator, String text) {
    return translator.translate(List.of(text), "ko", "en").getFirst();
  }

  private static Translation ask(FakeChat chat, int timeoutMillis, String text) {
    try (var translator = RemoteTranslator.of(chat.endpoint(timeoutMillis), KEY)) {
      return ask(translator, text);
    }
  }

  private static Translation.Failed failed(Translation translation) {
    var failed = (Translation.Failed) translation;
    assertThat(failed.detail()).doesNotContain(KEY);
    return failed;
  }

  @Test
  void givesTheServicesAnswerAndSendsTheKeyInTheHeaderOnly() throws IOException {
    try (var chat = FakeChat.saying(" \"red circle\"\n")) {
      assertThat(ask(chat, PATIENT, "빨간 원")).isEqualTo(new Translation.Translated("red circle"));
      assertThat(chat.keys).containsExactly("Bearer " + KEY);
      assertThat(chat.bodies.getFirst())
          .contains("빨간 원", "\"model\":\"small\"", "from Korean to English")
          .doesNotContain(KEY);
    }
  }

  @Test
  void sendsNoKeyWhereThereIsNone() throws IOException {
    try (var chat = FakeChat.saying("red");
        var translator = RemoteTranslator.of(chat.endpoint(PATIENT), "")) {
      assertThat(ask(translator, "빨강")).isEqualTo(new Translation.Translated("red"));
      assertThat(chat.keys).containsExactly("null");
    }
  }

  @Test
  void anErrorOfTheServiceIsAValueAndItsWordsAreNotRepeated() throws IOException {
    try (var chat = new FakeChat(x -> FakeChat.send(x, 500, "{\"error\":\"" + KEY + "\"}"))) {
      var failed = failed(ask(chat, PATIENT, "빨간 원"));

      assertThat(failed.reason()).isEqualTo(Reason.UNAVAILABLE);
      assertThat(failed.detail()).contains("small at 127.0.0.1").contains("status 500");
      assertThat(chat.bodies).as("it may have been worked on").hasSize(1);
    }
  }

  @Test
  void aWrongKeyIsSaid() throws IOException {
    try (var chat = new FakeChat(x -> FakeChat.send(x, 401, "{}"))) {
      assertThat(failed(ask(chat, PATIENT, "빨간 원")).detail())
          .endsWith("status 401; look at the key in CHAT_KEY");
    }
  }

  @Test
  void aBusyServiceIsAskedASecondTime() throws IOException {
    try (var chat = new FakeChat(x -> FakeChat.send(x, 503, ""))) {
      var busy = new boolean[] {true};
      chat.then(exchange -> {
        if (busy[0]) {
          busy[0] = false;
          FakeChat.send(exchange, 503, "");
        } else {
          FakeChat.say(exchange, "red circle");
        }
      });

      assertThat(ask(chat, PATIENT, "빨간 원")).isEqualTo(new Translation.Translated("red circle"));
      assertThat(chat.bodies).hasSize(2);
    }
  }

  @Test
  void aServiceThatHangsCostsItsTimeout() throws IOException {
    var never = new CountDownLatch(1);
    try (var chat = new FakeChat(x -> never.await())) {
      long start = System.nanoTime();
      var failed = failed(ask(chat, 300, "빨간 원"));
      long millis = (System.nanoTime() - start) / 1_000_000;

      assertThat(failed.reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(failed.detail()).contains("no answer within 300 ms");
      assertThat(millis).isBetween(290L, 20_000L);
      never.countDown();
    }
  }

  @Test
  void aSlowTrickleCostsTheSame() throws IOException {
    try (var chat =
        new FakeChat(exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 200; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            Thread.sleep(50);
          }
        })) {
      long start = System.nanoTime();
      var failed = failed(ask(chat, 300, "빨간 원"));

      assertThat(failed.reason()).isEqualTo(Reason.TIMEOUT);
      assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(8_000);
    }
  }

  @Test
  void aHugeAnswerIsNotRead() throws IOException {
    try (var chat =
        new FakeChat(exchange -> {
          exchange.sendResponseHeaders(200, 0);
          var block = new byte[1 << 16];
          try (var body = exchange.getResponseBody()) {
            for (int i = 0; i < 1_000; i++) {
              body.write(block);
            }
          } catch (IOException e) {
            // the client has hung up, as it should
          }
        })) {
      var failed = failed(ask(chat, PATIENT, "빨간 원"));

      assertThat(failed.reason()).isEqualTo(Reason.RUBBISH);
      assertThat(failed.detail()).contains("more than 262144 bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "빨간 원",
        "I'm sorry, but I can't help with that.",
        "{\"translation\": \"red circle\"}",
        "red circle\nA circle is a round shape.",
        "12345",
        "<think>the user wants",
      })
  void rubbishIsNoTranslation(String answer) throws IOException {
    try (var chat = FakeChat.saying(answer)) {
      assertThat(failed(ask(chat, PATIENT, "빨간 원")).reason()).isEqualTo(Reason.RUBBISH);
    }
  }

  @Test
  void anEssayIsNoTranslation() throws IOException {
    try (var chat = FakeChat.saying("The red circle is ".repeat(20))) {
      assertThat(failed(ask(chat, PATIENT, "빨간 원")).detail()).contains("characters for 4");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{}", "{\"choices\":[]}", "{\"choices\":[{\"message\":{}}]}"})
  void anAnswerOfAnotherFormIsRubbish(String body) throws IOException {
    try (var chat = new FakeChat(x -> FakeChat.send(x, 200, body))) {
      assertThat(failed(ask(chat, PATIENT, "빨간 원")).reason()).isEqualTo(Reason.RUBBISH);
    }
  }

  @Test
  void redirectsAreNotFollowed() throws IOException {
    try (var elsewhere = FakeChat.saying("red circle");
        var chat =
            new FakeChat(exchange -> {
              var to = elsewhere.endpoint(PATIENT).url() + "/chat/completions";
              exchange.getResponseHeaders().add("Location", to);
              FakeChat.send(exchange, 307, "");
            })) {
      assertThat(failed(ask(chat, PATIENT, "빨간 원")).detail())
          .contains("redirects are not followed");
      assertThat(elsewhere.bodies).isEmpty();
    }
  }

  @Test
  void nobodyListeningIsSaid() throws IOException {
    int port;
    try (var taken = new ServerSocket(0)) {
      port = taken.getLocalPort();
    }
    var endpoint =
        new dev.anmok.app.profile.Endpoint(
            URI.create("http://127.0.0.1:" + port), "small", "", Duration.ofSeconds(2));
    try (var translator = RemoteTranslator.of(endpoint, "")) {
      assertThat(failed(ask(translator, "빨간 원")).detail()).contains("cannot be reached");
    }
  }

  @Test
  void theBreakerOpensAndClosesAgain() throws Exception {
    var rule =
        CircuitBreakerConfig.from(ChatClient.BREAKER)
            .waitDurationInOpenState(Duration.ofSeconds(2))
            .build();
    try (var chat = new FakeChat(x -> FakeChat.send(x, 500, ""));
        var translator = RemoteTranslator.of(chat.endpoint(PATIENT), KEY, rule)) {
      for (int i = 0; i < 8; i++) {
        ask(translator, "빨간 원");
      }
      assertThat(chat.bodies).as("five failures open it").hasSize(5);
      assertThat(failed(ask(translator, "빨간 원")).detail()).contains("not asked for a while");

      chat.then(exchange -> FakeChat.say(exchange, "red circle"));
      Thread.sleep(2_100);
      for (int i = 0; i < 3; i++) {
        assertThat(ask(translator, "빨간 원")).isEqualTo(new Translation.Translated("red circle"));
      }
      assertThat(chat.bodies).hasSize(8);
    }
  }

  @Test
  void rubbishDoesNotOpenTheBreaker() throws IOException {
    try (var chat = FakeChat.saying("빨간 원");
        var translator = RemoteTranslator.of(chat.endpoint(PATIENT), KEY)) {
      for (int i = 0; i < 8; i++) {
        ask(translator, "빨간 원");
      }
      assertThat(chat.bodies).hasSize(8);
    }
  }

  @Test
  void theSameQueryIsAskedOnceAndAFailedOneAgain() throws IOException {
    try (var chat = new FakeChat(x -> FakeChat.send(x, 500, ""));
        var translator = new CachedTranslator(RemoteTranslator.of(chat.endpoint(PATIENT), KEY))) {
      ask(translator, "빨간 원");
      chat.then(exchange -> FakeChat.say(exchange, "red circle"));
      for (int i = 0; i < 3; i++) {
        assertThat(ask(translator, "빨간 원")).isEqualTo(new Translation.Translated("red circle"));
      }
      assertThat(chat.bodies).hasSize(2);
    }
  }
}
