package dev.anmok.app.source;

import dev.anmok.core.pipeline.Source;
import dev.anmok.core.pipeline.SourcePhoto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A text file in UTF-8 with one URL a line. Blank lines and those that begin with `#` are passed
/// over; the photos belong to no item.
public final class UrlListSource implements Source {
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.+");

  private final Path file;

  public UrlListSource(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    return file.toString();
  }

  /// Reads the whole list once, so that a line that is no URL is found before any is fetched.
  @Override
  public OptionalLong count() throws IOException {
    return Lines.count(this);
  }

  @Override
  public Stream<SourcePhoto> photos() throws IOException {
    var reader = Utf8.open(file);
    var number = new AtomicLong();
    return Lines.stream(reader.lines().iterator(), reader, this::problem)
        .peek(line -> number.incrementAndGet())
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> photo(line, number.get()));
  }

  private SourcePhoto photo(String line, long number) {
    if (!URL.matcher(line).matches()) {
      throw new UncheckedIOException(
          new IOException(
              file
                  + " line "
                  + number
                  + ": not a URL: "
                  + line.substring(0, Math.min(100, line.length()))
                  + " (one a line; files are listed in a .csv or .jsonl manifest)"));
    }
    return new SourcePhoto(line, null);
  }

  private UncheckedIOException problem(RuntimeException e) {
    return e instanceof UncheckedIOException io
            && !(io.getCause() instanceof CharacterCodingException)
        ? io
        : new UncheckedIOException(Utf8.notUtf8(file, e));
  }
}
