package dev.anmok.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/// Connections to the nodes of a cluster, as its settings say.
final class Transport {
  private static final int CONNECTIONS = 32;

  private Transport() {}

  /// @throws IOException if the certificates to trust cannot be read
  static OpenSearchTransport open(ClusterSettings settings) throws IOException {
    var hosts =
        settings.addresses().stream()
            .map(a -> new HttpHost(a.getScheme(), a.getHost(), a.getPort()))
            .toArray(HttpHost[]::new);
    var connections = connections(settings);
    var response = Timeout.of(settings.responseTimeout());
    var authorization =
        settings.credentials().authorization().stream()
            .map(value -> new BasicHeader("Authorization", value, true))
            .toArray(Header[]::new);
    return ApacheHttpClient5TransportBuilder.builder(hosts)
        .setDefaultHeaders(authorization)
        .setHttpClientConfigCallback(http -> http.setConnectionManager(connections))
        .setRequestConfigCallback(
            request -> request.setResponseTimeout(response).setConnectionRequestTimeout(response))
        .build();
  }

  private static PoolingAsyncClientConnectionManager connections(ClusterSettings settings)
      throws IOException {
    var tls = ClientTlsStrategyBuilder.create();
    if (settings.authority().isPresent()) {
      tls.setSslContext(trusting(settings.authority().get()));
    }
    return PoolingAsyncClientConnectionManagerBuilder.create()
        .setTlsStrategy(tls.buildAsync())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setSocketTimeout(Timeout.of(settings.responseTimeout()))
                .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                .build())
        .setMaxConnPerRoute(CONNECTIONS)
        .setMaxConnTotal(CONNECTIONS)
        .build();
  }

  private static SSLContext trusting(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + number++, certificate);
      }
      if (number == 0) {
        throw new CertificateException("it is empty");
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "%s: expected certificates in PEM (-----BEGIN CERTIFICATE-----), found none (%s)"
              .formatted(file, e.getMessage()),
          e);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new IOException(file + ": there is no such file of certificates", e);
    }
  }
}
