"""History of records over real data folders: order, scope, filters, names, and what a page of it costs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.history import OFFICE, FieldChange, HistoryRow, NamedRecord, RecordKey, record_key
from desktop_app.domain.read_models.listing import Filter, FilterKey, ListQuery
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.text.folding import holds_word
from desktop_app.printing.words.field_words import act_of_entry, change_line, named, named_with_class
from desktop_app.services.context import Context
from desktop_app.services.files import owners as attaching
from desktop_app.services.history.history import history_acts, history_ids, history_offer, record_named
from desktop_app.services.history.undo import rows_to_undo, undo
from desktop_app.services.meetings import agenda
from desktop_app.services.minutes import clauses
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.office.settings import office_settings
from desktop_app.storage.backup.office_backups import copy_closed
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.file.folder import WorkContext
from desktop_app.storage.salvage.salvage import salvage
from desktop_app.wiring import SystemClock
from desktop_app.words.fields import field_word
from tests.foreign import forge
from tests.refusing import refused
from tests.services import test_undo
from tests.services.demo_office import demo_office
from tests.services.files.test_attaching import put
from tests.services.office_steps import Office
from tests.services.prepared import save_settings
from tests.services.records import Records
from tests.statements import counted
from tests.told_history import history_rows

NEVER = re.compile(r"[A-Za-z]+_[A-Za-z]+|(?<!\.)\b[a-z]{3,}\b")
"""A key of the program among Persian words."""
MOST_STATEMENTS = 26
"""Of one page: its entries, and the records of each kind that they name (links of upstream decisions name two)."""


@pytest.fixture
def demo(demo_folder: Path) -> Iterator[Context]:
    """The demo's office, open for reading."""
    with demo_office(demo_folder) as context:
        yield context


def _all(context: Context, of: RecordKey | None = None, **asked: object) -> tuple[HistoryRow, ...]:
    query = ListQuery(**asked)  # type: ignore[arg-type]
    return history_rows(context, query, of)


def _said(row: HistoryRow) -> str:
    return " | ".join(
        (act_of_entry(row), named(row.record), *(change_line(row.record.kind, one) for one in row.fields))
    )


# ---- words


def test_every_entry_of_the_demo_is_told_in_persian_words(demo: Context) -> None:
    rows = _all(demo)
    assert len(rows) > 300
    # a code is no word, nor is what the name of a file ends with
    wrong = [said for row in rows if NEVER.search(said := re.sub(r"\b[0-9a-f]{12}\b|\.[a-z]{3,4}\b", "", _said(row)))]
    assert wrong == []


@pytest.mark.parametrize("name", test_undo.ACTS)
def test_acts_and_their_ways_back_are_told_in_persian_words(office: Office, name: str) -> None:
    come, act = test_undo.ACTS[name]
    at = come(office)
    undo(office.context, rows_to_undo(act(at).written))
    wrong = [said for row in _all(office.context) if NEVER.search(said := _said(row))]
    assert wrong == []


def test_records_are_named_with_what_they_belong_to(demo: Context) -> None:
    assert named(record_named(demo, RecordKey("meeting", 5))) == "جلسهٔ ۵"
    assert named(record_named(demo, OFFICE)) == "تنظیمات دفتر"
    said = {_said(row) for row in _all(demo, RecordKey("meeting", 5))}
    assert "تغییر وضعیت | جلسهٔ ۵ | وضعیت: از پیش‌نویس به زمان‌بندی‌شده" in said
    assert "قرائت | صورت‌جلسهٔ جلسهٔ ۵" in said
    assert any("حضور" in one and "از ثبت‌نشده به حاضر" in one for one in said)


def test_a_kind_without_a_history_or_a_record_that_is_not_there_is_refused(demo: Context) -> None:
    with refused("history_kind_unknown"):
        history_ids(demo, of=RecordKey("search_text", 1))
    with refused("record_unknown"):
        record_named(demo, RecordKey("meeting", 999))
    with pytest.raises(ValueError, match="meeting"):
        record_key("meeting")


# ---- what belongs to a record


def test_the_newest_comes_first_and_other_records_stay_out(demo: Context) -> None:
    every = history_ids(demo)
    assert list(every) == sorted(every, reverse=True)
    of = {key: set(history_ids(demo, of=RecordKey("meeting", key))) for key in (4, 5)}
    assert of[4]
    assert of[5]
    assert not of[4] & of[5]
    for row in history_rows(demo, of=RecordKey("meeting", 5)):
        assert _meeting(row.record) == 5, row


def _meeting(record: NamedRecord) -> int:
    return record.number if record.kind == "meeting" or record.of is None else _meeting(record.of)


def test_what_was_taken_away_stays_in_the_history_of_whose_it_was(office: Office) -> None:
    meeting, version = office.written()
    other = office.planned(date(2023, 5, 29))
    key = office.where("clauses", minutes_version_id=version)[0].id
    text = office.get("clauses", key).text
    clauses.remove_clause(office.context, key)
    item = office.items(other)[-1]
    agenda.remove_item(office.context, item)
    for of in (RecordKey("meeting", meeting), RecordKey("minutes_version", version)):
        newest = _all(office.context, of)[0]
        assert act_of_entry(newest) == "برداشتن"
        assert text in _said(newest)
        assert "صورت‌جلسه" in named(newest.record)
    assert _all(office.context, RecordKey("meeting", other))[0].act == "removed"
    told = {(row.act, row.record.kind) for row in _all(office.context, RecordKey("meeting", meeting))}
    assert ("removed", "agenda_item") not in told


def test_what_belongs_to_guarded_minutes_is_named_with_their_class(office: Office) -> None:
    _meeting, version = office.written()
    (clause, *_) = office.where("clauses", minutes_version_id=version)
    key = RecordKey("clause", clause.id)
    plain = named_with_class(record_named(office.context, key))
    assert plain == named(record_named(office.context, key)), "usual ones are named without"
    clauses.save_clause(office.context, replace(clause, classification=Classification.SECRET))
    assert named_with_class(record_named(office.context, key)) == f"{plain} (خیلی محرمانه)"


def test_a_resolution_is_named_with_the_class_of_its_words(office: Office) -> None:
    _meeting, version = office.written()
    (clause, *_) = [one for one in office.where("clauses", minutes_version_id=version) if one.resolution_id]
    key = RecordKey("resolution", clause.resolution_id)
    assert record_named(office.context, key).guarded == ""
    clauses.save_clause(office.context, replace(clause, classification=Classification.CONFIDENTIAL))
    assert record_named(office.context, key).guarded == "confidential"


def test_settings_bear_their_history(office: Office) -> None:
    save_settings(office.context, replace(office_settings(office.context), originals=4))
    newest = _all(office.context, OFFICE)[0]
    assert _said(newest) == "تغییر | تنظیمات دفتر | شمار نسخه‌های اصلی: از ۲ به ۴"


def test_files_are_told_in_the_history_of_whoever_has_them(office: Office, records: Records) -> None:
    meeting, version = office.written()
    (item, *_) = office.items(meeting)
    owners = {
        FileOwner.MEETING: meeting,
        FileOwner.AGENDA_ITEM: item,
        FileOwner.MINUTES: version,
        FileOwner.PERSON: office.where("people")[0].id,
        FileOwner.UNIT: office.where("units")[0].id,
    }
    for kind, key in owners.items():
        attached = put(records, RecordRef(kind, key), f"{kind.value} ۱.pdf")
        attaching.take_off(office.context, [attached.id])
    for kind, key in owners.items():
        newest = _all(office.context, RecordKey(kind.value, key))[:2]
        if kind is not FileOwner.MEETING:
            assert [act_of_entry(row) for row in newest] == ["برداشتن پیوست", "پیوست کردن"]
            assert newest[0].record.text == f"{kind.value} ۱.pdf"
            assert newest[0].record.of == record_named(office.context, RecordKey(kind.value, key))
    every = _all(office.context, RecordKey("meeting", meeting))
    told = {row.record.text for row in every if row.record.kind == "file_link"}
    of_meeting = (FileOwner.MEETING, FileOwner.AGENDA_ITEM, FileOwner.MINUTES)
    assert told == {f"{kind.value} ۱.pdf" for kind in of_meeting}
    (row, _attached) = _all(office.context, RecordKey("agenda_item", item))[:2]
    assert named(row.record).startswith("پیوست «agenda_item ۱.pdf» – بند دستور «")


def test_an_annex_is_told_in_the_history_of_the_next_version_too(office: Office, records: Records) -> None:
    _meeting, version = office.written()
    put(records, RecordRef(FileOwner.MINUTES, version), "پیوست یک.pdf")
    office.finalised(version)
    draft = withdraw(office.context, version, "غلط تایپی").id
    put(records, RecordRef(FileOwner.MINUTES, draft), "پیوست دو.pdf")
    of = {
        key: [
            row.record.text for row in _all(office.context, RecordKey("minutes_version", key)) if row.act == "attached"
        ]
        for key in (version, draft)
    }
    assert of == {version: ["پیوست یک.pdf"], draft: ["پیوست دو.pdf", "پیوست یک.pdf"]}


def test_a_salvage_is_told_in_persian_words(demo_folder: Path, tmp_path: Path) -> None:
    forge(demo_folder, "UPDATE person SET name = 'دیگری' WHERE id = 1")
    salvage(demo_folder, tmp_path / "نجات", WorkContext(SystemClock()))
    _told_of_the_office(tmp_path / "نجات", "نجات داده پس از آسیب")


def test_a_restore_is_told_in_persian_words(demo_folder: Path, tmp_path: Path) -> None:
    made = copy_closed(demo_folder, tmp_path, SystemClock().instant())
    restore(made, RestoreContext(tmp_path / "نو", SystemClock()))
    _told_of_the_office(tmp_path / "نو", "بازگرداندن پشتیبان")


def _told_of_the_office(folder: Path, act: str) -> None:
    with demo_office(folder) as context:
        newest = _all(context, OFFICE)[0]
        assert (act_of_entry(newest), named(newest.record)) == (act, "دفتر")
        assert newest.fields
        assert not NEVER.search(_said(newest)), _said(newest)


# ---- questions


def test_a_question_narrows_by_day_person_and_kind(demo: Context) -> None:
    offer = history_offer(demo)
    assert "clause" in offer.kinds
    (actor,) = offer.actors
    every = len(history_ids(demo))
    day = _all(demo)[0].day

    def count(key: FilterKey, value: str) -> int:
        return len(history_ids(demo, ListQuery(filters=(Filter(key, value),))))

    assert count(FilterKey.ACTOR, actor) == every
    assert count(FilterKey.ACTOR, "کسی دیگر") == 0
    assert 0 < count(FilterKey.KIND, "clause") < every
    on_day = sum(row.day == day for row in _all(demo))
    assert count(FilterKey.SPAN, f"{day.isoformat()}/{day.isoformat()}") == on_day
    with refused("list_cannot"):
        count(FilterKey.SPAN, "دیروز")


@pytest.mark.parametrize("word", ["جلسه‌های", "جلسههای", "جلسه\u200cهاي"])
def test_words_are_found_whatever_their_spelling(demo: Context, word: str) -> None:
    assert any("جلسه‌های" in _said(row) for row in _all(demo, search=word))


NEVER_WRITTEN = ("وضعیت", "دلیل")
"""Words in which entries are shown and which no record of the demo data holds."""


@pytest.mark.parametrize(
    "word", ["امضا", "نهایی", "برگزارشده", "پیشنویس", "نهايی", "افزودن", "محرمانه", "تغییر", *NEVER_WRITTEN]
)
def test_entries_are_found_by_the_words_that_they_are_shown_in(demo: Context, word: str) -> None:
    every, found = _all(demo), _all(demo, search=word)
    shown = {row.seq for row in every if holds_word(_said(row), word)}
    assert shown <= {row.seq for row in found}
    # of the others the record is called so now, or has words that are not shown
    others = [row for row in found if row.seq not in shown]
    assert not [(row.act, _said(row)) for row in others if word in NEVER_WRITTEN]
    assert len(found) < len(every)


def test_every_entry_of_a_clause_is_found_by_the_words_that_name_it(office: Office) -> None:
    """What words a resolution is found elsewhere as the resolution; here its entries stand under its words."""
    _meeting, version_id = office.written(1)
    (clause,) = [one for one in office.where("clauses", minutes_version_id=version_id) if one.is_resolution]
    clauses.save_clause(office.context, replace(clause, classification=Classification.SECRET))
    entries = [row.seq for row in _all(office.context) if row.record.kind == "clause" and row.record.id == clause.id]
    assert len(entries) > 1, "one of them tells the class alone"
    assert set(entries) <= {row.seq for row in _all(office.context, search=clause.text)}


def test_a_record_is_not_called_by_the_word_of_its_field_again() -> None:
    unit = NamedRecord(kind="unit", text="اداره کل آموزش و پرورش", id=4)
    told = change_line("resolution", FieldChange("unit_id", None, unit, fact=True))
    assert told == f"{field_word('unit_id')}: اداره کل آموزش و پرورش"
    executor = change_line("clause", FieldChange("executor_unit_id", None, unit, fact=True))
    assert executor == f"{field_word('executor_unit_id')}: واحد اداره کل آموزش و پرورش", "another word says what it is"


def test_an_entry_that_the_program_did_not_write_keeps_no_other_from_being_told(demo_folder: Path) -> None:
    first = "SELECT min(seq) FROM audit WHERE subject = 'clause'"
    forge(demo_folder, f"UPDATE audit SET facts = 'هیچ' WHERE seq = ({first})")
    with demo_office(demo_folder) as context:
        rows = _all(context)
    assert [row for row in rows if row.record.kind == "clause" and not row.fields]
    assert len(rows) > 300


# ---- what it costs


def test_a_page_costs_no_more_statements_with_more_entries(demo: Context) -> None:
    ids = history_ids(demo)
    with counted() as few:
        history_acts(demo, ids[:40])
    with counted() as many:
        history_acts(demo, ids)
    assert len(few.statements) <= len(many.statements) <= MOST_STATEMENTS
    with counted() as asked:
        history_ids(demo, ListQuery(search="ساعت"), RecordKey("meeting", 5))
    assert len(asked.statements) == 2, "one more reads how far the links cover"
