"""What every request passes before its page."""

from django.core.exceptions import BadRequest


def refuse_nul(get_response):
    """Answer 400 to an address with a NUL character: PostgreSQL takes none, and no page has one in its address."""

    def middleware(request):
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("The address holds a NUL character.")
        return get_response(request)

    return middleware
