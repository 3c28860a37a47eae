"""Makes tiny encoders of the public architectures with their packs and reference answers, or full-size ones.

    python3 make.py tiny OUT        onnx/src/test/resources/dev/anmok/onnx/encoders is where the tests look
    python3 make.py full b-32 OUT TOKENIZER    for the benchmark, with a folder that has CLIP's tokenizer.json; 900 MB
    python3 make.py full l-14 OUT TOKENIZER    2.2 GB
    python3 make.py full siglip2 OUT           2.5 GB
    python3 make.py clip-ids TOKENIZER OUT.json   ids of a real CLIP tokenizer, for its test

Needs torch, transformers, onnx, onnxruntime, sentencepiece, pillow. Tokenizers are trained and weights drawn anew
with fixed seeds, so that another version of the libraries may give other files; they belong together.
"""

import base64
import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil
from transformers.models.siglip.image_processing_pil_siglip import SiglipImageProcessorPil

import models
import pictures
import texts
import vocabularies

VOCABULARY = 600
HALF = [127.5] * 3
CLIP_MEAN, CLIP_STD = [0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711]
SHOWN = ["a photo of a cat", "창가에 앉은 고양이", "A PHOTO OF A CAFE", "CAFE에서 먹는 cake🍰", "", "cat, " * 90]


def unit(rows):
    rows = np.asarray(rows, np.float64)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def pooled(found):
    return (found if torch.is_tensor(found) else found.pooler_output).numpy()


def padded(reference, given, length):
    """Ids as the library's processor makes them; for the check only those before the padding are kept."""
    return reference(given, padding="max_length" if length else True, truncation=True,
                     max_length=length or 77, return_tensors="pt")


def image_side(kind, output, side):
    if kind == "clip":
        rule = dict(fit="centre-crop", filter="bicubic", mean=[m * 255 for m in CLIP_MEAN],
                    std=[s * 255 for s in CLIP_STD])
    else:
        rule = dict(fit="squash", filter="bilinear" if kind == "siglip2" else "bicubic", mean=HALF, std=HALF)
    return dict(file="vision_model.onnx", input="pixel_values", output=output, side=side, **rule)


def processor(kind, side):
    """The library's own, by Pillow."""
    if kind == "clip":
        return CLIPImageProcessorPil(size={"shortest_edge": side}, crop_size={"height": side, "width": side})
    return SiglipImageProcessorPil(size={"height": side, "width": side}, resample=2 if kind == "siglip2" else 3,
                                   image_mean=[0.5] * 3, image_std=[0.5] * 3)


def text_side(kind, output, end):
    rule = {
        "clip": dict(max_length=77, padding="longest", pad_id=end, empty_id=end),
        "siglip": dict(canonical="siglip", max_length=64, padding="max_length", pad_id=1, empty_id=1),
        "siglip2": dict(canonical="lower", max_length=64, padding="max_length", pad_id=0, empty_id=1),
        "mclip": dict(max_length=77, padding="longest", pad_id=1, empty_id=2, pooling="mean",
                      projection=dict(file="linear.safetensors", weight="LinearTransformation.weight",
                                      bias="LinearTransformation.bias")),
    }[kind]
    mask = "attention_mask" if kind == "mclip" else ""
    return dict(file="text_model.onnx", tokenizer="tokenizer.json", input_ids="input_ids", attention_mask=mask,
                output=output, **rule)


def pattern(image):
    side = image["side"]
    values = (np.arange(3 * side * side) % 255).reshape(3, side, side)
    mean, std = (np.asarray(image[k], np.float64)[:, None, None] for k in ("mean", "std"))
    return torch.tensor(((values - mean) / std)[None], dtype=torch.float32)


def rounded(row):
    return [round(float(v), 6) for v in row]


def write_pack(out, kind, description, answers):
    """golden.json, calibration.json and model.json with lengths and digests of all files."""
    golden = dict(texts=answers["shown"], pattern=dict(rule="i mod 255", vector=rounded(answers["pattern"])), pictures=[])
    (out / "golden.json").write_text(json.dumps(golden, ensure_ascii=False))
    (out / "calibration.json").write_text("{}\n")
    files = {}
    for path in sorted(out.iterdir()):
        if path.name not in ("model.json", "calibration.json", "reference.json", "squares.png"):
            data = path.read_bytes()
            files[path.name] = dict(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
    description = dict(
        format=1, id="tiny-" + kind, title=f"Tiny {kind} with random weights, for tests",
        licence=dict(text="Made for this project's tests.", commercial=True, reason=""), languages=["ko", "en"],
    ) | description | dict(golden="golden.json", calibration="calibration.json", files=files)
    (out / "model.json").write_text(json.dumps(description, indent=1, ensure_ascii=False) + "\n")


def tiny(kind, out, own, shared):
    out.mkdir(parents=True)
    scratch = tempfile.mkdtemp()
    side = 32
    if kind == "clip":
        reference = vocabularies.clip(out, VOCABULARY)
        model = models.clip(len(reference), reference.eos_token_id, "tiny")
        models.export_clip(model, out, True)
        outputs, end = ("image_embeds", "text_embeds"), reference.eos_token_id
        images, words = model.get_image_features, model.get_text_features
        shared["clip"] = (images, out / "vision_model.onnx")
    elif kind == "mclip":
        reference = vocabularies.xlm_roberta(out, VOCABULARY, scratch)
        model = models.seeded(models.MeanOfXlmRoberta(len(reference), True, 24), 4)
        models.export_mclip(model, out)
        from safetensors.torch import save_file

        save_file({k: v for k, v in model.state_dict().items() if k.startswith("Linear")}, out / "linear.safetensors")
        images, vision = shared["clip"]
        shutil.copy(vision, out / "vision_model.onnx")
        outputs, end, words = ("image_embeds", "last_hidden_state"), 2, model
    else:
        if kind == "siglip":
            reference = vocabularies.siglip(out, VOCABULARY, scratch)
        else:
            reference = vocabularies.gemma(out, VOCABULARY)
        model = models.siglip(len(reference), True, side, 2 if kind == "siglip" else 3)
        models.export_siglip(model, out, kind == "siglip")
        outputs, end = ("pooler_output", "pooler_output"), 1
        images, words = model.get_image_features, model.get_text_features
    description = dict(dimension=24)
    if "siglip" in kind:
        description |= dict(logit_scale=float(model.logit_scale.exp().detach()), logit_bias=float(model.logit_bias.detach()))
    else:
        description |= dict(logit_scale=100.0)
    look = "clip" if kind == "mclip" else kind
    image = image_side(look, outputs[0], side)
    description |= dict(image=image, text=text_side(kind, outputs[1], end))
    if kind == "clip":
        variants = {}
        for name, convert, cosine in (("fp16", models.half, 0.999), ("int8", models.quantized, 0.98)):
            for tower in ("vision", "text"):
                convert(f"{out}/{tower}_model.onnx", f"{out}/{tower}_model_{name}.onnx")
            variants[name] = dict(image=f"vision_model_{name}.onnx", text=f"text_model_{name}.onnx", cosine=cosine)
        description |= dict(variants=variants)
    given = texts.texts()
    length = 64 if "siglip" in kind else None
    cut = [list(reference(t, truncation=True, max_length=length or 77)["input_ids"]) for t in given]
    with torch.no_grad():
        vectors = []
        for at in range(0, len(given), 20):  # pads to the longest of each 20, as the library does
            batch = padded(reference, given[at : at + 20], length)
            inputs = dict(input_ids=batch["input_ids"])
            if kind in ("clip", "mclip"):
                inputs["attention_mask"] = batch["attention_mask"]
            vectors += list(unit(pooled(words(**inputs))))
        by_pillow = processor(look, side)
        squares, seen = [], []
        for path in pictures.files(own):
            squares.append(pictures.levels(by_pillow, pictures.opened(path)))
            pixels = by_pillow(images=pictures.opened(path), return_tensors="pt")["pixel_values"]
            seen.append(unit(pooled(images(pixel_values=pixels)))[0])
        of_pattern = unit(pooled(images(pixel_values=pattern(image))))[0]
    shown = [dict(text=t, ids=cut[given.index(t)], vector=rounded(vectors[given.index(t)])) for t in SHOWN]
    write_pack(out, kind, description, dict(shown=shown, pattern=of_pattern))
    encoded = lambda rows: base64.b64encode(np.asarray(rows, "<f4").tobytes()).decode()
    names = [str(p.relative_to(pictures.ROOT)) if pictures.CODEC in p.parents or pictures.PHOTOS in p.parents
             else p.name for p in pictures.files(own)]
    first = dict(  # the model's own logit of the first picture and the first text
        logit=float(description["logit_scale"] * (seen[0] @ vectors[0]) + description.get("logit_bias", 0)))
    (out / "reference.json").write_text(json.dumps(
        dict(ids=cut, texts=encoded(vectors), files=names, pictures=encoded(seen)) | first))
    Image.fromarray(np.concatenate(squares, axis=1).astype(np.uint8)).save(out / "squares.png", optimize=True)
    mean = np.mean(vectors, axis=0)
    print(kind, len(reference), "tokens; mean text cosine %.2f,"
          % (mean @ mean), "mean picture cosine %.2f" % (np.mean(seen, axis=0) @ np.mean(seen, axis=0)))
    shutil.rmtree(scratch)


def full(kind, out, tokenizer=None):
    """A pack at the published sizes, with a real CLIP tokenizer or, for SigLIP 2, a small one of its kind."""
    out.mkdir(parents=True, exist_ok=True)
    if kind != "siglip2":
        shutil.copy(f"{tokenizer}/tokenizer.json", out / "tokenizer.json")
        model, outputs, end = models.clip(49408, 49407, kind), ("image_embeds", "text_embeds"), 49407
        dimension, kind = models.CLIP[kind][2], "clip"
        models.export_clip(model, out, False)
    else:
        vocabularies.gemma(out, VOCABULARY)
        model, outputs, end, dimension = models.siglip(256000, False, 224, 3), ["pooler_output"] * 2, 1, 768
        models.export_siglip(model, out, False)
    for tower in ("vision", "text"):
        models.quantized(f"{out}/{tower}_model.onnx", f"{out}/{tower}_model_int8.onnx")
    image = image_side(kind, outputs[0], 224)
    with torch.no_grad():
        of_pattern = unit(pooled(model.get_image_features(pixel_values=pattern(image))))[0]
    variants = dict(int8=dict(image="vision_model_int8.onnx", text="text_model_int8.onnx", cosine=0.5))
    description = dict(dimension=dimension, logit_scale=100.0, image=image, text=text_side(kind, outputs[1], end))
    write_pack(out, kind, description | dict(variants=variants), dict(shown=[], pattern=of_pattern))


def clip_ids(tokenizer, out):
    from transformers import CLIPTokenizerFast

    reference = CLIPTokenizerFast.from_pretrained(tokenizer)
    cut = [reference(t, truncation=True, max_length=77)["input_ids"] for t in texts.texts()]
    Path(out).write_text(json.dumps(cut))


def main(what, *rest):
    if what == "tiny":
        out = Path(rest[0])
        shutil.rmtree(out, ignore_errors=True)
        pictures.make(out / "pictures")
        (out / "texts.json").write_text(json.dumps(texts.texts()))
        shared = {}
        for kind in ("clip", "siglip", "siglip2", "mclip"):
            tiny(kind, out / ("tiny-" + kind), out / "pictures", shared)
    elif what == "full":
        full(rest[0], Path(rest[1]), *rest[2:])
    else:
        clip_ids(*rest)


if __name__ == "__main__":
    main(*sys.argv[1:])
