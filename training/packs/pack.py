"""Makes a pack of a translator or a captioner: copies the exported models, writes the tokenizers, and states in
model.json how they are used, what each file's SHA-256 is, and what the reference library answers.

    python3 pack.py translator EXPORT OUT --id opus-ko-en --title "…" --from ko --to en \\
        --licence "CC-BY 4.0" [--non-commercial REASON] --texts FILE
    python3 pack.py captioner EXPORT OUT --id vit-gpt2 --title "…" --to en --licence "Apache-2.0" --pictures FOLDER

EXPORT holds config.json, generation_config.json and tokenizer files of the original model, and encoder_model.onnx,
decoder_model.onnx and decoder_with_past_model.onnx beside them; the original's weights are there too, or --original
says where. The answers come from the original by `transformers` with the very
settings that model.json states, so a wrong export, tokenizer or setting is found when the pack is loaded.
"""

import argparse
import hashlib
import json
import os
import shutil

import numpy
import torch
from PIL import Image
from transformers import AutoConfig, GenerationConfig, MarianMTModel, MarianTokenizer, VisionEncoderDecoderModel

ENCODER, FIRST, LATER = "encoder_model.onnx", "decoder_model.onnx", "decoder_with_past_model.onnx"
FILTERS = {0: "nearest", 1: "lanczos", 2: "bilinear", 3: "bicubic", 4: "box"}
SENTENCES = ["노란 버스가 정류장에 서 있다", "밤바다의 등대", "a", "ㅎㄹㅍㅌ 12345 !?"]


def given(value, otherwise):
    return otherwise if value is None else value


def decoding(generation, config, most):
    early = {True: "yes", False: "no", None: "no", "never": "never"}[generation.early_stopping]
    single = [w[0] for w in generation.bad_words_ids or [] if len(w) == 1]
    if len(single) != len(generation.bad_words_ids or []):
        raise SystemExit("forbidden words of several tokens are not supported")
    end = generation.eos_token_id
    start = given(generation.decoder_start_token_id, given(getattr(config, "decoder_start_token_id", None), generation.bos_token_id))
    return dict(
        start_id=start,
        end_id=end[0] if isinstance(end, list) else end,
        first_id=given(generation.forced_bos_token_id, -1),
        last_id=given(generation.forced_eos_token_id, -1),
        forbidden_ids=single,
        beams=given(generation.num_beams, 1),
        max_length=min(most, given(generation.max_length, most)),
        length_penalty=float(given(generation.length_penalty, 1.0)),
        early_stopping=early,
        no_repeat=given(generation.no_repeat_ngram_size, 0),
        renormalise=bool(given(generation.renormalize_logits, False)),
    )


def settings(d, pad):
    return GenerationConfig(
        do_sample=False,
        decoder_start_token_id=d["start_id"],
        eos_token_id=d["end_id"],
        pad_token_id=pad,
        forced_bos_token_id=d["first_id"] if d["first_id"] >= 0 else None,
        forced_eos_token_id=d["last_id"] if d["last_id"] >= 0 else None,
        bad_words_ids=[[i] for i in d["forbidden_ids"]] or None,
        num_beams=d["beams"],
        max_length=d["max_length"],
        length_penalty=d["length_penalty"],
        early_stopping={"yes": True, "no": False, "never": "never"}[d["early_stopping"]],
        no_repeat_ngram_size=d["no_repeat"] or None,
        renormalize_logits=d["renormalise"],
    )


def answer(model, d, pad, **inputs):
    """Ids without the start and without the padding behind the end, and the score."""
    model.generation_config = GenerationConfig()
    with torch.no_grad():
        out = model.generate(**inputs, generation_config=settings(d, pad), return_dict_in_generate=True, output_scores=True)
    ids = out.sequences[0].tolist()[1:]
    if d["end_id"] in ids:
        ids = ids[: ids.index(d["end_id"]) + 1]
    score = out.sequences_scores[0].item() if d["beams"] > 1 else None
    return ids, score


def preprocess(config, picture):
    side = config["side"]
    chosen = {"bilinear": Image.BILINEAR, "bicubic": Image.BICUBIC, "lanczos": Image.LANCZOS, "box": Image.BOX}
    small = picture.convert("RGB").resize((side, side), chosen[config["filter"]])
    values = numpy.asarray(small, dtype=numpy.float32).transpose(2, 0, 1)
    return normalise(config, values)


def normalise(config, values):
    mean = numpy.array(config["mean"], dtype=numpy.float32)[:, None, None]
    std = numpy.array(config["std"], dtype=numpy.float32)[:, None, None]
    return torch.tensor((values - mean) / std)[None]


def image_side(folder):
    with open(f"{folder}/preprocessor_config.json") as file:
        read = json.load(file)
    size = read["size"]
    height, width = (size, size) if isinstance(size, int) else (size["height"], size["width"])
    if height != width or read.get("do_center_crop"):
        raise SystemExit("only a plain resize to a square is supported here")
    return dict(
        file=ENCODER,
        input="pixel_values",
        output="last_hidden_state",
        side=height,
        fit="squash",
        filter=FILTERS[read.get("resample", 2)],
        mean=[255 * m for m in read["image_mean"]],
        std=[255 * s for s in read["image_std"]],
    )


def translator(args, manifest):
    import tokenizer_json

    tokenizer_json.write(args.export, args.out)
    model = MarianMTModel.from_pretrained(args.original or args.export, attn_implementation="eager").eval()
    tokenizer = MarianTokenizer.from_pretrained(args.export)
    generation = GenerationConfig.from_pretrained(args.export)
    d = decoding(generation, model.config, args.max_length)
    manifest.update(
        {"from": [args.source], "to": [args.to]},
        text=dict(
            file=ENCODER,
            tokenizer="tokenizer.json",
            input_ids="input_ids",
            attention_mask="attention_mask",
            output="last_hidden_state",
            max_length=args.max_length,
        ),
        decoder=dict(first=FIRST, later=LATER, tokenizer="target_tokenizer.json"),
        decoding=d,
    )
    texts = [line.rstrip("\n") for line in open(args.texts, encoding="utf-8")] if args.texts else SENTENCES
    golden = []
    for text in texts:
        inputs = tokenizer([text], return_tensors="pt", truncation=True, max_length=args.max_length)
        ids, _ = answer(model, d, model.config.pad_token_id, **inputs)
        words = tokenizer.decode(ids, skip_special_tokens=True)
        golden.append(dict(text=text, ids=inputs["input_ids"][0].tolist(), answer=ids, translation=words))
        print(f"{text} -> {words}")
    return dict(texts=golden, pattern=[], pictures=[])


def captioner(args, manifest):
    from tokenizers import Tokenizer

    shutil.copy(f"{args.export}/tokenizer.json", args.out)
    tokenizer = Tokenizer.from_file(f"{args.export}/tokenizer.json")
    model = VisionEncoderDecoderModel.from_pretrained(args.original or args.export, attn_implementation="eager").eval()
    generation = GenerationConfig.from_pretrained(args.export)
    d = decoding(generation, AutoConfig.from_pretrained(args.export), args.max_length)
    image = image_side(args.export)
    manifest.update(
        languages=[args.to],
        image=image,
        decoder=dict(first=FIRST, later=LATER, tokenizer="tokenizer.json"),
        decoding=d,
    )
    os.makedirs(f"{args.out}/golden", exist_ok=True)
    pictures = []
    for name in sorted(os.listdir(args.pictures)):
        shutil.copy(f"{args.pictures}/{name}", f"{args.out}/golden/{name}")
        seen = preprocess(image, Image.open(f"{args.pictures}/{name}"))
        ids, _ = answer(model, d, d["end_id"], pixel_values=seen)
        words = tokenizer.decode(ids, skip_special_tokens=True)
        pictures.append(dict(file=f"golden/{name}", answer=ids, caption=words))
        print(f"{name} -> {words}")
    side = image["side"]
    pattern = (numpy.arange(3 * side * side) % 255).astype(numpy.float32).reshape(3, side, side)
    ids, _ = answer(model, d, d["end_id"], pixel_values=normalise(image, pattern))
    return dict(texts=[], pattern=ids, pictures=pictures)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=["translator", "captioner"])
    parser.add_argument("export")
    parser.add_argument("out")
    parser.add_argument("--id", required=True)
    parser.add_argument("--title", required=True)
    parser.add_argument("--from", dest="source", default="ko")
    parser.add_argument("--to", default="en")
    parser.add_argument("--licence", required=True)
    parser.add_argument("--non-commercial", metavar="REASON", default="")
    parser.add_argument("--original", help="the original model, where EXPORT has no weights")
    parser.add_argument("--texts", help="golden source texts, one a line")
    parser.add_argument("--pictures", help="folder of golden pictures")
    parser.add_argument("--max-length", type=int, default=128)
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    manifest = dict(
        format=1,
        kind=args.kind,
        id=args.id,
        title=args.title,
        licence=dict(text=args.licence, commercial=not args.non_commercial, reason=args.non_commercial),
    )
    for file in (ENCODER, FIRST, LATER):
        shutil.copy(f"{args.export}/{file}", args.out)
    golden = (translator if args.kind == "translator" else captioner)(args, manifest)
    with open(f"{args.out}/golden.json", "w", encoding="utf-8") as file:
        json.dump(golden, file, ensure_ascii=False, indent=1)
    manifest["golden"] = "golden.json"
    manifest["files"] = {}
    for folder, _, names in os.walk(args.out):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), args.out)
            if path != "model.json":
                with open(os.path.join(args.out, path), "rb") as file:
                    data = file.read()
                manifest["files"][path] = dict(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
    manifest["files"] = dict(sorted(manifest["files"].items()))
    with open(f"{args.out}/model.json", "w", encoding="utf-8") as file:
        json.dump(manifest, file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
