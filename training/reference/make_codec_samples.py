"""Makes the codec's small test pictures from a formula, in forms that Java cannot write.

  python3 training/reference/make_codec_samples.py codec/src/test/resources/dev/anmok/codec

The picture is 24x16: red = 10x, green = 15y, blue = 128 + 60 sin((x + y) / 6), rounded down.
`expected.zip` holds Pillow's own reading of each file as raw RGB, alpha composed on white.
"""

import sys
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image

WIDTH, HEIGHT = 24, 16


def picture():
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(float)
    rgb = np.stack([10 * x, 15 * y, 128 + 60 * np.sin((x + y) / 6)], axis=-1)
    return Image.fromarray(np.clip(rgb, 0, 255).astype(np.uint8))


def read(path):
    image = Image.open(path)
    if image.mode == "I;16":
        grey = ((np.asarray(image).astype(np.int64) + 128) // 257).astype(np.uint8)
        return Image.fromarray(grey).convert("RGB")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        white = Image.new("RGBA", image.size, (255, 255, 255, 255))
        image = Image.alpha_composite(white, image.convert("RGBA"))
    return image.convert("RGB")


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    rgb = picture()
    alpha = Image.fromarray((np.mgrid[0:HEIGHT, 0:WIDTH][1] * 255 // (WIDTH - 1)).astype(np.uint8))
    rgba = rgb.copy()
    rgba.putalpha(alpha)
    grey = rgb.convert("L")
    palette = rgb.quantize(16)
    deep = Image.fromarray((np.asarray(grey).astype(np.uint16) * 257 + 60))
    files = {
        "baseline.jpg": (rgb, dict(quality=90, subsampling=2)),
        "progressive.jpg": (rgb, dict(quality=90, progressive=True)),
        "restarts.jpg": (rgb, dict(quality=90, restart_marker_blocks=2)),
        "grey.jpg": (grey, dict(quality=90)),
        "cmyk.jpg": (rgb.convert("CMYK"), dict(quality=95)),
        "lossy.webp": (rgb, dict(quality=90)),
        "lossy-alpha.webp": (rgba, dict(quality=90, exact=True)),
        "lossless-alpha.webp": (rgba, dict(lossless=True, exact=True)),
        "grey16.png": (deep, {}),
        "grey-alpha.png": (rgba.convert("LA"), {}),
        "palette-clear.png": (palette, dict(transparency=3)),
        "rgb-clear.png": (rgb, dict(transparency=rgb.getpixel((3, 2)))),
        "grey.tiff": (grey, {}),
        "cmyk.tiff": (rgb.convert("CMYK"), {}),
        "lzw.tiff": (rgb, dict(compression="tiff_lzw")),
        "alpha.tiff": (rgba, dict(compression="tiff_deflate")),
        "palette.tiff": (palette, {}),
        "bilevel.tiff": (grey.convert("1"), dict(compression="group4")),
        "grey16.tiff": (deep, {}),
        "alpha.bmp": (rgba, {}),
        "palette.bmp": (palette, {}),
        "bilevel.bmp": (grey.convert("1"), {}),
        "clear.gif": (palette, dict(transparency=3)),
        "interlaced.gif": (palette, dict(interlace=1)),
    }
    expected = {}
    for name, (image, options) in files.items():
        image.save(folder / name, **options)
        expected[name] = read(folder / name)
    frames = [palette, palette.transpose(Image.Transpose.FLIP_LEFT_RIGHT)]
    frames[0].save(folder / "animated.gif", save_all=True, append_images=frames[1:])
    expected["animated.gif"] = frames[0].convert("RGB")
    rgb.save(folder / "pages.tiff", save_all=True, append_images=[grey.resize((8, 8))])
    expected["pages.tiff"] = rgb
    rgb.save(folder / "animated.webp", save_all=True, append_images=[grey.convert("RGB")], lossless=True)
    expected["animated.webp"] = rgb
    with zipfile.ZipFile(folder / "expected.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, image in sorted(expected.items()):
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), image.tobytes(), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
