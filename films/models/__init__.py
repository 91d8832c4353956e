"""The tables of the catalogue. Words and limits: ../vocabulary.py."""

from .credits import Award, AwardPerson, Company, CompanyCredit, Credit
from .facts import Budget, Certification, FilmingLocation, Gross, OfficialSite, Release, TechnicalSpec
from .film import AlternativeTitle, Film, FilmId, FilmVersion, SectionOrigin
from .media import Still, StillPerson, Trailer
from .scores import CriticReview, ExternalScore
from .subjects import FilmCountry, FilmGenre, FilmKeyword, FilmLanguage, Genre, Keyword
from .texts import Connection, ContentNote, Note, Quote, QuoteLine, Soundtrack, Storyline

__all__ = [
    "AlternativeTitle",
    "Award",
    "AwardPerson",
    "Budget",
    "Certification",
    "Company",
    "CompanyCredit",
    "Connection",
    "ContentNote",
    "Credit",
    "CriticReview",
    "ExternalScore",
    "Film",
    "FilmCountry",
    "FilmGenre",
    "FilmId",
    "FilmKeyword",
    "FilmLanguage",
    "FilmVersion",
    "FilmingLocation",
    "Genre",
    "Gross",
    "Keyword",
    "Note",
    "OfficialSite",
    "Quote",
    "QuoteLine",
    "Release",
    "SectionOrigin",
    "Soundtrack",
    "Still",
    "StillPerson",
    "Storyline",
    "TechnicalSpec",
    "Trailer",
]
