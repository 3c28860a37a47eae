"""Two image towers for OddTowersTest, which mix the mean colour of a picture into 24 numbers: `scarce.onnx` has
memory for so many pictures and no more, since a larger batch asks for a tensor beyond any address space;
`half.onnx` takes and gives half precision.

    python3 odd_towers.py ../../../onnx/src/test/resources/dev/anmok/onnx
"""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

ROOM = 3
TOO_MUCH = 2**46  # floats

random = np.random.default_rng(5)
weights = dict(first=np.array([0]), room=np.array([ROOM]), none=np.array([0]), much=np.array([TOO_MUCH]),
               mixing=random.standard_normal((3, 24)).astype(np.float32))
nodes = [
    helper.make_node("Shape", ["pixel_values"], ["shape"]),
    helper.make_node("Gather", ["shape", "first"], ["batch"]),
    helper.make_node("Sub", ["batch", "room"], ["beyond"]),
    helper.make_node("Max", ["beyond", "none"], ["excess"]),
    helper.make_node("Mul", ["excess", "much"], ["length"]),
    helper.make_node("ConstantOfShape", ["length"], ["giant"]),
    helper.make_node("ReduceSum", ["giant"], ["zero"], keepdims=0),
    helper.make_node("ReduceMean", ["pixel_values"], ["colours"], axes=[2, 3], keepdims=0),
    helper.make_node("MatMul", ["colours", "mixing"], ["mixed"]),
    helper.make_node("Add", ["mixed", "zero"], ["image_embeds"]),
]


def save(nodes, kind, names, path):
    graph = helper.make_graph(
        nodes, "odd", [helper.make_tensor_value_info("pixel_values", kind, ["batch", 3, 32, 32])],
        [helper.make_tensor_value_info("image_embeds", kind, ["batch", 24])],
        [numpy_helper.from_array(weights[name], name) for name in names])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, path)


save(nodes, TensorProto.FLOAT, weights, sys.argv[1] + "/scarce.onnx")
weights["mixing"] = weights["mixing"].astype(np.float16)
save([nodes[7], helper.make_node("MatMul", ["colours", "mixing"], ["image_embeds"])], TensorProto.FLOAT16, ["mixing"],
     sys.argv[1] + "/half.onnx")
