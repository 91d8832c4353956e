"""Dates that may be known only to the month or the year: "1995", "1995-10", "1995-10-27"."""

import re
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .constraints import DayOfMonth, MonthOfYear

YEAR, MONTH, DAY = 1, 2, 3
PRECISIONS = [(YEAR, _("year")), (MONTH, _("month")), (DAY, _("day"))]
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, order=True)
class PartialDate:
    """The first day the date could be, and how much of it is known (YEAR, MONTH or DAY).

    Sorts by first day, then from coarse to fine. The parts that are not known are 01.
    """

    first_day: date
    precision: int = DAY

    def __post_init__(self):
        if self.precision not in (YEAR, MONTH, DAY):
            raise ValueError(f"no such precision: {self.precision}")
        if self.precision < DAY and self.first_day.day != 1 or self.precision == YEAR and self.first_day.month != 1:
            raise ValueError("the unknown parts of a partial date must be 01")

    @classmethod
    def parse(cls, text):
        """Read "1995", "1995-10" or "1995-10-27". Raises ValueError in plain words."""
        match = _ISO.fullmatch(text.strip())
        if not match:
            raise ValueError(gettext("“%(text)s” is not a date; write 1995, 1995-10 or 1995-10-27") % {"text": text})
        parts = [int(part) for part in match.groups() if part]
        try:
            return cls(date(*parts, *[1] * (3 - len(parts))), len(parts))
        except ValueError:
            raise ValueError(gettext("“%(text)s” is not a day of the calendar") % {"text": text}) from None

    def __str__(self):
        return self.first_day.isoformat()[: (4, 7, 10)[self.precision - 1]]

    @property
    def year(self):
        return self.first_day.year


class PartialDateProperty:
    """Reads and writes a pair of columns, `<name>` and `<name>_precision`, as one PartialDate or None.

    A `None` is a date nobody knows. Text such as "1995-10" may be assigned as well.
    """

    def __init__(self, day_field):
        self.day_field, self.precision_field = day_field, f"{day_field}_precision"

    def __get__(self, record, owner=None):
        if record is None:
            return self
        first_day = getattr(record, self.day_field)
        return None if first_day is None else PartialDate(first_day, getattr(record, self.precision_field))

    def __set__(self, record, value):
        if isinstance(value, str):
            value = PartialDate.parse(value) if value.strip() else None
        setattr(record, self.day_field, value and value.first_day)
        setattr(record, self.precision_field, value and value.precision)


def precision_field(**kwargs):
    """The second column of a partial date."""
    return models.PositiveSmallIntegerField(_("precision"), choices=PRECISIONS, null=True, blank=True, **kwargs)


def partial_date_constraint(field, *, name):
    """Both columns or neither, a known precision, and 01 for what is not known."""
    precision = f"{field}_precision"
    unknown = models.Q(**{f"{field}__isnull": True, f"{precision}__isnull": True})
    # A comparison with NULL is neither true nor false, and what is not false a CHECK lets pass.
    known = models.Q(**{f"{field}__isnull": False, f"{precision}__isnull": False})
    first_month = models.lookups.Exact(MonthOfYear(models.F(field)), 1)
    first_of_month = models.lookups.Exact(DayOfMonth(models.F(field)), 1)
    return models.CheckConstraint(
        name=name,
        condition=unknown
        | known & models.Q(**{precision: DAY})
        | known & models.Q(**{precision: MONTH}) & models.Q(first_of_month)
        | known & models.Q(**{precision: YEAR}) & models.Q(first_of_month) & models.Q(first_month),
        violation_error_message=_("A date known to the month or year is stored as its first day."),
    )


def newest_first(field):
    """ORDER BY for a partial date: later days first, finer dates first among equals, unknown last."""
    return [
        models.F(field).desc(nulls_last=True),
        models.F(f"{field}_precision").desc(nulls_last=True),
    ]


def oldest_first(field):
    """ORDER BY for a partial date: earlier days first, coarser dates first among equals, unknown last."""
    return [
        models.F(field).asc(nulls_last=True),
        models.F(f"{field}_precision").asc(nulls_last=True),
    ]
