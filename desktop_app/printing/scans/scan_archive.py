"""The archival file of a scan: one PDF of its pages in their order, as they were scanned, turned by what the page says.

It is PDF/A-2b wherever the pages can be; pages of a foreign PDF often cannot, then the file is the same without saying
so. Equal pages give equal bytes: the only day in it is a fixed one.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.printing.pdf import archive
from desktop_app.printing.pdf.finish import CANVAS_DAY
from desktop_app.printing.scans.scan_faults import told_of
from desktop_app.printing.scans.scan_pdf import opened_pdf
from desktop_app.printing.scans.scan_pictures import picture_of
from desktop_app.printing.scans.scan_raw import raw

_POINTS: Final = 72
_LONG_SIDE: Final = 297 / 25.4
"""Inches of A4, for a page that does not say how dense it is."""
_PDF_WITHIN: Final = 1024
_PRODUCER: Final = "Dabirkhaneh"


def write_archival(files: Sequence[ChosenFile], pages: Sequence[ReadPage], target: Path, told: Progress) -> bool:
    """Write the archival file of these pages; answers whether it has the archive form. Raises as reading them does.

    The pages are in memory once, and the file that is made of them never is.
    """
    if _is_one_whole_pdf(files, pages):
        with raw(files[0]) as stream, target.open("wb") as out:
            shutil.copyfileobj(stream, out)
        told(len(pages), len(pages))
        return _passes(target)
    with _made(files, pages, told) as made:
        archive.prepare(made, Profile.A_2B)
        _describe(made)
        with target.open("wb") as out:
            archive.save(made, Profile.A_2B, out)
    if _passes(target):
        return True
    with _made(files, pages, lambda _done, _all: told(len(pages), len(pages))) as made:
        _describe(made)
        with target.open("wb") as out:
            made.save(out, deterministic_id=True)
    return False


# ---- inside


def _is_one_whole_pdf(files: Sequence[ChosenFile], pages: Sequence[ReadPage]) -> bool:
    """A PDF that is kept whole, in its order and unturned is its own archival file: a seal on it stays good."""
    if len(files) != 1 or any(page.turn for page in pages) or [page.page for page in pages] != list(range(len(pages))):
        return False
    with raw(files[0]) as stream:
        if not _is_pdf(stream):
            return False
        with opened_pdf(stream, files[0].name) as found:
            return len(found.pages) == len(pages)


def _passes(file: Path) -> bool:
    """Whether a file has the archive form, whatever it says of itself; one that cannot be judged has not."""
    try:
        with file.open("rb") as stream:
            return archive.file_passes(stream, Profile.A_2B)
    except (pikepdf.PikepdfError, OSError, ValueError, TypeError, LookupError, RuntimeError):
        return False


@contextmanager
def _made(files: Sequence[ChosenFile], pages: Sequence[ReadPage], told: Progress) -> Iterator[Pdf]:
    with ExitStack() as stack:
        made = stack.enter_context(Pdf.new())
        streams = {at: stack.enter_context(raw(files[at])) for at in sorted({page.source for page in pages})}
        foreign = {
            at: stack.enter_context(opened_pdf(stream, files[at].name))
            for at, stream in streams.items()
            if _is_pdf(stream)
        }
        for done, page in enumerate(pages):
            told(done, len(pages))
            with told_of(files[page.source].name):
                if page.source in foreign:
                    _add_foreign(made, foreign[page.source], page)
                else:
                    _add_picture(made, streams[page.source], page)
        told(len(pages), len(pages))
        yield made


def _is_pdf(stream: BinaryIO) -> bool:
    stream.seek(0)
    found = b"%PDF-" in stream.read(_PDF_WITHIN)
    stream.seek(0)
    return found


def _add_foreign(made: Pdf, source: Pdf, page: ReadPage) -> None:
    made.pages.append(source.pages[page.page])
    added = made.pages[-1]
    if page.turn:
        added.rotate(90 * page.turn, relative=True)


def _add_picture(made: Pdf, stream: BinaryIO, page: ReadPage) -> None:
    picture = picture_of(made, stream, page.page)
    dots = page.dpi or max(page.width, page.height) / _LONG_SIDE
    width, height = (round(side / dots * _POINTS, 2) for side in (page.width, page.height))
    content = made.make_stream(f"q {width} 0 0 {height} 0 0 cm /Scan Do Q".encode("ascii"))
    made.pages.append(
        pikepdf.Page(
            made.make_indirect(
                Dictionary(
                    Type=Name.Page,
                    MediaBox=[0, 0, width, height],
                    Rotate=90 * (page.turn % 4),
                    Resources=Dictionary(XObject=Dictionary(Scan=made.make_indirect(picture))),
                    Contents=content,
                )
            )
        )
    )


def _describe(made: Pdf) -> None:
    """A fixed day and the program's name in both places that readers look at."""
    stamp = "D:" + "".join(letter for letter in CANVAS_DAY if letter.isdigit()) + "Z"
    for name, value in {"/Producer": _PRODUCER, "/CreationDate": stamp, "/ModDate": stamp}.items():
        made.docinfo[name] = pikepdf.String(value)
    with made.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["pdf:Producer"] = _PRODUCER
        for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            metadata[name] = CANVAS_DAY
