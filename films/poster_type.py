"""Setting a drawn poster's type: cleaning, measuring and breaking titles in every script.

No font is known here, so widths are estimated from above: the widest of the usual faces.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import accumulate

MARGIN = 22  # user units; the sheet is 300 × 450
LINE = 300 - 2 * MARGIN
FOOTER_SIZE = 10.5
FOOTER_TRACKING = 0.06  # em
LARGEST, SMALLEST = 46, 14
LARGEST_SHORT, VERY_SHORT = 76, 1.9  # a title of a letter or two may be set larger
FEW_LINES, MANY_LINES = 4, 11
FEW_HEIGHT, MANY_HEIGHT = 124, 190
COMFORTABLE = 22  # below this size, more than four lines are better than smaller type
PHRASES_FIRST = 1.2  # how much smaller type may be when lines end at punctuation, in scripts without spaces
SHOWN_BYTES = 1_500  # of the title as drawn, escaped
CREDIT_BYTES = 400
MARKS_PER_LETTER = 2  # combining marks kept on one letter; more would climb into the next line
MARKS_WHERE_USUAL = 3  # in scripts that write vowels as marks


# --- Widths -----------------------------------------------------------------------------------------------------------
# In em, rounded up: the widest of Noto, DejaVu, Liberation and the like, measured in a browser.


@dataclass(frozen=True, eq=False)
class Face:
    family: str
    weight: int
    tracking: float
    capitals: bool
    widths: dict[str, float]


def _by_letter(**groups: str) -> dict[str, float]:
    """Keys are hundredths of an em after a "w"."""
    return {letter: int(width[1:]) / 100 for width, letters in groups.items() for letter in letters}


SERIF = Face(
    family="'Iowan Old Style',P052,'Palatino Linotype',Palatino,Georgia,'Hiragino Mincho ProN','Songti SC',"
    "'Noto Serif','Noto Serif CJK JP',serif",
    weight=400,
    tracking=-0.01,
    capitals=False,
    widths=_by_letter(
        w28="'",
        w32=" ,.ijl",
        w36="-/:;\\·’‘",
        w40="!()I[]ft",
        w48='"r“”',
        w52="*_`sJ",
        w56="?cyz|",
        w60="aeovx",
        w64="$0123456789bdghknpqu{}–",
        w68="LPT",
        w72="AFSVXYZ",
        w76="BEKR",
        w80="CDG",
        w84="#+<=>OQU^~",
        w88="HNw",
        w92="&",
        w96="%m",
        w104="M@—…",
        w108="W",
    ),
)
SANS = Face(
    family="'Avenir Next',Futura,'Century Gothic',Inter,'Helvetica Neue',Arial,'Hiragino Sans','PingFang SC',"
    "'Noto Sans','Noto Sans CJK JP',sans-serif",
    weight=800,
    tracking=0.01,
    capitals=True,
    widths=_by_letter(
        w32="'",
        w36=" ijl",
        w40=",.:;I·’‘",
        w44="-/\\f",
        w48="!()[]t",
        w52='"`r“”',
        w56="*_|",
        w60="csz",
        w64="?LJ",
        w68="EFTaekvxy",
        w72="$0123456789SYbdghnopqu{}–",
        w76="BCPZ",
        w80="AKRVX",
        w84="#+<=>DGHNU^~",
        w88="&OQ",
        w92="w",
        w104="%@Mm—…",
        w112="W",
    ),
)
FACES = (SERIF, SANS)

# Letters of other scripts: first code point of a stretch, width, how tall its lines are (key of HEIGHTS).
# None stands for "not known well": taken wide, and held to its estimate by textLength where a line is nearly full.
_STRETCHES = (
    (0x00A0, 0.86, "latin"),
    (0x0370, 0.74, "latin"),  # Greek
    (0x0400, 0.78, "latin"),  # Cyrillic
    (0x0500, 1.1, "latin"),
    (0x0530, 0.82, "latin"),  # Armenian
    (0x0590, 0.72, "hebrew"),
    (0x0600, 0.78, "arabic"),
    (0x0700, 1.05, "arabic"),  # Syriac, Thaana, N'Ko, Samaritan, Mandaic
    (0x08A0, 0.9, "arabic"),
    (0x0900, 0.8, "indic"),  # Devanagari
    (0x0980, 0.9, "indic"),  # Bengali
    (0x0A00, 0.84, "indic"),  # Gurmukhi, Gujarati
    (0x0B00, 1.0, "indic"),  # Oriya
    (0x0B80, 1.3, "indic"),  # Tamil
    (0x0C00, 1.1, "indic"),  # Telugu, Kannada
    (0x0D00, 1.5, "indic"),  # Malayalam, Sinhala
    (0x0E00, 0.72, "thai"),
    (0x0E80, 0.9, "thai"),  # Lao
    (0x0F00, 0.9, "stacked"),  # Tibetan
    (0x1000, 1.1, "stacked"),  # Myanmar
    (0x10A0, 0.84, "latin"),  # Georgian
    (0x1100, 1.0, "cjk"),
    (0x1200, 1.1, "latin"),  # Ethiopic
    (0x13A0, 1.2, "latin"),  # Cherokee, Canadian syllabics
    (0x1680, None, "other"),
    (0x1780, 1.0, "stacked"),  # Khmer
    (0x1800, None, "other"),
    (0x1D00, 0.9, "latin"),
    (0x1E00, 1.0, "latin"),
    (0x1F00, 1.1, "latin"),
    (0x2000, 0.7, "latin"),  # punctuation
    (0x2030, 1.9, "latin"),
    (0x2032, 0.9, "latin"),
    (0x2070, 0.9, "latin"),
    (0x20A0, 1.1, "latin"),
    (0x2100, 1.5, "latin"),
    (0x2200, None, "other"),
    (0x2E80, 1.0, "cjk"),
    (0xA000, None, "other"),
    (0xA960, 1.0, "cjk"),
    (0xA980, None, "other"),
    (0xAC00, 1.0, "cjk"),
    (0xD800, None, "other"),
    (0xF900, 1.0, "cjk"),
    (0xFB00, 1.3, "latin"),
    (0xFB1D, 0.9, "hebrew"),
    (0xFB50, 1.15, "arabic"),
    (0xFBF0, 2.4, "arabic"),
    (0xFDF0, 7.5, "arabic"),  # words and phrases as one character
    (0xFE00, 1.0, "cjk"),
    (0xFE70, 1.2, "arabic"),
    (0xFF00, 1.0, "cjk"),
    (0xFFE8, 1.15, "cjk"),
    (0x10000, None, "other"),
    (0x1F000, 1.4, "cjk"),  # emoji
    (0x20000, 1.0, "cjk"),
    (0x323B0, None, "other"),
)
_STARTS = [start for start, _, _ in _STRETCHES]
_UNKNOWN = 1.5
_WIDER = {"⸺": 2.1, "⸻": 3.0} | dict.fromkeys("жшщюфмыњљѣѫѭꙗӂ", 1.05) | dict.fromkeys("ЖШЩЮФМЫЊЉѢѪѬѠѾѼ", 1.3)
_CUNEIFORM = range(0x12000, 0x14700)

# Above the baseline and per line, in em.
HEIGHTS = {
    "latin": (0.80, 1.06),
    "hebrew": (0.80, 1.15),
    "cjk": (0.90, 1.14),
    "accents": (0.98, 1.24),  # capitals with marks
    "arabic": (1.0, 1.5),
    "thai": (1.05, 1.42),
    "indic": (0.98, 1.40),
    "other": (1.0, 1.45),
    "marks": (1.4, 2.1),  # several marks on one letter
    "stacked": (1.12, 1.8),
    "nastaliq": (1.5, 2.3),
}
_TALLEST = list(HEIGHTS)


def _stretch(letter: str) -> tuple[float | None, str]:
    code = ord(letter)
    if code < 0xA0:
        return 0.86, "latin"
    if code in _CUNEIFORM:
        return 4.7, "other"
    _, width, height = _STRETCHES[bisect_right(_STARTS, code) - 1]
    return width, height


@lru_cache(maxsize=8192)
def _letter_width(letter: str, face: Face) -> float:
    if letter in face.widths:
        return face.widths[letter]
    kind = unicodedata.category(letter)
    if kind == "Me":
        return 0.3 if ord(letter) < 0x20D0 else 1.1  # keycaps and the like are wider than their letter
    if kind in ("Mn", "Cf"):
        # Marks of the scripts no machine has a font for are drawn side by side.
        return 0.0 if ord(letter) < 0x3100 or 0xFE00 <= ord(letter) < 0xFE30 or ord(letter) >= 0xE0000 else 0.3
    if letter in _WIDER:
        return _WIDER[letter]
    bare = unicodedata.normalize("NFD", letter)[0]
    if bare in face.widths:
        return face.widths[bare]
    width, height = _stretch(letter)
    if height == "latin" and kind == "Lu" and width < 1:
        width += 0.14
    return width or _UNKNOWN


def width_of(shown: str, face: Face) -> float:
    return sum(_letter_width(letter, face) for letter in shown)


# --- Cleaning and cutting ---------------------------------------------------------------------------------------------

_JOINERS = "\u200c\u200d"
_HIRAGANA = range(0x3041, 0x3097)
_KATAKANA = range(0x30A1, 0x30FD)
_NEVER_FIRST = frozenset(
    "、。，．・：；？！ー〜～…‥）」』】〉》〕］｝”’々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ%％ะาำๅๆ"
)
_NEVER_LAST = frozenset("（「『【〈《〔［｛“‘([{#＃$￥")
_BEFORE_ITS_LETTER = range(0x0E40, 0x0E45)  # Thai vowels written before the consonant they follow
_CAPITALISED = ("LATIN", "GREEK", "CYRILLIC", "MODIFIER")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


def clean(value: str) -> str:
    """One line of what XML can carry: no controls, lone surrogates, non-characters or direction marks."""
    kept = []
    for letter in " ".join(value.split()):
        kind, code = unicodedata.category(letter), ord(letter)
        if kind in ("Cc", "Cs") or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
            continue
        if kind == "Cf" and letter not in _JOINERS:
            continue
        kept.append(letter)
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def _clusters(value: str) -> list[str]:
    """What a reader takes for one letter, with at most MARKS_PER_LETTER marks."""
    found: list[str] = []
    marks = 0
    for letter in value:
        kind, code = unicodedata.category(letter), ord(letter)
        last = found[-1] if found else ""
        if kind in ("Mn", "Mc", "Me") or letter in _JOINERS or 0x1F3FB <= code <= 0x1F3FF:
            marks += 1
            usual = last and _stretch(last[0])[1] in ("hebrew", "arabic", "indic", "stacked")
            if last and last != " " and marks <= (MARKS_WHERE_USUAL if usual else MARKS_PER_LETTER):
                found[-1] += letter
            elif not last or last == " ":
                found.append(letter)
            continue
        joined = last and (
            (last[-1] == "\u200d" and len(last) < 12)
            or (unicodedata.combining(last[-1]) == 9 and kind == "Lo" and len(last) < 9)
            or (len(last) == 1 and ord(last) in _BEFORE_ITS_LETTER and kind == "Lo")
            or (len(last) == 1 and 0x1F1E6 <= ord(last) <= 0x1F1FF and 0x1F1E6 <= code <= 0x1F1FF)
            or (0x1160 <= code <= 0x11FF and 0x1100 <= ord(last[-1]) <= 0x11FF)
        )
        if joined:
            found[-1] += letter
        else:
            found.append(letter)
        marks = 0
    return found


def cut(value: str, limit: int) -> str:
    """At most `limit` bytes once escaped, ending in an ellipsis where something was left out."""
    size = 0
    for i, letter in enumerate(value):
        size += len(escape(letter).encode())
        if size > limit:
            return value[:i].rstrip() + "…"
    return value


def capitals(value: str, language: str) -> str:
    letters = [c for c in value if c.isalpha()]
    if not all(unicodedata.name(c, "").startswith(_CAPITALISED) for c in letters):
        return value
    if language.lower().split("-")[0] in ("tr", "az"):
        value = value.replace("i", "İ")
    raised = value.upper()
    if any(unicodedata.name(c, "").startswith("GREEK") for c in letters):  # Greek capitals drop the accent
        raised = unicodedata.normalize("NFC", unicodedata.normalize("NFD", raised).replace("\u0301", ""))
    return raised


def is_rtl(value: str) -> bool:
    for letter in value:
        side = unicodedata.bidirectional(letter)
        if side in ("L", "R", "AL"):
            return side != "L"
    return False


# --- Lines ------------------------------------------------------------------------------------------------------------


@dataclass
class Atom:
    """A piece of the title that stays whole."""

    shown: str
    width: float
    spaced: bool = False  # a space stands before it
    hyphenated: bool = False  # a hyphen is drawn when the line breaks after it


def _breaks_anywhere(cluster: str) -> bool:
    code = ord(cluster[0])
    return (
        0x0E00 <= code < 0x0FD0  # Thai, Lao, Tibetan
        or 0x1000 <= code < 0x10A0
        or 0x1780 <= code < 0x1800
        or 0x2E80 <= code < 0xA4D0
        or 0xF900 <= code < 0xFB00
        or 0xFE30 <= code < 0xFE50
        or 0xFF00 <= code < 0xFFE8
        or 0x1F000 <= code < 0x323B0
    )


def _pieces(word: str) -> list[list[str]]:
    """A word (no spaces) as runs of letters that belong together."""
    runs: list[list[str]] = []
    clusters = _clusters(word)
    for i, cluster in enumerate(clusters):
        before = clusters[i - 1] if i else ""
        if not before:
            glued = False
        elif cluster[0] in _NEVER_FIRST or before[-1] in _NEVER_LAST:
            glued = True
        elif before[-1] in "-‐–—/" and i >= 3 and len(clusters) - i >= 3:
            glued = False
        elif ord(cluster[0]) in _HIRAGANA:  # endings and particles stay with their word
            glued = before[0].isalpha()
        elif ord(cluster[0]) in _KATAKANA and ord(before[0]) in _KATAKANA:
            glued = before[-1] != "・"
        else:
            glued = not (_breaks_anywhere(before) or _breaks_anywhere(cluster))
            # Brackets, quotes and the like keep to the word they belong to, whatever its script.
            if not glued and not before[0].isalnum() and unicodedata.category(before[0]) in ("Ps", "Pi"):
                glued = True
            if not glued and unicodedata.category(cluster[0]) in ("Pe", "Pf", "Po") and cluster[0] not in "・":
                glued = True
        if glued:
            runs[-1].append(cluster)
        else:
            runs.append([cluster])
    return runs


def _atoms(shown: str, face: Face) -> tuple[list[Atom], bool]:
    """The title's pieces, as many as could ever be drawn, and whether any were left out."""
    longest = LINE / COMFORTABLE
    room = 1.1 * MANY_LINES * LINE / SMALLEST
    space = face.widths[" "]
    atoms: list[Atom] = []
    size = 0
    for word in shown.split(" "):
        for k, run in enumerate(_pieces(word)):
            widths = [width_of(cluster, face) for cluster in run]
            parts = min(len(run), int(sum(widths) / longest) + 1)
            per_part = sum(widths) / parts
            cased = run[0].lower() != run[0].upper()
            start, filled = 0, 0.0
            for i, width in enumerate(widths):
                filled += width
                last = i == len(run) - 1
                lonely = len(run) - i - 1 == 1 or i == start
                if last or (filled >= per_part and parts > 1 and not lonely) or filled > longest - 1:
                    piece = "".join(run[start : i + 1])
                    atoms.append(Atom(piece, filled, spaced=k == 0 and start == 0 and bool(atoms), hyphenated=False))
                    atoms[-1].hyphenated = not last and cased and piece[-1].isalnum()
                    room -= filled + (space if atoms[-1].spaced else 0)
                    size += len(escape(piece).encode()) + 1
                    start, filled = i + 1, 0.0
                    if room < 0 or size > SHOWN_BYTES:
                        return atoms, True
    return atoms, False


class Setter:
    """Breaks one title into lines. Widths are in em."""

    def __init__(self, atoms: list[Atom], face: Face, tracking: float):
        self.atoms = atoms
        self.space = face.widths[" "] + tracking
        self.hyphen = face.widths["-"] + tracking
        self.ends = [0.0, *accumulate(a.width + tracking * len(a.shown) + a.spaced * self.space for a in atoms)]

    def width(self, start: int, end: int) -> float:
        total = self.ends[end] - self.ends[start] - self.atoms[start].spaced * self.space
        return total + self.hyphen * self.atoms[end - 1].hyphenated * (end < len(self.atoms))

    def fill(self, limit: float, most: int) -> list[tuple[int, int]] | None:
        """As few lines of at most `limit` as the atoms need; None when that is more than `most`."""
        lines, start = [], 0
        while start < len(self.atoms):
            if len(lines) == most:
                return None
            end = start + 1
            while end < len(self.atoms) and self.width(start, end + 1) <= limit:
                end += 1
            while end > start + 1 and self.width(start, end) > limit:  # a hyphen too many
                end -= 1
            lines.append((start, end))
            start = end
        return lines

    def even(self, count: int) -> list[tuple[int, int]] | None:
        """The lines whose longest is shortest, among those with at most `count` lines."""
        low = max(self.width(i, i + 1) for i in range(len(self.atoms)))
        high = max(low, self.ends[-1] + self.hyphen)
        best = self.fill(low, count)
        if best:
            return best
        best = self.fill(high, count)
        for _ in range(14):
            middle = (low + high) / 2
            tried = self.fill(middle, count)
            if tried:
                best, high = tried, middle
            else:
                low = middle
        return best

    def text(self, start: int, end: int) -> str:
        shown = "".join((" " if a.spaced and i else "") + a.shown for i, a in enumerate(self.atoms[start:end]))
        return shown + ("-" if self.atoms[end - 1].hyphenated and end < len(self.atoms) else "")


def _phrases(atoms: list[Atom]) -> list[Atom]:
    """The pieces joined up to the next punctuation: where a title without spaces breaks best."""
    joined: list[Atom] = []
    for atom in atoms:
        if joined and unicodedata.category(joined[-1].shown[-1])[0] != "P":
            joined[-1] = Atom(joined[-1].shown + atom.shown, joined[-1].width + atom.width)
        else:
            joined.append(Atom(atom.shown, atom.width))
    return joined


def _best(setter: Setter, lead: float, line_cost: float) -> tuple[float, float, list[tuple[str, float]]]:
    """Score, font size and lines: large type in few and even lines."""
    best: tuple[float, float, list[tuple[str, float]]] | None = None
    for count in range(1, MANY_LINES + 1):
        if count > FEW_LINES and best and best[1] >= COMFORTABLE:
            break
        lines = setter.even(count)
        if not lines or len(lines) < count:
            continue
        widths = [setter.width(*line) for line in lines]
        height = FEW_HEIGHT if count <= FEW_LINES else MANY_HEIGHT
        largest = LARGEST if max(widths) > VERY_SHORT else LARGEST_SHORT
        size = min(largest, LINE / max(max(widths), 0.1), height / (count * lead))
        score = size * (1 - line_cost * min(count, FEW_LINES)) - 0.4 * (max(widths) - min(widths))
        if best is None or score > best[0]:
            best = (score, size, [(setter.text(*line), width) for line, width in zip(lines, widths, strict=True)])
    return best


def set_title(shown: str, face: Face, tracking: float, lead: float) -> tuple[float, list[tuple[str, float]]]:
    """Font size, and the lines with their widths in em."""
    atoms, was_cut = _atoms(shown, face)
    setter = Setter(atoms, face, tracking)
    unspaced = not any(a.spaced for a in atoms)
    best: tuple[float, float, list[tuple[str, float]]] | None = None
    if not was_cut:
        best = _best(setter, lead, line_cost=0.09 if unspaced else 0.05)
        phrases = _phrases(atoms) if unspaced else []
        if len(phrases) > 1:
            other = _best(Setter(phrases, face, tracking), lead, line_cost=0.05)
            if other[1] > COMFORTABLE and other[0] * PHRASES_FIRST > best[0]:
                best = other
    if best and best[1] >= SMALLEST:
        return best[1:]

    most = max(1, min(MANY_LINES, int(MANY_HEIGHT / (SMALLEST * lead))))
    ellipsis = face.widths["…"] + tracking
    setter.atoms.append(Atom("…", ellipsis))
    limit = LINE / SMALLEST
    lines, start = [], 0
    while start < len(atoms) - 1 and len(lines) < most:
        reserve = ellipsis if len(lines) == most - 1 else 0
        end = start + 1
        while end < len(atoms) - 1 and setter.width(start, end + 1) <= limit - reserve:
            end += 1
        while end > start + 1 and setter.width(start, end) > limit - reserve:
            end -= 1
        lines.append((start, end))
        start = end
    rows = [(setter.text(*line), setter.width(*line)) for line in lines]
    last, width = rows[-1]
    rows[-1] = (last.removesuffix("-").rstrip(" ,.;:–—") + "…", width + ellipsis)
    return float(SMALLEST), rows


def line_height(shown: str, language: str) -> tuple[float, float]:
    names = set()
    for cluster in _clusters(shown):
        if cluster == " ":
            continue
        name = _stretch(cluster[0])[1]
        marks = sum(unicodedata.category(c) == "Mn" for c in cluster)
        if name == "latin" and (marks or (cluster[0].isupper() and unicodedata.decomposition(cluster[0]))):
            name = "accents"
        if marks > 1 and name in ("accents", "cjk", "other"):
            name = "marks"
        names.add(name)
    if "arabic" in names and language.lower().split("-")[0] in ("ur", "ks", "pnb"):
        names.add("nastaliq")
    return HEIGHTS[max(names, key=_TALLEST.index)] if names else HEIGHTS["latin"]


def fit(value: str, room: float) -> str:
    """A footer credit in at most `room` units, shortened with an ellipsis."""
    value = cut(value, CREDIT_BYTES)
    each = [(c, (width_of(c, SANS) + FOOTER_TRACKING * len(c)) * FOOTER_SIZE) for c in _clusters(value)]
    if sum(width for _, width in each) <= room:
        return "".join(c for c, _ in each)
    room -= (SANS.widths["…"] + FOOTER_TRACKING) * FOOTER_SIZE
    kept = []
    for cluster, width in each:
        room -= width
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept).rstrip(" ,.;") + "…"


def tracking_for(shown: str, face: Face) -> float:
    """Letter spacing in em: none where it would tear joined letters apart."""
    return face.tracking if all(_stretch(c)[1] == "latin" for c in shown[:1000]) else 0.0


def is_rough(row: str) -> bool:
    """Whether the width of this line is a guess."""
    return any(_stretch(c)[0] is None for c in row)
