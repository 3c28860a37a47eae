package dev.anmok.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {
  private static final String PASSWORD = "password";

  @TempDir Path folder;

  @Test
  void theNameInTheUrlMustBeTheOneInTheCertificate() throws Exception {
    var store = makeCertificate("here.example");
    try (var server = serve(store)) {
      server.on("/a.jpg", "HTTP/1.1 200 OK", new byte[] {1});
      try (var stranger = fetcher(server)) {
        assertThat(stranger.fetch(url("here.example", server)))
            .isInstanceOfSatisfying(
                Fetched.Refused.class,
                refused -> {
                  assertThat(refused.fault()).isEqualTo(FetchFault.UNREACHABLE);
                  assertThat(refused.detail()).contains("TLS failed");
                });
      }
      System.setProperty("javax.net.ssl.trustStore", store.toString());
      System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
      try (var friend = fetcher(server)) {
        assertThat(friend.fetch(url("here.example", server))).isInstanceOf(Fetched.Bytes.class);
        assertThat(friend.fetch(url("there.example", server)))
            .isInstanceOfSatisfying(
                Fetched.Refused.class,
                refused -> assertThat(refused.detail()).contains("TLS failed", "there.example"));
      } finally {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
      }
    }
  }

  private static String url(String host, LocalServer server) {
    return server.url(host, "/a.jpg").replace("http:", "https:");
  }

  private static UrlFetcher fetcher(LocalServer server) {
    var rules = new FetchRules(Set.of(server.port()), _ -> Optional.empty());
    return new UrlFetcher(
        rules, FetchLimits.DEFAULT, _ -> new InetAddress[] {InetAddress.getLoopbackAddress()});
  }

  private Path makeCertificate(String host) throws IOException, InterruptedException {
    var store = folder.resolve("store.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "a",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-ext",
                "bc:c",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(made.waitFor()).as(() -> log()).isZero();
    return store;
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("keytool.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static LocalServer serve(Path store) throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return new LocalServer(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }
}
