"""Editing films in the admin. Every save of a film or of anything below it goes through films.editing.

Not registered: FilmVersion, a counter that programs raise and nobody reads here. The short tables of a film are on the
film's page (inlines.py); credits, notes, quotes, stills and awards, which may be many, have pages of their own
(parts.py).
"""

from . import film, parts, words

__all__ = ["film", "parts", "words"]
