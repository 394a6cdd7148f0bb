"""Trains two large teachers and, taught by both, the network that ships, on one GPU and within given seconds.

    python3 train.py --faces FOLDER --data DIR --alignment CSV --pretrained FOLDER --out DIR --seconds 100 140 270

The teachers are a network that recognises faces (its weights know persons, not attributes) and DMTL on EfficientNet-Lite2, both at
160 pixels. The network that ships sees each face twice, as it is and with other surroundings, and is told both times what the
teachers say of the second view: what lies around a face is not to matter.
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

import faces
from losses import TASKS, Weighting, evidence_outside, heat_map, imitated, labelled, probabilities, shown
from networks import LITE0, LITE2, Dmtl, Recogniser
from views import Views

SIZE, LARGE = 112, 160
# How often a face comes from each set, in the order of `faces.SETS`.
SHARES = [0.38, 0.34, 0.07, 0.09, 0.06, 0.06]
IMITATION = 0.6  # share of the loss against the teachers; the labels have the rest
AVERAGING = 0.998
EVIDENCE, EVIDENCE_INTERVAL, EVIDENCE_FACES = 0.6, 4, 96  # weight of the evidence outside of the face; how often, of how many
# Of the table of runs, `assets/experiments/runs.csv`, which has those that lost as well.
COLUMNS = "run network mirrored steps seconds set n mae cs5 group one_off gender men women children race heat_age heat_gender heat_race".split()
WARM_UP = 4  # steps that do not count, in which kernels are chosen
GROUPS = [(0, 2), (3, 9), (10, 19), (20, 29), (30, 39), (40, 49), (50, 59), (60, 69), (70, 100)]


class Run:
    def __init__(self, arguments):
        self.arguments = arguments
        self.device = torch.device(arguments.device)
        self.began = time.time()
        pixels, rows = faces.load(
            arguments.faces, arguments.data, arguments.alignment, limit=arguments.limit
        )
        (arguments.out / "faces.txt").write_text("\n".join(rows["file"]))
        self.pixels = torch.from_numpy(pixels).to(self.device)
        self.places = torch.tensor(rows["place"], dtype=torch.float32, device=self.device)
        self.sets = torch.tensor(rows["set"], device=self.device)
        self.validation = torch.tensor(rows["validation"], device=self.device)
        self.labels = {
            name: torch.tensor(rows[name], device=self.device) for name in ("first", "last", "gender", "races")
        }
        training = ~self.validation
        counts = torch.tensor([((self.sets == s) & training).sum().item() for s in range(len(SHARES))])
        self.say(f"training faces {dict(zip(faces.SETS, counts.tolist()))}, validation {self.validation.sum().item()}")
        self.runs = csv.DictWriter(open(arguments.out / "runs.csv", "w"), COLUMNS, lineterminator="\n")
        self.runs.writeheader()
        self.record = {
            "program": "train.py",
            "device": torch.cuda.get_device_name() if self.device.type == "cuda" else "CPU",
            "seed": arguments.seed,
            "batch": arguments.batch,
            "imitation": IMITATION,
            "averaging": AVERAGING,
            "evidence": EVIDENCE,
            "training_images": dict(zip(faces.SETS, counts.tolist())),
            "shares": dict(zip(faces.SETS, SHARES)),
            "networks": [],
            "figures": {},
        }
        weight = torch.tensor(SHARES) / counts.clamp_min(1)
        self.weight = torch.where(training, weight.to(self.device)[self.sets], torch.zeros((), device=self.device)).double()
        self.cumulated = self.weight.cumsum(0)

    def say(self, text):
        print(f"[{time.time() - self.began:6.1f}] {text}", flush=True)

    def draw(self, n):
        """Random training faces."""
        at = torch.rand(n, device=self.device, dtype=torch.float64) * self.cumulated[-1]
        return torch.searchsorted(self.cumulated, at).clamp_max(len(self.sets) - 1)

    def views(self, chosen, plain=False):
        return Views(self.pixels[chosen], self.places[chosen], plain)

    def known(self, chosen, times=1):
        return {name: values[chosen].repeat(times, *[1] * (values.dim() - 1)) for name, values in self.labels.items()}

    def amp(self):
        return torch.autocast(self.device.type, dtype=torch.bfloat16)

    def forward(self, network, images):
        with self.amp():
            return {name: logits.float() for name, logits in network(images.contiguous(memory_format=torch.channels_last)).items()}

    def train(self, name, network, seconds, rate, step):
        """Trains for `seconds`; `step(network)` gives the three losses and what is added to their weighted sum.

        Returns the average of the weights.
        """
        network.to(self.device, memory_format=torch.channels_last).train()
        weighting = Weighting().to(self.device)
        with torch.no_grad():  # the first batch restores the normalisation of a folded network
            self.forward(network, self.views(self.draw(self.arguments.batch)).render(SIZE if name == "student" else LARGE, False))
        average = copy.deepcopy(network).requires_grad_(False)
        decaying = [p for p in network.parameters() if p.dim() > 1]
        others = [p for p in network.parameters() if p.dim() <= 1]
        groups = [
            dict(params=decaying, weight_decay=0.05, factor=1.0),
            dict(params=others, weight_decay=0.0, factor=1.0),
            dict(params=weighting.parameters(), weight_decay=0.0, factor=10.0),
        ]
        optimizer = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.99), fused=self.device.type == "cuda")
        curve = csv.writer(open(self.arguments.out / f"{name}.csv", "w"))
        curve.writerow(["step", "learning_rate", *(f"{task}_loss" for task in TASKS), *(f"{task}_log_variance" for task in TASKS)])
        torch.backends.cudnn.benchmark = True
        begin = saved = time.time()
        number, done = 0, 0.0
        while done < 1:
            now = rate * min(1, (number + 1) / 150) * 0.5 * (1 + math.cos(math.pi * done))
            for group in optimizer.param_groups:
                group["lr"] = now * group["factor"]
            losses, penalty = step(network)
            total = weighting(losses) + penalty
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            keep = min(AVERAGING, (number + 1) / (number + 10))
            with torch.no_grad():
                floats = [(a, b) for a, b in zip(average.state_dict().values(), network.state_dict().values()) if a.is_floating_point()]
                torch._foreach_lerp_([a for a, _ in floats], [b for _, b in floats], 1 - keep)
            if number % 10 == 0:
                values = losses.tolist()  # waits for the GPU
                if not all(math.isfinite(value) for value in values):
                    raise SystemExit(f"{name}: the loss is not a number at step {number}")
                if number % 100 == 0 or number == 10:
                    self.say(f"{name} step {number} losses {[round(v, 3) for v in values]}")
                curve.writerow([number, now, *values, *weighting.log_variances.tolist()])
            if name == "student" and time.time() - saved > 60:
                torch.save(average.folded(), self.arguments.out / "student-unfinished.pth")
                saved = time.time()
            number += 1
            if number == WARM_UP:
                begin = time.time()
            done = (time.time() - begin) / seconds if number > WARM_UP else 0.0
        torch.backends.cudnn.benchmark = False  # what follows has batches of many sizes
        self.say(f"{name}: {number} steps in {time.time() - begin:.0f} s")
        self.record["networks"].append({"name": name, "steps": number, "seconds": round(time.time() - begin), "learning_rate": rate})
        return average.eval()

    @torch.no_grad()
    def predict(self, networks, chosen, size, mirror=False):
        """Probabilities, averaged over networks, of faces as the program sees them."""
        found = []
        for part in chosen.split(512):
            views = self.views(part, plain=True)
            image = views.render(size, False)
            images = [image, image.flip(3)] if mirror else [image]
            found.append(mean_probabilities([probabilities(self.forward(network, image)) for network in networks for image in images]))
        return {name: torch.cat([out[name] for out in found]) for name in found[0]}

    def measure(self, name, networks, size, mirror=False):
        """Prints and returns figures on the validation faces of every set."""
        figures = {}
        for number, dataset in enumerate(faces.SETS):
            chosen = ((self.sets == number) & self.validation).nonzero()[:, 0]
            if not len(chosen):
                continue
            out, labels = self.predict(networks, chosen, size, mirror), self.known(chosen)
            estimate = out["age"] @ torch.arange(101, device=self.device, dtype=torch.float32)
            found = {"n": len(chosen)}
            exact = (labels["first"] == labels["last"]) & (labels["first"] >= 0)
            if exact.any():
                error = (estimate - labels["first"])[exact].abs()
                found |= {"mae": error.mean().item(), "cs5": (error <= 5).float().mean().item()}
            else:
                first = torch.tensor([first for first, _ in GROUPS], device=self.device)
                group = lambda years: (years.round()[:, None] >= first).sum(1) - 1
                apart = (group(estimate) - group(labels["first"].float())).abs()
                found |= {"group": (apart == 0).float().mean().item(), "one_off": (apart <= 1).float().mean().item()}
            has = labels["gender"] >= 0
            if has.any():
                right = (out["gender"].argmax(1) == labels["gender"])[has]
                woman, child = labels["gender"][has] == 1, ((labels["first"] >= 3) & (labels["last"] <= 9))[has]
                found |= {"gender": right.float().mean().item(), "men": right[~woman].float().mean().item(), "women": right[woman].float().mean().item()}
                found |= {"children": right[child].float().mean().item()}
            five = labels["races"].float() @ shown(self.device) > 0
            if (five.sum(1) == 1).any():
                found["race"] = (out["race"].argmax(1) == five.float().argmax(1))[five.sum(1) == 1].float().mean().item()
            figures[dataset] = {key: round(value, 4) for key, value in found.items() if value == value}
            self.say(f"{name}{' mirrored' if mirror else ''} {dataset}: {figures[dataset]}")
            trained = next((network for network in self.record["networks"] if network["name"] == name), {})
            row = {"run": self.arguments.run, "network": name, "mirrored": "yes" if mirror else "no", "set": dataset}
            self.runs.writerow(row | {key: trained.get(key, "") for key in ("steps", "seconds")} | figures[dataset])
        return figures

    def heat(self, network, size=SIZE, most=1600):
        """Share of Grad-CAM's heat inside the oval, at the trunk's end, of UTKFace's validation faces."""
        chosen = ((self.sets == 0) & self.validation).nonzero()[:most, 0]
        totals = {task: [] for task in TASKS}
        for part in chosen.split(256):
            views = self.views(part, plain=True)
            image = views.render(size, False)
            distance, _, _ = views.oval(size)
            with self.amp():
                map_ = network.trunk(image.contiguous(memory_format=torch.channels_last)).float().detach().requires_grad_()
                out = network.behind(map_)
            for task in TASKS:
                heat = heat_map(map_, out, task, retain_graph=True)
                heat = torch.nn.functional.interpolate(heat, size=(size, size), mode="bilinear")
                total = heat.sum((1, 2, 3))
                share = (heat * (distance <= 1)).sum((1, 2, 3)) / total.clamp_min(1e-12)
                totals[task].append(share[total > 0])
        found = {task: round(torch.cat(shares).mean().item(), 4) for task, shares in totals.items()}
        self.say(f"heat in the oval: {found}")
        return found


def mean_probabilities(outs):
    """The mean of networks' probabilities; not all have a head for FairFace's classes."""
    heads = {name for out in outs for name in out}
    return {name: torch.stack([out[name] for out in outs if name in out]).mean(0) for name in heads}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("faces", "data", "alignment", "pretrained", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--seconds", type=float, nargs=3, default=[100, 140, 270], help="of recogniser, Lite2, and the network")
    parser.add_argument("--teachers", type=Path, help="folder of trained teachers, which are then not trained")
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--run", default="gpu", help="its name in the table of runs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, help="faces of each part, for a rehearsal")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(arguments.seed)
    torch.backends.cudnn.benchmark_limit = 3  # with more, trying out kernels takes as long as a training
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True
    run = Run(arguments)
    run.say("faces are ready")
    batch, figures = arguments.batch, run.record["figures"]

    recogniser, large, student = Recogniser(0.3), Dmtl(LITE2, 0.3), Dmtl(LITE0, 0.1)
    student.load_folded(arguments.pretrained / "shipped.onnx.gz")

    def teacher_step(teacher=None):
        def step(network):
            chosen = run.draw(batch)
            views = run.views(chosen)
            # Every second batch has other surroundings.
            step.turn = not step.turn
            image = views.render(LARGE, step.turn)
            out = run.forward(network, image)
            losses = labelled(out, run.known(chosen))
            if teacher is None:
                return losses, 0.0
            with torch.no_grad():
                target = probabilities(run.forward(teacher, image))
            return losses * 0.5 + imitated(out, target) * 0.5, 0.0

        step.turn = False
        return step

    def train_teachers():
        recogniser.load_graph_model(arguments.pretrained / "faceres-deep")
        large.load_imagenet(arguments.pretrained / "lite2.pth")
        teachers = [run.train("recogniser", recogniser, arguments.seconds[0], 6e-4, teacher_step())]
        figures["recogniser"] = run.measure("recogniser", teachers, LARGE)
        torch.save({name: value.half() for name, value in teachers[0].state_dict().items()}, arguments.out / "recogniser.pt")
        teachers.append(run.train("lite2", large, arguments.seconds[1], 2e-3, teacher_step(teachers[0])))
        figures["lite2"] = run.measure("lite2", teachers[1:], LARGE)
        figures["lite2_heat"] = run.heat(teachers[1], LARGE)
        torch.save({name: value.half() for name, value in teachers[1].folded().items()}, arguments.out / "lite2.pth")
        return teachers

    if arguments.teachers:
        recogniser.load_state_dict(torch.load(arguments.teachers / "recogniser.pt", map_location="cpu", weights_only=True))
        large.load_trained(arguments.teachers / "lite2.pth")
        teachers = [teacher.to(run.device, memory_format=torch.channels_last).eval() for teacher in (recogniser, large)]
    else:
        teachers = train_teachers()
    figures["teachers"] = run.measure("teachers", teachers, LARGE, mirror=True)

    def student_step(network):
        chosen = run.draw(batch)
        views = run.views(chosen)
        with torch.no_grad():
            image = views.render(LARGE, True)
            target = mean_probabilities([probabilities(run.forward(teacher, image)) for teacher in teachers])
        both = torch.cat([views.render(SIZE, False), views.render(SIZE, True)])
        out = run.forward(network, both)
        target = {name: values.repeat(2, 1) for name, values in target.items()}
        losses = labelled(out, run.known(chosen, 2)) * (1 - IMITATION) + imitated(out, target) * IMITATION
        student_step.number += 1
        if student_step.number % EVIDENCE_INTERVAL:
            return losses, 0.0
        # A few faces as they are: what is differentiated twice has no fast kernels.
        few = views.part(EVIDENCE_FACES)
        with run.amp():
            map_ = network.trunk(few.render(SIZE, False).contiguous(memory_format=torch.channels_last))
            out = {name: logits.float() for name, logits in network.behind(map_).items()}
        distance, _, _ = few.oval(map_.shape[-1])
        return losses, EVIDENCE * evidence_outside(map_, out, ((distance - 0.9) / 0.4).clamp(0, 1))

    student_step.number = 0

    student = run.train("student", student, arguments.seconds[2], 5e-4, student_step)
    torch.save(student.folded(), arguments.out / "student.pth")
    figures["student"] = run.measure("student", [student], SIZE)
    figures["student_mirrored"] = run.measure("student", [student], SIZE, mirror=True)
    figures["heat"] = run.heat(student)
    (arguments.out / "training.json").write_text(json.dumps(run.record, indent=1))
    # What the teachers say of every face, for trainings without a GPU: bytes of the square roots of probabilities.
    out = run.predict(teachers, torch.arange(len(run.sets), device=run.device), LARGE)
    table = torch.cat([out["age"], out["gender"], out["fine"]], 1).sqrt().mul(255).round().byte().cpu().numpy()
    np.save(arguments.out / "soft-labels.npy", table)
    run.say("done")


if __name__ == "__main__":
    main()
