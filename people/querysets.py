"""Reading people."""

from django.db import models


class PersonQuerySet(models.QuerySet):
    def shown(self):
        """Everybody who has a page: not merged into somebody else."""
        return self.filter(merged_into__isnull=True)
