"""What is wrong with a file when it is attached: torn, locked, without end; and that sound files are sound."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from desktop_app.domain.progress import no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.rules.files import OTHER, PDF, PICTURES, FileDoubt
from desktop_app.printing.stranger_limits import Limits
from desktop_app.printing.strangers.jobs import Jobs
from desktop_app.printing.strangers.paper_reading import doubt_of
from desktop_app.storage.file.file_store import type_of
from tests.printing.every_paper import paper

CUTS = (0.05, 0.3, 0.6, 0.9)


def judged(content: bytes, place: Path, name: str = "file") -> FileDoubt | None:
    """As when it is attached; without a process of its own, for there are many."""
    (place / "kept").write_bytes(content)
    media_type = type_of(place / "kept")
    if media_type == PDF or media_type in PICTURES:
        ((doubt, _none),) = Jobs([ChosenFile(name, content=content)], Limits(), no_progress).do("doubt", {})
        return FileDoubt(doubt) if doubt else None
    return doubt_of(content, media_type, name)


def picture(form: str, **how: object) -> bytes:
    """Three noisy pages, or one where the form has no more."""
    pages = [Image.effect_noise((300, 400), 80).convert("RGB") for _ in range(3)]
    out = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if form in ("TIFF", "GIF") else {}
    pages[0].save(out, form, **more, **how)
    return out.getvalue()


def rewritten(**how: object) -> bytes:
    """A paper as other programs write one."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper("minutes"))) as opened:
        opened.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/document.xml", "متن" * 900)
    return out.getvalue()


SOUND: dict[str, Callable[[], bytes]] = {
    "our paper": lambda: paper("minutes"),
    "plain": lambda: rewritten(object_stream_mode=pikepdf.ObjectStreamMode.disable),
    "for the web": lambda: rewritten(linearize=True),
    "JPEG": lambda: picture("JPEG"),
    "PNG": lambda: picture("PNG"),
    "TIFF": lambda: picture("TIFF"),
    "LZW": lambda: picture("TIFF", compression="tiff_lzw"),
    "GIF": lambda: picture("GIF"),
    "WEBP": lambda: picture("WEBP"),
    "document": archive,
}


@pytest.mark.parametrize("which", SOUND)
def test_a_sound_file_is_not_doubted(which: str, tmp_path: Path) -> None:
    assert judged(SOUND[which](), tmp_path) is None


@pytest.mark.parametrize("which", SOUND)
def test_a_file_that_was_cut_is_torn(which: str, tmp_path: Path) -> None:
    whole = SOUND[which]()
    assert [judged(whole[: int(len(whole) * part)], tmp_path) for part in CUTS] == [FileDoubt.TORN] * len(CUTS)


def test_blanks_in_place_of_what_is_drawn_are_seen(tmp_path: Path) -> None:
    """A stick that was pulled out leaves files of the right length, with nothing in them."""
    whole = bytearray(rewritten(object_stream_mode=pikepdf.ObjectStreamMode.disable))
    with pikepdf.open(io.BytesIO(bytes(whole))) as opened:
        raw = bytes(opened.pages[0].Contents.read_raw_bytes())
    at = bytes(whole).index(raw)
    whole[at + 20 : at + len(raw)] = bytes(len(raw) - 20)
    assert judged(bytes(whole), tmp_path) is FileDoubt.TORN


@pytest.mark.parametrize("name", ["نامه.pdf", "نقشه.JPG", "اسکن.tiff"])
def test_what_only_calls_itself_a_paper_is_torn(name: str, tmp_path: Path) -> None:
    assert judged(bytes(5000), tmp_path, name) is FileDoubt.TORN
    assert judged(bytes(5000), tmp_path, "داده.bin") is None


def test_a_password_is_told_where_one_is_asked_for(tmp_path: Path) -> None:
    assert judged(rewritten(encryption=pikepdf.Encryption(user="a", owner="b")), tmp_path) is FileDoubt.LOCKED
    assert judged(rewritten(encryption=pikepdf.Encryption(user="", owner="b")), tmp_path) is None


def test_an_empty_page_is_sound(tmp_path: Path) -> None:
    """Some programs write it as nothing that is said to be packed."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(out)
    assert b"/FlateDecode" in out.getvalue()
    assert judged(out.getvalue(), tmp_path) is None


def test_a_text_and_an_unknown_file_are_nobody_s_matter() -> None:
    assert doubt_of("متن".encode(), "text/plain", "یادداشت.txt") is None
    assert doubt_of(b"AC1027 drawing", OTHER, "plan.dwg") is None


@pytest.mark.parametrize("which", ["our paper", "TIFF"])
def test_judging_is_given_up_between_pages(which: str) -> None:
    class Enough(Exception):
        """It is."""

    def told(_done: int, _total: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        doubt_of(SOUND[which](), PDF if which == "our paper" else "image/tiff", "file", told)
