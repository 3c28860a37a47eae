package dev.anmok.app.workspace;

import dev.anmok.core.pipeline.Catalog;
import java.io.IOException;
import java.util.Optional;

/// Which model a workspace is served by. It is one setting, written in one transaction: whoever
/// opens the workspace finds the one before or the one after. For each model the one that it
/// followed is remembered, so that one can go back.
///
/// @param catalog where it is kept
public record ServingModel(Catalog catalog) {
  private static final String SETTING = "model";
  private static final String BEFORE = "model.before/";

  /// The id of the model's pack; empty before anything was filled in.
  public Optional<String> id() throws IOException {
    return catalog.setting(SETTING);
  }

  /// The model that the present one followed, if it followed one that is another.
  public Optional<String> before() throws IOException {
    var now = id();
    return now.isEmpty()
        ? Optional.empty()
        : catalog.setting(BEFORE + now.get()).filter(before -> !before.equals(now.get()));
  }

  /// Makes a model the one that is served from now on.
  public void change(String id) throws IOException {
    var now = id();
    if (now.equals(Optional.of(id))) {
      return;
    }
    if (now.isPresent()) { // says nothing as long as the next line is not written
      catalog.set(BEFORE + id, now.get());
    }
    catalog.set(SETTING, id);
  }
}
