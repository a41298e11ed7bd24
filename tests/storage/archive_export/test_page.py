"""The page of an export in a real browser, from the disk: what it shows, finds and opens; it asks for nothing else."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from desktop_app import paths
from desktop_app.domain.text.digits import persian_digits
from desktop_app.storage.archive_export.page_cells import day, moment
from desktop_app.text.archive_export.page_words import PAGE, SECTIONS
from desktop_app.text.history.acts import minutes
from tests.conftest import ROOT
from tests.storage.archive_export.browser import Browser, browser
from tests.storage.archive_export.exports import add_letter, export, furnished, stored_rows


@dataclass(frozen=True)
class Shown:
    """An export of the demo in a browser; one person of it tries to be a script, and one file is lost."""

    browser: Browser
    target: Path
    rows: dict[str, list[dict[str, Any]]]

    def go(self, place: str) -> None:
        """To a part of the page."""
        self.browser.leave()
        self.browser.open(f"{(self.target / 'index.html').as_uri()}#/{place}")


LETTER_WORD = "شالیکوبی"
"""Stands in the body of one letter, and nowhere else."""
HOSTILE = '<img src=x onerror="window.hit=1">\'; window.hit=1; //'


@pytest.fixture(scope="module")
def shown(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    place = tmp_path_factory.mktemp("بایگانی")
    with browser(place / "profile") as opened:
        data = furnished(demo_data, place / "دفتر")
        with closing(sqlite3.connect(data / paths.DATABASE)) as connection:
            connection.execute("UPDATE person SET post = ? WHERE id = 1", (HOSTILE,))
            connection.execute("DROP TRIGGER guard_clause_frozen_update")
            connection.execute("UPDATE clause SET classification = 'confidential' WHERE resolution_id = 2")
            version, paper = 1, (data / paths.PAPERS / "صورت‌جلسهٔ ۱.pdf").read_bytes()
            connection.execute(
                "INSERT INTO printing (uid, minutes_version_id, at, copies, path, sha256)"
                " VALUES ('u', ?, '2023-05-01T08:00:00Z', 2, ?, ?)",
                (version, "صورت‌جلسهٔ ۱.pdf", hashlib.sha256(paper).hexdigest()),
            )
            connection.commit()
        add_letter(data, "دربارهٔ پروانه‌ها", f"فهرست کارگاه‌های {LETTER_WORD} پیوست است.", "confidential")
        lost = stored_rows(data)["file"][0]["sha256"]
        (data / paths.FILES / lost[:2] / lost).unlink()
        target = place / "خروجی ۱۰۰% #1"
        export(data, target)
        yield Shown(opened, target, stored_rows(data))
        assert opened.faults == []
        asked = [urlsplit(one) for one in opened.asked]
        assert {one.scheme for one in asked} <= {"file", "data", "about"}
        assert all(Path(unquote(one.path)).is_relative_to(target) for one in asked if one.scheme == "file")


def test_it_opens_right_to_left_in_our_font_with_its_counts_and_its_class(shown: Shown) -> None:
    shown.go("")
    assert shown.browser.value("getComputedStyle(document.body).direction") == "rtl"
    assert shown.browser.value("document.fonts.ready.then(() => document.fonts.check('15px Vazirmatn', 'ی'))")
    assert shown.browser.value("[...document.fonts].filter((one) => one.status === 'loaded').length") == 2
    text = shown.browser.text()
    assert f"{PAGE['class']}: محرمانه" in text
    assert PAGE["sample_why"] in text
    assert PAGE["wrong_files"] in text
    counted = shown.browser.value("[...document.querySelectorAll('.tiles a')].map((one) => one.innerText.split('\\n'))")
    expected = [
        [persian_digits(sum(len(shown.rows[table]) for table in tables)), title] for _, title, tables in SECTIONS
    ]
    assert counted == expected
    heads = shown.browser.value("[...document.querySelectorAll('main h2')].map((one) => one.innerText)")
    assert PAGE["newest"] in heads, "five of the meetings are not «جلسه‌ها», which a tile above counts"


@pytest.mark.parametrize(("section", "title", "tables"), SECTIONS)
def test_each_part_lists_every_row_of_its_tables(
    shown: Shown, section: str, title: str, tables: tuple[str, ...]
) -> None:
    shown.go("")
    shown.browser.click("nav a", title)
    shown.browser.wait(f"document.querySelector('h1').innerText === '{title}'")
    shown.browser.wait(f"!document.body.innerText.includes('{PAGE['loading']}')")
    while shown.browser.value(
        f"[...document.querySelectorAll('main button')].some((one) => one.innerText === '{PAGE['more']}')"
    ):
        shown.browser.click("main button", PAGE["more"])
    assert len(shown.browser.rows()) == sum(len(shown.rows[table]) for table in tables)


def test_the_first_and_the_last_record_of_every_table_have_a_page(shown: Shown) -> None:
    """Chromium lets a page go to 200 places in ten seconds, so not to each."""
    shown.go("")
    opened, unknown = shown.browser.value(
        "(async () => { const wrong = []; let opened = 0; const T = window.ARCHIVE.tables;"
        " for (const table of Object.keys(T)) { const keys = T[table].keys || [];"
        " for (const key of new Set([keys[0], keys[keys.length - 1]])) if (key !== undefined) {"
        " const changed = new Promise((done) => window.addEventListener('hashchange', done, {once: true}));"
        " location.hash = '#/r/' + table + '/' + encodeURIComponent(key); await changed; opened += 1;"
        " const title = document.querySelector('h1').innerText;"
        f" if (!title || title === '{PAGE['unknown']}') wrong.push(location.hash);"
        " } } return [opened, wrong]; })()"
    )
    assert unknown == []
    assert opened > 50


def test_typing_finds_across_spellings_and_marks_what_it_found(shown: Shown) -> None:
    shown.go("")
    shown.browser.press("/", "/")
    shown.browser.type("كسب وكار هاي اينترنتي")
    shown.browser.wait("document.querySelectorAll('mark').length > 0")
    marked = shown.browser.value("[...document.querySelectorAll('mark')].map((one) => one.innerText)")
    assert "کسب" in marked[0]
    assert any("۱۴۰۱/۲/۱" in row for row in shown.browser.rows())
    # the keyboard stays in the field, and leaves it with Esc
    assert shown.browser.value("document.activeElement.id") == "search"
    shown.browser.press("Escape")
    shown.browser.wait("location.hash === '#/'")
    assert shown.browser.value("document.getElementById('search').value") == ""


def test_what_is_not_there_is_said(shown: Shown) -> None:
    shown.go("")
    shown.browser.press("/", "/")
    shown.browser.type("زرافه")
    shown.browser.wait(f"document.body.innerText.includes('{PAGE['no_results']}')")
    shown.browser.click("#in-history")
    shown.browser.wait("!document.getElementById('in-history')")
    assert PAGE["no_results"] in shown.browser.text()


@pytest.mark.parametrize(
    ("query", "table"),
    [
        ("جلسهٔ ۳", "meeting"),
        ("نمک آبرودی", "person"),
        ("۱۴۰۱/۳/۲", "resolution"),
        ("معاونت راهبری فنی", "task"),
        ("215/ص", "sent_invitation"),
        ("صورتجلسه جلسه ۲", "minutes_version"),
        ("شکایت", "deliberation"),
        (LETTER_WORD, "outgoing_paper"),
    ],
)
def test_each_kind_is_found(shown: Shown, query: str, table: str) -> None:
    shown.go("")
    shown.browser.press("/", "/")
    shown.browser.type(query)
    shown.browser.wait("!!document.getElementById('found')")
    links = shown.browser.value(
        "[...document.querySelectorAll('main ul.rows a')].map((one) => one.getAttribute('href'))"
    )
    assert [one for one in links if f"/{table}/" in one], links


def test_the_history_is_searched_when_it_is_wanted(shown: Shown) -> None:
    shown.go("")
    shown.browser.press("/", "/")
    shown.browser.type("ثبت ارسال دعوت‌نامه")
    shown.browser.wait("!!document.getElementById('in-history')")
    shown.browser.click("#in-history")
    shown.browser.wait("document.querySelectorAll('a[href^=\"#/r/audit/\"]').length > 0")


def test_minutes_are_read_as_minutes(shown: Shown) -> None:
    versions = {row["id"]: row for row in shown.rows["minutes_version"]}
    meetings = {row["id"]: row["number"] for row in shown.rows["meeting"]}
    for key, version in versions.items():
        shown.go(f"r/minutes_version/{key}")
        text = shown.browser.text()
        assert minutes(f"جلسهٔ {persian_digits(meetings[version['meeting_id']])}", version["version"]) in text
        for table, column in (("clause", "text"), ("deliberation", "text"), ("attendance", "name"), ("signer", "name")):
            missing = [
                row[column] for row in shown.rows[table] if row["minutes_version_id"] == key and row[column] not in text
            ]
            assert missing == [], (table, missing)
    assert "اصل ۱: ۱۴۰" in text or versions[key]["state"] not in ("signed", "archived")


def test_a_hit_in_minutes_leads_to_its_place_there(shown: Shown) -> None:
    shown.go("")
    shown.browser.press("/", "/")
    shown.browser.type("شکایت")
    shown.browser.wait("!!document.getElementById('found')")
    shown.browser.click("main ul.rows a")
    shown.browser.wait("!!document.querySelector('.target')")
    assert "شکایت" in shown.browser.value("document.querySelector('.target').innerText")


def test_a_record_leads_to_its_files_and_they_lie_there(shown: Shown) -> None:
    hrefs = []
    for row in shown.rows["file_link"]:
        shown.go(f"r/file_link/{row['id']}")
        assert row["name"] in shown.browser.text()
        found = shown.browser.value("[...document.querySelectorAll('a.file')].map((one) => one.href)")
        if not found:
            assert PAGE["missing"] in shown.browser.text()
        hrefs += found
    shown.go("r/printing/1")
    hrefs += shown.browser.value("[...document.querySelectorAll('a.file')].map((one) => one.href)")
    lost = {row["id"] for row in shown.rows["file"][:1]}
    assert len(hrefs) == sum(row["file_id"] not in lost for row in shown.rows["file_link"]) + 1
    assert all(Path(unquote(urlsplit(one).path)).is_file() for one in hrefs)


def test_a_letter_is_found_by_a_word_of_its_body_and_opens_with_its_class(shown: Shown) -> None:
    shown.go("")
    shown.browser.press("/", "/")
    shown.browser.type(LETTER_WORD)
    shown.browser.wait("!!document.getElementById('found')")
    shown.browser.click("main ul.rows a")
    shown.browser.wait("!!document.querySelector('a.file')")
    assert "فهرست کارگاه‌های" in shown.browser.text()
    assert shown.browser.value("document.querySelector('h1 .pill.class').innerText") == "محرمانه"
    href = shown.browser.value("document.querySelector('a.file').href")
    assert Path(unquote(urlsplit(href).path)).read_bytes().startswith(b"%PDF")


def test_a_record_shows_its_files_and_its_history(shown: Shown) -> None:
    link = next(row for row in shown.rows["file_link"] if row["record_kind"] == "task")
    (owner,) = [row["id"] for row in shown.rows[link["record_kind"]] if row["uid"] == link["record_uid"]]
    shown.go(f"r/{link['record_kind']}/{owner}")
    assert link["name"] in shown.browser.rows()
    shown.browser.click("#record-history")
    told = [row for row in shown.rows["audit"] if (row["subject"], row["subject_id"]) == (link["record_kind"], owner)]
    shown.browser.wait("document.querySelectorAll('a[href^=\"#/r/audit/\"]').length > 0")
    assert shown.browser.value("document.querySelectorAll('a[href^=\"#/r/audit/\"]').length") == min(len(told), 100)


def test_what_was_typed_is_never_a_script(shown: Shown) -> None:
    shown.go("r/person/1")
    assert HOSTILE in shown.browser.text()
    assert shown.browser.value("document.querySelectorAll('img').length") == 0
    assert shown.browser.value("window.hit === undefined")


def test_the_class_of_a_record_stands_beside_it(shown: Shown) -> None:
    (clause,) = [row["id"] for row in shown.rows["clause"] if row["classification"] == "confidential"][:1]
    shown.go(
        f"r/minutes_version/{next(row['minutes_version_id'] for row in shown.rows['clause'] if row['id'] == clause)}"
    )
    assert "محرمانه" in shown.browser.value(f"document.querySelector('#clause-{clause} .pill.class').innerText")


def test_minutes_bear_the_class_of_their_paper_in_the_list_and_on_their_page(shown: Shown) -> None:
    (clause,) = [row for row in shown.rows["clause"] if row["classification"] == "confidential"][:1]
    version = clause["minutes_version_id"]
    shown.go("s/minutes")
    (line,) = shown.browser.value(
        f"[...document.querySelectorAll('a[href=\"#/r/minutes_version/{version}\"]')].map((one) => one.innerText)"
    )
    told = f"محرمانه ({PAGE['own_class']}: عادی)"
    assert told in line
    shown.go(f"r/minutes_version/{version}")
    assert shown.browser.value("document.querySelector('h1 .pill.class').innerText") == "محرمانه"
    assert told in shown.browser.text()
    shown.go("s/resolutions")
    link = f'a[href="#/r/resolution/{clause["resolution_id"]}"]'
    assert "محرمانه" in shown.browser.value(f"document.querySelector('{link}').innerText")


def test_the_schema_and_every_table_are_on_the_page(shown: Shown) -> None:
    shown.go("schema")
    text = shown.browser.text()
    assert all(
        title in text for title in shown.browser.value("Object.values(window.ARCHIVE.tables).map((one) => one.title)")
    )
    shown.go("t/record_hash")
    assert persian_digits(len(shown.rows["record_hash"])) in shown.browser.text()
    for kind in ("csv", "json"):
        href = shown.browser.value(f"document.querySelector('a[href=\"tables/{kind}/record_hash.{kind}\"]').href")
        assert Path(unquote(urlsplit(href).path)).is_file()


def test_every_word_of_the_page_is_said() -> None:
    script = (ROOT / "resources" / "archive" / "archive.js").read_text(encoding="utf-8")
    code = "".join(one.read_text(encoding="utf-8") for one in (ROOT / "desktop_app").rglob("archive_export/*.py"))
    built = ("kinds.", "missing", "altered", "undrawn", "without_script")
    unsaid = [
        key
        for key in PAGE
        if f"W.{key}" not in script
        and f'W["{key}"]' not in script
        and f'"{key}"' not in code.replace(f'    "{key}": "', "")
        and not key.startswith(built)
    ]
    assert unsaid == []


@pytest.mark.parametrize("stored", ["6023-02-20", "0926-02-20", "2023-02-30"])
def test_a_stored_day_that_no_calendar_knows_stands_as_it_is(stored: str) -> None:
    """One damaged entry kept the whole office from being exported."""
    assert day(stored) == stored
    assert moment(f"{stored}T10:00:00Z") == f"{stored}T10:00:00Z"
