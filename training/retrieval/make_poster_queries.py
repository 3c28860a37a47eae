"""Labels the hundred queries of poster-hundred.tsv with the films of a drawn poster set.

    python3 training/retrieval/make_poster_queries.py --set FOLDER --out queries.csv

FOLDER has posters.csv and posters-truth.csv, as `anmok demo --profile poster` draws them. Of each
query the column `right` says which films answer it, conditions parted by spaces all holding:
genre:, shows:, tone: and weather: (alternatives parted by /), neon; or one of title: (either
title is this) and story: (the English overview holds this); none for things that are not there.
The kinds become parts, so that `evaluate retrieval --part KIND` gives one kind.
"""

import argparse
import csv
import pathlib

HERE = pathlib.Path(__file__).parent


def rows(path, delimiter=","):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def holds(condition, film, truth):
    if condition == "neon":
        return truth["neon"] == "true"
    name, _, wanted = condition.partition(":")
    own = {
        "genre": film["genres"].split("|"),
        "shows": [truth["composition"]],
        "tone": [truth["tone"]],
        "weather": [truth["weather"]],
    }[name]
    return any(value in own for value in wanted.split("/"))


def right(what, film, truth):
    if what == "none":
        return False
    if what.startswith("title:"):
        return what[6:] in (film["title_ko"], film["title_en"])
    if what.startswith("story:"):
        return what[6:] in film["overview_en"]
    return all(holds(condition, film, truth) for condition in what.split())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--set", required=True, type=pathlib.Path)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    options = parser.parse_args()
    films = rows(options.set / "posters.csv")
    truths = {row["item"]: row for row in rows(options.set / "posters-truth.csv")}
    with open(options.out, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["query", "language", "part", "relevant"])
        for row in rows(HERE / "poster-hundred.tsv", "\t"):
            films_right = [
                film["item"] for film in films if right(row["right"], film, truths[film["item"]])
            ]
            if not films_right and row["right"] != "none":
                raise SystemExit(f"no film answers {row['query']!r}: {row['right']}")
            out.writerow([row["query"], row["language"], row["kind"], "|".join(films_right)])


if __name__ == "__main__":
    main()
