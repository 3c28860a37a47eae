"""Writes a trained network as the program reads it: python3 export.py NET.pt FOLDER"""

import hashlib
import json
import os
import sys

import numpy as np
import onnxruntime
import torch

from net import BlurNet

PATTERN = 64


def main():
    saved = torch.load(sys.argv[1])
    net = BlurNet(saved["widths"])
    net.load_state_dict(saved["state"])
    net.eval()
    path = os.path.join(sys.argv[2], "net.onnx")
    torch.onnx.export(
        net,
        (torch.rand(1, 1, 96, 128) * 255,),
        path,
        input_names=["luma"],
        output_names=["log_odds"],
        dynamic_axes={"luma": {2: "height", 3: "width"}},
        opset_version=17,
        dynamo=False,
    )
    pattern = (37 * np.arange(PATTERN * PATTERN) % 256).astype(np.float32)
    pattern = pattern.reshape(1, 1, PATTERN, PATTERN)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    found = float(session.run(None, {"luma": pattern})[0][0])
    with torch.no_grad():
        expected = float(net(torch.from_numpy(pattern)))
    assert abs(found - expected) < 1e-4, (found, expected)
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    about = {
        "format": 1,
        "title": "Anmok bdnet: a small convolutional network for blur",
        "licence": {
            "text": "Made for this project from photos under CC0, MIT and the free licences of Debian's wallpapers.",
            "commercial": True,
            "reason": "",
        },
        "sha256": digest,
        "pattern": found,
    }
    with open(os.path.join(sys.argv[2], "net.json"), "w") as file:
        json.dump(about, file, indent=2)
        file.write("\n")
    print(os.path.getsize(path), "bytes", digest)


if __name__ == "__main__":
    main()
