"""Grass, forest, city and gate. Each scene paints on the picture it is given; `count` is its number of figures."""

import math

from demo_stills.canvas import HEIGHT, WIDTH, Pen, Picture, mix, spline
from demo_stills.people import back, whole
from demo_stills.things import crowd_of, leaves, ridge


def kash_grass(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.middle), (0.5, p.glow), (0.8, p.pale), (1, p.pale))
    s.glow(900, 360, 800, p.pale, 0.6, 400)
    s.paint(lambda pen: pen.shape(ridge(s.rng, 448, 12)), mix(p.middle, p.glow, 0.35), blur=4)

    def train(pen: Pen) -> None:
        pen.box(735, 400, 800, 430)
        pen.box(800, 384, 826, 430)
        pen.box(744, 380, 756, 402)
        pen.dot(772, 400, 9)
        for x in range(832, 1300, 74):
            pen.box(x, 392, x + 68, 428)
        for x in range(742, 1300, 24):
            pen.dot(x, 432, 7)
        pen.box(700, 437, WIDTH, 441)

    def smoke(pen: Pen) -> None:
        for k in range(40):
            t = k / 39
            pen.dot(
                750 + 480 * t + s.rng.uniform(-12, 12),
                374 - 150 * t**0.75 + s.rng.uniform(-14, 14) * (0.3 + t),
                11 + 46 * t,
            )

    s.paint(smoke, p.deep, opacity=0.75, blur=9)
    s.paint(train, mix(p.dark, p.deep, 0.25), blur=0.8)

    def stalks(pen: Pen, base: float, tall: float, many: int, plume: bool) -> None:
        for _ in range(many):
            x, h = s.rng.uniform(-30, WIDTH + 30), tall * s.rng.uniform(0.6, 1.15)
            y = base + s.rng.uniform(-10, 26)
            tip = (x + h * s.rng.uniform(0.08, 0.34), y - h)
            if plume:
                lean = (tip[0] - x) / h
                pen.shape(
                    spline(
                        [
                            tip,
                            (tip[0] - 4, tip[1] + h * 0.13),
                            (tip[0] - lean * h * 0.25, tip[1] + h * 0.34),
                            (tip[0] + 3, tip[1] + h * 0.16),
                        ],
                        4,
                    )
                )
            else:
                pen.line([(x, y), (x + (tip[0] - x) * 0.3, y - h * 0.6), tip], max(1, h / 130))

    for base, tall, many, shade in ((500, 90, 240, 0.55), (560, 130, 220, 0.3)):
        s.paint(lambda pen, a=(base, tall, many): stalks(pen, *a, False), mix(p.deep, p.glow, shade), blur=1.4)
        s.paint(
            lambda pen, a=(base, tall, many): stalks(pen, *a, True), mix(p.glow, p.pale, 0.5), blur=1.2, opacity=0.9
        )
        s.paint(
            lambda pen, b=base: pen.box(0, b + 4, WIDTH, HEIGHT), mix(p.deep, p.middle, shade), blur=12, opacity=0.75
        )
    s.figure(
        lambda pen: (
            whole(pen, 388, 690, 330, pose="run", wear="frock", hair="plait"),
            whole(pen, 226, 690, 250, pose="run", wear="shorts"),
        ),
        p.dark,
        rim=p.pale,
        side=1,
        strength=0.8,
    )
    s.paint(lambda pen: stalks(pen, 730, 250, 190, False), mix(p.dark, p.deep, 0.4), blur=0.8)
    s.paint(lambda pen: stalks(pen, 730, 260, 120, True), p.pale, blur=1, opacity=0.92)


def forest_path(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.middle), (0.45, p.glow), (0.62, p.pale), (1, p.middle))
    s.glow(640, 330, 520, p.pale, 0.85, 420)
    for depth in range(4):
        shade = (0.8, 0.55, 0.3, 0.05)[depth]
        trunks = [x for x in crowd_of(s.rng, 14 - depth * 3, -20, WIDTH + 20) if abs(x - 640) > 70 + depth * 85]

        def wood(pen: Pen, trunks=trunks, depth=depth) -> None:
            for x in trunks:
                w = 6 + depth * 7
                pen.limb((x, 500 + depth * 60), (x + s.rng.uniform(-30, 30), -40), w, w * 0.6)
                for _ in range(3):
                    y = s.rng.uniform(60, 330)
                    pen.limb(
                        (x, y),
                        (x + s.rng.choice((-1, 1)) * s.rng.uniform(50, 150), y - s.rng.uniform(40, 110)),
                        w * 0.4,
                        2,
                    )
                leaves(pen, s.rng, x, 30 + depth * 10, 150 + depth * 20, 110, 130, 15 + depth * 3)
                leaves(pen, s.rng, x, 500 + depth * 62, 110 + depth * 24, 34 + depth * 10, 80, 12 + depth * 4)

        s.paint(wood, mix(p.deep, p.glow, shade) if depth < 3 else p.dark, blur=6 - depth * 1.6)
        if depth < 2:
            s.mist(470, 90, p.pale, 0.3)
    s.paint(
        lambda pen: pen.shape(spline([(612, 500), (668, 500), (700, 560), (860, 740), (380, 740), (560, 570)], 8)),
        mix(p.glow, p.middle, 0.2),
        blur=5,
    )
    s.glow(640, 580, 300, p.pale, 0.4, 130)

    def walker(pen: Pen) -> None:
        whole(pen, 640, 640, 236, pose="hold", wear="sari", hair="bun")
        pen.shape(
            spline([(560, 398), (600, 362), (660, 344), (726, 358), (776, 402), (720, 392), (640, 388), (590, 396)], 8)
        )
        pen.line([(684, 470), (664, 350)], 4)

    s.figure(walker, p.dark, rim=p.pale, side=0, strength=0.6)
    s.paint(lambda pen: pen.dot(640, 646, 70, 7), p.dark, opacity=0.6, blur=5)
    s.rain(620, slant=0.1, strength=0.42, length=(40, 110))


def city_towers(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.dark), (0.6, p.deep), (1, p.middle))
    s.glow(640, 640, 1100, p.glow, 0.6, 520)
    for x0, y0, angle in ((300, 720, -1.95), (560, 700, -1.35), (820, 720, -1.15), (1010, 700, -1.9)):
        for spread, strength in ((0.05, 0.34), (0.018, 0.4)):
            ends = [
                (x0 + math.cos(angle + k * spread) * 1000, y0 + math.sin(angle + k * spread) * 1000) for k in (-1, 1)
            ]
            s.light(lambda pen, q=(x0, y0), e=ends: pen.shape([q, *e]), p.pale, strength=strength, blur=9)
    for depth in range(3):
        for x in crowd_of(s.rng, 8 - depth * 2, -20, WIDTH + 20):
            if depth == 2 and 420 < x < 880:
                continue
            w, h = s.rng.uniform(60, 96) * (1 + depth * 0.4), s.rng.uniform(250, 460) * (1 + depth * 0.14)
            steps = [(w, h * 0.55), (w * 0.74, h * 0.8), (w * 0.48, h)]

            def tower(pen: Pen, x=x, steps=steps) -> None:
                for wide, high in steps:
                    pen.box(x - wide / 2, HEIGHT - high, x + wide / 2, HEIGHT)

            s.figure(
                tower,
                mix(p.dark, p.middle, 0.62 - depth * 0.28),
                rim=p.glow,
                side=1,
                strength=0.4 - depth * 0.08,
                width=3,
                soft=2.4 - depth,
            )

            def windows(pen: Pen, x=x, steps=steps, depth=depth) -> None:
                for wide, high in steps:
                    for k in range(int(high / 20)):
                        for j in range(int(wide / 15)):
                            if s.rng.random() < 0.36:
                                wx, wy = x - wide / 2 + 6 + j * 15, HEIGHT - high + 10 + k * 20
                                pen.box(wx, wy, wx + 5, wy + 9)

            s.light(windows, p.lights[depth % 2], strength=0.75, blur=0.7)

    def great(pen: Pen) -> None:
        pen.shape([(520, 730), (545, 330), (735, 330), (760, 730)])
        pen.shape([(560, 340), (580, 190), (700, 190), (720, 340)])
        pen.shape([(596, 196), (616, 96), (664, 96), (684, 196)])
        for k in range(7):
            angle = -math.pi * (0.12 + k * 0.127)
            pen.line([(640, 112), (640 + math.cos(angle) * 92, 112 + math.sin(angle) * 74)], 9)

    s.figure(great, mix(p.dark, p.deep, 0.35), rim=p.pale, side=0, strength=0.45, width=3)

    def rows(pen: Pen) -> None:
        for y in range(220, 720, 22):
            half = 44 + (y - 190) * 0.13
            for x in range(int(640 - half), int(640 + half), 17):
                if s.rng.random() < 0.5:
                    pen.box(x, y, x + 6, y + 10)

    s.light(rows, p.lights[0], strength=0.9, blur=0.7)

    def roads(pen: Pen) -> None:
        pen.shape([(-10, 560), (WIDTH + 10, 486), (WIDTH + 10, 504), (-10, 584)])
        for x in range(40, WIDTH, 130):
            pen.box(x, 576 - x * 0.058, x + 12, HEIGHT)

    s.figure(roads, p.dark, rim=p.glow, side=-1, strength=0.3, width=2)
    s.light(
        lambda pen: [pen.dot(x, 556 - x * 0.0575 + s.rng.uniform(-2, 4), 3) for x in range(30, WIDTH, 46)],
        p.pale,
        strength=0.9,
        blur=1.2,
    )


def workers(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.dark), (0.6, p.deep), (1, p.dark))
    s.glow(640, 320, 640, p.glow, 0.8, 560)
    arch = [(640 + math.cos(a / 20) * 170, 260 + math.sin(a / 20) * 170) for a in range(-62, 1)]

    def gate(pen: Pen) -> None:
        pen.shape([(470, 560), (470, 260), *arch, (810, 560)])

    s.light(gate, p.pale, strength=0.75, blur=5)
    s.light(gate, p.glow, strength=0.5, blur=40)

    def bars(pen: Pen) -> None:
        for x in range(490, 810, 40):
            pen.box(x, 60, x + 7, 360)
        pen.box(470, 352, 810, 364)
        for x in range(494, 810, 40):
            pen.shape([(x - 8, 362), (x + 8, 362), (x, 392)])

    s.paint(bars, p.dark, blur=1)

    def walls(pen: Pen) -> None:
        for side in (-1, 1):
            for k in range(4):
                x = 640 + side * (215 + k * 128)
                pen.box(x - 30, 0, x + 30, 640)
                pen.box(x - 44, 88, x + 44, 108)

    s.figure(walls, mix(p.dark, p.deep, 0.6), rim=p.glow, side=0, strength=0.3, width=5)
    s.mist(470, 90, p.glow, 0.3)
    for row in range(5):
        size = 28 + row * row * 3.2 + row * 6
        y = 470 + row * 32 + row * row * 5
        lanes = 7 + row % 2
        xs = [640 + (k - (lanes - 1) / 2) * size * 2.12 for k in range(lanes)]
        s.figure(
            lambda pen, q=(xs, y, size): [back(pen, x, q[1], q[2], hair="short", slim=0.86) for x in q[0]],
            mix(p.dark, p.middle, 0.42 - row * 0.1),
            rim=p.pale,
            side=0,
            strength=0.32,
            width=2 + row * 0.3,
        )
        if row < 4:
            s.mist(y + size, 30, p.glow, 0.1)
