"""What a film document refers to, found on the site or made: people, companies, words, other films, pictures.

`resolve` rewrites the document's references to their canonical form ({"uid", "name"} for somebody found) and tells
where nobody could be found.
"""

from collections import Counter

from common import images
from common.documents import DocumentError, Image, new_uid
from people.document import PersonRef
from people.finding import SEVERAL, People
from people.services import bring_people, reference_to

from .models import Company, Film, FilmId, Genre, Keyword
from .schema import FilmRef
from .sections import Links, film_reference
from .services import genre_key
from .vocabulary import FilmStatus


class Resolved:
    """What `resolve` found: `links` for the writer, the people made, and `report`, (path, line) pairs.

    `unlinked`: how many mentions of people stay plain names. `several`: report lines that are faults when strict.
    """

    def __init__(self):
        self.links, self.report, self.several = Links(), [], []
        self.new_people, self.unlinked, self.unlinked_films = [], 0, 0


def resolve(target, *, people_block=(), beside=None):
    """Resolve the references of `target` (a canonical document, changed in place). `people_block`: PersonParts.

    Makes people of the block, companies, genres and keywords that are missing. Raises DocumentError.
    """
    resolved = Resolved()
    _resolve_people(target, people_block, resolved, beside)
    _resolve_companies(target, resolved.links)
    _resolve_films(target, resolved)
    resolved.links.genres = _named(Genre, target, "genres", lambda name: {"key": genre_key(name)}, key=genre_key)
    resolved.links.keywords = _named(Keyword, target, "keywords", lambda name: {}, key=str)
    _resolve_images(target, beside)
    return resolved


def mentions(target):
    """Every reference to a person in a document: (path, holder, key) with holder[key] the reference."""
    for number, credit in enumerate(target.get("credits", [])):
        yield f"credits/{number}/person", credit, "person"
    for section in ("stills", "awards"):
        for number, entry in enumerate(target.get(section, [])):
            for at in range(len(entry.get("people", []))):
                yield f"{section}/{number}/people/{at}", entry["people"], at


def _resolve_people(target, block, resolved, beside):
    places = list(mentions(target))
    refs = [PersonRef.model_validate(holder[key]) for _path, holder, key in places]
    if not refs and not block:
        return
    people = People([*(reference_to(part) for part in block), *refs])
    if block:
        resolved.new_people, report = bring_people(block, people, beside=beside)
        resolved.several += report
    unknown = Counter()
    for (path, holder, key), ref in zip(places, refs, strict=True):
        found, problem = people.find(ref)
        if found:
            holder[key] = {"uid": found.uid, "name": found.name}
            resolved.links.people[found.uid] = found.person.pk
            continue
        holder[key] = ref.to_json()
        resolved.unlinked += 1
        if problem == SEVERAL:
            resolved.several.append((path, f"several people could be {ref.name}; the name stays unlinked"))
        else:
            unknown[ref.name] += 1
    resolved.report += resolved.several
    if unknown:
        names = ", ".join(list(unknown)[:5]) + (" …" if len(unknown) > 5 else "")
        line = f"{len(unknown)} names match nobody and stay unlinked ({names}); a people block would make them"
        resolved.report.append(("people", line))


def _resolve_companies(target, links):
    wanted = [credit["company"] for credit in target.get("companies", [])]
    if not wanted:
        return
    by_uid = {c.uid: c for c in Company.objects.filter(uid__in=[w["uid"] for w in wanted if "uid" in w])}
    names = Company.objects.filter(name__in={w["name"] for w in wanted})
    by_name = {(c.name, c.country): c for c in names}
    new = []
    for credit in target["companies"]:
        told = credit["company"]
        name = (told["name"], told.get("country", ""))
        company = by_uid.get(told.get("uid")) or by_name.get(name)
        if company is None:
            company = Company(uid=told.get("uid") or new_uid(), name=name[0], country=name[1])
            new.append(company)
        by_name[name] = by_uid[company.uid] = company
        credit["company"] = {"uid": company.uid, "name": company.name}
        if company.country:
            credit["company"]["country"] = company.country
    Company.objects.bulk_create(new, batch_size=500)
    links.companies = {company.uid: company.pk for company in by_uid.values()}


def _resolve_films(target, resolved):
    linked = set()
    for number, connection in enumerate(target.get("connections", [])):
        film = find_film(FilmRef.model_validate(connection["film"]), besides=target["uid"])
        if film and film.uid == target.get("uid"):
            raise DocumentError([(f"connections/{number}/film", "a film is not connected with itself")])
        if film:
            connection["film"] = film_reference(film)
            resolved.links.films[film.uid] = film.pk
            if (connection["kind"], film.pk) in linked:
                raise DocumentError([(f"connections/{number}", f"“{connection['kind']}” {film} is there twice")])
            linked.add((connection["kind"], film.pk))
        else:
            resolved.unlinked_films += 1


def find_film(ref, *, besides=None):
    """The film a FilmRef means: by uid, else by external id, else by title and year when exactly one fits; or None.

    `besides`: the uid of a film that title and year alone don't mean.
    """
    films = Film.objects.exclude(status=FilmStatus.MERGED)
    if ref.uid and (film := films.filter(uid=ref.uid).first()):
        return film
    for one in ref.ids:
        if found := FilmId.objects.filter(scheme=one.scheme, value=one.value).select_related("film").first():
            return found.film
    if ref.year is None:
        return None
    same = list(films.filter(title=ref.title, year=ref.year).exclude(uid=besides or "")[:2])
    return same[0] if len(same) == 1 else None


def _named(model, target, section, extra, *, key):
    """Rows of a table of words for the section's words, made where missing. Returns word -> primary key.

    Words that fold to one key are one word: the document gets the spelling that the site has.
    """
    words = target.get(section, [])
    if not words:
        return {}
    column = "key" if model is Genre else "name"
    rows = {getattr(row, column): row for row in model.objects.filter(**{f"{column}__in": [key(w) for w in words]})}
    new = {key(word): model(name=word, **extra(word)) for word in reversed(words) if key(word) not in rows}
    model.objects.bulk_create(new.values(), batch_size=500)
    links = {}
    for number, word in enumerate(words):
        row = rows.get(key(word)) or new[key(word)]
        if row.name in links:
            raise DocumentError([(f"{section}/{number}", f"“{word}” is there twice (as “{row.name}”)")])
        words[number] = row.name
        links[row.name] = row.pk
    return links


def _resolve_images(target, beside):
    if "poster" in target:
        target["poster"] = _stored(target["poster"], "poster", beside)
    for number, still in enumerate(target.get("stills", [])):
        still["image"] = _stored(still["image"], f"stills/{number}/image", beside)


def _stored(image, path, beside):
    return images.resolve(Image.model_validate(image), path, beside=beside).to_json()
