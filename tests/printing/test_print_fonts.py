"""Fonts of the operator: found, kept by hash, read from there alone; papers keep the font they were made with."""

from __future__ import annotations

import io
import os
import shutil
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from desktop_app.domain.documents.appearance import BUNDLED_FONT, Typography
from desktop_app.domain.documents.documents import Imprint, Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.print_setup import PrintFont, PrintSetup
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.printing.print_fonts import (
    KeptFonts,
    entries_with_path,
    font_folders,
    installed_families,
    registered_fonts,
)
from desktop_app.system.paths import resource
from desktop_app.words.refusals import sentence
from tests.printing import sample_documents as samples
from tests.printing.typesetting.test_font_file import harmed, web
from tests.systems import not_on_windows

WEIGHTS = {"Regular": 400, "Bold": 700}


@cache
def renamed(weight: str, family: str, *, drop: tuple[int, ...] = (), permission: int = 0) -> bytes:
    """A bundled cut under another name, as another foundry's font."""
    font: Any = TTFont(resource("fonts", f"Vazirmatn-{weight}.ttf"))
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = family
    font["OS/2"].fsType = permission
    for table in font["cmap"].tables:
        for code in drop:
            table.cmap.pop(code, None)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


@cache
def without_outlines() -> bytes:
    """A font whose letters are pictures at the best."""
    font: Any = TTFont(resource("fonts", "Vazirmatn-Regular.ttf"))
    for table in ("glyf", "loca"):
        del font[table]
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    """A folder of fonts: one family with two cuts, one Latin, one broken file and a picture."""
    folder = tmp_path / "system" / "deep"
    folder.mkdir(parents=True)
    for weight in WEIGHTS:
        (folder / f"nazli-{weight}.TTF").write_bytes(renamed(weight, "Nazli"))
    (folder / "latin.ttf").write_bytes(renamed("Regular", "Latin", drop=(0x67E, 0x6CC)))
    (folder / "broken.ttf").write_bytes(b"not a font")
    (folder / "picture.png").write_bytes(b"x")
    return folder.parent


@pytest.fixture
def kept_fonts(tmp_path: Path) -> KeptFonts:
    """No font is kept yet; the folder is made when the first font comes."""
    return KeptFonts(tmp_path / "data" / "fonts")


def test_only_families_that_write_persian_are_offered(fonts: Path) -> None:
    found = installed_families([fonts, fonts / "nowhere"])
    assert {family: [file.name for file in files] for family, files in found.items()} == {
        "Nazli": ["nazli-Bold.TTF", "nazli-Regular.TTF"]
    }


@pytest.mark.parametrize("content", [web(), web(torn=True), web("woff2")], ids=["WOFF", "damaged WOFF", "WOFF2"])
def test_one_bad_file_takes_no_family_from_the_list(fonts: Path, kept_fonts: KeptFonts, content: bytes) -> None:
    bad = fonts / "deep" / "a-web.ttf"
    bad.write_bytes(content)
    assert list(installed_families([fonts])) == ["Nazli"]
    with pytest.raises(RuleBroken, match="font_for_the_web"):
        kept_fonts.take([bad])


@pytest.mark.parametrize("seed", range(40))
def test_whatever_bytes_are_wrong_the_other_fonts_are_listed(fonts: Path, seed: int) -> None:
    (fonts / "deep" / "a-harmed.ttf").write_bytes(harmed(seed))
    assert "Nazli" in installed_families([fonts])


def test_a_font_that_is_registered_elsewhere_is_offered_once(fonts: Path, tmp_path: Path) -> None:
    """A file of a folder may be registered by its whole path as well, and one that is gone may still be registered."""
    other = tmp_path / "fonts of a manager"
    other.mkdir()
    (other / "far-Regular.ttf").write_bytes(renamed("Regular", "Far"))
    (other / "far.txt").write_bytes(renamed("Regular", "Text"))
    others = [*other.iterdir(), fonts / "deep" / "nazli-Bold.TTF", tmp_path / "gone.ttf"]
    found = installed_families([fonts], others)
    assert {family: [file.name for file in files] for family, files in found.items()} == {
        "Far": ["far-Regular.ttf"],
        "Nazli": ["nazli-Bold.TTF", "nazli-Regular.TTF"],
    }


def test_of_the_registry_counts_what_says_where_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAR", r"D:\fonts")
    entries = ["arial.ttf", r"D:\قلم\نازنین.ttf", r"$FAR\b.ttf", 7, None, r"fonts\c.ttf"]
    assert entries_with_path(entries) == [r"D:\قلم\نازنین.ttf", r"D:\fonts\b.ttf"]
    assert all(file.is_absolute() for file in registered_fonts())


def test_the_folders_of_this_machine_are_known() -> None:
    own = "Microsoft/Windows/Fonts" if sys.platform == "win32" else ".local/share/fonts"
    assert Path("/home/x") / own in font_folders({"HOME": "/home/x"})


def test_a_family_is_taken_by_hash_and_read_from_there_alone(
    fonts: Path, kept_fonts: KeptFonts, tmp_path: Path
) -> None:
    taken = kept_fonts.take(installed_families([fonts])["Nazli"], "Nazli")
    assert [(one.family, one.weight) for one in taken] == [("Nazli", 400), ("Nazli", 700)]
    kept = {file.stem for file in (tmp_path / "data" / "fonts").iterdir()}
    assert kept == {one.digest for one in taken}
    shutil.rmtree(fonts)
    loaded = kept_fonts.load(taken)
    assert set(loaded.digests().values()) == kept
    assert kept_fonts.find(kept, "Nazli").digests() == loaded.digests()


def test_a_single_file_is_taken_with_its_own_name(fonts: Path, kept_fonts: KeptFonts) -> None:
    (taken,) = kept_fonts.take([fonts / "deep" / "nazli-Bold.TTF"])
    assert (taken.family, taken.style, taken.weight) == ("Nazli", "Bold", 700)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"not a font", "font_damaged"),
        (without_outlines(), "font_unsupported"),
        (renamed("Regular", "Forbidden", permission=2), "font_forbids_embedding"),
        (renamed("Regular", "Poor", drop=(0x6C0, 0x654)), "font_lacks_characters"),
    ],
    ids=["damaged", "outlines", "forbidden", "poor"],
)
def test_what_may_not_be_printed_is_refused_and_not_kept(
    kept_fonts: KeptFonts, tmp_path: Path, content: bytes, key: str
) -> None:
    file = tmp_path / "قلم.ttf"
    file.write_bytes(content)
    with pytest.raises(RuleBroken, match=key) as caught:
        kept_fonts.take([file])
    assert "قلم.ttf" in sentence(caught.value)
    assert not (tmp_path / "data").exists()


def test_a_file_that_went_meanwhile_is_told(kept_fonts: KeptFonts, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="font_damaged"):
        kept_fonts.take([tmp_path / "gone.ttf"])


@not_on_windows("no folder holds a FIFO")
def test_a_pipe_is_not_waited_for(kept_fonts: KeptFonts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "قلم.ttf")
    monkeypatch.setattr(Path, "read_bytes", lambda _file: pytest.fail("nobody writes into it"))
    monkeypatch.setattr(Path, "open", lambda *_file: pytest.fail("nobody writes into it"))
    with pytest.raises(RuleBroken, match="font_damaged"):
        kept_fonts.take([tmp_path / "قلم.ttf"])
    assert installed_families([tmp_path]) == {}


@not_on_windows("no folder holds a FIFO")
def test_a_pipe_in_the_place_of_a_kept_font_is_told_by_name(
    fonts: Path, kept_fonts: KeptFonts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = kept_fonts.take([fonts / "deep" / "nazli-Bold.TTF"])
    file = tmp_path / "data" / "fonts" / f"{taken[0].digest}.font"
    file.unlink()
    os.mkfifo(file)
    for how in ("open", "read_bytes"):
        monkeypatch.setattr(Path, how, lambda *_of: pytest.fail("nobody writes into it"))
    with pytest.raises(EnvironmentProblem, match="font_lost"):
        kept_fonts.load(taken)


@pytest.mark.parametrize("harm", [b"", b"changed", None], ids=["emptied", "changed", "gone"])
def test_a_kept_font_that_is_not_what_it_was_is_told_by_name(
    fonts: Path, kept_fonts: KeptFonts, tmp_path: Path, harm: bytes | None
) -> None:
    taken = kept_fonts.take([fonts / "deep" / "nazli-Bold.TTF"])
    file = tmp_path / "data" / "fonts" / f"{taken[0].digest}.font"
    file.unlink() if harm is None else file.write_bytes(harm)
    with pytest.raises(EnvironmentProblem, match="font_lost") as caught:
        kept_fonts.load(taken)
    assert "Nazli" in sentence(caught.value)


# ---- the room that prints with them


def _room(fonts: Path, tmp_path: Path) -> tuple[PaperRenderer, PrintSetup]:
    room = PaperRenderer(resource("fonts", "Vazirmatn-Bold.ttf").parent, tmp_path / "data" / "fonts")
    taken = room.take_font([fonts / "deep" / "nazli-Bold.TTF", fonts / "deep" / "nazli-Regular.TTF"], "Nazli")
    return room, PrintSetup(typography=Typography(font="Nazli"), fonts=taken)


def _fonts_of(pdf: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        used = [font for page in opened.pages for font in page.resources.get("/Font", {}).values()]
        return {str(font.BaseFont).partition("+")[2].partition("-")[0] for font in used}


def test_a_chosen_font_holds_for_the_next_paper_and_for_what_services_ask(fonts: Path, tmp_path: Path) -> None:
    room, setup = _room(fonts, tmp_path)
    press = room.capabilities(lambda decision: decision.title)
    letter = Paper(samples.letter("سلام"), Imprint())
    assert _fonts_of(room.make(PaperKind.LETTER, letter)) == {"Vazirmatn"}
    bundled = press.fonts
    room.choose(setup)
    assert _fonts_of(room.make(PaperKind.LETTER, letter)) == {"Nazli"}
    assert {digest for _name, digest in press.fonts} == {font.digest for font in setup.fonts}
    assert press.fonts != bundled
    assert ord("پ") in press.supported


def test_a_setup_is_tried_with_the_same_fonts_and_changes_nothing(fonts: Path, tmp_path: Path) -> None:
    room, setup = _room(fonts, tmp_path)
    letter = Paper(samples.letter("سلام"), Imprint())
    tried = room.with_setup(setup)
    assert _fonts_of(tried.make(PaperKind.LETTER, letter)) == {"Nazli"}
    assert _fonts_of(room.make(PaperKind.LETTER, letter)) == {"Vazirmatn"}
    assert room.with_setup(setup).fonts is tried.fonts, "read once, however often it is tried"
    assert room.with_setup(PrintSetup()).fonts is room.fonts


def test_fonts_that_were_only_tried_are_let_go_when_the_choice_is_made(fonts: Path, tmp_path: Path) -> None:
    room, setup = _room(fonts, tmp_path)
    bundled, tried = room.fonts, room.with_setup(setup).fonts
    room.choose(PrintSetup())
    assert room.fonts is bundled
    assert room.with_setup(setup).fonts is not tried
    room.choose(setup)
    assert room.fonts is room.with_setup(setup).fonts


def test_minutes_of_old_keep_the_font_they_were_made_with(fonts: Path, tmp_path: Path) -> None:
    room, setup = _room(fonts, tmp_path)
    room.choose(setup)
    document = replace(samples.RICH, fonts=room.digests(), typography=setup.typography)
    first = room.make(PaperKind.MINUTES, Paper(document, Imprint(made_at="2023-02-01T10:00:00Z")))
    again = PaperRenderer(resource("fonts", "Vazirmatn-Bold.ttf").parent, tmp_path / "data" / "fonts")
    assert _fonts_of(first) == {"Nazli"}
    assert again.make(PaperKind.MINUTES, Paper(document, Imprint(made_at="2023-02-01T10:00:00Z"))) == first
    older = replace(samples.RICH, fonts=again.digests())
    assert _fonts_of(room.make(PaperKind.MINUTES, Paper(older, Imprint()))) == {"Vazirmatn"}


def test_a_lost_font_stops_the_printing_and_not_the_typing(fonts: Path, tmp_path: Path) -> None:
    room, _setup = _room(fonts, tmp_path)
    lost = PrintFont(family="Nazli", style="Regular", weight=400, digest="0" * 64)
    room.choose(PrintSetup(typography=Typography(font="Nazli"), fonts=(lost,)))
    assert ord("پ") in room.supported()
    assert room.capabilities(lambda decision: decision.title).fonts == (("Nazli-Regular", "0" * 64),)
    with pytest.raises(EnvironmentProblem, match="font_lost"):
        room.make(PaperKind.LETTER, Paper(samples.letter("سلام"), Imprint()))


def test_a_room_without_a_shelf_keeps_nothing() -> None:
    with pytest.raises(ValueError, match="keeps no fonts"):
        PaperRenderer(Path()).take_font([])
    assert BUNDLED_FONT == "Vazirmatn"
