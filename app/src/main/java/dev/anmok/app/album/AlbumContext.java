package dev.anmok.app.album;

import dev.anmok.app.profile.Album;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.PromptTexts;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.score.CategorySet;
import dev.anmok.onnx.ModelPack;
import java.nio.file.Path;

/// What the album's questions are bound to, once, before any photo is looked at.
///
/// @param album rules and prompts
/// @param pack the model
/// @param texts the model's text tower; used while binding only
/// @param calibrations numbers for lenses in the model's space
/// @param heads folder of learned heads; need not exist
public record AlbumContext(
    Album album, ModelPack pack, TextEncoder texts, Calibrations calibrations, Path heads) {
  /// The text tower for the prompts of a lens: what the model does not understand is refused.
  TextEncoder texts(String lens) {
    return PromptTexts.of(texts, pack, lens);
  }

  /// The same with other categories.
  public AlbumContext with(CategorySet categories) {
    return new AlbumContext(album.with(categories), pack, texts, calibrations, heads);
  }
}
