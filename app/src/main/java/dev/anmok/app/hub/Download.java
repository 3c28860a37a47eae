package dev.anmok.app.hub;

import dev.anmok.onnx.PublishedFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Brings one file of a hub into a folder. What came of it stays in a `.part` file beside it, from
/// whose end the next try or the next run goes on.
///
/// @param client asks the hub
/// @param folder where the files of the pack gather
/// @param limits how long is tried and how much room there is
/// @param count told what came
record Download(HubClient client, Path folder, PullLimits limits, PullCount count) {
  private static final int CHUNK = 1 << 16;
  private static final int TRIES_IN_ALL = 40;

  /// Brings the file.
  ///
  /// @param expectedOrNull the digest that it must have
  /// @return its digest
  /// @throws IOException in one line that names the file, if it does not come or is another
  String fetch(PublishedFile file, @Nullable String expectedOrNull) throws IOException {
    var target = folder.resolve(file.name());
    if (Files.isRegularFile(target)) {
      var found = PublishedFile.digestOf(target);
      if (expectedOrNull == null || found.equals(expectedOrNull)) {
        count.set(file.name(), Files.size(target), Files.size(target));
        return found;
      }
      Files.delete(target);
    }
    var part = new PartFile(folder.resolve(file.name() + ".part"));
    Files.createDirectories(part.path().toAbsolutePath().getParent());
    var whole = whole(file, part, expectedOrNull);
    var found = whole.isPresent() ? whole.get() : transferred(file, part, expectedOrNull);
    Files.move(part.path(), target, StandardCopyOption.ATOMIC_MOVE);
    part.delete();
    return found;
  }

  /// The digest of what came before, if that is all of the file and only the end of its run was
  /// missing.
  private Optional<String> whole(PublishedFile file, PartFile part, @Nullable String expectedOrNull)
      throws IOException {
    long size = part.size();
    boolean known = file.bytes().isPresent() || expectedOrNull != null;
    if (size == 0 || !known || size != file.bytes().orElse(size)) {
      return Optional.empty();
    }
    var found = PublishedFile.digestOf(part.path());
    if (expectedOrNull != null && !found.equals(expectedOrNull)) {
      return Optional.empty();
    }
    count.set(file.name(), size, size);
    return Optional.of(found);
  }

  private String transferred(PublishedFile file, PartFile part, @Nullable String expectedOrNull)
      throws IOException {
    var stated = transfers(file, part, expectedOrNull);
    var expected = Optional.ofNullable(expectedOrNull).or(() -> stated);
    var found = PublishedFile.digestOf(part.path());
    if (expected.isPresent() && !found.equals(expected.get())) {
      part.delete();
      throw new PullException(
          "%s of %s came with SHA-256 %s, it must have %s: it was thrown away"
              .formatted(file.path(), file.repository(), found, expected.get()));
    }
    return found;
  }

  /// Tries until the file is whole.
  ///
  /// @return the digest that the hub states, if it does
  private Optional<String> transfers(
      PublishedFile file, PartFile part, @Nullable String expectedOrNull) throws IOException {
    int vain = 0;
    for (int tried = 1; ; tried++) {
      long before = part.size();
      try {
        return transfer(file, part, expectedOrNull);
      } catch (PullException e) {
        throw e;
      } catch (StaleException e) {
        part.delete();
        vain++;
        giveUp(file, part, vain, tried, e);
      } catch (IOException e) {
        if (full(e)) {
          throw new PullException("no room is left for " + part.path(), e);
        }
        vain = part.size() > before ? 0 : vain + 1;
        giveUp(file, part, vain, tried, e);
      }
      limits.pause();
    }
  }

  private void giveUp(PublishedFile file, PartFile part, int vain, int tried, IOException e)
      throws IOException {
    if (vain >= limits.vainTries() || tried >= TRIES_IN_ALL) {
      throw new PullException(
          "%s of %s did not come whole, %d bytes are there (%s): the same command goes on from there"
              .formatted(file.path(), file.repository(), part.size(), why(e)),
          e);
    }
  }

  private static String why(IOException e) {
    return switch (e) {
      case java.net.SocketTimeoutException _ -> "nothing was heard for too long";
      case java.net.UnknownHostException _ -> "the host name leads nowhere";
      case java.net.ConnectException _ -> "the hub takes no connection";
      case javax.net.ssl.SSLException ssl -> "TLS failed: " + ssl.getMessage();
      default -> String.valueOf(e.getMessage()).lines().findFirst().orElse("it broke off");
    };
  }

  private static boolean full(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("no space left");
  }

  private Optional<String> transfer(
      PublishedFile file, PartFile part, @Nullable String expectedOrNull) throws IOException {
    var validator = part.validator();
    // Without a validator or a digest nothing would tell whether the hub's file is still the same.
    long from = validator != null || expectedOrNull != null ? part.size() : 0;
    try (var answer = client.get(file, from, validator)) {
      check(file, answer, from, expectedOrNull);
      long total = answer.total().orElse(-1);
      var start = new Start(answer.from(), total);
      limits.requireRoom(folder, total < 0 ? 0 : total - start.at(), file.path());
      if (start.at() == 0) {
        part.restart(answer.validator().orElse(null));
      }
      try (var out = part.append()) {
        copy(file, answer, start, out);
      }
      return answer.sha256();
    }
  }

  /// @param at place of the first byte that comes
  /// @param total length of the file, negative if it is not known
  private record Start(long at, long total) {}

  private static void check(
      PublishedFile file, HubAnswer answer, long from, @Nullable String expectedOrNull)
      throws IOException {
    if (answer.from() != 0 && answer.from() != from) {
      throw new StaleException("the hub answers with another part of " + file.path());
    }
    if (answer.type().startsWith("text/html")) {
      throw page(file);
    }
    var stated = answer.sha256();
    if (expectedOrNull != null && stated.isPresent() && !stated.get().equals(expectedOrNull)) {
      throw new PullException(
          "%s of %s has SHA-256 %s on the hub, it must have %s: it is another file than before"
              .formatted(file.path(), file.repository(), stated.get(), expectedOrNull));
    }
    if (answer.total().isEmpty()) {
      return;
    }
    long total = answer.total().getAsLong();
    if (file.bytes().isPresent() && total != file.bytes().getAsLong()) {
      throw new PullException(
          "%s of %s has %d bytes on the hub, the description says %d"
              .formatted(file.path(), file.repository(), total, file.bytes().getAsLong()));
    }
    if (total > file.limit()) {
      throw tooLong(file, "it has " + total + " bytes");
    }
  }

  private static PullException tooLong(PublishedFile file, String found) {
    return new PullException(
        "%s of %s is not pulled: %s, at most %d are taken"
            .formatted(file.path(), file.repository(), found, file.limit()));
  }

  private static PullException page(PublishedFile file) {
    return new PullException(
        "the hub answers with a web page, not with %s of %s: is the address right, or does a login or a proxy stand between?"
            .formatted(file.path(), file.repository()));
  }

  private void copy(PublishedFile file, HubAnswer answer, Start start, FileChannel out)
      throws IOException {
    var chunk = new byte[CHUNK];
    long there = start.at();
    for (int n = answer.body().read(chunk); n >= 0; n = answer.body().read(chunk)) {
      if (there == 0 && looksLikePage(chunk, n)) {
        throw page(file);
      }
      if (there + n > file.limit()) {
        throw tooLong(file, "more than that comes");
      }
      out.write(ByteBuffer.wrap(chunk, 0, n));
      there += n;
      count.set(file.name(), there, Math.max(there, start.total()));
    }
    out.force(true);
    if (there < start.total()) {
      throw new EOFException("the hub hung up");
    }
    if (file.bytes().isPresent() && there != file.bytes().getAsLong()) {
      throw new PullException(
          "%s of %s came with %d bytes, the description says %d"
              .formatted(file.path(), file.repository(), there, file.bytes().getAsLong()));
    }
  }

  private static boolean looksLikePage(byte[] chunk, int length) {
    var head = new String(chunk, 0, Math.min(length, 64), StandardCharsets.ISO_8859_1);
    var text = head.strip().toLowerCase(Locale.ROOT);
    return text.startsWith("<!doctype html") || text.startsWith("<html");
  }
}
