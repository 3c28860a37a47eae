"""Writes the expected values that the tests of core/score and core/evaluate compare heads with.

    python3 training/reference/head_reference.py      (needs NumPy, SciPy, scikit-learn)

Vectors and scores are made by formulas of whole numbers that the tests repeat (RatedFormula).
"""
from pathlib import Path

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn.linear_model import Ridge

TESTS = Path(__file__).parents[2] / 'core/src/test/resources/dev/anmok/core'


def rated(n, d):
    i, j = np.arange(n)[:, None], np.arange(d)[None, :]
    raw = (((i * i * 31 + j * j * 17 + i * j * 7 + i + 3 * j) % 101) - 50).astype(np.float32)
    norm = np.sqrt((raw.astype(np.float64) ** 2).sum(axis=1, keepdims=True))
    x = (raw.astype(np.float64) / norm).astype(np.float32).astype(np.float64)
    k = np.arange(n)
    y = 1 + (k * k * 13 + k * 5) % 37 / 4 + 3 * x[:, 0]
    return x, y


def gcv(x, y, alpha):
    """By the hat matrix itself, of vectors with a column of ones that is not shrunk."""
    n, d = x.shape
    a = np.hstack([np.ones((n, 1)), x])
    penalty = alpha * np.eye(d + 1)
    penalty[0, 0] = 0
    hat = a @ np.linalg.solve(a.T @ a + penalty, a.T)
    residual = y - hat @ y
    return n * (residual @ residual) / np.trace(np.eye(n) - hat) ** 2


lines = [f'# NumPy {np.__version__}, scikit-learn {sklearn.__version__}; n;d;lambda;bias;gcv;weights']
for n, d in ((60, 8), (12, 30), (300, 256)):
    x, y = rated(n, d)
    for alpha in (0.01, 1.0, 30.0):
        model = Ridge(alpha=alpha, solver='cholesky').fit(x, y)
        weights = ','.join(repr(float(w)) for w in model.coef_[:30])
        lines.append(f'{n};{d};{alpha};{float(model.intercept_)!r};{float(gcv(x, y, alpha))!r};{weights}')
(TESTS / 'score').mkdir(parents=True, exist_ok=True)
(TESTS / 'score/ridge-expected.txt').write_text('\n'.join(lines) + '\n')

lines = [f'# SciPy {scipy.__version__}; kind;n;modulus;value;low;high']
for n, modulus in ((25, 97), (40, 5), (9, 11)):
    k = np.arange(n)
    a = (k * 37 % modulus).astype(float)
    b = (k * k * 11 + k) % 23 + a / 2
    p = stats.pearsonr(a, b)
    ci = p.confidence_interval(0.95)
    lines.append(f'pearson;{n};{modulus};{float(p.statistic)!r};{float(ci.low)!r};{float(ci.high)!r}')
    r = float(stats.spearmanr(a, b).statistic)
    half = stats.norm.ppf(0.975) * np.sqrt((1 + r * r / 2) / (n - 3))
    low, high = np.tanh(np.arctanh(r) - half), np.tanh(np.arctanh(r) + half)
    lines.append(f'spearman;{n};{modulus};{r!r};{float(low)!r};{float(high)!r}')
(TESTS / 'evaluate').mkdir(parents=True, exist_ok=True)
(TESTS / 'evaluate/correlation-expected.txt').write_text('\n'.join(lines) + '\n')
