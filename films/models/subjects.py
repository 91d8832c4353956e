"""What a film is of and from: genres, keywords, countries, languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.constraints import not_empty, only_characters
from common.languages import language_name
from common.places import country_name
from common.records import Positioned
from common.text import KeyField

from .film import Film


class Genre(models.Model):
    name = models.CharField(_("name"), max_length=50, unique=True)
    key = KeyField(_("key"), max_length=50, unique=True, help_text=_("The folded name: what addresses use."))

    class Meta:
        verbose_name = _("genre")
        verbose_name_plural = _("genres")
        ordering = ["key"]
        constraints = [not_empty("name", name="films_genre_name"), not_empty("key", name="films_genre_key")]

    def __str__(self):
        return self.name


class Keyword(models.Model):
    name = models.CharField(_("name"), max_length=100, unique=True)

    class Meta:
        verbose_name = _("keyword")
        verbose_name_plural = _("keywords")
        ordering = ["name"]
        constraints = [not_empty("name", name="films_keyword_name")]

    def __str__(self):
        return self.name


class FilmGenre(Positioned):
    film = models.ForeignKey(Film, models.CASCADE, related_name="film_genres")
    genre = models.ForeignKey(Genre, models.PROTECT, related_name="film_genres", db_index=False)

    class Meta:
        verbose_name = _("genre of a film")
        verbose_name_plural = _("genres of a film")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["genre", "film"], name="films_filmgenre_by_genre")]
        constraints = [models.UniqueConstraint(fields=["film", "genre"], name="films_filmgenre_once")]

    def __str__(self):
        return self.genre.name


class FilmKeyword(Positioned):
    film = models.ForeignKey(Film, models.CASCADE, related_name="film_keywords")
    keyword = models.ForeignKey(Keyword, models.PROTECT, related_name="film_keywords", db_index=False)

    class Meta:
        verbose_name = _("keyword of a film")
        verbose_name_plural = _("keywords of a film")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["keyword", "film"], name="films_filmkeyword_by_keyword")]
        constraints = [models.UniqueConstraint(fields=["film", "keyword"], name="films_filmkeyword_once")]

    def __str__(self):
        return self.keyword.name


class FilmCountry(Positioned):
    """A country the film was made in: ISO 3166-1 alpha-2 or a historic code."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="film_countries")
    country = models.CharField(_("country"), max_length=2)

    class Meta:
        verbose_name = _("country of a film")
        verbose_name_plural = _("countries of a film")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["country", "film"], name="films_filmcountry_by_country")]
        constraints = [
            models.UniqueConstraint(fields=["film", "country"], name="films_filmcountry_once"),
            only_characters("country", "A-Z", low=2, high=2, name="films_filmcountry_country"),
        ]

    def __str__(self):
        return country_name(self.country)


class FilmLanguage(Positioned):
    """A language spoken in the film: BCP 47; `zxx` where nobody speaks."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="film_languages")
    language = models.CharField(_("language"), max_length=35)

    class Meta:
        verbose_name = _("language of a film")
        verbose_name_plural = _("languages of a film")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["language", "film"], name="films_filmlanguage_by_language")]
        constraints = [
            models.UniqueConstraint(fields=["film", "language"], name="films_filmlanguage_once"),
            only_characters("language", "A-Za-z0-9-", low=2, high=35, name="films_filmlanguage_language"),
        ]

    def __str__(self):
        return language_name(self.language)
