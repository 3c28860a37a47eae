package dev.anmok.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class SessionCookieTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String TOKEN = "a-token-of-enough-characters";

  private static SessionCookie at(Instant instant) {
    return new SessionCookie(TOKEN, InstantSource.fixed(instant));
  }

  private static String value(String header) {
    return header.substring(0, header.indexOf(';'));
  }

  @Test
  void aCookieIsGoodForTwelveHoursAlsoAmongOthers() {
    var cookie = value(at(NOW).issued(false));

    assertThat(at(NOW).in(cookie)).isTrue();
    assertThat(at(NOW.plusSeconds(12 * 3600 - 1)).in("a=b; " + cookie + "; c=d")).isTrue();
    assertThat(at(NOW.plusSeconds(12 * 3600)).in(cookie)).isFalse();
  }

  @Test
  void nobodyCanMakeOneOrPutItsEndOff() {
    var cookie = value(at(NOW).issued(false));
    int equals = cookie.indexOf('=');
    int dot = cookie.indexOf('.');
    var name = cookie.substring(0, equals + 1);
    long end = Long.parseLong(cookie.substring(equals + 1, dot));
    var signature = cookie.substring(dot);

    assertThat(at(NOW).in(name + (end + 1) + signature)).isFalse();
    assertThat(at(NOW).in(name + end + ".")).isFalse();
    assertThat(at(NOW).in(name + end)).isFalse();
    assertThat(at(NOW).in(name)).isFalse();
    assertThat(at(NOW).in("")).isFalse();
    var other = new SessionCookie("another-token-of-some-length", InstantSource.fixed(NOW));
    assertThat(other.in(cookie)).isFalse();
  }

  @Test
  void scriptsAndOtherSitesCannotUseIt() {
    assertThat(at(NOW).issued(false))
        .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
    assertThat(at(NOW).issued(false)).doesNotContain("Secure");
    assertThat(at(NOW).issued(true)).endsWith("; Secure");
    assertThat(at(NOW).ended()).contains("Max-Age=0");
  }
}
