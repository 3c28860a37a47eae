"""Trains a tiny picture captioner, a ViT encoder with a GPT-2 decoder as nlpconnect/vit-gpt2-image-captioning has
them, on drawn coloured shapes, for tests:

    python3 tiny_captioner.py OUT

OUT then is what `save_pretrained` and an ONNX export of a real model would leave, with a few pictures in
OUT/pictures. Takes some minutes.
"""

import itertools
import json
import os
import random
import sys

import numpy
import torch
from onnx_export import export
from PIL import Image, ImageDraw
from tokenizers import ByteLevelBPETokenizer
from transformers import GPT2Config, PreTrainedTokenizerFast, VisionEncoderDecoderConfig, VisionEncoderDecoderModel, ViTConfig

COLOURS = dict(red=(220, 40, 40), blue=(40, 70, 220), green=(40, 160, 60), yellow=(240, 210, 40), purple=(140, 50, 170))
SHAPES = ["circle", "square", "triangle"]
GROUNDS = dict(white=(245, 245, 245), black=(20, 20, 20))
END = "<|endoftext|>"
SIDE = 32


def draw(shape, colour, ground, chance, side=64):
    picture = Image.new("RGB", (side, side), tuple(c + chance.randint(-8, 8) for c in GROUNDS[ground]))
    pen = ImageDraw.Draw(picture)
    r = chance.uniform(0.3, 0.4) * side
    x, y = (side / 2 + chance.uniform(-4, 4) for _ in range(2))
    fill = tuple(min(255, max(0, c + chance.randint(-20, 20))) for c in COLOURS[colour])
    if shape == "circle":
        pen.ellipse([x - r, y - r, x + r, y + r], fill=fill)
    elif shape == "square":
        pen.rectangle([x - r, y - r, x + r, y + r], fill=fill)
    else:
        pen.polygon([(x, y - r), (x + r, y + r), (x - r, y + r)], fill=fill)
    return picture


def pixels(picture):
    small = picture.resize((SIDE, SIDE), Image.BILINEAR)
    return (numpy.asarray(small, dtype=numpy.float32).transpose(2, 0, 1) - 127.5) / 127.5


def words(shape, colour, ground):
    return f"a {colour} {shape} on a {ground} background"


def main(out):
    os.makedirs(f"{out}/pictures", exist_ok=True)
    chance = random.Random(7)
    torch.manual_seed(7)
    kinds = list(itertools.product(SHAPES, COLOURS, GROUNDS))
    bpe = ByteLevelBPETokenizer()
    bpe.train_from_iterator([words(*k) for k in kinds] * 20, vocab_size=300, special_tokens=[END])
    bpe.save(f"{out}/tokenizer.json")
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=f"{out}/tokenizer.json", eos_token=END, bos_token=END, pad_token=END)
    tokenizer.save_pretrained(out)
    end = tokenizer.eos_token_id
    vit = ViTConfig(
        hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64, image_size=SIDE, patch_size=8,
        hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
    gpt = GPT2Config(
        vocab_size=len(tokenizer), n_positions=32, n_embd=32, n_layer=2, n_head=2, n_inner=64, add_cross_attention=True,
        is_decoder=True, bos_token_id=end, eos_token_id=end, resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0)
    config = VisionEncoderDecoderConfig.from_encoder_decoder_configs(vit, gpt)
    config._attn_implementation = "eager"
    config.encoder._attn_implementation = config.decoder._attn_implementation = "eager"
    config.decoder_start_token_id = config.pad_token_id = config.eos_token_id = end
    model = VisionEncoderDecoderModel(config=config)
    train(model, tokenizer, kinds, chance)
    model.generation_config.update(
        num_beams=3, max_length=16, decoder_start_token_id=end, pad_token_id=end, eos_token_id=end, bos_token_id=end)
    model.save_pretrained(out)
    with open(f"{out}/preprocessor_config.json", "w") as file:
        json.dump(dict(size=dict(height=SIDE, width=SIDE), resample=2, image_mean=[0.5] * 3, image_std=[0.5] * 3), file)
    for kind in [("circle", "red", "white"), ("square", "blue", "black"), ("triangle", "green", "white"), ("circle", "yellow", "black")]:
        draw(*kind, chance).save(f"{out}/pictures/{'-'.join(kind)}.png")
    export(model, out, gpt.n_layer, pictures=True, cross=False)


def train(model, tokenizer, kinds, chance):
    steps, batch = 1500, 32
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, steps)
    start = tokenizer.eos_token_id
    for step in range(steps):
        some = [chance.choice(kinds) for _ in range(batch)]
        seen = torch.tensor(numpy.stack([pixels(draw(*k, chance)) for k in some]))
        rows = [tokenizer(words(*k))["input_ids"] + [start] for k in some]
        width = max(map(len, rows))
        labels = torch.tensor([r + [-100] * (width - len(r)) for r in rows])
        given = torch.tensor([([start] + r[:-1]) + [start] * (width - len(r)) for r in rows])
        logits = model(pixel_values=seen, decoder_input_ids=given).logits
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=-100)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % 150 == 0:
            print(step, round(loss.item(), 4), flush=True)
    model.eval()


if __name__ == "__main__":
    main(sys.argv[1])
