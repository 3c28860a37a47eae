package dev.anmok.app.http;

import java.nio.charset.StandardCharsets;

/// A problem as a page, for somebody who typed an address that is none. Both languages stand there:
/// which one is read is not known outside of the pages.
///
/// @param problem what is wrong
record ProblemPage(Problem problem) {
  static final String MEDIA_TYPE = "text/html; charset=utf-8";

  /// What comes from programs, whose problems stay documents.
  private static final String API = "/api/";

  /// Whether a page is asked for, and not by a program.
  static boolean suits(Dispatcher.Incoming in) {
    return in.method().equals("GET")
        && in.accepts().contains("text/html")
        && !in.path().startsWith(API);
  }

  byte[] bytes() {
    var none = problem.status() == 404;
    return """
    <!doctype html>
    <html lang="ko">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>%d · 안목</title>
    <main>
    <h1>%s<br><span lang="en">%s</span></h1>
    <p lang="en">%s</p>
    <p><a href="/">안목 첫 화면으로 · <span lang="en">to Anmok's first page</span></a></p>
    </main>
    </html>
    """
        .formatted(
            problem.status(),
            none ? "이 주소에는 아무것도 없습니다" : "이 요청에는 답할 수 없습니다",
            none ? "There is nothing at this address" : "This request cannot be answered",
            escaped(String.valueOf(problem.getMessage())))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
