"""The career chart: every film a dot above its year, dots of one year stacked, some of them named."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from common.templatetags.moviedb import number

MIN_FILMS = 3
WIDTH, LEFT, RIGHT = 900, 24, 876
RADIUS = 6
MAX_STACK_HEIGHT = 150
LABEL_ROWS, LABEL_HEIGHT, LABEL_CHARACTERS = 3, 18, 30
CHARACTER_WIDTH = 6.2  # of the 11 px labels, on the generous side
TICK_STEPS = (1, 2, 5, 10, 20, 50)
MAX_TICKS = 12


@dataclass(frozen=True)
class Dot:
    x: str
    y: str
    title: str


@dataclass(frozen=True)
class Label:
    x: str
    y: str
    line_from: str
    line_to: str
    anchor: str
    text: str


@dataclass(frozen=True)
class Chart:
    width: int
    height: str
    axis: str
    ticks: list  # [(x, year)]
    dots: list
    labels: list
    radius: str
    description: str


def career_chart(years, *, named=()):
    """A Chart of [(year, film)], or None where it would say nothing. `named`: the films whose titles are written."""
    if len(years) < MIN_FILMS:
        return None
    per_year = Counter(year for year, _film in years)
    first, last = min(per_year), max(per_year)
    if first == last:
        return None
    step_x = (RIGHT - LEFT) / (last - first)
    highest = max(per_year.values())
    step_y = min(2 * RADIUS + 2, MAX_STACK_HEIGHT / highest)
    radius = max(1.5, min(RADIUS, step_x * 0.46, step_y * 0.46))

    def x_of(year):
        return LEFT + (year - first) * step_x

    named_ids = {film.pk for film in named}
    labels, used_rows = _labels([(year, film) for year, film in years if film.pk in named_ids], x_of)
    top = used_rows * LABEL_HEIGHT + 12
    axis = top + step_y * highest + 4
    level, dots, dot_y = Counter(), [], {}
    for year, film in years:
        y = axis - 6 - radius - level[year] * step_y
        level[year] += 1
        dot_y[film.pk] = y
        dots.append(Dot(f"{x_of(year):.1f}", f"{y:.1f}", f"{film.title} ({year})"))
    placed = []
    for x, row, pk, text_anchor, text in labels:
        y = row * LABEL_HEIGHT + 12
        placed.append(Label(f"{x:.1f}", f"{y}", f"{y + 4}", f"{dot_y[pk] - radius:.1f}", text_anchor, text))
    return Chart(
        width=WIDTH,
        height=f"{axis + 24:.0f}",
        axis=f"{axis:.1f}",
        ticks=_ticks(first, last, x_of),
        dots=dots,
        labels=placed,
        radius=f"{radius:.1f}",
        description=_description(per_year, len(years)),
    )


def _labels(films, x_of):
    """([(x, row, film id, anchor, text)], rows used). Row 0 is the highest; no label lies over another or its line."""
    ends, found = [float("-inf")] * LABEL_ROWS, []
    for year, film in films:
        x = x_of(year)
        text = film.title if len(film.title) <= LABEL_CHARACTERS else film.title[: LABEL_CHARACTERS - 1].rstrip() + "…"
        width = len(text) * CHARACTER_WIDTH
        # A label must lie below every one that still reaches over its own line.
        row = max((number + 1 for number, end in enumerate(ends) if end > x - 8), default=0)
        is_at_edge = x + width > WIDTH
        if row >= LABEL_ROWS or (is_at_edge and any(end > x - width - 8 for end in ends[row:])):
            continue
        ends[row] = x + 4 if is_at_edge else x + width
        found.append((x, row, film.pk, "end" if is_at_edge else "start", text))
    return found, max((row for _x, row, *_rest in found), default=-1) + 1


def _ticks(first, last, x_of):
    step = next((step for step in TICK_STEPS if (last - first) / step <= MAX_TICKS), 100)
    start = -(-first // step) * step
    return [(f"{x_of(year):.1f}", year) for year in range(start, last + 1, step)]


def _description(per_year, total):
    first, last = min(per_year), max(per_year)
    year, most = max(per_year.items(), key=lambda pair: (pair[1], -pair[0]))
    text = ngettext(
        "%(count)s film from %(first)d to %(last)d.", "%(count)s films from %(first)d to %(last)d.", total
    ) % {"count": number(total), "first": first, "last": last}
    if most > 1:
        text += " " + _("Most in %(year)d, with %(count)d.") % {"year": year, "count": most}
    return text + " " + _("The same films are listed below.")
