"""Fields, rain and a village. Each scene paints on the picture it is given; `count` is its number of figures."""

import math

from PIL import Image, ImageChops

from demo_stills.canvas import HEIGHT, WIDTH, Pen, Picture, mix
from demo_stills.people import whole
from demo_stills.things import banner, crowd_of, hills, ridge


def seven_on_hill(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.middle), (0.5, p.glow), (0.85, p.pale), (1, p.pale))
    s.glow(830, 420, 700, p.pale, 0.7, 420)
    for y, shade in ((120, 0.35), (210, 0.6)):
        s.mist(y, 120, mix(p.middle, p.pale, shade), 0.5)
    s.paint(lambda pen: pen.shape(hills(s.rng, 560, 60, 160)), mix(p.glow, p.middle, 0.45), blur=6)
    s.mist(560, 60, p.pale, 0.55)
    crest = lambda x: 560 - 96 * math.exp(-(((x - 640) / 400) ** 2))  # noqa: E731
    ground = [(x, crest(x)) for x in range(-10, WIDTH + 20, 10)] + [(WIDTH + 10, HEIGHT + 10), (-10, HEIGHT + 10)]
    looks = (
        ("hold", "straw", "spear"),
        ("hips", "topknot", "sheath"),
        ("stand", "topknot", "sheath"),
        ("hips", "", "sheath"),
        ("hold", "straw", "spear"),
        ("stand", "topknot", "sheath"),
        ("hold", "topknot", "sword"),
    )
    spots = (330, 432, 524, 628, 722, 812, 930)
    sizes = (226, 240, 214, 262, 232, 220, 246)

    def men(pen: Pen) -> None:
        for x, size, (pose, hair, held) in zip(spots[:count], sizes, looks, strict=True):
            whole(
                pen, x, crest(x) + 6, size, pose=pose, wear="hakama", hair=hair, held=held, facing=1 if x < 640 else -1
            )
        pen.line([(1040, crest(1040) + 10), (1040, crest(1040) - 330)], 5)
        banner(pen, 1040, crest(1040) - 326)

    s.figure(men, p.dark, rim=p.pale, side=1, strength=0.35, width=2)
    s.paint(lambda pen: pen.shape(ground), mix(p.dark, p.deep, 0.25), blur=1)

    def grass(pen: Pen) -> None:
        for _ in range(900):
            x = s.rng.uniform(-10, WIDTH + 10)
            y = crest(x) + s.rng.random() ** 2 * 150
            pen.line([(x, y + 6), (x + s.rng.uniform(2, 12), y - s.rng.uniform(6, 20))], 1.6)

    s.paint(grass, p.dark, opacity=0.9)


def rain_battle(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.middle), (0.55, p.glow), (0.8, p.middle), (1, p.deep))
    s.glow(620, 330, 800, p.pale, 0.55, 420)
    for x, y, w in ((80, 470, 300), (1010, 480, 340)):
        s.paint(
            lambda pen, x=x, y=y, w=w: (
                pen.shape([(x - 40, y - 70), (x + w / 2, y - 220), (x + w + 40, y - 70)]),
                pen.box(x, y - 80, x + w, y + 40),
            ),
            mix(p.middle, p.glow, 0.25),
            blur=5,
        )
    far = [("hold", "straw", "spear"), ("lunge", "topknot", "sword"), ("strike", "", "sword"), ("run", "topknot", "")]

    def behind(pen: Pen) -> None:
        for i, x in enumerate(crowd_of(s.rng, 9, 60, 1240)):
            pose, hair, held = far[i % 4]
            whole(
                pen,
                x,
                540 + s.rng.uniform(-10, 10),
                s.rng.uniform(150, 180),
                pose=pose,
                wear="hakama",
                hair=hair,
                held=held,
                facing=s.rng.choice((-1, 1)),
            )

    s.paint(behind, mix(p.deep, p.middle, 0.65), blur=2.4)
    s.rain(500, strength=0.25)
    s.paint(lambda pen: pen.shape(ridge(s.rng, 568, 9)), mix(p.deep, p.middle, 0.2), blur=5)

    def fight(pen: Pen) -> None:
        whole(pen, 420, 684, 420, pose="lunge", wear="hakama", hair="topknot", held="sword")
        whole(pen, 800, 680, 430, pose="strike", wear="hakama", hair="straw", held="sword", facing=-1)
        whole(pen, 1110, 690, 350, pose="run", wear="hakama", hair="", facing=-1)

    s.figure(fight, p.dark, rim=p.pale, side=-1, strength=0.3, width=3, soft=1.2)
    s.paint(lambda pen: pen.shape(ridge(s.rng, 676, 8)), mix(p.dark, p.deep, 0.4), blur=3)

    def splashes(pen: Pen) -> None:
        for _ in range(160):
            x, y = s.rng.choice((420, 800, 1110)) + s.rng.gauss(0, 110), 690 - abs(s.rng.gauss(0, 26))
            pen.dot(x, y, s.rng.uniform(0.8, 3.4), value=200)

    s.light(splashes, p.pale, strength=0.6, blur=0.6)
    s.rain(700, strength=0.42, length=(50, 130))


def paddy(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, p.middle), (0.5, p.glow), (1, p.pale), to=400)
    for y, rough, share in ((392, 96, 0.65), (398, 56, 0.4)):
        s.paint(lambda pen, y=y, r=rough: pen.shape(hills(s.rng, y, r, 150)), mix(p.deep, p.glow, share), blur=4)
        s.mist(y - 12, 46, p.pale, 0.45)
    s.reflect(400, depth=0.9, dim=0.82, blur=9)

    def dykes(pen: Pen) -> None:
        for y, tilt in ((446, 12), (520, -16), (630, 26)):
            pen.shape(
                [(-10, y), (WIDTH + 10, y + tilt), (WIDTH + 10, y + tilt + (y - 400) / 16), (-10, y + (y - 400) / 14)]
            )

    s.paint(dykes, mix(p.deep, p.dark, 0.3), blur=1.4)

    def shoots(pen: Pen) -> None:
        for row in range(9):
            y = 462 + row * row * 3.4 + row * 4
            for x in range(-10, WIDTH, 16 + row * 7):
                px, n = x + s.rng.uniform(-4, 4), 5 + row * 3.4
                for lean in (-0.4, 0.1, 0.5):
                    pen.line([(px, y), (px + lean * n, y - n)], 0.8 + row * 0.14)

    s.paint(shoots, p.deep, opacity=0.85)

    def people(pen: Pen) -> None:
        for x, y, h, way in (
            (300, 640, 310, 1),
            (500, 590, 240, 1),
            (890, 650, 320, -1),
            (1050, 566, 214, -1),
            (1190, 546, 190, -1),
        )[:count]:
            whole(pen, x, y, h, pose="bend", wear="kimono", hair="straw", facing=way)
        whole(pen, 156, 520, 176, pose="hold", wear="kimono", hair="straw", held="spear")

    s.figure(people, p.dark, rim=p.pale, side=-1, strength=0.4, width=2)
    flipped = ImageChops.offset(s.mask(people, 2).transpose(Image.Transpose.FLIP_TOP_BOTTOM), 0, 560)
    s.image.paste(
        Image.new("RGB", (WIDTH, HEIGHT), p.deep),
        (0, 0),
        ImageChops.multiply(flipped, s.mask(lambda pen: pen.box(0, 640, WIDTH, HEIGHT), 8)).point(lambda v: v * 0.4),
    )


def mounds(s: Picture, count: int) -> None:
    p = s.p
    s.sky((0, mix(p.middle, p.glow, 0.4)), (0.6, p.glow), (1, p.pale))
    s.glow(400, 300, 700, p.pale, 0.5, 400)
    s.paint(lambda pen: pen.shape(hills(s.rng, 560, 130, 190)), mix(p.glow, p.middle, 0.35), blur=5)

    def huts(pen: Pen) -> None:
        for x, w in ((40, 210), (270, 170), (900, 180), (1080, 230)):
            y = 590
            pen.shape([(x - 34, y - 66), (x + w * 0.26, y - 176), (x + w * 0.74, y - 176), (x + w + 34, y - 66)])
            pen.box(x, y - 70, x + w, y + 20)

    s.paint(huts, mix(p.deep, p.middle, 0.4), blur=2)
    s.mist(590, 44, p.pale, 0.4)
    rise = lambda x: 640 - 236 * math.exp(-(((x - 650) / 310) ** 2))  # noqa: E731
    hill = [(x, rise(x)) for x in range(-10, WIDTH + 20, 10)] + [(WIDTH + 10, HEIGHT + 10), (-10, HEIGHT + 10)]

    def graves(pen: Pen) -> None:
        pen.shape(hill)
        for x in (470, 570, 726, 826):
            y = rise(x) + 8
            pen.dot(x, y + 22, 62, 50)
            pen.line([(x, y - 20), (x + 3, y - 150)], 5)
            pen.line([(x - 13, y - 116), (x + 18, y - 117)], 5)
            pen.line([(x + 2, y - 117), (x + 3, y - 150)], 9)

    s.figure(graves, mix(p.dark, p.deep, 0.3), rim=p.pale, side=-1, strength=0.25, width=2)

    def onlookers(pen: Pen) -> None:
        whole(pen, 330, 680, 236, pose="stand", wear="hakama", hair="topknot", held="sheath")
        whole(pen, 414, 690, 220, pose="hips", wear="hakama", hair="", held="sheath")
        whole(pen, 956, 690, 226, pose="hold", wear="kimono", hair="straw", held="spear", facing=-1)
        pen.line([(650, 412), (650, 120)], 5)
        banner(pen, 650, 124)

    s.figure(onlookers, p.dark, rim=p.pale, side=1, strength=0.35, width=2)
    s.paint(lambda pen: pen.shape(ridge(s.rng, 676, 10)), p.dark, blur=3)
