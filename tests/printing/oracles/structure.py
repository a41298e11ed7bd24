"""Reads the logical structure of a file: elements with the letters that their marks enclose, by ISO 32000-1, 14.7."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

from tests.printing.oracles.pdf_font import characters

Marks = dict[tuple[int, int], str]
_Codes = dict[int, str]
_PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "TJ", "Tj", "'", '"', "BI"}


@dataclass(slots=True)
class Element:
    """One element; ``own`` are the letters of its own marks in visual order, ``pages`` where it is drawn."""

    role: str
    own: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    alternative: str = ""
    kids: list[Element] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    annotations: int = 0

    def all(self) -> Iterator[Element]:
        """The element and everything inside it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.all()

    def find(self, role: str) -> list[Element]:
        """Every element of a role."""
        return [element for element in self.all() if element.role == role]

    @property
    def letters(self) -> str:
        """Letters of the element and of all that it holds."""
        return "".join(element.own for element in self.all())


@dataclass(slots=True)
class Tagged:
    """A file: its root element, the letters outside the structure by the kind of artifact, and what is wrong."""

    root: Element
    artifacts: list[tuple[int, str, str]]
    faults: list[str]


def read(pdf: bytes) -> Tagged:
    """Elements, artifacts and faults: unmarked ink, marks without an element, elements that the tree does not know."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = _Content()
        for number, page in enumerate(opened.pages):
            found.read(number, page)
        tree = opened.Root.StructTreeRoot
        pages = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        parents = dict(_numbers(tree.ParentTree))
        walker = _Walker(pages, found.marks, parents, found.faults)
        root = walker.element(tree.K, tree)
        missed = set(found.marks) - walker.seen
        found.faults += [f"mark {mark} belongs to no element" for mark in sorted(missed)]
        found.faults += _order_faults(root)
        return Tagged(root, found.artifacts, found.faults)


def _numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    for kid in tree.get("/Kids", ()):
        yield from _numbers(kid)
    pairs = list(tree.get("/Nums", ()))
    for at in range(0, len(pairs), 2):
        yield int(pairs[at]), pairs[at + 1]


class _Content:
    def __init__(self) -> None:
        self.marks: Marks = {}
        self.artifacts: list[tuple[int, str, str]] = []
        self.faults: list[str] = []
        self._known: dict[tuple[int, int], _Codes] = {}

    def _font(self, font: Any) -> _Codes:
        """What the codes of a font mean; pages share their fonts."""
        assert font.is_indirect, "a font without a number of its own cannot be shared"
        if font.objgen not in self._known:
            self._known[font.objgen] = {code: "".join(texts) for code, texts in characters(font).items()}
        return self._known[font.objgen]

    def read(self, number: int, page: Any) -> None:
        fonts = {name: self._font(font) for name, font in page.resources.Font.items()}
        font: _Codes | None = None
        open_marks: list[tuple[str, str, int]] = []
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            operands = list(instruction.operands) if hasattr(instruction, "operands") else []
            if name in ("BDC", "BMC"):
                open_marks.append(_mark(name, operands))
                if len(open_marks) > 1:
                    self.faults.append(f"page {number}: a mark inside a mark")
                if open_marks[-1][2] >= 0:
                    self.marks[number, open_marks[-1][2]] = ""
            elif name == "EMC":
                open_marks.pop()
            elif name == "Tf":
                font = fonts[str(operands[0])]
            if name in _PAINTS:
                self._note(number, open_marks, _letters(font, operands) if name == "TJ" else "", name)

    def _note(self, page: int, open_marks: list[tuple[str, str, int]], letters: str, operator: str) -> None:
        if not open_marks:
            self.faults.append(f"page {page}: {operator} outside any mark")
            return
        _, kind, mark = open_marks[-1]
        if mark >= 0:
            self.marks[page, mark] += letters
        elif letters:
            self.artifacts.append((page, kind, letters))


def _mark(operator: str, operands: list[Any]) -> tuple[str, str, int]:
    tag = str(operands[0])
    if operator == "BMC":
        return tag, "", -1
    properties = operands[1]
    kind = str(properties.get("/Subtype", properties.get("/Type", "")))
    return tag, kind, int(properties.get("/MCID", -1))


def _letters(font: _Codes | None, operands: Any) -> str:
    assert font is not None
    found = []
    for part in operands[0]:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            found += [font.get(int.from_bytes(data[at : at + 2], "big"), "") for at in range(0, len(data), 2)]
    return "".join(found)


class _Walker:
    def __init__(self, pages: dict[Any, int], marks: Marks, parents: dict[int, Any], faults: list[str]) -> None:
        self.pages = pages
        self.marks = marks
        self.parents = parents
        self.faults = faults
        self.seen: set[tuple[int, int]] = set()

    def element(self, node: Any, parent: Any) -> Element:
        if node.P.objgen != parent.objgen:
            self.faults.append(f"{node.S} does not know its parent")
        attributes = {str(key): str(value) for key, value in node.get("/A", {}).items()}
        found = Element(str(node.S)[1:], attributes=attributes, alternative=str(node.get("/Alt", "")))
        kids = node.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            self._kid(found, node, kid)
        return found

    def _kid(self, found: Element, node: Any, kid: Any) -> None:
        if isinstance(kid, int):
            self._mark(found, node, self.pages[node.Pg.objgen], kid)
        elif "/MCID" in kid:
            self._mark(found, node, self.pages[kid.Pg.objgen], int(kid.MCID))
        elif kid.get("/Type") == pikepdf.Name.OBJR:
            found.annotations += 1
            if self.parents[int(kid.Obj.StructParent)].objgen != node.objgen:
                self.faults.append("a link's annotation belongs to another element")
        else:
            found.kids.append(self.element(kid, node))

    def _mark(self, found: Element, node: Any, page: int, mark: int) -> None:
        if self.parents[page][mark].objgen != node.objgen:
            self.faults.append(f"mark {mark} of page {page} belongs to another element")
        self.seen.add((page, mark))
        found.pages.add(page)
        found.own += self.marks[page, mark]


def _order_faults(root: Element) -> list[str]:
    """Tables hold rows of equal width, lists hold items; nothing else."""
    faults = []
    inside = {"Table": {"TR", "TBody"}, "TR": {"TH", "TD"}, "L": {"LI"}, "LI": {"Lbl", "LBody"}}
    for element in root.all():
        allowed = inside.get(element.role)
        if allowed is not None:
            faults += [f"{kid.role} in {element.role}" for kid in element.kids if kid.role not in allowed]
        if element.role == "Table":
            widths = {sum(int(cell.attributes.get("/ColSpan", 1)) for cell in row.kids) for row in element.find("TR")}
            faults += [f"rows of {sorted(widths)} columns"] if len(widths) != 1 else []
    return faults
