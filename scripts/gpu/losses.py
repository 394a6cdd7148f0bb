"""The losses of `src/training/losses.rs`, for labels that may be missing, and their weighting."""

import torch
from torch import nn
from torch.nn import functional as F

from faces import SHOWN
from networks import AGES, RACES

DEVIATION = 2.0  # years, of the distribution around an exact age
ERROR_SCALE = 5.0  # years of error that weigh as much as one nat
TASKS = ["age", "gender", "race"]


class Weighting(nn.Module):
    """Learned homoscedastic uncertainty: `Σ exp(−s) · loss + s / 2` (Kendall, Gal, Cipolla, CVPR 2018)."""

    def __init__(self, log_variances=(0.0,) * len(TASKS)):
        super().__init__()
        self.log_variances = nn.Parameter(torch.tensor(log_variances))

    def forward(self, losses):
        s = self.log_variances.clamp(-4, 4)
        return ((-s).exp() * losses + s / 2).sum()


def shown(device):
    """From FairFace's seven classes to the five, `[7, 5]`."""
    return F.one_hot(torch.tensor(SHOWN, device=device), RACES).float()


def expected(logits):
    return logits.softmax(1) @ torch.arange(AGES, device=logits.device, dtype=torch.float32)


def mean(values, known):
    return (values * known).sum() / known.sum().clamp_min(1)


def labelled(out, labels):
    """Losses of age, gender and race against the labels, `[3]`, each the mean over the faces whose label is known."""
    age, device = out["age"], out["age"].device
    log = age.log_softmax(1)
    years = torch.arange(AGES, device=device)
    first, last = labels["first"][:, None], labels["last"][:, None]
    inside = (years >= first) & (years <= last)
    target = (-0.5 * ((years - first) / DEVIATION) ** 2).exp()
    target = target / target.sum(1, keepdim=True)
    divergence = (torch.xlogy(target, target) - target * log).sum(1)
    known = labels["first"] >= 0
    inside = inside | ~known[:, None]
    interval = -log.masked_fill(~inside, -torch.inf).logsumexp(1)
    is_exact = (labels["first"] == labels["last"]) & known
    estimate = expected(age)
    error = (labels["first"] - estimate).clamp_min(0) + (estimate - labels["last"]).clamp_min(0)
    of_age = torch.where(is_exact, divergence, interval) + error / ERROR_SCALE

    has_gender = labels["gender"] >= 0
    of_gender = F.cross_entropy(out["gender"], labels["gender"].clamp_min(0), reduction="none")

    races = labels["races"].float()
    has_race = races.sum(1) > 0
    five = (races @ shown(device) > 0).float()
    of_race = -(out["race"].log_softmax(1).masked_fill(five == 0, -torch.inf).logsumexp(1))
    if "fine" in out:
        of_fine = -(out["fine"].log_softmax(1).masked_fill(races == 0, -torch.inf).logsumexp(1))
        of_race = (of_race + of_fine) / 2
    of_race = torch.where(has_race, of_race, torch.zeros_like(of_race))
    return torch.stack([mean(of_age, known), mean(of_gender, has_gender), mean(of_race, has_race)])


def imitated(out, teacher):
    """The same three against a teacher's probabilities."""

    def divergence(logits, target):
        return (torch.xlogy(target, target) - target * logits.log_softmax(1)).sum(1).mean()

    years = torch.arange(AGES, device=out["age"].device, dtype=torch.float32)
    error = (expected(out["age"]) - teacher["age"] @ years).abs().mean() / ERROR_SCALE
    race = divergence(out["race"], teacher["race"])
    if "fine" in out:
        race = (race + divergence(out["fine"], teacher["fine"])) / 2
    return torch.stack([divergence(out["age"], teacher["age"]) + error, divergence(out["gender"], teacher["gender"]), race])


def heat_map(map_, out, task, **options):
    """Grad-CAM of a task's likeliest class, or of the expected age, on the map that `out` comes from, `[n, 1, side, side]`."""
    logits = out[task].float()
    score = expected(logits) if task == "age" else logits.amax(1)
    gradient = torch.autograd.grad(score.sum(), map_, **options)[0]
    return (gradient.float().mean((2, 3), keepdim=True) * map_.float()).sum(1, keepdim=True).relu()


def evidence_outside(map_, out, outside):
    """The share of Grad-CAM's heat that lies outside of the face, `[]`, the mean over faces and tasks.

    After "right for the right reasons" (Ross, Hughes, Doshi-Velez, IJCAI 2017), on the map that heat maps are made of instead of the
    pixels. `map_`: the trunk's, `[n, channels, side, side]`; `outside`: from 0 in the face to 1 beyond it, `[n, 1, side, side]`.
    """
    shares = []
    for task in TASKS:
        heat = heat_map(map_, out, task, create_graph=True)
        total = heat.sum((1, 2, 3))
        share = (heat * outside).sum((1, 2, 3)) / total.clamp_min(1e-6)
        shares.append(mean(share, (total > 1e-6).float()))
    return torch.stack(shares).mean()


def heat_outside(map_, out, outside):
    """The same with Grad-CAM's importance of the channels as a constant, so that nothing is differentiated twice; of age, heat in
    both directions counts. That is the loss of `src/training/evidence.rs`."""
    shares = []
    for task in TASKS:
        logits = out[task]
        score = expected(logits) if task == "age" else logits.amax(1)
        importance = torch.autograd.grad(score.sum(), map_, retain_graph=True)[0].mean((2, 3), keepdim=True)
        evidence = (importance * map_).sum(1, keepdim=True)
        for heat in [evidence.relu(), (-evidence).relu()] if task == "age" else [evidence.relu()]:
            shares.append(((heat * outside).sum((1, 2, 3)) / heat.sum((1, 2, 3)).clamp_min(1e-6)).mean())
    return torch.stack(shares).mean()


def probabilities(out):
    return {name: logits.softmax(1) for name, logits in out.items()}
