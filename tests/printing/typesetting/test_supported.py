"""The code points that a document's fonts can show: those of every cut, found without trying thousands on each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.printing.engine.typesetting.fonts import FontFace, FontSet
from desktop_app.printing.engine.typesetting.style import Weight
from desktop_app.system import paths

FEW = 2_000
"""Of more than eleven thousand code points this many may be tried on a cut."""


@pytest.fixture(scope="module")
def shipped() -> FontSet:
    return FontSet.load(paths.resource("fonts"))


def lacking(fonts: FontSet, weight: Weight, *characters: str) -> FontSet:
    """The same cuts, of which one has no glyph for these characters."""
    face = fonts.faces[weight]
    left = replace(face, characters=face.characters - frozenset(map(ord, characters)))
    return FontSet({**fonts.faces, weight: left})


@pytest.mark.parametrize("gone", ["", "آ", "اآ", "éپ", "가"], ids=repr)
def test_what_is_supported_is_what_every_cut_shows(shipped: FontSet, gone: str) -> None:
    """A letter that one cut lacks is made of its parts there, where it has those."""
    fonts = lacking(shipped, Weight.BOLD, *gone)
    known = frozenset[int]().union(*(face.characters for face in fonts.faces.values()))
    asked = known | frozenset(range(0x20, 0x3000)) | frozenset(map(ord, gone))
    shown = {code for code in asked if all(face.shows(chr(code)) for face in fonts.faces.values())}
    assert fonts.supported() == shown
    assert (ord("آ") in shown) == ("ا" not in gone)


def test_a_syllable_of_hangul_is_made_of_its_parts(shipped: FontSet) -> None:
    parts = frozenset(map(ord, "가"))
    faces = {weight: replace(face, characters=face.characters | parts) for weight, face in shipped.faces.items()}
    whole = replace(faces[Weight.BOLD], characters=faces[Weight.BOLD].characters | {ord("가")})
    assert ord("가") in FontSet({**faces, Weight.BOLD: whole}).supported()


def test_few_code_points_are_tried_on_a_cut(shipped: FontSet, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first act in which a word is typed waits for it."""
    tried, shows = [0], FontFace.shows

    def counted(face: FontFace, character: str) -> bool:
        tried[0] += 1
        return shows(face, character)

    monkeypatch.setattr(FontFace, "shows", counted)
    assert shipped.supported()
    assert 0 < tried[0] < FEW * len(shipped.faces)
