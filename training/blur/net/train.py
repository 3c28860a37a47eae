"""Trains the network: python3 train.py DATA.npz[,MORE.npz] PHOTOS OUT.pt [--epochs N] [--real] [--threads N]

The target is how surely a person would call it blurred: a logistic curve over the logarithm of how
plainly blurred it is, one half at 1. With --real, the hand-labelled photos of the tune
half are trained on as well. The test half is only looked at by measure.py.
"""

import argparse
import os
import time

import cv2
import numpy as np
import torch
from torch import nn

import labels
from make_data import crop, luma
from net import BlurNet

def targets(plainly):
    z = 4 * np.log(np.maximum(plainly, 1e-6))
    return (0.01 + 0.98 / (1 + np.exp(-z))).astype(np.float32)


def real(photos, rng):
    x, y = [], []
    for row in labels.rows():
        if row["split"] != "tune" or row["label"] not in ("sharp", "flat", "blurry"):
            continue
        blurry = row["label"] == "blurry"
        grey = luma(cv2.imread(os.path.join(photos, row["path"]), 1))
        for _ in range(30 if blurry else 8):
            x.append(crop(grey, rng))
            y.append(0.97 if blurry else 0.01)
    return np.array(x), np.array(y, np.float32)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("photos")
    parser.add_argument("out")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--real", action="store_true")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--widths", type=int, nargs=6, default=[12, 32, 48, 64, 80, 96])
    args = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(args.threads)
    files = [np.load(name) for name in args.data.split(",")]
    x = np.concatenate([file["x"] for file in files])
    y = targets(np.concatenate([file["y"] for file in files]))
    if args.real:
        more, known = real(args.photos, np.random.default_rng(5))
        x, y = np.concatenate([x, more]), np.concatenate([y, known])
    net = BlurNet(args.widths).to(memory_format=torch.channels_last)
    batch = 64
    steps = args.epochs * (len(x) // batch)
    best = torch.optim.AdamW(net.parameters(), 3e-3, weight_decay=1e-2)
    pace = torch.optim.lr_scheduler.OneCycleLR(best, 5e-3, total_steps=steps)
    mean = torch.optim.swa_utils.AveragedModel(
        net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998), use_buffers=True
    )
    start = time.time()
    step = 0
    for epoch in range(args.epochs):
        order = np.random.default_rng(epoch).permutation(len(x))
        net.train()
        total = torch.zeros(())
        for k in range(len(x) // batch):
            rows = np.sort(order[k * batch : k * batch + batch])
            luma_in = torch.from_numpy(x[rows][:, None].astype(np.float32))
            if step % 2:
                luma_in = luma_in.flip(3)
            if step % 3 == 0:
                luma_in = luma_in.flip(2)
            if step % 5 < 2:
                luma_in = luma_in.transpose(2, 3)
            luma_in = luma_in.contiguous(memory_format=torch.channels_last)
            with torch.autocast("cpu", torch.bfloat16):
                odds = net(luma_in)
            loss = nn.functional.binary_cross_entropy_with_logits(
                odds.float(), torch.from_numpy(y[rows])
            )
            best.zero_grad()
            loss.backward()
            best.step()
            pace.step()
            mean.update_parameters(net)
            total += loss.detach()
            step += 1
            if k % 100 == 99:
                print(f"{epoch} {k + 1} {float(total) / (k + 1):.4f} {time.time() - start:.0f}s", flush=True)
        torch.save({"widths": args.widths, "state": mean.module.state_dict()}, args.out)


if __name__ == "__main__":
    main()
