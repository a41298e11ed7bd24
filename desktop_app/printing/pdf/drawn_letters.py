"""Letters of Type 3 fonts in a PDF from elsewhere: each is drawn by words of its own, as a form is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

import pikepdf

from desktop_app.printing.pdf.loose_values import Named, as_read, names_in, under, whole, word

_OF_NAME: Final = rb"[^\s/\[\]()<>{}%\x00\x80\xff]"
NAME: Final = rb"/(" + _OF_NAME + rb"+)"
GAP: Final = rb"(?:[\s\x00\x80\xff]|%[^\r\n]*[\r\n])+"
"""What parts words; pdfium takes two more bytes for it than others do."""
_PARTED: Final = re.compile(rb"(?:[)>]|true|false|/" + _OF_NAME + rb"+)[\s\x00\x80\xff]*+%")
"""What is parted from its word by a note."""
_LINE: Final = re.compile(rb"[^\r\n]+")
_STEPS_A_CODE: Final = 7
"""So many bytes of a note are looked through in the time of one code."""
_ESCAPE: Final = rb"#[0-9a-fA-F]{2}"
_ODD_NAME: Final = (
    rb"/(?:(?!#)" + _OF_NAME + rb"|" + _ESCAPE + rb")*+#" + _OF_NAME + rb"{2,}+|/" + _OF_NAME + rb"{255,}+"
)
"""A name of which pdfium makes another one: with bytes that are told by no figures, or cut for its length."""
AS_TEXT: Final = rb"(?:[)>]|\b(?:true|false)\b|" + _ODD_NAME + rb")"
"""The end of what may stand for any name, as nobody writes it who means well: a text, one of two words, an odd name."""
_CODES: Final = 256
_SIZE: Final = rb"[-+.0-9]+" + GAP + rb"Tf\b"
_SET: Final = re.compile(NAME + GAP + _SIZE)
_SET_BY_TEXT: Final = re.compile(AS_TEXT + rb"(?:" + GAP + rb")?" + _SIZE)
_PAINTED: Final = re.compile(NAME + GAP + rb"(?:scn|SCN)\b")
_STATE: Final = re.compile(NAME + GAP + rb"gs\b")
_STATE_BY_TEXT: Final = re.compile(AS_TEXT + rb"(?:" + GAP + rb")?gs\b")
_ODD: Final = re.compile(_ODD_NAME)
_USED: Final = re.compile(
    rb"(?:" + NAME + GAP + rb"|" + AS_TEXT + rb"(?:" + GAP + rb")?)(?:" + _SIZE + rb"|(?:Do|gs|scn|SCN)\b)"
)
_ESCAPED: Final = re.compile(rb"#([0-9a-fA-F]{2})")
_OF_ANY_ENCODING: Final = re.compile(r"/[A-Za-z]+")
"""Names that a code may have without being told; what programs number themselves are none."""


_OVER_ALL: Final = (None, pikepdf.Name.Normal, pikepdf.Name.Compatible)
"""Ways of painting that hide what lies below."""
_NO_MASK: Final = (None, pikepdf.Name("/None"))


class Drawn(NamedTuple):
    """How often forms are drawn, those within others counted each time, and how many bytes say all of it."""

    forms: int
    words: int
    sheets: float = 0.0
    """As many sheets take the time that masks and tiles take, of which pdfium tells nothing before it draws them."""

    def more(self, other: Drawn, times: int) -> Drawn:
        """With so many of another."""
        return Drawn(
            self.forms + times * other.forms, self.words + times * other.words, self.sheets + times * other.sheets
        )


NOTHING: Final = Drawn(0, 0)
Letters = tuple[Drawn, ...]
"""What each code from 0 to 255 draws."""


def is_odd(name: bytes) -> bool:
    """Whether a name may stand for any other one."""
    return _ODD.match(name) is not None


def plain_name(found: bytes) -> str:
    """A name as the objects of the file have it, in whatever letters."""
    return "/" + _ESCAPED.sub(lambda one: bytes([int(one[1], 16)]), found).decode("utf-8", "surrogateescape")


def held_in(resources: pikepdf.Object | None, kind: str) -> pikepdf.Object | None:
    """What resources name of one kind."""
    held = names_in(resources)
    return None if held is None else names_in(under(held, kind))


def drawn_fonts(resources: pikepdf.Object | None) -> list[pikepdf.Dictionary]:
    """The Type 3 fonts that resources name."""
    return [*_named_fonts(resources).values(), *_fonts_of_states(resources)]


def fonts_set(said: bytes, resources: pikepdf.Object | None) -> list[pikepdf.Dictionary]:
    """Those of them that words choose, and every one of a state, which may be chosen."""
    fonts, chosen = _named_fonts(resources), _fonts_of_states(resources)
    if fonts:
        set_here = {plain_name(name) for name in _SET.findall(said)}
        any_of_them = _SET_BY_TEXT.search(said) is not None
        chosen += [font for name, font in fonts.items() if any_of_them or name in set_here or as_read(name) in set_here]
    return chosen


def effort_of_notes(said: bytes) -> int:
    """Codes that the search for names takes beyond the length of the words.

    A note that parts a name from its word is looked through to the end of its line, and so is the next one in it.
    """
    if b"%" not in said:
        return 0
    lines = (found[0] for found in _LINE.finditer(said))
    return sum(len(_PARTED.findall(line)) * len(line) for line in lines if b"%" in line) // _STEPS_A_CODE


def uses_names(said: bytes) -> bool:
    """Whether words use anything by a name that resources may hold."""
    return _USED.search(said) is not None


def paints_tiles(said: bytes, resources: pikepdf.Object | None) -> bool:
    """Whether words paint with a tiling pattern.

    In a letter nobody can tell how many tiles that are: they are as small as the letter is written, and no letter that
    a person sees is made of them.
    """
    return bool(tiles_chosen(said, resources))


def tiles_chosen(said: bytes, resources: pikepdf.Object | None) -> dict[str, pikepdf.Stream]:
    """The tiling patterns that words choose to paint with."""
    patterns = held_in(resources, "/Pattern")
    if patterns is None:
        return {}
    chosen = {plain_name(name) for name in _PAINTED.findall(said)}
    held = Named(patterns)
    found = {name: held.get(name) for name in chosen}
    return {name: one for name, one in found.items() if isinstance(one, pikepdf.Stream) and is_tiling(one)}


def masks_chosen(said: bytes, resources: pikepdf.Object | None) -> dict[str, pikepdf.Stream | None]:
    """The forms of the soft masks that words choose, by the states that hold them; nothing for one that ends masks."""
    states = held_in(resources, "/ExtGState")
    if states is None:
        return {}
    chosen = {plain_name(name) for name in _STATE.findall(said)}
    if _STATE_BY_TEXT.search(said) is not None:
        chosen.update(as_read(name) for name in states.keys())  # noqa: SIM118 - its keys alone
    found: dict[str, pikepdf.Stream | None] = {}
    held = Named(states)
    for name in chosen:
        mask = _mask_of(held.get(name))
        if isinstance(mask, pikepdf.Stream):
            found[name] = mask
        elif mask == pikepdf.Name("/None"):
            found[name] = None
    return found if any(one is not None for one in found.values()) else {}


def is_tiling(pattern: pikepdf.Stream) -> bool:
    """Whether a pattern is laid in tiles."""
    return whole(pattern.get("/PatternType")) == 1


def drawn_masks(resources: pikepdf.Object | None) -> list[pikepdf.Stream]:
    """The forms of all soft masks that resources name."""
    states = held_in(resources, "/ExtGState")
    every = () if states is None else (_mask_of(states[name]) for name in states.keys())  # noqa: SIM118 - its keys alone
    return [one for one in every if isinstance(one, pikepdf.Stream)]


def may_blend(resources: pikepdf.Object | None) -> bool:
    """Whether resources name a state that blends what is painted with what lies below, or masks it."""
    states = held_in(resources, "/ExtGState")
    every = () if states is None else (names_in(states[name]) for name in states.keys())  # noqa: SIM118 - its keys alone
    return any(
        one is not None and (under(one, "/BM") not in _OVER_ALL or one.get("/SMask") not in _NO_MASK) for one in every
    )


def by_code(font: pikepdf.Dictionary, by_name: Mapping[str, Drawn]) -> Letters:
    """What each code draws; one whose name is not told may be any letter that has a usual name."""
    usual = most(drawn for name, drawn in by_name.items() if _OF_ANY_ENCODING.fullmatch(as_read(name)))
    letters, code = [usual] * _CODES, 0
    named: dict[str, list[Drawn]] = {}
    for name, drawn in by_name.items():
        named.setdefault(as_read(name), []).append(drawn)
    encoding = font.get("/Encoding")
    told = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    for one in told if isinstance(told, pikepdf.Array) else ():
        if isinstance(one, pikepdf.Name):
            if 0 <= code < _CODES:
                letters[code] = most(named.get(as_read(str(one)), ()))
            code += 1
        else:
            code = whole(one)
    return tuple(letters)


def either(every: Iterable[Letters]) -> Letters | None:
    """For each code what the heaviest of its letters draws; nothing without a font."""
    tables = set(every)
    if len(tables) < 2:
        return next(iter(tables), None)
    return tuple(most(column) for column in zip(*tables, strict=True))


def most(every: Iterable[Drawn]) -> Drawn:
    """The most of each."""
    held = [*every]
    return Drawn(*(max(column) for column in zip(*held, strict=True))) if held else NOTHING


def _mask_of(state: pikepdf.Object | None) -> pikepdf.Object | None:
    """The form of the mask of a state, or what else stands there."""
    mask = state.get("/SMask") if isinstance(state, pikepdf.Dictionary) else None
    return under(mask, "/G") if isinstance(mask, pikepdf.Dictionary) else mask


def _named_fonts(resources: pikepdf.Object | None) -> dict[str, pikepdf.Dictionary]:
    fonts = held_in(resources, "/Font")
    every = {} if fonts is None else {name: fonts[name] for name in fonts.keys()}  # noqa: SIM118 - its keys alone
    return {name: one for name, one in every.items() if isinstance(one, pikepdf.Dictionary) and _is_drawn(one)}


def _fonts_of_states(resources: pikepdf.Object | None) -> list[pikepdf.Dictionary]:
    states, found = held_in(resources, "/ExtGState"), []
    for name in states.keys() if states is not None else ():
        state = states[name] if states is not None else None
        chosen = state.get("/Font") if isinstance(state, pikepdf.Dictionary) else None
        font = chosen[0] if isinstance(chosen, pikepdf.Array) and len(chosen) else None
        if isinstance(font, pikepdf.Dictionary) and _is_drawn(font):
            found.append(font)
    return found


def _is_drawn(font: pikepdf.Dictionary) -> bool:
    return word(font.get("/Subtype")) == "Type3"
