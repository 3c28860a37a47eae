"""Writes the expected values that the tests of synthetic blur (core/image) compare with.

    python3 training/reference/synthetic_blur_reference.py      (needs NumPy, OpenCV, Pillow)

The pictures are made by the formula of resize_reference.py. Each line is
`kind;width;height;size;degrees;bytes`, the bytes in Base64.
"""
import base64
from pathlib import Path

import cv2
import numpy as np

from resize_reference import picture

OUT = Path(__file__).parents[2] / 'core/src/test/resources/dev/anmok/core/image/blur-expected.txt'
CASES = [('box', 31, 23, 5, 0), ('box', 20, 9, 25, 0), ('gaussian', 31, 23, 9, 0), ('gaussian', 24, 30, 99, 0),
         ('disc', 31, 23, 9, 0), ('disc', 26, 24, 21, 0), ('motion', 31, 23, 9, 0), ('motion', 31, 23, 15, 30),
         ('motion', 24, 31, 21, 115), ('motion', 1, 7, 5, 45), ('box', 1, 1, 99, 0)]


def disc(size):
    along = np.arange(size) - size // 2
    inside = (along[:, None] ** 2 + along[None] ** 2 <= size * size / 4).astype(np.float64)
    return inside / inside.sum()


def motion(size, degrees):
    radius, side = size // 2, size + 2
    weights = np.zeros((side, side))
    for along in np.linspace(-radius, radius, 4 * size + 1):
        x = radius + 1 + along * np.cos(np.radians(degrees))
        y = radius + 1 - along * np.sin(np.radians(degrees))
        left, top = int(np.floor(x)), int(np.floor(y))
        for dy, wy in ((0, 1 - (y - top)), (1, y - top)):
            for dx, wx in ((0, 1 - (x - left)), (1, x - left)):
                if wx * wy > 0:
                    weights[top + dy, left + dx] += wx * wy
    return weights / weights.sum()


def extended(image, radius):
    """Reflect-101 as often as needed, which OpenCV's own filters refuse for tiny pictures."""
    return np.pad(image, ((radius, radius), (radius, radius), (0, 0)), mode='reflect') if min(image.shape[:2]) > 1 else \
        np.pad(np.pad(image, ((radius,) * 2, (0, 0), (0, 0)), mode='reflect' if image.shape[0] > 1 else 'edge'),
               ((0, 0), (radius,) * 2, (0, 0)), mode='reflect' if image.shape[1] > 1 else 'edge')


def blurred(image, kind, size, degrees):
    radius = size // 2 + 1
    large = extended(image, radius).astype(np.float64)
    if kind == 'box':
        out = cv2.blur(large, (size, size))
    elif kind == 'gaussian':
        # the sigma that OpenCV chooses by itself for kernels over its tables of small ones
        out = cv2.GaussianBlur(large, (size, size), 0.3 * ((size - 1) / 2 - 1) + 0.8)
    else:
        # filter2D correlates; the disc and the line are symmetric about the middle
        out = cv2.filter2D(large, -1, disc(size) if kind == 'disc' else motion(size, degrees))
    height, width = image.shape[:2]
    return np.rint(out[radius:radius + height, radius:radius + width]).astype(np.uint8)


if __name__ == '__main__':
    lines = [f'# OpenCV {cv2.__version__}, NumPy {np.__version__}']
    for kind, width, height, size, degrees in CASES:
        out = blurred(np.asarray(picture(width, height)), kind, size, degrees)
        lines.append(f'{kind};{width};{height};{size};{degrees};{base64.b64encode(out.tobytes()).decode()}')
    OUT.write_text('\n'.join(lines) + '\n')
