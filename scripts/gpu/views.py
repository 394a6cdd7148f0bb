"""Views of faces as a camera might give them, made on the GPU, many at once.

A view is a canonical crop (112 pixels, the eyes 36 apart around (56, 42), see `src/analysis/alignment.rs`), moved, turned and
zoomed a little, and then changed in ways that must not change what a network says of the face: light, blur, noise, things before
the face, and above all other surroundings. All lengths are pixels of the canonical crop, whatever the size of the view.
"""

import copy
import math

import torch
from torch.nn import functional as F

CROP = 112.0
# The oval of an average face in the canonical crop: middle and half axes.
OVAL, AXES = (56.0, 60.0), (36.0, 46.0)
TURN, ZOOM, SHIFT = 0.22, 1.15, 5.0


def chance(n, share, device):
    return torch.rand(n, device=device) < share


def between(n, low, high, device):
    return torch.rand(n, device=device) * (high - low) + low


def column(values):
    return values[:, None, None, None]


class Views:
    """What is drawn once for some faces, so that the same view can be rendered at several sizes and with other surroundings."""

    def __init__(self, pixels, places, plain=False, harm=1.0, fineness=2):
        """`pixels`: `[n, side, side, 3]` bytes; `places`: `[n, 4]`, from the canonical crop to the image's pixels.

        `harm` is how much of what makes a face hard to read happens to it, as a share of what the teachers saw. A pixel of a view
        is the mean of `fineness` by `fineness` places.
        """
        self.pixels, self.places, self.plain, self.fineness = pixels, places, plain, fineness
        n, d = len(pixels), pixels.device
        rarely = lambda share: chance(n, harm * share, d)
        self.n, self.device = n, d
        still = torch.zeros(n, device=d)
        self.turn = still if plain else between(n, -TURN, TURN, d)
        self.zoom = still + 1 if plain else ZOOM ** between(n, -1, 1, d)
        self.shift = torch.zeros(n, 2, device=d) if plain else (torch.rand(n, 2, device=d) * 2 - 1) * SHIFT
        self.mirrored = chance(n, 0.0 if plain else 0.5, d)
        if plain:
            return
        # Surroundings.
        self.other = torch.randperm(n, device=d)
        self.growth, self.feather = between(n, 0.92, 1.25, d), between(n, 0.01, 0.12, d)
        self.surrounding = torch.rand(n, device=d)
        self.flat = torch.rand(n, 3, 1, 1, device=d) * 2 - 1
        # Things before the face.
        self.cap, self.cap_edge, self.cap_slope = rarely(0.08), between(n, 14, 32, d), between(n, -0.2, 0.2, d)
        self.mask, self.mask_edge = rarely(0.04), between(n, 58, 72, d)
        self.glasses, self.glasses_width = rarely(0.04), between(n, 9, 15, d)
        self.hand, self.hand_angle = rarely(0.05), between(n, 0, 2 * math.pi, d)
        self.hand_axes = torch.stack([between(n, 8, 16, d), between(n, 16, 34, d)], 1)
        self.hand_middle = torch.stack([between(n, 20, 92, d), between(n, 55, 110, d)], 1)
        self.erased = rarely(0.12)
        self.rectangle = torch.stack(
            [between(n, 14, 42, d), between(n, 14, 42, d), between(n, 0, 80, d), between(n, 0, 80, d)], 1
        )
        self.cut, self.cut_sides = rarely(0.15), torch.rand(n, 4, device=d) * 0.2 * CROP
        self.colours = torch.rand(n, 4, 3, device=d) * 1.8 - 1
        # Light, focus, sensor, file.
        self.contrast, self.brightness = between(n, 0.7, 1.3, d), between(n, -0.25, 0.25, d)
        self.tint = torch.rand(n, 3, 1, 1, device=d) * 0.2 + 0.9
        self.grey, self.dim = rarely(0.15), rarely(0.15)
        self.light, self.noise = between(n, 0.25, 1.0, d), between(n, 0.0, 0.12, d)
        self.coarse, self.coarseness = rarely(0.17), torch.randint(2, 5, (n,), device=d)
        self.moved, self.move_angle = rarely(0.06), between(n, 0, math.pi, d)
        self.move_length = between(n, 3, 9, d)
        self.compressed, self.step = rarely(0.1), between(n, 0.05, 0.4, d)

    def part(self, n):
        """The first so many views; for them, other surroundings are no more to be had."""
        few = copy.copy(self)
        for name, value in vars(self).items():
            if torch.is_tensor(value):
                setattr(few, name, value[:n])
        few.n = min(n, self.n)
        return few

    def grid(self, size):
        """The canonical places of a view's pixels, `[n, size, size, 2]`."""
        line = (torch.arange(size, device=self.device) + 0.5) * (CROP / size) - CROP / 2
        y, x = torch.meshgrid(line, line, indexing="ij")
        x = torch.where(self.mirrored[:, None, None], -x, x)
        cosine, sine = self.zoom * self.turn.cos(), self.zoom * self.turn.sin()
        cosine, sine = cosine[:, None, None], sine[:, None, None]
        along = cosine * x - sine * y + self.shift[:, 0, None, None]
        down = sine * x + cosine * y + self.shift[:, 1, None, None]
        return torch.stack([along, down], -1) + CROP / 2

    def faces(self, size):
        """The faces alone, values from -1 to 1, `[n, 3, size, size]`; with a fineness of 2, as the program samples them."""
        fine = self.fineness * size
        crop = self.grid(fine)
        a, b, tx, ty = (self.places[:, i, None, None] for i in range(4))
        x, y = crop[..., 0], crop[..., 1]
        place = torch.stack([a * x - b * y + tx, b * x + a * y + ty], -1) * (2 / self.pixels.shape[1]) - 1
        images = self.pixels.permute(0, 3, 1, 2).float().sub_(127).div_(128)
        found = F.grid_sample(images, place, padding_mode="border", align_corners=False)
        return F.avg_pool2d(found, self.fineness) if self.fineness > 1 else found

    def oval(self, size):
        """Distance from the oval's middle, 1 on its edge, `[n, 1, size, size]`, and the places `[n, size, size]` across and down."""
        x, y = self.grid(size).unbind(-1)
        return (((x - OVAL[0]) / AXES[0]) ** 2 + ((y - OVAL[1]) / AXES[1]) ** 2).sqrt()[:, None], x, y

    def render(self, size, surroundings):
        """The views as inputs of a network. In the share `surroundings` of them, what lies outside of the face's oval is another picture's."""
        image = self.faces(size)
        if self.plain:
            return image
        distance, x, y = self.oval(size)
        if surroundings:
            inside = torch.sigmoid((self.growth[:, None, None, None] - distance) / column(self.feather))
            kind = column(self.surrounding)
            blurred = F.interpolate(F.adaptive_avg_pool2d(image, 7), size=(size, size), mode="bilinear")
            outside = torch.where(kind < 0.62, image[self.other], blurred)
            outside = torch.where(kind > 0.78, self.flat.expand_as(image), outside)
            chosen = (self.surrounding > 0.93).nonzero()[:, 0]
            outside[chosen] = (self.flat[chosen] + 0.5 * torch.randn_like(image[chosen])).clamp(-1, 1)
            mixed = inside * image + (1 - inside) * outside
            image = torch.where(column(chance(self.n, float(surroundings), self.device)), mixed, image)
        image = self.before(image, distance[:, 0], x, y, size)
        return self.taken(image, size)

    def before(self, image, distance, x, y, size):
        """Caps, masks, sunglasses, hands, rectangles, and the end of the picture."""

        def cover(image, where, wanted, colour):
            where = (where & wanted[:, None, None])[:, None]
            return torch.where(where, self.colours[:, colour, :, None, None], image)

        def at(values):
            return values[:, None, None]

        image = cover(image, y + at(self.cap_slope) * (x - 56) < at(self.cap_edge), self.cap, 0)
        image = cover(image, (y > at(self.mask_edge)) & (distance < 1.1), self.mask, 1)
        near = [((x - eye) / at(self.glasses_width)) ** 2 + ((y - 43) / (0.7 * at(self.glasses_width))) ** 2 < 1 for eye in (38, 74)]
        dark = self.glasses[:, None, None] & (near[0] | near[1] | (((y - 40).abs() < 1.5) & ((x - 56).abs() < 18)))
        image = torch.where(dark[:, None], self.colours[:, 2, :, None, None] * 0.3 - 0.7, image)
        dx, dy = x - at(self.hand_middle[:, 0]), y - at(self.hand_middle[:, 1])
        cosine, sine = at(self.hand_angle.cos()), at(self.hand_angle.sin())
        along, across = (dx * cosine + dy * sine) / at(self.hand_axes[:, 0]), (dy * cosine - dx * sine) / at(self.hand_axes[:, 1])
        middle = size // 2
        skin = image[:, :, middle : middle + size // 8, middle - size // 8 : middle + size // 8].mean((2, 3), keepdim=True)
        hand = (along**2 + across**2 < 1) & self.hand[:, None, None]
        image = torch.where(hand[:, None], skin, image)
        width, height, left, top = (at(self.rectangle[:, i]) for i in range(4))
        image = cover(image, (x > left) & (x < left + width) & (y > top) & (y < top + height), self.erased, 3)
        line = (torch.arange(size, device=self.device) + 0.5) * (CROP / size)
        sides = [self.cut_sides[:, i, None] for i in range(4)]
        beyond = ((line < sides[0]) | (line > CROP - sides[1]))[:, None, :] | ((line < sides[2]) | (line > CROP - sides[3]))[:, :, None]
        return torch.where((beyond & self.cut[:, None, None])[:, None], self.flat, image)

    def taken(self, image, size):
        """Focus, movement, light, noise and compression."""
        for factor in (2, 3, 4):
            chosen = (self.coarse & (self.coarseness == factor)).nonzero()[:, 0]
            small = F.interpolate(image[chosen], size=(size // factor,) * 2, mode="area") if len(chosen) else None
            if small is not None:
                image[chosen] = F.interpolate(small, size=(size, size), mode="bilinear")
        chosen = self.moved.nonzero()[:, 0]
        if len(chosen):
            image[chosen] = self.smear(image[chosen], chosen, size)
        luma = (image * torch.tensor([0.299, 0.587, 0.114], device=self.device)[:, None, None]).sum(1, keepdim=True)
        image = torch.where(column(self.grey), luma.expand_as(image), image)
        image = (image * self.tint * column(self.contrast) + column(self.brightness)).clamp(-1, 1)
        chosen = self.dim.nonzero()[:, 0]
        dim = (image[chosen] + 1) * column(self.light[chosen]) - 1 + column(self.noise[chosen]) * torch.randn_like(image[chosen])
        image[chosen] = dim.clamp(-1, 1)
        chosen = self.compressed.nonzero()[:, 0]
        if len(chosen):
            image[chosen] = compress(image[chosen], column(self.step[chosen]))
        return image

    def smear(self, image, chosen, size):
        """A straight movement while the shutter was open: the mean of seven shifted pictures."""
        steps = torch.linspace(-0.5, 0.5, 7, device=self.device)
        reach = self.move_length[chosen] * (2 / CROP)
        along, down = reach * self.move_angle[chosen].cos(), reach * self.move_angle[chosen].sin()
        total = torch.zeros_like(image)
        for step in steps:
            matrix = torch.zeros(len(chosen), 2, 3, device=self.device)
            matrix[:, 0, 0] = matrix[:, 1, 1] = 1
            matrix[:, 0, 2], matrix[:, 1, 2] = along * step, down * step
            grid = F.affine_grid(matrix, list(image.shape), align_corners=False)
            total += F.grid_sample(image, grid, padding_mode="border", align_corners=False)
        return total / len(steps)


def cosines(device):
    """The discrete cosine transform of eight values, as a matrix."""
    k = torch.arange(8, device=device, dtype=torch.float32)
    matrix = torch.cos((2 * k[None] + 1) * k[:, None] * math.pi / 16) / 2
    matrix[0] /= math.sqrt(2)
    return matrix


def compress(image, step):
    """Rounds the cosine transform of blocks of eight pixels, as JPEG does, higher frequencies more coarsely."""
    n, c, size, _ = image.shape
    m = cosines(image.device)
    blocks = image.reshape(n, c, size // 8, 8, size // 8, 8)
    found = torch.einsum("ku,ncaubv,lv->ncakbl", m, blocks, m)
    k = torch.arange(8, device=image.device, dtype=torch.float32)
    grain = step[..., None, None] * (1 + 0.4 * (k[:, None, None] + k[None, None, :]))
    found = (found / grain).round() * grain
    return torch.einsum("ku,ncakbl,lv->ncaubv", m, found, m).reshape(image.shape).clamp(-1, 1)
