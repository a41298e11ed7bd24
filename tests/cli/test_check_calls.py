"""``check`` on the command line tells what is wrong, whatever lies in the file."""

from __future__ import annotations

import json
import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.system import paths
from desktop_app.words import commands as words
from desktop_app.words.acts import meeting
from desktop_app.words.finding_details import FINDINGS
from desktop_app.words.findings import found_at
from desktop_app.words.recovery import KINDS
from tests.cli.caller import Caller
from tests.foreign import connect, forge
from tests.whole import deciding

NAMELESS = {"no_record", "no_name", "unreadable"}
FAULTS = (
    ("UPDATE meeting SET day = 'دوشنبه'", "value", "meeting"),
    ("UPDATE audit SET at = 'دیروز'", "value", "audit"),
    ("UPDATE office_setting SET letterhead = '['", "value", "office_setting"),
    ("UPDATE office_setting SET print_setup = '{\"x\": 1}'", "row_differs", "office_setting"),
    ("UPDATE minutes_version SET snapshot = '[1]' WHERE snapshot <> ''", "hash_differs", "minutes_version"),
    ("UPDATE sent_invitation SET document = '{'", "hash_differs", "sent_invitation"),
    ("UPDATE clause SET kind = 'unheard'", "value", "clause"),
    ("UPDATE resolution_act SET day = '1402/01/01'", "value", "resolution_act"),
    ("UPDATE task SET due = '2023-99-99'", "value", "task"),
    ("UPDATE person SET name = CAST(X'FF' AS TEXT)", "damaged", "rows"),
    ("UPDATE committee SET name = name || ' '", "row_differs", "committee"),
    ("DELETE FROM committee", "row_missing", "committee"),
)


@pytest.mark.parametrize(("sql", "kind", "subject"), deciding(FAULTS, FAULTS[::4], several=True))
def test_what_is_wrong_is_named(call: Caller, demo_folder: Path, sql: str, kind: str, subject: str) -> None:
    forge(demo_folder, sql)
    told = call("check", "--data", demo_folder, "--json")
    assert (told.code, told.key()) == (1, "check_found")
    found = json.loads(told.out)
    assert (kind, subject) in {(one["kind"], one.get("subject") or one["table"]) for one in found}
    for one in found:
        if "table" in one:
            assert one.keys() == {"kind", "table", "id", "name", "old", "new"}
        else:
            assert one.get("name") or one["nameless"] in NAMELESS
            assert ("name" in one) != ("nameless" in one)
    spoken = call("check", "--data", demo_folder).out
    assert not re.search(
        r"\b(clause|resolution|task|person|committee|agenda_item)\b \d|· (resolution|task) ·", spoken
    ), spoken
    if subject in KINDS:
        assert KINDS[subject].split()[0] in spoken


@pytest.mark.parametrize("table", ["guest", "audit", "office_setting", "search_text", "record_hash", "chain_link"])
def test_a_folder_without_one_of_the_tables_is_refused_as_one_of_another_shape(
    call: Caller, demo_folder: Path, table: str
) -> None:
    with closing(connect(demo_folder / DATABASE_NAME)) as raw:
        raw.execute(f"DROP TABLE {table}")
    told = call("check", "--data", demo_folder)
    assert (told.code, told.out, told.key()) == (1, "", "schema_other_shape")


@pytest.mark.parametrize(
    ("detail", "told"),
    [
        ("آ.pdf (agenda_item 23)", "آ.pdf (بند دستور، شناسهٔ ۲۳)"),
        ("1", "۱"),
        ("task 1", "وظیفه، شناسهٔ ۱"),
        ("due", "due"),
    ],
)
def test_what_is_told_beside_a_record_names_records_in_the_words_of_the_office(detail: str, told: str) -> None:
    assert found_at("file_missing", "clause", 9, detail).split(" · ")[1:] == ["بند صورت‌جلسه، شناسهٔ ۹", told]


@pytest.mark.parametrize(
    ("kind", "subject", "detail", "told"),
    [
        ("value", "task", "due", "مهلت"),
        ("value", "office_setting", "weekend_list", "روزهای آخر هفته"),
        ("reference", "task", "unit", "واحد"),
        ("state_without_act", "minutes_version", "finalised, signatures 0/3", "نهایی کردن ثبت نشده است، ۰ امضا از ۳"),
        ("chain_broken", "chain_link", "after 4: audit 5-9", "پس از ۴، رویداد ۵ تا ۹"),
        ("task_missing", "clause", "5", "واحد، شناسهٔ ۵"),
    ],
)
def test_parts_fields_and_acts_are_told_in_the_words_of_the_office(
    kind: str, subject: str, detail: str, told: str
) -> None:
    said = found_at(kind, subject, 0, detail)
    assert said.split(" · ")[-1] == told
    assert not re.search("[a-z]", said)


def test_a_file_that_is_gone_is_told_by_the_names_of_its_records(
    call: Caller, demo_folder: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(demo_folder, tmp_path / "دفتر")
    shutil.rmtree(folder / paths.FILES)
    told = call("check", "--data", folder)
    lines = told.out.splitlines()
    assert (told.code, told.key(), bool(lines)) == (1, "check_found", True)
    for line in lines:
        assert not re.search(r"فایل [۰-۹]|[;()]|شناسهٔ", line), line
    assert any(re.search("از پیوست‌های (جلسهٔ|صورت‌جلسهٔ جلسهٔ|مصوبهٔ) [۰-۹]", line) for line in lines), told.out
    details = [one["detail"] for one in json.loads(call("check", "--data", folder, "--json").out)]
    assert len(details) == len(lines)
    assert all(re.search(r"\([a-z_]+ \d+", one) for one in details)


def test_a_record_that_is_wrong_is_told_by_its_name(call: Caller, demo_folder: Path) -> None:
    second = "(SELECT id FROM meeting WHERE number = 2)"
    forge(demo_folder, f"UPDATE minutes_version SET kept_at = 'جای دیگر' WHERE meeting_id = {second}")
    found = json.loads(call("check", "--data", demo_folder, "--json").out)
    (name,) = {one["name"] for one in found if one["kind"] == "row_differs"}
    assert meeting(2) in name
    lines = call("check", "--data", demo_folder).out.splitlines()
    assert any(line.startswith(FINDINGS["row_differs"]) and name in line for line in lines), lines


@pytest.mark.parametrize(
    ("sql", "subject", "reason"),
    [
        ("UPDATE person SET name = CAST(X'FF' AS TEXT) WHERE id = 1", "rows", "no_record"),
        ("UPDATE audit SET facts = '{}' WHERE seq = 1", "chain_link", "no_name"),
    ],
)
def test_what_has_no_name_says_why(call: Caller, demo_folder: Path, sql: str, subject: str, reason: str) -> None:
    forge(demo_folder, sql)
    found = json.loads(call("check", "--data", demo_folder, "--json").out)
    assert {one.get("nameless") for one in found if one.get("subject") == subject} == {reason}


@pytest.mark.parametrize("typed", ["ABC", "ABCDEFGHIJ23456", "ABCDEFGHIJ234561", "کد", "ABCDEFGHIJ2345670401"])
def test_what_has_not_the_form_of_a_code_is_refused_and_alarms_nobody(
    call: Caller, demo_folder: Path, typed: str
) -> None:
    told = call("check", "--data", demo_folder, "--paper", typed)
    assert (told.code, told.key()) == (2, "usage")
    assert words.NOT_A_CODE in told.err
    assert FINDINGS["paper_unknown"] not in told.out


@pytest.mark.parametrize("typed", ["ABCDEFGHIJ234567", "abcd-efgh-ij23-4567", "ABCDEFGHIJ2345670104"])
def test_a_code_that_these_data_do_not_know_is_found(call: Caller, demo_folder: Path, typed: str) -> None:
    told = call("check", "--data", demo_folder, "--paper", typed)
    assert (told.code, told.key()) == (1, "check_found")
    assert FINDINGS["paper_unknown"] in told.out
