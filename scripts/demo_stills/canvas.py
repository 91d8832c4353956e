"""The sheet a still is painted on: light, weather, silhouettes, grain."""

import io
import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1280, 720
MAX_BYTES = 45_000
Point = tuple[float, float]


@dataclass(frozen=True)
class Palette:
    """Colours from the darkest to the brightest, and the lights in the picture."""

    dark: str
    deep: str
    middle: str
    glow: str
    pale: str
    lights: tuple[str, ...]


PALETTES = {
    "neon": Palette(
        "#0b0611", "#2a0f2e", "#8a2440", "#f0743a", "#ffd9a0", ("#ff4f8b", "#ffb347", "#53d6ff", "#ff6b4a")
    ),
    "motel": Palette("#080b0c", "#14282a", "#3b4a38", "#d9a24e", "#ffe3a6", ("#ffcf7a", "#ff8a4c")),
    "set": Palette("#090b10", "#1c2434", "#3d4a60", "#c9c2a6", "#fff3d2", ("#fff0c4", "#8fb0d8")),
    "pool": Palette("#050b14", "#0b2036", "#0f6f86", "#36c9cf", "#c9fff2", ("#ffcf86", "#ff7a8a", "#7fe7ff")),
    "strip": Palette(
        "#0a0512", "#24103d", "#6a1b63", "#ff4fa0", "#ffd2ee", ("#ff3f8e", "#37d6ff", "#ffc14a", "#b06bff")
    ),
    "desert": Palette("#140c14", "#3a2350", "#a8456a", "#ff9a4d", "#ffe2a3", ("#ff3b2f", "#ffd08a")),
    "sepia": Palette("#12100d", "#332d26", "#7a6f60", "#c2b59d", "#efe6d2", ("#f3ead6",)),
    "storm": Palette("#0d0e10", "#26292d", "#5b6066", "#9ba1a3", "#dfe3e1", ("#e6ebe9",)),
    "silver": Palette("#161418", "#3a353c", "#8b8189", "#cfc3bf", "#faf1ea", ("#fff6e6", "#ffe1cf")),
    "bengal": Palette("#15160f", "#3b4031", "#868568", "#c9c29c", "#f4edd0", ("#fff8dc",)),
    "forest": Palette("#0b100c", "#1f2c22", "#4f6650", "#9db08f", "#e3ecd2", ("#e8f4da",)),
    "steel": Palette("#0b0c0e", "#23262a", "#655f55", "#c0a978", "#fff0c7", ("#ffe6a8", "#ffd27a")),
    "night": Palette("#08090a", "#1b2224", "#4a5a58", "#9fb0a4", "#eef2dd", ("#ffe9a8",)),
    "ivory": Palette("#1c1917", "#57504a", "#a79e94", "#d9d1c6", "#fbf7ee", ("#ffffff",)),
    "riviera": Palette("#14171b", "#3d4b57", "#8aa6b3", "#d3dfdf", "#fffaf0", ("#ffffff",)),
    "rainy": Palette("#070b0d", "#14242a", "#2f5055", "#c79b4c", "#ffe8b0", ("#ffd98a", "#9fe0d0")),
    "express": Palette(
        "#070b0a", "#10302c", "#1f7a5c", "#e8c53a", "#fff3b8", ("#f04a3a", "#ffd23f", "#3fe0a0", "#4aa8ff")
    ),
    "dust": Palette("#1d0f08", "#6b3316", "#c9712b", "#f6b75a", "#ffeab8", ("#fff0c8", "#e0533a", "#3c9bb0")),
}


def rgb(colour: str) -> tuple[int, int, int]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def mix(one: str, two: str, share: float) -> str:
    a, b = rgb(one), rgb(two)
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in zip(a, b, strict=True))


def spline(points: list[Point], steps: int = 10) -> list[Point]:
    """A closed Catmull-Rom curve through the points."""
    out = []
    count = len(points)
    for i in range(count):
        p0, p1, p2, p3 = (points[(i + k - 1) % count] for k in range(4))
        for s in range(steps):
            t = s / steps
            out.append(
                tuple(
                    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
                    for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
                )
            )
    return out


class Pen:
    """Draws into a mask, in picture coordinates, at twice the size so that edges come out smooth."""

    def __init__(self) -> None:
        self.mask = Image.new("L", (WIDTH * 2, HEIGHT * 2), 0)
        self.draw = ImageDraw.Draw(self.mask)

    def shape(self, points: list[Point], value: int = 255) -> None:
        self.draw.polygon([(x * 2, y * 2) for x, y in points], fill=value)

    def box(self, x0: float, y0: float, x1: float, y1: float, value: int = 255) -> None:
        if x1 > x0 and y1 > y0:
            self.draw.rectangle((x0 * 2, y0 * 2, x1 * 2 - 1, y1 * 2 - 1), fill=value)

    def dot(self, x: float, y: float, rx: float, ry: float | None = None, value: int = 255) -> None:
        ry = rx if ry is None else ry
        self.draw.ellipse(((x - rx) * 2, (y - ry) * 2, (x + rx) * 2, (y + ry) * 2), fill=value)

    def line(self, points: list[Point], width: float, value: int = 255) -> None:
        self.draw.line([(x * 2, y * 2) for x, y in points], fill=value, width=max(1, round(width * 2)), joint="curve")

    def limb(self, a: Point, b: Point, ra: float, rb: float) -> None:
        angle = math.atan2(b[1] - a[1], b[0] - a[0]) + math.pi / 2
        c, s = math.cos(angle), math.sin(angle)
        self.shape(
            [
                (a[0] + c * ra, a[1] + s * ra),
                (b[0] + c * rb, b[1] + s * rb),
                (b[0] - c * rb, b[1] - s * rb),
                (a[0] - c * ra, a[1] - s * ra),
            ]
        )
        self.dot(*a, ra)
        self.dot(*b, rb)


class Picture:
    def __init__(self, palette: Palette, seed: int) -> None:
        self.p = palette
        self.rng = random.Random(seed)
        self.image = Image.new("RGB", (WIDTH, HEIGHT), palette.dark)

    # Grounds and light

    def sky(self, *stops: tuple[float, str], to: float = HEIGHT) -> None:
        """A soft gradient from the top down to `to`; stops are (0-1, colour)."""
        column = Image.new("RGB", (1, 256))
        for y in range(256):
            t = y / 255
            below = max((s for s in stops if s[0] <= t), key=lambda s: s[0], default=stops[0])
            above = min((s for s in stops if s[0] >= t), key=lambda s: s[0], default=stops[-1])
            span = above[0] - below[0]
            column.putpixel((0, y), rgb(mix(below[1], above[1], (t - below[0]) / span if span else 0)))
        self.image.paste(column.resize((WIDTH, round(to)), Image.Resampling.BICUBIC), (0, 0))

    def sky_in(self, box: tuple[int, int, int, int], *stops: tuple[float, str]) -> None:
        """The same gradient inside a window."""
        whole_image, self.image = self.image, Image.new("RGB", (WIDTH, HEIGHT))
        self.sky(*stops)
        seen = self.image.resize((box[2] - box[0], box[3] - box[1]))
        self.image = whole_image
        self.image.paste(seen, box[:2])

    def paint(self, draw: Callable[[Pen], None], colour: str, *, opacity: float = 1, blur: float = 0) -> Image.Image:
        mask = self.mask(draw, blur)
        if opacity < 1:
            mask = mask.point(lambda v: v * opacity)
        self.image.paste(Image.new("RGB", (WIDTH, HEIGHT), colour), (0, 0), mask)
        return mask

    def mask(self, draw: Callable[[Pen], None], blur: float = 0) -> Image.Image:
        pen = Pen()
        draw(pen)
        mask = pen.mask.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
        return mask.filter(ImageFilter.GaussianBlur(blur)) if blur else mask

    def light(self, draw: Callable[[Pen], None], colour: str, *, strength: float = 1, blur: float = 0) -> None:
        """Added light, as through a lens."""
        self.shine(self.mask(draw, blur), colour, strength)

    def shine(self, mask: Image.Image, colour: str, strength: float = 1) -> None:
        bands = [mask.point(lambda v, c=c: v * c * strength / 255) for c in rgb(colour)]
        self.image = ImageChops.screen(self.image, Image.merge("RGB", bands))

    def glow(self, x: float, y: float, rx: float, colour: str, strength: float = 0.6, ry: float | None = None) -> None:
        """A wide, soft pool of light; drawn small and enlarged, for blurs this wide are slow."""
        ry = ry or rx
        small = Image.new("L", (160, 90), 0)
        ImageDraw.Draw(small).ellipse([v / 8 for v in (x - rx / 2, y - ry / 2, x + rx / 2, y + ry / 2)], fill=255)
        small = small.filter(ImageFilter.GaussianBlur((rx + ry) / 2 / 8 / 2.6))
        self.shine(small.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC), colour, strength)

    def bokeh(self, count: int, area: tuple[float, float, float, float], radius: tuple[float, float], strength=0.55):
        x0, y0, x1, y1 = area
        for colour in self.p.lights:
            spots = [
                (
                    self.rng.uniform(x0, x1),
                    self.rng.uniform(y0, y1),
                    self.rng.uniform(*radius),
                    self.rng.randint(90, 255),
                )
                for _ in range(count // len(self.p.lights))
            ]

            def discs(pen: Pen, spots=spots) -> None:
                for x, y, r, value in sorted(spots, key=lambda s: -s[2]):
                    pen.dot(x, y, r, value=value)
                    pen.dot(x, y, r * 0.88, value=int(value * 0.78))

            self.light(discs, colour, strength=strength, blur=radius[1] / 14)

    def reflect(self, horizon: float, *, depth: float = 1.0, blur: float = 6, dim: float = 0.6) -> None:
        """The picture above the horizon, upside down below it, as on a wet street or still water."""
        low = HEIGHT - round(horizon)
        taken = min(round(horizon), round(low / depth))
        above = self.image.crop((0, round(horizon) - taken, WIDTH, round(horizon)))
        below = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((WIDTH, low))
        wavy = Image.new("RGB", below.size)
        y = 0
        while y < low:
            step = max(2, int(2 + y / 30))
            shift = round(self.rng.uniform(-1, 1) * (2 + y / 18))
            wavy.paste(below.crop((0, y, WIDTH, min(low, y + step))), (shift, y))
            y += step
        wavy = wavy.filter(ImageFilter.BoxBlur((1, blur)) if blur else ImageFilter.BoxBlur(0))
        self.image.paste(Image.blend(Image.new("RGB", wavy.size, self.p.dark), wavy, dim), (0, round(horizon)))

    def rain(self, count: int, slant: float = 0.18, strength: float = 0.3, length=(26, 80)) -> None:
        for far, width in ((0.6, 1.0), (1.0, 1.6)):
            drops = [
                (self.rng.uniform(-100, WIDTH + 100), self.rng.uniform(-60, HEIGHT), self.rng.uniform(*length) * far)
                for _ in range(count // 2)
            ]

            def streaks(pen: Pen, drops=drops, width=width) -> None:
                for x, y, n in drops:
                    pen.line([(x, y), (x - n * slant, y + n)], width, self.rng.randint(70, 220))

            self.light(streaks, self.p.pale, strength=strength * far, blur=0.6)

    def mist(self, y: float, height: float, colour: str, strength: float = 0.5) -> None:
        spots = [(self.rng.uniform(-100, WIDTH + 100), self.rng.gauss(y, height / 3)) for _ in range(14)]

        def clouds(pen: Pen) -> None:
            for x, cy in spots:
                pen.dot(x, cy, self.rng.uniform(120, 300), height * self.rng.uniform(0.25, 0.6), 150)

        self.paint(clouds, colour, opacity=strength, blur=height / 3 + 6)

    def figure(
        self, draw, colour: str, *, rim: str = "", side: int = 1, strength: float = 0.8, width: float = 4, soft=0.8
    ):
        """A silhouette; with `rim`, light falls on its edge from the right (side=1), left (-1) or both sides (0)."""
        mask = self.paint(draw, colour, blur=soft)
        if rim:
            for way in (side,) if side else (-1, 1):
                inner = ImageChops.offset(mask, round(-way * width), round(width * 0.7))
                edge = ImageChops.subtract(mask, inner).filter(ImageFilter.GaussianBlur(1.4))
                self.shine(edge, rim, strength)

    # Finish

    def finish(self, *, vignette: float = 0.42, grain: float = 6.5, brush: float = 0.07) -> Image.Image:
        image = self.image
        # Uneven, slanting strokes as of a wide brush.
        coarse = Image.frombytes("L", (160, 34), self.rng.randbytes(160 * 34)).resize(
            (WIDTH, HEIGHT), Image.Resampling.BICUBIC
        )
        strokes = (
            coarse.rotate(11, Image.Resampling.BICUBIC).resize((WIDTH, HEIGHT)).filter(ImageFilter.GaussianBlur(3))
        )
        strokes = strokes.point(lambda v: 255 - brush * 255 + (v - 128) * brush * 1.6)
        image = ImageChops.multiply(image, Image.merge("RGB", [strokes] * 3))
        image = image.point([round(255 * (v / 255) ** 0.86) for v in range(256)] * 3)  # what the strokes took away
        edge = Image.radial_gradient("L").resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
        edge = edge.point(lambda v: 255 - max(0, v - 95) * vignette * 1.35)
        image = ImageChops.multiply(image, Image.merge("RGB", [edge] * 3))
        noise = Image.frombytes("L", (WIDTH, HEIGHT), self.rng.randbytes(WIDTH * HEIGHT)).filter(
            ImageFilter.GaussianBlur(0.9)
        )
        noise = noise.point(lambda v: 128 + (v - 128) * grain / 32)
        return ImageChops.add(image, Image.merge("RGB", [noise] * 3), 1, -128)


def save(image: Image.Image, path: Path) -> int:
    for quality in range(74, 30, -4):
        held = io.BytesIO()
        image.save(held, "WEBP", quality=quality, method=6)
        if held.tell() <= MAX_BYTES:
            break
    path.write_bytes(held.getvalue())
    return quality
