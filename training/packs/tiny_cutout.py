"""Makes the tiny cut-out model of the tests, which takes for the subject what is redder than blue, with random noise in
its weights, models of the wrong shape, and the masks that numpy and ONNX Runtime give for a drawn picture:

    python3 tiny_cutout.py OUT [u2netp.onnx]

With the published U²-Net-p, whose description must be there, its mask is put beside them.
"""

import json
import os
import sys

import numpy
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

import cutout_pack

SIDE = 32


def save(path, nodes, weights, outputs, sides=(SIDE, SIDE)):
    inputs = [helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 3, *sides])]
    stored = [numpy_helper.from_array(value.astype(numpy.float32), name) for name, value in weights.items()]
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, stored)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def models(out):
    random = numpy.random.default_rng(7)
    kernel = random.normal(0, 0.02, (1, 3, 3, 3))
    kernel[0, 0] += 3 / 9
    kernel[0, 2] -= 3 / 9
    conv = helper.make_node("Conv", ["input", "kernel", "bias"], ["logits"], pads=[1, 1, 1, 1])
    shape = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 1, SIDE, SIDE])
    save(
        f"{out}/tiny.onnx",
        [conv, helper.make_node("Sigmoid", ["logits"], ["mask"])],
        dict(kernel=kernel, bias=numpy.array([-3.0])),
        [shape("mask"), shape("logits")],
    )
    save(
        f"{out}/wrong_shape.onnx",
        [conv, helper.make_node("GlobalAveragePool", ["logits"], ["mask"])],
        dict(kernel=kernel, bias=numpy.array([-3.0])),
        [helper.make_tensor_value_info("mask", TensorProto.FLOAT, [1, 1, 1, 1])],
    )
    save(
        f"{out}/wrong_size.onnx",
        [helper.make_node("Conv", ["input", "kernel", "bias"], ["mask"])],
        dict(kernel=kernel, bias=numpy.array([-3.0])),
        [helper.make_tensor_value_info("mask", TensorProto.FLOAT, [1, 1, "height", "width"])],
        ("h", "w"),
    )


def drawn(width, height):
    """A red ellipse on bluish grey, at any size and of any shape."""
    y, x = numpy.mgrid[:height, :width]
    inside = ((x - width * 0.4) / (width * 0.25)) ** 2 + ((y - height * 0.55) / (height * 0.3)) ** 2 < 1
    red = numpy.where(inside, 220 - x % 7, 80 + y % 5)
    green = numpy.where(inside, 60, 90 + x % 11)
    blue = numpy.where(inside, 40 + y % 9, 120)
    return Image.fromarray(numpy.stack([red, green, blue], axis=2).astype(numpy.uint8))


def published(model):
    with open("../../onnx/src/main/resources/packs/described/u2netp/model.json") as file:
        described = json.load(file)
    session = onnxruntime.InferenceSession(model)
    found = cutout_pack.letterboxed(session, described["image"], described["mask"], drawn(90, 60))
    return dict(width=90, height=60, alpha=found.flatten().tolist())


def main(out, u2netp=None):
    os.makedirs(out, exist_ok=True)
    models(out)
    reference = {}
    for name, width, height, options in [
        ("letterbox-wide", 48, 20, []),
        ("letterbox-high", 20, 48, []),
        ("letterbox-odd", 37, 30, []),
        ("squash", 48, 20, ["--fit", "squash"]),
        ("isnet", 48, 20, ["--scale", "255", "--mean", "0.5", "0.5", "0.5", "--std", "1", "1", "1"]),
        ("birefnet", 48, 20, ["--output", "logits", "--activation", "sigmoid", "--normalise", "none", "--scale", "255"]),
    ]:
        common = [f"{out}/tiny.onnx", out, "--id", "tiny-cutout", "--side", str(SIDE), "--output", "mask"]
        common += ["--title", "Tiny cut-out model of red things, for tests"]
        common += ["--licence", "Made for this project's tests."]
        args = cutout_pack.parser().parse_args(common + options)
        session, image, mask = cutout_pack.write(args, out)
        found = cutout_pack.letterboxed(session, image, mask, drawn(width, height))
        with open(f"{out}/golden.json") as file:
            golden = json.load(file)
        reference[name] = dict(
            width=width, height=height, image=image, mask=mask, golden=golden, alpha=found.flatten().tolist()
        )
    args = cutout_pack.parser().parse_args(common)
    cutout_pack.write(args, out)  # the pack itself
    if u2netp:
        reference["u2netp"] = published(u2netp)
    with open(f"{out}/reference.json", "w") as file:
        json.dump(reference, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
