#!/usr/bin/env python3
"""Which score of a query's best photo tells best whether it is right, and whether there is anything right at all.

  compare_scores.py --sets DIR --pack ../../onnx/src/main/resources/packs/anmok-mini --lexicon lexicon.tsv

--sets is the folder that make_sets.py wrote; --lexicon has an English phrase and Korean ones (parted by |) a line, of which 300 drawn ones
serve as phrases for other things. Each query of queries.csv is asked of the three sets, of each alone and of each two, so that most queries
are for absent things in most collections. Prints the area under the ROC curve over the best photos: a first column for "it is right", a
second for "something in this collection is right". Then, for logistic models learnt on the queries of the part tune, both areas and the
mean log loss on the part test, and the loss on each set when nothing of it was learnt from. Needs numpy, scikit-learn, Pillow, onnxruntime.
"""
import argparse
import csv
import importlib.util
import os

import numpy as np
from PIL import Image
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = os.path.dirname(os.path.abspath(__file__))
SETS = {'clothing': 'c', 'grocery': 'g', 'eshop': 'e', 'all': 'cge', 'clothing+eshop': 'ce', 'grocery+eshop': 'ge'}
MODELS = (['cosine'], ['standard score'], ['phrase score'], ['cosine', 'mean', 'deviation'], ['standard score', 'phrase score'])


def towers(pack):
    spec = importlib.util.spec_from_file_location('golden', os.path.join(HERE, '../mini/golden.py'))
    golden = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(golden)
    texts, images = golden.session(f'{pack}/text.onnx'), golden.session(f'{pack}/image.onnx')
    ids = golden.tokenizer(f'{pack}/tokenizer.json', 48, 1)

    def text(words):
        x = np.array([ids(words)], dtype=np.int64)
        return golden.unit(texts.run(None, {'input_ids': x, 'attention_mask': np.ones_like(x)})[0][0])

    def image(path):
        picture = Image.open(path)
        picture.draft('RGB', (300, 300))
        x = np.asarray(picture.convert('RGB').resize((128, 128), Image.BILINEAR), np.float32)
        return golden.unit(images.run(None, {'pixel_values': ((x - 127.5) / 64).transpose(2, 0, 1)[None]})[0][0])
    return text, image


def right(item, names):
    return any(item.startswith(n[:-1]) if n.endswith('*') else item == n for n in names)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('--sets', '--pack', '--lexicon'):
        p.add_argument(name, required=True)
    a = p.parse_args()
    text, image = towers(a.pack)
    rows = list(csv.DictReader(open(f'{a.sets}/manifest.csv', encoding='utf-8')))
    items, photos = np.array([r['item'] for r in rows]), np.stack([image(r['uri']) for r in rows])
    lexicon = [line.rstrip('\n').split('\t') for line in open(a.lexicon, encoding='utf-8')]
    drawn = [lexicon[i] for i in np.random.default_rng(1).choice(len(lexicon), 300, replace=False)]
    phrases = np.stack([text(w) for line in drawn for w in (line[0], line[1].split('|')[0])])
    queries = [(q, text(q['query']), [n for n in q['relevant'].split('|') if n])
               for q in csv.DictReader(open(os.path.join(HERE, 'queries.csv'), encoding='utf-8'))]
    out = []
    for name, letters in SETS.items():
        held = np.array([i[0] in letters for i in items])
        own, ids = photos[held], items[held]
        to_phrases = own @ phrases.T
        for q, vector, names in queries:
            c = own @ vector
            fits = np.array([right(i, names) for i in ids])
            best = c.argmax()
            out.append(dict(set=name, tune=q['part'] == 'tune', right=fits[best], exists=fits.any(), values={
                'cosine': c[best], 'mean': c.mean(), 'deviation': c.std(), 'standard score': (c[best] - c.mean()) / c.std(),
                'gap to 98th percentile': (c[best] - np.quantile(c, .98)) / c.std(),
                'phrase score': (c[best] - to_phrases[best].mean()) / to_phrases[best].std()}))
    y, exists = np.array([r['right'] for r in out]), np.array([r['exists'] for r in out])
    tune, sets = np.array([r['tune'] for r in out]), np.array([r['set'] for r in out])
    print(len(out), 'best photos,', y.sum(), 'right,', exists.sum(), 'with something right in the collection')
    values = {k: np.array([r['values'][k] for r in out]) for k in out[0]['values']}
    for k, v in values.items():
        print('%-24s %.3f %.3f' % (k, roc_auc_score(y, v), roc_auc_score(exists, v)))
    for names in MODELS:
        x = np.stack([values[n] for n in names], 1)

        def fit(chosen):
            return make_pipeline(StandardScaler(), LogisticRegression(C=10)).fit(x[chosen], y[chosen]).predict_proba(x)[:, 1]
        guess, losses = fit(tune), []
        for left in ('clothing', 'grocery', 'eshop'):
            others = tune & np.isin(sets, [s for s in ('clothing', 'grocery', 'eshop') if s != left])
            test = ~tune & (sets == left)
            losses.append('%s %.3f' % (left, log_loss(y[test], fit(others)[test], labels=[False, True])))
        print('model of %-36s right %.3f exists %.3f loss %.3f; left out: %s' % (
            ' and '.join(names), roc_auc_score(y[~tune], guess[~tune]), roc_auc_score(exists[~tune], guess[~tune]),
            log_loss(y[~tune], guess[~tune]), ', '.join(losses)))


main()
