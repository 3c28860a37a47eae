"""Writes the expected values that the tests of core/image and core/quality compare with.

    python3 training/reference/resize_reference.py      (needs Pillow, NumPy, OpenCV)

The pictures are made by a formula that the tests repeat (FormulaPicture), so no photo is stored.
Each line is `kind;…;values`, the bytes in Base64.
"""
import base64
from pathlib import Path

import cv2
import numpy as np
import PIL
from PIL import Image, ImageOps

RESOURCES = Path(__file__).parents[2] / 'core/src/test/resources/dev/anmok/core'
FILTERS = {'box': Image.BOX, 'bilinear': Image.BILINEAR, 'bicubic': Image.BICUBIC, 'lanczos': Image.LANCZOS}
RESIZES = [
    (64, 48, 32, 24), (64, 48, 16, 16), (61, 47, 20, 13), (31, 23, 11, 24), (10, 7, 21, 19), (7, 5, 24, 24),
    (1, 1, 5, 4), (1, 40, 6, 7), (40, 1, 7, 6), (3, 3, 1, 1), (40, 30, 40, 8), (40, 30, 8, 30), (17, 17, 16, 18),
    (4000, 3, 7, 5), (3, 4000, 5, 7), (500, 375, 24, 18), (257, 129, 17, 23), (9, 8, 9, 8), (2, 2, 9, 9),
]
FITS = [(64, 48, 24), (48, 64, 24), (61, 47, 23), (47, 61, 24), (500, 375, 32), (10, 17, 24), (24, 24, 24), (1, 30, 8),
        (97, 24, 24), (24, 97, 24), (24, 12, 24), (12, 24, 24), (200, 3, 16)]
MEASURES = [(500, 375), (375, 500), (100, 80), (256, 256), (257, 100), (33, 7), (2, 2), (5, 1), (1, 5), (1, 1), (1000, 2)]


def picture(width, height):
    x, y, c = np.meshgrid(np.arange(width), np.arange(height), np.arange(3), indexing='xy')
    smooth = x * 7 + y * 13 + c * 85
    rough = (x * x * 3 + y * y * 5 + x * y * (c + 1) * 7 + c * 31) >> 2
    return Image.fromarray((np.where((x // 5 + y // 3) & 1, rough, smooth) & 255).astype(np.uint8))


def resize(image, size, method):
    """Columns, then rows. Since 12.3 Pillow itself takes rows first where the height is over 100 times the width."""
    return image.resize((size[0], image.height), method).resize(size, method)


def text(image):
    return base64.b64encode(image.tobytes()).decode()


def centre_crop(image, side, method):
    """Hugging Face: shortest edge to `side`, the other truncated, offsets floored."""
    short = min(image.size)
    width, height = int(side * image.width / short), int(side * image.height / short)
    left, top = (width - side) // 2, (height - side) // 2
    return resize(image, (width, height), method).crop((left, top, left + side, top + side))


def unscaled_dct(small):
    """OpenCV's orthonormal DCT without its normalising factors: sum of v * cos * cos."""
    factor = np.sqrt(32 / 2) * np.where(np.arange(8) == 0, np.sqrt(2), 1)
    return cv2.dct(small)[:8, :8] * np.outer(factor, factor)


def perceptual_hash(small):
    low = np.rint(unscaled_dct(small) * 16).ravel()
    bits = low > np.median(low[1:])
    return int(''.join('1' if b else '0' for b in bits), 2)


def main():
    lines = [f'# Pillow {PIL.__version__}, written by training/reference/resize_reference.py']
    for w, h, tw, th in RESIZES:
        for name, method in FILTERS.items():
            lines.append(f'rgb;{w};{h};{tw};{th};{name};{text(resize(picture(w, h), (tw, th), method))}')
    for w, h, tw, th in RESIZES[::3]:
        lines.append(f"grey;{w};{h};{tw};{th};box;{text(resize(picture(w, h).convert('L'), (tw, th), Image.BOX))}")
    for w, h, side in FITS:
        for name in ('bilinear', 'bicubic'):
            lines.append(f'centre-crop;{w};{h};{side};{side};{name};{text(centre_crop(picture(w, h), side, FILTERS[name]))}')
            if round(min(w, h) / max(w, h) * side) > 0:
                pad = ImageOps.pad(picture(w, h), (side, side), FILTERS[name], (12, 200, 99))
                lines.append(f'letterbox;{w};{h};{side};{side};{name};{text(pad)}')
    write('image/resize-expected.txt', lines)

    lines = [f'# OpenCV {cv2.__version__}, written by training/reference/resize_reference.py']
    for w, h in MEASURES:
        image, scale = picture(w, h), min(1, 256 / max(w, h))
        size = [max(1, int(s * scale + 0.5)) for s in (w, h)]
        grey = image.resize((w, size[1]), Image.BOX).convert('L').resize(size, Image.BOX)  # rows in colour
        luma = np.asarray(grey)
        laplacian = cv2.Laplacian(luma, cv2.CV_64F, ksize=1)
        small = np.asarray(grey.resize((grey.width, 32), Image.BOX).resize((32, 32), Image.BOX), np.float64)
        lines.append(f'{w};{h};{luma.mean()};{luma.std()};{laplacian.std()};{perceptual_hash(small):016x}')
    write('quality/measures-expected.txt', lines)


def write(name, lines):
    path = RESOURCES / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main()
