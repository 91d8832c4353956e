"""The history of a film in the admin: every revision kept of it, and the way back to one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from common.documents import DocumentError, changed_sections, digest
from history.models import Revision

from ..document import StaleBase, film_to_document, upgrade
from ..restoring import restore
from ..vocabulary import RECORD_TYPE, FilmStatus
from . import meanwhile

_PER_PAGE = 50


class FilmHistory:
    """For the ModelAdmin of films."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.restore_view)
        return [path("<int:pk>/history/<int:number>/restore/", view, name="films_film_restore"), *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        film = self.get_object(request, object_id)
        if film is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, film):
            raise PermissionDenied
        paginator = self.get_paginator(request, _revisions(film), _PER_PAGE)
        page = paginator.get_page(request.GET.get("p"))
        now = digest(film_to_document(film))
        rows = [
            {
                "revision": one,
                "changed": meanwhile.section_names(one.changed_sections),
                "is_now": one.digest == now,
                "address": _address(one),
            }
            for one in page.object_list
        ]
        context = self._context(request, film, _("History of %(film)s") % {"film": film}) | {
            "page": page,
            "page_range": paginator.get_elided_page_range(page.number),
            "rows": rows,
            "may_restore": self._may_restore(request, film),
        }
        return TemplateResponse(request, "admin/films/film/history.html", context | (extra_context or {}))

    def restore_view(self, request, pk, number):
        """Asks by GET, restores by POST; asks again where the film was changed since it asked."""
        film = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, film):
            raise PermissionDenied
        revision = _revisions(film).filter(number=number).first()
        if revision is None:
            raise Http404
        back = reverse("admin:films_film_history", args=[pk])
        if request.method == "POST" and self._restore(request, film, revision):
            return HttpResponseRedirect(back)
        now = film_to_document(film)
        context = self._context(request, film, _("Restore revision %(number)s") % {"number": number}) | {
            "revision": revision,
            "changed": meanwhile.section_names(changed_sections(now, upgrade(revision.read_document()))),
            "opened": digest(now),
            "back": back,
            "may_restore": self._may_restore(request, film),
        }
        return TemplateResponse(request, "admin/films/film/restore.html", context)

    def _restore(self, request, film, revision):
        """Whether there is an answer; else the editor is to be asked again."""
        try:
            with transaction.atomic():
                applied = restore(film, revision, editor=request.user, seen=request.POST.get(meanwhile.OPENED))
        except StaleBase:
            messages.warning(request, _("The film was changed since you were asked. Look again, then restore."))
            return False
        except DocumentError as error:
            messages.error(request, _("Revision %(number)s can't be restored any more:") % {"number": revision.number})
            for where, reason in error.faults:
                messages.error(request, f"{where}: {reason}" if where else reason)
        except IntegrityError:
            reason = _("Revision %(number)s can't be restored: it clashes with what is stored elsewhere.")
            messages.error(request, reason % {"number": revision.number})
        else:
            if not applied.changed:
                messages.info(request, _("Nothing to restore: the film is as it was then."))
                return True
            self.log_change(request, film, applied.revision.summary)
            text = _("Revision %(number)s is restored. Changed: %(sections)s.")
            sections = meanwhile.section_names(applied.changed)
            messages.success(request, text % {"number": revision.number, "sections": sections})
            for where, line in applied.report:
                messages.warning(request, f"{where}: {line}" if where else line)
        return True

    def _may_restore(self, request, film):
        return self.has_change_permission(request, film) and film.status != FilmStatus.MERGED

    def _context(self, request, film, title):
        return {**self.admin_site.each_context(request), "opts": self.opts, "film": film, "title": title}


def _revisions(film):
    revisions = Revision.objects.filter(record_type=RECORD_TYPE, record_uid=film.uid)
    return revisions.select_related("editor").order_by("-number")


def _address(revision):
    return reverse("admin:history_revision_change", args=[revision.pk])
