#!/usr/bin/env python3
"""Writes a manifest of three open sets of photos, and photo queries, for tuning and evaluating search.

  make_sets.py --open DIR --out DIR

--open holds manifest.jsonl (path, set, label, coarse, brand, name, text) and the photos: clothing (labels), grocery (seven photos a
product, with a description) and eshop (one picture a product with name and description).
--out receives manifest.csv (uri, item, title, description, brand, category) and photo-queries.csv (query, image, relevant, part).
Item ids are clothing/LABEL/NN, grocery/KIND/PRODUCT and eshop/CATEGORY/N, which queries.csv beside this script names.

Held out as query photos, not in the manifest: the first five photos of each clothing label, and the shop's own picture of each grocery
product. Photos of other sets are queries for what is not there. Each photo is a query by itself and again with words beside it.
"""
import argparse
import csv
import json
import os

HELD_OUT = 5
ABSENT = ('cleanvision', 'imagededup', 'blur')


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--open', required=True)
    p.add_argument('--out', required=True)
    a = p.parse_args()
    rows = [json.loads(line) for line in open(os.path.join(a.open, 'manifest.jsonl'), encoding='utf-8')]
    place = {r['path']: os.path.abspath(os.path.join(a.open, r['path'])) for r in rows}
    told = {r['label']: r['text'] for r in rows if r['set'].startswith('grocery') and r.get('text')}
    photos, queries, count = [], [], {}
    for r in rows:
        uri = place[r['path']]
        if r['set'] == 'clothing':
            label = r['label']
            count[label] = count.get(label, 0) + 1
            if count[label] <= HELD_OUT:
                queries.append((label.lower(), uri, f'clothing/{label}/*'))
            else:
                photos.append((uri, f'clothing/{label}/{count[label]:02d}', label, '', '', 'clothing'))
        elif r['set'] == 'grocery-iconic':
            queries.append((r['label'].replace('-', ' ').lower(), uri, f"grocery/{r['coarse']}/{r['label']}"))
        elif r['set'] == 'grocery-natural':
            label = r['label']
            photos.append((uri, f"grocery/{r['coarse']}/{label}", label.replace('-', ' '), told.get(label, ''), '', r['coarse']))
        elif r['set'] == 'eshop':
            category = r['label'].split('/')[0]
            number = os.path.splitext(os.path.basename(r['path']))[0]
            photos.append((uri, f'eshop/{category}/{number}', r['name'], r['text'], r['brand'], category))
        elif r['set'] in ABSENT and 'corrupt' not in r['path']:
            queries.append(('a street in the rain', uri, ''))
    os.makedirs(a.out, exist_ok=True)
    with open(os.path.join(a.out, 'manifest.csv'), 'w', encoding='utf-8', newline='') as out:
        w = csv.writer(out)
        w.writerow(['uri', 'item', 'title', 'description', 'brand', 'category'])
        w.writerows(photos)
    with open(os.path.join(a.out, 'photo-queries.csv'), 'w', encoding='utf-8', newline='') as out:
        w = csv.writer(out)
        w.writerow(['query', 'image', 'language', 'relevant', 'part'])
        for i, (words, uri, relevant) in enumerate(queries):
            part = 'tune' if i % 2 else 'test'
            w.writerow(['', uri, 'photo', relevant, part])
            w.writerow([words, uri, 'photo+words', relevant, part])
    print(len(photos), 'photos,', len(queries), 'query photos')


main()
