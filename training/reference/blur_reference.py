"""Writes the expected blur measures that BlurMeasuresTest compares with.

    python3 training/reference/blur_reference.py      (needs Pillow, NumPy, OpenCV)

Laplacian, Sobel, luma and spectrum are OpenCV's and NumPy's; edges, tiles and octave follow their definitions word by
word, one pixel at a time. The pictures are those of resize_reference.py, some of them blurred.
"""
import cv2
import numpy as np
from PIL import Image

from resize_reference import RESOURCES, picture

SIZES = [(500, 375, 1), (375, 500, 5), (1000, 750, 1), (700, 1000, 9), (128, 130, 1), (100, 80, 3), (33, 7, 1), (2, 2, 1),
         (5, 1, 1), (1, 5, 1), (1, 1, 1), (1200, 6, 1)]
BORDER = cv2.BORDER_REFLECT_101
SIDE = 64


def sample(width, height, box):
    """The formula's picture; with `box` over 1 each channel becomes the rounded mean of box x box pixels, mirrored."""
    image = np.asarray(picture(width, height)).astype(np.int64)
    if box == 1:
        return image.astype(np.uint8)
    total = np.zeros_like(image)
    r = box // 2
    rows = [[mirror(y + d, height) for y in range(height)] for d in range(-r, r + 1)]
    columns = [[mirror(x + d, width) for x in range(width)] for d in range(-r, r + 1)]
    for row in rows:
        for column in columns:
            total += image[row][:, column]
    return ((2 * total + box * box) // (2 * box * box)).astype(np.uint8)


def mirror(i, n):
    if n == 1:
        return 0
    i %= 2 * n - 2
    return i if i < n else 2 * n - 2 - i


def at_most(grey, side):
    height, width = grey.shape
    longer = max(width, height)
    if longer <= side:
        return grey
    size = [max(1, int(side * s / longer + 0.5)) for s in (width, height)]
    image = Image.fromarray(grey).resize((width, size[1]), Image.BOX)  # rows first
    return np.asarray(image.resize(size, Image.BOX))


def noise(grey):
    height, width = grey.shape
    if width < 3 or height < 3:
        return 0
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float64)
    response = np.abs(cv2.filter2D(grey.astype(np.float64), -1, kernel))[1:-1, 1:-1]
    inside = grey[1:-1, 1:-1].astype(np.float64)
    tw, th = min(16, width - 2), min(16, height - 2)
    found = []
    for y in range(0, (height - 2) // th * th, th * max(1, (height - 2) // th // 8)):
        for x in range(0, (width - 2) // tw * tw, tw):
            if 16 <= inside[y:y + th, x:x + tw].mean() <= 239:
                found.append(np.sqrt(np.pi / 2) / 6 * response[y:y + th, x:x + tw].mean())
    return sorted(found)[(len(found) - 1) // 4] if found else 0


def spectrum(grey):
    height, width = grey.shape
    across, down = max(1, width // SIDE), max(1, height // SIDE)
    left, top = max(0, width - across * SIDE) // 2, max(0, height - down * SIDE) // 2
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(SIDE) / SIDE)
    power = np.zeros((SIDE, SIDE))
    for j in range(down):
        for i in range(2 * (j % 2), across, 4):
            rows = [mirror(top + j * SIDE + k, height) for k in range(SIDE)]
            columns = [mirror(left + i * SIDE + k, width) for k in range(SIDE)]
            square = grey[rows][:, columns].astype(np.float64)
            power += np.abs(np.fft.fft2((square - square.mean()) * np.outer(hann, hann))) ** 2
    fy, fx = np.meshgrid(np.fft.fftfreq(SIDE), np.fft.fftfreq(SIDE), indexing='ij')
    radius = np.hypot(fx, fy)
    total = power[radius > 0].sum()
    if total < 1e-6:
        return 0, 0, 0
    sector = np.floor(np.mod(np.arctan2(fy, fx), np.pi) / np.pi * 8 + 1e-12).astype(int) % 8
    ring = (radius >= 1 / 16) & (radius < 1 / 4)
    energies = [power[ring & (sector == s)].sum() for s in range(8)]
    uneven = (max(energies) - min(energies)) / (max(energies) + min(energies)) if sum(energies) >= 1e-6 * total else 0
    return power[radius >= 1 / 8].sum() / total, power[radius >= 1 / 4].sum() / total, uneven


def runs(line):
    """Pieces that rise or fall, as (height, steepest step)."""
    steps = [int(b) - int(a) for a, b in zip(line, line[1:])]
    found, current = [], []

    def close():
        if current:
            found.append((abs(sum(current)), max(abs(s) for s in current)))
            current.clear()

    for i, step in enumerate(steps):
        if step == 0:
            if i > 0 and steps[i - 1] == 0:
                close()
            elif current:
                current.append(0)
        else:
            if current and np.sign(step) != np.sign(current[0]):
                close()
            current.append(step)
    close()
    return found


def edges(grey):
    height, width = grey.shape
    lines = [[grey[y] for y in range(4, height, 8)], [grey[:, x] for x in range(4, width, 8)]]
    widths = [[min(32, h / s) for line in some for h, s in runs(line) if h >= 24] for some in lines]
    every = sorted(int(4 * w) / 4 for some in widths for w in some)
    looked = sum(len(line) for some in lines for line in some)
    return (len(every) / looked if looked else 0, *(np.mean(w) if w else 32 for w in widths),
            every[-(-len(every) // 10) - 1] if every else 32)


def tiles(grey, sigma):
    height, width = grey.shape
    laplacian = cv2.Laplacian(grey, cv2.CV_64F, ksize=1, borderType=BORDER)
    focus, contrast = [], []
    for j in range(8):
        for i in range(8):
            part = np.s_[height * j // 8:height * (j + 1) // 8, width * i // 8:width * (i + 1) // 8]
            if laplacian[part].size:
                focus.append(np.sqrt(max(0, laplacian[part].var() - 20 * sigma ** 2)))
                contrast.append(grey[part].astype(np.float64).std())
    acutance = [f / c for f, c in zip(focus, contrast) if c >= 5]

    def top(values):
        count = -(-len(values) // 10)
        return np.mean(sorted(values)[-count:]) if count else 0

    def median(values):
        return sorted(values)[len(values) // 2] if values else 0

    return (np.mean([f >= 10 for f in focus]), np.mean([c < 5 for c in contrast]), top(focus), median(focus), top(acutance),
            median(acutance))


def octave(grey):
    height, width = grey.shape
    rows = min(16, height)
    if rows < 6 or width < 6:
        return 0, 0
    fine, coarse = [], []
    for top in range(0, height - rows + 1, 128):
        band = grey[top:top + rows].astype(np.int64)
        even = band[:rows // 2 * 2, :width // 2 * 2]
        half = (even[::2, ::2] + even[::2, 1::2] + even[1::2, ::2] + even[1::2, 1::2]) / 4
        for values, some in ((fine, band), (coarse, half)):
            values.append(cv2.Laplacian(some.astype(np.float64), cv2.CV_64F, ksize=1)[1:-1, 1:-1].ravel())
    fine, coarse = np.concatenate(fine).std(), np.concatenate(coarse).std()
    return fine, fine / coarse if coarse else 0


def directional(grey):
    """Ratios of gradient energy between scales by NumPy's eigenvalues, tile by tile."""
    if min(grey.shape) < 32:
        return (0,) * 6
    level = grey.astype(np.float64)
    tensors = []
    for _ in range(3):
        height, width = level.shape
        gx, gy = np.zeros_like(level), np.zeros_like(level)
        gx[:, 1:-1] = (level[:, 2:] - level[:, :-2]) / 2
        gy[1:-1] = (level[2:] - level[:-2]) / 2
        parts = [np.s_[height * j // 8:height * (j + 1) // 8, width * i // 8:width * (i + 1) // 8]
                 for j in range(8) for i in range(8)]
        tensors.append([np.array([[(a[p] * b[p]).mean() for a in (gx, gy)] for b in (gx, gy)]) for p in parts])
        even = level[:height // 2 * 2, :width // 2 * 2]
        level = (even[::2, ::2] + even[::2, 1::2] + even[1::2, ::2] + even[1::2, 1::2]) / 4
    energy = np.array([np.trace(t) for t in tensors[2]])
    weights = np.where(energy < 4, 0, np.minimum(energy, np.sort(energy)[len(energy) * 3 // 4]))
    if weights.sum() == 0:
        return (0,) * 6

    def ratios(fine, coarse):
        values = np.linalg.eigvals(np.linalg.solve(coarse + np.eye(2) / 2, fine))
        return np.log2(np.maximum(1 / 1024, np.sort(values.real)))

    worst = np.array([ratios(f, c)[0] for f, c in zip(tensors[0], tensors[1])])
    order = np.argsort(worst, kind='stable')
    seen = np.cumsum(weights[order])
    quantiles = [worst[order][np.argmax(seen >= share * weights.sum())] for share in (0.25, 0.5, 0.75, 0.95)]
    return *ratios(np.mean(tensors[0], axis=0), np.mean(tensors[1], axis=0)), *quantiles


def measures(rgb):
    whole = np.asarray(Image.fromarray(rgb).convert('L'))
    grey = at_most(whole, 512)
    laplacian = cv2.Laplacian(grey, cv2.CV_64F, ksize=1, borderType=BORDER)
    eight = cv2.Laplacian(grey, cv2.CV_8U, ksize=1, borderType=BORDER).astype(np.float64)
    gx = cv2.Sobel(grey, cv2.CV_64F, 1, 0, ksize=3, borderType=BORDER)
    gy = cv2.Sobel(grey, cv2.CV_64F, 0, 1, ksize=3, borderType=BORDER)
    mean, std = cv2.meanStdDev(grey)
    mean, std = mean.item(), std.item()
    sigma = noise(grey)
    return [eight.std(), np.abs(laplacian).std(), laplacian.std(), mean, std, std / mean if mean else 0,
            (gx ** 2 + gy ** 2).mean(), *spectrum(grey), *edges(grey), sigma, *tiles(grey, sigma), *octave(whole),
            *directional(grey)]


if __name__ == '__main__':
    lines = [f'# OpenCV {cv2.__version__}, NumPy {np.__version__}, written by training/reference/blur_reference.py']
    for width, height, box in SIZES:
        values = ';'.join(repr(float(value)) for value in measures(sample(width, height, box)))
        lines.append(f'{width};{height};{box};{values}')
    (RESOURCES / 'quality/blur-expected.txt').write_text('\n'.join(lines) + '\n')
