"""Photos and texts a second of a pack's graphs in onnxruntime without Java, asked for line by line by compare.py.

    python3 speed.py FOLDER VARIANT THREADS [LIBRARY]

With LIBRARY, a libonnxruntime.so such as the one in the Java package, its C interface is called; else Python's own
package is. Lines are those of benchmarks' PackSpeed. For `photos` and `texts` the tensors are ready before they are
timed. `whole` begins with 1000 x 750 pixels and `words` with text, as Anmok does: Pillow, NumPy and the Rust tokenizers.
"""

import ctypes
import json
import resource
import sys
import time
from pathlib import Path

import numpy as np

POINTER = ctypes.c_void_p
REFERENCE = ctypes.POINTER(POINTER)
WORDS = "photo cat dog house window water green black white street coffee table chair night garden music".split()
NUMBERS = {"float32": 1, "int64": 7}  # ONNXTensorElementDataType


class Library:
    """The few functions of OrtApi that are needed, by their places in the structure, which never change."""

    def __init__(self, path):
        base = ctypes.CDLL(path).OrtGetApiBase
        base.restype = ctypes.POINTER(POINTER)
        entry = base()
        self.version = ctypes.CFUNCTYPE(ctypes.c_char_p)(entry[1])().decode()
        self.functions = ctypes.cast(ctypes.CFUNCTYPE(POINTER, ctypes.c_uint32)(entry[0])(17), REFERENCE)

    def call(self, place, types, *arguments):
        status = ctypes.CFUNCTYPE(POINTER, *types)(self.functions[place])(*arguments)
        if status:
            raise RuntimeError(ctypes.CFUNCTYPE(ctypes.c_char_p, POINTER)(self.functions[2])(status).decode())

    def release(self, value):
        ctypes.CFUNCTYPE(None, POINTER)(self.functions[96])(value)


class Session:
    def __init__(self, library, path, threads):
        self.library, call = library, library.call
        environment, options, self.session, self.memory = (POINTER() for _ in range(4))
        call(3, [ctypes.c_int, ctypes.c_char_p, REFERENCE], 4, b"speed", environment)
        call(10, [REFERENCE], options)
        call(24, [POINTER, ctypes.c_int], options, threads)
        call(25, [POINTER, ctypes.c_int], options, 1)
        call(7, [POINTER, ctypes.c_char_p, POINTER, REFERENCE], environment, str(path).encode(), options, self.session)
        call(69, [ctypes.c_int, ctypes.c_int, REFERENCE], 0, 0, self.memory)

    def run(self, outputs, feed):
        (name, values), = feed.items()
        given, found = POINTER(), (POINTER * 1)()
        shape = (ctypes.c_int64 * values.ndim)(*values.shape)
        self.library.call(
            49, [POINTER, POINTER, ctypes.c_size_t, POINTER, ctypes.c_size_t, ctypes.c_int, REFERENCE], self.memory,
            values.ctypes.data, values.nbytes, shape, values.ndim, NUMBERS[str(values.dtype)], given)
        self.library.call(
            9, [POINTER, POINTER, POINTER, POINTER, ctypes.c_size_t, POINTER, ctypes.c_size_t, POINTER], self.session,
            None, (ctypes.c_char_p * 1)(name.encode()), (POINTER * 1)(given), 1,
            (ctypes.c_char_p * 1)(outputs[0].encode()), 1, found)
        self.library.release(found[0])
        self.library.release(given)


def opened(path, threads, library):
    start = time.perf_counter()
    if library:
        made = Session(Library(library), path, threads)
    else:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        made = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return made, time.perf_counter() - start


def measured(session, feed, output, batch, seconds):
    session.run([output], feed)
    start, used, best, rounds = time.perf_counter(), time.thread_time(), 1e9, 0
    while time.perf_counter() - start < seconds:
        begun = time.perf_counter()
        session.run([output], feed)
        best, rounds = min(best, time.perf_counter() - begun), rounds + 1
    return f"{batch / best:.3f} {(time.thread_time() - used) * 1000 / rounds / batch:.3f}"


def measured_whole(session, made, output, batch, seconds):
    """As measured, with what makes the tensors."""
    feed = made()
    session.run([output], feed)
    start, used, best, rounds = time.perf_counter(), time.thread_time(), 1e9, 0
    while time.perf_counter() - start < seconds:
        begun = time.perf_counter()
        session.run([output], made())
        best, rounds = min(best, time.perf_counter() - begun), rounds + 1
    return f"{batch / best:.3f} {(time.thread_time() - used) * 1000 / rounds / batch:.3f}"


def pictures(image, batch, random):
    from PIL import Image

    photos = [random.integers(0, 256, (750, 1000, 3), np.uint8) for _ in range(batch)]
    side, filters = image["side"], dict(bicubic=Image.Resampling.BICUBIC, bilinear=Image.Resampling.BILINEAR)
    mean, std = np.array(image["mean"], np.float32), np.array(image["std"], np.float32)

    def tensor(photo):
        if image["fit"] == "squash":
            fitted = Image.fromarray(photo).resize((side, side), filters[image["filter"]])
        else:
            wide = side * photo.shape[1] // photo.shape[0]
            left = (wide - side) // 2
            fitted = Image.fromarray(photo).resize((wide, side), filters[image["filter"]])
            fitted = fitted.crop((left, 0, left + side, side))
        return ((np.asarray(fitted, np.float32) - mean) / std).transpose(2, 0, 1)

    return lambda: {image["input"]: np.stack([tensor(photo) for photo in photos])}


def sentences(folder, text, size, batch):
    import random

    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(Path(folder) / text["tokenizer"]))
    tokenizer.enable_truncation(text["max_length"])
    tokenizer.enable_padding(pad_id=text["pad_id"],
                             length=text["max_length"] if text["padding"] == "max_length" else None)
    draw = random.Random(2)

    def tensor():
        given = [" ".join(draw.choice(WORDS) for _ in range(size)) for _ in range(batch)]
        return {text["input_ids"]: np.array([found.ids for found in tokenizer.encode_batch(given)], np.int64)}

    return tensor


def main(folder, variant, threads, library=""):
    pack = json.loads((Path(folder) / "model.json").read_text())
    image, text = pack["image"], pack["text"]
    files = pack["variants"][variant] if variant else dict(image=image["file"], text=text["file"])
    images, first = opened(Path(folder) / files["image"], int(threads), library)
    texts, second = opened(Path(folder) / files["text"], int(threads), library)
    print(f"{first:.2f} {second:.2f}", flush=True)
    random = np.random.default_rng(1)
    for line in sys.stdin:
        what, size, batch, seconds = line.split()
        size, batch, seconds = int(size), int(batch), float(seconds)
        if what == "photos":
            feed = {image["input"]: random.standard_normal((batch, 3, size, size), np.float32)}
            print(measured(images, feed, image["output"], batch, seconds), flush=True)
        elif what == "texts":
            length = text["max_length"] if text["padding"] == "max_length" else size + 2
            ids = random.integers(5, 400, (batch, length))
            ids[:, -1] = text["pad_id"]
            print(measured(texts, {text["input_ids"]: ids}, text["output"], batch, seconds), flush=True)
        elif what == "whole":
            print(measured_whole(images, pictures(image, batch, random), image["output"], batch, seconds), flush=True)
        elif what == "words":
            print(measured_whole(texts, sentences(folder, text, size, batch), text["output"], batch, seconds), flush=True)
        else:
            status = Path("/proc/self/status").read_text()
            resident = int(status.split("VmRSS:")[1].split()[0]) / 1024
            print(f"{resident:.0f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
