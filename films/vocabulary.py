"""The closed lists of the film model: what stands in the database and in documents, and its name in the interface."""

from django.db import models
from django.utils.translation import gettext_lazy as _

RECORD_TYPE = "film"  # what revisions of films are kept under


class FilmKind(models.TextChoices):
    FEATURE = "feature", _("feature film")
    SHORT = "short", _("short film")
    DOCUMENTARY = "documentary", _("documentary")
    TV_FILM = "tv film", _("television film")
    VIDEO = "video", _("video")


class FilmStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    MERGED = "merged", _("merged into another film")


class Department(models.TextChoices):
    """In the order of a title card."""

    DIRECTING = "directing", _("Directing")
    WRITING = "writing", _("Writing")
    CAST = "cast", _("Cast")
    PRODUCTION = "production", _("Production")
    CAMERA = "camera", _("Camera")
    EDITING = "editing", _("Editing")
    ART = "art", _("Art")
    COSTUME = "costume & make-up", _("Costume and make-up")
    SOUND = "sound", _("Sound")
    MUSIC = "music", _("Music")
    VISUAL_EFFECTS = "visual effects", _("Visual effects")
    STUNTS = "stunts", _("Stunts")
    OTHER = "other crew", _("Other crew")
    THANKS = "thanks", _("Thanks")


class ReleaseKind(models.TextChoices):
    PREMIERE = "premiere", _("festival premiere")
    LIMITED = "limited", _("limited")
    THEATRICAL = "theatrical", _("cinemas")
    DIGITAL = "digital", _("digital")
    PHYSICAL = "physical", _("disc or tape")
    TELEVISION = "television", _("television")


class CompanyRole(models.TextChoices):
    PRODUCTION = "production", _("production")
    DISTRIBUTION = "distribution", _("distribution")
    SALES = "sales", _("sales")
    SPECIAL_EFFECTS = "special effects", _("special effects")
    OTHER = "other", _("other")


class GrossKind(models.TextChoices):
    TOTAL = "total", _("gross")
    OPENING_WEEKEND = "opening weekend", _("opening weekend")


class SpecKind(models.TextChoices):
    RUNTIME = "runtime", _("Runtime")
    SOUND_MIX = "sound mix", _("Sound mix")
    COLOUR = "colour", _("Colour")
    ASPECT_RATIO = "aspect ratio", _("Aspect ratio")
    CAMERA = "camera", _("Camera")
    LABORATORY = "laboratory", _("Laboratory")
    FILM_LENGTH = "film length", _("Film length")
    NEGATIVE_FORMAT = "negative format", _("Negative format")
    PROCESS = "process", _("Process")
    PRINTED_FORMAT = "printed format", _("Printed format")


class NoteKind(models.TextChoices):
    TRIVIA = "trivia", _("Trivia")
    GOOF = "goof", _("Goofs")
    CRAZY_CREDIT = "crazy credit", _("Crazy credits")
    ALTERNATE_VERSION = "alternate version", _("Alternate versions")


class GoofKind(models.TextChoices):
    CONTINUITY = "continuity", _("Continuity")
    FACTUAL_ERROR = "factual error", _("Factual error")
    ANACHRONISM = "anachronism", _("Anachronism")
    UNSYNCHRONISED = "audio/visual unsynchronised", _("Audio/visual unsynchronised")
    CREW_VISIBLE = "crew or equipment visible", _("Crew or equipment visible")
    BOOM_MIC = "boom mic visible", _("Boom mic visible")
    GEOGRAPHY = "error in geography", _("Error in geography")
    PLOT_HOLE = "plot hole", _("Plot hole")
    CHARACTER_ERROR = "character error", _("Character error")
    REVEALING_MISTAKE = "revealing mistake", _("Revealing mistake")
    NOT_A_GOOF = "incorrectly regarded as goof", _("Incorrectly regarded as goof")
    MISCELLANEOUS = "miscellaneous", _("Miscellaneous")


class ConnectionKind(models.TextChoices):
    """Read from the film that holds the row: this film `follows` the other."""

    FOLLOWS = "follows", _("Follows")
    REMAKE_OF = "remake of", _("Remake of")
    REFERENCES = "references", _("References")
    SPOOFS = "spoofs", _("Spoofs")
    FEATURES = "features", _("Features")
    SPIN_OFF_FROM = "spin off from", _("Spin-off from")
    EDITED_FROM = "edited from", _("Edited from")
    VERSION_OF = "version of", _("Version of")
    ALTERNATE_LANGUAGE = (
        "alternate language version of",
        _("Alternate language version of"),
    )


# The same connection, told from the other film's side.
REVERSE_CONNECTION = {
    ConnectionKind.FOLLOWS: _("Followed by"),
    ConnectionKind.REMAKE_OF: _("Remade as"),
    ConnectionKind.REFERENCES: _("Referenced in"),
    ConnectionKind.SPOOFS: _("Spoofed in"),
    ConnectionKind.FEATURES: _("Featured in"),
    ConnectionKind.SPIN_OFF_FROM: _("Spin-off"),
    ConnectionKind.EDITED_FROM: _("Edited into"),
    ConnectionKind.VERSION_OF: _("Other version"),
    ConnectionKind.ALTERNATE_LANGUAGE: _("Alternate language version"),
}


class AwardResult(models.TextChoices):
    WON = "won", _("won")
    NOMINATED = "nominated", _("nominated")


class ContentCategory(models.TextChoices):
    SEX = "sex & nudity", _("Sex and nudity")
    VIOLENCE = "violence & gore", _("Violence and gore")
    PROFANITY = "profanity", _("Profanity")
    DRUGS = "alcohol, drugs & smoking", _("Alcohol, drugs and smoking")
    FRIGHTENING = "frightening & intense scenes", _("Frightening and intense scenes")


class Severity(models.TextChoices):
    NONE = "none", _("none")
    MILD = "mild", _("mild")
    MODERATE = "moderate", _("moderate")
    SEVERE = "severe", _("severe")


class ScoreKind(models.TextChoices):
    AUDIENCE = "audience", _("audience")
    CRITICS = "critics", _("critics")


class TrailerHost(models.TextChoices):
    YOUTUBE = "youtube", "YouTube"
    VIMEO = "vimeo", "Vimeo"
    DAILYMOTION = "dailymotion", "Dailymotion"
    ARCHIVE = "archive", "Internet Archive"


# What an id looks like at each host (the whole of it), and where its player is.
TRAILER_ID = {
    TrailerHost.YOUTUBE: r"[A-Za-z0-9_-]{11}",
    TrailerHost.VIMEO: r"[0-9]{6,12}",
    TrailerHost.DAILYMOTION: r"[A-Za-z0-9]{5,12}",
    TrailerHost.ARCHIVE: r"[A-Za-z0-9][A-Za-z0-9._-]{2,99}",
}
TRAILER_PLAYER = {
    TrailerHost.YOUTUBE: "https://www.youtube-nocookie.com/embed/{}",
    TrailerHost.VIMEO: "https://player.vimeo.com/video/{}?dnt=1",
    TrailerHost.DAILYMOTION: "https://geo.dailymotion.com/player.html?video={}",
    TrailerHost.ARCHIVE: "https://archive.org/embed/{}",
}
