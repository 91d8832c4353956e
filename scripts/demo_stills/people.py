"""People, by outline only and like nobody."""

import math

from demo_stills.canvas import Pen, Point, spline

PROFILE = [  # facing right; a head is one unit high, chin at 0
    (0.02, -1.0), (0.24, -0.93), (0.36, -0.76), (0.375, -0.62), (0.365, -0.55), (0.42, -0.45), (0.475, -0.365),
    (0.44, -0.325), (0.385, -0.315), (0.412, -0.26), (0.38, -0.225), (0.40, -0.18), (0.365, -0.13), (0.385, -0.06),
    (0.33, 0.0), (0.20, 0.035), (0.12, 0.09), (0.10, 0.26), (0.16, 0.40), (0.36, 0.58), (0.50, 0.95), (0.54, 1.6),
    (0.54, 3.2), (-0.78, 3.2), (-0.80, 1.6), (-0.76, 0.95), (-0.64, 0.62), (-0.36, 0.40), (-0.25, 0.22),
    (-0.26, 0.02), (-0.36, -0.22), (-0.44, -0.50), (-0.38, -0.78), (-0.22, -0.94),
]  # fmt: skip
FROM_BEHIND = [
    (-0.16, 0.0), (-0.17, 0.18), (-0.26, 0.32), (-0.62, 0.46), (-0.90, 0.62), (-1.02, 0.95), (-1.06, 1.7), (-1.08, 3.2),
    (1.08, 3.2), (1.06, 1.7), (1.02, 0.95), (0.90, 0.62), (0.62, 0.46), (0.26, 0.32), (0.17, 0.18), (0.16, 0.0),
]  # fmt: skip
HAIR_IN_PROFILE = {
    "short": [(0.30, -0.86), (0.12, -1.06), (-0.22, -1.03), (-0.46, -0.80), (-0.49, -0.45), (-0.38, -0.14),
              (-0.24, -0.1), (-0.1, -0.5), (0.1, -0.8)],
    "bob": [(0.33, -0.76), (0.20, -1.03), (-0.14, -1.09), (-0.46, -0.92), (-0.58, -0.5), (-0.54, -0.08), (-0.40, 0.08),
            (-0.10, 0.06), (0.02, -0.1), (0.06, -0.44), (0.2, -0.68)],
    "long": [(0.32, -0.78), (0.16, -1.05), (-0.18, -1.08), (-0.48, -0.88), (-0.58, -0.45), (-0.62, 0.1), (-0.72, 0.62),
             (-0.58, 0.86), (-0.30, 0.74), (-0.10, 0.4), (-0.02, 0.0), (0.04, -0.42), (0.18, -0.66)],
    "bun": [(0.32, -0.80), (0.16, -1.04), (-0.18, -1.05), (-0.46, -0.86), (-0.50, -0.5), (-0.40, -0.2), (-0.2, -0.2),
            (-0.06, -0.5), (0.14, -0.76)],
}  # fmt: skip


def narrowed(slim: float, y: float) -> float:
    return 1 + (slim - 1) * min(1, max(0, (y - 0.2) / 0.5))


def bust(
    pen: Pen,
    x: float,
    y: float,
    size: float,
    *,
    hair: str = "short",
    facing: int = 1,
    slim: float = 1.0,
    tilt: float = 0,
):
    """Head and shoulders from the side; (x, y) is the chin's height below the middle of the head."""

    def place(points: list[Point]) -> list[Point]:
        out = []
        for px, py in points:
            if py < 0.3 and tilt:  # the head turns about the neck
                share = min(1, (0.3 - py) / 0.4)
                angle = tilt * share
                dx, dy = px, py - 0.25
                px, py = dx * math.cos(angle) - dy * math.sin(angle), dx * math.sin(angle) + dy * math.cos(angle) + 0.25
            out.append((x + px * facing * size * narrowed(slim, py), y + py * size))
        return out

    pen.shape(place(spline(PROFILE)))
    if hair in HAIR_IN_PROFILE:
        pen.shape(place(spline(HAIR_IN_PROFILE[hair])))
    if hair == "bun":
        pen.dot(*place([(-0.52, -0.72)])[0], size * 0.19)
    if hair == "hat":
        pen.shape(place(spline(HAIR_IN_PROFILE["short"])))
        pen.shape(
            place(spline([(0.74, -0.70), (0.3, -0.84), (-0.3, -0.86), (-0.70, -0.74), (-0.3, -0.76), (0.3, -0.72)]))
        )
        pen.shape(
            place(
                [
                    (0.35, -0.76),
                    (0.31, -1.08),
                    (0.08, -1.15),
                    (-0.02, -1.12),
                    (-0.28, -1.15),
                    (-0.42, -1.04),
                    (-0.46, -0.76),
                ]
            )
        )


def back(pen: Pen, x: float, y: float, size: float, *, hair: str = "short", slim: float = 1.0, lean: float = 0):
    """Head and shoulders seen from behind."""

    def place(points: list[Point]) -> list[Point]:
        return [(x + (px * narrowed(slim, py) - lean * py) * size, y + py * size) for px, py in points]

    pen.shape(place(spline(FROM_BEHIND, 6)))
    pen.shape(place(spline([(0, -1.0), (0.27, -0.9), (0.37, -0.6), (0.33, -0.25), (0.18, 0.02), (-0.18, 0.02),
                            (-0.33, -0.25), (-0.37, -0.6), (-0.27, -0.9)])))  # fmt: skip
    if hair == "short":
        for side in (-1, 1):
            pen.shape(
                place(spline([(side * 0.35, -0.56), (side * 0.43, -0.58), (side * 0.41, -0.40), (side * 0.34, -0.36)]))
            )
    if hair == "bob":
        pen.shape(place(spline([(0, -1.08), (0.34, -0.95), (0.46, -0.5), (0.46, 0.02), (0.2, 0.1), (-0.2, 0.1),
                                (-0.46, 0.02), (-0.46, -0.5), (-0.34, -0.95)])))  # fmt: skip
    if hair == "long":
        pen.shape(place(spline([(0, -1.07), (0.34, -0.94), (0.45, -0.5), (0.48, 0.2), (0.44, 0.9), (0.1, 1.05),
                                (-0.3, 1.0), (-0.47, 0.6), (-0.47, 0.0), (-0.45, -0.5), (-0.34, -0.94)])))  # fmt: skip
    if hair == "bun":
        pen.dot(*place([(0, -1.02)])[0], size * 0.2)
    if hair == "hat":
        pen.shape(place(spline([(-0.66, -0.66), (0, -0.74), (0.66, -0.66), (0, -0.56)])))
        pen.shape(place([(-0.38, -0.66), (-0.35, -1.04), (-0.1, -1.12), (0.1, -1.12), (0.35, -1.04), (0.38, -0.66)]))
    if hair == "straw":
        pen.shape(place([(-0.85, -0.5), (0, -1.25), (0.85, -0.5)]))


# Hips, knees, feet, elbows and hands of a whole figure, as shares of its height; the feet stand at 0.
POSES: dict[str, dict[str, tuple]] = {
    "stand": {"legs": [((-0.05, -0.26), (-0.055, 0)), ((0.05, -0.26), (0.06, 0))],
              "arms": [((-0.125, -0.65), (-0.115, -0.48)), ((0.125, -0.65), (0.12, -0.48))]},
    "walk": {"legs": [((0.055, -0.27), (0.13, -0.01)), ((-0.02, -0.25), (-0.13, -0.03))],
             "arms": [((-0.115, -0.66), (-0.16, -0.52)), ((0.11, -0.66), (0.145, -0.53))]},
    "run": {"legs": [((0.14, -0.32), (0.17, -0.08)), ((-0.06, -0.24), (-0.25, -0.14))],
            "arms": [((-0.15, -0.70), (-0.20, -0.58)), ((0.13, -0.66), (0.22, -0.74))], "lean": 0.10},
    "strike": {"legs": [((0.14, -0.28), (0.20, 0)), ((-0.10, -0.26), (-0.22, 0))],
               "arms": [((0.02, -0.96), (0.14, -1.06)), ((0.16, -0.90), (0.16, -1.05))], "lean": 0.06},
    "lunge": {"legs": [((0.18, -0.26), (0.22, 0)), ((-0.12, -0.22), (-0.32, 0))],
              "arms": [((0.18, -0.66), (0.34, -0.64)), ((0.22, -0.74), (0.36, -0.66))], "lean": 0.16},
    "hips": {"legs": [((-0.06, -0.26), (-0.09, 0)), ((0.06, -0.26), (0.09, 0))],
             "arms": [((-0.20, -0.64), (-0.09, -0.53)), ((0.20, -0.64), (0.09, -0.53))]},
    "hold": {"legs": [((-0.05, -0.26), (-0.055, 0)), ((0.05, -0.26), (0.06, 0))],
             "arms": [((-0.125, -0.65), (-0.11, -0.48)), ((0.13, -0.68), (0.20, -0.72))]},
    "bend": {"legs": [((0.02, -0.25), (-0.02, 0)), ((-0.08, -0.25), (-0.12, 0))],
             "arms": [((0.27, -0.40), (0.30, -0.18)), ((0.24, -0.38), (0.25, -0.16))], "lean": 0.26},
    "point": {"legs": [((-0.05, -0.26), (-0.06, 0)), ((0.06, -0.26), (0.08, 0))],
              "arms": [((-0.125, -0.65), (-0.10, -0.48)), ((0.22, -0.80), (0.34, -0.88))]},
    "limp": {"legs": [((0.06, -0.26), (0.09, 0)), ((-0.04, -0.25), (-0.14, -0.01))],
             "arms": [((-0.10, -0.62), (-0.02, -0.50)), ((0.16, -0.68), (0.24, -0.56))], "lean": 0.07},
}  # fmt: skip


def whole(
    pen: Pen, x: float, y: float, height: float, *, pose="stand", wear="trousers", hair="", facing=1, held=""
) -> None:
    """A whole figure standing at (x, y)."""
    how = POSES[pose]
    lean = how.get("lean", 0.0)

    def at(px: float, py: float) -> Point:
        return (x + px * facing * height, y + py * height)

    stoop = 0.16 if pose == "bend" else 0
    hip = (0.0, -0.50)
    neck = (lean, -0.845 + stoop)
    head = (lean * 1.25 + (0.05 if pose == "bend" else 0), -0.925 + stoop * 1.3)
    # A child's head is large for its height.
    child = wear in ("shorts", "frock")
    rx, ry = (0.062, 0.078) if child else (0.045, 0.062)
    for side, (knee, foot) in zip((-1, 1), how["legs"], strict=True):
        thigh, shin = (0.062, 0.05) if wear == "hakama" else (0.05, 0.032)
        pen.limb(at(hip[0] + side * 0.035, hip[1]), at(*knee), thigh * height, shin * height)
        pen.limb(
            at(*knee),
            at(*foot),
            (0.056 if wear == "hakama" else 0.033) * height,
            (0.05 if wear == "hakama" else 0.02) * height,
        )
        pen.limb(at(*foot), at(foot[0] + 0.035, foot[1] + 0.004), 0.016 * height, 0.012 * height)
    wide = 0.088 if wear in ("dress", "frock", "sari") else 0.115
    ax, ay = neck[0], neck[1]
    torso = [(ax - wide, ay + 0.035), (ax - 0.03, ay - 0.01), (ax + 0.03, ay - 0.01), (ax + wide, ay + 0.035)]
    torso += [
        (lean * 0.45 + 0.078, -0.64 + stoop * 0.5),
        (0.088, -0.50),
        (0.075, -0.45),
        (-0.075, -0.45),
        (-0.088, -0.50),
    ]
    torso += [(lean * 0.45 - 0.078, -0.64 + stoop * 0.5)]
    pen.shape([at(*p) for p in spline(torso, 6)])
    skirts = {
        "dress": [(-0.075, -0.60), (0.075, -0.60), (0.14, -0.28), (0.10, -0.25), (-0.10, -0.25), (-0.14, -0.28)],
        "frock": [(-0.07, -0.62), (0.07, -0.62), (0.16, -0.30), (-0.16, -0.30)],
        "coat": [(-0.115, -0.80), (0.115, -0.80), (0.10, -0.55), (0.145, -0.22), (-0.145, -0.22), (-0.10, -0.55)],
        "kimono": [(-0.11, -0.78), (0.11, -0.78), (0.11, -0.5), (0.13, -0.30), (-0.13, -0.30), (-0.11, -0.5)],
        "sari": [(-0.08, -0.70), (0.08, -0.70), (0.10, -0.45), (0.11, -0.02), (-0.12, -0.02), (-0.10, -0.45)],
        "shorts": [(-0.085, -0.56), (0.085, -0.56), (0.10, -0.30), (-0.10, -0.30)],
    }
    if wear in skirts:
        pen.shape(
            [
                at(px + lean * max(0, -py - 0.5) / 0.345, py + stoop * max(0, -py - 0.5) / 0.345)
                for px, py in spline(skirts[wear], 5)
            ]
        )
    for side, (elbow, hand) in zip((-1, 1), how["arms"], strict=True):
        sleeve = 0.04 if wear in ("hakama", "kimono", "coat") else 0.028
        shoulder = (ax + side * (wide - 0.02), ay + 0.055)
        pen.limb(at(*shoulder), at(*elbow), sleeve * height, sleeve * 0.85 * height)
        pen.limb(at(*elbow), at(*hand), sleeve * 0.8 * height, 0.018 * height)
        pen.dot(*at(*hand), 0.02 * height)
    pen.limb(at(*neck), at(*head), 0.026 * height, 0.024 * height)
    hx, hy = at(*head)
    pen.dot(hx, hy, rx * height, ry * height)
    if hair == "long":
        fall = [(0, -0.07), (0.052, -0.04), (0.056, 0.06), (0.05, 0.13), (-0.05, 0.13), (-0.056, 0.06), (-0.052, -0.04)]
        pen.shape([(hx + px * height, hy + py * height) for px, py in spline(fall)])
    elif hair == "bob":
        pen.dot(hx, hy + 0.005 * height, 0.06 * height, 0.064 * height)
    elif hair in ("bun", "topknot"):
        pen.dot(hx - (0.03 * facing if hair == "bun" else 0.012 * facing) * height, hy - 0.068 * height, 0.023 * height)
    elif hair == "straw":
        pen.shape(
            [
                (hx - 0.125 * height, hy - 0.02 * height),
                (hx, hy - 0.115 * height),
                (hx + 0.125 * height, hy - 0.02 * height),
            ]
        )
    elif hair == "hat":
        pen.dot(hx, hy - 0.03 * height, 0.085 * height, 0.012 * height)
        pen.box(hx - 0.045 * height, hy - 0.085 * height, hx + 0.045 * height, hy - 0.03 * height)
    elif hair == "plait":
        pen.limb(
            (hx - rx * 0.6 * facing * height, hy), at(head[0] - 0.10, head[1] + 0.16), 0.02 * height, 0.012 * height
        )
    hand = how["arms"][1][1]
    if held == "spear":
        pen.line([at(hand[0] - 0.02, 0.0), at(hand[0] + 0.02, -1.32)], 0.012 * height)
        pen.shape([at(hand[0] + px, py) for px, py in ((0.006, -1.31), (0.022, -1.45), (0.036, -1.31))])
    elif held == "sword":
        away = {"strike": (-0.42, -0.14), "lunge": (0.40, -0.10), "hold": (0.05, -0.34)}.get(pose, (0.30, -0.2))
        middle = (hand[0] + away[0] * 0.5, hand[1] + away[1] * 0.5 - 0.025)
        pen.line([at(*hand), at(*middle), at(hand[0] + away[0], hand[1] + away[1])], 0.016 * height)
    elif held == "sheath":
        pen.line([at(0.10, -0.56), at(-0.08, -0.54), at(-0.26, -0.42)], 0.022 * height)
    elif held == "bag":
        pen.box(*sorted_box(at(hand[0] - 0.035, hand[1] + 0.01), at(hand[0] + 0.035, hand[1] + 0.085)))
    elif held == "scythe":
        pen.line([at(hand[0], hand[1]), at(hand[0] + 0.06, -0.02)], 0.014 * height)


def sorted_box(a: Point, b: Point) -> tuple[float, float, float, float]:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])
