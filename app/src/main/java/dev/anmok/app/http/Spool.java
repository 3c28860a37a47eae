package dev.anmok.app.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Puts the files of forms into a folder while they come in, and takes them away again.
public final class Spool {
  private static final int MAX_FIELDS = 50;
  private static final int MAX_NAME = 255;

  private final Path folder;
  private final ServerLimits.Bodies limits;

  private Spool(Path folder, ServerLimits.Bodies limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /// A spool in a folder of its own, emptied of what an earlier process left there.
  public static Spool open(Path folder, ServerLimits.Bodies limits) throws IOException {
    Files.createDirectories(folder);
    try (var left = Files.newDirectoryStream(folder, "upload-*")) {
      for (var file : left) {
        Files.deleteIfExists(file);
      }
    }
    return new Spool(folder, limits);
  }

  /// Reads a whole form.
  ///
  /// @param part name of the parts that hold photos
  /// @throws Problem if it is malformed or more than is accepted; nothing stays in the spool then
  Body.Form receive(InputStream in, String boundary, String part) throws IOException {
    var files = new ArrayList<Upload>();
    try {
      var form = new Multipart(in, boundary);
      var fields = new HashMap<String, String>();
      long texts = 0;
      for (boolean more = form.first(); more; more = form.more()) {
        var head = form.head();
        if (!head.file().isEmpty() || head.name().equals(part)) {
          requireName(head.name(), part);
          file(form, head, files);
        } else {
          var text = text(form, limits.textBytes() - texts);
          texts += text.length;
          var value = Percent.utf8(text, "field '" + head.name() + "'");
          if (fields.put(head.name(), value) != null || fields.size() > MAX_FIELDS) {
            throw Problem.badRequest("field '" + head.name() + "' is sent twice, or one too many");
          }
        }
      }
      return new Body.Form(files, fields);
    } catch (IOException | RuntimeException e) {
      new Body.Form(files, Map.of()).close();
      throw e;
    }
  }

  private static void requireName(String name, String part) {
    if (!name.equals(part)) {
      throw Problem.badRequest("photos are sent as parts named '" + part + "', not '" + name + "'");
    }
  }

  private void file(Multipart form, Multipart.Part head, List<Upload> files) throws IOException {
    if (files.size() >= limits.files()) {
      throw Problem.tooLarge("more than " + limits.files() + " files: send fewer at a time");
    }
    var name = name(head.file(), files);
    var file = Files.createTempFile(folder, "upload-", "");
    boolean whole = false;
    try (var digest = new DigestOutputStream(Files.newOutputStream(file), sha256())) {
      var length = new long[1];
      form.copy((bytes, offset, n) -> {
        length[0] += n;
        if (length[0] > limits.fileBytes()) {
          throw Problem.tooLarge(
              name
                  + ": more than "
                  + (limits.fileBytes() >> 20)
                  + " MiB, the most a file may have");
        }
        digest.write(bytes, offset, n);
      });
      var hex = HexFormat.of().formatHex(digest.getMessageDigest().digest());
      if (head.file().isEmpty() && length[0] == 0) {
        return; // what a browser sends for a file field that was left empty
      }
      files.add(new Upload(name, file, hex, length[0]));
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// The last part of the client's name, unlike the names before it.
  private static String name(String sent, List<Upload> before) {
    var base = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    var clean = base.replaceAll("\\p{Cntrl}", "").strip();
    if (clean.isEmpty()) {
      clean = "photo";
    }
    var plain = clean.length() > MAX_NAME ? clean.substring(0, MAX_NAME) : clean;
    var name = plain;
    for (int n = 2; taken(name, before); n++) {
      name = plain + " (" + n + ")";
    }
    return name;
  }

  private static boolean taken(String name, List<Upload> before) {
    return before.stream().anyMatch(upload -> upload.name().equals(name));
  }

  private static byte[] text(Multipart form, long most) throws IOException {
    var text = new ByteArrayOutputStream();
    form.copy((bytes, offset, n) -> {
      if (text.size() + n > most) {
        throw Problem.tooLarge("the text fields of the form are too long");
      }
      text.write(bytes, offset, n);
    });
    return text.toByteArray();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
