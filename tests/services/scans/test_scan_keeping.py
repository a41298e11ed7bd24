"""Scans of signed originals, kept: judged first, then one act; with the last that is missing they are archived."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace

import pytest

from desktop_app.domain.outcome import answer_of, outcome_of
from desktop_app.domain.read_models.scans import (
    ChosenFile,
    FindingWeight,
    ScanFindingKind,
    ScanImport,
    ScanReading,
)
from desktop_app.domain.rules.files import PDF, FileOwner, FileRole, RecordRef
from desktop_app.domain.rules.minutes import MinutesActKind, MinutesState
from desktop_app.services.files.owners import files_sheet, take_off
from desktop_app.services.files.scans_sheet import scans_sheet
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.scans.scan_keeping import judge_scan, keep_scan, store_scan, take_back_scan
from desktop_app.services.scans.scan_tools import read_scan
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign, sign_all
from tests import made_scans
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records
from tests.services.scans.conftest import DPI, Scanning

K, W = ScanFindingKind, FindingWeight


def whole(scanning: Scanning, seed: int = 0) -> ScanReading:
    """A scan of every page, signed; another seed is another original."""
    return scanning.read(*(made_scans.signed(page, random.Random(seed)) for page in scanning.pages()))


def found(scanning: Scanning, reading: ScanReading) -> dict[ScanFindingKind, FindingWeight]:
    """What judging finds, by kind."""
    scan = ScanImport(version_id=scanning.version, original=1, reading=reading)
    return {one.kind: one.weight for one in judge_scan(scanning.office.context, scan).findings}


def state(scanning: Scanning) -> MinutesState:
    """Of the version."""
    version: MinutesState = scanning.office.get("versions", scanning.version).state
    return version


def wrong(records: Records) -> list[str]:
    """What the check finds."""
    return [str(one) for one in records.folder.check()]


def test_the_scan_of_the_last_original_archives_the_minutes(scanning: Scanning, records: Records) -> None:
    scanning.sign()
    first = scanning.keep(whole(scanning, 1), 1)
    assert (first.complete, first.provisional, state(scanning)) == (False, False, MinutesState.SIGNED)
    assert scans_sheet(scanning.office.context, scanning.version).missing == (2,)
    second = scanning.keep(whole(scanning, 2), 2)
    assert (second.complete, state(scanning)) == (True, MinutesState.ARCHIVED)
    acts = scanning.office.where("minutes_acts", minutes_version_id=scanning.version)
    assert acts[-1].kind is MinutesActKind.ARCHIVED
    sheet = scans_sheet(scanning.office.context, scanning.version)
    assert ([one.original for one in sheet.scans], sheet.missing, sheet.can_import) == ([1, 2], (), True)
    assert wrong(records) == []


def test_the_archival_file_and_the_chosen_ones_are_kept_by_their_bytes(scanning: Scanning, records: Records) -> None:
    scanning.sign()
    reading = whole(scanning)
    made = scanning.keep(reading)
    (group,) = files_sheet(scanning.office.context, RecordRef(FileOwner.MINUTES, scanning.version)).groups
    archive, *sources = group.lines
    assert (archive.link.id, archive.link.name, archive.link.role) == (made.link, "اسکن.pdf", FileRole.SCAN)
    assert archive.file.type == PDF
    kept = [records.folder.files.read(line.file) for line in sources]
    assert kept == [file.content for file in reading.files]
    (scan,) = scans_sheet(scanning.office.context, scanning.version).scans
    assert scan.source_links == tuple(line.link.id for line in sources)
    assert (scan.pages, scan.archival, scan.day, scan.actor) == (
        len(reading.pages),
        True,
        scanning.office.clock.today(),
        "کارشناس",
    )


@pytest.mark.whole
def test_equal_scans_make_equal_bytes(scanning: Scanning) -> None:
    scan = ScanImport(version_id=scanning.version, original=1, reading=whole(scanning))
    first, second = store_scan(scanning.tools, scan), store_scan(scanning.tools, scan)
    assert first.file.sha256 == second.file.sha256


def test_a_scan_before_the_last_pen_is_provisional(scanning: Scanning, records: Records) -> None:
    signer = scanning.office.where("signers", minutes_version_id=scanning.version)[0].id
    sign(scanning.office.context, signer, 1, MONDAY)
    reading = whole(scanning)
    assert scanning.keep(reading).provisional
    scanning.sign()
    sheet = scans_sheet(scanning.office.context, scanning.version)
    assert (sheet.missing, sheet.scans[0].provisional) == ((1, 2), True)
    # the same picture, now that every name is recorded
    assert not scanning.keep(reading).provisional
    assert scanning.keep(whole(scanning, 2), 2).complete
    assert wrong(records) == []


@pytest.mark.whole
def test_an_original_that_all_have_signed_is_not_provisional_while_the_other_waits(scanning: Scanning) -> None:
    scanning.sign(original=1)
    assert not scanning.keep(whole(scanning, 1), 1).provisional
    assert state(scanning) is MinutesState.FINAL
    scanning.sign()
    assert scanning.keep(whole(scanning, 2), 2).complete


def test_a_better_scan_of_archived_minutes_stands_beside_the_first(scanning: Scanning) -> None:
    scanning.sign()
    for original in (1, 2):
        scanning.keep(whole(scanning, original), original)
    made = scanning.keep(whole(scanning, 3), 2)
    sheet = scans_sheet(scanning.office.context, scanning.version)
    newest = sheet.of(2)
    assert newest is not None
    assert (made.complete, newest.link_id, len(sheet.scans)) == (False, made.link, 3)


# ---- what is found


def test_the_whole_scan_is_found_in_order(scanning: Scanning) -> None:
    assert found(scanning, whole(scanning)) == {}


def test_a_missing_page_asks_for_a_reason(scanning: Scanning) -> None:
    scanning.sign()
    reading = scanning.read(*scanning.pages()[1:])
    scan = ScanImport(version_id=scanning.version, original=1, reading=reading)
    (one,) = judge_scan(scanning.office.context, scan).findings
    assert (one.kind, one.weight, one.numbers) == (K.PAGE_MISSING, W.REASON, (1,))
    assert one.count == 1
    with refused("scan_without_reason", "reason"):
        scanning.keep(reading)
    scanning.keep(reading, reason="صفحهٔ نخست در پروندهٔ دیگری است.")
    (kept,) = scans_sheet(scanning.office.context, scanning.version).scans
    assert kept.reason == "صفحهٔ نخست در پروندهٔ دیگری است."


def test_a_page_twice_and_a_blank_one_are_found(scanning: Scanning) -> None:
    first, *rest = scanning.pages()
    reading = scanning.read(first, first, *rest, made_scans.blank(DPI))
    assert found(scanning, reading) == {K.PAGE_TWICE: W.REASON, K.MORE_PAGES: W.REASON, K.BLANK_PAGE: W.NOTICE}
    pages = [replace(page, left_out=page.blank or page.source == 1) for page in reading.pages]
    assert found(scanning, replace(reading, pages=tuple(pages))) == {}


def test_pages_of_other_minutes_are_refused_until_they_are_left_out(scanning: Scanning, office: Office) -> None:
    scanning.sign()
    _, other = office.written(1)
    office.finalised(other)
    reading = scanning.read(*scanning.pages(), scanning.pages(other)[0])
    assert found(scanning, reading) == {K.OTHER_MINUTES: W.REFUSAL}
    before = scanning.records.content()
    with refused("scan_refused", kind="other_minutes"):
        scanning.keep(reading, reason="نمی‌دانم")
    assert scanning.records.content() == before
    left = tuple(replace(page, left_out=page.source == len(scanning.pages())) for page in reading.pages)
    assert not scanning.keep(replace(reading, pages=left)).complete


def test_a_withdrawn_version_is_named_and_refused(scanning: Scanning, office: Office) -> None:
    pages = scanning.pages()
    reading = scanning.read(*pages)
    withdraw(office.context, scanning.version, "نام یک عضو جا افتاده است")
    assert found(scanning, reading) == {K.WITHDRAWN: W.REFUSAL}
    office.finalised(scanning.version + 1)
    scanning.version += 1
    assert found(scanning, scanning.read(*pages)) == {K.OTHER_VERSION: W.REFUSAL}


@pytest.mark.whole
def test_an_older_version_is_named_and_refused_for_the_newer_one(scanning: Scanning, office: Office) -> None:
    pages = scanning.pages()
    scanning.sign()
    made = amend(office.context, scanning.version, "اصلاح یک نام")
    older, scanning.version = scanning.version, made.id
    office.finalised(made.id)
    assert found(scanning, scanning.read(*pages))[K.OTHER_VERSION] is W.REFUSAL
    newer = scanning.read(*scanning.pages())
    scanning.version = older
    assert found(scanning, scanning.read(*pages)) == {K.SUPERSEDED: W.NOTICE}
    assert found(scanning, newer)[K.OTHER_VERSION] is W.REFUSAL


def test_what_is_no_paper_of_ours_is_refused_until_it_is_told(scanning: Scanning) -> None:
    reading = scanning.read(made_scans.signed(made_scans.blank(DPI), random.Random(1)))
    assert found(scanning, reading)[K.NO_PAPER_OF_OURS] is W.REFUSAL
    assert found(scanning, replace(reading, pages=())) == {K.NO_PAGES: W.REFUSAL}


def test_a_strange_sheet_among_the_pages_asks_for_a_reason(scanning: Scanning) -> None:
    strange = made_scans.signed(made_scans.blank(DPI), random.Random(1))
    reading = scanning.read(*scanning.pages(), strange)
    assert found(scanning, reading) == {K.UNKNOWN_PAGE: W.REASON, K.MORE_PAGES: W.REASON}


@pytest.mark.whole
def test_the_scan_of_one_original_is_none_of_the_other(scanning: Scanning) -> None:
    scanning.sign()
    reading = whole(scanning)
    scanning.keep(reading, 1)
    with refused("scan_of_other_original", original=1):
        scanning.keep(reading, 2)
    with refused("scan_kept_already", original=1):
        scanning.keep(reading, 1)
    with refused("original_unknown", "original"):
        scanning.keep(reading, 3)


# ---- the way back


def test_a_scan_is_taken_back_and_kept_anew(scanning: Scanning, records: Records) -> None:
    scanning.sign()
    reading = whole(scanning)
    scanning.keep(reading)
    take_back_scan(scanning.office.context, scanning.version, 1)
    assert scans_sheet(scanning.office.context, scanning.version).scans == ()
    assert files_sheet(scanning.office.context, RecordRef(FileOwner.MINUTES, scanning.version)).count == 0
    with refused("scan_nothing_to_take"):
        take_back_scan(scanning.office.context, scanning.version, 1)
    scanning.keep(reading)
    (kept,) = scans_sheet(scanning.office.context, scanning.version).scans
    assert kept.scan == 2
    assert wrong(records) == []


@pytest.mark.whole
def test_archived_minutes_keep_their_scans(scanning: Scanning) -> None:
    scanning.sign()
    made = [scanning.keep(whole(scanning, original), original) for original in (1, 2)]
    with refused("scan_archived"):
        take_back_scan(scanning.office.context, scanning.version, 1)
    with refused("scan_of_archived_minutes"):
        take_off(scanning.office.context, (made[0].link,))


def test_a_scan_that_is_taken_off_the_list_of_files_counts_no_more(scanning: Scanning) -> None:
    scanning.sign()
    made = scanning.keep(whole(scanning))
    take_off(scanning.office.context, (made.link,))
    assert scans_sheet(scanning.office.context, scanning.version).missing == (1, 2)


def test_a_pdf_that_is_kept_whole_is_its_own_archival_file(scanning: Scanning) -> None:
    scanning.sign()
    content = made_scans.pdf(scanning.pages(), DPI)
    files = (ChosenFile("اسکن.pdf", content=content),)
    made = scanning.keep(read_scan(scanning.office.context, scanning.tools, files, version_id=scanning.version))
    (line,) = files_sheet(scanning.office.context, RecordRef(FileOwner.MINUTES, scanning.version)).groups[0].lines
    assert (line.link.id, line.file.sha256) == (made.link, hashlib.sha256(content).hexdigest())
    (scan,) = scans_sheet(scanning.office.context, scanning.version).scans
    assert (scan.archival, scan.source_links) == (False, (made.link,))


@pytest.mark.parametrize("given_up_after", [0, 1, 3])
def test_keeping_that_is_given_up_leaves_no_record(scanning: Scanning, given_up_after: int) -> None:
    class GivenUp(Exception):
        """Nobody wants it any more."""

    def told(done: int, _total: int) -> None:
        if done >= given_up_after:
            raise GivenUp

    scan = ScanImport(version_id=scanning.version, original=1, reading=whole(scanning))
    with pytest.raises(GivenUp):
        store_scan(scanning.tools, scan, told)
    assert scanning.records.rows("SELECT count(*) FROM file") == [(0,)]
    assert wrong(scanning.records) == []


def test_a_repeat_of_the_act_is_told_the_same_answer(scanning: Scanning) -> None:
    scanning.sign()
    made = scanning.keep(whole(scanning))
    assert outcome_of(answer_of(made)) == made


def test_everybody_signs_before_the_scan_that_archives(scanning: Scanning) -> None:
    """The scans of both originals while names are missing archive nothing."""
    for original in (1, 2):
        scanning.keep(whole(scanning, original), original)
    assert state(scanning) is MinutesState.FINAL
    sign_all(scanning.office.context, scanning.version, MONDAY, asked=True)
    assert scans_sheet(scanning.office.context, scanning.version).missing == (1, 2)


def test_archived_minutes_are_corrected_by_a_new_version(scanning: Scanning, office: Office) -> None:
    scanning.sign()
    for original in (1, 2):
        scanning.keep(whole(scanning, original), original)
    office.finalised(amend(office.context, scanning.version, "اصلاح یک نام").id)
    assert state(scanning) is MinutesState.AMENDED
    assert wrong(scanning.records) == []


def test_a_scan_of_corrected_minutes_changes_no_state(scanning: Scanning, office: Office) -> None:
    pages = scanning.pages()
    scanning.sign()
    office.finalised(amend(office.context, scanning.version, "اصلاح یک نام").id)
    for original in (1, 2):
        reading = scanning.read(*(made_scans.signed(page, random.Random(original)) for page in pages))
        scan = ScanImport(version_id=scanning.version, original=original, reading=reading)
        keep_scan(office.context, scan, store_scan(scanning.tools, scan), name="اسکن.pdf")
    assert state(scanning) is MinutesState.AMENDED
