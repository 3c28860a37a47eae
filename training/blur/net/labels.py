"""The hand labels, and which photos may be trained on: the group of each decides, as in README."""

import csv
import hashlib
import json
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))


def rows():
    with open(os.path.join(HERE, "..", "labels.csv"), newline="") as file:
        return list(csv.DictReader(file))


def group(path, facts):
    top = path.split("/")[0]
    name = os.path.basename(path)
    sender = facts.get("sender")
    if top == "clothing":
        return f"clothing-sender-{sender}" if sender else f"clothing-{sender}-{facts['label']}"
    if "/natural/" in path or "/iconic/" in path:
        return "grocery-" + facts["label"]
    if top == "imagededup":
        return "imagededup-" + (re.match(r"ukbench\d+", name) or [name])[0]
    return path


def tuning(name):
    return hashlib.sha256(name.encode()).digest()[0] >= 128


def clear(photos):
    """Paths of clear photos for training: no group of a test photo is among them."""
    known = {r["path"]: r for r in rows()}
    paths = []
    with open(os.path.join(photos, "manifest.jsonl")) as file:
        for line in file:
            facts = json.loads(line)
            path = facts["path"]
            top = path.split("/")[0]
            if top not in ("clothing", "grocery", "eshop"):
                continue
            if path in known:
                row = known[path]
                if row["split"] == "tune" and row["label"] in ("sharp", "flat"):
                    paths.append(path)
            elif tuning(group(path, facts)):
                paths.append(path)
    return sorted(paths)
