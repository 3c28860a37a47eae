"""The pictures that preprocessing is asked: five photos of the embedded pack, samples of the decoder's tests, and odd
ones made here. Reference: what `transformers` makes of what Pillow decodes, in the library's own way."""

import numpy as np
from pathlib import Path
from PIL import Image, ImageOps

ROOT = Path(__file__).parents[3]
PHOTOS = ROOT / "onnx/src/main/resources/packs/anmok-mini/golden"
CODEC = ROOT / "codec/src/test/resources/dev/anmok/codec"
SAMPLES = ["baseline.jpg", "progressive.jpg", "grey.jpg", "cmyk.jpg", "restarts.jpg", "lossy.webp", "palette.bmp",
           "palette.tiff", "grey.tiff"]


def formula(width, height, step=7):
    x, y, c = np.meshgrid(np.arange(width), np.arange(height), np.arange(3), indexing="xy")
    return Image.fromarray(((x * step + y * 13 + c * 85 + (x * y >> 3)) & 255).astype(np.uint8))


def make(folder):
    """Writes the pictures of our own; each is small."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for width, height in [(1, 1), (3, 500), (500, 3), (2, 1), (33, 32), (32, 32), (31, 97), (640, 64)]:
        formula(width, height).save(folder / f"rgb-{width}x{height}.png")
    photo = Image.open(sorted(PHOTOS.glob("*.jpg"))[0]).convert("RGB")
    small = photo.resize((96, 64), Image.LANCZOS)
    small.convert("L").save(folder / "grey.png")
    small.quantize(32).save(folder / "palette.png")
    small.convert("1").save(folder / "bilevel.png")
    clear = small.convert("RGBA")
    clear.putalpha(Image.fromarray((np.arange(96)[None, :] * np.ones((64, 1)) * 2.6).astype(np.uint8)))
    clear.save(folder / "alpha.png")
    for turn in (3, 6, 8, 5):
        exif = Image.Exif()
        exif[0x0112] = turn
        small.save(folder / f"turn-{turn}.jpg", quality=92, subsampling=0, exif=exif)
    small.save(folder / "wide.webp", lossless=True)


def files(folder):
    return sorted(PHOTOS.glob("*.jpg")) + [CODEC / name for name in SAMPLES] + sorted(Path(folder).iterdir())


def opened(path):
    """As `transformers.image_utils.load_image` opens a picture, but for transparency: the library drops it and shows
    whatever colour lies beneath, here as in the product it is composed on white."""
    picture = ImageOps.exif_transpose(Image.open(path))
    if "A" not in picture.mode:
        return picture.convert("RGB")
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture.convert("RGBA")).convert("RGB")


def levels(processor, picture):
    """The processor's numbers as 8-bit levels, before mean and deviation, [side, side, 3]."""
    values = np.asarray(processor(images=picture, return_tensors="np")["pixel_values"][0])
    mean, std = (np.asarray(v)[:, None, None] for v in (processor.image_mean, processor.image_std))
    exact = (values * std + mean) * 255
    assert np.abs(exact - np.rint(exact)).max() < 1e-3
    return np.rint(exact).astype(np.int16).transpose(1, 2, 0)
