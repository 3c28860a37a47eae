"""Describes MobileNetV2 (ImageNet) as a classifier pack, and makes the reference of its test.

    python3 training/packs/mobilenet_v2.py FOLDER PHOTOS      (needs NumPy, Pillow, onnxruntime)

FOLDER holds mobilenet_v2.onnx and labels.txt, PHOTOS the open data set (clothing, grocery). Writes
packs/described/mobilenet-v2 and the reference of OnnxClassifierTest; neither holds weights or photos.
"""
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image

ROOT = Path(__file__).parents[2] / "onnx/src"
SIDE, RESIZE = 224, 256
TESTED = ["clothing/Shoes", "clothing/T-Shirt", "grocery/natural/Granny-Smith",
          "grocery/natural/Lemon"]

folder, photos = Path(sys.argv[1]), Path(sys.argv[2])
session = onnxruntime.InferenceSession(folder / "mobilenet_v2.onnx")


def run(values):
    values = ((values - 128) / 128).astype(np.float32).transpose(2, 0, 1)[None]
    return session.run(["output0"], {"input": values})[0][0].astype(float)


def top(chances, count):
    best = np.argsort(-chances, kind="stable")[:count]
    return [{"place": int(i), "probability": round(float(chances[i]), 6)} for i in best]


def look(path):
    picture = Image.open(path).convert("RGB")
    w, h = picture.size
    short = min(w, h)
    w, h = RESIZE * w // short, RESIZE * h // short
    picture = picture.resize((w, h), Image.Resampling.BILINEAR)
    left, upper = (w - SIDE) // 2, (h - SIDE) // 2
    return run(np.asarray(picture.crop((left, upper, left + SIDE, upper + SIDE)), dtype=float))


def facts(path):
    data = path.read_bytes()
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


pack = ROOT / "main/resources/packs/described/mobilenet-v2"
pattern = (np.arange(3 * SIDE * SIDE) % 255).reshape(3, SIDE, SIDE).transpose(1, 2, 0)
golden = {
    "pattern": {"rule": "i mod 255", "probabilities": top(run(pattern.astype(float)), 5)},
    "pictures": [],
}
(pack / "golden.json").write_text(json.dumps(golden, indent=2) + "\n")
model = {
    "format": 1,
    "kind": "classifier",
    "id": "mobilenet-v2",
    "title": "MobileNetV2 1.0 at 224 pixels, 1,000 classes of ImageNet and background",
    "licence": {
        "text": "Apache-2.0",
        "commercial": True,
        "reason": "",
    },
    "image": {
        "file": "mobilenet_v2.onnx",
        "input": "input",
        "output": "output0",
        "side": SIDE,
        "fit": "centre-crop",
        "filter": "bilinear",
        "mean": [128, 128, 128],
        "std": [128, 128, 128],
    },
    "resize": RESIZE,
    "labels": "labels.txt",
    "output": "probabilities",
    "golden": "golden.json",
    "files": {
        "golden.json": facts(pack / "golden.json"),
        "labels.txt": facts(folder / "labels.txt"),
        "mobilenet_v2.onnx": facts(folder / "mobilenet_v2.onnx"),
    },
}
(pack / "model.json").write_text(json.dumps(model, indent=2) + "\n")
reference = {}
for name in TESTED:
    for path in sorted((photos / name).glob("*.jpg"))[:2]:
        reference[str(path.relative_to(photos))] = top(look(path), 5)
(ROOT / "test/resources/dev/anmok/onnx/mobilenet-v2-reference.json").write_text(
    json.dumps(reference, indent=1) + "\n")
