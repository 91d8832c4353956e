from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


@require_GET
def people(request):
    return render(request, "people/person_list.html", {})


@require_GET
def person(request, person_id, slug=""):
    return HttpResponse("")
