"""Manifest of a backup: its contents with hashes to verify them; the last field is a hash of the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, Final

from desktop_app.domain.read_models.backups import Backup, BackupDamage, BackupKind, Verdict
from desktop_app.storage.evidence.canonical import hash_of
from desktop_app.storage.file.copying import PART
from desktop_app.system import disk, paths, rights

FORMAT: Final = 1
LARGEST: Final = 64 * 1024 * 1024
"""Bytes; a file of this name that is larger is none of ours."""
_SHA: Final = re.compile(r"[0-9a-f]{64}")
_OWN: Final = frozenset({paths.PAPERS, paths.FONTS, "files"})


class BadManifest(Exception):
    """The file is no manifest, or was changed; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class HashAndSize:
    """Hash and size of a stored file."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """Contents of a backup."""

    number: int
    kind: BackupKind
    made_at: str
    program: str
    committee: str
    committee_name: str
    schema: int
    last_entry: int
    chain_head: str
    database: HashAndSize
    files: Mapping[str, HashAndSize]
    """By path below the data folder, with ``/``."""
    unread: tuple[str, ...] = ()
    """Paths of files that could not be read."""

    def backup_in(self, folder: Path) -> Backup:
        """Return the listed backup in this folder, not yet verified."""
        return Backup(
            folder=folder,
            number=self.number,
            kind=self.kind,
            made_at=self.made_at,
            committee=self.committee,
            committee_name=self.committee_name,
            schema=self.schema,
            last_entry=self.last_entry,
            chain_head=self.chain_head,
            unread=self.unread,
            database_size=self.database.size,
            files=len(self.files),
            files_size=sum(one.size for one in {stored.sha256: stored for stored in self.files.values()}.values()),
        )


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest durably under its name; from then on the folder is a backup."""
    part = folder / (paths.MANIFEST + PART)
    rights.make_file(part)
    part.write_text(_text(manifest), encoding="utf-8", newline="\n")
    disk.sync_file(part)
    if read_manifest_file(part) != manifest:
        raise BadManifest("written")
    disk.replace(part, folder / paths.MANIFEST)
    disk.sync_name(folder / paths.MANIFEST)


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a backup; raises :class:`BadManifest` and ``OSError``."""
    return read_manifest_file(folder / paths.MANIFEST)


def read_manifest_file(file: Path) -> Manifest:
    """Return the manifest from a file of any name; raises :class:`BadManifest` and ``OSError``."""
    if paths.exists(file) and not paths.is_file(file):
        # a pipe would be waited for
        raise BadManifest("type")
    if paths.size_of(file) > LARGEST:
        raise BadManifest("size")
    try:
        told = json.loads(file.read_bytes())
        if not isinstance(told, dict) or told.get("format") != FORMAT:
            raise BadManifest("format")
        digest = told.pop("hash", "")
        if digest != hash_of(_canonical(told)):
            raise BadManifest("hash")
        return _manifest_of(told)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadManifest(type(error).__name__) from error


def read_backup(folder: Path, number: int) -> tuple[Backup, Manifest | None]:
    """Return a backup by its manifest, or as a damaged one with the cause; with the manifest if it is readable."""
    flaw, detail = BackupDamage.NO_MANIFEST, ""
    try:
        manifest = read_manifest(folder)
        return replace(manifest.backup_in(folder), number=number), manifest
    except FileNotFoundError:
        pass
    except BadManifest as error:
        flaw, detail = BackupDamage.MANIFEST, str(error)
    except OSError as error:
        flaw, detail = BackupDamage.UNREADABLE, error.strerror or ""
    return Backup(folder, number, verdict=Verdict.DAMAGED, flaw=flaw, detail=detail), None


# ---- inside


def _text(manifest: Manifest) -> str:
    told = _plain(manifest)
    return json.dumps({**told, "hash": hash_of(_canonical(told))}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _plain(manifest: Manifest) -> dict[str, Any]:
    # without its files, of which there may be thousands: asdict would copy each one deeply
    told = asdict(replace(manifest, files={}))
    told["files"] = {name: [one.sha256, one.size] for name, one in manifest.files.items()}
    return {"format": FORMAT, **told, "kind": manifest.kind.value}


def _canonical(told: Mapping[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _manifest_of(told: dict[str, Any]) -> Manifest:
    database = told["database"]
    return Manifest(
        number=int(told["number"]),
        made_at=str(told["made_at"]),
        program=str(told["program"]),
        committee=str(told["committee"]),
        committee_name=str(told["committee_name"]),
        schema=int(told["schema"]),
        last_entry=int(told["last_entry"]),
        chain_head=str(told["chain_head"]),
        kind=BackupKind(told["kind"]),
        database=_stored(database["sha256"], database["size"]),
        files={_require_path_inside(name): _stored(*stored) for name, stored in told["files"].items()},
        unread=tuple(_require_path_inside(name) for name in told["unread"]),
    )


def _stored(sha256: str, size: int) -> HashAndSize:
    if _SHA.fullmatch(sha256) is None or size < 0:
        raise BadManifest("file")
    return HashAndSize(sha256, int(size))


def _require_path_inside(name: str) -> str:
    """Return a path inside the folders that a restore may write; a manifest can be forged."""
    path = PurePosixPath(name)
    parts = path.parts
    outside = path.is_absolute() or ".." in parts or "\\" in name or ":" in name or "\0" in name
    if outside or len(parts) < 2 or parts[0] not in _OWN:
        raise BadManifest("path")
    return name
