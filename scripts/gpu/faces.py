"""Faces of several data sets, with labels that may be missing, decoded into one array.

Nothing is cut out here: images stay as they are, and `visage align` says where the face lies in each.
"""

import csv
import io
import re
import sys
import tarfile
import zipfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

SIDE = 160  # width and height of the array's images; smaller ones are continued by their border
SETS = ["utkface", "fairface", "fairface-males", "appa-real", "images-of-groups", "aaf"]
# FairFace's classes, and which of the five shown ones each belongs to: White, Black, Asian, Indian, Others.
RACES = ["White", "Black", "East Asian", "Southeast Asian", "Indian", "Latino_Hispanic", "Middle Eastern"]
SHOWN = [0, 1, 2, 2, 3, 4, 4]
GENDERS = ["Male", "Female"]
LAST_YEAR = 100


@dataclass
class Labels:
    """What is known of a face. Years are the first and the last possible one; -1 and an empty set of races are unknown."""

    first: int = -1
    last: int = -1
    gender: int = -1
    races: tuple = ()


def utkface_labels(name):
    """From a name such as `25_0_3_20170104221842113.jpg.chip.webp`; None where a field is missing."""
    found = re.match(r"(\d+)_([01])_([0-4])_", name)
    if not found:
        return None
    age, gender, race = map(int, found.groups())
    age = min(age, LAST_YEAR)
    return Labels(age, age, gender, tuple(fine for fine, shown in enumerate(SHOWN) if shown == race))


def years(text):
    """`3-9` or `more than 70`."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return numbers[0], numbers[-1] if len(numbers) > 1 else LAST_YEAR


def table_labels(row):
    """A row of FairFace's table, or of one with the columns `age_first, age_last, gender, race`."""
    labels = Labels()
    if "age" in row:
        labels.first, labels.last = years(row["age"])
    elif row["age_first"]:
        labels.first, labels.last = (min(int(row[column]), LAST_YEAR) for column in ("age_first", "age_last"))
    if row["gender"]:
        labels.gender = GENDERS.index(row["gender"])
    if row["race"]:
        labels.races = (RACES.index(row["race"]),)
    return labels


def read_tables(data):
    """The labels of all sets but UTKFace, by the files' paths in their archives, without extension."""
    tables = {}
    for path in [data / "fairface" / "fairface_label_train.csv", *sorted(data.glob("more/*/labels.csv"))]:
        with open(path, newline="") as file:
            for row in csv.DictReader(file):
                tables[str(Path(row["file"]).with_suffix(""))] = table_labels(row)
    return tables


def decode(encoded):
    """An image of at most SIDE pixels, its border going on to the right and below."""
    image = np.asarray(Image.open(io.BytesIO(encoded)).convert("RGB"))[:SIDE, :SIDE]
    height, width, _ = image.shape
    return np.pad(image, ((0, SIDE - height), (0, SIDE - width), (0, 0)), mode="edge")


def unpack(archives, out):
    """Decodes the images of some `.zip` files into `out.npy`, and writes their paths to `out.txt`."""
    paths, encoded = [], []
    for archive in archives:
        with zipfile.ZipFile(archive) as files:
            for name in files.namelist():
                paths.append(name)
                encoded.append(files.read(name))
    with ProcessPoolExecutor() as pool:
        images = np.stack(list(pool.map(decode, encoded, chunksize=256)))
    np.save(f"{out}.npy", images)
    Path(f"{out}.txt").write_text("\n".join(paths))
    print(f"{len(paths)} images in {out}.npy", flush=True)


def pack(archives, out, most=52_500_000):
    """The images of `.tar` files in `.zip` files of at most so many bytes, `out0.zip` and so on, which waste less on small files."""
    files, size, number = None, most, 0
    for archive in archives:
        with tarfile.open(archive) as tar:
            for member in tar:
                if not member.name.endswith((".webp", ".jpg", ".png")):
                    continue
                if size + member.size + 300 > most:
                    if files:
                        files.close()
                    files, size, number = zipfile.ZipFile(f"{out}{number}.zip", "w"), 0, number + 1
                files.writestr(member.name, tar.extractfile(member).read())
                size += member.size + 300
    files.close()


def set_of(path):
    """The data set of a path in an archive."""
    folder = path.split("/")[0] if "/" in path else "utkface"
    return SETS.index("fairface" if folder == "train" else folder)


def load(folder, data, alignment, limit=None):
    """All unpacked images that have labels and an alignment: pixels, and a dictionary of arrays with a row for each."""
    tables = read_tables(data)
    with open(alignment, newline="") as file:
        places = {row["file"]: row for row in csv.DictReader(file)}
    pixels, rows = [], {name: [] for name in "file set first last gender races place found validation".split()}
    for part in sorted(folder.glob("*.npy")):
        images, paths = np.load(part, mmap_mode="r"), part.with_suffix(".txt").read_text().split("\n")
        chosen = []
        for index, path in enumerate(paths[:limit]):
            dataset = set_of(path)
            key = str(Path(path).with_suffix(""))
            labels = utkface_labels(path) if SETS[dataset] == "utkface" else tables.get(key)
            place = places.get(path)
            if labels is None or place is None:
                continue
            if SETS[dataset] == "fairface-males" or (SETS[dataset] == "images-of-groups" and labels.last <= 2):
                labels.gender = -1  # one gender only, and a guess
            chosen.append(index)
            rows["file"].append(path)
            rows["set"].append(dataset)
            rows["first"].append(labels.first)
            rows["last"].append(labels.last)
            rows["gender"].append(labels.gender)
            rows["races"].append([race in labels.races for race in range(len(RACES))])
            rows["place"].append([float(place[column]) for column in ("a", "b", "tx", "ty")])
            rows["found"].append(place["is_found"] == "true")
            rows["validation"].append(place["is_validation"] == "true")
        pixels.append(images[chosen])
    return np.concatenate(pixels), {name: np.array(values) for name, values in rows.items()}


if __name__ == "__main__":
    {"pack": pack, "unpack": unpack}[sys.argv[1]](sys.argv[3:], sys.argv[2])
