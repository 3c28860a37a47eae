package dev.anmok.app.remote;

import dev.anmok.app.profile.Endpoint;
import dev.anmok.core.image.Caption;
import dev.anmok.core.image.Captioner;
import dev.anmok.core.image.Filter;
import dev.anmok.core.image.ImageWriter;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import dev.anmok.core.text.Language;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

/// Captions by a chat service that sees pictures. A picture is sent as a JPEG of at most [#SIDE]
/// pixels a side, without any metadata, and takes at most the endpoint's timeout.
public final class RemoteCaptioner implements Captioner {
  /// Longest side in pixels of what is sent.
  static final int SIDE = 512;

  private static final int QUALITY = 85;
  private static final int MAX_TOKENS = 100;
  private static final int MAX_LENGTH = 600;
  private static final String SYSTEM =
      "Describe what the picture shows in one plain English sentence for a photo search: subjects,"
          + " colours, place, style, mood, and any text that can be read. Answer with the sentence"
          + " alone.";

  private final String model;
  private final ChatClient client;
  private final ImageWriter writer;

  private RemoteCaptioner(Endpoint endpoint, ChatClient client, ImageWriter writer) {
    this.model = endpoint.model();
    this.client = client;
    this.writer = writer;
  }

  /// A captioner that connects when it is first asked.
  ///
  /// @param key the service's key; empty if it wants none
  /// @param writer makes the JPEGs
  public static RemoteCaptioner of(Endpoint endpoint, String key, ImageWriter writer) {
    return of(endpoint, key, writer, ChatClient.BREAKER);
  }

  static RemoteCaptioner of(
      Endpoint endpoint, String key, ImageWriter writer, CircuitBreakerConfig rule) {
    return new RemoteCaptioner(endpoint, new ChatClient(endpoint, key, rule), writer);
  }

  @Override
  public String id() {
    return model;
  }

  @Override
  public String language() {
    return "en";
  }

  @Override
  public int inputSide() {
    return SIDE;
  }

  @Override
  public Caption caption(Pixels picture) {
    var jpeg = writer.jpeg(small(picture), QUALITY);
    return switch (client.ask(ChatJson.picture(model, SYSTEM, jpeg, MAX_TOKENS))) {
      case ChatAnswer.Failed(_, var detail, boolean later) -> new Caption.Failed(detail, later);
      case ChatAnswer.Text(var text) -> checked(text.replaceAll("\\s+", " ").strip());
    };
  }

  private Caption checked(String text) {
    boolean sentence =
        !text.isEmpty()
            && text.length() <= MAX_LENGTH
            && "{[<".indexOf(text.charAt(0)) < 0
            && Language.of(text) == Language.ENGLISH;
    return sentence
        ? new Caption.Said(text, Double.NaN)
        : new Caption.Failed(client.name() + " answered with no English sentence", false);
  }

  private static Pixels small(Pixels picture) {
    int longer = Math.max(picture.width(), picture.height());
    if (longer <= SIDE) {
      return picture;
    }
    int width = Math.max(1, Math.round(picture.width() * (float) SIDE / longer));
    int height = Math.max(1, Math.round(picture.height() * (float) SIDE / longer));
    return Resize.to(picture, width, height, Filter.BILINEAR);
  }

  @Override
  public void close() {
    client.close();
  }
}
