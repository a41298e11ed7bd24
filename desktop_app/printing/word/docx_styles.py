"""Named styles of Word papers: the look of the printed paper, with names of Word's own style list.

Whoever edits the file changes a style once and not line by line. Sizes are those of the design times what the office
wants (:class:`~desktop_app.domain.documents.appearance.Typography`); lines are at least as high as the design asks, so
that a machine without the font still has room for its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from docx.oxml.ns import qn

from desktop_app.domain.documents.appearance import Typography
from desktop_app.printing.engine.typesetting.style import Align, ParagraphStyle, Weight
from desktop_app.printing.stationery import letter_blocks, paper_styles
from desktop_app.printing.word.docx_xml import LANGUAGE, Node, border, element

NORMAL: Final = "Normal"
TABLE: Final = "TableMinutes"
TABLE_PLAIN: Final = "TablePlain"
_HEAVY: Final = (Weight.SEMIBOLD, Weight.BOLD)
_ALIGNMENTS: Final = {Align.CENTER: "center", Align.JUSTIFY: "both", Align.LEFT: "right"}
"""Under ``w:bidi`` Word's own «right» is the far end of the line, which is at the left."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A named style: key, name in Word, the paper style it follows, and its heading level."""

    key: str
    name: str
    like: ParagraphStyle
    level: int | None = None


PARAGRAPHS: Final = (
    _Named("Title", "Title", paper_styles.TITLE),
    _Named("Subtitle", "Subtitle", paper_styles.SUBTITLE),
    _Named("Heading1", "heading 1", paper_styles.SECTION, 0),
    _Named("Heading2", "heading 2", paper_styles.ITEM, 1),
    _Named("Heading3", "heading 3", paper_styles.LIST_HEAD, 2),
    _Named("BodyText", "Body Text", paper_styles.BODY),
    _Named("Closing", "Closing", paper_styles.ENDING),
    _Named("Talk", "Talk", paper_styles.TALK),
    _Named("ListNumber", "List Number", paper_styles.LINE),
    _Named("Remark", "Remark", paper_styles.REMARK),
    _Named("LetterText", "Letter Text", paper_styles.LETTER_BODY),
    _Named("LetterAddressee", "Letter Addressee", letter_blocks.ADDRESSEE),
    _Named("LetterAddresseePost", "Letter Addressee Post", letter_blocks.ADDRESSEE_SECOND),
    _Named("LetterSubject", "Letter Subject", letter_blocks.SUBJECT),
    _Named("LetterReference", "Letter Reference", letter_blocks.REFERENCE),
    _Named("LetterGreeting", "Letter Greeting", letter_blocks.GREETING),
    _Named("LetterSignatory", "Letter Signatory", letter_blocks.SIGNATORY),
    _Named("LetterSignatoryPost", "Letter Signatory Post", letter_blocks.SIGNATORY_SECOND),
    _Named("TableText", "Table Text", paper_styles.CELL),
    _Named("TableHead", "Table Head", paper_styles.HEAD),
    _Named("TableNote", "Table Note", paper_styles.CELL_SECOND),
    _Named("TableLabel", "Table Label", paper_styles.LABEL),
    _Named("TableValue", "Table Value", paper_styles.VALUE),
    _Named("Signature", "Signature", paper_styles.CELL_NAME),
    _Named("SignatureNote", "Signature Note", paper_styles.REMARK_LABEL),
    _Named("HeaderParty", "Header Party", paper_styles.PARTY),
    _Named("HeaderInvocation", "Header Invocation", paper_styles.INVOCATION),
    _Named("HeaderReference", "Header Reference", paper_styles.REFERENCE),
    _Named("Header", "header", paper_styles.RUNNING),
    _Named("Footer", "footer", paper_styles.RUNNING),
    _Named("FooterInitials", "Footer Initials", paper_styles.SMALL),
)


def design_of(key: str) -> ParagraphStyle:
    """Return the paper style that a named style follows."""
    return next(one.like for one in PARAGRAPHS if one.key == key)


def write_styles(styles: Node, typography: Typography) -> None:
    """Replace the content of ``w:styles`` by these styles."""
    for old in list(styles):
        if not old.tag.endswith("}latentStyles"):
            styles.remove(old)
    styles.insert(0, _defaults(typography))
    styles.append(_normal())
    styles.append(_table_normal())
    styles.extend(_paragraph_style(one, typography) for one in PARAGRAPHS)
    styles.append(_table_style(TABLE, "Table Minutes", ruled=True))
    styles.append(_table_style(TABLE_PLAIN, "Table Plain", ruled=False))


def _defaults(typography: Typography) -> Node:
    made = element("docDefaults")
    runs = element("rPrDefault")
    font = typography.font
    properties = element("rPr")
    properties.append(element("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font))
    properties.extend(_sizes(paper_styles.BODY.text.size * typography.scale))
    properties.append(element("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi=LANGUAGE))
    runs.append(properties)
    made.append(runs)
    made.append(element("pPrDefault"))
    return made


def _sizes(points: float) -> list[Node]:
    half_points = round(points * 2)
    return [element("sz", val=half_points), element("szCs", val=half_points)]


def _named(kind: str, key: str, name: str, *, default: bool = False, based: str = "") -> Node:
    made = element("style", type=kind, styleId=key)
    if default:
        made.set(qn("w:default"), "1")
    made.append(element("name", val=name))
    if based:
        made.append(element("basedOn", val=based))
    return made


def _normal() -> Node:
    made = _named("paragraph", NORMAL, "Normal", default=True)
    made.append(element("qFormat"))
    paragraph, run = element("pPr"), element("rPr")
    paragraph.append(element("bidi"))
    run.append(element("rtl"))
    made.extend((paragraph, run))
    return made


def _paragraph_style(one: _Named, typography: Typography) -> Node:
    made = _named("paragraph", one.key, one.name, based=NORMAL)
    made.append(element("qFormat"))
    made.append(_paragraph_properties(one, typography))
    run = element("rPr")
    text = one.like.text
    if text.weight in _HEAVY:
        run.extend((element("b"), element("bCs")))
    if text.colour:
        run.append(element("color", val=text.colour.removeprefix("#")))
    run.extend(_sizes(text.size * typography.scale))
    run.append(element("rtl"))
    made.append(run)
    return made


def _paragraph_properties(one: _Named, typography: Typography) -> Node:
    like = one.like
    made = element("pPr")
    if like.keep_with_next:
        made.append(element("keepNext"))
    made.append(element("bidi"))
    scale = typography.scale
    line = like.text.size * like.pitch * scale * typography.pitch / 100
    before, after, height = (round(points * 20) for points in (like.before * scale, like.after * scale, line))
    made.append(element("spacing", before=before, after=after, line=height, lineRule="atLeast"))
    if like.start or like.first:
        made.append(element("ind", left=round(like.start * 20), firstLine=round(like.first * 20)))
    if like.align in _ALIGNMENTS:
        made.append(element("jc", val=_ALIGNMENTS[like.align]))
    if one.level is not None:
        made.append(element("outlineLvl", val=one.level))
    return made


def _table_normal() -> Node:
    made = _named("table", "TableNormal", "Normal Table", default=True)
    properties = element("tblPr")
    properties.append(_cell_margins(0, 0))
    made.append(properties)
    return made


def _table_style(key: str, name: str, *, ruled: bool) -> Node:
    """Return a table style with hairlines between rows and stronger lines above and below."""
    made = _named("table", key, name, based="TableNormal")
    made.append(element("qFormat"))
    properties = element("tblPr")
    if ruled:
        lines = element("tblBorders")
        strong, hair = paper_styles.STRONG_LINE.removeprefix("#"), paper_styles.HAIRLINE.removeprefix("#")
        lines.append(border("top", weight=8, colour=strong, space=0))
        lines.append(border("bottom", weight=4, colour=strong, space=0))
        lines.append(border("insideH", weight=2, colour=hair, space=0))
        properties.append(lines)
    properties.append(_cell_margins(60, 60))
    made.append(properties)
    return made


def _cell_margins(upright: int, level: int) -> Node:
    """Return the element of cell margins, in twentieths of a point."""
    made = element("tblCellMar")
    for side, width in (("top", upright), ("left", level), ("bottom", upright), ("right", level)):
        made.append(element(side, w=width, type="dxa"))
    return made
