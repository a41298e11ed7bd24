"""The store of files over a real folder: what is taken, refused, broken off, and altered there."""

from __future__ import annotations

import hashlib
import io
import os
import socket
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.rules import files as types
from desktop_app.domain.rules.files import StoredFile
from desktop_app.storage.file.file_store import CHUNK, PART, FileState, FileStore
from tests.refusing import refused
from tests.systems import not_on_windows

POSIX = not_on_windows("Windows knows no pipes, devices and rights of this kind in a folder")
CONTENT = b"%PDF-1.7 a letter"
SHA = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    """An empty store in a data folder."""
    return FileStore(tmp_path / "داده" / "files")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file of the operator."""
    path = tmp_path / "نامهٔ معرفی.pdf"
    path.write_bytes(CONTENT)
    return path


def lying(tmp_path: Path) -> list[str]:
    """Every file below the store."""
    folder = tmp_path / "داده" / "files"
    return sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file())


def test_a_file_is_kept_once_under_its_hash(store: FileStore, source: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    found = store.take(source, lambda done, total: told.append((done, total)))
    assert found == StoredFile(sha256=SHA, size=len(CONTENT), type=types.PDF)
    assert told == [(len(CONTENT), len(CONTENT))]
    assert store.take_bytes(CONTENT) == found
    assert lying(tmp_path) == [str(Path(SHA[:2], SHA))]
    assert store.read(found) == CONTENT
    assert source.read_bytes() == CONTENT


@POSIX
def test_nobody_else_may_read_it(store: FileStore, source: Path) -> None:
    path = store.path_of(store.take(source).sha256)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {stat.S_IMODE(one.stat().st_mode) for one in (path.parent, path.parent.parent)} == {0o700}


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (lambda path: path.write_bytes(b""), "file_empty"),
        (_folder, "file_not_regular"),
        pytest.param(_pipe, "file_not_regular", marks=POSIX),
        pytest.param(_socket, "file_not_regular", marks=POSIX),
        pytest.param(_device, "file_not_regular", marks=POSIX),
        (lambda path: None, "file_unreadable"),
    ],
    ids=["empty", "folder", "pipe", "socket", "device", "missing"],
)
def test_what_is_no_file_is_refused_by_name(
    store: FileStore, tmp_path: Path, make: Callable[[Path], object], key: str
) -> None:
    path = tmp_path / "x"
    make(path)
    with refused(key, name="x"):
        store.take(path)
    assert not (tmp_path / "داده" / "files").exists() or lying(tmp_path) == []


def test_a_file_beyond_the_cap_is_refused_before_it_is_copied(store: FileStore, tmp_path: Path) -> None:
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(types.MOST_MEGABYTES * 1_000_000 + 1)
    with refused("file_too_large", most=types.MOST_MEGABYTES):
        store.take(large)


def test_one_that_grows_while_it_is_read_is_refused(store: FileStore, tmp_path: Path) -> None:
    growing = tmp_path / "growing.bin"
    growing.write_bytes(b"x" * 3_000_000)

    def grow(_done: int, _total: int) -> None:
        with growing.open("ab") as file:
            file.write(b"y" * 1_000_000)

    with refused("file_changed_meanwhile"):
        store.take(growing, grow)
    assert lying(tmp_path) == []


def test_given_up_midway_nothing_is_left(store: FileStore, tmp_path: Path) -> None:
    path = tmp_path / "two.bin"
    path.write_bytes(b"x" * 2_500_000)

    class GivenUpError(Exception):
        pass

    def give_up(_done: int, _total: int) -> None:
        raise GivenUpError

    with pytest.raises(GivenUpError):
        store.take(path, give_up)
    assert lying(tmp_path) == []


@POSIX
def test_what_the_disk_gives_back_otherwise_gets_no_name(
    store: FileStore, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is read again before it bears the name of its hash, and before any record tells of it."""
    sync = os.fsync

    def failing(handle: int) -> None:
        if stat.S_ISREG(os.fstat(handle).st_mode):
            os.pwrite(handle, b"?", 0)
        sync(handle)

    monkeypatch.setattr(os, "fsync", failing)
    with refused("files_not_written"):
        store.take(source)
    assert lying(tmp_path) == []


def test_what_is_missing_or_altered_is_a_named_refusal(store: FileStore, source: Path) -> None:
    found = store.take(source)
    path = store.path_of(found.sha256)
    path.write_bytes(CONTENT.replace(b"letter", b"lettes"))
    assert store.state(found, whole=False) is FileState.SOUND
    assert store.state(found, whole=True) is FileState.ALTERED
    with refused("file_altered"):
        store.read(found)
    path.write_bytes(CONTENT[:-1])
    assert store.state(found, whole=False) is FileState.ALTERED
    path.unlink()
    assert store.state(found, whole=False) is FileState.MISSING
    with refused("file_lost"):
        store.read(found)


@POSIX
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(
    store: FileStore, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store.take(source)
    path = store.path_of(kept.sha256)
    path.unlink()
    os.mkfifo(path)
    opened = Path.open

    def open_file(one: Path, how: str) -> object:
        return pytest.fail("nobody writes into it") if one.is_fifo() else opened(one, how)

    monkeypatch.setattr(Path, "open", open_file)
    with refused("file_altered"):
        store.read(kept)


def test_an_altered_file_is_mended_by_taking_it_again(store: FileStore, source: Path) -> None:
    found = store.take(source)
    store.path_of(found.sha256).write_bytes(CONTENT[::-1])
    with refused("file_altered"):
        store.read(found)
    store.take(source)
    assert store.read(found) == CONTENT


def test_what_broke_off_is_tidied_and_nothing_else(store: FileStore, source: Path, tmp_path: Path) -> None:
    store.take(source)
    (tmp_path / "داده" / "files" / f"0123{PART}").write_bytes(b"half")
    store.tidy()
    assert lying(tmp_path) == [str(Path(SHA[:2], SHA))]


_TAKER = """
import sys
from pathlib import Path
from desktop_app.storage.file.file_store import FileStore
FileStore(Path(sys.argv[1])).take(Path(sys.argv[2]), lambda done, total: print(done, flush=True))
sys.stdin.read()
"""


def test_killed_amid_a_copy_no_name_of_a_hash_holds_half_a_file(store: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "long.bin"
    source.write_bytes(os.urandom(1024) * 8192)
    folder = tmp_path / "داده" / "files"
    for chunks in (1, 3, 8):
        with subprocess.Popen(
            [sys.executable, "-c", _TAKER, str(folder), str(source)], stdout=subprocess.PIPE, stdin=subprocess.PIPE
        ) as taker:
            assert taker.stdout is not None
            for _ in range(chunks):
                taker.stdout.readline()
            taker.kill()
        named = [one for one in folder.rglob("*") if one.is_file() and not one.name.endswith(PART)]
        assert all(hashlib.sha256(one.read_bytes()).hexdigest() == one.name for one in named)
    store.tidy()
    assert not list(folder.rglob(f"*{PART}"))
    assert store.read(store.take(source)) == source.read_bytes()


# ---- types


def _zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"%PDF-1.4\n", types.PDF),
        (b"\xef\xbb\xbf \n%PDF-1.4\n", types.PDF),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), types.PNG),
        (b"\xff\xd8\xff\xe0" + bytes(20), types.JPEG),
        (b"II*\x00" + bytes(20), types.TIFF),
        (b"MM\x00*" + bytes(20), types.TIFF),
        (b"GIF89a" + bytes(20), types.GIF),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", types.WEBP),
        (_zip("[Content_Types].xml", "word/document.xml"), types.DOCX),
        (_zip("[Content_Types].xml", "xl/workbook.xml"), types.XLSX),
        (_zip("ppt/presentation.xml"), types.PPTX),
        (_zip("../../evil", "a.txt"), types.ZIP),
        (b"PK\x03\x04 no archive", types.OTHER),
        ("صورت‌جلسه\n".encode(), types.TEXT),
        ("صورت‌جلسه".encode("utf-16"), types.TEXT),
        (("ا" * 40_000).encode()[:-1], types.TEXT),
        (b"MZ\x90\x00\x03", types.OTHER),
        (b"\x7fELF\x02\x01", types.OTHER),
        (b"plain\x00not", types.OTHER),
    ],
)
def test_the_type_is_found_in_the_bytes(store: FileStore, tmp_path: Path, content: bytes, found: str) -> None:
    lying_name = tmp_path / "picture.png"
    lying_name.write_bytes(content)
    assert store.take(lying_name).type == found


def test_what_another_thread_takes_in_is_not_tidied_away(tmp_path: Path) -> None:
    """Each page that attaches files asks for it before its first one."""
    store, source = FileStore(tmp_path / "files"), tmp_path / "a.bin"
    source.write_bytes(b"x" * 3 * CHUNK)
    store.tidy()
    taken = store.take(source, lambda _done, _total: store.tidy())
    assert store.state(taken, whole=True) is FileState.SOUND
