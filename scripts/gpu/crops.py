"""Aligned crops of sets whose labels have gaps, in the form in which `visage train --only-crops` keeps those of UTKFace and FairFace.

    python3 crops.py --faces FACES --data DATA --alignment alignment.csv --out cache/crops-more
"""

import argparse
import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

import faces

KEPT = 136  # side of a kept crop, of which the middle is the canonical one
CANONICAL = 112
MARGIN = (KEPT - CANONICAL) // 2
# FairFace's groups of ages, in the order of their numbers.
GROUPS = [(0, 2), (3, 9), (10, 19), (20, 29), (30, 39), (40, 49), (50, 59), (60, 69), (70, faces.LAST_YEAR)]
COLUMNS = "dataset age_first age_last gender race is_found is_validation".split()
BATCH = 256


@dataclass
class Crops:
    """A folder of crops: `pixels`, `[n, KEPT, KEPT, 3]` bytes, and what is known of each; -1 is unknown."""

    pixels: np.ndarray
    datasets: list
    first: np.ndarray
    last: np.ndarray
    gender: np.ndarray
    race: np.ndarray
    is_found: np.ndarray
    is_validation: np.ndarray

    @classmethod
    def open(cls, folder):
        with open(folder / "crops.csv", newline="") as file:
            rows = list(csv.DictReader(file))
        pixels = np.memmap(folder / "crops.rgb", np.uint8, "r", shape=(len(rows), KEPT, KEPT, 3))
        ages = [ages_of(row) for row in rows]
        numbers = lambda name: np.array([int(row[name] or -1) for row in rows])
        return cls(
            pixels,
            [row["dataset"] for row in rows],
            np.array([first for first, _ in ages]),
            np.array([last for _, last in ages]),
            numbers("gender"),
            numbers("race"),
            np.array([row["is_found"] == "true" for row in rows]),
            np.array([row["is_validation"] == "true" for row in rows]),
        )


def ages_of(row):
    """The first and the last possible year, of a table with groups of ages or of one with gaps."""
    if row.get("years"):
        return int(row["years"]), int(row["years"])
    if row.get("age_group"):
        return GROUPS[int(row["age_group"])]
    return int(row["age_first"]), int(row["age_last"])


def cut(pixels, places):
    """Crops of `[n, SIDE, SIDE, 3]` bytes; `places`, `[n, 4]`, lead from the canonical crop to the images' pixels."""
    line = (torch.arange(2 * KEPT) + 0.5) / 2 - MARGIN
    y, x = torch.meshgrid(line, line, indexing="ij")
    a, b, tx, ty = (places[:, i, None, None] for i in range(4))
    place = torch.stack([a * x - b * y + tx, b * x + a * y + ty], -1) * (2 / faces.SIDE) - 1
    found = F.grid_sample(pixels.permute(0, 3, 1, 2).float(), place, padding_mode="border", align_corners=False)
    return F.avg_pool2d(found, 2).round().byte().permute(0, 2, 3, 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("faces", "data", "alignment", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    pixels, rows = faces.load(arguments.faces, arguments.data, arguments.alignment)
    places = torch.tensor(rows["place"], dtype=torch.float32)
    with open(arguments.out / "crops.rgb", "wb") as out:
        for start in range(0, len(pixels), BATCH):
            end = start + BATCH
            out.write(cut(torch.from_numpy(pixels[start:end]), places[start:end]).numpy().tobytes())
    with open(arguments.out / "crops.csv", "w", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        for index in range(len(pixels)):
            shown = {faces.SHOWN[race] for race in np.flatnonzero(rows["races"][index])}
            table.writerow(
                dict(
                    dataset=faces.SETS[rows["set"][index]],
                    age_first=rows["first"][index],
                    age_last=rows["last"][index],
                    gender=rows["gender"][index] if rows["gender"][index] >= 0 else "",
                    race=shown.pop() if len(shown) == 1 else "",
                    is_found=str(rows["found"][index]).lower(),
                    is_validation=str(rows["validation"][index]).lower(),
                )
            )
    print(f"{len(pixels)} crops in {arguments.out}")


if __name__ == "__main__":
    main()
