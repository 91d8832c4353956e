"""Limits of the film pages: how much of each section the main page carries. The sub-pages hold everything."""

MIN_CRITIC_REVIEWS = 4  # below that no critics' score is worked out
CREDITS_PER_PAGE = 500

STARS_SHOWN = 3
HERO_GENRES_SHOWN = 5
CAST_SHOWN = 20
CREW_HEADS_SHOWN = 4  # of each department
STILLS_SHOWN = 12
TRAILERS_SHOWN = 2
STORYLINES_SHOWN = 2
KEYWORDS_SHOWN = 16
NOTES_SHOWN = 5  # of each kind
QUOTES_SHOWN = 3
QUOTE_LINES_SHOWN = 12  # of each quote
SOUNDTRACK_SHOWN = 8
CONNECTIONS_SHOWN = 10
CONTENT_NOTES_SHOWN = 6
RELEASES_SHOWN = 5
TITLES_SHOWN = 4
CERTIFICATIONS_SHOWN = 5
SITES_SHOWN = 5
LOCATIONS_SHOWN = 4
COMPANIES_SHOWN = 4
GENRES_SHOWN = 10
COUNTRIES_SHOWN = 10
LANGUAGES_SHOWN = 10
GROSSES_SHOWN = 6
SPECS_SHOWN = 14
AWARDS_SHOWN = 6
CRITIC_REVIEWS_SHOWN = 4
EXTERNAL_SCORES_SHOWN = 5
IDS_SHOWN = 8
ORIGINS_SHOWN = 40
REVISIONS_SHOWN = 3
SECTIONS_NAMED = 6  # as last written by one hand; behind a disclosure after that
PEOPLE_NAMED = 8  # in a still's caption, of an award; "and 3 others" after that

# Years after the film's own year in which a release can still be its first one; later ones are revivals.
YEARS_TO_FIRST_RELEASE = 10
