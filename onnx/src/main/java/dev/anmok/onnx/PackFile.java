package dev.anmok.onnx;

import java.io.IOException;

/// What `model.json` states of one file of the pack.
///
/// @param name path within the pack, with `/` between its parts
/// @param bytes length of the file
/// @param sha256 64 lower-case hexadecimal digits
record PackFile(String name, long bytes, String sha256) {
  private static final String PART = "[A-Za-z0-9_][A-Za-z0-9._-]*";

  /// Accepts names that cannot leave the pack's folder: no `..`, no absolute path, no hidden file.
  static String checkName(String file, String key, String name) throws IOException {
    if (!name.matches(PART + "(/" + PART + ")*")) {
      throw new IOException(
          file + ": " + key + " must be a plain path inside the pack, was '" + name + "'");
    }
    return name;
  }
}
