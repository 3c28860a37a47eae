package dev.anmok.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The requests of [ApiSoak]: of twenty, fourteen search by words, three by photo, two fetch a
/// picture, one a page of items.
final class ApiRequests {
  static final String BOUNDARY = "anmok-soak";
  private static final List<String> PLACES =
      List.of("cafe", "bakery", "room", "terrace", "카페", "빵집");
  private static final List<String> MOODS =
      List.of("cozy", "bright", "wooden", "quiet", "아늑한", "밝은", "나무", "조용한");
  private static final List<String> THINGS =
      List.of("window", "sofa", "plants", "lamp", "창가", "소파", "화분", "조명");

  /// A request and the name under which its answers are compared.
  record Asked(String name, HttpRequest request) {}

  private final URI address;
  private final Duration timeout;
  private final List<byte[]> uploads = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();

  ApiRequests(URI address, List<Path> photos, Duration timeout) throws IOException {
    this.address = address;
    this.timeout = timeout;
    for (var photo : photos) {
      var bytes = Files.readAllBytes(photo);
      uploads.add(multipart(bytes));
      ids.add(SoakTally.digest(bytes));
    }
  }

  Asked next(Random random) {
    int kind = random.nextInt(20);
    if (kind < 14 || uploads.isEmpty()) {
      return words(random);
    }
    int photo = random.nextInt(uploads.size());
    if (kind < 17) {
      var body = BodyPublishers.ofByteArray(uploads.get(photo));
      var type = "multipart/form-data; boundary=" + BOUNDARY;
      return new Asked(
          "photo " + photo, to("search").header("Content-Type", type).POST(body).build());
    }
    if (kind < 19) {
      return get("photos/" + ids.get(photo) + "/image?size=256");
    }
    return get("items?offset=0&limit=20");
  }

  private Asked words(Random random) {
    var text = String.join(" ", pick(MOODS, random), pick(PLACES, random), pick(THINGS, random));
    return get("search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  private Asked get(String path) {
    return new Asked(path, to(path).GET().build());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(address.resolve("/api/v1/" + path)).timeout(timeout);
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  /// A form with one photo.
  static byte[] multipart(byte[] photo) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\n"
                + "Content-Disposition: form-data; name=\"image\"; filename=\"query.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(photo);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }
}
