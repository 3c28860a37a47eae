package dev.anmok.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.SamplePhotos;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// TLS, users and keys, before a real node.
@ExtendWith(SharedNode.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecureClusterTest {
  private static final Credentials ANN = new Credentials.Password("ann", Secret.of("right"));
  private static final Credentials KEY = new Credentials.ApiKey(Secret.of("k3y"));

  private TlsFront front;

  @BeforeAll
  void start(TestCluster cluster, @TempDir Path folder) throws Exception {
    var allowed = Set.of(ANN.authorization().orElseThrow(), KEY.authorization().orElseThrow());
    front = new TlsFront(cluster.addresses().getFirst(), allowed, folder);
  }

  @AfterAll
  void stop() {
    front.close();
  }

  @Test
  void aUserAndAKeyWriteOverTls() throws IOException {
    var photos = new SamplePhotos(SamplePhotos.SPACE, 1).photos(20);
    for (var who : List.of(ANN, KEY)) {
      var settings = settings().trusting(front.certificate()).with(who);
      try (var cluster = Cluster.open(settings);
          var index =
              OpenSearchIndex.open(
                  cluster, IndexChoice.of("secure"), SamplePhotos.SPACE, Schema.EMPTY)) {
        index.upsert(photos);
        index.commit(1);
        assertThat(index.size()).isEqualTo(20);
      }
    }
  }

  @Test
  void wrongCredentialsAreRefusedByName() {
    var wrong = new Credentials.Password("ann", Secret.of("wr0ng"));
    assertThatThrownBy(
            () -> Cluster.open(settings().trusting(front.certificate()).with(wrong)).close())
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining(front.address().toString())
        .hasMessageContaining("user 'ann'")
        .hasMessageContaining("401")
        .hasMessageNotContaining("wr0ng");
    assertThatThrownBy(() -> Cluster.open(settings().trusting(front.certificate())).close())
        .hasMessageContaining("no user and password");
  }

  @Test
  void aCertificateOfAnUnknownAuthorityIsNotTrusted() {
    assertThatThrownBy(() -> Cluster.open(settings().with(ANN)).close())
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining(front.address().toString())
        .hasMessageContaining("certificate is not trusted")
        .hasMessageContaining("authority");
  }

  @Test
  void aCertificateOfAnotherHostIsNotTrusted() {
    var other = URI.create("https://127.0.0.1:" + front.address().getPort());
    var settings = ClusterSettings.of(List.of(other)).trusting(front.certificate()).with(ANN);
    assertThatThrownBy(() -> Cluster.open(settings).close())
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("certificate is not trusted");
  }

  @Test
  void aFileWithoutCertificatesIsNamed(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("authority.pem"), "hello");
    assertThatThrownBy(() -> Cluster.open(settings().trusting(file)).close())
        .hasMessageContaining(file.toString())
        .hasMessageContaining("expected certificates in PEM");
    assertThatThrownBy(() -> Cluster.open(settings().trusting(folder.resolve("none"))).close())
        .hasMessageContaining("there is no such file");
  }

  private ClusterSettings settings() {
    return ClusterSettings.of(List.of(front.address())).with(RetryBudget.NONE);
  }
}
