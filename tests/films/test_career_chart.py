from itertools import pairwise
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from films.career_chart import LEFT, RIGHT, career_chart


def films(years):
    return [(year, SimpleNamespace(pk=number, title=f"Film {number} " * (number % 5))) for number, year in years]


@given(st.lists(st.integers(1888, 2030), min_size=3, max_size=120))
def test_every_film_has_a_dot_of_its_own_inside_the_chart(years):
    told = films(enumerate(sorted(years)))
    chart = career_chart(told, named=[film for _year, film in told[:8]])
    if min(years) == max(years):
        assert chart is None
        return
    places = {(dot.x, dot.y) for dot in chart.dots}
    assert len(places) == len(years)
    assert all(LEFT <= float(x) <= RIGHT for x, _y in places)
    assert all(0 < float(y) < float(chart.axis) for _x, y in places)
    assert float(chart.axis) < float(chart.height)


@given(st.lists(st.integers(1960, 2030), min_size=3, max_size=30))
def test_no_title_lies_over_another(years):
    told = films(enumerate(sorted(years)))
    chart = career_chart(told, named=[film for _year, film in told])
    rows = {}
    for label in chart.labels if chart else ():
        width = len(label.text) * 6.2
        start = float(label.x) - (width if label.anchor == "end" else 0)
        rows.setdefault(label.y, []).append((start, start + width))
    for spans in rows.values():
        spans.sort()
        assert all(first[1] <= second[0] + 0.1 for first, second in pairwise(spans))
