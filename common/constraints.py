"""Building blocks of named database constraints, in SQL that needs no function of Django's own on SQLite,
so that any SQLite client can write to the tables."""

from django.db import models
from django.db.models import Q


class DayOfMonth(models.Func):
    """Day of a date column, 1 to 31."""

    output_field = models.IntegerField()
    arity = 1

    def as_sqlite(self, compiler, connection, **extra):
        return self.as_sql(
            compiler,
            connection,
            template="CAST(substr(%(expressions)s, 9, 2) AS integer)",
            **extra,
        )

    def as_postgresql(self, compiler, connection, **extra):
        return self.as_sql(
            compiler,
            connection,
            template="EXTRACT(day FROM %(expressions)s)::integer",
            **extra,
        )


class MonthOfYear(DayOfMonth):
    """Month of a date column, 1 to 12."""

    def as_sqlite(self, compiler, connection, **extra):
        return self.as_sql(
            compiler,
            connection,
            template="CAST(substr(%(expressions)s, 6, 2) AS integer)",
            **extra,
        )

    def as_postgresql(self, compiler, connection, **extra):
        return self.as_sql(
            compiler,
            connection,
            template="EXTRACT(month FROM %(expressions)s)::integer",
            **extra,
        )


class HasOnly(models.Func):
    """True where a text column has no character outside a set, written as in a regular expression: "a-z0-9_"."""

    output_field = models.BooleanField()
    conditional = True
    arity = 1

    def __init__(self, field, characters="", **extra):
        super().__init__(field, characters=characters, **extra)

    def as_sqlite(self, compiler, connection, **extra):
        return self.as_sql(
            compiler,
            connection,
            template="%(expressions)s NOT GLOB '*[^%(characters)s]*'",
            **{**self.extra, **extra},
        )

    def as_postgresql(self, compiler, connection, **extra):
        return self.as_sql(
            compiler,
            connection,
            template="%(expressions)s ~ '^[%(characters)s]*$'",
            **{**self.extra, **extra},
        )


def one_of(field, choices, *, name):
    """The column holds one of an enumeration's values. `choices`: a Django choices class or a list of values."""
    values = list(getattr(choices, "values", choices))
    return models.CheckConstraint(name=name, condition=Q(**{f"{field}__in": values}))


def between(field, low, high, *, name):
    """low <= column <= high, both ends in; NULL passes, as in SQL. A None end is open."""
    condition = Q()
    if low is not None:
        condition &= Q(**{f"{field}__gte": low})
    if high is not None:
        condition &= Q(**{f"{field}__lte": high})
    return models.CheckConstraint(name=name, condition=condition)


def not_empty(field, *, name):
    """The text column is not the empty string."""
    return models.CheckConstraint(name=name, condition=~Q(**{field: ""}))


def only_characters(field, characters, *, name, low=1, high=None):
    """The text has from `low` to `high` characters, all in the set, written as in a regular expression: "a-z0-9_"."""
    length = models.functions.Length(models.F(field))
    condition = Q(HasOnly(models.F(field), characters)) & Q(models.lookups.GreaterThanOrEqual(length, low))
    if high is not None:
        condition &= Q(models.lookups.LessThanOrEqual(length, high))
    return models.CheckConstraint(name=name, condition=condition)


def code_or_empty(field, *, length, name, also=()):
    """Empty, exactly `length` capital letters (a country or currency code), or one of the words in `also`."""
    size = models.functions.Length(models.F(field))
    code = Q(models.lookups.Exact(size, length)) & Q(HasOnly(models.F(field), "A-Z"))
    return models.CheckConstraint(name=name, condition=Q(**{f"{field}__in": ["", *also]}) | code)
