"""The list of people and the page of each."""

import string

from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from common.addresses import absolute
from common.external import external_links
from common.pagination import keyset_page
from common.records import unmerged
from common.text import fold
from common.text import slug as slug_of
from history.models import Revision

from .models import Person
from .presenting import SITES, age_text
from .services import RECORD_TYPE

PEOPLE_PER_PAGE = 60
REVISIONS_SHOWN = 3


@require_safe
def people(request):
    """Everybody from A to Z, going on from a name."""
    start = fold(request.GET.get("from", "")[:20])
    page = keyset_page(
        Person.objects.shown(),
        order=("sort_name", "id"),
        size=PEOPLE_PER_PAGE,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        start=(start,) if start else (),
    )
    address = reverse("people:people")
    context = {
        "page": page,
        "next_link": page.next and f"{address}?after={page.next}",
        "previous_link": page.previous and f"{address}?before={page.previous}",
        "jumps": [(letter.upper(), f"{address}?from={letter}") for letter in string.ascii_lowercase],
    }
    return render(request, "people/person_list.html", context)


@require_safe
def person(request, person_id, slug=""):
    found = unmerged(Person.objects.all(), person_id)
    if found is None:
        raise Http404
    if found.pk != person_id:
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    if slug != slug_of(found.name):
        return HttpResponseRedirect(found.get_absolute_url())
    revisions = Revision.objects.filter(record_type=RECORD_TYPE, record_uid=found.uid).select_related("editor")
    context = {
        "person": found,
        "canonical": absolute(request, found.get_absolute_url()),
        "names": found.names.all(),
        "age": age_text(found.born, found.died, timezone.localdate()),
        "id_links": external_links(found.ids.all(), SITES),
        "revisions": revisions.defer("document")[:REVISIONS_SHOWN],
        "can_edit": request.user.has_perm("people.change_person"),
    }
    return render(request, "people/person_detail.html", context)
