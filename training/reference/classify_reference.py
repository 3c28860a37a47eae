"""Makes multinomial-reference.csv and temperature-reference.csv with scikit-learn and SciPy."""
from pathlib import Path

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.linear_model import LogisticRegression

TESTS = Path(__file__).parents[2] / "core/src/test/resources/dev/anmok/core/classify"

random = np.random.default_rng(6)
n, dimension, classes, lam = 60, 8, 4, 0.01
labels = np.arange(n) % classes
centres = random.normal(size=(classes, dimension))
rows = centres[labels] + 1.2 * random.normal(size=(n, dimension))
rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32).astype(np.float64)
model = LogisticRegression(C=1 / (lam * n), tol=1e-12, max_iter=100_000).fit(rows, labels)
with open(TESTS / "multinomial-reference.csv", "w") as out:
    out.write(f"# {n} rows: label, {dimension} values; then {classes} rows: bias, weights\n")
    for label, row in zip(labels, rows):
        out.write(f"{label}," + ",".join(f"{v:.9g}" for v in row) + "\n")
    for bias, row in zip(model.intercept_, model.coef_):
        out.write(f"{bias:.12g}," + ",".join(f"{v:.12g}" for v in row) + "\n")

logits = random.normal(size=(40, 3)) * 4
truth = np.array([random.choice(3, p=np.exp(z / 3) / np.exp(z / 3).sum()) for z in logits])
chances = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)


def loss(logT):
    z = logits / np.exp(logT)
    return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), truth])


best = minimize_scalar(loss, bounds=(-3, 3), method="bounded", options={"xatol": 1e-12})
with open(TESTS / "temperature-reference.csv", "w") as out:
    out.write(f"# truth, three probabilities; best temperature {np.exp(best.x):.8f}\n")
    for t, p in zip(truth, chances):
        out.write(f"{t}," + ",".join(f"{v:.12g}" for v in p) + "\n")
