"""Labels the aligned crops of `visage train --only-crops` by the trained teachers, for `visage train --soft-labels`.

    python3 soften.py --crops cache/crops --teachers teachers --out cache/crops/teachers.f32

It works without a GPU as well, at some ten faces a second and core. What it has written is kept when it is ended, and it goes on there.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from crops import KEPT, MARGIN, Crops
from losses import probabilities
from networks import LITE2, SOFT_LABELS, Dmtl, Recogniser
from train import LARGE, SIZE, mean_probabilities

BATCH = 64


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("crops", "teachers", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--only", choices=["recogniser", "lite2"], help="one of the teachers alone")
    parser.add_argument("--mirror", action="store_true", help="average over each crop and its mirror image")
    arguments = parser.parse_args()
    known = Crops.open(arguments.crops)
    pixels, count = known.pixels, len(known.pixels)
    teachers = []
    if arguments.only != "lite2":
        teachers.append(Recogniser(0.0))
        teachers[-1].load_state_dict(torch.load(arguments.teachers / "recogniser.pt", map_location="cpu", weights_only=True))
    if arguments.only != "recogniser":
        teachers.append(Dmtl(LITE2, 0.0))
        teachers[-1].load_trained(arguments.teachers / "lite2.pth")
    teachers = [teacher.to(arguments.device, memory_format=torch.channels_last).eval() for teacher in teachers]

    done = arguments.out.stat().st_size // (4 * SOFT_LABELS) if arguments.out.exists() else 0
    began, first = time.time(), done
    with open(arguments.out, "r+b" if done else "wb") as out, torch.no_grad():
        out.truncate(done * 4 * SOFT_LABELS)
        out.seek(done * 4 * SOFT_LABELS)
        while done < count:
            crops = pixels[done : done + BATCH, MARGIN : KEPT - MARGIN, MARGIN : KEPT - MARGIN]
            image = torch.from_numpy(np.ascontiguousarray(crops)).to(arguments.device).permute(0, 3, 1, 2).float().sub_(127).div_(128)
            image = F.interpolate(image, size=(LARGE, LARGE), mode="bilinear").contiguous(memory_format=torch.channels_last)
            images = [image, image.flip(3)] if arguments.mirror else [image]
            with torch.autocast(arguments.device.split(":")[0], dtype=torch.bfloat16):
                found = [{name: logits.float() for name, logits in teacher(image).items()} for teacher in teachers for image in images]
            found = mean_probabilities([probabilities(logits) for logits in found])
            table = torch.cat([found[name] for name in ("age", "gender", "race")], 1)
            assert table.shape[1] == SOFT_LABELS
            out.write(table.cpu().numpy().astype("<f4").tobytes())
            done += len(crops)
            if done // BATCH % 50 == 0:
                print(f"{done} of {count}, {(done - first) / (time.time() - began):.1f} a second", flush=True)
    report(known, np.fromfile(arguments.out, "<f4").reshape(count, SOFT_LABELS))


def report(known, labels):
    """Says how good the labels are on the faces that are kept for validation."""
    estimates = labels[:, :101] @ np.arange(101)
    for dataset in dict.fromkeys(known.datasets):
        own = known.is_validation & np.array([name == dataset for name in known.datasets])
        exact = own & (known.first == known.last) & (known.first >= 0)
        if exact.any():
            print(f"{dataset}: mean age error {np.abs(estimates - known.first)[exact].mean():.2f}")
        for name, labelled, start, end in (("gender", known.gender, 101, 103), ("race", known.race, 103, 108)):
            has = own & (labelled >= 0)
            if has.any():
                print(f"{dataset}: {name} {(labels[has, start:end].argmax(1) == labelled[has]).mean():.4f}")


if __name__ == "__main__":
    main()
