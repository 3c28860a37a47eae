"""Makes altered copies of photos and the CSV that `anmok evaluate duplicates --data` reads.

    python3 training/reference/duplicate_copies.py PHOTOS COPIES     (needs Pillow)

300 photos below the folder PHOTOS are drawn with a fixed seed; of the first 60 the folder COPIES gets six copies:
half the size, JPEG quality 30, 5 % cropped from each side, 30 % brighter, turned by 90 degrees, and the same pixels
as PNG. The other 240 are single.
"""
import random
import sys
from pathlib import Path

from PIL import Image, ImageEnhance

KINDS = {'.jpg', '.jpeg', '.png', '.webp'}


def copies(image):
    width, height = image.size
    box = (int(width * .05), int(height * .05), int(width * .95), int(height * .95))
    yield 'half.jpg', image.resize((width // 2, height // 2), Image.LANCZOS), {'quality': 90}
    yield 'q30.jpg', image, {'quality': 30}
    yield 'crop.jpg', image.crop(box), {'quality': 90}
    yield 'bright.jpg', ImageEnhance.Brightness(image).enhance(1.3), {'quality': 90}
    yield 'turned.jpg', image.rotate(90, expand=True), {'quality': 90}
    yield 'same.png', image, {}


def main():
    photos = sorted(p for p in Path(sys.argv[1]).resolve().rglob('*') if p.suffix.lower() in KINDS)
    out = Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    random.seed(1)
    lines = ['uri,group']
    for number, photo in enumerate(random.sample(photos, 300)):
        group = f'g{number}' if number < 60 else ''
        lines.append(f'{photo},{group}')
        if group:
            with Image.open(photo) as opened:
                for name, copy, options in copies(opened.convert('RGB')):
                    copy.save(out / f'{number}_{name}', **options)
                    lines.append(f'{number}_{name},{group}')
    (out / 'copies.csv').write_text('\n'.join(lines) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
