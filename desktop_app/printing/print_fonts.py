"""Fonts of the operator: chosen from the machine, kept by hash in the data folder, used only from there.

Choosing looks through the folders of fonts, and on Windows through the fonts registered outside of them, as managers of
fonts do; printing never does, so that a paper does not change because somebody installed or removed a font. A small
paper proves a font before it is kept: what cannot be printed shows now and not with the next minutes.
"""

from __future__ import annotations

import hashlib
import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import Final
from unicodedata import combining

from fontTools.ttLib import TTCollection, TTFont
from pikepdf import PdfError

from desktop_app.domain.documents.appearance import Typography
from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.documents.print_setup import PrintFont
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.printing.engine.layout.flow import Paper, render
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.pdf import archive
from desktop_app.printing.engine.pdf.finish import finish_unchecked
from desktop_app.printing.engine.typesetting.font_file import (
    DAMAGE,
    FontFacts,
    facts_of_cuts,
    is_web_font,
    needed_characters,
    refusing_damaged,
)
from desktop_app.printing.engine.typesetting.fonts import FontFace, FontSet
from desktop_app.printing.engine.typesetting.style import Align, ParagraphStyle, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.files import keep_file
from desktop_app.system import disk, rights
from desktop_app.system.paths import is_file
from desktop_app.words.print_setup import SAMPLE

_KEY: Final = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"


def registered_fonts() -> tuple[Path, ...]:
    """Return the registered font files of Windows; empty without a registry."""
    return tuple(Path(name) for name in entries_with_path(_registered()))


def entries_with_path(entries: Iterable[object]) -> list[str]:
    """Return the registry entries with a full path; the others are in the folder of Windows."""
    names = (os.path.expandvars(entry) for entry in entries if isinstance(entry, str))
    return [name for name in names if PureWindowsPath(name).is_absolute()]


def _registered() -> list[object]:
    """Return the registry values of both lists, that of the machine and that of the user."""
    found: list[object] = []
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            with suppress(OSError), winreg.OpenKey(root, _KEY) as key:
                found += [winreg.EnumValue(key, place)[1] for place in range(winreg.QueryInfoKey(key)[1])]
    return found


_UNITS: Final = range(16, 16_384 + 1)
"""To the em, as the format allows (ISO/IEC 14496-22, head)."""
_HIGHEST: Final = 6
"""Ems that a line may rise or hang; the steepest Nastaliq needs three."""
_STYLE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 12.0), Align.JUSTIFY)


def check_font(face: FontFace, name: str) -> None:
    """Refuse a font that cannot make a sound paper; ``name`` is the operator's name for its file.

    Raises ``RuleBroken`` with ``font_damaged``, or ``font_lacks_characters`` where the letters are there and cannot be
    joined on this machine.
    """
    try:
        with refusing_damaged(name):
            sound = _is_measured(face) and archive.follows_archival_form(_sample(face), Profile.A_3B)
    except PdfError as error:
        raise RuleBroken("font_damaged", field="font", font=name) from error
    except RuleBroken as refused:
        if refused.key != "glyph_missing":
            raise
        character = refused.facts["character"]
        raise RuleBroken("font_lacks_characters", field="font", font=name, characters=character) from refused
    if not sound:
        raise RuleBroken("font_damaged", field="font", font=name)


def _is_measured(face: FontFace) -> bool:
    """Whether the font has plausible metrics."""
    told = int.from_bytes(face.opened.table("head")[18:20], "big")
    most = _HIGHEST * face.units
    return told in _UNITS and max(abs(face.ascent), abs(face.descent)) <= most


def _sample(face: FontFace) -> bytes:
    """Return a page with every character that a font must have, letters in all their forms."""
    setter = Typesetter(FontSet(dict.fromkeys(Weight, face)), Typography(kashida=True))
    texts = [SAMPLE, " ".join(map(_forms, needed_characters()))]
    return finish_unchecked(render(setter, [FaParagraph(setter, text, _STYLE) for text in texts], Paper()), title="")


def _forms(sign: str) -> str:
    """Return a letter alone and joined to itself; a mark on a letter."""
    return f"\u0628{sign}" if combining(sign) else f"{sign} {sign * 3}"


SUFFIXES: Final = (".ttf", ".otf", ".ttc", ".otc")
_PERSIAN: Final = (0x67E, 0x6CC)
"""«پ» and «ی»: a font without them is not offered."""


def font_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return the font folders of this machine."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if os.name == "nt":
        windows = Path(environment.get("WINDIR", r"C:\Windows")) / "Fonts"
        own = Path(environment.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"
        return windows, own
    shared = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    return (*shared, home / ".local" / "share" / "fonts", home / ".fonts")


def installed_families(folders: Iterable[Path], others: Iterable[Path] = ()) -> dict[str, tuple[Path, ...]]:
    """Return the families that support Persian, each with its files, by name; unreadable files are skipped.

    ``others`` are files outside of the folders; one of them that lies in a folder counts once.
    """
    found: dict[str, list[Path]] = {}
    for file in _unique_files([*_files(folders), *sorted(others)]):
        with suppress(*DAMAGE):
            for family in _families_of(file):
                found.setdefault(family, []).append(file)
    return {family: tuple(files) for family, files in sorted(found.items())}


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for place, inner, names in os.walk(folder):
            inner.sort()  # of two cuts alike the first counts: the same on every machine
            yield from (Path(place) / name for name in sorted(names))


def _unique_files(files: Iterable[Path]) -> Iterator[Path]:
    """Yield each file once; Windows can write one path in several ways."""
    seen: set[str] = set()
    for file in files:
        name = os.path.normcase(file)
        # a pipe would be waited for
        if name not in seen and name.lower().endswith(SUFFIXES) and is_file(file):
            seen.add(name)
            yield file


def _families_of(file: Path) -> set[str]:
    """Return the families of the cuts that support Persian; only the needed tables are read."""
    # opened here: the reader leaves a file open that it cannot make sense of
    with file.open("rb") as content:
        if is_web_font(content.read(4)):
            return set()
        content.seek(0)
        several = file.suffix.lower() in (".ttc", ".otc")
        found = TTCollection(content, lazy=True).fonts if several else [TTFont(content, lazy=True)]
        return {_family(one) for one in found if _knows_persian(one)}


def _family(opened: TTFont) -> str:
    return str(opened["name"].getBestFamilyName())


def _knows_persian(opened: TTFont) -> bool:
    known = opened.getBestCmap() or {}
    return all(code in known for code in _PERSIAN)


class KeptFonts:
    """The folder of chosen fonts; each file is named by its hash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, files: Sequence[Path], family: str = "") -> tuple[PrintFont, ...]:
        """Check the files, keep the cuts needed for print, and return them.

        Of one file of the operator's all cuts count; of an installed ``family`` those of that name. Raises
        ``RuleBroken`` for what may not or cannot be printed (see :mod:`.engine.typesetting.font_file`
        and :func:`check_font`), or cannot be read, and ``EnvironmentProblem`` when a file cannot be kept.
        """
        # pages are loaded when a font is taken: the list and the kept fonts need none

        examined = [cut for file in files for cut in facts_of_cuts(_content(file), file.name)]
        wanted = [cut for cut in examined if family in ("", cut.family)] or examined
        with refusing_damaged(wanted[0].name):
            faces = {face.digest: face for face in FontSet.chosen(wanted).faces.values()}
        kept = {cut.digest: cut for cut in wanted if cut.digest in faces}
        for digest, cut in kept.items():
            check_font(faces[digest], cut.name)
        for cut in kept.values():
            self._keep(cut)
        name = family or next(iter(kept.values())).family
        return tuple(
            PrintFont(family=name, style=cut.style, weight=cut.weight, digest=cut.digest)
            for cut in sorted(kept.values(), key=lambda cut: cut.weight)
        )

    def load(self, fonts: Sequence[PrintFont]) -> FontSet:
        """Return the kept cuts as a font set; a missing or changed one raises ``font_lost``."""
        return FontSet.chosen([self._facts(font) for font in fonts])

    def find(self, digests: Iterable[str], family: str) -> FontSet:
        """Return the font set of an older paper, which names its files only by hash."""
        return self.load([_described(digest, family, self._read(digest, family)) for digest in sorted(set(digests))])

    def _keep(self, cut: FontFacts) -> None:
        file = self._file(cut.digest)
        if not is_file(file):
            with suppress(OSError):
                rights.make_folder(self._folder)
            keep_file(file, cut.content)

    def _facts(self, font: PrintFont) -> FontFacts:
        """Return the facts of a kept font, which was checked when it was chosen."""
        content = self._read(font.digest, font.family)
        return FontFacts(
            name=font.family,
            family=font.family,
            style=font.style,
            weight=font.weight,
            italic=False,
            digest=font.digest,
            content=content,
        )

    def _read(self, digest: str, family: str) -> bytes:
        try:
            with disk.opened(self._file(digest)) as file:
                content = file.read()
        except OSError as error:
            raise EnvironmentProblem("font_lost", font=family) from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise EnvironmentProblem("font_lost", font=family)
        return content

    def _file(self, digest: str) -> Path:
        return self._folder / f"{digest}.font"


def _content(file: Path) -> bytes:
    try:
        if not is_file(file):
            raise FileNotFoundError(file)
        return file.read_bytes()
    except OSError as error:
        raise RuleBroken("font_damaged", field="font", font=file.name) from error


def _described(digest: str, family: str, content: bytes) -> PrintFont:
    with TTFont(io.BytesIO(content), lazy=True) as opened:
        style = str(opened["name"].getBestSubFamilyName() or "")
        weight = int(opened["OS/2"].usWeightClass) if "OS/2" in opened else 400
        return PrintFont(family=family, style=style, weight=weight, digest=digest)
