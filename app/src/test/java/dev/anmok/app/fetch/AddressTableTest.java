package dev.anmok.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which hosts may be fetched from, by every way of writing them. The verdicts follow the
/// registries named in [PublicAddresses]; each block is probed at an edge, and just outside it
/// where its neighbour is public.
class AddressTableTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // IPv4, public
        "1.0.0.0 | public",
        "8.8.8.8 | public",
        "9.255.255.255 | public",
        "11.0.0.0 | public",
        "100.63.255.255 | public",
        "100.128.0.0 | public",
        "126.255.255.255 | public",
        "128.0.0.0 | public",
        "169.253.255.255 | public",
        "169.255.0.0 | public",
        "172.15.255.255 | public",
        "172.32.0.0 | public",
        "192.0.1.0 | public",
        "192.0.3.0 | public",
        "192.167.255.255 | public",
        "192.169.0.0 | public",
        "198.17.255.255 | public",
        "198.20.0.0 | public",
        "198.51.99.255 | public",
        "203.0.112.255 | public",
        "223.255.255.255 | public",
        // IPv4, not public
        "0.0.0.0 | address",
        "0.255.255.255 | address",
        "10.0.0.0 | address",
        "10.255.255.255 | address",
        "100.64.0.0 | address",
        "100.127.255.255 | address",
        "127.0.0.1 | address",
        "127.255.255.255 | address",
        "168.63.129.16 | address",
        "169.254.0.0 | address",
        "169.254.169.254 | address",
        "172.16.0.0 | address",
        "172.31.255.255 | address",
        "192.0.0.8 | address",
        "192.0.2.1 | address",
        "192.88.99.1 | address",
        "192.168.0.1 | address",
        "192.168.255.255 | address",
        "198.18.0.0 | address",
        "198.19.255.255 | address",
        "198.51.100.1 | address",
        "203.0.113.255 | address",
        "224.0.0.1 | address",
        "239.255.255.255 | address",
        "240.0.0.1 | address",
        "255.255.255.255 | address",
        // IPv6, public
        "[2606:4700:4700::1111] | public",
        "[2001:200::1] | public",
        "[2001:4860:4860::8888] | public",
        "[2003::1] | public",
        "[3ffe::1] | public",
        "[64:ff9b::8.8.8.8] | public",
        "[::ffff:8.8.8.8] | public",
        // IPv6, not public
        "[::] | address",
        "[::1] | address",
        "[0:0:0:0:0:0:0:1] | address",
        "[::ffff:127.0.0.1] | address",
        "[::ffff:10.0.0.1] | address",
        "[::ffff:7f00:1] | address",
        "[0:0:0:0:0:ffff:a9fe:a9fe] | address",
        "[::10.0.0.1] | address",
        "[::8.8.8.8] | address",
        "[::ffff:0:8.8.8.8] | address",
        "[64:ff9b::10.0.0.1] | address",
        "[64:ff9b::a9fe:a9fe] | address",
        "[64:ff9b:1::8.8.8.8] | address",
        "[100::1] | address",
        "[2001::1] | address",
        "[2001:0:808:808::1] | address",
        "[2001:1ff::1] | address",
        "[2001:db8::1] | address",
        "[2002:7f00:1::1] | address",
        "[2002:808:808::1] | address",
        "[3fff::1] | address",
        "[4000::1] | address",
        "[5f00::1] | address",
        "[fc00::1] | address",
        "[fd00:ec2::254] | address",
        "[fe80::1] | address",
        "[febf::1] | address",
        "[fec0::1] | address",
        "[ff02::1] | address",
        // other ways to write them
        "127.0.0.1. | address",
        "１２７.０.０.１ | address",
        "127。0。0。1 | address",
        "2130706433 | bad_url",
        "134744072 | bad_url",
        "0x7f000001 | bad_url",
        "0X7F000001 | bad_url",
        "0x7f.1 | bad_url",
        "017700000001 | bad_url",
        "0177.0.0.1 | bad_url",
        "127.0.0.01 | bad_url",
        "127.1 | bad_url",
        "127.0.1 | bad_url",
        "127.0.0.0x1 | bad_url",
        "127.0.0.1.. | bad_url",
        "256.1.1.1 | bad_url",
        "1.2.3.4.5 | bad_url",
        "1.2.3.999 | bad_url",
        "4294967296 | bad_url",
        "%31%32%37.0.0.1 | bad_url",
        "127.0.0.1%00.example.com | bad_url",
        "[fe80::1%25eth0] | bad_url",
        "[::1%lo] | bad_url",
        "[::1 | bad_url",
        "::1 | bad_url",
        "[127.0.0.1] | bad_url",
        "[::g] | bad_url",
        "[] | bad_url",
        // names
        "example.com | unknown_host",
        "EXAMPLE.com. | unknown_host",
        "my_host.example | unknown_host",
        "xn--oy2b35b.example | unknown_host",
        "안목.example | unknown_host",
        "localhost | unknown_host",
        "1password.com | unknown_host",
        "a..b | bad_url",
        "-a.example | bad_url",
        "exa mple.com | bad_url",
        "a℀b.com | bad_url",
      })
  void everyHostHasItsVerdict(String host, String verdict) {
    assertThat(verdict("http://" + host + "/a.jpg")).isEqualTo(verdict);
    assertThat(verdict("https://" + host)).isEqualTo(verdict);
    assertThat(verdict("http://" + host + ":80?x")).isEqualTo(verdict);
  }

  @Test
  void aMappedAddressThatJavaLeftAsItIsIsHeldToTheRulesOfIpv4() throws UnknownHostException {
    byte[] bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 1};
    var mapped = Inet6Address.getByAddress("x", bytes, -1);

    assertThat(mapped.getAddress()).hasSize(16);
    assertThat(new PublicAddresses().refusal(mapped))
        .hasValueSatisfying(why -> assertThat(why).contains("10.0.0.0/8"));
  }

  /// What a fetch would do, short of connecting; no name leads anywhere here.
  private static String verdict(String url) {
    try (var threads = Executors.newSingleThreadExecutor()) {
      var addresses =
          new CheckedAddresses(
              new PublicAddresses(),
              host -> {
                throw new UnknownHostException(host);
              },
              threads,
              Duration.ofSeconds(5));
      InetAddress[] found = addresses.resolve(PhotoUrl.parse(url).host());
      return found.length == 1 ? "public" : "none";
    } catch (Refusal refusal) {
      return refusal.of(url).fault().code();
    } catch (CheckedAddresses.RefusedHost e) {
      return e.refusal().of(url).fault().code();
    } catch (UnknownHostException e) {
      return FetchFault.UNKNOWN_HOST.code();
    }
  }
}
