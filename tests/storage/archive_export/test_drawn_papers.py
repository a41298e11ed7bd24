"""Letters that went out and final minutes without a kept print lie in the export as PDF, and their rows lead there."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.domain.read_models.archive_export import FileFault
from desktop_app.storage.archive_export.drawn_papers import DrawnPapers
from desktop_app.workers import Cancelled
from tests.printing.oracles.extractors import pdfium
from tests.storage.archive_export.exports import add_letter, export, furnished, page_tables, stored_rows

PRINT = "صورت‌جلسهٔ ۱.pdf"


@pytest.fixture
def data(demo_data: Path, tmp_path: Path) -> Path:
    return furnished(demo_data, tmp_path / "دفتر")


def execute(data: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    with closing(sqlite3.connect(data / paths.DATABASE)) as connection:
        for sql, values in statements:
            connection.execute(sql, values)
        connection.commit()


def test_every_letter_and_all_final_minutes_lead_to_a_file(data: Path, tmp_path: Path) -> None:
    made = export(data, tmp_path / "x")
    stored, shown = stored_rows(data), page_tables(tmp_path / "x")
    kept_in = {"outgoing_paper": "document", "sent_invitation": "document", "minutes_version": "snapshot"}
    for table, column in kept_in.items():
        hrefs = shown[table]["hrefs"]
        assert {int(key) for key in hrefs} == {row["id"] for row in stored[table] if row[column]} != set(), table
        assert all((tmp_path / "x" / name).read_bytes().startswith(b"%PDF") for name in hrefs.values())
    assert made.wrong == ()


def test_an_invitation_is_one_file_whether_it_entered_the_register_or_not(data: Path, tmp_path: Path) -> None:
    lost = stored_rows(data)["outgoing_paper"][-1]
    execute(
        data,
        ("DROP TRIGGER guard_outgoing_paper_delete", ()),
        ("DROP TRIGGER guard_paper_link_delete", ()),
        ("DELETE FROM paper_link WHERE outgoing_paper_id = ?", (lost["id"],)),
        ("DELETE FROM outgoing_paper WHERE id = ?", (lost["id"],)),
    )
    export(data, tmp_path / "x")
    shown = page_tables(tmp_path / "x")
    letters = {name for table in ("outgoing_paper", "sent_invitation") for name in shown[table]["hrefs"].values()}
    own = set(shown["sent_invitation"]["hrefs"].values()) - set(shown["outgoing_paper"]["hrefs"].values())
    (sent,) = [row["id"] for row in stored_rows(data)["sent_invitation"] if row["content_hash"] == lost["content_hash"]]
    assert own == {f"letters/invitation-{sent}.pdf"}
    assert {one.name for one in (tmp_path / "x" / "letters").iterdir()} == {Path(name).name for name in letters}


def test_what_a_kept_letter_says_is_told_in_the_order_of_its_paper_with_days_and_times_as_here(
    data: Path, tmp_path: Path
) -> None:
    export(data, tmp_path / "x")
    table = page_tables(tmp_path / "x")["outgoing_paper"]
    names = [one["n"] for one in table["columns"]]
    row = dict(zip(names, table["rows"][0], strict=True))
    lines = row["document"].split("\n")
    assert lines.index(row["addressee"]) < lines.index("۱۰:۰۰")
    assert row["day"] in lines
    assert not {"normal", "person"} & set(lines), "keys are no words"


def test_a_letter_is_drawn_with_its_words_and_its_class(data: Path, tmp_path: Path) -> None:
    paper_id = add_letter(data, "دربارهٔ پروانه‌ها", "کارگاه شالیکوبی", "confidential")
    made = export(data, tmp_path / "x")
    name = page_tables(tmp_path / "x")["outgoing_paper"]["hrefs"][str(paper_id)]
    assert name == "letters/1402-900.pdf"
    told = pdfium((tmp_path / "x" / name).read_bytes(), tmp_path)
    assert "شالیکوبی" in told
    assert "محرمانه" in told
    assert made.classification == "confidential"


def test_minutes_of_which_the_print_is_kept_are_not_drawn_again(data: Path, tmp_path: Path) -> None:
    digest = hashlib.sha256((data / paths.PAPERS / PRINT).read_bytes()).hexdigest()
    first, second, *_ = [row["id"] for row in stored_rows(data)["minutes_version"] if row["snapshot"]]
    printed = (
        "INSERT INTO printing (uid, minutes_version_id, at, copies, path, sha256)"
        " VALUES (?, ?, '2023-05-01T08:00:00Z', 2, ?, ?)"
    )
    execute(data, (printed, ("a", first, PRINT, digest)), (printed, ("b", second, "lost.pdf", digest)))
    export(data, tmp_path / "x")
    hrefs = page_tables(tmp_path / "x")["minutes_version"]["hrefs"]
    assert hrefs[str(first)] == f"papers/{PRINT}"
    assert hrefs[str(second)].startswith("minutes/")


def test_what_was_falsified_is_not_drawn_but_told_and_stops_nothing(data: Path, tmp_path: Path) -> None:
    letter = add_letter(data, "دربارهٔ پروانه‌ها", "کارگاه شالیکوبی")
    version = next(row["id"] for row in stored_rows(data)["minutes_version"] if row["snapshot"])
    execute(
        data,
        ("DROP TRIGGER guard_outgoing_paper_identity", ()),
        ("DROP TRIGGER guard_minutes_version_frozen", ()),
        ("UPDATE outgoing_paper SET document = replace(document, 'شالیکوبی', 'آجرپزی') WHERE id = ?", (letter,)),
        ("UPDATE minutes_version SET snapshot = replace(snapshot, 'مازندران', 'گیلان') WHERE id = ?", (version,)),
    )
    made = export(data, tmp_path / "x")
    assert [one.fault for one in made.wrong] == [FileFault.UNDRAWN] * 2
    assert all(one.named for one in made.wrong)
    assert not any((tmp_path / "x" / one.path).exists() for one in made.wrong)
    shown = page_tables(tmp_path / "x")
    assert shown["outgoing_paper"]["faults"] == {str(letter): "undrawn"}
    assert shown["minutes_version"]["faults"] == {str(version): "undrawn"}


def test_an_export_is_given_up_between_two_drawings(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing, drawn = False, 0
    write = DrawnPapers.write

    def watched(papers: DrawnPapers, kept: object) -> None:
        nonlocal drawing
        drawing = True
        write(papers, kept)  # type: ignore[arg-type]

    def give_up(_done: int, _total: int) -> None:
        nonlocal drawn
        drawn += drawing
        if drawn == 4:
            raise Cancelled

    monkeypatch.setattr(DrawnPapers, "write", watched)
    with pytest.raises(Cancelled):
        export(data, tmp_path / "x", give_up)
    assert [one.name for one in tmp_path.iterdir()] == [data.name]
