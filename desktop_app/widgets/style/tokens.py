"""Design tokens: colours, type, space, radii and heights, in light, dark and high contrast; and the bundled fonts.

The program never depends on a font of the machine.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase

FONT_FAMILY = "Vazirmatn"

GAP_TIGHT, GAP, GAP_CARD, GAP_INSIDE, GAP_SECTION, GAP_PAGE = 4, 8, 12, 16, 20, 28
RADIUS_FIELD, RADIUS_ROW, RADIUS_CARD, RADIUS_DIALOG = 7, 8, 10, 14
HEIGHT_CONTROL, HEIGHT_COMPACT, HEIGHT_STATUS = 36, 32, 28
ROW_TWO_LINES, ROW_ONE_LINE = 54, 36
ICON_BUTTON, ICON_ROW, ICON_NOTE = 18, 16, 14
FOCUS_WIDTH = 2


class Scheme(StrEnum):
    """The colour schemes that the operator may choose."""

    LIGHT = "light"
    DARK = "dark"
    LIGHT_CONTRAST = "light_contrast"
    DARK_CONTRAST = "dark_contrast"


class Tone(StrEnum):
    """Meaning of a colour; always shown with a shape and a word too."""

    NEUTRAL = "neutral"
    DANGER = "danger"
    WARNING = "warning"
    PROGRESS = "progress"
    CLAIMED = "claimed"
    DONE = "done"
    ACTION = "action"


class Ink(StrEnum):
    """Text colours: three strengths, and the accent."""

    TEXT = "text"
    SECOND = "second"
    QUIET = "quiet"
    ACCENT = "accent"


class TextRole(StrEnum):
    """Role of a text, which sets its size and weight."""

    PAGE_TITLE = "page_title"
    EDITOR_HEADING = "editor_heading"
    SECTION = "section"
    WRITING = "writing"
    WRITING_STRONG = "writing_strong"
    BODY = "body"
    STRONG = "strong"
    SECOND = "second"
    LABEL = "label"
    HEAD = "head"
    NOTE = "note"
    HINT = "hint"
    READING = "reading"
    SCREEN = "screen"


TYPE_SCALE: dict[TextRole, tuple[float, QFont.Weight]] = {
    TextRole.PAGE_TITLE: (16, QFont.Weight.Bold),
    TextRole.EDITOR_HEADING: (14, QFont.Weight.Bold),
    TextRole.SECTION: (12, QFont.Weight.DemiBold),
    TextRole.WRITING: (11, QFont.Weight.Normal),
    TextRole.WRITING_STRONG: (11, QFont.Weight.Medium),
    TextRole.BODY: (10.5, QFont.Weight.Normal),
    TextRole.STRONG: (10.5, QFont.Weight.Medium),
    TextRole.SECOND: (10, QFont.Weight.Normal),
    TextRole.LABEL: (9.5, QFont.Weight.Medium),
    TextRole.HEAD: (9.5, QFont.Weight.DemiBold),
    TextRole.NOTE: (9, QFont.Weight.Normal),
    TextRole.HINT: (8.5, QFont.Weight.Normal),
    TextRole.READING: (20, QFont.Weight.Normal),
    TextRole.SCREEN: (24, QFont.Weight.Medium),
}


@dataclass(frozen=True, slots=True)
class Colours:
    """One colour scheme; every value has the form #RRGGBB."""

    page: str
    surface: str
    sunken: str
    side: str
    text: str
    second: str
    quiet: str
    accent: str
    on_accent: str
    selected: str
    edge: str
    hairline: str
    hit: str
    tones: dict[Tone, tuple[str, str]]
    """For each tone its ink and its soft fill."""


LIGHT = Colours(
    page="#F4F5F2",
    surface="#FFFFFF",
    sunken="#ECEEEA",
    side="#EAEDE9",
    text="#1A2321",
    second="#4C5855",
    quiet="#5B6864",
    accent="#0B5F6B",
    on_accent="#FFFFFF",
    selected="#DFEEEF",
    edge="#7C8783",
    hairline="#DDE1DC",
    hit="#FFE9A8",
    tones={
        Tone.NEUTRAL: ("#4C5855", "#E9ECE8"),
        Tone.DANGER: ("#B3261E", "#FBE9E7"),
        Tone.WARNING: ("#8A4B00", "#FBEFDC"),
        Tone.PROGRESS: ("#1C59A5", "#E6EFFA"),
        Tone.CLAIMED: ("#6640A3", "#F0EBF9"),
        Tone.DONE: ("#1F673B", "#E3F2E8"),
        Tone.ACTION: ("#0B5F6B", "#DFEEEF"),
    },
)

DARK = Colours(
    page="#14191A",
    surface="#1C2223",
    sunken="#111617",
    side="#101516",
    text="#E6EBE9",
    second="#B0BBB8",
    quiet="#94A19D",
    accent="#6CC7D1",
    on_accent="#06282C",
    selected="#16363A",
    edge="#76827F",
    hairline="#2F3839",
    hit="#5A4A12",
    tones={
        Tone.NEUTRAL: ("#B0BBB8", "#272F30"),
        Tone.DANGER: ("#FF9186", "#3D201D"),
        Tone.WARNING: ("#F0B660", "#372913"),
        Tone.PROGRESS: ("#8ABAF3", "#182B42"),
        Tone.CLAIMED: ("#C2A7F0", "#2C2342"),
        Tone.DONE: ("#80CD98", "#172F1F"),
        Tone.ACTION: ("#6CC7D1", "#16363A"),
    },
)


def _sharpened(colours: Colours) -> Colours:
    """Return the scheme in high contrast: strong lines, darker quiet text, no soft fills."""
    bare = {tone: (ink, colours.surface) for tone, (ink, _) in colours.tones.items()}
    return replace(colours, hairline=colours.edge, quiet=colours.second, tones=bare)


@dataclass(frozen=True, slots=True)
class Tokens:
    """All values that a widget needs for drawing."""

    colours: Colours = LIGHT
    dark: bool = False
    outlined: bool = False
    """High contrast: a soft fill is drawn as an outline in its tone."""
    text_scale: float = 1.0
    """1.0, or 1.25 for large writing."""

    def outline(self, colour: QColor) -> QColor | None:
        """The outline colour of a soft fill, which only high contrast draws."""
        return colour if self.outlined else None

    def colour(self, name: str) -> QColor:
        """Return the colour of a field of `Colours`, such as "surface"."""
        return QColor(str(getattr(self.colours, name)))

    def ink(self, tone: Tone) -> QColor:
        """Return the text and mark colour of a tone."""
        return QColor(self.colours.tones[tone][0])

    def soft(self, tone: Tone) -> QColor:
        """Return the soft fill of a tone."""
        return QColor(self.colours.tones[tone][1])

    def hover(self) -> QColor:
        """Return the overlay colour under the pointer."""
        veil = self.colour("text")
        veil.setAlphaF(0.07 if self.dark else 0.045)
        return veil

    def font(self, role: TextRole = TextRole.BODY) -> QFont:
        """Return the font of a text role at the chosen scale."""
        return QFont(_font(role, self.text_scale))

    def px(self, pixels: int) -> int:
        """Return a length scaled with the text size."""
        return round(pixels * self.text_scale)


@lru_cache
def _font(role: TextRole, scale: float) -> QFont:
    """Return a cached font; copy it before changing it."""
    points, weight = TYPE_SCALE[role]
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(points * scale)
    font.setWeight(weight)
    return font


def tokens_for(scheme: Scheme, text_scale: float = 1.0) -> Tokens:
    """Return the tokens of a scheme at a text scale."""
    dark = scheme in (Scheme.DARK, Scheme.DARK_CONTRAST)
    outlined = scheme in (Scheme.LIGHT_CONTRAST, Scheme.DARK_CONTRAST)
    colours = DARK if dark else LIGHT
    return Tokens(_sharpened(colours) if outlined else colours, dark, outlined, text_scale)


class FontMissing(Exception):
    """A bundled font file could not be loaded; Persian would be drawn as boxes."""


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Load all weights of the bundled font from `folder`; return the font families."""
    families: set[str] = set()
    files = sorted(folder.glob(f"{FONT_FAMILY}-*.ttf"))
    for file in files:
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            raise FontMissing(file.name)
        families.update(QFontDatabase.applicationFontFamilies(number))
    if FONT_FAMILY not in families:
        raise FontMissing(FONT_FAMILY)
    return tuple(sorted(families))
