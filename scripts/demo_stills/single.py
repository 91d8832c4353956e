"""One still each. Each scene paints on the picture it is given; `count` is its number of figures."""

import math

from PIL import Image, ImageFilter

from demo_stills.canvas import HEIGHT, WIDTH, Pen, Picture, mix, spline
from demo_stills.people import back, bust, whole
from demo_stills.things import crowd_of, hills, lamp, ridge, tree


def high_window(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, mix(p.middle, p.deep, 0.25)), (0.7, p.middle), (1, mix(p.middle, p.deep, 0.4)))
    s.glow(760, 330, 820, p.pale, 0.5, 640)
    s.paint(lambda pen: pen.shape([(0, 0), (330, 0), (200, 720), (0, 720)]), p.middle, opacity=0.55, blur=50)

    def window(pen: Pen) -> None:
        pen.shape(
            [
                (846, 330),
                (846, 150),
                *[(926 + math.cos(a / 20) * 80, 150 + math.sin(a / 20) * 104) for a in range(-62, 1)],
                (1006, 330),
            ]
        )

    s.paint(window, mix(p.glow, p.middle, 0.5), blur=1)
    s.light(window, p.pale, strength=0.85, blur=1)
    s.light(window, p.pale, strength=0.6, blur=34)
    s.paint(
        lambda pen: (pen.box(919, 44, 933, 332), pen.box(842, 176, 1010, 190), pen.box(826, 330, 1026, 346)),
        p.deep,
        blur=1,
    )

    def shaft(pen: Pen) -> None:
        pen.shape([(846, 110), (1006, 330), (560, 760), (80, 760)])

    s.light(shaft, p.pale, strength=0.4, blur=22)

    def cross(pen: Pen) -> None:
        pen.shape([(1010, 470), (1030, 466), (1150, 720), (1122, 720)])
        pen.shape([(966, 560), (1152, 536), (1160, 554), (976, 580)])

    s.paint(cross, p.deep, blur=5, opacity=0.6)
    s.figure(
        lambda pen: bust(pen, 500, 430, 262, hair="short", facing=1, slim=0.78, tilt=-0.24),
        p.dark,
        rim=p.pale,
        side=1,
        strength=0.95,
        width=6,
    )
    s.figure(
        lambda pen: [
            (
                pen.shape([(x, 520), (x + 12, 520), (x + 12, 720), (x, 720)]),
                pen.shape([(x - 5, 524), (x + 6, 470), (x + 17, 524)]),
            )
            for x in (116, 168, 220)
        ],
        mix(p.dark, p.deep, 0.7),
        soft=3,
    )


def farmhouse(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.dark), (0.4, p.deep), (0.75, p.middle), (1, p.deep))
    s.light(lambda pen: pen.dot(1010, 150, 52), p.pale, strength=0.85, blur=2)
    s.glow(1010, 150, 520, p.glow, 0.55)
    for y in (150, 210):
        s.paint(
            lambda pen, y=y: (pen.dot(940, y, 260, 12), pen.dot(1190, y + 26, 240, 10)), p.deep, opacity=0.75, blur=9
        )

    def house(pen: Pen) -> None:
        pen.box(760, 330, 990, 520)
        pen.shape([(736, 336), (875, 222), (1014, 336)])
        pen.box(924, 226, 950, 300)
        pen.box(640, 420, 770, 520)
        pen.shape([(620, 424), (700, 372), (790, 424)])

    s.paint(house, mix(p.dark, p.deep, 0.45), blur=1.2)

    def panes(pen: Pen) -> None:
        (pen.box(804, 368, 842, 426), pen.box(906, 368, 944, 426), pen.box(690, 446, 716, 486))

    s.light(panes, p.lights[0], strength=0.95, blur=1)
    s.light(panes, p.lights[0], strength=0.7, blur=18)
    s.paint(
        lambda pen: [
            pen.box(a, 392, b, 400) or pen.box(c, 366, c + 4, 428) for a, b, c in ((802, 844, 821), (904, 946, 923))
        ],
        p.dark,
    )
    s.paint(lambda pen: pen.shape(ridge(s.rng, 522, 14)), mix(p.dark, p.deep, 0.75), blur=3)
    s.mist(530, 70, p.glow, 0.32)
    s.paint(lambda pen: (tree(pen, s.rng, 150, 600, 150), tree(pen, s.rng, 1190, 580, 120, -1.66)), p.dark, blur=0.8)
    rows = ((0.45, 566, 124, 8), (0.2, 626, 190, 6))
    for shade, y, size, many in rows:

        def walkers(pen: Pen, y=y, size=size, many=many) -> None:
            for i, x in enumerate(crowd_of(s.rng, many, 230, 1180)):
                whole(
                    pen,
                    x,
                    y + s.rng.uniform(-10, 10),
                    size * s.rng.uniform(0.92, 1.08),
                    pose="limp",
                    wear=("trousers", "dress", "coat")[i % 3],
                    hair=("", "long", "")[i % 3],
                    facing=1 if x < 760 else -1,
                )

        s.figure(walkers, mix(p.dark, p.middle, shade), rim=p.glow, side=1, strength=0.35, width=2, soft=1)
        s.mist(y + 8, 46, p.glow, 0.2)
    s.figure(
        lambda pen: (
            whole(pen, 330, 790, 430, pose="limp", wear="coat"),
            whole(pen, 1010, 800, 400, pose="limp", facing=-1),
        ),
        p.dark,
        rim=p.glow,
        side=1,
        strength=0.45,
        width=3,
    )


def white_room(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.glow), (0.8, p.pale), (1, p.glow))
    s.paint(lambda pen: pen.box(660, 70, 1200, 560), p.middle)
    s.sky_in((660, 70, 1200, 560), (0, p.pale), (0.5, p.glow), (0.52, mix(p.middle, p.deep, 0.35)), (1, p.middle))
    s.light(
        lambda pen: [
            pen.line([(s.rng.uniform(660, 1180), y), (s.rng.uniform(700, 1200), y)], 1.6) for y in range(330, 556, 9)
        ],
        p.pale,
        strength=0.35,
        blur=0.8,
    )
    s.paint(
        lambda pen: pen.shape([(900, 322), (1010, 322), (996, 336), (914, 336)]) or pen.box(946, 290, 950, 324),
        p.deep,
        blur=1,
    )
    s.paint(
        lambda pen: (
            pen.line([(660, 70), (1200, 70), (1200, 560), (660, 560), (660, 70)], 12),
            pen.box(925, 70, 935, 560),
        ),
        mix(p.deep, p.middle, 0.2),
        blur=0.8,
    )
    s.paint(
        lambda pen: [pen.box(660 + k * 45, 452, 664 + k * 45, 556) for k in range(13)] and pen.box(654, 446, 1206, 454),
        p.deep,
        blur=1,
    )
    s.paint(lambda pen: (pen.box(0, 640, WIDTH, HEIGHT), pen.box(0, 626, 640, 632)), mix(p.glow, p.middle, 0.6), blur=1)
    s.light(lambda pen: pen.shape([(560, 650), (1060, 650), (820, 730), (230, 730)]), p.pale, strength=0.6, blur=8)

    def mask(pen: Pen) -> None:
        pen.shape(
            spline([(270, 150), (318, 172), (326, 236), (306, 306), (270, 350), (234, 306), (214, 236), (222, 172)], 8)
        )
        pen.shape(spline([(236, 164), (222, 118), (246, 130), (270, 112), (294, 130), (318, 118), (304, 164)], 6))

    s.paint(
        lambda pen: pen.shape(
            spline([(286, 160), (334, 182), (342, 246), (322, 316), (286, 360), (250, 316), (230, 246), (238, 182)], 8)
        ),
        p.middle,
        opacity=0.6,
        blur=8,
    )
    s.paint(mask, mix(p.dark, p.deep, 0.35), blur=0.8)

    def carving(pen: Pen) -> None:
        for side in (-1, 1):
            pen.shape(
                spline(
                    [(270 + side * 14, 226), (270 + side * 30, 218), (270 + side * 42, 228), (270 + side * 28, 236)], 5
                )
            )
            pen.line([(270 + side * 10, 208), (270 + side * 30, 198), (270 + side * 46, 208)], 4)
        pen.shape([(266, 222), (274, 222), (280, 272), (260, 272)])
        pen.shape(spline([(252, 300), (270, 294), (288, 300), (270, 312)], 5))

    s.paint(carving, p.glow, blur=0.8)
    s.figure(
        lambda pen: bust(pen, 560, 396, 196, hair="bun", facing=1, slim=0.76), p.dark, rim=p.pale, side=1, strength=0.9
    )


def rain_stairs(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.dark), (0.5, p.deep), (1, p.dark))
    s.glow(860, 150, 560, p.glow, 0.6)
    for side, shade in ((-1, 0.4), (1, 0.55)):
        for k in range(4):
            x = 640 + side * (300 + k * 130)
            top = 30 + k * 46 + (k % 2) * 30
            s.paint(
                lambda pen, x=x, t=top: pen.box(x - 90, t, x + 90, HEIGHT),
                mix(p.dark, p.deep, shade + k * 0.14),
                blur=1.5,
            )

            def lit(pen: Pen, x=x, t=top) -> None:
                for j in range(3):
                    for r in range(5):
                        if s.rng.random() < 0.3:
                            pen.box(x - 60 + j * 46, t + 46 + r * 84, x - 34 + j * 46, t + 82 + r * 84)

            s.light(lit, p.lights[0], strength=0.6, blur=1.4)
    flight = []
    for k in range(24):
        t = k / 23
        y = 250 + 480 * t**1.25
        half = 70 + 330 * t**1.15
        flight.append((640 - 40 * t, y, half))
    s.paint(
        lambda pen: pen.shape([(x - h, y) for x, y, h in flight] + [(x + h, y) for x, y, h in reversed(flight)]),
        mix(p.deep, p.middle, 0.25),
        blur=1,
    )
    s.glow(760, 420, 560, p.glow, 0.5, 420)

    def edges(pen: Pen) -> None:
        for x, y, h in flight:
            pen.box(x - h, y - 1 - h / 120, x + h, y + 1 + h / 90)

    s.light(edges, p.glow, strength=0.45, blur=0.8)
    s.paint(
        lambda pen: [pen.box(x - h, y + h / 60, x + h, y + h / 18) for x, y, h in flight], p.dark, opacity=0.6, blur=1.4
    )

    def rails(pen: Pen) -> None:
        for side in (-1, 1):
            pen.line([(x + side * h, y - 60 - h * 0.26) for x, y, h in flight], 6)
            for x, y, h in flight[::2]:
                pen.line([(x + side * h, y), (x + side * h, y - 60 - h * 0.26)], 2 + h / 90)
        lamp(pen, 862, 470, 330)

    s.figure(rails, p.dark, rim=p.glow, side=0, strength=0.4, width=2)
    s.light(lambda pen: pen.dot(862, 126, 17), p.pale, blur=3)
    s.glow(862, 126, 300, p.lights[0], 0.8)

    def people(pen: Pen) -> None:
        whole(pen, 600, 470, 190, pose="walk", hair="", facing=-1)
        whole(pen, 690, 540, 226, pose="walk", wear="dress", hair="long", facing=-1)
        whole(pen, 540, 640, 290, pose="run", wear="trousers", facing=-1)

    s.figure(people, p.dark, rim=p.pale, side=1, strength=0.85, width=3)
    s.rain(800, slant=0.14, strength=0.42, length=(40, 120))


def rush(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.deep), (0.5, p.middle), (1, p.dark))
    s.glow(300, 240, 560, p.lights[1], 0.5)
    s.glow(1010, 260, 560, p.lights[0], 0.5)

    def tubes(pen: Pen) -> None:
        for x in range(60, 1280, 176):
            pen.box(x, 66 + (x % 5) * 5, x + 120, 78 + (x % 5) * 5)

    s.light(tubes, p.pale, strength=0.95, blur=2)
    s.light(tubes, p.lights[2], strength=0.8, blur=18)
    for i in range(16):
        x, y, w, h = s.rng.uniform(0, 1180), s.rng.uniform(120, 330), s.rng.uniform(40, 120), s.rng.uniform(24, 90)
        s.light(lambda pen, q=(x, y, x + w, y + h): pen.box(*q), p.lights[i % 4], strength=0.55, blur=5)
    s.image = Image.blend(s.image, s.image.filter(ImageFilter.BoxBlur((60, 1))), 0.72)

    def passing(pen: Pen) -> None:
        for x in crowd_of(s.rng, 9, -40, 1320):
            if abs(x - 650) > 120:
                whole(
                    pen,
                    x,
                    760,
                    s.rng.uniform(470, 540),
                    pose="walk",
                    wear=s.rng.choice(("coat", "dress", "trousers")),
                    hair=s.rng.choice(("", "bob", "long")),
                )

    smear = s.mask(passing).filter(ImageFilter.BoxBlur((44, 1))).filter(ImageFilter.BoxBlur((22, 0)))
    s.image.paste(Image.new("RGB", (WIDTH, HEIGHT), p.dark), (0, 0), smear.point(lambda v: min(255, v * 1.15)))
    for i in range(12):
        y = s.rng.uniform(340, 690)
        s.light(
            lambda pen, y=y: pen.box(s.rng.uniform(-100, 700), y, s.rng.uniform(720, 1400), y + s.rng.uniform(2, 8)),
            p.lights[i % 4],
            strength=0.35,
            blur=4,
        )
    s.bokeh(24, (0, 60, WIDTH, 320), (6, 24), 0.4)
    s.figure(
        lambda pen: back(pen, 650, 420, 176, hair="short", slim=0.92),
        p.dark,
        rim=p.lights[1],
        side=-1,
        strength=0.95,
        width=5,
    )


def hillside(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, mix(p.middle, p.glow, 0.5)), (0.5, p.glow), (1, p.pale))
    s.glow(980, 130, 620, p.pale, 0.9)
    s.paint(lambda pen: pen.shape(hills(s.rng, 430, 150, 210)), mix(p.glow, p.middle, 0.55), blur=6)
    slope = lambda x: 470 - 300 * math.exp(-(((x - 250) / 380) ** 2)) - 90 * math.exp(-(((x - 1150) / 220) ** 2))  # noqa: E731
    for row in range(9):
        for x in range(-30, WIDTH + 30, 58):
            x = x + s.rng.uniform(-16, 16)
            y = slope(x) + row * 46
            if y > 560:
                continue
            w, h = s.rng.uniform(48, 80), s.rng.uniform(40, 66)
            tone = mix(p.deep, p.middle, s.rng.uniform(0.15, 0.9))
            colour = mix(tone, s.rng.choice((p.glow, p.lights[1], p.lights[2])), s.rng.uniform(0, 0.4))

            def home(pen: Pen, x=x, y=y, w=w, h=h) -> None:
                pen.box(x, y, x + w, y + h + 60)

            s.paint(home, colour)
            s.paint(
                lambda pen, x=x, y=y, w=w, h=h: (
                    pen.box(x, y - 5, x + w + 4, y + 3),
                    pen.box(x + w * 0.72, y, x + w, y + h + 60),
                    pen.box(x + w * 0.2, y + h * 0.3, x + w * 0.42, y + h * 0.62),
                ),
                p.dark,
                opacity=0.45,
            )
    s.mist(540, 60, p.pale, 0.4)
    s.paint(lambda pen: pen.shape(ridge(s.rng, 556, 6)), mix(p.middle, p.glow, 0.45), blur=2)
    s.glow(720, 640, 1000, p.pale, 0.35, 160)
    s.mist(600, 60, p.pale, 0.35)

    def goal(pen: Pen) -> None:
        pen.line([(1010, 600), (1010, 470), (1200, 470), (1200, 606)], 7)
        pen.dot(760, 640, 13)

    s.paint(goal, p.dark, blur=0.8)

    def children(pen: Pen) -> None:
        for x, y, h, pose, way in (
            (330, 690, 280, "run", 1),
            (520, 650, 230, "run", 1),
            (690, 676, 262, "lunge", 1),
            (880, 640, 220, "run", -1),
            (1100, 640, 200, "point", -1),
        ):
            whole(pen, x, y, h, pose=pose, wear="shorts", facing=way)
        whole(pen, 140, 700, 270, pose="point", wear="shorts")

    s.figure(children, p.dark, rim=p.pale, side=1, strength=0.7, width=3)
    s.paint(
        lambda pen: [
            pen.shape([(x - 10, y), (x + 14, y), (x - 120, y + 34), (x - 150, y + 32)])
            for x, y in ((330, 690), (520, 652), (690, 676), (880, 642), (1100, 640))
        ],
        p.deep,
        opacity=0.45,
        blur=5,
    )

    def kite(pen: Pen) -> None:
        pen.shape([(560, 70), (600, 96), (582, 150), (536, 116)])

    s.paint(kite, p.lights[1], blur=0.6)
    s.paint(
        lambda pen: (
            pen.line([(582, 150), (560, 190), (574, 220), (552, 256)], 3),
            pen.line([(570, 112), (400, 330), (236, 460)], 1.2),
        ),
        p.dark,
        opacity=0.8,
    )
