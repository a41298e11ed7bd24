"""WordprocessingML elements missing in python-docx: right-to-left text, fields, marks, boxes.

Word takes the direction of a paragraph from ``w:bidi``, that of a run from ``w:rtl``, and font and size of a
right-to-left run from the ``cs`` half of its properties; whatever is set here is set in both halves.
"""

from __future__ import annotations

import re
from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from desktop_app.printing.engine.script.isolate import isolated_stretches
from desktop_app.printing.engine.script.letters import NO_BREAK, normalise

Node = Any
"""An element of the file; python-docx hands out several classes of them, all from lxml."""

LANGUAGE: Final = "fa-IR"
_NOT_XML: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
_SHOWN_INSTEAD: Final = "\ufffd"
_MARK: Final = "\u200e"
"""Left-to-right mark: no ink, and what stands after it begins at the left."""

# the order of CT_RPr and CT_PPr; Word calls a file damaged that has another
_RUN_ORDER: Final = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "noProof", "color", "sz", "szCs", "rtl", "cs", "lang",
)  # fmt: skip
_PARAGRAPH_ORDER: Final = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs", "bidi",
    "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr",
)  # fmt: skip


def element(name: str, /, **attributes: str | int) -> Node:
    """Return ``<w:name w:attribute="value"/>``."""
    made = OxmlElement(f"w:{name}")
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), str(value))
    return made


def put(holder: Node, child: Node) -> None:
    """Set or replace a property of an element, in the order of the standard."""
    for old in holder.findall(child.tag):
        holder.remove(old)
    order = _RUN_ORDER if holder.tag == qn("w:rPr") else _PARAGRAPH_ORDER
    place = order.index(_name(child))
    later = next((one for one in holder if _name(one) in order and order.index(_name(one)) > place), None)
    if later is None:
        holder.append(child)
    else:
        later.addprevious(child)


def _name(one: Node) -> str:
    return str(one.tag).rpartition("}")[2]


def printable(text: str) -> str:
    """Return the text as printed; characters that XML cannot hold become U+FFFD.

    Blanks that tie words become plain: who searches a Word file for words finds them only so.
    """
    return _NOT_XML.sub(_SHOWN_INSTEAD, normalise(text).replace(NO_BREAK, " "))


def add_text(paragraph: Node, text: str, *, bold: bool = False, stroke: str = "") -> None:
    """Append runs of Persian text, with a stroke («strike», «u») if given; isolated parts run left to right.

    Word goes by the run, LibreOffice by the marks round it: it passes over the run's direction and over ``w:dir``.
    """
    text = printable(text)
    done = 0
    for start, end in isolated_stretches(text):
        _add_run(paragraph, text[done:start], bold=bold, stroke=stroke)
        _add_run(paragraph, f"{_MARK}{text[start:end]}{_MARK}", bold=bold, stroke=stroke, right_to_left=False)
        done = end
    _add_run(paragraph, text[done:], bold=bold, stroke=stroke)


def _add_run(holder: Node, text: str, *, bold: bool, stroke: str, right_to_left: bool = True) -> None:
    if text:
        run = _run(bold=bold, stroke=stroke, right_to_left=right_to_left)
        for number, line in enumerate(text.split("\n")):
            if number:
                run.append(element("br"))
            run.append(_text(line))
        holder.append(run)


def _run(*, bold: bool = False, stroke: str = "", right_to_left: bool = True) -> Node:
    run = element("r")
    properties = element("rPr")
    if bold:
        properties.extend((element("b"), element("bCs")))
    if stroke:
        # an underline has a kind, a stroke through words is or is not
        properties.append(element("u", val="single") if stroke == "u" else element(stroke))
    if right_to_left:
        properties.append(element("rtl"))
        properties.append(element("lang", bidi=LANGUAGE))
    if len(properties):
        run.append(properties)
    return run


def _text(text: str) -> Node:
    made = element("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def add_field(paragraph: Node, code: str, shown: str) -> None:
    """Append a field such as PAGE; ``shown`` is displayed until the reader updates it.

    The run is Persian and right to left, which is where Word takes the shapes of a field's digits from.
    """
    for kind in ("begin", None, "separate", shown, "end"):
        run = _run()
        if kind is None:
            made = element("instrText")
            made.text = f" {code} "
        elif kind == shown:
            made = _text(shown)
        else:
            made = element("fldChar", fldCharType=kind)
        run.append(made)
        paragraph.append(run)


def border(side: str, *, weight: int, colour: str, space: int = 1) -> Node:
    """Return one line of a border; ``weight`` in eighths of a point."""
    return element(side, val="single", sz=weight, space=space, color=colour)
