package dev.anmok.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Stands before a node as its security plugin would: TLS with a certificate of its own, and nobody
/// passes without right credentials.
final class TlsFront implements AutoCloseable {
  private static final String STORE_PASSWORD = "only-for-a-test";

  private final URI node;
  private final Set<String> allowed;
  private final Path certificate;
  private final HttpsServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param allowed values of the header `Authorization`
  TlsFront(URI node, Set<String> allowed, Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    this.node = node;
    this.allowed = allowed;
    this.certificate = folder.resolve("authority.pem");
    var store = makeCertificate(folder, certificate);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            pass(exchange);
          }
        });
    server.start();
  }

  URI address() {
    return URI.create("https://localhost:" + server.getAddress().getPort());
  }

  /// The certificate to trust.
  Path certificate() {
    return certificate;
  }

  private void pass(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var given = exchange.getRequestHeaders().getFirst("Authorization");
    if (given == null || !allowed.contains(given)) {
      say(exchange, 401, "text/plain", "Unauthorized".getBytes(StandardCharsets.UTF_8));
      return;
    }
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    var request =
        HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
            .header("Content-Type", type == null ? "application/json" : type)
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      var answered = answer.headers().firstValue("Content-Type").orElse("application/json");
      say(exchange, answer.statusCode(), answered, answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static Path makeCertificate(Path folder, Path certificate)
      throws IOException, InterruptedException {
    var store = folder.resolve("front.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    TestNode.run(
        keytool,
        "-genkeypair",
        "-alias",
        "front",
        "-keyalg",
        "EC",
        "-validity",
        "2",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost",
        "-keystore",
        store.toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        STORE_PASSWORD);
    TestNode.run(
        keytool,
        "-exportcert",
        "-rfc",
        "-alias",
        "front",
        "-keystore",
        store.toString(),
        "-storepass",
        STORE_PASSWORD,
        "-file",
        certificate.toString());
    return store;
  }

  private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, STORE_PASSWORD.toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, STORE_PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    http.close();
  }
}
