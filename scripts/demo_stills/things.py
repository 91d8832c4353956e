"""Trees, hills, lamps and the like."""

import math
import random

from demo_stills.canvas import HEIGHT, WIDTH, Pen, Point


def hills(rng: random.Random, y: float, rough: float, step: int = 80) -> list[Point]:
    points = [(-40.0, HEIGHT + 10.0), (-40.0, y)]
    for x in range(-20, WIDTH + 60, step):
        points.append((x + rng.uniform(-20, 20), y - abs(rng.gauss(0, rough))))
    return [*points, (WIDTH + 40, y), (WIDTH + 40, HEIGHT + 10)]


def ridge(rng: random.Random, y: float, swing: float, step: int = 8) -> list[Point]:
    """A rolling line of the ground, and all below it."""
    waves = [(rng.uniform(0.002, 0.009), rng.uniform(0, 6.3), rng.uniform(0.3, 1)) for _ in range(4)]
    line = [
        (x, y + swing * sum(a * math.sin(x * f + ph) for f, ph, a in waves) / 2) for x in range(-8, WIDTH + 16, step)
    ]
    return [*line, (WIDTH + 16, HEIGHT + 10), (-8, HEIGHT + 10)]


def tree(
    pen: Pen,
    rng: random.Random,
    x: float,
    y: float,
    length: float,
    angle: float = -1.57,
    width: float = 0,
    depth: int = 7,
):
    """A bare, forked tree."""
    width = width or length / 8
    tip = (x + math.cos(angle) * length, y + math.sin(angle) * length)
    pen.limb((x, y), tip, width / 2, width * 0.36)
    if depth > 1 and length > 5:
        for turn in (rng.uniform(0.18, 0.5), -rng.uniform(0.18, 0.5)):
            tree(pen, rng, *tip, length * rng.uniform(0.66, 0.82), angle + turn, width * 0.68, depth - 1)


def palm(pen: Pen, rng: random.Random, x: float, y: float, height: float) -> None:
    top = (x + height * 0.08, y - height)
    pen.limb((x, y), (x + height * 0.02, y - height * 0.5), height * 0.022, height * 0.016)
    pen.limb((x + height * 0.02, y - height * 0.5), top, height * 0.016, height * 0.012)
    for i in range(11):
        angle = math.pi * (0.92 + i * 0.116) + rng.uniform(-0.1, 0.1)
        reach = height * rng.uniform(0.26, 0.36)
        drop = reach * (0.25 + 0.5 * abs(math.cos(angle)))
        middle = (top[0] + math.cos(angle) * reach * 0.6, top[1] + math.sin(angle) * reach * 0.6)
        end = (top[0] + math.cos(angle) * reach, top[1] + math.sin(angle) * reach * 0.5 + drop * 0.8)
        pen.shape([top, (middle[0], middle[1] - height * 0.03), end, (middle[0], middle[1] + height * 0.02)])


def leaves(
    pen: Pen, rng: random.Random, x: float, y: float, rx: float, ry: float, count: int, size: float = 12
) -> None:
    for _ in range(count):
        a, r = rng.uniform(0, 6.3), rng.random() ** 0.5
        n = rng.uniform(0.5, 1.3) * size
        pen.dot(x + math.cos(a) * r * rx, y + math.sin(a) * r * ry, n, n * 0.6)


def lamp(pen: Pen, x: float, y: float, height: float) -> None:
    pen.line([(x, y), (x, y - height)], height * 0.022)
    pen.box(x - height * 0.03, y - height * 0.06, x + height * 0.03, y)
    pen.shape(
        [
            (x - height * 0.05, y - height * 1.09),
            (x + height * 0.05, y - height * 1.09),
            (x + height * 0.03, y - height),
            (x - height * 0.03, y - height),
        ]
    )


def banner(pen: Pen, x: float, y: float) -> None:
    right = [(x + 62 + 6 * math.sin(k / 2), y + 3 + k * 19) for k in range(11)]
    pen.shape([(x, y), *right, (x + 40, y + 186), (x, y + 196)])
    pen.line([(x - 6, y - 2), (x + 70, y + 1)], 4)


def crowd_of(rng: random.Random, count: int, x0: float, x1: float) -> list[float]:
    gap = (x1 - x0) / count
    return [x0 + gap * (i + 0.5) + rng.uniform(-0.2, 0.2) * gap for i in range(count)]
