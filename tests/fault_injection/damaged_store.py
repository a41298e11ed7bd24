"""Damaged stores: a stored file whose bytes, size or name was changed, that was swapped with another or removed.

A store is silently wrong where a file is read, shown, copied or printed otherwise than it was attached, or where the
check finds nothing although a file is not what was attached. What is raised over it is a refusal; anything else is
unforeseen.
"""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from desktop_app import wiring
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.paper_sheets import FileLine
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.services.documents.agenda_pack_document import agenda_pack_paper
from desktop_app.services.files.owners import NewFile, attach, files_sheet
from desktop_app.storage.file.folder import open_folder
from desktop_app.system import paths
from desktop_app.window.shell.office_files import OfficeFiles
from tests.printing.papers.test_annexes import pdf, picture
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.storage.conftest import work_context

SECTOR: Final = 512
_MEETING: Final = RecordRef(FileOwner.MEETING, 1)
_FILES: Final[Mapping[str, bytes]] = {
    "plan.pdf": pdf(2),
    "letter.pdf": pdf(1),
    "photo.jpg": picture("JPEG"),
    "scan.tif": picture("TIFF", frames=2, mode="1"),
    "drawing.png": picture("PNG"),
    "note.txt": "متن یادداشت".encode(),
}
Damage = Callable[[Sequence[Path], random.Random], object]
"""What is done to the files of a store, of which the first is the one that is damaged."""


@dataclass(frozen=True, slots=True)
class StoreOutcome:
    """What became of one damaged store."""

    damage: str
    told: tuple[str, ...]
    """What the check says."""
    refused: int
    """How many of the ways to a file were refused."""
    silent: tuple[str, ...] = ()
    unforeseen: tuple[str, ...] = ()


@dataclass(slots=True)
class _Answers:
    """What every way to every file gave, as text by what was asked."""

    found: dict[str, str] = field(default_factory=dict)
    unforeseen: list[str] = field(default_factory=list)

    def ask(self, name: str, way: Callable[[], str]) -> None:
        """One way to a file."""
        try:
            self.found[name] = way()
        except Refused as problem:
            self.found[name] = f"refused: {problem.key}"
        except Exception as error:
            self.unforeseen.append(f"{name}: {type(error).__name__}: {error}")


def make_store(folder: Path) -> None:
    """An office with files on an item of an agenda."""
    data = open_folder(folder, work_context())
    office = furnish(data.open_write, SettableClock())
    item = RecordRef(FileOwner.AGENDA_ITEM, office.items(office.convened())[0])
    new = [NewFile(data.files.take_bytes(content), name) for name, content in _FILES.items()]
    attach(office.context, item, new, unnamed="پیوست")
    data.close()


def outcomes_of_store(sound: Path, place: Path, number: int, chance: random.Random) -> Iterator[StoreOutcome]:
    """So many damaged copies of a store, each asked in every way."""
    before = _asked(Path(shutil.copytree(sound, place / "sound")))
    assert not before.unforeseen, before.unforeseen
    assert not [one for one in before.found.values() if one.startswith("refused")]
    assert before.found["check"] == ""
    damages = list(DAMAGES.items())
    for at in range(number):
        name, damage = damages[at % len(damages)]
        folder = place / "damaged"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(sound, folder)
        files = sorted((folder / paths.FILES).glob("??/*"))
        chance.shuffle(files)
        damage(files, chance)
        yield _judged(f"{name} {at}", before, _asked(folder), changed=_contents(folder) != _contents(sound))


def _judged(damage: str, before: _Answers, after: _Answers, *, changed: bool) -> StoreOutcome:
    ways = {name: answer for name, answer in after.found.items() if name != "check"}
    refused = [name for name, answer in ways.items() if answer.startswith("refused")]
    wrong = [name for name, answer in ways.items() if name not in refused and answer != before.found.get(name)]
    told = tuple(after.found.get("check", "").split())
    if bool(told) != changed:
        wrong.append("check")
    if bool(refused) != changed:
        wrong.append("no way is refused" if changed else "a way is refused")
    return StoreOutcome(damage, told, len(refused), tuple(wrong), tuple(after.unforeseen))


def _contents(folder: Path) -> dict[str, str]:
    """What lies under each name of the store."""
    store = folder / paths.FILES
    return {
        one.relative_to(store).as_posix(): "folder" if one.is_dir() else _hash(one.read_bytes())
        for one in store.glob("??/*")
        if one.is_dir() or one.exists()
    }


def _asked(folder: Path) -> _Answers:
    made = _Answers()
    with closing(wiring.open_office(folder, SettableClock())) as office:
        assert office.folder.findings == ()
        file_port = OfficeFiles(office, show=lambda _path: True)
        groups = files_sheet(office.context, _MEETING).groups
        for line in (line for group in groups for line in group.lines):
            for name, way in _ways(file_port, line, folder.parent / "copy").items():
                made.ask(f"{name} {line.link.name}", way)
        pack = agenda_pack_paper(office.context, _MEETING.id)
        made.ask("paper", lambda: _hash(office.printing.make(PaperKind.AGENDA_PACK, pack)))
        made.ask("check", lambda: " ".join(one.kind.value for one in office.folder.check()))
    return made


def _ways(file_port: OfficeFiles, line: FileLine, copy: Path) -> dict[str, Callable[[], str]]:
    """Reading, showing, opening in a program, saving a copy."""

    def saved() -> str:
        copy.unlink(missing_ok=True)
        file_port.save_copy(line.file, copy)
        return _hash(copy.read_bytes())

    def shown() -> str:
        with closing(file_port.open_pages(line.file, line.link.name)) as pages:
            return _hash(b"".join(bytes(pages.drawn(page, 60).data) for page in range(pages.count)))

    ways: dict[str, Callable[[], str]] = {
        "opened": lambda: _hash(file_port.copy_for_program(line.file, line.link.name).read_bytes()),
        "saved": saved,
    }
    return {**ways, "shown": shown} if file_port.may_show(line.file) else ways


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


# ---- damages


def _bit(files: Sequence[Path], chance: random.Random) -> None:
    content = bytearray(files[0].read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    files[0].write_bytes(content)


def _sector(files: Sequence[Path], chance: random.Random, *, noise: bool) -> None:
    content = bytearray(files[0].read_bytes())
    start = chance.randrange(len(content)) // SECTOR * SECTOR
    length = len(content[start : start + SECTOR])
    content[start : start + length] = chance.randbytes(length) if noise else bytes(length)
    files[0].write_bytes(content)


def _cut(files: Sequence[Path], chance: random.Random) -> None:
    content = files[0].read_bytes()
    files[0].write_bytes(content[: chance.randrange(len(content))])


def _grown(files: Sequence[Path], chance: random.Random) -> None:
    files[0].write_bytes(files[0].read_bytes() + chance.randbytes(chance.randint(1, SECTOR)))


def _swapped(files: Sequence[Path], _chance: random.Random) -> None:
    one, other = files[0].read_bytes(), files[1].read_bytes()
    files[0].write_bytes(other)
    files[1].write_bytes(one)


def _copied_over(files: Sequence[Path], _chance: random.Random) -> None:
    files[0].write_bytes(files[1].read_bytes())


def _renamed(files: Sequence[Path], chance: random.Random) -> None:
    name = files[0].name
    at = chance.randrange(2, len(name))
    files[0].rename(files[0].with_name(name[:at] + ("0" if name[at] != "0" else "1") + name[at + 1 :]))


def _moved(files: Sequence[Path], _chance: random.Random) -> None:
    files[0].rename(files[1].parent / files[0].name)


def _removed(files: Sequence[Path], _chance: random.Random) -> None:
    files[0].unlink()


def _a_folder(files: Sequence[Path], _chance: random.Random) -> None:
    files[0].unlink()
    files[0].mkdir()


def _folder_gone(files: Sequence[Path], _chance: random.Random) -> None:
    shutil.rmtree(files[0].parent)


DAMAGES: Final[Mapping[str, Damage]] = {
    "bit": _bit,
    "zeroed sector": partial(_sector, noise=False),
    "noisy sector": partial(_sector, noise=True),
    "cut": _cut,
    "grown": _grown,
    "swapped": _swapped,
    "another one copied over": _copied_over,
    "renamed": _renamed,
    "moved": _moved,
    "removed": _removed,
    "a folder of its name": _a_folder,
    "its folder gone": _folder_gone,
}
