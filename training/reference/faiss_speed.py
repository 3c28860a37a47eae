"""Draws vectors that lie like real embeddings, and times FAISS on them.

  faiss_speed.py fit    VECTORS.npy                what the generator was fitted to, and what it gives
  faiss_speed.py draw   FOLDER COUNT DIMENSION     base.f32, queries.f32, truth.i32 (exact first ten)
  faiss_speed.py time   FOLDER DIMENSION [M [EF…]] flat and HNSW, one thread

The files are raw little-endian rows; the Java side, dev.anmok.benchmarks.VectorFormats, reads the same
ones. Needs numpy and faiss-cpu. Seeded: the same arguments give the same files.

A vector is a common mean, a topic (Zipf-sized), a motif within the topic and its own part, each Gaussian
with a spectrum that falls as that of the CLIP text embeddings of 1,203 things does, turned at random and
brought to unit length. Queries are drawn from the same mixture and are not among the vectors.
"""

import os
import sys
import time

import numpy as np

TOPICS, MOTIFS = 400, 20_000
MEAN = 0.745  # squared length of the common mean
SHARES = (0.30, 0.42, 0.28)  # of the rest: topic, motif, own
FALL = 0.012  # the eigenvalues fall as exp(-FALL i) for CLIP text, 512-d
SHARPER = 2.0  # a vector's own part varies in fewer directions
QUERIES = 2_000
CHUNK = 50_000


class Mixture:
    def __init__(self, dimension, seed=7):
        random = np.random.default_rng(seed)
        self.dimension = dimension
        self.turn = np.linalg.qr(random.standard_normal((dimension, dimension)))[0].astype(np.float32)
        common = np.exp(-FALL * np.arange(dimension) * 512 / dimension)
        own = common**SHARPER
        self.spread = [np.sqrt(s * (1 - MEAN) * v / v.sum()).astype(np.float32)
                       for s, v in zip(SHARES, (common, common, own))]
        self.mean = np.zeros(dimension, np.float32)
        self.mean[-1] = np.sqrt(MEAN)
        self.topics = self.part(random, 0, TOPICS)
        weights = 1.0 / np.arange(1, TOPICS + 1)
        owner = random.choice(TOPICS, MOTIFS, p=weights / weights.sum())
        self.motifs = self.topics[owner] + self.part(random, 1, MOTIFS)
        weights = 1.0 / (np.arange(1, MOTIFS + 1) + 50.0)
        self.weights = weights / weights.sum()

    def part(self, random, level, count):
        return random.standard_normal((count, self.dimension), dtype=np.float32) * self.spread[level]

    def draw(self, random, count):
        rows = self.mean + self.motifs[random.choice(MOTIFS, count, p=self.weights)] + self.part(random, 2, count)
        rows = rows @ self.turn
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def describe(name, rows):
    rows = rows.astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    mean = rows.mean(0)
    values = np.sort(np.linalg.eigvalsh(np.cov((rows - mean).T)))[::-1]
    values /= values.sum()
    cosines = rows @ rows.T
    np.fill_diagonal(cosines, -2)
    near = -np.sort(-cosines, axis=1)[:, :100]
    apart = np.sqrt(np.maximum(2 - 2 * near[:, :20], 1e-9))
    apart = apart[apart[:, 0] > 1e-2]
    local = np.mean(19 / np.sum(np.log(apart[:, 19:] / apart[:, :19]), axis=1))  # Levina and Bickel 2004
    shares = " ".join(f"{values[:i].sum():.3f}" for i in (1, 5, 10, 20, 50, 100, 200))
    print(f"{name}: {rows.shape[0]} x {rows.shape[1]}, mean cosine {mean @ mean:.3f}, variance in the first "
          f"1 5 10 20 50 100 200 directions {shares}, participation {1 / np.sum(values**2):.0f}, "
          f"median cosine of the 1st 10th 100th neighbour {np.round(np.median(near[:, [0, 9, 99]], axis=0), 3)}, "
          f"local dimension (20 neighbours) {local:.1f}")


def fit(path):
    real = np.load(path)
    describe("real", real)
    mixture = Mixture(real.shape[1])
    describe("drawn", mixture.draw(np.random.default_rng(1), len(real)))
    describe("drawn", mixture.draw(np.random.default_rng(1), 20 * len(real))[: 6 * len(real)])


def draw(folder, count, dimension):
    os.makedirs(folder, exist_ok=True)
    mixture = Mixture(dimension)
    queries = mixture.draw(np.random.default_rng(2), QUERIES)
    queries.tofile(f"{folder}/queries.f32")
    random = np.random.default_rng(3)
    best = np.full((QUERIES, 10), -2, np.float32)
    names = np.zeros((QUERIES, 10), np.int32)
    with open(f"{folder}/base.f32", "wb") as file:
        for first in range(0, count, CHUNK):
            rows = mixture.draw(random, min(CHUNK, count - first))
            rows.tofile(file)
            for q in range(0, QUERIES, 250):
                cosines = np.hstack([best[q:q + 250], queries[q:q + 250] @ rows.T])
                numbers = np.hstack([names[q:q + 250],
                                     np.broadcast_to(np.arange(first, first + len(rows), dtype=np.int32),
                                                     (len(cosines), len(rows)))])
                top = np.argpartition(-cosines, 9, axis=1)[:, :10]
                best[q:q + 250] = np.take_along_axis(cosines, top, 1)
                names[q:q + 250] = np.take_along_axis(numbers, top, 1)
    names.tofile(f"{folder}/truth.i32")


def percentiles(times):
    return " ".join(f"p{p} {np.percentile(times, p) * 1000:.3f}" for p in (50, 95, 99))


def time_one(index, queries, truth, name):
    for q in queries[:200]:
        index.search(q[None], 10)
    best, least, recall = None, None, 0
    for _ in range(3):
        times, worked, found = [], [], 0
        for q, wanted in zip(queries, truth):
            start, began = time.perf_counter(), time.thread_time()
            hits = index.search(q[None], 10)[1][0]
            worked.append(time.thread_time() - began)
            times.append(time.perf_counter() - start)
            found += len(np.intersect1d(hits, wanted))
        recall = found / truth.size
        if best is None or np.median(times) < np.median(best):
            best = times
        if least is None or np.median(worked) < np.median(least):
            least = worked
    print(f"{name}: recall@10 {recall:.4f}  {percentiles(best)} ms, computing {percentiles(least)} ms", flush=True)


def time_faiss(folder, dimension, m=16, efs=(32, 64, 100, 150, 200, 300)):
    import faiss

    faiss.omp_set_num_threads(1)
    base = np.memmap(f"{folder}/base.f32", np.float32, "r").reshape(-1, dimension)
    queries = np.fromfile(f"{folder}/queries.f32", np.float32).reshape(-1, dimension)
    truth = np.fromfile(f"{folder}/truth.i32", np.int32).reshape(-1, 10)
    print(f"faiss {faiss.__version__}, {base.shape}")
    few = 200 if len(base) > 200_000 else 1000
    flat = faiss.IndexFlatIP(dimension)
    for first in range(0, len(base), CHUNK):
        flat.add(np.ascontiguousarray(base[first:first + CHUNK]))
    time_one(flat, queries[:few], truth[:few], "flat")
    del flat
    built = f"{folder}/hnsw{m}.faiss"
    if os.path.exists(built):
        hnsw = faiss.read_index(built)
    else:
        faiss.omp_set_num_threads(2)
        start = time.perf_counter()
        hnsw = faiss.IndexHNSWFlat(dimension, m, faiss.METRIC_INNER_PRODUCT)
        hnsw.hnsw.efConstruction = 100
        for first in range(0, len(base), CHUNK):
            hnsw.add(np.ascontiguousarray(base[first:first + CHUNK]))
        print(f"hnsw M={m} efConstruction=100 built in {time.perf_counter() - start:.0f} s, two threads", flush=True)
        faiss.write_index(hnsw, built)
        faiss.omp_set_num_threads(1)
    for ef in efs:
        hnsw.hnsw.efSearch = ef
        time_one(hnsw, queries[:1000], truth[:1000], f"hnsw M={m} efSearch={ef}")


if __name__ == "__main__":
    command, rest = sys.argv[1], sys.argv[2:]
    if command == "fit":
        fit(rest[0])
    elif command == "draw":
        draw(rest[0], int(rest[1]), int(rest[2]))
    else:
        extra = [int(x) for x in rest[2:]]
        time_faiss(rest[0], int(rest[1]), *(extra[:1] + ([tuple(extra[1:])] if len(extra) > 1 else [])))
