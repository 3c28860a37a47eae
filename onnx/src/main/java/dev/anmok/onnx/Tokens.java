package dev.anmok.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Texts to token ids with the Hugging Face tokenizer that `tokenizer.json` describes. Thread-safe.
final class Tokens implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;
  private final TextSide.TokenRule rule;
  private final OpenGuard guard;

  private Tokens(String name, HuggingFaceTokenizer tokenizer, TextSide.TokenRule rule) {
    this.tokenizer = tokenizer;
    this.rule = rule;
    this.guard = new OpenGuard(name);
  }

  /// Opens the tokenizer without any network: the library's usage report and its search for a CUDA
  /// build are switched off, unless the user has set these properties.
  ///
  /// @param name the file and its pack, for messages
  static Tokens open(String name, byte[] json, TextSide.TokenRule rule) throws IOException {
    for (var property :
        List.of("OPT_OUT_TRACKING=true", "ai.djl.offline=true", "RUST_FLAVOR=cpu")) {
      int at = property.indexOf('=');
      if (System.getProperty(property.substring(0, at)) == null) {
        System.setProperty(property.substring(0, at), property.substring(at + 1));
      }
    }
    var options =
        Map.of(
            "addSpecialTokens", "true",
            "padding", "false",
            "truncation", "true",
            "maxLength", Integer.toString(rule.maxLength()),
            "modelMaxLength", Integer.toString(rule.maxLength()));
    try {
      var stated = rule.canonical() == Canonical.LOWER ? LowerCaseTokenizer.of(name, json) : json;
      var tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(stated), options);
      return new Tokens(name, tokenizer, rule);
    } catch (RuntimeException | LinkageError e) {
      throw new IOException(name + ": the tokenizer cannot be opened: " + e.getMessage(), e);
    }
  }

  /// The token ids of a text, 1 to `maxLength` of them.
  long[] ids(String text) {
    var canonical = rule.canonical().apply(text);
    long[] ids = guard.use(() -> tokenizer.encode(canonical).getIds());
    return ids.length == 0 ? new long[] {rule.emptyId()} : ids;
  }

  /// The text that token ids stand for, without special tokens.
  String text(List<Long> ids) {
    long[] all = ids.stream().mapToLong(Long::longValue).toArray();
    return guard.use(() -> tokenizer.decode(all, true)).strip();
  }

  @Override
  public void close() {
    guard.close(tokenizer::close);
  }
}
