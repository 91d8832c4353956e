"""Nights, neon and the desert. Each scene paints on the picture it is given; `count` is its number of figures."""

from PIL import ImageChops

from demo_stills.canvas import HEIGHT, WIDTH, Pen, Picture, mix, spline
from demo_stills.people import bust, whole
from demo_stills.things import hills, palm


def bar(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.deep), (0.45, p.middle), (0.8, mix(p.deep, p.dark, 0.3)), (1, p.dark))
    s.glow(640, 300, 760, p.glow, 0.55, 420)
    s.bokeh(44, (0, 20, WIDTH, 380), (10, 46), 0.5)
    s.bokeh(60, (0, 200, WIDTH, 470), (3, 9), 0.8)

    def cocktail(pen: Pen) -> None:
        pen.line([(1090, 96), (1194, 96), (1142, 168), (1090, 96)], 5)
        pen.line([(1142, 168), (1142, 240)], 5)
        pen.line([(1108, 242), (1176, 242)], 5)
        pen.line([(1150, 130), (1200, 62)], 4)

    s.light(cocktail, p.lights[2], strength=1, blur=1.4)
    s.light(cocktail, p.lights[2], strength=0.9, blur=16)

    def bottles(pen: Pen) -> None:
        for i in range(13):
            x, h = 40 + i * 29 + s.rng.uniform(-5, 5), s.rng.uniform(60, 105)
            pen.box(x - 8, 505 - h * 0.62, x + 8, 505)
            pen.box(x - 3, 505 - h, x + 3, 505 - h * 0.6)

    s.paint(bottles, mix(p.dark, p.middle, 0.35), blur=3, opacity=0.85)
    s.paint(lambda pen: pen.box(0, 505, 420, 514), p.dark, blur=2)
    s.figure(
        lambda pen: bust(pen, 455, 380, 215, hair="short", facing=1, slim=1.0, tilt=0.08),
        p.dark,
        rim=p.glow,
        strength=0.9,
    )
    s.figure(
        lambda pen: bust(pen, 855, 400, 196, hair="long", facing=-1, slim=0.78, tilt=-0.02),
        p.dark,
        rim=p.lights[0],
        side=0,
    )
    s.paint(lambda pen: pen.box(0, 648, WIDTH, HEIGHT), mix(p.dark, p.deep, 0.5))
    s.light(lambda pen: pen.box(0, 648, WIDTH, 651), p.glow, strength=0.7, blur=1)

    def glasses(pen: Pen) -> None:
        for x in (610, 705):
            pen.shape([(x - 24, 570), (x + 24, 570), (x + 19, 650), (x - 19, 650)], 110)
            pen.shape([(x - 22, 604), (x + 22, 604), (x + 19, 648), (x - 19, 648)], 255)

    s.light(glasses, p.glow, strength=0.75, blur=1.2)
    s.glow(655, 655, 320, p.glow, 0.4, 60)


def blinds_window(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.dark), (0.6, p.deep), (1, p.dark))
    s.glow(860, 320, 900, p.middle, 0.7, 640)

    def slats(pen: Pen) -> None:
        for i in range(19):
            y = 74 + i * 23
            pen.shape([(600, y), (1120, y + 16), (1120, y + 27), (600, y + 11)])

    s.light(slats, p.glow, strength=0.95, blur=1.4)
    s.light(slats, p.glow, strength=0.55, blur=16)
    s.glow(960, 250, 330, p.pale, 0.5)

    def frame(pen: Pen) -> None:
        pen.shape([(853, 60), (866, 60), (866, 560), (853, 560)])
        pen.line([(600, 66), (1120, 82), (1120, 545), (600, 530), (600, 66)], 12)

    s.paint(frame, mix(p.dark, p.deep, 0.5), blur=1)

    def cast_light(pen: Pen) -> None:
        for i in range(8):
            y = 600 + i * 17
            pen.shape([(420 - i * 30, y), (930 - i * 30, y + 10), (930 - i * 30, y + 17), (420 - i * 30, y + 8)])

    s.light(cast_light, p.glow, strength=0.28, blur=5)

    def curtain(pen: Pen) -> None:
        for i in range(7):
            pen.shape(
                spline([(1120 + i * 26, 20), (1142 + i * 26, 20), (1150 + i * 27, 690), (1116 + i * 28, 690)]),
                150 + (i % 2) * 80,
            )

    s.paint(curtain, mix(p.dark, p.deep, 0.7), blur=4)

    def lampshade(pen: Pen) -> None:
        pen.shape([(130, 372), (210, 372), (240, 460), (100, 460)])
        pen.box(164, 460, 176, 560)
        pen.box(60, 560, 290, 572)

    s.paint(lampshade, mix(p.dark, p.deep, 0.25), blur=2)
    s.figure(
        lambda pen: bust(pen, 520, 385, 208, hair="long", facing=1, slim=0.8, tilt=0.07),
        p.dark,
        rim=p.pale,
        strength=1,
        width=5,
    )


def film_set(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.deep), (0.6, p.middle), (0.78, p.deep), (1, p.dark))

    def beam(pen: Pen) -> None:
        pen.shape([(1010, 150), (1050, 190), (560, 760), (-60, 640), (-60, 420)])

    s.light(beam, p.glow, strength=0.42, blur=26)
    s.glow(1040, 165, 340, p.pale, 0.9)
    s.paint(lambda pen: pen.box(0, 610, WIDTH, HEIGHT), p.dark, blur=10, opacity=0.9)

    def rig(pen: Pen) -> None:
        pen.line([(1062, 190), (1062, 640)], 9)
        for foot in (990, 1062, 1134):
            pen.line([(1062, 560), (foot, 690)], 7)
        pen.shape([(1020, 108), (1100, 140), (1080, 226), (1002, 196)])
        pen.shape([(1008, 100), (1024, 106), (1004, 196), (972, 214)])
        # A camera on its legs, and a flag on a stand.
        pen.box(744, 372, 868, 446)
        pen.dot(778, 350, 34)
        pen.dot(838, 346, 34)
        pen.shape([(700, 384), (748, 396), (748, 428), (700, 442)])
        for foot in (732, 806, 886):
            pen.line([(806, 446), (foot, 700)], 9)
        pen.line([(120, 90), (120, 720)], 6)
        pen.shape([(120, 96), (300, 120), (292, 250), (120, 240)])

    s.paint(rig, p.dark, blur=1)
    s.light(lambda pen: pen.shape([(1006, 116), (1018, 112), (998, 190), (984, 200)]), p.pale, blur=3)
    s.figure(lambda pen: bust(pen, 388, 382, 190, hair="bob", facing=1, slim=0.8), p.dark, rim=p.pale, strength=0.95)
    s.figure(
        lambda pen: bust(pen, 610, 398, 206, hair="hat", facing=-1, slim=0.98, tilt=-0.03), p.dark, rim=p.pale, side=1
    )


def pool(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.dark), (0.5, p.deep), (1, p.deep))
    s.glow(640, 420, 1100, p.middle, 0.5, 300)
    s.paint(lambda pen: (pen.box(0, 208, 470, 400), pen.box(470, 250, 820, 400)), mix(p.dark, p.deep, 0.35), blur=1)

    def windows(pen: Pen) -> None:
        for row in range(2):
            for i in range(6):
                if (i + row * 2) % 3:
                    pen.box(34 + i * 74, 238 + row * 76, 70 + i * 74, 278 + row * 76)
        for i in range(4):
            if i != 1:
                pen.box(500 + i * 80, 296, 534 + i * 80, 336)

    s.light(windows, p.lights[0], strength=0.85, blur=1.6)
    s.light(windows, p.lights[0], strength=0.5, blur=14)

    def palms(pen: Pen) -> None:
        for x, h in ((900, 300), (1040, 360), (1180, 280), (760, 210)):
            palm(pen, s.rng, x, 404, h)

    s.paint(palms, p.dark, blur=0.8)
    s.paint(lambda pen: pen.box(0, 396, WIDTH, 440), mix(p.dark, p.deep, 0.7), blur=1)

    def water(pen: Pen) -> None:
        pen.shape([(120, 440), (1180, 440), (1420, 700), (-160, 700)])

    s.paint(water, p.middle)
    s.light(lambda pen: pen.shape([(240, 470), (1060, 470), (1200, 640), (60, 640)]), p.glow, strength=0.75, blur=46)

    def ripples(pen: Pen) -> None:
        for i in range(150):
            y = 446 + (i / 150) ** 1.4 * 250
            x, n = s.rng.uniform(-120, 1400), (y - 400) * s.rng.uniform(0.2, 0.55)
            bow = n * 0.12
            pen.line([(x - n, y), (x - n / 3, y - bow), (x + n / 3, y + bow), (x + n, y)], (y - 380) / 130, 150)

    lit = ImageChops.multiply(s.mask(ripples, 1), s.mask(water, 3))
    s.shine(lit, p.pale, 0.6)
    s.paint(lambda pen: pen.box(0, 694, WIDTH, HEIGHT), p.dark, blur=2)
    poses = (("stand", "dress", "long", 1), ("hips", "trousers", "", 1), ("walk", "dress", "bob", -1))
    for x, (pose, wear, hair, way), size in zip((438, 566, 858), poses, (300, 330, 304), strict=True):
        s.figure(
            lambda pen, a=(x, 704, size), k=(pose, wear, hair, way): whole(
                pen, *a, pose=k[0], wear=k[1], hair=k[2], facing=k[3]
            ),
            p.dark,
            rim=p.glow,
            side=0,
            strength=0.75,
            width=3,
        )
    s.bokeh(14, (0, 30, WIDTH, 230), (3, 8), 0.7)


def neon_street(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.dark), (0.55, p.deep), (0.66, p.middle), (1, p.dark))
    s.glow(640, 400, 700, p.glow, 0.55, 360)
    for side in (-1, 1):
        for i in range(5):
            near, far = 640 + side * (680 - i * 122), 640 + side * (680 - (i + 1) * 122)
            top = 10 + i * 62

            def wall(pen: Pen, a=near, b=far, t=top) -> None:
                pen.shape([(a, t - 30), (b, t + 34), (b, 490), (a, 490)])

            s.paint(wall, mix(p.dark, p.deep, 0.15 + i * 0.13), blur=1)
            colour = p.lights[(i + (side > 0) * 2) % 4]
            mid, scale = (near + far) / 2, 1 - i * 0.17

            def sign(pen: Pen, mid=mid, top=top, scale=scale, kind=i) -> None:
                y = top + 70
                if kind % 2:
                    pen.line(
                        spline(
                            [
                                (mid, y),
                                (mid + 34 * scale, y + 40),
                                (mid, y + 84 * scale + 40),
                                (mid - 34 * scale, y + 40),
                            ]
                        ),
                        5 * scale + 1,
                    )
                else:
                    for k in range(3):
                        pen.line(
                            [
                                (mid - 20 * scale + k * 20 * scale, y),
                                (mid - 20 * scale + k * 20 * scale, y + 210 * scale),
                            ],
                            5 * scale + 1,
                        )
                    pen.line([(mid - 34 * scale, y - 12), (mid + 34 * scale, y - 12)], 5 * scale + 1)

            s.light(sign, colour, strength=1, blur=1.3)
            s.light(sign, colour, strength=0.9, blur=18)
    s.bokeh(40, (430, 320, 850, 480), (4, 13), 0.6)

    def shops(pen: Pen) -> None:
        for x in (20, 110, 210, 1030, 1120, 1220):
            pen.box(x, 418 - abs(x - 610) / 14, x + 44, 484)

    s.light(shops, p.glow, strength=0.55, blur=3)
    s.light(shops, p.lights[2], strength=0.35, blur=22)
    s.reflect(488, depth=0.5, dim=0.8)
    s.figure(
        lambda pen: whole(pen, 640, 672, 400, pose="walk", wear="dress", hair="long", held="bag"),
        p.dark,
        rim=p.lights[0],
        side=-1,
        strength=1,
    )
    s.paint(lambda pen: pen.dot(650, 680, 120, 9), p.dark, opacity=0.7, blur=6)


def desert_road(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.deep), (0.45, p.middle), (0.78, p.glow), (1, p.pale), to=430)
    s.glow(690, 420, 620, p.pale, 0.8, 300)
    for i in range(5):
        y = 120 + i * 52
        s.paint(
            lambda pen, y=y, i=i: pen.dot(300 + i * 210, y, 330, 7 + i * 2),
            mix(p.middle, p.glow, i / 5),
            opacity=0.5,
            blur=8,
        )
    s.paint(lambda pen: pen.shape(hills(s.rng, 428, 52, 110)), mix(p.deep, p.middle, 0.45), blur=2)
    s.paint(lambda pen: pen.shape(hills(s.rng, 430, 22, 70)), mix(p.deep, p.dark, 0.35), blur=1)
    s.paint(lambda pen: pen.box(0, 428, WIDTH, HEIGHT), mix(p.dark, p.deep, 0.55))
    s.glow(690, 470, 900, p.glow, 0.3, 130)
    s.paint(lambda pen: pen.shape([(682, 428), (698, 428), (1130, 730), (150, 730)]), mix(p.dark, p.deep, 0.2), blur=1)

    def dashes(pen: Pen) -> None:
        for k in range(7):
            a, b = (k / 7) ** 2, ((k + 0.5) / 7) ** 2
            xa, xb = 690 - 50 * a, 690 - 50 * b
            pen.shape(
                [
                    (xa - 1 - 7 * a, 436 + 290 * a),
                    (xa + 1 + 7 * a, 436 + 290 * a),
                    (xb + 1 + 7 * b, 436 + 290 * b),
                    (xb - 1 - 7 * b, 436 + 290 * b),
                ]
            )

    s.paint(dashes, p.glow, opacity=0.8)

    def poles(pen: Pen) -> None:
        last = None
        for k in range(6):
            t = (5 - k) / 5
            x, h, y = 700 + 540 * t**1.6 + 16, 46 + 350 * t**1.6, 432 + 120 * t**1.6
            pen.line([(x, y), (x, y - h)], 2 + 7 * t**1.6)
            for rung in (0.90, 0.80):
                pen.line([(x - h * 0.14, y - h * rung), (x + h * 0.14, y - h * rung)], 1 + 4 * t**1.6)
            if last:
                pen.line(
                    [last, ((last[0] + x) / 2, (last[1] + y - h * 0.9) / 2 + 14 * t), (x - h * 0.14, y - h * 0.9)], 1.3
                )
            last = (x - h * 0.14, y - h * 0.9)

    s.paint(poles, p.dark, blur=0.6)

    def car(pen: Pen) -> None:
        pen.shape(
            spline([(676, 530), (690, 496), (712, 488), (790, 488), (812, 496), (828, 530), (834, 575), (668, 575)], 6)
        )
        pen.box(664, 536, 838, 584)
        pen.box(676, 580, 704, 602)
        pen.box(798, 580, 826, 602)

    s.figure(car, p.dark, rim=p.glow, side=0, strength=0.8, width=3)
    s.paint(lambda pen: pen.shape([(700, 500), (802, 500), (816, 530), (686, 530)]), p.glow, opacity=0.5, blur=1)

    def heads(pen: Pen) -> None:
        for x in (726, 776):
            pen.dot(x, 516, 11, 13)
            pen.box(x - 16, 526, x + 16, 532)

    s.paint(heads, p.dark, blur=0.8)

    def lights(pen: Pen) -> None:
        (pen.box(674, 548, 704, 560), pen.box(798, 548, 828, 560))

    s.light(lights, p.lights[0], blur=1)
    s.light(lights, p.lights[0], strength=0.9, blur=16)
    s.paint(lambda pen: pen.dot(751, 604, 110, 10), p.dark, opacity=0.7, blur=6)
