package dev.anmok.onnx;

import dev.anmok.core.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One entry of a [ModelStore].
public sealed interface StoredPack {
  /// A pack that can be used.
  sealed interface Usable extends StoredPack {
    /// The pack's id.
    String id();

    /// What may be done with its weights.
    Licence licence();

    /// Names of all its files, `model.json` among them.
    List<String> files();

    /// Checks everything, see [ModelPack#verify], for example.
    List<String> verify(ImageDecoder decoder) throws IOException;
  }

  /// A pack whose `model.json` and list of files are in order; its towers are checked when loaded.
  ///
  /// @param embedded whether it ships with the program
  record Ready(ModelPack pack, boolean embedded) implements Usable {
    @Override
    public String id() {
      return pack.id();
    }

    @Override
    public Licence licence() {
      return pack.licence();
    }

    @Override
    public List<String> files() {
      return pack.files();
    }

    @Override
    public List<String> verify(ImageDecoder decoder) throws IOException {
      return pack.verify(decoder);
    }
  }

  /// A translator or a captioner whose `model.json` and list of files are in order.
  record Sequence(SequencePack pack) implements Usable {
    @Override
    public String id() {
      return pack.id();
    }

    @Override
    public Licence licence() {
      return pack.licence();
    }

    @Override
    public List<String> files() {
      return pack.files();
    }

    @Override
    public List<String> verify(ImageDecoder decoder) throws IOException {
      return pack.verify(decoder);
    }
  }

  /// A classifier whose `model.json` and list of files are in order.
  record Classifying(ClassifierPack pack) implements Usable {
    @Override
    public String id() {
      return pack.id();
    }

    @Override
    public Licence licence() {
      return pack.licence();
    }

    @Override
    public List<String> files() {
      return pack.files();
    }

    @Override
    public List<String> verify(ImageDecoder decoder) throws IOException {
      return pack.verify(decoder);
    }
  }

  /// A model that cuts out, whose `model.json` and list of files are in order.
  record Cutout(CutoutPack pack) implements Usable {
    @Override
    public String id() {
      return pack.id();
    }

    @Override
    public Licence licence() {
      return pack.licence();
    }

    @Override
    public List<String> files() {
      return pack.files();
    }

    @Override
    public List<String> verify(ImageDecoder decoder) throws IOException {
      return pack.verify();
    }
  }

  /// A folder that holds no usable pack.
  ///
  /// @param problem one plain sentence for people
  record Broken(Path folder, String problem) implements StoredPack {}

  /// The pack in a folder, wherever it lies.
  ///
  /// @throws IOException if `model.json` breaks a rule or a file it lists is missing, of another
  ///   length, or a link
  static Usable open(Path folder, Threads threads) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("pack " + folder + ": there is no such folder");
    }
    var content = new PackContent.Folder(folder);
    return switch (PackKind.of(content)) {
      case ENCODER -> new Ready(ModelPack.open(content, threads), false);
      case TRANSLATOR, CAPTIONER -> new Sequence(SequencePack.open(content, threads));
      case CLASSIFIER -> new Classifying(ClassifierPack.open(content, threads));
      case CUTOUT -> new Cutout(CutoutPack.open(content, threads));
    };
  }
}
