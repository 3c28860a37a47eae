"""Writes what `transformers` generates from the tiny models under many settings, for the Java search to be compared
with:

    python3 tiny_reference.py TRANSLATOR CAPTIONER OUT.json

TRANSLATOR and CAPTIONER are the outputs of tiny_translator.py and tiny_captioner.py.
"""

import json
import os
import sys

from pack import answer, decoding, image_side, preprocess
from PIL import Image
from transformers import AutoConfig, GenerationConfig, MarianMTModel, MarianTokenizer, VisionEncoderDecoderModel

CHANGES = [
    {},
    dict(beams=1),
    dict(beams=2, early_stopping="yes"),
    dict(beams=3, length_penalty=2.0),
    dict(beams=5, length_penalty=0.0, early_stopping="never"),
    dict(beams=4, length_penalty=-1.0),
    dict(beams=6, early_stopping="never", length_penalty=0.5),
    dict(beams=3, no_repeat=2, early_stopping="yes"),
    dict(beams=1, no_repeat=1, max_length=12),
    dict(beams=4, max_length=5),
    dict(beams=4, max_length=6, last_id=-1),
    dict(beams=4, renormalise=False),
    dict(beams=3, first_id=7),
    dict(beams=1, first_id=7),
]


def cases(model, base, pad, named):
    found = []
    for name, inputs in named:
        for change in CHANGES:
            d = {**base, **change}
            ids, score = answer(model, d, pad, **inputs)
            found.append(dict(input=name, decoding=d, ids=ids, score=score))
    return found


def main(translator, captioner, out):
    here = os.path.dirname(os.path.abspath(__file__))
    model = MarianMTModel.from_pretrained(translator, attn_implementation="eager").eval()
    tokenizer = MarianTokenizer.from_pretrained(translator)
    base = decoding(GenerationConfig.from_pretrained(translator), model.config, 32)
    with open(f"{here}/tiny_texts.txt", encoding="utf-8") as file:
        texts = file.read().split("\n")[:-1]
    named = [(t, tokenizer([t], return_tensors="pt")) for t in texts]
    words = cases(model, base, model.config.pad_token_id, named)
    model = VisionEncoderDecoderModel.from_pretrained(captioner, attn_implementation="eager").eval()
    base = decoding(GenerationConfig.from_pretrained(captioner), AutoConfig.from_pretrained(captioner), 16)
    side = image_side(captioner)
    files = sorted(os.listdir(f"{captioner}/pictures"))
    named = [(f, dict(pixel_values=preprocess(side, Image.open(f"{captioner}/pictures/{f}")))) for f in files]
    pictures = cases(model, base, base["end_id"], named)
    with open(out, "w", encoding="utf-8") as file:
        file.write('{"texts":[\n' + ",\n".join(json.dumps(c, ensure_ascii=False) for c in words))
        file.write('\n],"pictures":[\n' + ",\n".join(json.dumps(c, ensure_ascii=False) for c in pictures) + "\n]}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
