"""The logical structure as objects of the file (ISO 32000-1, 14.7): what reading aloud and reflow go by."""

from __future__ import annotations

from typing import Final

from desktop_app.printing.layout.structure import MOST_MARKS, LinkBox, Node
from desktop_app.printing.pdf.objects import Section, text_string

_HOLDS_WORDS: Final = frozenset({"TD", "TH", "LBody"})
"""Elements whose only paragraph says nothing that they do not say themselves."""
_GROUPS: Final = {"Document": "Div", "Table": "TBody"}
_LEAF: Final = 1000
_MOST_KIDS: Final = 8000
"""An array of PDF/A-1 holds 8191 values."""


class StructureTree:
    """Writes every element that holds something, and which element each mark of a page belongs to."""

    def __init__(self, root: Node, pages: tuple[int, ...], section: Section, annotations: dict[LinkBox, int]) -> None:
        self._section = section
        self._pages = pages
        self._annotations = annotations
        self._owners: list[list[tuple[int, int]]] = [[] for _ in pages]
        self._links: list[tuple[int, int]] = []
        self._keys = {link: len(pages) + number for number, link in enumerate(annotations)}
        self._root = root

    def write(self, root: int) -> None:
        """All elements; ``root`` is the number that is kept for their root."""
        document = self._element(self._root, root)
        keys = [(page, self._page_array(page)) for page in range(len(self._pages))]
        parents = self._number_tree([*keys, *sorted(self._links)])
        following = len(self._pages) + len(self._keys)
        self._section.put(
            root,
            f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {following}>>",
        )

    def _number_tree(self, keys: list[tuple[int, int]]) -> int:
        """Which object a number stands for, in leaves that no limit of PDF/A-1 is too small for."""
        leaves = []
        for at in range(0, len(keys), _LEAF):
            part = keys[at : at + _LEAF]
            pairs = "\n".join(f"{key} {found} 0 R" for key, found in part)
            leaves.append(self._section.add(f"<</Limits[{part[0][0]} {part[-1][0]}]/Nums[{pairs}]>>"))
        return self._section.add(f"<</Kids[{' '.join(f'{leaf} 0 R' for leaf in leaves)}]>>")

    def key(self, link: LinkBox) -> int:
        """The number by which a link's annotation is found in the tree."""
        return self._keys[link]

    def _page_array(self, page: int) -> int:
        owners = [owner for _, owner in sorted(self._owners[page])]
        return self._section.add("[" + " ".join(f"{owner} 0 R" for owner in owners) + "]")

    def _element(self, node: Node, parent: int) -> int:
        number = self._section.reserve()
        kids = _written_kids(node)
        home = _first_page(kids)
        parts = [f"<</S/{node.role}/P {parent} 0 R"]
        if home is not None:
            parts.append(f"/Pg {self._pages[home]} 0 R")
        if node.alternative:
            parts.append(f"/Alt {text_string(node.alternative)}")
        if node.attributes:
            parts.append(f"/A<<{node.attributes}>>")
        written = [
            f"{self._element(kid, number)} 0 R" if isinstance(kid, Node) else self._content(kid, number, home)
            for kid in kids
        ]
        if written:
            parts.append(f"/K {written[0]}" if len(written) == 1 else f"/K[{' '.join(written)}]")
        self._section.put(number, "".join([*parts, ">>"]))
        return number

    def _content(self, kid: int | LinkBox, owner: int, home: int | None) -> str:
        if isinstance(kid, LinkBox):
            self._links.append((self._keys[kid], owner))
            return f"<</Type/OBJR/Pg {self._pages[kid.page]} 0 R/Obj {self._annotations[kid]} 0 R>>"
        page, mark = divmod(kid, MOST_MARKS)
        self._owners[page].append((mark, owner))
        return str(mark) if page == home else f"<</Type/MCR/Pg {self._pages[page]} 0 R/MCID {mark}>>"


def _written_kids(node: Node) -> list[Node | int | LinkBox]:
    """The kids as they are written: the single paragraph of an element that holds words itself gives up its own."""
    kids = node.kids
    if len(kids) == 1 and node.role in _HOLDS_WORDS:
        only = kids[0]
        return only.kids if isinstance(only, Node) and only.role == "P" else kids
    return kids if len(kids) <= _MOST_KIDS else _grouped(node)


def _first_page(kids: list[Node | int | LinkBox]) -> int | None:
    """The page of the first mark among the kids, from 0."""
    for kid in kids:
        if isinstance(kid, int):
            return kid // MOST_MARKS
    return None


def _grouped(node: Node) -> list[Node | int | LinkBox]:
    """The kids of an element in groups, since they are too many for one array."""
    role = _GROUPS.get(node.role)
    if role is None:
        return node.kids
    groups: list[Node | int | LinkBox] = []
    for at in range(0, len(node.kids), _MOST_KIDS):
        group = Node(role)
        group.kids = node.kids[at : at + _MOST_KIDS]
        groups.append(group)
    return groups
