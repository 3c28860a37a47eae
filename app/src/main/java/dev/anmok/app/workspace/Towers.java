package dev.anmok.app.workspace;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.pipeline.Stages;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.util.List;

/// The two towers of a model, as queries need them.
public interface Towers {
  /// Makes pictures for an encoder.
  interface Pictures {
    /// Decodes them, at a reduced scale if that keeps the shorter side at least this long.
    List<Pixels> decode(int minSide) throws IOException;
  }

  /// One vector a text.
  List<Embedding> texts(List<String> texts) throws IOException;

  /// One vector a picture.
  List<Embedding> pictures(Pictures pictures) throws IOException;

  /// Towers that are opened for each call and closed after it: for a command that asks once.
  static Towers perCall(ModelPack pack) {
    return new Towers() {
      @Override
      public List<Embedding> texts(List<String> texts) throws IOException {
        try (var encoder = pack.texts()) {
          return encoder.encode(texts);
        }
      }

      @Override
      public List<Embedding> pictures(Pictures pictures) throws IOException {
        try (var encoder = pack.images()) {
          return encoder.encode(pictures.decode(Stages.minSide(encoder)));
        }
      }
    };
  }

  /// A text tower that somebody else keeps open, for whoever asks by no picture.
  static Towers ofTexts(TextEncoder textTower) {
    return new Towers() {
      @Override
      public List<Embedding> texts(List<String> texts) {
        return textTower.encode(texts);
      }

      @Override
      public List<Embedding> pictures(Pictures pictures) {
        throw new IllegalStateException("there is no picture tower here");
      }
    };
  }

  /// Towers that somebody else keeps open.
  static Towers kept(TextEncoder textTower, ImageEncoder imageTower) {
    return new Towers() {
      @Override
      public List<Embedding> texts(List<String> texts) {
        return textTower.encode(texts);
      }

      @Override
      public List<Embedding> pictures(Pictures pictures) throws IOException {
        return imageTower.encode(pictures.decode(Stages.minSide(imageTower)));
      }
    };
  }
}
