#!/usr/bin/env python3
"""Step 7: write the size and SHA-256 of every file of a pack into its model.json.

  pack.py --pack ../../onnx/src/main/resources/packs/anmok-mini
Run it after any file of the pack has changed. calibration.json is left out: it holds what was measured on the model, not the model.
"""
import argparse, hashlib, json, os


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--pack', required=True)
    pack = p.parse_args().pack
    path = f'{pack}/model.json'
    model = json.load(open(path, encoding='utf-8'))
    names = sorted(os.path.relpath(os.path.join(d, f), pack).replace(os.sep, '/') for d, _, fs in os.walk(pack) for f in fs)
    model['files'] = {}
    for n in names:
        if n not in ('model.json', model['calibration']):
            b = open(f'{pack}/{n}', 'rb').read()
            model['files'][n] = dict(bytes=len(b), sha256=hashlib.sha256(b).hexdigest())
    with open(path, 'w', encoding='utf-8') as f:
        json.dump(model, f, ensure_ascii=False, indent=2)
        f.write('\n')


if __name__ == '__main__':
    main()
