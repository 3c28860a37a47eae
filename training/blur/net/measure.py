"""Says what a network is worth on the hand-labelled photos: python3 measure.py NET.pt PHOTOS [tune|test]"""

import os
import sys

import cv2
import numpy as np
import torch
from sklearn.metrics import precision_recall_curve, roc_auc_score

import labels
from make_data import luma
from net import BlurNet


def score(net, path):
    grey = luma(cv2.imread(path, 1)).astype(np.float32)
    with torch.no_grad():
        return float(net(torch.from_numpy(grey)[None, None]))


def main():
    saved = torch.load(sys.argv[1])
    net = BlurNet(saved["widths"])
    net.load_state_dict(saved["state"])
    net.eval()
    split = sys.argv[3] if len(sys.argv) > 3 else "tune"
    rows = [r for r in labels.rows() if r["label"] in ("sharp", "flat", "blurry")]
    rows = [r for r in rows if split in ("all", r["split"])]
    scores = np.array([score(net, os.path.join(sys.argv[2], r["path"])) for r in rows])
    truth = np.array([r["label"] == "blurry" for r in rows])
    precision, recall, _ = precision_recall_curve(truth, scores)
    print(split, "n", len(rows), "blurry", truth.sum(), "auc %.3f" % roc_auc_score(truth, scores))
    for p in (0.9, 0.97):
        print("recall at precision", p, "%.2f" % recall[:-1][precision[:-1] >= p].max(initial=0))
    rank = np.argsort(-scores)
    for place, i in enumerate(rank):
        if place < 24 or truth[i]:
            r = rows[i]
            print(place, "%.2f" % scores[i], r["label"], r["kind"], r["tags"], r["path"][-44:])


if __name__ == "__main__":
    main()
