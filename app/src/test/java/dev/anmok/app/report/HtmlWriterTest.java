package dev.anmok.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HtmlWriterTest {
  @Test
  void textAndAttributesAreEscaped() throws IOException {
    var tag =
        Html.tag("p").with("title", "\"><script>'&").holding("<script>alert(\"1\")</script> & 'x'");

    assertThat(written(tag))
        .isEqualTo(
            "<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">"
                + "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>");
  }

  @Test
  void emojiStayWholeAndTextFromOutsideIsIsolated() throws IOException {
    assertThat(written(Html.foreign("카페 ☕👩‍🍳 \u202Egnp.exe")))
        .isEqualTo("<bdi>카페 ☕👩‍🍳 \u202Egnp.exe</bdi>");
  }

  @Test
  void charactersThatADocumentMayNotHoldAreReplaced() throws IOException {
    assertThat(written(Html.text("a\u0000b\u001Bc\uD83Dd\u0085\te")))
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD\te");
  }

  @Test
  void elementsWithoutContentHaveNoEndTag() throws IOException {
    assertThat(written(Html.many(Html.tag("img").with("alt", ""), Html.tag("b"))))
        .isEqualTo("<img alt=\"\"><b></b>");
  }

  @Test
  void aNameThatCouldEndTheTagIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Html.tag("p><script"));
    assertThatIllegalArgumentException().isThrownBy(() -> Html.tag("p").with("a b", ""));
  }

  private static String written(Html html) throws IOException {
    var out = new StringBuilder();
    new HtmlWriter(out).write(html);
    return out.toString();
  }
}
