package dev.anmok.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MultipartTest {
  /// A part as it was read: name, file, content.
  private record Read(String name, String file, String content) {}

  @Test
  void readsTheSameHoweverTheBytesArrive() throws IOException {
    var random = new Random(7);
    var contents = new ArrayList<String>();
    var form = new StringBuilder("preamble\r\n");
    for (int i = 0; i < 6; i++) {
      var content = new StringBuilder();
      for (int n = random.nextInt(100_000); content.length() < n; ) {
        content.append(
            List.of("\r\n--bo", "\r\n-", "\r", "ä", "bound--", "\r\r\n").get(random.nextInt(6)));
      }
      contents.add(content.toString());
      form.append("--bound\r\ncontent-disposition: form-data; filename=\"f\"; name=n").append(i);
      form.append("\r\n\r\n").append(content).append("\r\n");
    }
    form.append("--bound--");

    for (int most : new int[] {1, 7, 4_096, 1 << 20}) {
      var read = read(form.toString(), most);
      assertThat(read).extracting(Read::content).isEqualTo(contents);
      assertThat(read).extracting(Read::name).containsExactly("n0", "n1", "n2", "n3", "n4", "n5");
    }
  }

  @Test
  void namesMayHoldQuotesSemicolonsAndHangul() throws IOException {
    var form =
        String.join(
            "\r\n",
            "--bound",
            "Content-Type: image/jpeg",
            "Content-Disposition: form-data; name=\"a;b=c\"; filename=\"사진 \\\"1\\\"; 2.jpg\"",
            "",
            "x",
            "--bound--",
            "");

    assertThat(read(form, 10)).containsExactly(new Read("a;b=c", "사진 \"1\"; 2.jpg", "x"));
  }

  @Test
  void aPathOfBackslashesStaysAsItIs() throws IOException {
    var form =
        String.join(
            "\r\n",
            "--bound",
            "Content-Disposition: form-data; name=p; filename=\"C:\\x\\a.jpg\"",
            "",
            "x",
            "--bound--");

    assertThat(read(form, 10).getFirst().file()).isEqualTo("C:\\x\\a.jpg");
  }

  @Test
  void anEmptyFormHasNoParts() throws IOException {
    assertThat(read("--bound--", 10)).isEmpty();
  }

  @Test
  void brokenFormsAreSaid() {
    for (var form :
        List.of(
            "",
            "--bound",
            "--bound\r\n",
            "--bound\r\nContent-Disposition: form-data; name=a\r\n\r\nxyz",
            "--bound\r\nContent-Disposition: form-data; name=a\r\n\r\nxyz\r\n--boun",
            "--boundless\r\n",
            "--bound\r\nContent-Type: text/plain\r\n\r\nxyz\r\n--bound--",
            "--bound\r\nContent-Disposition: form-data\r\n\r\nxyz\r\n--bound--",
            "--bound\r\n" + "A: b\r\n".repeat(5_000) + "\r\n")) {
      assertThatThrownBy(() -> read(form, 100)).isInstanceOf(Problem.class);
    }
  }

  @Test
  void theBoundaryIsTakenFromTheContentType() {
    assertThat(Multipart.boundary("multipart/form-data; charset=x; boundary=\"a-b\""))
        .isEqualTo("a-b");
    for (var type :
        List.of(
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=" + "a".repeat(71))) {
      assertThatThrownBy(() -> Multipart.boundary(type)).isInstanceOf(Problem.class);
    }
  }

  private static List<Read> read(String form, int most) throws IOException {
    var in = new Slow(form.getBytes(StandardCharsets.UTF_8), most);
    var multipart = new Multipart(in, "bound");
    var parts = new ArrayList<Read>();
    for (boolean more = multipart.first(); more; more = multipart.more()) {
      var head = multipart.head();
      var content = new ByteArrayOutputStream();
      multipart.copy(content::write);
      parts.add(new Read(head.name(), head.file(), content.toString(StandardCharsets.UTF_8)));
    }
    return parts;
  }

  /// Gives at most some bytes at a time.
  private static final class Slow extends InputStream {
    private final ByteArrayInputStream in;
    private final int most;

    Slow(byte[] bytes, int most) {
      this.in = new ByteArrayInputStream(bytes);
      this.most = most;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return in.read(bytes, offset, Math.min(length, most));
    }
  }
}
