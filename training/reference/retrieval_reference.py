#!/usr/bin/env python3
"""Writes core/src/test/resources/dev/anmok/core/evaluate/{retrieval,logistic}-reference.csv.

Rankings drawn at random with their recall, reciprocal rank and nDCG@10 (scikit-learn's ndcg_score), and examples with the weights of
scikit-learn's LogisticRegression(C=10) on standardised inputs, brought back to the inputs as given. Needs numpy, scikit-learn.
"""
import os
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import ndcg_score
from sklearn.preprocessing import StandardScaler

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../core/src/test/resources/dev/anmok/core/evaluate')
rng = np.random.default_rng(20261121)


def retrieval():
    with open(f'{OUT}/retrieval-reference.csv', 'w') as out:
        out.write('grades,recall1,recall5,recall10,rr,ndcg10\n')
        for _ in range(20):
            grades = rng.choice([0, 0, 0, 1, 2, 3], size=30).astype(float)  # in ranked order
            if not grades.any():
                continue
            score = np.arange(30, 0, -1, dtype=float)
            right = grades > 0
            recall = [right[:k].sum() / right.sum() for k in (1, 5, 10)]
            rr = 1 / (1 + np.argmax(right))
            ndcg = ndcg_score([grades], [score], k=10)
            out.write('%s,%s\n' % (' '.join('%d' % g for g in grades), ','.join('%.12f' % v for v in [*recall, rr, ndcg])))


def logistic():
    x = np.stack([rng.normal(.3, .1, 60), rng.normal(.1, .05, 60), rng.uniform(.05, .15, 60)], 1).round(6)
    y = rng.random(60) < 1 / (1 + np.exp(-(15 * x[:, 0] - 4 * x[:, 1] - 4)))
    s = StandardScaler().fit(x)
    m = LogisticRegression(C=10, tol=1e-12, max_iter=10000).fit(s.transform(x), y)
    w = m.coef_[0] / s.scale_
    b = m.intercept_[0] - (w * s.mean_).sum()
    with open(f'{OUT}/logistic-reference.csv', 'w') as out:
        out.write('%.9f,%.9f,%.9f,%.9f\n' % (b, *w))
        for row, right in zip(x, y):
            out.write('%.6f,%.6f,%.6f,%d\n' % (*row, right))


os.makedirs(OUT, exist_ok=True)
retrieval()
logistic()
