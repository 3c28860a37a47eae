"""Takes turns between Anmok and the same ONNX files without Java, so that what else runs disturbs all alike.

    python3 compare.py FOLDER VARIANT THREADS ROUNDS SECONDS -- java -cp CLASSPATH dev.anmok.benchmarks.PackSpeed

Each figure is asked of each process ROUNDS times in turn; printed are the best rate and the least processor time
of one photo or text. ratio is Anmok's, by processor time: how many it does with the processor time of one.
LIBRARY in the environment names the libonnxruntime.so of the Java package, for a third process; BATCHES may name
other batches than 1,8,32, and KINDS other kinds than photos,texts,whole,words: for the first two the others' tensors
are ready and Anmok's are not; for the last two all begin with pixels of 1000 x 750 and with words. Processor time is that of the calling thread: compare with one thread.
"""

import os
import subprocess
import sys
from pathlib import Path

WORDS = 14

# Anmok always begins with pixels and text.
ANMOKS = {"whole": "large", "words": "texts"}


class Runner:
    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ready = self.process.stdout.readline().strip()

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return tuple(float(n) for n in self.process.stdout.readline().split())


def main(folder, variant, threads, rounds, seconds, _, *java):
    python = [sys.executable, str(Path(__file__).with_name("speed.py")), folder, variant, threads]
    runners = [Runner("anmok", [*java, folder, variant, threads])]
    if os.environ.get("LIBRARY"):
        runners.append(Runner("library", [*python, os.environ["LIBRARY"]]))
    runners.append(Runner("python", python))
    for runner in runners:
        print(f"{runner.name}: towers ready after {runner.ready} s")
    batches = [int(batch) for batch in os.environ.get("BATCHES", "1,8,32").split(",")]
    for what in os.environ.get("KINDS", "photos,texts,whole,words").split(","):
        for batch in batches:
            found = {runner.name: [] for runner in runners}
            for _ in range(int(rounds)):
                for runner in runners:
                    kind = ANMOKS.get(what, what) if runner.name == "anmok" else what
                    size = WORDS if what in ("texts", "words") else 224
                    found[runner.name].append(runner.ask(f"{kind} {size} {batch} {seconds}"))
            least = {name: min(used for _, used in all) for name, all in found.items()}
            line = "  ".join(f"{name} {max(rate for rate, _ in all):.1f}/s {least[name]:.2f} ms"
                             for name, all in found.items())
            ratios = "  ".join(f"{least[name] / least['anmok']:.3f} of {name}" for name in least if name != "anmok")
            print(f"{what} {batch}: {line}  ratio {ratios}", flush=True)
    print("prepare 8: %.1f/s %.2f ms" % runners[0].ask(f"prepare 224 8 {seconds}"), flush=True)
    for runner in runners:
        print(f"{runner.name}: %.0f MiB now, %.0f MiB at most" % runner.ask("memory 0 0 0"), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
