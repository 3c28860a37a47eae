"""Describes a public cut-out model (U²-Net, ISNet, BiRefNet and their like): writes model.json and golden.json, which
with the published file beside them are a pack. The weights are read and not copied.

    python3 cutout_pack.py u2netp.onnx OUT --id u2netp --title "…" --licence "Apache-2.0" --output output0 \\
        --scale maximum --normalise min-max

The golden mask is computed here with numpy and ONNX Runtime, so a wrong setting or another model is found when the pack
is loaded. `letterboxed` below is the reference that the Java side is compared with.
"""

import argparse
import hashlib
import json
import os

import numpy
import onnxruntime
from PIL import Image

FILTERS = {"bilinear": Image.BILINEAR, "bicubic": Image.BICUBIC, "lanczos": Image.LANCZOS, "box": Image.BOX}
RULE = "disc 200 120 60 on 90"
GRID = 8
LEAST_PEAK = 0.5


def half_even(value):
    return int(numpy.rint(value))


def fitted(image, picture):
    """The square that the model sees, and where the picture lies in it: left, top, width, height."""
    side, (width, height) = image["side"], picture.size
    resample = FILTERS[image["filter"]]
    if image["fit"] == "squash":
        return picture.resize((side, side), resample), (0, 0, side, side)
    colour = image["fit"].removeprefix("letterbox-")
    longer = max(width, height)
    w = side if width == longer else max(1, half_even(width / longer * side))
    h = side if height == longer else max(1, half_even(height / longer * side))
    square = Image.new("RGB", (side, side), tuple(bytes.fromhex(colour)))
    left, top = half_even((side - w) / 2), half_even((side - h) / 2)
    square.paste(picture.resize((w, h), resample), (left, top))
    return square, (left, top, w, h)


def letterboxed(session, image, mask, picture):
    """The mask of a picture at its own size, 0..255, by the published preprocessing on a letterboxed square."""
    square, (left, top, w, h) = fitted(image, picture)
    values = numpy.asarray(square, dtype=numpy.float64)
    values = values / (max(values.max(), 1) if mask["scale"] == "maximum" else 255)
    values = (values - numpy.array(image["mean"]) / 255) / (numpy.array(image["std"]) / 255)
    found = session.run([image["output"]], {image["input"]: values.transpose(2, 0, 1)[None].astype(numpy.float32)})[0]
    found = found[0, 0, top : top + h, left : left + w].astype(numpy.float64)
    if mask["activation"] == "sigmoid":
        found = 1 / (1 + numpy.exp(-found))
    if mask["normalise"] == "min-max" and found.max() >= LEAST_PEAK:
        found = (found - found.min()) / (found.max() - found.min())
    levels = numpy.rint(255 * numpy.clip(found, 0, 1)).astype(numpy.uint8)
    return numpy.asarray(Image.fromarray(levels).resize(picture.size, Image.BILINEAR))


def disc(side):
    y, x = numpy.mgrid[:side, :side] + 0.5 - side / 2
    inside = (x * x + y * y < side * side / 16)[..., None]
    return Image.fromarray(numpy.where(inside, (200, 120, 60), 90).astype(numpy.uint8))


def means(mask):
    side = mask.shape[0]
    edges = [i * side // GRID for i in range(GRID + 1)]
    return [
        round(float(mask[edges[r] : edges[r + 1], edges[c] : edges[c + 1]].mean()) / 255, 4)
        for r in range(GRID)
        for c in range(GRID)
    ]


def described(args):
    image = dict(
        file=os.path.basename(args.model),
        input=args.input,
        output=args.output,
        side=args.side,
        fit=args.fit,
        filter=args.filter,
        mean=[255 * m for m in args.mean],
        std=[255 * s for s in args.std],
    )
    return image, dict(scale=args.scale, activation=args.activation, normalise=args.normalise)


def stated(data):
    return dict(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())


def write(args, out):
    """Writes model.json and golden.json of the model `args.model` to a folder."""
    with open(args.model, "rb") as file:
        weights = file.read()
    image, mask = described(args)
    session = onnxruntime.InferenceSession(weights)
    golden = dict(rule=RULE, means=means(letterboxed(session, image, mask, disc(args.side))))
    golden = json.dumps(golden, indent=1).encode()
    manifest = dict(
        format=1,
        kind="cutout",
        id=args.id,
        title=args.title,
        licence=dict(text=args.licence, commercial=not args.non_commercial, reason=args.non_commercial),
        image=image,
        mask=mask,
        golden="golden.json",
        files={"golden.json": stated(golden), image["file"]: stated(weights)},
    )
    os.makedirs(out, exist_ok=True)
    with open(f"{out}/golden.json", "wb") as file:
        file.write(golden)
    with open(f"{out}/model.json", "w", encoding="utf-8") as file:
        json.dump(manifest, file, ensure_ascii=False, indent=1)
    return session, image, mask


def parser():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("out")
    parser.add_argument("--id", required=True)
    parser.add_argument("--title", required=True)
    parser.add_argument("--licence", required=True)
    parser.add_argument("--non-commercial", metavar="REASON", default="")
    parser.add_argument("--input", default="input")
    parser.add_argument("--output", default="output0")
    parser.add_argument("--side", type=int, default=320)
    parser.add_argument("--fit", default="letterbox-7c7468", help="squash, or letterbox- and the colour of the bars")
    parser.add_argument("--filter", choices=FILTERS, default="lanczos")
    parser.add_argument("--mean", type=float, nargs=3, default=[0.485, 0.456, 0.406])
    parser.add_argument("--std", type=float, nargs=3, default=[0.229, 0.224, 0.225])
    parser.add_argument("--scale", choices=["255", "maximum"], default="maximum")
    parser.add_argument("--activation", choices=["none", "sigmoid"], default="none")
    parser.add_argument("--normalise", choices=["none", "min-max"], default="min-max")
    return parser


if __name__ == "__main__":
    arguments = parser().parse_args()
    write(arguments, arguments.out)
