"""Makes two more sets of rated photos, to try heads on, from the open photos.

    python3 training/highlights/make_scores.py DATA OUT      (needs Pillow, NumPy)

DATA is the folder of the open photos with its manifest.jsonl. Into OUT go:

shelf.csv     grocery photos: 8 for a product picture, 4 for a photo of a shelf or a hand; a group is
              a product, so that heads are tried on products they have not seen
damage.csv    clothing photos, 9 as they are, less for copies that were blurred, darkened, made noisy
              or saved as poor JPEGs; a group is a photo with its copies
"""
import csv
import json
import random
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter, ImageOps

data, out = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
out.mkdir(parents=True, exist_ok=True)
manifest = [json.loads(line) for line in open(data / 'manifest.jsonl', encoding='utf-8')]


def write(name, rows):
    with open(out / name, 'w', newline='', encoding='utf-8') as file:
        writer = csv.writer(file)
        writer.writerow(['uri', 'score', 'group'])
        writer.writerows(rows)


write('shelf.csv', [
    (data / photo['path'], 8 if photo['set'] == 'grocery-iconic' else 4, photo['label'])
    for photo in manifest if photo['set'].startswith('grocery')])


def noisy(picture, std, rng):
    values = np.asarray(picture, np.float32) + rng.normal(0, std, (picture.height, picture.width, 1))
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


random.seed(1)
noise = np.random.default_rng(1)
rows = []
clothing = sorted(photo['path'] for photo in manifest if photo['set'] == 'clothing')
for path in random.sample(clothing, 100):
    picture = ImageOps.exif_transpose(Image.open(data / path)).convert('RGB')
    picture.thumbnail((512, 512))
    name = Path(path).stem
    copies = {
        9: (picture, 95),
        7: (picture.filter(ImageFilter.GaussianBlur(2)), 95),
        4: (picture.filter(ImageFilter.GaussianBlur(6)), 95),
        5: (noisy(picture, 40, noise), 95),
        3: (ImageEnhance.Brightness(picture).enhance(0.25), 95),
        2: (picture, 5),
    }
    for score, (copy, quality) in copies.items():
        file = out / 'damage' / f'{name}-{score}.jpg'
        file.parent.mkdir(exist_ok=True)
        copy.save(file, quality=quality)
        rows.append((file, score, name))
write('damage.csv', rows)
