package dev.anmok.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final String TOKEN = "correct horse battery";

  @Test
  void aTokenOpensEveryRouteAndNothingElseDoes() {
    var access = Access.withToken(TOKEN);
    for (var permission : List.of(Permission.READ, Permission.WRITE)) {
      for (var sent :
          List.of(
              "", "Bearer", "Bearer ", "Bearer correct horse batter", "Basic " + TOKEN, TOKEN)) {
        assertThat(status(access, permission, caller("h", "", sent))).as(sent).isEqualTo(401);
      }
      for (var scheme : List.of("Bearer ", "bearer ", "BEARER  ")) {
        var caller = caller("h", "", scheme + TOKEN);
        assertThatCode(() -> access.require(permission, caller)).doesNotThrowAnyException();
      }
    }
    assertThatCode(() -> access.require(Permission.OPEN, caller("h", "", "")))
        .doesNotThrowAnyException();
  }

  @Test
  void evenWithTheTokenAnotherOriginMayNotWrite() {
    var access = Access.withToken(TOKEN);
    var caller = caller("photos.example", "https://evil.example", "Bearer " + TOKEN);

    assertThat(status(access, Permission.WRITE, caller)).isEqualTo(403);
    assertThat(status(access, Permission.ASK, caller)).isEqualTo(403);
    assertThatCode(() -> access.require(Permission.READ, caller)).doesNotThrowAnyException();
  }

  @Test
  void withoutATokenOnlyNamesOfThisMachineAreHosts() {
    var access = Access.local("::1");
    for (var host : List.of("localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]", "[::1]:8080")) {
      assertThatCode(() -> access.requireHost(caller(host, "", ""))).doesNotThrowAnyException();
    }
    for (var host : List.of("", "evil.example", "localhost.evil.example", "127.0.0.2", "[::2]")) {
      var problem =
          catchThrowableOfType(Problem.class, () -> access.requireHost(caller(host, "", "")));
      assertThat(problem.status()).as(host).isEqualTo(421);
    }
  }

  @Test
  void theNameItWasStartedWithIsAHostToo() {
    for (var name : List.of("anmok.test", "Anmok.TEST")) {
      assertThatCode(() -> Access.local(name).requireHost(caller("anmok.test:8080", "", "")))
          .as(name)
          .doesNotThrowAnyException();
    }
  }

  private static Access.Caller caller(String host, String origin, String authorization) {
    return new Access.Caller(host, origin, "", authorization, "");
  }

  private static int status(Access access, Permission permission, Access.Caller caller) {
    return catchThrowableOfType(Problem.class, () -> access.require(permission, caller)).status();
  }
}
