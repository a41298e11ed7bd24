"""Search finds every spelling, follows each change, and takes wildcards as they are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.read_models.listing import ListQuery, SearchHit
from desktop_app.domain.rules.members import Person
from desktop_app.domain.rules.minutes import ClauseKind, Deliberation, MinutesActKind, MinutesState, MinutesVersion
from desktop_app.storage.file.check import DERIVED
from desktop_app.storage.file.folder import DataFolder, open_folder
from desktop_app.storage.store import reindex as module
from desktop_app.storage.store import search as search_module
from desktop_app.storage.store.work import Work
from tests.storage.conftest import work_context
from tests.storage.sample import Sample, act, freeze, sign_whole, withdraw


def _kinds(work: Work, query: str) -> set[tuple[str, int]]:
    return {(hit.kind, hit.id) for hit in work.search(query, 50)}


@pytest.mark.parametrize("query", ["می‌شود", "می شود", "میشود", "مي‌شود", "دید میشود"])
def test_every_spelling_finds_the_same(data: DataFolder, draft: Sample, query: str) -> None:
    with data.open_read() as work:
        assert _kinds(work, query) == {("deliberation", draft.deliberation)}


@pytest.mark.parametrize(
    ("query", "kind", "name"),
    [
        ("ساری", "meeting", "meeting"),
        ("۱۴۰۱/۱۱/۱۰", "meeting", "meeting"),
        ("1401/11/10", "meeting", "meeting"),
        ("پهناي باند", "agenda_item", "item"),
        ("هفتاد روستا", "agenda_item", "item"),
        ("گزارش شنیده", "clause", "note"),
        ("ارتباط پرسرعت", "resolution", "resolution"),
        ("درفشان", "guest", "guest"),
        ("شبکه ملی ۶۶", "upstream", "upstream"),
        ("پارك علم", "unit", "units"),
        ("بهمن", "person", "person"),
    ],
)
def test_every_kind_is_found(data: DataFolder, draft: Sample, query: str, kind: str, name: str) -> None:
    wanted = getattr(draft, name)
    with data.open_read() as work:
        assert (kind, wanted[1] if isinstance(wanted, tuple) else wanted) in _kinds(work, query)


def test_a_hit_shows_the_words_as_written(data: DataFolder, final: Sample) -> None:
    with data.open_read() as work:
        found = work.search("پرسرعت", 5)
        assert found == (
            SearchHit(
                kind="resolution", id=final.resolution, title="۱۴۰۱/۳/۱", text="تأمین ارتباط پرسرعت برای روستاها"
            ),
        )
        assert work.search("شنیده", 5)[0].title == "گزارش پهنای باند روستاها"
        assert work.search("ساری", 5)[0].title == "3"
        assert [hit.kind for hit in work.search("۱۴۰۱/۳/۱", 5)] == ["resolution"]


def test_an_item_found_by_its_background_shows_it(data: DataFolder, draft: Sample) -> None:
    with data.open_read() as work:
        (hit,) = work.search("هفتاد روستا", 5)
    assert (hit.title, hit.text) == ("گزارش پهنای باند روستاها", "گزارش پهنای باند روستاها\nهفتاد روستا پوشش ندارد.")


def test_nothing_and_everything(data: DataFolder, draft: Sample) -> None:
    with data.open_read() as work:
        for query in ("", "   ", "ـ", "\u200c"):
            assert work.search(query, 5) == ()
        assert len(work.search("ا", 3)) == 3


@pytest.mark.parametrize("query", ["%", "_", "\\", "100%", "'", '"', "NEAR(", "-x", "*", "a:b"])
def test_signs_are_taken_as_they_are(data: DataFolder, draft: Sample, query: str) -> None:
    with data.open_write() as work:
        assert _kinds(work, query) == set()
        talk = Deliberation(
            minutes_version_id=draft.version,
            agenda_item_id=draft.item,
            ordinal=2,
            speaker="ک",
            text=f"پیش {query} پس",
        )
        made = work.deliberations.add(talk).id
        assert _kinds(work, query) <= {("deliberation", made)}


def test_a_wildcard_finds_itself_alone(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        item = work.agenda.get(draft.item)
        work.agenda.update(replace(item, title="پیشرفت ۱۰۰% شد"))
        assert _kinds(work, "0%") == {("agenda_item", draft.item)}
        assert _kinds(work, "1%0") == set()


def test_search_follows_change_and_removal(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        talk = work.deliberations.get(draft.deliberation)
        work.deliberations.update(replace(talk, text="سامانه"))
        assert _kinds(work, "میشود") == set()
        assert _kinds(work, "سامانه") == {("deliberation", draft.deliberation)}
        work.deliberations.remove(draft.deliberation)
        assert _kinds(work, "سامانه") == set()


def test_a_clause_that_becomes_a_resolution_and_back(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        clause = work.clauses.get(draft.clause)
        work.clauses.update(replace(clause, kind=ClauseKind.NOTE, resolution_id=None))
        work.resolutions.remove(draft.resolution)
        assert _kinds(work, "پرسرعت") == {("clause", draft.clause)}


def test_only_the_newest_version_is_found(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        withdraw(work, final)
        second = work.versions.add(MinutesVersion(meeting_id=final.meeting, version=2)).id
        copy = work.deliberations.add(
            replace(work.deliberations.get(final.deliberation), id=0, minutes_version_id=second)
        )
        clause = replace(work.clauses.get(final.clause), id=0, minutes_version_id=second, text="پرسرعت و پایدار")
        work.clauses.add(clause)
        assert _kinds(work, "میشود") == {("deliberation", copy.id)}
        assert [hit.text for hit in work.search("پرسرعت", 5)] == ["پرسرعت و پایدار"]


def test_lists_are_searched_by_all_that_belongs_to_their_rows(data: DataFolder, final: Sample) -> None:
    with data.open_read() as work:
        for word in ("ساری", "پهنای‌باند", "میشود", "شنیده", "پرسرعت", "درفشان"):
            assert list(work.meeting_rows.ids(ListQuery(word))) == [final.meeting], word
            assert list(work.minutes_rows.ids(ListQuery(word))) == [final.version], word
            assert list(work.meeting_rows.ids(ListQuery(f"{word} ناموجود"))) == []
        assert list(work.meeting_rows.ids(ListQuery("ساری پرسرعت"))) == [final.meeting]
        assert list(work.resolution_rows.ids(ListQuery("1401/3/1 روستا"))) == [final.resolution]
        assert list(work.resolution_rows.ids(ListQuery("ساری"))) == []
        assert list(work.minutes_rows.ids(ListQuery("  "))) == [final.version]


def test_folding_by_new_rules_fills_the_columns_again(
    data: DataFolder, final: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not data.reindex()
    for changed in (module, search_module):
        monkeypatch.setattr(changed, "FOLD_VERSION", 99)
    with data.open_read() as work:
        before = {query: _kinds(work, query) for query in ("پرسرعت", "ساری", "بهمن", "شنیده")}
    assert data.reindex()
    assert not data.reindex()
    with data.open_read() as work:
        assert {query: _kinds(work, query) for query in before} == before


def test_the_order_of_results_stays_when_all_is_filled_again(data: DataFolder, final: Sample) -> None:
    """The newest first, whatever kind it is of, and what nothing stands behind goes."""
    with data.open_write() as work:
        # a kind that is filled before the others
        person = work.people.add(Person(name="کاربر پرسرعت")).id
        work.transaction.connection.exec_driver_sql(
            "INSERT INTO search_text (kind, record_id, spaced, joined, squeezed, fold_version)"
            " VALUES ('person', 99, 'پرسرعت', 'پرسرعت', 'پرسرعت', 0), ('persom', 1, 'پرسرعت', 'پرسرعت', 'پرسرعت', 0)"
        )
        work.commit()
    assert data.reindex()
    with data.open_read() as work:
        found = [(hit.kind, hit.id) for hit in work.search("پرسرعت", 50)]
    assert found == [("person", person), ("resolution", final.resolution)]


def test_opening_folds_again_when_the_rules_have_changed(
    data: DataFolder, final: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = data.folder
    data.close()
    for changed in (module, search_module):
        monkeypatch.setattr(changed, "FOLD_VERSION", 99)
    again = open_folder(folder, work_context())
    assert not again.reindex()
    again.close()


def _corrected(work: Work, sample: Sample) -> int:
    """The draft of a correction of signed minutes that says one thing otherwise."""
    sign_whole(work, sample)
    second = work.versions.add(MinutesVersion(meeting_id=sample.meeting, version=2)).id
    clause = replace(work.clauses.get(sample.clause), id=0, minutes_version_id=second, text="تأمین ارتباط ماهواره‌ای")
    return work.clauses.add(clause).id


def test_a_correction_changes_what_a_resolution_is_found_by_when_it_is_final(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        made = _corrected(work, final)
        work.commit()
    with data.open_read() as work:
        assert _kinds(work, "پرسرعت") == {("resolution", final.resolution)}
        (hit,) = work.search("ماهواره‌ای", 5)
        assert (hit.kind, hit.id, hit.text, hit.draft) == ("clause", made, "تأمین ارتباط ماهواره‌ای", True)
        for word, found in (("پرسرعت", [final.resolution]), ("ماهواره‌ای", [])):
            assert list(work.resolution_rows.ids(ListQuery(word))) == found
            assert bool(work.task_rows.ids(ListQuery(word))) == bool(found)
    assert data.check() == ()
    with data.open_write() as work:
        second = work.clauses.get(made).minutes_version_id
        version = replace(work.versions.get(second), state=MinutesState.REVIEW)
        work.versions.update(version)
        freeze(work, version, {final.resolution: "۱۴۰۱/۳/۱"})
        act(work, final.version, MinutesActKind.AMENDED)
        work.versions.update(replace(work.versions.get(final.version), state=MinutesState.AMENDED))
        work.commit()
    with data.open_read() as work:
        assert work.search("پرسرعت", 5) == ()
        (hit,) = work.search("ماهواره‌ای", 5)
        assert (hit.kind, hit.id, hit.draft) == ("resolution", final.resolution, False)
        # what ended is found in the list of minutes, where it stands as what it is
        assert list(work.minutes_rows.ids(ListQuery("پرسرعت"))) == [final.version]
        assert list(work.minutes_rows.ids(ListQuery("ماهواره‌ای"))) == [second]
        assert list(work.meeting_rows.ids(ListQuery("پرسرعت"))) == []
    assert data.check() == ()


def test_what_a_correction_leaves_as_it_is_is_found_once_as_what_is_in_force(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        made = work.clauses.get(_corrected(work, final))
        clause, talk = work.clauses.get(final.clause), work.deliberations.get(final.deliberation)
        work.clauses.update(replace(made, text=clause.text))
        work.deliberations.add(replace(talk, id=0, minutes_version_id=made.minutes_version_id))
        work.commit()
    with data.open_read() as work:
        assert [(hit.kind, hit.id) for hit in work.search("پرسرعت", 5)] == [("resolution", final.resolution)]
        assert [(hit.kind, hit.id) for hit in work.search("می‌شود", 5)] == [("deliberation", final.deliberation)]


def test_another_speaker_who_says_the_same_in_a_correction_is_found(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        second = work.clauses.get(_corrected(work, final)).minutes_version_id
        talk = work.deliberations.get(final.deliberation)
        work.deliberations.add(replace(talk, id=0, minutes_version_id=second))
        other = replace(talk, id=0, minutes_version_id=second, speaker="مریم دومین", ordinal=9)
        added = work.deliberations.add(other).id
        work.commit()
        assert _kinds(work, "می‌شود") == {("deliberation", final.deliberation), ("deliberation", added)}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE search_text SET squeezed = 'ماهواره', spaced = squeezed WHERE kind = 'resolution'",
        "UPDATE search_text SET minutes_version_id = 2 WHERE kind = 'resolution'",
        "DELETE FROM search_text WHERE kind = 'resolution'",
    ],
)
def test_words_that_are_not_in_force_are_found_and_made_anew(
    data: DataFolder, final: Sample, foreign: Callable[[str], None], sql: str
) -> None:
    with data.open_write() as work:
        _corrected(work, final)
        work.commit()
    foreign(sql)
    assert data.check_derived() == (Finding(kind=FindingKind.SEARCH_STALE, subject="resolution", detail="1"),)
    assert data.reindex(DERIVED)
    assert data.check_derived() == ()


def test_words_that_an_older_program_folded_are_put_right_when_the_folder_is_opened(
    data: DataFolder, final: Sample, foreign: Callable[[str], None]
) -> None:
    """Until then the newest version of any state was what a resolution was found by."""
    with data.open_write() as work:
        _corrected(work, final)
        work.commit()
    old = "squeezed = 'ماهوارهای', minutes_version_id = 2, fold_version = 1"
    foreign(f"UPDATE search_text SET {old} WHERE kind = 'resolution'")
    foreign("DELETE FROM search_text WHERE kind = 'clause' AND minutes_version_id = 2")
    folder = data.folder
    data.close()
    again = open_folder(folder, work_context())
    with again.open_read() as work:
        assert _kinds(work, "پرسرعت") == {("resolution", final.resolution)}
        assert [hit.draft for hit in work.search("ماهواره‌ای", 5)] == [True]
    assert again.check() == ()
    again.close()
