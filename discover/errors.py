from django.shortcuts import render


def csrf_failure(request, reason=""):
    """In place of Django's own page, in words that help. `reason` is for developers and in the log already."""
    return render(request, "403_csrf.html", status=403)
