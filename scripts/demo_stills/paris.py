"""Mirrors, streets and trees. Each scene paints on the picture it is given; `count` is its number of figures."""

from demo_stills.canvas import HEIGHT, WIDTH, Pen, Picture, Point, mix, spline
from demo_stills.people import back, bust, whole
from demo_stills.things import crowd_of, lamp, leaves, tree


def cafe_mirror(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.deep), (0.6, p.middle), (1, p.deep))
    s.paint(lambda pen: pen.box(250, 50, 1060, 560), p.glow, blur=2)
    s.glow(650, 260, 820, p.pale, 0.75, 440)

    def beyond(pen: Pen) -> None:
        for x in (300, 470, 900):
            pen.box(x, 60, x + 18, 560)
        pen.box(260, 430, 1050, 440)

    s.paint(beyond, p.middle, blur=7, opacity=0.6)
    s.bokeh(26, (280, 70, 1040, 330), (8, 30), 0.6)
    s.paint(
        lambda pen: bust(pen, 775, 356, 176, hair="bun", facing=-1, slim=0.76), mix(p.middle, p.deep, 0.55), blur=3.2
    )

    def frame(pen: Pen) -> None:
        pen.line([(250, 50), (1060, 50), (1060, 560), (250, 560), (250, 50)], 22)
        for x, y in ((250, 50), (1060, 50), (250, 560), (1060, 560)):
            pen.dot(x, y, 22)

    s.figure(frame, mix(p.dark, p.deep, 0.6), rim=p.pale, side=-1, strength=0.35, width=3)
    for x in (126, 1178):
        s.paint(lambda pen, x=x: (pen.box(x - 4, 250, x + 4, 330), pen.box(x - 30, 326, x + 30, 334)), p.dark)
        s.light(lambda pen, x=x: pen.dot(x, 214, 46), p.pale, strength=0.95, blur=2)
        s.glow(x, 214, 320, p.lights[1], 0.7)
    s.figure(
        lambda pen: bust(pen, 470, 392, 214, hair="bun", facing=1, slim=0.76, tilt=0.04),
        p.dark,
        rim=p.pale,
        strength=0.85,
    )
    s.paint(lambda pen: pen.box(0, 642, WIDTH, HEIGHT), mix(p.dark, p.deep, 0.35))
    s.light(lambda pen: pen.box(0, 642, WIDTH, 645), p.pale, strength=0.6, blur=1)

    def cup(pen: Pen) -> None:
        pen.shape(spline([(800, 596), (884, 596), (872, 630), (850, 640), (834, 640), (812, 630)], 6))
        pen.line(spline([(880, 604), (902, 606), (896, 624), (874, 624)], 5), 5)
        pen.dot(842, 643, 74, 9)

    s.figure(cup, mix(p.glow, p.middle, 0.4), rim=p.pale, side=-1, width=2)


def paris_street(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.glow), (0.7, p.pale), (1, p.pale))
    s.glow(640, 330, 700, p.pale, 0.6, 500)
    for side in (-1, 1):
        for i in range(4):
            reach = [640 + side * r for r in (720, 420, 250, 160, 112)]
            a, b = reach[i], reach[i + 1]
            top_a, top_b = (-40, 120, 214, 262, 290)[i], (-40, 120, 214, 262, 290)[i + 1]
            foot_a, foot_b = (640, 540, 492, 468, 456)[i], (640, 540, 492, 468, 456)[i + 1]
            shade = mix(p.deep, p.glow, 0.12 + i * 0.22)
            s.paint(
                lambda pen, q=(a, top_a, b, top_b, foot_b, foot_a): pen.shape(
                    [(q[0], q[1]), (q[2], q[3]), (q[2], q[4]), (q[0], q[5])]
                ),
                shade,
                blur=0.8,
            )

            def details(pen: Pen, a=a, b=b, ta=top_a, tb=top_b, fa=foot_a, fb=foot_b, n=(6, 4, 3, 2)[i]) -> None:
                for floor in range(5):
                    for k in range(n):
                        u0, u1 = (k + 0.28) / n, (k + 0.66) / n
                        v0, v1 = 0.16 + floor * 0.165, 0.27 + floor * 0.165

                        def at(u: float, v: float) -> Point:
                            top, foot = ta + (tb - ta) * u, fa + (fb - fa) * u
                            return a + (b - a) * u, top + (foot - top) * v

                        pen.shape([at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)])
                    pen.line([at(0, v1 + 0.012), at(1, v1 + 0.012)], 2)

            s.paint(details, mix(shade, p.dark, 0.5), blur=0.8, opacity=0.75)
    s.paint(
        lambda pen: pen.shape([(528, 456), (752, 456), (1460, 730), (-180, 730)]), mix(p.glow, p.middle, 0.5), blur=1.5
    )
    s.glow(640, 520, 560, p.pale, 0.6, 200)

    def furniture(pen: Pen) -> None:
        lamp(pen, 258, 640, 380)
        lamp(pen, 470, 520, 170)
        lamp(pen, 1010, 620, 330)
        lamp(pen, 812, 514, 150)
        for x, y, r in ((905, 330, 90), (950, 300, 70), (380, 380, 66)):
            leaves(pen, s.rng, x, y, r, r * 0.8, 120, 11)
        pen.line([(918, 560), (912, 360)], 9)
        pen.line([(384, 540), (382, 400)], 6)

    s.paint(furniture, mix(p.dark, p.deep, 0.5), blur=1)

    def car(pen: Pen) -> None:
        pen.shape(
            spline([(740, 548), (752, 506), (776, 484), (846, 484), (872, 506), (886, 548), (880, 566), (746, 566)], 6)
        )
        pen.box(752, 556, 782, 582)
        pen.box(846, 556, 876, 582)

    s.figure(car, p.dark, rim=p.pale, side=-1, strength=0.5)
    s.paint(lambda pen: pen.shape([(770, 496), (852, 496), (864, 522), (758, 522)]), p.glow, blur=1)
    s.figure(
        lambda pen: whole(pen, 590, 690, 340, pose="walk", wear="dress", hair="bun", held="bag"),
        p.dark,
        rim=p.pale,
        side=1,
        strength=0.7,
        width=3,
    )
    s.figure(
        lambda pen: (
            whole(pen, 500, 540, 124, pose="walk", wear="coat", hair="hat", facing=-1),
            whole(pen, 690, 500, 84, pose="walk", wear="coat", hair="hat"),
        ),
        mix(p.dark, p.deep, 0.8),
    )
    s.paint(lambda pen: pen.shape([(540, 696), (640, 690), (380, 716), (280, 720)]), p.deep, opacity=0.5, blur=5)


def park_bench(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.glow), (0.55, p.pale), (1, p.glow))
    s.glow(760, 300, 700, p.pale, 0.8, 500)
    for shade, y, n in ((0.75, 330, 9), (0.45, 300, 6)):
        trunks = crowd_of(s.rng, n, 0, WIDTH)

        def wood(pen: Pen, trunks=trunks, y=y) -> None:
            for x in trunks:
                pen.limb((x, 560), (x + s.rng.uniform(-16, 16), y - 160), 11, 6)
                leaves(pen, s.rng, x, y - 220, 150, 120, 170, 15)

        s.paint(wood, mix(p.deep, p.pale, shade), blur=7 * shade + 1)
    s.paint(lambda pen: pen.box(0, 540, WIDTH, HEIGHT), mix(p.middle, p.glow, 0.35), blur=6)

    def dapple(pen: Pen) -> None:
        for _ in range(110):
            y = s.rng.uniform(552, 716)
            pen.dot(s.rng.uniform(0, WIDTH), y, (y - 520) * s.rng.uniform(0.08, 0.4), (y - 520) * 0.06)

    s.light(dapple, p.pale, strength=0.5, blur=5)

    def canopy(pen: Pen) -> None:
        tree(pen, s.rng, 150, 760, 250, -1.48, 46, 6)
        for x, y, r in ((120, 60, 260), (380, 10, 230), (700, -40, 240), (1120, -20, 240)):
            leaves(pen, s.rng, x, y, r, r * 0.55, 420, 15)

    s.paint(canopy, mix(p.dark, p.deep, 0.35), blur=1.4)
    s.figure(
        lambda pen: (
            back(pen, 560, 440, 138, hair="bun", slim=0.74, lean=-0.05),
            back(pen, 800, 426, 146, hair="short", slim=0.9, lean=0.04),
        ),
        p.dark,
        rim=p.pale,
        side=1,
        strength=0.75,
    )

    def bench(pen: Pen) -> None:
        for y in (540, 576, 612):
            pen.box(380, y, 990, y + 22)
        for x in (420, 940):
            pen.box(x, 520, x + 18, 716)
        pen.box(366, 646, 1004, 660)

    s.figure(bench, mix(p.dark, p.deep, 0.35), rim=p.pale, side=1, strength=0.25, width=2)
