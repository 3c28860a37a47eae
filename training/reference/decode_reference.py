"""Compares the codec's decisions and pixels with Pillow's, file by file.

  mvn -q -pl codec -am test-compile
  mvn -q -pl codec dependency:build-classpath -Dmdep.outputFile=/tmp/cp   (after the reactor's jars)
  java --enable-native-access=ALL-UNNAMED -cp codec/target/test-classes:codec/target/classes:\
core/target/classes:$(cat /tmp/cp) dev.anmok.codec.DecodedDump FOLDER DUMP [java]
  python3 training/reference/decode_reference.py DUMP

Pillow's side: orientation applied, alpha composed on white, 16-bit grey scaled to 8, profiles ignored.
Prints one line for each file on which the two disagree, and a summary.
"""

import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

Image.MAX_IMAGE_PIXELS = None
TOLERANCE = 2  # levels; CMYK and 16-bit conversions round differently


def pillow(path):
    """The upright RGB array, or the error's text."""
    try:
        image = Image.open(path)
        image.load()
        image = ImageOps.exif_transpose(image)
        if image.mode.startswith("I"):
            grey = np.clip((np.asarray(image).astype(np.int64) + 128) // 257, 0, 255)
            return np.repeat(grey.astype(np.uint8)[..., None], 3, axis=2)
        if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
            image = image.convert("RGBA")
            white = Image.new("RGBA", image.size, (255, 255, 255, 255))
            image = Image.alpha_composite(white, image)
        return np.asarray(image.convert("RGB"))
    except Exception as error:  # Pillow raises many kinds
        return f"{type(error).__name__}: {error}"


def main(dump):
    lines = (dump / "outcomes.tsv").read_text().splitlines()
    agree = differ = decisions = 0
    worst = 0
    for i, line in enumerate(lines):
        path, first, second = line.split("\t")
        theirs = pillow(path)
        accepted = (dump / f"{i}.rgb").exists() and first.isdigit()
        if accepted != isinstance(theirs, np.ndarray):
            decisions += 1
            print(f"DECISION {path}\n  ours   {first} {second}\n  Pillow {theirs if isinstance(theirs, str) else theirs.shape}")
            continue
        if not accepted:
            agree += 1
            continue
        ours = np.frombuffer((dump / f"{i}.rgb").read_bytes(), np.uint8).reshape(int(second), int(first), 3)
        if ours.shape != theirs.shape:
            differ += 1
            print(f"SIZE {path} ours {ours.shape} Pillow {theirs.shape}")
            continue
        gap = np.abs(ours.astype(int) - theirs.astype(int))
        worst = max(worst, int(gap.max()))
        if gap.max() > TOLERANCE:
            differ += 1
            print(f"PIXELS {path} max {gap.max()} mean {gap.mean():.3f}")
        else:
            agree += 1
    print(f"{len(lines)} files: {agree} agree (tolerance {TOLERANCE}), {differ} differ in pixels, "
          f"{decisions} in the decision; largest gap {worst}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
