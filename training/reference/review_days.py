"""Makes two days of reviews out of labelled photos: python review_days.py MANIFEST SETS OUT

MANIFEST is a JSONL file with path, set and label of photos, relative to its folder; a label is the
product. Writes OUT/day1.jsonl with every photo but each tenth, and OUT/day2.jsonl with all of them,
so that the second day repeats the first and adds a tenth. SETS are names between commas.
"""

import json
import pathlib
import sys


def main(manifest, sets, out):
    manifest = pathlib.Path(manifest).resolve()
    wanted = set(sets.split(","))
    rows = []
    for line in manifest.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["set"] in wanted and row.get("label"):
            rows.append(
                {
                    "uri": str(manifest.parent / row["path"]),
                    "item": row["label"],
                    "title": row["label"].replace("-", " "),
                    "set": row["set"],
                }
            )
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    write(out / "day1.jsonl", [row for i, row in enumerate(rows) if i % 10])
    write(out / "day2.jsonl", rows)


def write(file, rows):
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    file.write_text(text, encoding="utf-8")
    print(f"{file}: {len(rows)} photos of {len({row['item'] for row in rows})} products")


if __name__ == "__main__":
    main(*sys.argv[1:4])
