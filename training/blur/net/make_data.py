"""Makes the training pictures: python3 make_data.py PHOTOS OUT.npz [--rounds N] [--more DIR ...]

Each round makes eight crops of luma, 192 pixels square, of each clear photo at a longer side of at
most 512: half of them blurred. OUT holds `x` (n x 192 x 192 bytes), `y` (how plainly blurred,
synth.spoilt; 0 for clear), `source` (number of the photo).
"""

import argparse
import os
from concurrent.futures import ProcessPoolExecutor

import cv2
import numpy as np

import labels
import synth

SIDE = 192


def luma(picture):
    h, w = picture.shape[:2]
    scale = 512 / max(h, w)
    if scale < 1:
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)


def crop(grey, rng):
    h, w = grey.shape
    if h < SIDE or w < SIDE:
        grey = cv2.copyMakeBorder(
            grey, 0, max(0, SIDE - h), 0, max(0, SIDE - w), cv2.BORDER_REFLECT_101
        )
        h, w = grey.shape
    y = int((h - SIDE) * rng.beta(1.5, 1.5))
    x = int((w - SIDE) * rng.beta(1.5, 1.5))
    return grey[y : y + SIDE, x : x + SIDE]


def framed(picture, mask, rng):
    h, w = picture.shape[:2]
    if rng.random() < 0.4:
        part = rng.uniform(0.6, 1)
        ch, cw = int(h * part), int(w * part)
        y, x = rng.integers(0, h - ch + 1), rng.integers(0, w - cw + 1)
        picture = picture[y : y + ch, x : x + cw]
        mask = None if mask is None else mask[y : y + ch, x : x + cw]
    if rng.random() < 0.5:
        scale = max(rng.uniform(0.5, 1), 210 / max(picture.shape[:2]))
        if scale < 1:
            size = (int(picture.shape[1] * scale), int(picture.shape[0] * scale))
            picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
            mask = None if mask is None else cv2.resize(mask, size)
    return picture, mask


def work(task):
    path, number, seed, rolls = task
    cv2.setNumThreads(1)
    rng = np.random.default_rng([seed, number])
    whole = cv2.imread(path, 1)
    if whole is None:
        return []
    longest = max(whole.shape[:2])
    if longest > 900:
        whole = cv2.resize(whole, None, fx=900 / longest, fy=900 / longest, interpolation=cv2.INTER_AREA)
    made = []
    for i in range(8):
        picture, mask = framed(whole, None, rng)
        if i >= 4:
            picture, sigma = synth.spoilt(picture, rng, rolls)
        else:
            sigma = 0.0
            if rng.random() < 0.3:
                picture = synth.shallow(picture, mask, rng)
            elif rng.random() < 0.15:  # a little soft, and still clear
                sigma = rng.uniform(0.2, 0.7)
                picture = cv2.GaussianBlur(picture, (0, 0), sigma * max(picture.shape[:2]) / 400)
        made.append((crop(luma(synth.taken(picture, rng)), rng), sigma, number))
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("photos")
    parser.add_argument("out")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rolls", type=float, default=0.15, help="share of blurred ones")
    parser.add_argument("--more", nargs="*", default=[])
    args = parser.parse_args()
    paths = [os.path.join(args.photos, p) for p in labels.clear(args.photos)]
    for folder in args.more:
        paths += sorted(os.path.join(folder, name) for name in os.listdir(folder))
    tasks = [
        (p, i, args.seed + r, args.rolls)
        for r in range(args.rounds)
        for i, p in enumerate(paths)
        if r % 2 == 0 or "/clothing/" not in p  # plain garments teach less than crowded shelves
    ]
    with ProcessPoolExecutor(2) as pool:
        made = [one for some in pool.map(work, tasks, chunksize=16) for one in some]
    np.savez(
        args.out,
        x=np.array([m[0] for m in made]),
        y=np.array([m[1] for m in made], np.float32),
        source=np.array([m[2] for m in made], np.int32),
    )
    print(len(paths), "clear photos,", len(made), "pictures")


if __name__ == "__main__":
    main()
