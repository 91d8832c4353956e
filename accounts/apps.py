from django.apps import AppConfig, apps
from django.core import checks
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("Members")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from accounts.checks import no_demo_accounts

        # The signal is sent once for each app that has models: on the last one every permission can be there.
        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(_sync_roles, sender=last, dispatch_uid="accounts.sync_roles")
        checks.register(no_demo_accounts, checks.Tags.security, checks.Tags.database)


def _sync_roles(sender, using, **kwargs):
    from django.contrib.auth.management import create_permissions

    from accounts.roles import sync_roles

    # Django's own receiver, which makes the last app's permissions, may come after this one.
    create_permissions(sender, verbosity=0, using=using)
    sync_roles(using=using, strict=False)
