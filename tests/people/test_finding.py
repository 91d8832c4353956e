"""Who a name in a document means: the rules of docs/film-document.md, one by one."""

import pytest

from common.documents import DocumentError
from films.document import apply_document, film_to_document
from films.models import Credit
from people.models import Person, PersonId
from people.services import apply_person_document
from tests.factories import make_person

pytestmark = pytest.mark.django_db
UID, OTHER_UID = "a" * 22, "b" * 22


def person_with(name="John Smith", *, ids=(), **fields):
    person = make_person(name, **fields)
    for scheme, value in ids:
        PersonId.objects.create(person=person, scheme=scheme, value=value)
    return person


def imdb(value):
    return [{"scheme": "imdb", "value": value}]


def apply(*references, people=(), strict=False, title="A Film"):
    credits = [{"person": reference, "department": "thanks"} for reference in references]
    return apply_document(
        {"format": "moviedb.film/1", "title": title, "credits": credits, "people": list(people)}, strict=strict
    )


def meant(*references, **more):
    """The Person of each reference, or the plain name that is left."""
    applied = apply(*references, **more)
    return [credit.person or credit.name for credit in Credit.objects.filter(film=applied.film).order_by("position")]


def test_uid_says_who_is_meant_whatever_the_name():
    person = person_with("Jane Doe", born="1950")
    person_with("John Smith")
    assert meant({"uid": person.uid, "name": "John Smith", "born": 1999}) == [person]


def test_external_id_says_who_is_meant_before_the_name():
    person = person_with("Jane Doe", ids=[("imdb", "nm1")])
    person_with("John Smith")
    assert meant({"name": "John Smith", "ids": imdb("nm1")}) == [person]
    assert meant({"uid": OTHER_UID, "name": "John Smith", "ids": imdb("nm1")}) == [person]


def test_ids_of_two_people_mean_nobody():
    person_with("John Smith", ids=[("imdb", "nm1")])
    person_with("Jon Smith", ids=[("tmdb", "2")])
    reference = {"name": "John Smith", "ids": [*imdb("nm1"), {"scheme": "tmdb", "value": "2"}]}
    assert meant(reference) == ["John Smith"]
    with pytest.raises(DocumentError, match="credits/0/person: several people could be John Smith"):
        apply(reference, strict=True, title="Another")


def test_name_alone_means_the_only_one_who_bears_exactly_it():
    person = person_with()
    assert meant({"name": "John Smith"}, {"name": "john smith"}, {"name": "John  Smith"}) == [
        person,
        "john smith",
        person,
    ]


def test_year_of_birth_and_disambiguation_choose_among_namesakes():
    old = person_with(born="1950-01-01", disambiguation="actor")
    young = person_with(born="1980", disambiguation="dancer")
    assert meant(
        {"name": "John Smith", "born": 1950},
        {"name": "John Smith", "disambiguation": "dancer"},
        {"name": "John Smith", "born": 1980, "disambiguation": "dancer"},
        {"name": "John Smith", "born": 1980, "disambiguation": "actor"},
    ) == [old, young, young, "John Smith"]


def test_contradiction_keeps_the_only_namesake_away():
    person = person_with(born="1950", ids=[("imdb", "nm1")])
    for contradiction in ({"born": 1951}, {"disambiguation": "dancer"}, {"ids": imdb("nm2")}, {"uid": OTHER_UID}):
        assert meant({"name": "John Smith", **contradiction}) == ["John Smith"]
    for no_contradiction in ({"born": 1950}, {"ids": [{"scheme": "tmdb", "value": "7"}]}):
        assert meant({"name": "John Smith", **no_contradiction}) == [person]


def test_unknown_year_of_birth_contradicts_nothing():
    person = person_with()
    assert meant({"name": "John Smith", "born": 1950}) == [person]


def test_several_namesakes_stay_a_plain_name_and_are_reported():
    person_with(born="1950")
    person_with(born="1980")
    applied = apply({"name": "John Smith"})
    assert applied.unlinked == 1
    assert ("credits/0/person", "several people could be John Smith; the name stays unlinked") in applied.report
    with pytest.raises(DocumentError, match="several people could be John Smith"):
        apply({"name": "John Smith"}, strict=True)


def test_nobody_of_that_name_stays_a_plain_name_even_when_strict():
    applied = apply({"name": "John Smith", "born": 1950}, strict=True)
    assert applied.unlinked == 1
    assert not Person.objects.exists()
    assert film_to_document(applied.film)["credits"][0]["person"] == {"name": "John Smith", "born": 1950}


def test_two_equal_names_that_are_told_apart_are_never_merged_by_guess():
    """The site knows one of them, of unknown birth: neither may be taken for that one."""
    person_with()
    assert meant({"name": "John Smith", "born": 1950}, {"name": "John Smith", "born": 1980}) == ["John Smith"] * 2
    assert (
        meant({"name": "John Smith", "ids": imdb("nm1")}, {"name": "John Smith", "ids": imdb("nm2")})
        == ["John Smith"] * 2
    )


def test_of_two_equal_names_the_one_that_is_confirmed_is_linked():
    person = person_with(born="1950")
    assert meant({"name": "John Smith", "born": 1950}, {"name": "John Smith", "born": 1980}) == [person, "John Smith"]


def test_block_makes_those_who_are_not_here_and_leaves_others_as_they_are():
    known = person_with("Jane Doe", birthplace="Here")
    applied = apply(
        {"name": "Jane Doe"},
        {"name": "John Smith"},
        people=[{"name": "Jane Doe", "birthplace": "There"}, {"name": "John Smith", "born_on": "1950"}],
    )
    known.refresh_from_db()
    assert (applied.new_people, applied.unlinked, known.birthplace) == (1, 0, "Here")


def test_block_wins_over_a_stranger_of_the_same_name():
    stranger = person_with(born="1950")
    applied = apply({"name": "John Smith"}, people=[{"name": "John Smith", "born_on": "1980"}])
    linked = Credit.objects.get().person
    assert linked != stranger
    assert str(linked.born) == "1980"
    assert applied.new_people == 1


def test_block_entries_that_can_not_be_told_apart_are_refused():
    with pytest.raises(DocumentError, match="people/1: John Smith can't be told apart from people/0"):
        apply(people=[{"name": "John Smith"}, {"name": "John Smith", "born_on": "1950"}])
    apply(people=[{"name": "John Smith", "born_on": "1950"}, {"name": "John Smith", "born_on": "1980"}])
    assert Person.objects.count() == 2


@pytest.mark.parametrize("told", [{"uid": UID}, {"ids": imdb("nm1")}])
def test_block_entries_of_one_uid_or_id_are_refused(told):
    with pytest.raises(DocumentError, match=r"people/1: .* belongs to people/0"):
        apply(people=[{"name": "John Smith"} | told, {"name": "Jane Doe"} | told])
    assert not Person.objects.exists()


def test_block_entry_that_could_be_several_makes_nobody():
    person_with(disambiguation="one")
    person_with(disambiguation="two")
    applied = apply({"name": "John Smith"}, people=[{"name": "John Smith"}])
    assert ("people/0", "several people of the site could be John Smith; nobody was made") in applied.report
    assert Person.objects.count() == 2
    with pytest.raises(DocumentError, match="people/0"):
        apply(people=[{"name": "John Smith"}], strict=True, title="Another")


def test_names_and_uids_of_the_block_are_understood_when_an_id_told_who_it_is():
    """Another site calls the person differently and has a uid of its own for them."""
    person = person_with("Nicolas Cage", ids=[("imdb", "nm1")])
    block = [{"uid": OTHER_UID, "name": "Nick Cage", "ids": imdb("nm1")}]
    references = {"name": "Nick Cage"}, {"uid": OTHER_UID, "name": "Nick Cage"}, {"name": "Nicolas Cage"}
    assert meant(*references, people=block) == [person] * 3
    assert Person.objects.count() == 1


def test_namesakes_who_differ_only_by_uid_stay_two_people_when_loaded_one_after_the_other():
    apply({"uid": UID, "name": "John Smith"}, people=[{"uid": UID, "name": "John Smith"}])
    apply({"uid": OTHER_UID, "name": "John Smith"}, people=[{"uid": OTHER_UID, "name": "John Smith"}], title="Another")
    assert set(Person.objects.values_list("uid", flat=True)) == {UID, OTHER_UID}
    assert Credit.objects.get(film__title="Another").person.uid == OTHER_UID


def test_merged_person_is_followed_by_uid_and_id():
    last = person_with("Jane Roe", ids=[("imdb", "nm3")])
    middle = person_with("Jane Doe", merged_into=last, ids=[("imdb", "nm2")])
    first = person_with("John Smith", merged_into=middle, ids=[("imdb", "nm1")])
    assert meant({"uid": first.uid, "name": "John Smith"}, {"name": "x", "ids": imdb("nm2")}) == [last, last]
    assert meant({"name": "John Smith"}) == ["John Smith"], "a merged person's name is nobody's"


def test_people_merged_in_a_circle_mean_nobody():
    one = person_with()
    other = person_with("Jane Doe", merged_into=one)
    Person.objects.filter(pk=one.pk).update(merged_into=other)
    assert meant({"uid": one.uid, "name": "John Smith"}) == ["John Smith"]


def test_person_document_refuses_ids_of_somebody_else():
    person_with("Jane Doe", ids=[("imdb", "nm1")])
    known = person_with("John Smith")
    with pytest.raises(DocumentError, match="ids/0: imdb nm1 belongs to somebody else"):
        apply_person_document(
            {"format": "moviedb.person/1", "uid": known.uid, "name": "John Smith", "ids": imdb("nm1")}
        )


def test_person_document_that_several_could_be_is_refused():
    person_with(born="1950")
    person_with(born="1980")
    with pytest.raises(DocumentError, match="name: several people could be meant by John Smith"):
        apply_person_document({"format": "moviedb.person/1", "name": "John Smith"})


def test_person_document_with_a_uid_nobody_has_makes_a_new_person():
    known = person_with(birthplace="Here")
    person, what = apply_person_document({"format": "moviedb.person/1", "uid": OTHER_UID, "name": "John Smith"})
    known.refresh_from_db()
    assert (what, person.uid, known.birthplace) == ("new", OTHER_UID, "Here")


def test_person_is_renamed_by_uid_and_found_by_the_new_name():
    known = person_with()
    apply_person_document({"format": "moviedb.person/1", "uid": known.uid, "name": "Jane Doe"})
    assert meant({"name": "Jane Doe"}, {"name": "John Smith"}) == [known, "John Smith"]


def test_unlinked_name_is_linked_when_somebody_comes_whom_it_means():
    assert meant({"name": "John Smith", "born": 1950}) == ["John Smith"]
    person = person_with(born="1950")
    assert meant({"name": "John Smith", "born": 1950}) == [person]
    assert Credit.objects.get().unlinked is None


def test_hundreds_of_namesakes_are_refused_at_once_not_compared_for_minutes():
    with pytest.raises(DocumentError, match="more than 200 people are called John Smith"):
        apply(people=[{"name": "John Smith", "ids": imdb(f"nm{n}")} for n in range(5000)])


def test_number_of_queries_does_not_grow_with_the_names(django_assert_max_num_queries):
    names = [{"name": f"Person {n}"} for n in range(400)]
    with django_assert_max_num_queries(60):
        assert apply(*names, people=names).new_people == 400
