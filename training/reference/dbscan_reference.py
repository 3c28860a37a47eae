"""Writes the labels that DbscanTest compares with.

    python3 training/reference/dbscan_reference.py      (needs NumPy, scikit-learn)

Lines: `set;NAME;DIMENSION;float32 unit vectors, little endian, in Base64` and then, for the set before,
`labels;EPS;MIN_SAMPLES;labels`. scikit-learn gets the vectors as float64.
"""
import base64
from pathlib import Path

import numpy as np
import sklearn
from sklearn.cluster import DBSCAN

OUT = Path(__file__).parents[2] / 'core/src/test/resources/dev/anmok/core/cluster/dbscan-expected.txt'


def unit(rows):
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def clusters(seed, count, dimension):
    """Clusters of differing tightness, with noise between them."""
    random = np.random.default_rng(seed)
    rows = []
    while len(rows) < count:
        centre = random.normal(size=dimension)
        spread = random.uniform(0.05, 0.8)
        rows += [centre + spread * random.normal(size=dimension) for _ in range(random.integers(1, 15))]
    rows = np.array(rows[:count])
    random.shuffle(rows)
    return unit(rows)


def arc(seed):
    """A chain along a circle with gaps, in mixed order: border points of two clusters."""
    random = np.random.default_rng(seed)
    angles = np.cumsum(random.uniform(2, 30, size=60))
    random.shuffle(angles)
    return unit(np.stack([np.cos(np.radians(angles)), np.sin(np.radians(angles))], axis=1))


def main():
    sets = {'clusters-8': clusters(1, 300, 8), 'clusters-64': clusters(2, 250, 64), 'arc': arc(3),
            'copies': np.repeat(clusters(4, 10, 16), 3, axis=0), 'one': clusters(5, 1, 4)}
    lines = [f'# scikit-learn {sklearn.__version__}, written by training/reference/dbscan_reference.py']
    for name, rows in sets.items():
        lines.append(f'set;{name};{rows.shape[1]};{base64.b64encode(rows.astype("<f4").tobytes()).decode()}')
        for eps in (0.01, 0.05, 0.1, 0.3):
            for least in (1, 2, 3, 5, 10):
                labels = DBSCAN(eps=eps, min_samples=least, metric='cosine').fit_predict(rows.astype(np.float64))
                lines.append(f'labels;{eps};{least};{" ".join(map(str, labels))}')
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main()
