from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from moviedb import health

# Before admin.site.urls is read: the admin's door has the same limits and second factor as everybody's.
admin.site.login = secure_admin_login(admin.site.login)
admin.site.site_title = admin.site.site_header = settings.SITE_NAME

urlpatterns = [
    path("healthz/", health.alive, name="healthz"),
    path("readyz/", health.ReadyView.as_view(), name="readyz"),
    path("admin/", admin.site.urls),
    path("accounts/", include("allauth.urls")),
    path("films/", include("films.urls")),
    path("people/", include("people.urls")),
    path("", include("discover.urls")),
]
if settings.MODE == "dev":
    from debug_toolbar.toolbar import debug_toolbar_urls

    urlpatterns += debug_toolbar_urls()
