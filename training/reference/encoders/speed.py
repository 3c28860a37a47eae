"""Photos and texts a second of a pack's graphs in Python's onnxruntime, on tensors that are ready, for
benchmarks' PackSpeed to be compared with.

    python3 speed.py FOLDER [int8] [THREADS] [SECONDS]
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
import onnxruntime


def session(path, threads):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    start = time.perf_counter()
    made = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    print(f"{path.name} ready after {time.perf_counter() - start:.2f} s")
    return made


def rate(made, feed, output, batch, seconds):
    made.run([output], feed)
    start, done = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        made.run([output], feed)
        done += batch
    return done / (time.perf_counter() - start)


def main(folder, variant="", threads="2", seconds="5"):
    pack = json.loads((Path(folder) / "model.json").read_text())
    image, text = pack["image"], pack["text"]
    files = pack["variants"][variant] if variant else dict(image=image["file"], text=text["file"])
    random = np.random.default_rng(1)
    made = session(Path(folder) / files["image"], int(threads))
    for batch in (1, 8, 32):
        feed = {image["input"]: random.standard_normal((batch, 3, image["side"], image["side"]), np.float32)}
        print(f"batch {batch}: {rate(made, feed, image['output'], batch, float(seconds)):.2f} photos/s")
    made = session(Path(folder) / files["text"], int(threads))
    length = text["max_length"] if text["padding"] == "max_length" else 19
    for batch in (1, 8, 32):
        ids = random.integers(5, 400, (batch, length))
        ids[:, -1] = text["pad_id"]
        print(f"batch {batch}: {rate(made, {text['input_ids']: ids}, text['output'], batch, float(seconds)):.2f} texts/s")


if __name__ == "__main__":
    print("onnxruntime", onnxruntime.__version__)
    main(*sys.argv[1:])
