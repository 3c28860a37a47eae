package dev.anmok.codec;

import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes what the decoder makes of every file under a folder, for a comparison with another
/// decoder: `DecodedDump FOLDER OUTPUT [java]`. Line n of `OUTPUT/outcomes.tsv` is the file's path,
/// then its size or the reason and detail of its rejection; its pixels are in `OUTPUT/n.rgb`.
final class DecodedDump {
  private DecodedDump() {}

  public static void main(String[] args) throws IOException {
    var decoder =
        args.length > 2
            ? PhotoDecoder.openJava(DecodeLimits.DEFAULT)
            : PhotoDecoder.open(DecodeLimits.DEFAULT);
    var output = Files.createDirectories(Path.of(args[1]));
    List<Path> files;
    try (var walk = Files.walk(Path.of(args[0]))) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    try (var outcomes = new PrintStream(output.resolve("outcomes.tsv").toFile())) {
      for (int i = 0; i < files.size(); i++) {
        outcomes.print(files.get(i) + "\t");
        switch (decoder.decode(Files.readAllBytes(files.get(i)), 0)) {
          case Decoded.Image(var pixels, var _) -> {
            Files.write(output.resolve(i + ".rgb"), pixels.rgb());
            outcomes.println(pixels.width() + "\t" + pixels.height());
          }
          case Decoded.Rejected(var reason, var detail) ->
              outcomes.println(reason.code() + "\t" + detail);
        }
      }
    }
  }
}
