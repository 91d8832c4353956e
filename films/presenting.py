"""From rows to what the templates print: groups, captions, dialogue, bars. Pure functions, no queries."""

import re
from dataclasses import dataclass

from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from common.external import external_links
from common.templatetags.moviedb import duration, joined, joined_text, number, partial_date_text

from . import policy
from .vocabulary import (
    REVERSE_CONNECTION,
    CompanyRole,
    ConnectionKind,
    ContentCategory,
    Department,
    FilmStatus,
    GrossKind,
    NoteKind,
    ScoreKind,
    Severity,
    SpecKind,
    TrailerHost,
)

BAR_WIDTH = 280  # units of the box office bars
_DIRECTION = re.compile(r"(\[[^\[\]]*\])")


# --- people -----------------------------------------------------------------------------------------------------------


def person_link(mention, text=""):
    """The name, linked where it is a person of the site. `mention`: a Credit or another PersonMention."""
    name = text or mention.shown_name
    if mention.person_id:
        return format_html('<a href="{}" dir="auto">{}</a>', mention.person.get_absolute_url(), name)
    return format_html("<bdi>{}</bdi>", name)


def named(mentions):
    """ "A, B and C" with links; "A, B, … and 5 others" where they are many."""
    return joined(_first_named(mentions, person_link))


def _first_named(mentions, name_of):
    names = [name_of(mention) for mention in mentions[: policy.PEOPLE_NAMED]]
    if rest := len(mentions) - len(names):
        names.append(ngettext("%(count)d other", "%(count)d others", rest) % {"count": rest})
    return names


def caption(mentions, film):
    """ "Still of A and B in F", with the people linked; "Still from F" where nobody is tagged."""
    title = format_html('<cite dir="auto"{}>{}</cite>', lang(film.title_language), film.title)
    if not mentions:
        return format_html(_("Still from {film}"), film=title)
    return format_html(_("Still of {people} in {film}"), people=named(mentions), film=title)


def caption_text(mentions, film):
    """The same without markup, for what can't hold any."""
    if not mentions:
        return _("Still from {film}").format(film=film.title)
    names = joined_text(_first_named(mentions, lambda mention: mention.shown_name))
    return _("Still of {people} in {film}").format(people=names, film=film.title)


def chain(stills):
    """Set `before` and `after` on each still, in a ring: where its full-size view leads."""
    for at, still in enumerate(stills):
        still.before, still.after = stills[at - 1], stills[(at + 1) % len(stills)]


_WATCH = {
    TrailerHost.YOUTUBE: "https://www.youtube.com/watch?v={}",
    TrailerHost.VIMEO: "https://vimeo.com/{}",
    TrailerHost.DAILYMOTION: "https://www.dailymotion.com/video/{}",
    TrailerHost.ARCHIVE: "https://archive.org/details/{}",
}


def label_trailers(trailers):
    """Set on each trailer `shown_label`, `number` (the trailer page plays one at a time) and the host's `watch_url`."""
    for at, trailer in enumerate(trailers, 1):
        trailer.shown_label, trailer.number = trailer.label or _("Trailer"), at
        trailer.watch_url = _WATCH[trailer.host].format(trailer.host_id)


def lang(tag):
    """The attribute ` lang="ja"`, or nothing where the language is not known."""
    return format_html(' lang="{}"', tag) if tag else ""


@dataclass
class Crew:
    """Somebody's work in one department, several jobs together."""

    credit: object
    jobs: list
    extras: list  # "as Al Henderson", "uncredited"


def merge_jobs(credits):
    """Credits of one department as Crew: one entry a person, in order of their first credit."""
    found = {}
    for credit in credits:
        key = credit.person_id or f"name {credit.name} {credit.pk}"
        one = found.setdefault(key, Crew(credit, [], []))
        if credit.job and credit.job not in one.jobs:
            one.jobs.append(credit.job)
        for extra in extras(credit):
            if extra not in one.extras:
                one.extras.append(extra)
    return list(found.values())


def extras(credit):
    """What stands in brackets: the name as printed, and the attributes."""
    printed = [_("as %(name)s") % {"name": credit.credited_as}] if credit.credited_as else []
    return [*printed, *credit.attributes]


def crew(by_department):
    """[{value, label, people, more}] of every department there is, in title card order. `more`: credits not shown."""
    return [
        {
            "value": department.value,
            "label": department.label,
            "anchor": anchor(department.value),
            "people": merge_jobs(by_department[department.value]),
            "more": by_department[department.value].total - len(by_department[department.value]),
        }
        for department in Department
        if department.value in by_department
    ]


def company_groups(rows):
    """[(role, [company credit])] in the order of the vocabulary."""
    groups = {}
    for row in rows:
        groups.setdefault(row.role, []).append(row)
    return [(role.label, groups[role.value]) for role in CompanyRole if role.value in groups]


def departments(credits):
    """A page of the whole credits as [{label, anchor, is_cast, credits or people}]."""
    groups = {}
    for credit in credits:
        groups.setdefault(credit.department, []).append(credit)
    return [
        {
            "label": Department(value).label,
            "anchor": anchor(value),
            "is_cast": value == Department.CAST,
            "credits": rows,
            "people": [] if value == Department.CAST else merge_jobs(rows),
        }
        for value, rows in groups.items()
    ]


def anchor(text):
    """An id made of a vocabulary value: "costume & make-up" gives "costume-make-up"."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def directors(rows):
    """The hero's (people, how many more there are): those of the department without a job, else its first."""
    if not rows:
        return [], 0
    heads = [credit for credit in rows if not credit.job]
    return merge_jobs(heads or rows.shown[:1]), rows[0].heads - len(heads) if heads else 0


def writers(rows):
    return (merge_jobs(rows), rows.total - len(rows)) if rows else ([], 0)


# --- texts ------------------------------------------------------------------------------------------------------------


def spoken(text):
    """A line of dialogue with its [stage directions] in italics and its line breaks kept."""
    parts = _DIRECTION.split(text)
    html = "".join(f"<i>{escape(part)}</i>" if at % 2 else escape(part) for at, part in enumerate(parts))
    return mark_safe(html.replace("\n", "<br>"))  # noqa: S308 (every part is escaped)


def dialogue(lines):
    """[(speaker, [html of a line])] with the lines of one speaker together. A direction belongs to who spoke last.

    The speaker is "" for a direction before anybody has spoken.
    """
    turns = []
    for line in lines:
        if line.is_direction:
            text = line.text if line.text.startswith("[") else f"[{line.text}]"
            turns = turns or [("", [])]
            turns[-1][1].append(format_html("<i>{}</i>", text))
            continue
        speaker = line.speaker or _speaker(line.credit)
        if not turns or turns[-1][0] != speaker:
            turns.append((speaker, []))
        turns[-1][1].append(spoken(line.text))
    return turns


def _speaker(credit):
    if credit is None:
        return ""
    return " / ".join(credit.characters) or credit.shown_name


_PANELS = {
    NoteKind.TRIVIA: "trivia",
    NoteKind.GOOF: "goofs",
    NoteKind.CRAZY_CREDIT: "credits",
    NoteKind.ALTERNATE_VERSION: "versions",
}


def note_panels(by_kind):
    """[{anchor, label, notes}] of the kinds of notes there are."""
    return [
        {"anchor": anchor, "label": kind.label, "notes": by_kind[kind.value]}
        for kind, anchor in _PANELS.items()
        if by_kind.get(kind.value)
    ]


def connections(rows, film):
    """[(label, [{film or title, year, note}])]: "Follows", "Followed by" …; `film` only where it can be visited."""
    groups = {}
    for row in rows:
        if row.film_id == film.pk:
            label, other = ConnectionKind(row.kind).label, row.other
        else:
            label, other = REVERSE_CONNECTION[ConnectionKind(row.kind)], row.film
        can_be_visited = other is not None and other.status == FilmStatus.PUBLISHED
        entry = {
            "film": other if can_be_visited else None,
            "title": other.title if other else row.title,
            "year": other.year if other else row.year,
            "note": row.note,
        }
        groups.setdefault(str(label), []).append(entry)
    return list(groups.items())


_SEVERITY_TAG = {Severity.NONE: "ok", Severity.SEVERE: "warn"}


def content_guide(notes):
    """[(category, [note])] in the order of the vocabulary; each note gets `severity_class`."""
    groups = {}
    for note in notes:
        note.severity_class = _SEVERITY_TAG.get(note.severity, "")
        groups.setdefault(note.category, []).append(note)
    return [(category.label, groups[category.value]) for category in ContentCategory if category.value in groups]


# --- scores -----------------------------------------------------------------------------------------------------------


def mean_score(total, count):
    """The mean of whole numbers, rounded half up. None of none."""
    return (2 * total + count) // (2 * count) if count else None


def imported_scores(scores, *, critics_score):
    """Lines of the hero's list of scores, the critics' score first.

    That is this site's own (`critics_score`) or, without one, the first imported score of critics, told out of 100.
    """
    lines = []
    rest = list(scores)
    if critics_score is None:
        first = next((score for score in rest if score.kind == ScoreKind.CRITICS), None)
        if first:
            rest.remove(first)
            value = mean_score(int(first.score * 100), first.out_of)  # score / out_of × 100, rounded half up
            lines.append(_score_line(first, _("Critics"), str(value), 100, source=first.source))
    lines += [_score_line(score, score.source, number(score.score.normalize()), score.out_of) for score in rest]
    return lines


def _score_line(score, label, value, out_of, source=""):
    is_critics = score.kind == ScoreKind.CRITICS
    count = ""
    if score.votes is not None:
        shown = {"count": number(score.votes)}
        if is_critics:
            count = ngettext("from %(count)s review", "from %(count)s reviews", score.votes) % shown
        else:
            count = ngettext("from %(count)s vote", "from %(count)s votes", score.votes) % shown
    return {
        "label": label,
        "value": value,
        "out_of": out_of,
        "count": count,
        "source": source,
        "is_critics": is_critics,
        "as_of": score.as_of,
        "url": score.url,
        "name": score.source,
        "original": f"{number(score.score.normalize())}/{score.out_of}",
    }


# --- money and machines -----------------------------------------------------------------------------------------------


def budget_of(film):
    """The film's Budget, or None. Without a query where it came with the film (FilmQuerySet.with_budget)."""
    return getattr(film, "budget", None)


def box_office(budget, grosses):
    """{rows, ratio, is_comparable}: what it cost and took. Bars only where all is in one currency."""
    rows = []
    if budget is not None:
        rows.append({"label": _("Budget"), "amount": budget, "is_budget": True, "details": _details(budget.note)})
    for gross in grosses:
        if gross.kind == GrossKind.OPENING_WEEKEND:
            label = _("Opening weekend (%(territory)s)") % {"territory": gross.territory_name}
        else:
            label = _("Gross (%(territory)s)") % {"territory": gross.territory_name}
        screens = gross.screens and ngettext("%(count)s screen", "%(count)s screens", gross.screens) % {
            "count": number(gross.screens)
        }
        as_of = gross.as_of and _("as of %(date)s") % {"date": partial_date_text(gross.as_of)}
        details = _details(as_of, screens, gross.note)
        rows.append({"label": label, "amount": gross, "is_budget": False, "details": details})
    if not rows:
        return None
    currencies = {row["amount"].currency for row in rows}
    highest = max(row["amount"].amount for row in rows)
    is_comparable = len(rows) > 1 and len(currencies) == 1 and highest > 0
    if is_comparable:
        for row in rows:
            row["bar"] = f"{max(row['amount'].amount / highest * BAR_WIDTH, 1):.1f}"
    return {"rows": rows, "is_comparable": is_comparable, "times": _times_budget(budget, grosses)}


def _times_budget(budget, grosses):
    """How many times the budget the highest gross is: "8.9"; "" where that can't be said."""
    totals = [g.amount for g in grosses if g.kind == GrossKind.TOTAL and budget and g.currency == budget.currency]
    if not totals or not budget.amount or any(gross.currency != budget.currency for gross in grosses):
        return ""
    return number(round(max(totals) / budget.amount, 1))


def _details(*parts):
    return ", ".join(str(part) for part in parts if part)


def specs(rows):
    """[(label, [(value, row)])] in the order of the vocabulary; runtimes in minutes and hours."""
    groups = {}
    for row in rows:
        groups.setdefault(row.kind, []).append((_spec_value(row), row))
    return [(kind.label, groups[kind.value]) for kind in SpecKind if kind.value in groups]


def _spec_value(row):
    if row.kind != SpecKind.RUNTIME or not row.value.isdecimal():
        return row.value
    minutes = ngettext("%(count)s min", "%(count)s min", int(row.value)) % {"count": number(int(row.value))}
    return f"{minutes} ({duration(int(row.value))})" if int(row.value) >= 60 else minutes


# --- the record -------------------------------------------------------------------------------------------------------

SITES = {
    "imdb": ("IMDb", "https://www.imdb.com/title/{}/"),
    "tmdb": ("TMDB", "https://www.themoviedb.org/movie/{}"),
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "letterboxd": ("Letterboxd", "https://letterboxd.com/film/{}/"),
    "movielens": ("MovieLens", "https://movielens.org/movies/{}"),
}


SECTION_NAMES = {
    "title": gettext_lazy("title"),
    "original_title": gettext_lazy("original title"),
    "original_language": gettext_lazy("original language"),
    "kind": gettext_lazy("kind"),
    "year": gettext_lazy("year"),
    "runtime_minutes": gettext_lazy("runtime"),
    "outline": gettext_lazy("outline"),
    "outline_language": gettext_lazy("language of the outline"),
    "tagline": gettext_lazy("tagline"),
    "poster": gettext_lazy("poster"),
    "ids": gettext_lazy("external ids"),
    "titles": gettext_lazy("other titles"),
    "genres": gettext_lazy("genres"),
    "keywords": gettext_lazy("keywords"),
    "countries": gettext_lazy("countries"),
    "languages": gettext_lazy("languages"),
    "storylines": gettext_lazy("storylines"),
    "credits": gettext_lazy("credits"),
    "releases": gettext_lazy("releases"),
    "certifications": gettext_lazy("certificates"),
    "official_sites": gettext_lazy("official sites"),
    "filming_locations": gettext_lazy("filming locations"),
    "companies": gettext_lazy("companies"),
    "budget": gettext_lazy("budget"),
    "grosses": gettext_lazy("grosses"),
    "technical_specs": gettext_lazy("technical specifications"),
    "trivia": gettext_lazy("trivia"),
    "goofs": gettext_lazy("goofs"),
    "crazy_credits": gettext_lazy("crazy credits"),
    "alternate_versions": gettext_lazy("alternate versions"),
    "quotes": gettext_lazy("quotes"),
    "connections": gettext_lazy("connections"),
    "soundtrack": gettext_lazy("soundtrack"),
    "awards": gettext_lazy("awards"),
    "content_notes": gettext_lazy("content guide"),
    "stills": gettext_lazy("stills"),
    "trailers": gettext_lazy("trailers"),
    "external_scores": gettext_lazy("imported scores"),
    "critic_reviews": gettext_lazy("critics’ reviews"),
}


def section_names(keys):
    """ "cast, releases and trivia" for keys of the film document."""
    return joined([SECTION_NAMES.get(key, key) for key in keys])


def origins(rows):
    """[(last written at, who, (sections in short, all of them or ""))], by hand and by day."""
    groups = {}
    for row in rows:
        key = (timezone.localtime(row.at).date(), row.origin)
        groups.setdefault(key, (row.at, []))[1].append(row.section)
    return [(at, origin_name(origin), _in_short(keys)) for (_day, origin), (at, keys) in groups.items()]


def _in_short(keys):
    if len(keys) <= policy.SECTIONS_NAMED:
        return section_names(keys), ""
    short = ngettext("%(count)d section", "%(count)d sections", len(keys)) % {"count": len(keys)}
    return short, section_names(keys)


def origin_name(origin):
    if origin == "admin":
        return pgettext("origin of a section", "edited by hand")
    if origin == "member":
        return pgettext("origin of a section", "suggested by a member")
    if origin == "import:document":
        return pgettext("origin of a section", "loaded from a film document")
    return _("imported from %(dataset)s") % {"dataset": origin.removeprefix("import:")}


def sources(*groups):
    """[{source, checked, of}] of disputed facts. Each group: (what the facts are called, rows that are Sourced)."""
    found = {}
    for label, rows in groups:
        for row in rows:
            if row is not None and (row.source or row.checked):
                told_of = found.setdefault((row.source, row.checked), [])
                if label not in told_of:
                    told_of.append(label)
    return [{"source": source, "checked": checked, "of": joined(of)} for (source, checked), of in found.items()]


# --- whole pages ------------------------------------------------------------------------------------------------------

_SUB_PAGES = {
    "credits": gettext_lazy("Cast and crew"),
    "stills": gettext_lazy("Stills"),
    "trailer": gettext_lazy("Trailer"),
    "trivia": gettext_lazy("Trivia and more"),
    "quotes": gettext_lazy("Quotes"),
    "releases": gettext_lazy("Releases and facts"),
}


def sub_page(film, name):
    """The heading of a sub-page, and tabs to those that hold something. `film`: FilmQuerySet.with_pages()."""
    tabs = [
        {"name": page, "label": label, "is_current": page == name}
        for page, label in _SUB_PAGES.items()
        if page == name or getattr(film, f"has_{page}")
    ]
    return {"heading": _SUB_PAGES[name], "tabs": tabs}


def film_page(film, page):
    """The main page's rows with everything worked out that the templates print."""
    budget = budget_of(film)
    page["stars"] = page["cast"].shown[: policy.STARS_SHOWN]
    page["certificate"] = certificate(page["certifications"], [row.country for row in page["countries"]])
    page["is_released_in_its_time"] = is_released_in_its_time(film)
    page["hero_genres"] = page["genres"].shown[: policy.HERO_GENRES_SHOWN]
    page["scores"] = imported_scores(page["external_scores"], critics_score=page["critic_reviews"].score)
    page["connection_groups"] = connections(page["connections"], film)
    page["content_guide"] = content_guide(page["content_notes"])
    page["specs"] = specs(page["technical_specs"])
    page["box_office"] = box_office(budget, page["grosses"])
    page["origin_groups"] = origins(page["origins"])
    page["id_links"] = external_links(page["ids"], SITES)
    page["revisions"] = [(revision, section_names(revision.changed_sections)) for revision in page["revisions"]]
    page["detail_sources"] = sources(
        (_("release dates"), page["releases"]),
        (_("certificates"), page["certifications"]),
        (_("filming locations"), page["filming_locations"]),
    )
    page["box_office_sources"] = sources((_("budget"), [budget]), (_("grosses"), page["grosses"]))
    page["spec_sources"] = sources((_("technical specifications"), page["technical_specs"]))
    page["award_sources"] = sources((_("awards"), page["awards"]))
    label_trailers(page["trailers"])
    has = {
        "know": bool(
            page["notes"] or page["quotes"] or page["connections"] or page["soundtrack"] or page["content_notes"]
        ),
        "details": any(
            page[name]
            for name in (
                "titles",
                "releases",
                "certifications",
                "official_sites",
                "filming_locations",
                "companies",
                "countries",
                "languages",
                "genres",
            )
        ),
    }
    return page | {"has": has}


def certificate(certifications, countries):
    """The age rating that stands beside the title: of a country the film is from, else the first; or None."""
    at_home = [one for one in certifications if one.country in countries]
    return next(iter([*at_home, *certifications]), None)


def is_released_in_its_time(film):
    """Whether the earliest release on file can be the first one: not a revival many years after the film's year."""
    if film.released is None or film.year is None:
        return film.released is not None
    return film.released.year - film.year <= policy.YEARS_TO_FIRST_RELEASE


def releases_page(film, page):
    """The same for the page of releases and facts."""
    budget = budget_of(film)
    return page | {
        "ids": external_links(page["ids"], SITES),
        "specs": specs(page["technical_specs"]),
        "box_office": box_office(budget, page["grosses"]),
        "scores": imported_scores(page["external_scores"], critics_score=None),
        "is_empty": budget is None and not any(page.values()),
    }


def description(film, directors):
    """One plain sentence or two for search engines and link previews."""
    if film.outline:
        return film.outline
    if directors:
        return _("%(film)s, directed by %(people)s.") % {"film": film, "people": joined_text(directors)}
    return str(film)
