"""Writes labelled photos for `anmok tune categories` and `anmok evaluate categories`.

    python3 labels.py MANIFEST.jsonl FOLDER

MANIFEST lists photos with `path`, `set`, `label` and, for groceries, `coarse`. For each of clothing,
grocery, eshop and album it writes NAME-tune.csv and NAME-test.csv into FOLDER. Photos go to the two
halves by turns, in order of path. Photos of the other sets are `others`, but for the album, whose
labels are given below.
"""

import csv
import json
import pathlib
import sys

GARMENTS = {"Footwear", "Jackets"}
CITY = ("blur/106_", "cleanvision/image_101")
FOOD = ("cleanvision/image_103", "cleanvision/image_408")


def album(photo):
    path, kind = photo["path"], photo["set"]
    if kind.startswith("grocery") or path.startswith(FOOD):
        return "food"
    if kind == "clothing" or (kind == "eshop" and photo["label"] in GARMENTS):
        return "clothing"
    if kind == "exif":
        return "nature"
    if path.startswith(CITY):
        return "city"
    if kind == "eshop" or "ukbench" in path:
        return "product"
    return "others"


def of(name):
    if name == "album":
        return album
    if name == "grocery":
        return lambda photo: photo.get("coarse", "others")
    return lambda photo: photo["label"] if photo["set"] == name else "others"


manifest, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
photos = [json.loads(line) for line in manifest.read_text(encoding="utf-8").splitlines()]
photos = sorted((p for p in photos if p["set"] != "torture"), key=lambda p: p["path"])
for name in ("clothing", "grocery", "eshop", "album"):
    label = of(name)
    for half, rest in (("tune", 0), ("test", 1)):
        with open(folder / f"{name}-{half}.csv", "w", encoding="utf-8", newline="") as out:
            rows = csv.writer(out)
            rows.writerow(["uri", "category"])
            for photo in photos[rest::2]:
                rows.writerow([(manifest.parent / photo["path"]).resolve(), label(photo)])
