"""Draw the stills of the demo films: `python scripts/draw_demo_stills.py [--out FOLDER] [name-part …]`.

Every scene is invented and drawn here: silhouettes without likeness, light, weather and grain. The same seed gives the
same picture; the output is committed, so this is run by hand, after a change here.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from demo_stills.canvas import PALETTES, Picture, save
from demo_stills.elsewhere import city_towers, forest_path, kash_grass, workers
from demo_stills.paris import cafe_mirror, paris_street, park_bench
from demo_stills.samurai import mounds, paddy, rain_battle, seven_on_hill
from demo_stills.single import farmhouse, high_window, hillside, rain_stairs, rush, white_room
from demo_stills.vegas import bar, blinds_window, desert_road, film_set, neon_street, pool

FOLDER = Path(__file__).resolve().parent.parent / "demo/films/stills"


@dataclass(frozen=True)
class Still:
    kind: Callable[[Picture, int], None]
    figures: int
    palette: str
    seed: int


STILLS: dict[str, list[Still]] = {
    "leaving-las-vegas": [
        Still(bar, 2, "neon", 11),
        Still(blinds_window, 1, "motel", 12),
        Still(film_set, 2, "set", 13),
        Still(pool, 3, "pool", 14),
        Still(neon_street, 1, "strip", 15),
        Still(desert_road, 2, "desert", 16),
    ],
    "seven-samurai": [
        Still(seven_on_hill, 7, "sepia", 21),
        Still(rain_battle, 3, "storm", 22),
        Still(paddy, 5, "sepia", 23),
        Still(mounds, 3, "sepia", 24),
    ],
    "cleo-from-5-to-7": [
        Still(cafe_mirror, 1, "silver", 31),
        Still(paris_street, 1, "silver", 32),
        Still(park_bench, 2, "silver", 33),
    ],
    "pather-panchali": [Still(kash_grass, 2, "bengal", 41), Still(forest_path, 1, "forest", 42)],
    "metropolis": [Still(city_towers, 0, "steel", 51), Still(workers, 36, "steel", 52)],
    "the-passion-of-joan-of-arc": [Still(high_window, 1, "ivory", 62)],
    "night-of-the-living-dead": [Still(farmhouse, 16, "night", 63)],
    "black-girl": [Still(white_room, 1, "riviera", 64)],
    "parasite": [Still(rain_stairs, 3, "rainy", 65)],
    "chungking-express": [Still(rush, 1, "express", 66)],
    "city-of-god": [Still(hillside, 6, "dust", 67)],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="draw only stills whose file name contains one of these")
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for film, stills in STILLS.items():
        for number, still in enumerate(stills, 1):
            path = options.out / f"{film}-{number}.webp"
            if options.names and not any(name in path.name for name in options.names):
                continue
            picture = Picture(PALETTES[still.palette], still.seed)
            still.kind(picture, still.figures)
            quality = save(picture.finish(), path)
            print(f"{path.name}: {path.stat().st_size:,} bytes, quality {quality}")


if __name__ == "__main__":
    main()
