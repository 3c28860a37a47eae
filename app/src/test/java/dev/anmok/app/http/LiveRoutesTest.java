package dev.anmok.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Changing routes, and closing them, while requests are under way.
@Timeout(30)
class LiveRoutesTest {
  private static final Closeable NOTHING = () -> {};

  @TempDir Path folder;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  @Test
  void closingWaitsForTheLastRequest() throws InterruptedException {
    var live = new LiveRoutes(new RouteTable(List.of()), () -> closed.set(true), log::add);
    var request = live.hold();

    var closing = waiting(live::close);
    assertThat(closed).isFalse();
    request.close();
    closing.join();

    assertThat(closed).isTrue();
    assertThat(log).isEmpty();
  }

  @Test
  void closingWaitsForARequestOfTheRoutesBefore() throws Exception {
    var live = new LiveRoutes(new RouteTable(List.of()), () -> closed.set(true), log::add);
    var request = live.hold();
    assertThat(live.change(new RouteTable(List.of()), NOTHING, () -> "reached"))
        .isEqualTo("reached");

    var closing = waiting(live::close);
    assertThat(closed).isFalse();
    request.close();
    closing.join();

    assertThat(closed).isTrue();
  }

  @Test
  void aChangeDoesNotWaitForARequestThatOnlyAsks() throws Exception {
    var live = new LiveRoutes(new RouteTable(List.of(slow().asking())), NOTHING, log::add);
    try (var server = server(live)) {
      var answer = ask(server);
      begun.await();
      var changing = CompletableFuture.supplyAsync(() -> change(live));

      assertThat(changing.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(answer.isDone()).isFalse();
      go.countDown();
      assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aChangeWaitsForARequestThatWrites() throws Exception {
    var live = new LiveRoutes(new RouteTable(List.of(slow())), NOTHING, log::add);
    try (var server = server(live)) {
      var answer = ask(server);
      begun.await();

      var changing = waiting(() -> change(live));
      go.countDown();
      changing.join();
      assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
  }

  /// A thread that came to wait for something.
  private static Thread waiting(Runnable work) throws InterruptedException {
    var thread = Thread.ofPlatform().start(work);
    while (thread.getState() != Thread.State.TIMED_WAITING
        && thread.getState() != Thread.State.WAITING) {
      assertThat(thread.isAlive()).as("it should wait").isTrue();
      Thread.onSpinWait();
    }
    return thread;
  }

  private static boolean change(LiveRoutes live) {
    try {
      return live.change(new RouteTable(List.of()), NOTHING, () -> true);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A route that answers when told to.
  private Route slow() {
    return Route.post(
        "/slow",
        "waits",
        Route.Accepted.NOTHING,
        Schema.OBJECT,
        _ -> {
          begun.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          return Reply.json(Map.of());
        });
  }

  private HttpServer server(LiveRoutes live) throws IOException {
    var limits = ServerLimits.DEFAULT;
    var spool = Spool.open(folder.resolve("spool"), limits.body());
    return HttpServer.start(
        "127.0.0.1",
        0,
        new HttpServer.Parts(
            live, Access.local("127.0.0.1"), limits, spool, new Metrics(), log::add));
  }

  private static CompletableFuture<HttpResponse<String>> ask(HttpServer server) {
    var request =
        HttpRequest.newBuilder(URI.create(server.address() + "/slow"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }
}
