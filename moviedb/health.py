"""The two addresses that a supervisor or a load balancer asks. Neither reads a session or sets a cookie."""

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from health_check.views import HealthCheckView


@require_safe
@never_cache
def alive(request):
    """The process answers. Touches nothing, so that a database in trouble gets no web process killed."""
    return HttpResponse("ok\n", content_type="text/plain")


class ReadyView(HealthCheckView):
    """The site can answer: 200 when the database does, else 503. Always plain text, with no detail for outsiders."""

    checks = ["health_check.checks.Database"]

    async def get(self, request, *args, **kwargs):
        with self.get_executor() as executor:
            results = [await check.get_result(executor) for check in self.get_checks()]
        lines = [f"{type(result.check).__name__}: {'unavailable' if result.error else 'ok'}\n" for result in results]
        return HttpResponse(
            "".join(lines), content_type="text/plain", status=503 if any(result.error for result in results) else 200
        )
