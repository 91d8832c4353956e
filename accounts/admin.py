from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import BaseUserCreationForm
from django.contrib.auth.forms import UserChangeForm as DjangoUserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts import policy
from accounts.models import User
from accounts.roles import ADMIN, MEMBER, ROLES, roles_of, set_roles
from accounts.services import create_account, is_email_taken

# Groups are made from the one table in accounts.roles, so there is nothing to edit.
admin.site.unregister(Group)

ROLE_NAMES = {
    "member": _("Member"),
    "editor": _("Editor"),
    "moderator": _("Moderator"),
    "admin": _("Administrator"),
}


class RolesField(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Roles"))
        kwargs.setdefault("help_text", _("What each role may do stands in accounts/roles.py."))
        super().__init__(choices=[(role, ROLE_NAMES[role]) for role in ROLES], required=False, **kwargs)


class UserAddForm(BaseUserCreationForm):
    roles = RolesField(initial=[MEMBER])

    class Meta:
        model = User
        fields = ("username", "display_name", "email")

    def clean_username(self):
        username = policy.normal_username(self.cleaned_data["username"])
        if User.objects.filter(username=username).exists():
            raise ValidationError(_("That username is taken."), code="username_taken")
        return username

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if email and is_email_taken(email):
            raise ValidationError(_("Another account has this address."), code="email_taken")
        return email


class UserChangeForm(DjangoUserChangeForm):
    roles = RolesField()
    acting_user = None  # set by the admin

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["roles"].initial = sorted(roles_of(self.instance))

    def clean(self):
        super().clean()
        if self.instance == self.acting_user:
            if self.instance.is_active and not self.cleaned_data.get("is_active", True):
                self.add_error("is_active", _("This is your own account."))
            if ADMIN in self.fields["roles"].initial and ADMIN not in self.cleaned_data.get("roles", [ADMIN]):
                self.add_error("roles", _("You can't take this role from yourself."))


class RoleFilter(admin.SimpleListFilter):
    title = _("role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return [(role, ROLE_NAMES[role]) for role in ROLES]

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    form = UserChangeForm
    add_form = UserAddForm
    list_display = (
        "username",
        "display_name",
        "email",
        "role_names",
        "is_active",
        "is_staff",
        "joined_at",
        "last_login",
    )
    list_filter = (RoleFilter, "is_staff", "is_active", "joined_at")
    search_fields = ("username", "display_name", "email")
    ordering = ("username",)
    filter_horizontal = ()
    readonly_fields = ("username", "email", "is_staff", "is_superuser", "joined_at", "last_login", "erased_at")
    fieldsets = (
        (None, {"fields": ("username", "display_name", "email", "time_zone", "password")}),
        (_("What they may do"), {"fields": ("is_active", "roles", "is_staff", "is_superuser")}),
        (_("Dates"), {"fields": ("joined_at", "last_login", "erased_at")}),
    )
    add_fieldsets = ((None, {"fields": ("username", "display_name", "email", "password1", "password2", "roles")}),)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("roles"))
    def role_names(self, user):
        names = {group.name for group in user.groups.all()}
        return ", ".join(str(ROLE_NAMES[role]) for role in ROLES if role in names)

    def get_readonly_fields(self, request, obj=None):
        return self.readonly_fields if obj else ()

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        return type(form.__name__, (form,), {"acting_user": request.user}) if obj else form

    def has_delete_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        if obj and (obj.erased_at or (obj.is_superuser and not request.user.is_superuser)):
            return False
        return super().has_change_permission(request, obj)

    def save_model(self, request, obj, form, change):
        if change:
            obj.save(update_fields=[name for name in form.changed_data if name != "roles"])
        else:
            data = form.cleaned_data
            made = create_account(
                username=data["username"],
                password=data["password1"],
                email=data["email"],
                display_name=data["display_name"],
            )
            obj.pk = made.pk
            obj.refresh_from_db()
        if not change or "roles" in form.changed_data:
            set_roles(user=obj, roles=set(form.cleaned_data["roles"]) | ({MEMBER} if not change else set()))
