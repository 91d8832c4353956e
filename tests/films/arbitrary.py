"""Arbitrary film documents in canonical form, for property tests."""

import io

from hypothesis import strategies as st
from PIL import Image

from common import images
from common.text import clean_line
from films import schema
from films import vocabulary as v
from films.schema import FilmDocument

_letters = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\u2028\u2029\ufeff")
lines = st.text(_letters, min_size=1, max_size=30).map(clean_line).filter(lambda s: any(map(str.isprintable, s)))
texts = st.lists(lines, min_size=1, max_size=3).map("\n\n".join)
uids = st.text("abcdefghijABCDEFGHIJ0123456789_-", min_size=22, max_size=22)
countries = st.sampled_from(["US", "FR", "JP", "SU", "XW", "HK"])
dates = st.one_of(
    st.integers(1888, 2030).map(str),
    st.tuples(st.integers(1888, 2030), st.integers(1, 12)).map(lambda d: f"{d[0]}-{d[1]:02}"),
    st.dates().filter(lambda d: d.year > 1000).map(str),
)


def one_of(choices):
    return st.sampled_from(choices.values)


# By name of the key; sections that use a name otherwise say so in EXCEPTIONS.
KEYS = {
    "uid": uids,
    "title": lines,
    "note": lines,
    "source": lines,
    "checked_on": dates,
    "country": countries,
    "language": st.sampled_from(["en", "ja", "pt-BR", "zh-Hant", "zxx"]),
    "text": texts,
    "author": lines,
    "has_spoilers": st.just(True),
    "is_estimated": st.just(True),
    "on": dates,
    "as_of": dates,
    "certificate": lines,
    "url": st.sampled_from(["https://example.org/a", "http://example.com/b?c=d"]),
    "label": lines,
    "place": lines,
    "amount": st.integers(0, 10**13),
    "currency": st.sampled_from(["USD", "FRF", "JPY"]),
    "screens": st.integers(1, 5000),
    "territory": st.sampled_from(["US", "worldwide", "domestic"]),
    "value": lines,
    "credits": texts,
    "event": lines,
    "year": st.integers(1888, 2030),
    "category": lines,
    "prize": lines,
    "description": lines,
    "credit_line": lines,
    "votes": st.integers(0, 10**9),
    "publication": lines,
    "critic": lines,
    "score": st.integers(0, 100),
    "excerpt": texts,
    "job": lines,
    "credited_as": lines,
    "attributes": st.lists(lines, min_size=1, max_size=3),
}
EXCEPTIONS = {
    "releases": {"kind": one_of(v.ReleaseKind)},
    "companies": {"role": one_of(v.CompanyRole)},
    "grosses": {"kind": one_of(v.GrossKind)},
    "technical_specs": {"kind": one_of(v.SpecKind), "value": st.integers(1, 999).map(str)},
    "goofs": {"kind": one_of(v.GoofKind)},
    "awards": {"result": one_of(v.AwardResult)},
    "content_notes": {"category": one_of(v.ContentCategory), "severity": one_of(v.Severity)},
    "trailers": {"host": st.just("vimeo"), "host_id": st.integers(10**6, 10**9).map(str)},
    "external_scores": {
        "kind": one_of(v.ScoreKind),
        "score": st.sampled_from(["7.6", "0", "10", "9.25"]),
        "out_of": st.just(10),
    },
}
PARTS = {
    "titles": schema.AlternativeTitle,
    "storylines": schema.Storyline,
    "releases": schema.Release,
    "certifications": schema.Certification,
    "official_sites": schema.OfficialSite,
    "filming_locations": schema.FilmingLocation,
    "grosses": schema.Gross,
    "technical_specs": schema.TechnicalSpec,
    "trivia": schema.Note,
    "goofs": schema.Goof,
    "crazy_credits": schema.Note,
    "alternate_versions": schema.Note,
    "soundtrack": schema.SoundtrackItem,
    "content_notes": schema.ContentNote,
    "trailers": schema.Trailer,
    "external_scores": schema.ExternalScore,
    "critic_reviews": schema.CriticReview,
}
UNIQUE = {
    "trailers": lambda e: e["host_id"],
    "external_scores": lambda e: (e["source"], e["kind"]),
}


def part(section, model, *, leave_out=()):
    """Entries of a flat section: required keys and some of the others."""
    required, optional = {}, {}
    for key, field in model.model_fields.items():
        if key in leave_out:
            continue
        strategy = EXCEPTIONS.get(section, {}).get(key, KEYS.get(key))
        is_needed = field.is_required() or key in ("uid", "kind")
        (required if is_needed else optional)[key] = strategy
    return st.fixed_dictionaries(required, optional=optional)


PEOPLE = [{"uid": f"{'person'}{n:016}", "name": name} for n, name in enumerate(["Ana", "Ben", "Cem", "千尋", "دنیا"])]
linked = st.sampled_from(PEOPLE)
unlinked = st.fixed_dictionaries(
    {"name": st.sampled_from(["Nobody One", "Nobody Two"])},
    optional={
        "born": st.integers(1900, 2000),
        "disambiguation": lines,
        "ids": st.lists(
            st.integers(1, 99).map(lambda n: {"scheme": "imdb", "value": f"nm{n}"}), min_size=1, max_size=1
        ),
    },
)
refs = st.one_of(linked, unlinked)
COMPANIES = [
    {"uid": f"{'company'}{1:015}", "name": "Toho", "country": "JP"},
    {"uid": f"{'company'}{2:015}", "name": "Lumière"},
]


def _png(colour):
    out = io.BytesIO()
    Image.new("RGB", (16, 9), colour).save(out, "PNG")
    return out.getvalue()


def stored_images():
    """Two pictures that are on the site."""
    return [images.store(_png(colour)).to_json() for colour in ("red", "navy")]


@st.composite
def credits(draw):
    entry = {"uid": draw(uids), "person": draw(refs), "department": draw(one_of(v.Department))}
    if entry["department"] == "cast":
        entry |= draw(st.fixed_dictionaries({}, optional={"characters": st.lists(lines, min_size=1, max_size=3)}))
    else:
        entry |= draw(st.fixed_dictionaries({}, optional={"job": lines}))
    return entry | draw(st.fixed_dictionaries({}, optional={k: KEYS[k] for k in ("credited_as", "attributes")}))


@st.composite
def documents(draw, pictures):
    """A canonical document with a `people` block; every child that has a uid brings one."""
    document = {"format": "moviedb.film/1", "uid": "film" + "0" * 18, "title": draw(lines)}
    document |= draw(
        st.fixed_dictionaries(
            {},
            optional={
                "kind": one_of(v.FilmKind),
                "original_title": lines,
                "original_language": KEYS["language"],
                "year": KEYS["year"],
                "runtime_minutes": st.integers(1, 999),
                "outline": texts,
                "outline_language": KEYS["language"],
                "tagline": lines,
                "poster": st.sampled_from(pictures),
                "ids": st.lists(
                    st.integers(1, 99).map(lambda n: {"scheme": "imdb", "value": f"tt{n}"}), max_size=3, unique_by=str
                ),
                "genres": st.lists(st.sampled_from(["Drama", "Film noir", "喜劇"]), unique=True),
                "keywords": st.lists(lines, max_size=4, unique=True),
                "countries": st.lists(countries, unique=True),
                "languages": st.lists(KEYS["language"], unique=True),
                "budget": part("budget", schema.Budget),
            },
        )
    )
    for section in draw(st.lists(st.sampled_from(sorted(PARTS)), max_size=6, unique=True)):
        entries = st.lists(part(section, PARTS[section]), max_size=4, unique_by=UNIQUE.get(section))
        document[section] = draw(entries)
    document["credits"] = draw(st.lists(credits(), max_size=6))
    cast = [c["uid"] for c in document["credits"]]
    spoken = st.fixed_dictionaries(
        {"text": lines}, optional={"speaker": lines, **({"credit": st.sampled_from(cast)} if cast else {})}
    )
    directions = st.fixed_dictionaries({"text": lines, "is_direction": st.just(True)})
    quote = st.fixed_dictionaries(
        {"uid": uids, "lines": st.lists(st.one_of(spoken, directions), min_size=1, max_size=3)}
    )
    document["quotes"] = draw(st.lists(quote, max_size=3))
    people = st.lists(refs, max_size=3)
    document["stills"] = draw(
        st.lists(st.fixed_dictionaries({"uid": uids, "image": st.sampled_from(pictures), "people": people}), max_size=3)
    )
    award = part("awards", schema.Award, leave_out=("people",))
    document["awards"] = draw(
        st.lists(st.tuples(award, people).map(lambda pair: pair[0] | {"people": pair[1]}), max_size=3)
    )
    company = part("companies", schema.CompanyCredit, leave_out=("company",))
    document["companies"] = draw(
        st.lists(
            st.tuples(company, st.sampled_from(COMPANIES)).map(lambda pair: pair[0] | {"company": pair[1]}), max_size=3
        )
    )
    other = st.fixed_dictionaries({"title": lines}, optional={"year": KEYS["year"]})
    connection = st.fixed_dictionaries({"kind": one_of(v.ConnectionKind), "film": other}, optional={"note": lines})
    document["connections"] = draw(st.lists(connection, max_size=3))
    uid_of = [e["uid"] for name in schema.WITH_UID for e in document.get(name, [])]
    if len(set(uid_of)) < len(uid_of):  # astronomically rare, but shrinking finds it
        for name in schema.WITH_UID:
            document[name] = []
    return FilmDocument.model_validate(document | {"people": PEOPLE}).to_json()
