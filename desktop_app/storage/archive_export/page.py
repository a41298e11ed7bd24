"""Page of an export: what it shows as a script of data, beside the style, the script and the font that ship with us."""

from __future__ import annotations

import base64
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from desktop_app import paths
from desktop_app.domain.read_models.archive_export import ExportWords, WrongFile
from desktop_app.domain.text.digits import persian_digits
from desktop_app.storage.archive_export.kept_files import ExportedFiles
from desktop_app.storage.archive_export.page_cells import TECHNICAL, is_hidden, shows
from desktop_app.storage.archive_export.page_titles import Titles
from desktop_app.storage.archive_export.paper_classes import paper_classes
from desktop_app.storage.archive_export.schema_notes import ColumnNote, TableNote
from desktop_app.storage.archive_export.tables import rows_of
from desktop_app.storage.archive_export.taken_over import ARCHIVED, MINUTES, replaced, was_taken_over
from desktop_app.storage.archive_export.written_files import WrittenFiles

LATER: Final = "audit"
"""Long, and asked for seldom: the page loads it when it is wanted."""
COUNTED: Final = frozenset({"act", "chain_link", "record_hash"})
"""Tables of which the page says how many rows they have, and no more."""
LINES: Final[Mapping[str, tuple[str, ...]]] = {
    "agenda_item": ("meeting_id", "state", "presenter"),
    "attendance": ("state", "post"),
    "audit": ("at", "actor", "subject_id"),
    "clause": ("kind",),
    "file_link": ("role", "record_uid", "classification", "removed_on"),
    "incoming_paper": ("sender", "number", "received_on", "classification"),
    "meeting": ("day", "state", "place"),
    "minutes_version": ("state", "classification", "finalised_at"),
    "nomination": ("role", "state", "letter_day"),
    "outgoing_paper": ("addressee", "number", "day", "classification"),
    "person": ("post", "archived_on"),
    "printing": ("at", "copies"),
    "request": ("kind", "state", "asked_on"),
    "seat": ("party_id", "role"),
    "sent_invitation": ("sent_on", "way", "number"),
    "task": ("state", "percent", "due"),
    "task_act": ("percent", "day", "told_by", "reason"),
    "unit": ("party_id", "kind", "head"),
    "upstream_decision": ("body", "session", "notification_number"),
    "deadline_event": ("granted_by_meeting_id", "reason"),
    "meeting_act": ("day", "reason"),
    "minutes_act": ("at", "reason"),
    "month_act": ("kind", "day", "reason"),
    "resolution_act": ("day", "letter_number", "reason"),
}
"""The columns that stand below the title of a row."""
CLASS: Final = (MINUTES, "classification")
"""A clause inside may raise it on the paper."""
ADOPTION: Final = ("clause", "adoption")
"""Was told of no resolution that was taken over, whatever the table holds."""
NO_VERSION: Final[Mapping[str, Any]] = {"state": ARCHIVED, "version": None}
"""What is told of minutes that were taken over: each import makes a version anew, which nobody wrote."""
FONTS: Final = (("Vazirmatn-Regular.ttf", 400), ("Vazirmatn-Bold.ttf", 700))
TOGETHER: Final = 5000
"""So many parts of a text are written at a time; a part is one value or one sign."""
_OWN: Final = ("archive.css", "archive.js")


class PageData:
    """Rows of one picture of the database as the page shows them."""

    def __init__(
        self, source: sqlite3.Connection, notes: Sequence[TableNote], words: ExportWords, kept: ExportedFiles
    ) -> None:
        self._words, self._kept = words, kept
        self._notes = {note.name: note for note in notes}
        self._rows = {
            name: [dict(zip(note.names, row, strict=True)) for row in rows_of(source, note)]
            for name, note in self._notes.items()
            if name not in COUNTED
        }
        self._by_key = {name: {row[self._notes[name].key[0]]: row for row in rows} for name, rows in self._rows.items()}
        self._by_uid = {
            name: {row["uid"]: row["id"] for row in rows}
            for name, rows in self._rows.items()
            if {"id", "uid"} <= set(self._notes[name].names)
        }
        self._classes = paper_classes(self._rows)
        self._titles = Titles(lambda table, key: self._by_key.get(table, {}).get(key), words)

    def tables(self, counts: Mapping[str, int]) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every table by its name; of the later one and of those that are only counted all but the rows."""
        return ((name, self._table(note, counts[name])) for name, note in self._notes.items())

    def later(self) -> dict[str, Any]:
        """The rows of the table that is loaded when it is wanted."""
        return self._rows_of(self._notes[LATER])

    def release(self) -> None:
        """Let all rows go bit by bit: all at once would keep the window's thread waiting."""
        for name, rows in self._rows.items():
            while rows:
                rows.pop()
            while self._by_key[name]:
                self._by_key[name].popitem()

    # ---- inside

    def _table(self, note: TableNote, count: int) -> dict[str, Any]:
        line = [note.names.index(name) for name in LINES.get(note.name, ())]
        told = {
            "one": self._words.one(note.name),
            "title": note.meaning.title,
            "fa": note.meaning.persian,
            "en": note.meaning.english,
            "columns": [_column(note, one) for one in note.columns],
            "line": line,
            "count": count,
        }
        if note.name in COUNTED or note.name == LATER:
            return told
        return told | self._rows_of(note)

    def _rows_of(self, note: TableNote) -> dict[str, Any]:
        show = shows(note, self._words)
        keys, titles, rows = [], [], []
        for row in self._rows[note.name]:
            key = row[note.key[0]]
            keys.append(key)
            titles.append(self._titles.of(note.name, key))
            linked = zip(show, self._linked(note.name, row), strict=True)
            rows.append([value if isinstance(value, list) else tell(value) for tell, value in linked])
        told = {"keys": keys, "titles": titles, "rows": rows} | self._hrefs(note.name)
        classes = {key: self._class_word(one) for key, one in self._classes.get(note.name, {}).items()}
        more = {"classes": classes, "replaced": replaced(self._rows[MINUTES]) if note.name == MINUTES else {}}
        return told | {name: some for name, some in more.items() if some}

    def _class_word(self, classification: str) -> str:
        return self._words.value("clause", "classification", classification)

    def _linked(self, table: str, row: dict[str, Any]) -> Iterator[Any]:
        """The values of a row; a reference by kind and uid, or by kind and id, as the page takes it."""
        for name, value in row.items():
            if name == "record_uid":
                found = self._by_uid.get(row["record_kind"], {}).get(value)
                yield value if found is None else [row["record_kind"], found]
            elif table == LATER and name == "subject_id":
                known = value in self._by_key.get(row["subject"], {})
                yield [row["subject"], value] if known else value
            elif (table, name) == CLASS and self._classes[table].get(row["id"], value) != value:
                yield self._raised(self._classes[table][row["id"]], value)
            elif (table, name) == ADOPTION and was_taken_over(self._minutes(row["minutes_version_id"])):
                yield None
            elif table == MINUTES and name in NO_VERSION and was_taken_over(row):
                yield NO_VERSION[name]
            else:
                yield value

    def _raised(self, paper: str, own: str) -> str:
        """The class that the paper bears, and beside it that of the minutes alone."""
        alone = self._words.page["own_class"]
        return f"{self._class_word(paper)} ({alone}: {self._words.value(*CLASS, own)})"

    def _minutes(self, version: int) -> Mapping[str, Any]:
        return self._by_key[MINUTES].get(version, {})

    def _hrefs(self, table: str) -> dict[str, Any]:
        """The files of rows by their keys, and what is wrong with them."""
        faults = {one.path: one.fault.value for one in self._kept.wrong}
        found = self._kept.of_rows[table]
        if table == "file_link":
            of_files = self._kept.of_rows["file"]
            found = {row["id"]: of_files[row["file_id"]] for row in self._rows[table]}
        if not found:
            return {}
        wrong = {key: faults[path] for key, path in found.items() if path in faults}
        return {"hrefs": found, "faults": wrong}


def write_page(files: WrittenFiles, data: PageData, counts: Mapping[str, int], about: dict[str, Any]) -> None:
    """Write everything that the page is made of, the page itself last."""
    for name in _OWN:
        files.write(f"page/{name}", (paths.resource("archive", name).read_bytes(),))
    files.text("page/font.css", "".join(_font(name, weight) for name, weight in FONTS))
    files.write("page/Vazirmatn-OFL.txt", (paths.resource("licences", "Vazirmatn-OFL.txt").read_bytes(),))
    files.write("page/data.js", _scripts({**about, "tables": {}}, data.tables(counts)))
    files.write("page/history.js", _script("ARCHIVE_HISTORY", data.later()))
    data.release()
    words: Mapping[str, str] = about["words"]
    page = paths.resource("archive", "index.html").read_text(encoding="utf-8")
    for name in ("name", "without_script"):
        page = page.replace(f"{{{name}}}", words[name])
    files.text("index.html", page)


def wrong_files(wrong: Sequence[WrongFile]) -> list[dict[str, str]]:
    """Files that are not as the records know them, as the page lists them."""
    return [{"path": one.path, "named": one.named, "fault": one.fault.value} for one in wrong]


# ---- inside


def _column(note: TableNote, one: ColumnNote) -> dict[str, Any]:
    told: dict[str, Any] = {"n": one.name, "fa": one.meaning.persian, "en": one.meaning.english, "kind": one.kind}
    more = {
        "to": one.refers,
        "empty": one.may_be_empty,
        "words": [[value, word] for value, word in one.words.items()],
        "technical": one.name in TECHNICAL or (note.name, one.name) == ("resolution_facts", "place"),
        "hidden": is_hidden(note, one),
    }
    return told | {name: value for name, value in more.items() if value}


def _scripts(about: Mapping[str, Any], tables: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[bytes]:
    """The archive, then each of its tables, so that no more than one is at hand."""
    yield from _script("ARCHIVE", about)
    for name, table in tables:
        yield from _script(f"ARCHIVE.tables.{name}", table)


def _script(name: str, value: Mapping[str, Any]) -> Iterator[bytes]:
    """A script that sets one value; a browser reads it from a file, where it would read no JSON."""
    yield f"window.{name} = ".encode()
    parts = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).iterencode(value)
    while some := "".join(islice(parts, TOGETHER)):
        # ends of lines to scripts of before 2019
        yield some.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()
    yield b";\n"


def _font(name: str, weight: int) -> str:
    told = base64.b64encode(paths.resource("fonts", name).read_bytes()).decode("ascii")
    source = f"url(data:font/ttf;base64,{told}) format('truetype')"
    return f"@font-face{{font-family:Vazirmatn;font-weight:{weight};src:{source}}}\n"


def digits(value: object) -> str:
    """A number as the page shows it."""
    return persian_digits(str(value))
