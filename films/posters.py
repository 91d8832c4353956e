"""Drawn posters: a small, typographic SVG for a film that has no poster on file.

The same title and year give the same poster for ever. Nothing is embedded and no style attribute is used. A title never
leaves its box; tests/browser/test_posters.py measures that in a browser.
"""

from hashlib import blake2s
from html import escape
from math import cos, pi, sin

from films.poster_type import (
    FACES,
    FOOTER_SIZE,
    FOOTER_TRACKING,
    LANGUAGE,
    LINE,
    MARGIN,
    SANS,
    capitals,
    clean,
    cut,
    fit,
    is_rough,
    is_rtl,
    line_height,
    set_title,
    tracking_for,
    width_of,
)

MAX_BYTES = 6_000
UNTITLED = "Untitled"
EDITION = b"d188217"  # settles which film gets which drawing; chosen so that the demo films differ and suit
TITLE_BOTTOM = 418
FOOTER_BASELINE = 433
GAP = 14  # between the drawing and the title
NAMED_BYTES = 1_300  # of the title in <title>, escaped

# Ground, shape, accent, ink, page tint. Ink on ground is 7:1 or better.
PALETTES = (
    ("#14213d", "#e4572e", "#f3a712", "#f5efe0", "tint-8"),
    ("#efe4cf", "#c8382d", "#24211d", "#24211d", "tint-1"),
    ("#0f3d3e", "#e2b04a", "#d9694f", "#f4ead5", "tint-6"),
    ("#2b1b3d", "#e0607e", "#f5b97a", "#fbeee0", "tint-10"),
    ("#d9c7a3", "#2e4a62", "#b5482f", "#1f2a33", "tint-3"),
    ("#7d1a12", "#f0c987", "#2f0b08", "#fbe9d0", "tint-1"),
    ("#b8cbd0", "#24414f", "#e8734a", "#14262e", "tint-7"),
    ("#1c1b1a", "#e8e3d8", "#d0451f", "#e8e3d8", "tint-2"),
    ("#e6b04a", "#1c3a44", "#9b2915", "#1d1a14", "tint-3"),
    ("#333f29", "#d8cfa8", "#e07a3f", "#f3eedb", "tint-4"),
    ("#f0d3c8", "#6d2e46", "#d1603d", "#3b1426", "tint-11"),
    ("#1f3857", "#8fb8de", "#f26b5b", "#f1f5f4", "tint-8"),
)


# --- Drawings ---------------------------------------------------------------------------------------------------------
# Each takes shape, accent and ground colours and a number 0-255 for its details, and draws on 300 × 326.


def _horizon(a: str, b: str, g: str, v: int) -> str:
    cx = (150, 118, 150, 182)[v % 4]
    bars = "".join(f"M0 {218 + i * i * 1.7 + i * 7:.0f}h300v{1 + i * 1.6:.1f}H0z" for i in range(9))
    return f'<circle cx="{cx}" cy="176" r="{88 + v % 3 * 8}" fill="{a}"/><path d="{bars}" fill="{g}"/>'


def _arcs(a: str, b: str, g: str, v: int) -> str:
    colours = (a, g, b, g, a, g, b) if v % 2 else (a, g, a, g, b, g, a)
    return "".join(f'<circle cx="300" cy="0" r="{290 - i * 42}" fill="{c}"/>' for i, c in enumerate(colours))


def _blinds(a: str, b: str, g: str, v: int) -> str:
    cx, cy = (206, 150, 94)[v % 3], (150, 128, 172)[v // 3 % 3]
    bars = "".join(f"M0 {14 + i * 23}h300v{15 - i * 1.05:.1f}H0z" for i in range(13))
    return (
        f'<path d="{bars}" fill="{a}"/><circle cx="{cx}" cy="{cy}" r="76" fill="{g}"/>'
        f'<circle cx="{cx}" cy="{cy}" r="62" fill="{b}"/>'
    )


def _split(a: str, b: str, g: str, v: int) -> str:
    y = v % 4 * 16
    return (
        f'<path d="M0 0h300v{70 + y}L0 {300 - y // 2}z" fill="{a}"/><path d="M300 {70 + y}v90L88 {232 + y // 4}z" '
        f'fill="{b}"/><circle cx="{214 - v % 5 * 12}" cy="{80 + v % 3 * 8}" r="30" fill="{g}"/>'
    )


def _dots(a: str, b: str, g: str, v: int) -> str:
    chosen = (1 + v % 5, 1 + v // 5 % 5)
    dots = "".join(
        f'<circle cx="{36 + x * 38}" cy="{40 + y * 38}" r="{4 + (x * 5 + y * 3 + v) % 9}"/>'
        for x in range(7)
        for y in range(7)
        if (x, y) != chosen
    )
    return f'<g fill="{a}">{dots}</g><circle cx="{36 + chosen[0] * 38}" cy="{40 + chosen[1] * 38}" r="15" fill="{b}"/>'


def _waves(a: str, b: str, g: str, v: int) -> str:
    rows = []
    for i in range(9):
        colour = b if i == 2 + v % 4 else a
        rows.append(
            f'<path d="M-20 {70 + i * 30}q42 {-34 + i * 4} 85 0t85 0 85 0 85 0 85 0" stroke="{colour}" '
            f'stroke-width="{3 + i * 1.3:.1f}"/>'
        )
    return f'<g fill="none">{"".join(rows)}</g>'


def _skyline(a: str, b: str, g: str, v: int) -> str:
    heights = (120, 190, 90, 230, 160, 260, 130, 205, 100, 170)
    turn = v % len(heights)
    heights = heights[turn:] + heights[:turn]
    low = min(range(1, 9), key=lambda i: max(heights[i - 1 : i + 2]))
    towers = windows = ""
    for i, height in enumerate(heights):
        towers += f"M{i * 30} {326 - height}h29v{height}h-29z"
        for k in range(height // 16):
            if (k * 7 + i * 3 + v) % 4:
                windows += f"M{i * 30 + 7 + 9 * (k % 2)} {338 - height + k * 13}h5v7h-5z"
    return (
        f'<circle cx="{low * 30 + 15}" cy="84" r="38" fill="{b}"/><path d="{towers}" fill="{a}"/>'
        f'<path d="{windows}" fill="{g}"/>'
    )


def _iris(a: str, b: str, g: str, v: int) -> str:
    blades, start = 7 + v % 3 * 2, v % 8 / 8
    lines = ""
    for i in range(blades):
        t = 2 * pi * i / blades + start
        lines += (
            f"M{150 + 122 * cos(t):.0f} {158 + 122 * sin(t):.0f}"
            f"L{150 + 44 * cos(t + 1.25):.0f} {158 + 44 * sin(t + 1.25):.0f}"
        )
    return (
        f'<circle cx="150" cy="158" r="122" fill="{a}"/><path d="{lines}" stroke="{g}" stroke-width="3.5"/>'
        f'<circle cx="150" cy="158" r="44" fill="{g}"/><circle cx="150" cy="158" r="19" fill="{b}"/>'
    )


def _corridor(a: str, b: str, g: str, v: int) -> str:
    out, shift = "", (4, 0, -4)[v % 3]
    for i in range(7):
        w = 252 - i * 36
        out += (
            f'<path d="M{150 - w / 2 + i * shift:.0f} {24 + i * 15}h{w}v{286 - i * 37}h-{w}z" fill="{(a, g)[i % 2]}"/>'
        )
    return out + f'<path d="M{141 + 6 * shift} 146h18v32h-18z" fill="{b}"/>'


def _pair(a: str, b: str, g: str, v: int) -> str:
    if v % 2:
        a, b = b, a
    return (
        f'<circle cx="112" cy="150" r="84" fill="{a}"/><circle cx="196" cy="188" r="84" fill="{b}"/>'
        f'<path d="M126.3 232.8A84 84 0 0 1 181.6 105.3 84 84 0 0 1 126.3 232.8z" fill="{g}"/>'
    )


def _road(a: str, b: str, g: str, v: int) -> str:
    lamps = "".join(
        f'<circle cx="{150 + side * (10 + k * k * 4.4):.0f}" cy="{196 - k * k * 2.2:.0f}" r="{1.5 + k * 0.8:.1f}"/>'
        for k in range(1, 6)
        for side in (-1, 1)
    )
    dashes = "".join(
        f"M{149.5 - k * 0.55:.1f} {204 + k * k * 3.1:.0f}h{1 + k * 1.1:.1f}l{k * 0.2:.1f} {3 + k * 2.6:.0f}"
        f"h-{1 + k * 1.5:.1f}z"
        for k in range(6)
    )
    return (
        f'<circle cx="150" cy="{140 + v % 3 * 10}" r="88" fill="{a}"/><path d="M0 196h300v130H0z" fill="{g}"/>'
        f'<path d="M149 197h2L262 326H38z" fill="{a}" opacity=".38"/><g fill="{b}">{lamps}<path d="{dashes}"/></g>'
    )


def _stairs(a: str, b: str, g: str, v: int) -> str:
    steps = "".join(
        f'<path d="M{i * 38} {300 - i * 36}h{300 - i * 38}v37H{i * 38}z" fill="{(a, b)[i == 1 + v % 6]}"/>'
        for i in range(8)
    )
    return f'{steps}<circle cx="{64 + v % 4 * 6}" cy="{84 + v % 3 * 12}" r="34" fill="{b}"/>'


# With what gives way when the title is long: "whole" is made smaller, the others are cropped below ("standing": above).
DRAWINGS = (
    (_horizon, "whole"),
    (_arcs, "cropped"),
    (_blinds, "cropped"),
    (_split, "cropped"),
    (_dots, "cropped"),
    (_waves, "cropped"),
    (_skyline, "standing"),
    (_iris, "whole"),
    (_corridor, "whole"),
    (_pair, "whole"),
    (_road, "whole"),
    (_stairs, "standing"),
)


# --- The poster -------------------------------------------------------------------------------------------------------


def _pick(title: str, year: int | None) -> tuple[int, int, int, bool, int]:
    """Palette, drawing, face, whether mirrored, details. Changing this changes every drawn poster and page tint."""
    digest = blake2s(f"{title}|{year or ''}".encode(), digest_size=5, person=EDITION).digest()
    return digest[0] % len(PALETTES), digest[1] % len(DRAWINGS), digest[2] % 2, digest[3] % 2 == 1, digest[4]


def tint_class(*, title: str, year: int | None) -> str:
    """The page tint ("tint-8") that goes with the poster drawn for this title and year."""
    return PALETTES[_pick(clean(title), year)[0]][4]


def poster_svg(*, title: str, year: int | None, director: str = "", language: str = "") -> str:
    """A whole SVG document of 300 × 450 units and at most MAX_BYTES.

    `language` is a BCP 47 tag of the title; it settles capital letters and which Han letter forms are used.
    """
    title, director = clean(title), clean(director)
    language = language if LANGUAGE.fullmatch(language) else ""
    palette, drawing, face_number, mirrored, details = _pick(title, year)
    ground, shape, accent, ink, _ = PALETTES[palette]
    face = FACES[face_number]

    lines, top = "", 380.0
    if title:
        shown = capitals(title, language) if face.capitals else title
        rtl = is_rtl(shown)
        ascent, lead = line_height(shown[:1000], language)
        tracking = tracking_for(shown, face)
        size, rows = set_title(shown, face, tracking, lead)
        top = TITLE_BOTTOM - lead * size * len(rows)
        place = f'x="{300 - MARGIN}" direction="rtl"' if rtl else f'x="{MARGIN}"'
        for i, (row, width) in enumerate(rows):
            rough = is_rough(row)
            held = (
                f' textLength="{width * size:.0f}" lengthAdjust="spacingAndGlyphs"'
                if rough and width * size > 225
                else ""
            )
            lines += f'<text {place} y="{top + lead * size * i + size * ascent:.1f}"{held}>{escape(row)}</text>'
        spaced = f' letter-spacing="{tracking}em"' if tracking else ""
        lines = (
            f'<g fill="{ink}" font-family="{face.family}" font-weight="{face.weight}" font-size="{size:.1f}"{spaced}>'
            f"{lines}</g>"
        )

    year_shown = str(year) if year is not None else ""
    year_room = (width_of(year_shown, SANS) + FOOTER_TRACKING * len(year_shown)) * FOOTER_SIZE + 14 if year_shown else 0
    credit = escape(fit(director, LINE - 2 - year_room)) if director else ""
    credit_place = f'x="{MARGIN + 1}"' + (' direction="rtl" text-anchor="end"' if is_rtl(director) else "")
    footer = f'<text {credit_place} y="{FOOTER_BASELINE}">{credit}</text>' if credit else ""
    if year_shown:
        footer += f'<text x="{299 - MARGIN}" y="{FOOTER_BASELINE}" text-anchor="end">{year_shown}</text>'

    draw, giving = DRAWINGS[drawing]
    art = draw(shape, accent, ground, details)
    if mirrored:
        art = f'<g transform="matrix(-1 0 0 1 300 0)">{art}</g>'
    height = top - GAP
    shown_height = 326 if giving == "whole" else min(326, height)
    sky = min(40, 326 - shown_height) if giving == "standing" else 0
    aspect = "xMidYMid meet" if giving == "whole" else "xMidYMin slice"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="450" viewBox="0 0 300 450"'
        f"{f' xml:lang={chr(34)}{language}{chr(34)}' if language else ''}>"
        f"<title>{escape(cut(title, NAMED_BYTES)) or UNTITLED}</title>"
        f'<path d="M0 0h300v450H0z" fill="{ground}"/>'
        f'<svg width="300" height="{height:.0f}" viewBox="0 {sky:.0f} 300 {shown_height:.0f}" '
        f'preserveAspectRatio="{aspect}">{art}</svg>'
        f'{lines}<g fill="{ink}" font-family="system-ui,sans-serif" font-size="{FOOTER_SIZE}" '
        f'letter-spacing="{FOOTER_TRACKING}em">{footer}</g></svg>'
    )
