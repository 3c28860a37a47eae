package dev.anmok.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://example.com | http://example.com/",
        "HTTP://Example.COM:80/A/b.JPG?x=1#part | http://example.com/A/b.JPG?x=1",
        "https://example.com:443?q | https://example.com/?q",
        "https://example.com:8443/ | https://example.com:8443/",
        "http://[2001:DB8::1]:8080/a | http://[2001:db8:0:0:0:0:0:1]:8080/a",
        "http://안목.example/사진 1.jpg | http://xn--w52b77q.example/%EC%82%AC%EC%A7%84%201.jpg",
        "http://example.com//two/../x | http://example.com//two/../x",
      })
  void aUrlIsWrittenInOneWay(String text, String expected) throws Refusal {
    assertThat(PhotoUrl.parse(text)).hasToString(expected);
  }

  @Test
  void whatMayNotStandInAPathIsEncoded() throws Refusal {
    assertThat(PhotoUrl.parse("http://example.com/%7Ea%zz|^{}[]\"<>`?é"))
        .hasToString("http://example.com/%7Ea%25zz%7C%5E%7B%7D%5B%5D%22%3C%3E%60?%C3%A9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftp://example.com/a | SCHEME",
        "file:///etc/passwd | SCHEME",
        "FILE:/etc/passwd | SCHEME",
        "data:image/png;base64,AAAA | SCHEME",
        "jar:http://example.com/a.jar!/b | SCHEME",
        "javascript:alert(1) | SCHEME",
        "gopher://127.0.0.1:70/ | SCHEME",
        "photos/a.jpg | BAD_URL",
        "//example.com/a | BAD_URL",
        "http:/example.com | BAD_URL",
        "http:example.com | BAD_URL",
        "http:///a | BAD_URL",
        "http://:80/a | BAD_URL",
        "http://example.com:0/ | BAD_URL",
        "http://example.com:65536/ | BAD_URL",
        "http://example.com:-1/ | BAD_URL",
        "http://example.com:80:80/ | BAD_URL",
        "http://user@example.com/ | USER_INFO",
        "http://user:secret@example.com/ | USER_INFO",
        "http://example.com@127.0.0.1/ | USER_INFO",
        "http://example.com\\@127.0.0.1/ | BAD_URL",
        "http:\\\\127.0.0.1\\a | BAD_URL",
      })
  void whatIsNoSuchUrlIsRefused(String text, FetchFault fault) {
    var refusal = catchThrowableOfType(Refusal.class, () -> PhotoUrl.parse(text));
    assertThat(refusal.of(text).fault()).isEqualTo(fault);
    assertThat(refusal.of(text).detail()).startsWith(text + ": ");
  }

  @Test
  void controlCharactersHalfCharactersAndEndlessUrlsAreRefused() {
    for (var text :
        new String[] {
          "http://example.com/a\r\nHost: x",
          "http://example.com/\ud800",
          "http://a/" + "x".repeat(2040)
        }) {
      var refusal = catchThrowableOfType(Refusal.class, () -> PhotoUrl.parse(text));
      assertThat(refusal.of(text).fault()).isEqualTo(FetchFault.BAD_URL);
      assertThat(refusal.of(text).detail()).hasLineCount(1).hasSizeLessThan(300);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/x.jpg#f | http://a.example/x.jpg",
        "y.jpg | http://a.example/d/y.jpg",
        "../y.jpg | http://a.example/y.jpg",
        "?q=2 | http://a.example/d/e.jpg?q=2",
        "//b.example/z | http://b.example/z",
        "https://b.example/z | https://b.example/z",
        "http://[::1]/z | http://[0:0:0:0:0:0:0:1]/z",
        "사진.jpg | http://a.example/d/%EC%82%AC%EC%A7%84.jpg",
      })
  void aRedirectIsReadAgainstWhereItCameFrom(String location, String expected) throws Refusal {
    assertThat(PhotoUrl.parse("http://a.example/d/e.jpg?q=1").follow(location))
        .hasToString(expected);
  }

  @Test
  void aRedirectMayNotLeaveTls() throws Refusal {
    var secure = PhotoUrl.parse("https://a.example/");
    var refusal = catchThrowableOfType(Refusal.class, () -> secure.follow("http://a.example/"));
    assertThat(refusal.of("x").fault()).isEqualTo(FetchFault.DOWNGRADE);
    assertThat(secure.follow("/b")).hasToString("https://a.example/b");
  }
}
