#!/usr/bin/env python3
"""Step 6: write golden.json of the pack and check it against the values that export.py wrote.

  golden.py --pack ../../onnx/src/main/resources/packs/anmok-mini [--original golden-original.json]

Text vectors and the pattern's vector come from ONNX Runtime, token ids from a reference Viterbi search over tokenizer.json,
picture vectors from Pillow: decode, squash to the input side with its antialiased bilinear filter, (v - mean) / std.
The original values (first eight components, pictures reduced by area averaging) must agree: ids exactly, texts and pattern within
2e-5 a component, pictures with a cosine of at least 0.98 over those components. Needs numpy, Pillow, onnxruntime.
"""
import argparse, json, os, re, unicodedata
import numpy as np
import onnxruntime
from PIL import Image

DOG = '잔디 위를 달리는 개'
EXTRA = ['', '   ', unicodedata.normalize('NFD', DOG), '  ' + DOG.replace(' ', '\n\t') + ' ', '🐶 강아지 🐱', '창가 자리가 있는 아늑한 카페',
         ' '.join(['a dog on the beach and'] * 20)]


def tokenizer(path, limit, empty):
    """Unigram pieces by Viterbi search, word by word, as tokenizer.json describes them."""
    vocab = json.load(open(path, encoding='utf-8'))['model']['vocab']
    pieces = {p: (i, s) for i, (p, s) in enumerate(vocab) if i > 1}
    unknown = min(s for _, s in pieces.values()) - 10
    longest = max(map(len, pieces))

    def word(w):
        best = [(0., 0, 0)] + [(-1e30, 0, 0)] * len(w)
        for i in range(len(w)):
            for j in range(i + 1, min(len(w), i + longest) + 1):
                p = pieces.get(w[i:j])
                if p and best[i][0] + p[1] > best[j][0]:
                    best[j] = (best[i][0] + p[1], i, p[0])
            if best[i][0] + unknown > best[i + 1][0]:
                best[i + 1] = (best[i][0] + unknown, i, 1)
        ids, k = [], len(w)
        while k:
            ids.insert(0, best[k][2])
            k = best[k][1]
        return [t for n, t in enumerate(ids) if not (t == 1 and n and ids[n - 1] == 1)]

    def run(text):
        text = re.sub(r'\s+', ' ', unicodedata.normalize('NFKC', text).lower()).strip()
        ids = [t for w in text.split(' ') if w for t in word('▁' + w)]
        return ids[:limit] or [empty]
    return run


def session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=['CPUExecutionProvider'])


def unit(v):
    return v / np.linalg.norm(v)


def numbers(v):
    return [round(float(x), 6) for x in unit(v)]


def check(name, ok):
    if not ok:
        raise SystemExit(f'{name}: differs from the original value')


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--pack', required=True)
    p.add_argument('--original', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), 'golden-original.json'))
    a = p.parse_args()
    model = json.load(open(f'{a.pack}/model.json', encoding='utf-8'))
    original = json.load(open(a.original, encoding='utf-8'))
    im, tx = model['image'], model['text']
    images, texts = session(f"{a.pack}/{im['file']}"), session(f"{a.pack}/{tx['file']}")
    ids_of = tokenizer(f"{a.pack}/{tx['tokenizer']}", tx['max_length'], tx['empty_id'])

    def text(t):
        ids = np.array([ids_of(t)], np.int64)
        return ids[0].tolist(), texts.run(None, {tx['input_ids']: ids, tx['attention_mask']: np.ones_like(ids)})[0][0]

    def image(chw):
        x = (chw - np.float32(im['mean'])[:, None, None]) / np.float32(im['std'])[:, None, None]
        return images.run(None, {im['input']: x[None].astype(np.float32)})[0][0]

    out = dict(texts=[], pattern=None, pictures=[])
    for o in original['texts']:
        ids, v = text(o['text'])
        check(o['text'], ids == o['ids'] and np.abs(unit(v)[:8] - o['embedding8']).max() < 2e-5)
        out['texts'].append(dict(text=o['text'], ids=ids, vector=numbers(v)))
    for t in EXTRA:
        ids, v = text(t)
        out['texts'].append(dict(text=t, ids=ids, vector=numbers(v)))
    s = im['side']
    v = image((np.arange(3 * s * s, dtype=np.float32) % 255).reshape(3, s, s))
    check('pattern', np.abs(unit(v)[:8] - original['pattern']['embedding8']).max() < 2e-5)
    out['pattern'] = dict(rule='i mod 255', vector=numbers(v))
    for o in original['images']:
        rgb = Image.open(f"{a.pack}/{o['file']}").convert('RGB').resize((s, s), Image.BILINEAR)
        v = image(np.asarray(rgb, np.float32).transpose(2, 0, 1))
        c = float(unit(v[:8]) @ unit(np.float32(o['embedding8'])))
        print(f"{o['file']}: cosine to the area-averaged original over 8 components {c:.5f}")
        check(o['file'], c > 0.98)
        out['pictures'].append(dict(file=o['file'], vector=numbers(v)))
    rows = lambda xs: '[\n  ' + ',\n  '.join(json.dumps(x, ensure_ascii=False, separators=(',', ':')) for x in xs) + '\n ]'
    with open(f'{a.pack}/golden.json', 'w', encoding='utf-8') as f:
        f.write('{\n "texts": %s,\n "pattern": %s,\n "pictures": %s\n}\n' % (rows(out['texts']), json.dumps(out['pattern'], separators=(',', ':')), rows(out['pictures'])))


if __name__ == '__main__':
    main()
