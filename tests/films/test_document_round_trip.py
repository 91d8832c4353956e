"""DESIGN: any document, applied and exported, is equal; applied again, it writes nothing."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from common.documents import canonical_bytes
from films.document import apply_document, film_to_document
from films.models import Film, FilmVersion, SectionOrigin

from .arbitrary import documents, stored_images

QUICK = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
PICTURES = []


def _pictures():
    if not PICTURES:
        PICTURES.extend(stored_images())
    return PICTURES


def _without_people(document):
    return {key: value for key, value in document.items() if key != "people"}


arbitrary_documents = st.deferred(lambda: documents(_pictures()))


class AnyDocument(TestCase):
    @QUICK
    @given(arbitrary_documents)
    def test_applied_and_exported_is_equal_and_applied_again_writes_nothing(self, document):
        applied = apply_document(document)
        assert applied.is_new
        film = Film.objects.get(pk=applied.film.pk)
        exported = film_to_document(film)
        assert canonical_bytes(exported) == canonical_bytes(_without_people(document))

        version, origins = FilmVersion.objects.get(film=film).version, list(SectionOrigin.objects.values())
        again = apply_document(document)
        assert (again.is_new, again.changed) == (False, [])
        assert FilmVersion.objects.get(film=film).version == version
        assert list(SectionOrigin.objects.values()) == origins
        assert canonical_bytes(film_to_document(Film.objects.get(pk=film.pk))) == canonical_bytes(exported)

    @QUICK
    @given(arbitrary_documents, arbitrary_documents)
    def test_a_second_document_replaces_the_first_whole(self, first, second):
        film = apply_document(first).film
        version = FilmVersion.objects.get(film=film).version
        applied = apply_document(second)
        assert applied.film.pk == film.pk
        assert canonical_bytes(film_to_document(Film.objects.get(pk=film.pk))) == canonical_bytes(
            _without_people(second)
        )
        raised = FilmVersion.objects.get(film=film).version - version
        assert raised == (1 if applied.changed else 0)
