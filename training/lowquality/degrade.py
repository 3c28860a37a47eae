"""Makes labelled copies of photos with one technical fault each.

    python degrade.py SHARED/data/open OUT

writes OUT/tuning and OUT/test, each with pictures and labels.csv (columns uri, label). The source
photos are shuffled with a fixed seed and split before anything is done to them, so that no photo
has copies in both halves. Copies are saved as PNG where the fault is not the JPEG's own, so that no
fault brings another along. Needs Pillow and numpy.
"""

import csv
import io
import random
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

SEED = 20261121
SOURCES = 60  # clothing photos of each half that are degraded
CLEAN_SETS = ["clothing", "grocery/iconic", "grocery/natural", "eshop"]


def gaussian(sigma):
    return lambda im, rng: im.filter(ImageFilter.GaussianBlur(sigma))


def motion(length):
    def apply(im, rng):
        a = np.asarray(im, np.float32)
        shifted = [np.roll(a, k, axis=1) for k in range(-(length // 2), length - length // 2)]
        return picture(np.mean(shifted, axis=0))

    return apply


def noise(sigma):
    return lambda im, rng: picture(
        np.asarray(im, np.float32) + rng.normal(0, sigma, (im.height, im.width, 3))
    )


def jpeg(quality):
    def apply(im, rng):
        out = io.BytesIO()
        im.save(out, "JPEG", quality=quality)
        return Image.open(io.BytesIO(out.getvalue())).convert("RGB")

    return apply


def gain(factor):
    """Exposure in linear light, clipped at white."""

    def apply(im, rng):
        linear = (np.asarray(im, np.float32) / 255) ** 2.2 * factor
        return picture(255 * np.clip(linear, 0, 1) ** (1 / 2.2))

    return apply


def shrunk(factor):
    def apply(im, rng):
        small = im.resize((round(im.width / factor), round(im.height / factor)), Image.BOX)
        return small.resize(im.size, Image.BICUBIC)

    return apply


def small(side):
    def apply(im, rng):
        scale = side / min(im.size)
        return im.resize((round(im.width * scale), round(im.height * scale)), Image.BOX)

    return apply


def picture(values):
    return Image.fromarray(np.clip(np.rint(values), 0, 255).astype(np.uint8))


FAULTS = {
    **{f"blur{s}": ("blurred", gaussian(s)) for s in (1, 1.5, 2, 3, 4, 6)},
    **{f"motion{n}": ("blurred", motion(n)) for n in (9, 17)},
    **{f"upscaled{f}": ("blurred", shrunk(f)) for f in (2, 4, 8)},
    **{f"noise{s}": ("noisy", noise(s)) for s in (5, 10, 20, 40)},
    **{f"jpeg{q}": ("compressed", jpeg(q)) for q in (5, 10, 15, 20, 30)},
    **{f"dark{g}": ("dark", gain(1 / g)) for g in (4, 8, 16, 32)},
    **{f"bright{g}": ("bright", gain(g)) for g in (4, 8, 16)},
    **{f"small{s}": ("small", small(s)) for s in (64, 96, 128)},
}


def halves(files):
    files = sorted(files)
    random.Random(SEED).shuffle(files)
    return files[: len(files) // 2], files[len(files) // 2 :]


def main(shared, out):
    clean = {name: halves(p for p in (shared / name).rglob("*.*")) for name in CLEAN_SETS}
    for half, folder in enumerate(("tuning", "test")):
        rows = [(p, "good") for sets in clean.values() for p in sets[half]]
        rng = np.random.default_rng(SEED + half)
        (out / folder).mkdir(parents=True, exist_ok=True)
        for source in clean["clothing"][half][:SOURCES]:
            im = Image.open(source).convert("RGB")
            for name, (fault, apply) in FAULTS.items():
                file = out / folder / f"{source.stem}-{name}.png"
                apply(im, rng).save(file, compress_level=1)
                rows.append((file.resolve(), fault))
        with open(out / folder / "labels.csv", "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows([("uri", "label"), *rows])
        print(folder, len(rows), "photos")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))
