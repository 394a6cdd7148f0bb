"""Folds the batch normalisation of the teacher that recognises faces into its kernels, for `visage convert second-opinion`.

    python3 fold.py --teachers teachers --out recogniser.pth
"""

import argparse
from pathlib import Path

import torch

from networks import Recogniser


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("teachers", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    network = Recogniser(0.0)
    network.load_state_dict(torch.load(arguments.teachers / "recogniser.pt", map_location="cpu", weights_only=True))
    torch.save(network.folded(), arguments.out)


if __name__ == "__main__":
    main()
