"""Trains a tiny Marian model from Korean to English on a toy set of coloured things, for tests:

    python3 tiny_translator.py OUT

OUT then is what `save_pretrained` and an ONNX export of a real Marian model would leave. Takes about a minute.
"""

import itertools
import json
import os
import random
import sys

import sentencepiece
import torch
from onnx_export import export
from transformers import MarianConfig, MarianMTModel, MarianTokenizer

COLOURS = dict(빨간="red", 파란="blue", 초록="green", 노란="yellow", 검은="black", 하얀="white", 보라="purple", 주황="orange")
THINGS = dict(원="circle", 사각형="square", 삼각형="triangle", 별="star", 집="house", 나무="tree", 고양이="cat", 강아지="dog", 포스터="poster")
SIZES = dict(작은="small", 큰="big")


def phrases():
    for (c, colour), (t, thing) in itertools.product(COLOURS.items(), THINGS.items()):
        yield f"{c} {t}", f"{colour} {thing}"
        for s, size in SIZES.items():
            yield f"{s} {c} {t}", f"{size} {colour} {thing}"
    for t, thing in THINGS.items():
        yield t, thing
        for s, size in SIZES.items():
            yield f"{s} {t}", f"{size} {thing}"


def joined(a, b):
    last = ord(a[0][-1]) - 0xAC00
    return a[0] + ("과 " if last % 28 else "와 ") + b[0], a[1] + " and " + b[1]


def spm(texts, prefix, size):
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_prefix=prefix,
        vocab_size=size,
        model_type="unigram",
        character_coverage=1.0,
        hard_vocab_limit=False,
        bos_id=-1,
        normalization_rule_name="identity",  # keeps the pack small; a real model brings its own table
        minloglevel=2,
    )
    os.remove(prefix + ".vocab")
    os.replace(prefix + ".model", prefix + ".spm")


def main(out):
    os.makedirs(out, exist_ok=True)
    random.seed(5)
    torch.manual_seed(5)
    single = list(phrases())
    pairs = single + [joined(random.choice(single), random.choice(single)) for _ in range(4000)]
    spm([p[0] for p in pairs], f"{out}/source", 90)
    spm([p[1] for p in pairs], f"{out}/target", 70)
    source = sentencepiece.SentencePieceProcessor(f"{out}/source.spm")
    target = sentencepiece.SentencePieceProcessor(f"{out}/target.spm")
    pieces = ["</s>", "<unk>"]
    for model in (source, target):
        pieces += [p for i in range(len(model)) if (p := model.IdToPiece(i)) not in pieces and p != "<s>"]
    pieces.append("<pad>")
    vocabulary = {piece: i for i, piece in enumerate(pieces)}
    with open(f"{out}/vocab.json", "w", encoding="utf-8") as file:
        json.dump(vocabulary, file, ensure_ascii=False)
    pad = vocabulary["<pad>"]
    config = MarianConfig(
        vocab_size=len(pieces),
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        max_position_embeddings=64,
        pad_token_id=pad,
        eos_token_id=0,
        bos_token_id=0,
        decoder_start_token_id=pad,
        forced_eos_token_id=0,
        scale_embedding=True,
        activation_function="swish",
        dropout=0.0,
    )
    config._attn_implementation = "eager"
    model = MarianMTModel(config)
    tokenizer = MarianTokenizer(f"{out}/source.spm", f"{out}/target.spm", f"{out}/vocab.json", source_lang="ko", target_lang="en")
    tokenizer.save_pretrained(out)
    train(model, tokenizer, pairs, pad)
    model.generation_config.update(
        num_beams=4, max_length=32, bad_words_ids=[[pad]], forced_eos_token_id=0, renormalize_logits=True,
        decoder_start_token_id=pad, pad_token_id=pad, eos_token_id=0, bos_token_id=None)
    model.save_pretrained(out)
    export(model, out, config.decoder_layers, pictures=False, cross=True)


def train(model, tokenizer, pairs, pad):
    steps, batch = 1200, 64
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, steps)
    for step in range(steps):
        some = random.sample(pairs, batch)
        inputs = tokenizer([p[0] for p in some], text_target=[p[1] for p in some], padding=True, return_tensors="pt")
        labels = inputs["labels"].masked_fill(inputs["labels"] == pad, -100)
        loss = model(input_ids=inputs["input_ids"], attention_mask=inputs["attention_mask"], labels=labels).loss
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % 250 == 0:
            print(step, round(loss.item(), 4), flush=True)
    model.eval()


if __name__ == "__main__":
    main(sys.argv[1])
