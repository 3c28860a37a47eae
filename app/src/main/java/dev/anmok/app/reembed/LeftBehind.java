package dev.anmok.app.reembed;

/// Something of a workspace that was found in another space than the one that is served, and so
/// counts no more.
///
/// @param what in plain words
/// @param space id of the space that it belongs to
/// @param command what makes it anew
public record LeftBehind(String what, String space, String command) {
  /// One line for people.
  public String line() {
    return what + " of the space " + space + " is not valid any more; run: " + command;
  }
}
