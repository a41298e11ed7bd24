"""What is typed and not recorded is kept, goes with the commit that records it, and tells what became of its record."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import replace

import pytest

from desktop_app.domain.errors import Refused, RuleBroken
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder
from tests.storage.conftest import CLOCK
from tests.storage.sample import Sample


class Watch:
    """Says which places an act records, and keeps what it was told."""

    def __init__(self, *places: DraftField) -> None:
        self.places = places
        self.told: list[str] = []

    def recorded(self) -> Collection[DraftField]:
        """The places."""
        return self.places

    def done(self) -> None:
        """Stored."""
        self.told.append("done")

    def refused(self, problem: Refused) -> None:
        """Not stored."""
        self.told.append(problem.key)


def _kept(data: DataFolder) -> dict[str, str]:
    with data.open_read() as work:
        return {draft.place.field: draft.content for draft in work.drafts()}


def _keep(data: DataFolder, texts: dict[DraftField, str]) -> None:
    with data.open_drafts() as work:
        work.put_drafts(texts)
        work.commit()


def _break_off(data: DataFolder, clause: int) -> None:
    with data.open_write() as work:
        work.clauses.update(replace(work.clauses.get(clause), text="تازه"))
        raise RuleBroken("text_empty")


def test_the_newest_text_of_a_field_is_kept_and_nothing_is_audited(data: DataFolder, draft: Sample) -> None:
    place = DraftField("clause", draft.clause, "text.")
    with closing(sqlite3.connect(data.folder / DATABASE_NAME)) as raw:
        before = raw.execute("SELECT count(*) FROM audit").fetchone()
        _keep(data, {place: "کمیته مقرر"})
        _keep(data, {place: "کمیته مقرر کرد"})
        assert _kept(data) == {"text.": "کمیته مقرر کرد"}
        assert raw.execute("SELECT count(*) FROM audit").fetchone() == before
        (uid,) = raw.execute("SELECT uid FROM draft").fetchone()
        assert raw.execute("SELECT id FROM clause WHERE uid = ?", (uid,)).fetchone() == (draft.clause,)


def test_a_draft_goes_in_the_commit_that_records_its_text(data: DataFolder, draft: Sample) -> None:
    place, other = DraftField("clause", draft.clause, "text."), DraftField("agenda_item", 0, "item.title")
    _keep(data, {place: "تازه", other: "عنوان"})
    watch = Watch(place)
    data.watch_acts(watch)
    with data.open_write() as work:
        work.clauses.update(replace(work.clauses.get(draft.clause), text="تازه"))
        assert _kept(data) == {"text.": "تازه", "item.title": "عنوان"}
        work.commit()
    assert watch.told == ["done"]
    assert _kept(data) == {"item.title": "عنوان"}


def test_a_refused_act_leaves_the_draft_and_is_told(data: DataFolder, draft: Sample) -> None:
    place = DraftField("clause", draft.clause, "text.")
    _keep(data, {place: "تازه"})
    watch = Watch(place)
    data.watch_acts(watch)
    with pytest.raises(RuleBroken):
        _break_off(data, draft.clause)
    assert watch.told == ["text_empty"]
    assert _kept(data) == {"text.": "تازه"}


def test_a_draft_tells_that_its_record_changed_or_is_gone(
    data: DataFolder, draft: Sample, foreign: Callable[[str], None]
) -> None:
    _keep(data, {DraftField("clause", draft.clause, "text."): "تازه"})
    with data.open_write() as work:
        work.audit("changed", "clause", draft.clause)
        work.commit()
        changed_at = CLOCK.instant()
    for kept_at in ("2023-01-01T00:00:00Z", changed_at, "2099-01-01T00:00:00Z"):
        foreign(f"UPDATE draft SET at = '{kept_at}'")
        with data.open_read() as work:
            (found,) = work.drafts()
        assert (found.place.record_id, found.gone) == (draft.clause, False)
        assert found.changed == (kept_at <= changed_at)
    foreign("UPDATE draft SET uid = 'none'")
    with data.open_read() as work:
        (found,) = work.drafts()
    assert found.gone
    with data.open_drafts() as work:
        work.drop_drafts([found.place])
        work.commit()
    assert _kept(data) == {}


def test_what_each_start_found_keeps_a_place_of_its_own(data: DataFolder, draft: Sample) -> None:
    place = DraftField("clause", draft.clause, "text.")
    for text in ("نخست", "دوم", "سوم"):
        _keep(data, {place: text})
        if text != "سوم":
            with data.open_drafts() as work:
                work.set_drafts_aside()
                work.commit()
    with data.open_read() as work:
        drafts = {found.place.found: found for found in work.drafts()}
    assert {found: one.content for found, one in drafts.items()} == {1: "نخست", 2: "دوم", 0: "سوم"}
    assert {(one.place.record_id, one.place.field) for one in drafts.values()} == {(draft.clause, "text.")}
    with data.open_drafts() as work:
        work.drop_drafts([place, drafts[1].place])
        work.commit()
    with data.open_read() as work:
        assert [one.content for one in work.drafts()] == ["دوم"]


def test_drafts_of_records_that_are_gone_keep_apart_and_go_by_what_is_known_of_them(
    data: DataFolder, draft: Sample
) -> None:
    place = DraftField("clause", draft.clause, "text.")
    with data.open_drafts() as work:
        (known,) = work.put_drafts({place: "تازه"})
        work.commit()
    with data.open_write() as work:
        work.clauses.remove(draft.clause)
        work.commit()
    _keep(data, {DraftField("clause", 9001, "text."): "نخست", DraftField("clause", 9002, "text."): "دوم"})
    with data.open_read() as work:
        assert sorted(found.content for found in work.drafts()) == ["تازه", "دوم", "نخست"]
        assert all(found.gone for found in work.drafts())
    with data.open_drafts() as work:
        work.drop_drafts([known, DraftField("clause", 9001, "text.")])
        work.commit()
    assert _kept(data) == {"text.": "دوم"}
