"""Trains the network that ships further, taught by the labels and by what `soften.py` says that the teachers see, without a GPU.

    visage export-onnx --weights starts/evidence-2/dmtl.bpk --out start.onnx && gzip start.onnx
    python3 distil.py --crops cache/crops cache/crops-more --start start.onnx.gz --out cache/distilled --seconds 4800

Each folder of crops has the teachers' labels beside it, `teachers.f32`. The network stays folded, and its first stages stay as they
are: that is three times as fast as `visage train`, and needs a network that is good already. What it has learned is kept every two
minutes, and a run that was ended goes on from there.
"""

import argparse
import copy
import csv
import json
import math
import time
from pathlib import Path

import numpy as np
import torch

from crops import CANONICAL, MARGIN, Crops
from faces import SHOWN
from losses import TASKS, Weighting, heat_outside, imitated, labelled
from networks import LITE0, SOFT_LABELS, Dmtl
from views import Views

# How often a face comes from each set.
SHARES = {"utkface": 0.46, "fairface": 0.30, "appa-real": 0.09, "aaf": 0.05, "fairface-males": 0.04, "images-of-groups": 0.06}
FROZEN_STAGES = 2
DROPOUT = 0.2
WARM_UP = 100
BIAS_RATE = 0.5  # of the learning rate, for what has one dimension: nothing normalises what a bias adds
SAVED_EVERY = 120.0
LONGEST_STEP = 5.0  # seconds that count of a step in which the machine did something else


class Faces:
    """All crops of some folders, one after the other, with their labels and the teachers'."""

    def __init__(self, folders):
        opened = [Crops.open(folder) for folder in folders]
        self.sets = [name for crops in opened for name in crops.datasets]
        together = lambda name: torch.from_numpy(np.concatenate([getattr(crops, name) for crops in opened]))
        self.first, self.last, self.gender, self.race = (together(name) for name in ("first", "last", "gender", "race"))
        self.is_validation = together("is_validation")
        self.pixels = [torch.from_numpy(np.array(crops.pixels)) for crops in opened]
        self.starts = np.cumsum([0, *(len(crops.pixels) for crops in opened)])
        self.soft = torch.from_numpy(np.concatenate([self.taught(folder, crops) for folder, crops in zip(folders, opened)]))
        training = {name: [i for i, own in enumerate(self.sets) if own == name and not self.is_validation[i]] for name in dict.fromkeys(self.sets)}
        self.training = {name: torch.tensor(indices) for name, indices in training.items()}
        total = sum(SHARES[name] for name in self.training)
        self.shares = {name: SHARES[name] / total for name in self.training}

    @staticmethod
    def taught(folder, crops):
        soft = np.fromfile(folder / "teachers.f32", "<f4").reshape(-1, SOFT_LABELS)
        assert len(soft) == len(crops.pixels), f"{folder}: run soften.py to its end"
        return soft

    def draw(self, count, random):
        """The indices of random training faces."""
        names = list(self.shares)
        sets = torch.multinomial(torch.tensor([self.shares[name] for name in names]), count, True, generator=random)
        return torch.stack([self.training[names[at]][torch.randint(len(self.training[names[at]]), (), generator=random)] for at in sets])

    def pixels_of(self, chosen):
        def one(index):
            part = int(np.searchsorted(self.starts, index, "right")) - 1
            return self.pixels[part][index - int(self.starts[part])]

        return torch.stack([one(int(index)) for index in chosen])

    def labels_of(self, chosen):
        shown = torch.tensor(SHOWN)
        race = self.race[chosen]
        return dict(
            first=self.first[chosen],
            last=self.last[chosen],
            gender=self.gender[chosen],
            races=race[:, None] == shown[None],
        )

    def soft_of(self, chosen):
        soft = self.soft[chosen]
        return dict(age=soft[:, :101], gender=soft[:, 101:103], race=soft[:, 103:])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crops", type=Path, nargs="+", required=True)
    parser.add_argument("--start", type=Path, required=True, help="what `visage export-onnx` writes, packed by gzip")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=4800, help="of training, over all that it took to get there")
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--averaging", type=float, default=0.998)
    parser.add_argument("--imitation", type=float, default=0.6, help="share of the losses against the teachers")
    parser.add_argument("--surroundings", type=float, default=0.35, help="share of faces that are put into other surroundings")
    parser.add_argument("--harm", type=float, default=0.4, help="see views.py")
    parser.add_argument("--evidence", type=float, default=1.0, help="weight of the heat outside of the face")
    parser.add_argument("--log-variances", type=float, nargs=3, default=[0.0, 0.0, 0.0], help="of age, gender and race, at first")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(arguments.seed)
    random = torch.Generator().manual_seed(arguments.seed)

    faces = Faces(arguments.crops)
    print({name: len(indices) for name, indices in faces.training.items()}, flush=True)
    network = Dmtl(LITE0, DROPOUT)
    network.load_folded(arguments.start)
    network.stay_folded()
    network.to(memory_format=torch.channels_last).train()
    torch.nn.ModuleList([network.stem, *network.stages[:FROZEN_STAGES]]).requires_grad_(False)
    weighting = Weighting(arguments.log_variances)
    average = copy.deepcopy(network).requires_grad_(False)
    trained = [parameter for parameter in network.parameters() if parameter.requires_grad]
    groups = [
        dict(params=[p for p in trained if p.dim() > 1], weight_decay=0.05, factor=1.0),
        dict(params=[p for p in trained if p.dim() <= 1], weight_decay=0.0, factor=BIAS_RATE),
        dict(params=weighting.parameters(), weight_decay=0.0, factor=10.0),
    ]
    optimizer = torch.optim.AdamW(groups, lr=arguments.rate, betas=(0.9, 0.99), foreach=True)
    kept = arguments.out / "checkpoint.pt"
    step, spent = 0, 0.0
    if kept.exists():
        saved = torch.load(kept, weights_only=True)
        step, spent = saved["step"], saved["spent"]
        for part, name in [(network, "network"), (weighting, "weighting"), (average, "average"), (optimizer, "optimizer")]:
            part.load_state_dict(saved[name])
        random.manual_seed(arguments.seed + step)
        torch.manual_seed(arguments.seed + step)
    curve_file = open(arguments.out / "training.csv", "a" if step else "w", newline="")
    curve = csv.writer(curve_file, lineterminator="\n")
    if not step:
        curve.writerow(
            ["step", "learning_rate", *(f"{task}_loss" for task in TASKS), "outside", *(f"{task}_log_variance" for task in TASKS)]
        )

    def save():
        parts = dict(network=network, weighting=weighting, average=average, optimizer=optimizer)
        torch.save(dict(step=step, spent=spent, **{name: part.state_dict() for name, part in parts.items()}), kept)
        torch.save(average.folded(), arguments.out / "student.pth")
        record = {
            "program": "distil.py",
            "device": "CPU",
            "seed": arguments.seed,
            "batch": arguments.batch,
            "imitation": arguments.imitation,
            "averaging": arguments.averaging,
            "evidence": arguments.evidence,
            "surroundings": arguments.surroundings,
            "training_images": {name: len(indices) for name, indices in faces.training.items()},
            "shares": {name: round(share, 4) for name, share in faces.shares.items()},
            "networks": [dict(name="student", steps=step, seconds=round(spent), learning_rate=arguments.rate)],
            "figures": {},
        }
        (arguments.out / "training.json").write_text(json.dumps(record, indent=1))

    saved_at = spent
    while spent < arguments.seconds:
        began = time.time()
        done = spent / arguments.seconds
        now = arguments.rate * min(1.0, (step + 1) / WARM_UP) * 0.5 * (1 + math.cos(math.pi * done))
        for group in optimizer.param_groups:
            group["lr"] = now * group["factor"]
        chosen = faces.draw(arguments.batch, random)
        places = torch.tensor([[1.0, 0.0, MARGIN, MARGIN]]).expand(len(chosen), 4)
        views = Views(faces.pixels_of(chosen), places, harm=arguments.harm, fineness=1)
        with torch.no_grad():
            image = views.render(CANONICAL, arguments.surroundings).contiguous(memory_format=torch.channels_last)
            image = network.stem(image)
            for stage in network.stages[:FROZEN_STAGES]:
                image = stage(image)
        map_ = image
        for stage in network.stages[FROZEN_STAGES:]:
            map_ = stage(map_)
        out = network.behind(map_)
        losses = labelled(out, faces.labels_of(chosen)) * (1 - arguments.imitation)
        losses = losses + imitated(out, faces.soft_of(chosen)) * arguments.imitation
        distance, _, _ = views.oval(map_.shape[-1])
        outside = heat_outside(map_, out, ((distance - 0.75) / 0.5).clamp(0, 1))
        total = weighting(losses) + arguments.evidence * outside
        optimizer.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(trained, 5.0, foreach=True)
        optimizer.step()
        keep = min(arguments.averaging, (step + 1) / (step + 10))
        with torch.no_grad():
            torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - keep)
        if step % 10 == 0:
            values = [*losses.tolist(), outside.item()]
            if not all(math.isfinite(value) for value in values):
                raise SystemExit(f"the loss is not a number at step {step}")
            curve.writerow([step, now, *values, *weighting.log_variances.tolist()])
            curve_file.flush()
        step += 1
        spent += min(time.time() - began, LONGEST_STEP)
        if step % 50 == 0:
            print(f"step {step}, {spent:.0f} s, {[round(v, 3) for v in [*losses.tolist(), outside.item()]]}", flush=True)
        if spent - saved_at > SAVED_EVERY:
            save()
            saved_at = spent
    save()
    print(f"{step} steps in {spent:.0f} s", flush=True)


if __name__ == "__main__":
    main()
