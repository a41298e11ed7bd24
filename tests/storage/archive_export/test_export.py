"""What lies in an export: one office with much that is wrong is exported once, and read back by other programs."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from desktop_app.domain.read_models.backups import Exported, FileFault
from desktop_app.storage.archive_export.exporting import SUMS, highest_class
from desktop_app.storage.archive_export.index_page import jalali_day, jalali_moment
from desktop_app.storage.archive_export.papers import LETTERS, MINUTES
from desktop_app.storage.archive_export.written_files import ExportFiles
from desktop_app.system import paths
from desktop_app.words.archive_export import TABLES
from tests.printing.oracles import chromium
from tests.printing.oracles.extractors import pdfium
from tests.storage.archive_export.exports import (
    CLOCK,
    Row,
    add_letter,
    csv_rows,
    everything,
    execute,
    export,
    stored_rows,
)
from tests.storage.past_office import MEETINGS, take_over
from tests.systems import not_on_windows
from tests.validators.asked import need_program

NO_RECORDS = {"alembic_version", "draft", "founding_draft", "search_text"}
"""Tables that lie in the copy of the database alone."""
PRINT = "صورت‌جلسهٔ ۱.pdf"
HOSTILE = '=1+1<script>document.title="hit"</script>'


@dataclass
class Made:
    """The export, what it was made from, and what it told meanwhile."""

    data: Path
    target: Path
    exported: Exported
    told: list[tuple[int, int]]
    rows: dict[str, list[Row]]
    invitation: int
    files: dict[str, bytes]


@pytest.fixture(scope="module")
def made(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Two printed papers lost, one kept; files missing and altered; a letter and minutes falsified; a damaged text."""
    place = tmp_path_factory.mktemp("نسخه ۱۰۰% #1")
    data = Path(shutil.copytree(demo_data, place / "دفتر"))
    (data / paths.PAPERS / "folder.pdf").mkdir(parents=True)
    (data / paths.PAPERS / PRINT).write_bytes(b"%PDF of the first minutes")
    digest = hashlib.sha256(b"%PDF of the first minutes").hexdigest()
    add_letter(data, HOSTILE, "کارگاه شالیکوبی", "confidential")
    rows = stored_rows(data)
    with closing(sqlite3.connect(data / paths.DATABASE)) as connection:
        guards = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
    printed = "INSERT INTO printing (uid, minutes_version_id, at, copies, path, sha256) VALUES (?, ?, '', 2, ?, ?)"
    unregistered, falsified = rows["outgoing_paper"][3], rows["outgoing_paper"][4]
    execute(
        data,
        *((f'DROP TRIGGER "{name}"', ()) for name in guards),
        (printed, ("a", 1, PRINT, digest)),
        (printed, ("b", 2, "lost.pdf", digest)),
        (printed, ("c", 3, "folder.pdf", digest)),
        ("DELETE FROM paper_link WHERE outgoing_paper_id = ?", (unregistered["id"],)),
        ("DELETE FROM outgoing_paper WHERE id = ?", (unregistered["id"],)),
        ("UPDATE outgoing_paper SET document = replace(document, 'مهرداد', 'مهران') WHERE id = ?", (falsified["id"],)),
        ("UPDATE minutes_version SET snapshot = replace(snapshot, 'مازندران', 'گیلان') WHERE id = 4", ()),
        ("UPDATE person SET post = CAST(x'41FF' AS TEXT) WHERE id = 1", ()),
        ("UPDATE file_link SET removed_on = '2023-05-02' WHERE id = 1", ()),
    )
    _sound, missing, altered = (data / paths.FILES / row["sha256"][:2] / row["sha256"] for row in rows["file"])
    missing.unlink()
    altered.write_bytes(b"something else")
    told: list[tuple[int, int]] = []
    mask = os.umask(0)
    try:
        exported = export(data, place / "نسخه", lambda done, total: told.append((done, total)))
    finally:
        os.umask(mask)
    (sent,) = (one for one in rows["sent_invitation"] if one["content_hash"] == unregistered["content_hash"])
    found = everything(place / "نسخه")
    return Made(data, place / "نسخه", exported, told, stored_rows(data), sent["id"], found)


class Page(HTMLParser):
    """Links, scripts, and the text that is shown."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Of a link, where it leads."""
        self.tags.add(tag)
        self.links += [unquote(value or "") for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        """Between the tags."""
        self.text += data


def test_every_row_is_in_a_table_and_in_the_copy_of_the_database(made: Made) -> None:
    records = {name: rows for name, rows in made.rows.items() if name not in NO_RECORDS}
    assert records.keys() == TABLES.keys()
    assert {Path(name).stem for name in made.files if name.startswith("tables/")} == records.keys()
    for name, rows in records.items():
        shown = [{column: "" if value is None else str(value) for column, value in row.items()} for row in rows]
        found = csv_rows(made.target / f"tables/{name}.csv")
        assert sorted(map(repr, found)) == sorted(map(repr, shown)), name
    assert stored_rows(made.target) == made.rows
    assert made.exported.rows == sum(map(len, records.values())) > 2000
    assert made.exported.tables == len(records)


def test_no_text_of_a_table_is_a_formula(made: Made, tmp_path: Path) -> None:
    assert f"'{HOSTILE[:4]}".encode() in made.files["tables/outgoing_paper.csv"]
    row = (None, "", 7, "=1", "+2", "-3", "@x", "\tx", "'", "ا,ب", 'ج"د', "ه\nو", b"ab")
    ExportFiles(tmp_path, print).table("x.csv", [row])
    assert (tmp_path / "x.csv").read_bytes().decode("utf-8-sig") == (
        ',,7,\'=1,\'+2,\'-3,\'@x,\'\tx,\'\',"ا,ب","ج""د","ه\nو",YWI=\r\n'
    )


def test_schema_and_columns_tell_of_the_whole_database(made: Made) -> None:
    with closing(sqlite3.connect(":memory:")) as empty:
        for statement in re.split(r";\n\n(?=CREATE|$)", made.files["schema.sql"].decode()):
            if "sqlite_sequence" not in statement:
                empty.execute(statement)
        names = {row[0] for row in empty.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert names - {"sqlite_sequence"} == made.rows.keys()
    told = {(row["table"], row["column"]) for row in csv_rows(made.target / "columns.csv") if row["meaning"]}
    assert told >= {(name, column) for name in TABLES for row in made.rows[name][:1] for column in row}


def test_what_is_damaged_or_missing_is_listed_and_the_rest_comes(made: Made) -> None:
    faults = {Path(one.path).stem: one.fault for one in made.exported.wrong}
    sound, missing, altered = made.rows["file"]
    assert faults == {
        missing["sha256"]: FileFault.MISSING,
        altered["sha256"]: FileFault.ALTERED,
        "lost": FileFault.MISSING,
        "folder": FileFault.UNREADABLE,
        "1401-5": FileFault.UNDRAWN,
        "3-v1": FileFault.UNDRAWN,
    }
    shown = Page(made.files["index.html"].decode()).text
    assert all(one.named and one.named in shown for one in made.exported.wrong)
    listed = json.loads(made.files["manifest.json"])["wrong_files"]
    assert [(one["path"], one["fault"]) for one in listed] == [
        (one.path, one.fault.value) for one in made.exported.wrong
    ]
    stored = {Path(name).stem: content for name, content in made.files.items() if name.startswith(f"{paths.FILES}/")}
    assert stored.keys() == {sound["sha256"], altered["sha256"]}
    assert hashlib.sha256(stored[sound["sha256"]]).hexdigest() == sound["sha256"]
    assert stored[altered["sha256"]] == b"something else"


def test_every_letter_and_all_final_minutes_are_there_as_pdf(made: Made, tmp_path: Path) -> None:
    letters = {name for name in made.files if name.startswith(f"{LETTERS}/")}
    registered = {f"{LETTERS}/{row['year']}-{row['row']}.pdf" for row in made.rows["outgoing_paper"] if row["document"]}
    assert letters == (registered - {f"{LETTERS}/1401-5.pdf"}) | {f"{LETTERS}/invitation-{made.invitation}.pdf"}
    minutes = {name for name in made.files if name.startswith((f"{MINUTES}/", f"{paths.PAPERS}/"))}
    drawn = {f"{MINUTES}/{name}.pdf" for name in ("1-v2", "2-v1", "4-v1", "5-v1")}
    assert minutes == {f"{paths.PAPERS}/{PRINT}"} | drawn
    assert all(made.files[name].startswith(b"%PDF") for name in letters | minutes)
    text = pdfium(made.files[f"{LETTERS}/1402-900.pdf"], tmp_path)
    assert "شالیکوبی" in text
    assert "محرمانه" in text
    assert made.exported.files == len(letters | minutes) + 2


def test_manifest_and_sums_list_everything(made: Made) -> None:
    manifest = json.loads(made.files["manifest.json"])
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in made.files.items() if name != SUMS}
    lines = (line.split("  ", 1) for line in made.files[SUMS].decode().splitlines())
    sums = {name: digest for digest, name in lines}
    assert sums == hashes
    del hashes["manifest.json"]
    assert manifest["files"] == {name: [digest, len(made.files[name])] for name, digest in hashes.items()}
    assert manifest["counts"] == {name: len(made.rows[name]) for name in TABLES}
    assert manifest["classification"] == made.exported.classification == "confidential"
    assert manifest["made_at"] == CLOCK.instant()


def test_the_page_leads_to_every_file_and_runs_no_script(made: Made) -> None:
    page = Page(made.files["index.html"].decode())
    assert set(page.links) == made.files.keys() - {"index.html"}
    assert not page.tags & {"script", "img", "link", "iframe"}
    assert HOSTILE in page.text
    for shown in ("بالاترین طبقه‌بندی این پوشه: محرمانه", "۱۴۰۲/۰۲/۲۳، ۱۲:۳۰", "۱۴۰۱/۰۹/۱۴", "(برداشته)", "۱۴۰۲/۹۰۰"):
        assert shown in page.text
    assert "هیچ سند واقعی در آن نیست" in page.text


def test_a_browser_shows_the_page(made: Made, tmp_path: Path) -> None:
    chromium.need()
    command = [need_program("chromium", "chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    address = (made.target / "index.html").as_uri()
    done = subprocess.run(
        [*command, f"--user-data-dir={tmp_path}", address], capture_output=True, check=True, timeout=120
    )
    html = done.stdout.decode()
    assert "<title>hit" not in html
    assert '<html lang="fa" dir="rtl">' in html
    assert Page(html).links == Page(made.files["index.html"].decode()).links


def test_progress_only_grows_to_the_end(made: Made) -> None:
    shares = [done / total for done, total in made.told]
    assert shares == sorted(shares)
    assert shares[-1] == 1


@not_on_windows("it has no modes")
def test_nobody_else_may_read_any_of_it(made: Made) -> None:
    modes = {(one.is_dir(), one.stat().st_mode & 0o777) for one in [made.target, *made.target.rglob("*")]}
    assert modes == {(True, 0o700), (False, 0o600)}


def test_minutes_from_before_the_records_have_no_paper_and_nothing_is_wrong(tmp_path: Path) -> None:
    take_over(tmp_path / "office")
    made = export(tmp_path / "office", tmp_path / "x")
    assert made.wrong == ()
    assert not (tmp_path / "x" / MINUTES).exists()
    page = Page((tmp_path / "x" / "index.html").read_text(encoding="utf-8"))
    assert page.text.count("پروندهٔ بسته") == MEETINGS


def test_the_highest_class_counts_columns_and_kept_documents(demo_data: Path, tmp_path: Path) -> None:
    shutil.copyfile(demo_data / paths.DATABASE, tmp_path / paths.DATABASE)
    execute(tmp_path, ("DROP TRIGGER guard_sent_invitation_update", ()), ("DROP TRIGGER guard_file_link_identity", ()))
    raised = "UPDATE sent_invitation SET document = replace(document, '\"normal\"', '\"secret\"') WHERE id = 1"
    with closing(sqlite3.connect(tmp_path / paths.DATABASE)) as source:
        assert highest_class(source) == ""
        source.execute("UPDATE file_link SET classification = 'confidential' WHERE id = 1")
        assert highest_class(source) == "confidential"
        source.execute(raised)
        assert highest_class(source) == "secret"


@pytest.mark.parametrize("stored", ["6023-02-20", "0926-02-20", "2023-02-30"])
def test_a_stored_day_that_no_calendar_knows_is_shown_as_it_is(stored: str) -> None:
    assert jalali_day(stored) == stored
    assert jalali_moment(f"{stored}T10:00:00Z") == f"{stored}T10:00:00Z"
