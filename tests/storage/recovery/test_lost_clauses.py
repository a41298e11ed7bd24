"""Minutes of which a recovery found single rows lost: their frozen text proves itself, and is printed; rows are not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.domain.rules.minutes import LOST
from desktop_app.domain.verifying.verdicts import PaperStanding
from desktop_app.services import lists
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.documents.year_book_document import year_book_paper
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.verifying.verified_minutes import standing_of
from desktop_app.storage.file.check_beside import check_recovered
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.refusals import sentence
from desktop_app.wiring import Office
from tests.bootstrap.test_history_page import forge
from tests.storage.conftest import work_context
from tests.storage.past_office import take_over
from tests.storage.recovery.test_lost_states import asked, lose, recover

FIRST = "SELECT id, meeting_id FROM minutes_version WHERE state = 'signed' ORDER BY id LIMIT 1"
ADOPTED = "SELECT id, resolution_id FROM clause WHERE minutes_version_id = {} AND resolution_id IS NOT NULL ORDER BY id"
LOSSES = {
    "resolution": "UPDATE clause SET text = 'متن دیگر' WHERE id = {clause}",
    "resolution gone": "DELETE FROM clause WHERE id = {clause}",
    "note": "UPDATE clause SET text = 'متن دیگر' WHERE minutes_version_id = {version} AND resolution_id IS NULL",
    "talk": "DELETE FROM deliberation WHERE minutes_version_id = {version}",
    "signer": "UPDATE signer SET name = 'دیگری' WHERE minutes_version_id = {version}",
    "attendance": "UPDATE attendance SET name = 'دیگری' WHERE minutes_version_id = {version}",
    "number": "UPDATE resolution SET number = number || '۹' WHERE id = {resolution}",
}


PLACES = "SELECT minutes_version_id, resolution_id FROM clause WHERE resolution_id IS NOT NULL ORDER BY 1, 2"
WORDED = "SELECT DISTINCT resolution_id FROM clause WHERE resolution_id IS NOT NULL ORDER BY 1"
LISTS: tuple[Callable[[Office], object], ...] = (
    lambda opened: lists.resolution_ids(opened.context),
    lambda opened: lists.task_ids(opened.context),
)


class Damaged:
    """An office, its first signed minutes, and one of their resolutions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        ((version, meeting),) = asked(folder, FIRST)
        assert isinstance(version, int)
        assert isinstance(meeting, int)
        self.version, self.meeting = version, meeting
        clause, resolution = asked(folder, ADOPTED.format(version))[0]
        assert isinstance(resolution, int)
        self.clause, self.resolution = clause, resolution
        self._ids = {"clause": clause, "version": version, "resolution": resolution}

    def forge(self, sql: str) -> None:
        forge(self.folder, sql.format(**self._ids))

    def read(self, reading: Callable[[Office], object]) -> object:
        with closing(wiring.view_office(self.folder, work_context().clock)) as opened:
            return reading(opened)

    def refused(self, key: str, reading: Callable[[Office], object]) -> RuleBroken:
        with pytest.raises(RuleBroken, match=key) as caught:
            self.read(reading)
        return caught.value

    def paper(self, opened: Office) -> object:
        return minutes_paper(opened.context, self.version)

    def standing(self, opened: Office) -> object:
        with opened.context.read() as work:
            return standing_of(work, work.versions.get(self.version))


@pytest.fixture
def office(demo_data: Path, tmp_path: Path) -> Damaged:
    return Damaged(Path(shutil.copytree(demo_data, tmp_path / "office")))


@pytest.mark.parametrize("loss", LOSSES)
def test_the_frozen_text_prints_as_it_was_signed(office: Damaged, loss: str) -> None:
    before = office.read(office.paper)
    office.forge(LOSSES[loss])
    office.refused("minutes_falsified", office.paper)
    recover(office.folder)
    assert office.read(office.paper) == before
    told = office.read(lambda opened: check_recovered(opened.folder, lambda _done, _total: None))
    assert told, "it is told at every start all the same"


@pytest.mark.parametrize("loss", LOSSES)
def test_what_is_drawn_of_their_rows_says_why_not_and_what_to_do(office: Damaged, loss: str) -> None:
    office.forge(LOSSES[loss])
    recover(office.folder)
    for reading in (
        lambda opened: minutes_sheet(opened.context, office.version),
        lambda opened: extract_paper(opened.context, office.meeting),
    ):
        said = sentence(office.refused("minutes_rows_lost", reading))
        assert "دستکاری" not in said, "a loss is nobody's falsification"
        assert "چاپ" in said
    assert persian(3) in sentence(RuleBroken("minutes_rows_lost", number=3, version=1))


@pytest.mark.parametrize("loss", ["resolution", "talk"])
def test_a_lost_row_makes_no_paper_worthless(office: Damaged, loss: str) -> None:
    before = office.read(office.standing)
    assert before is not PaperStanding.FALSIFIED
    office.forge(LOSSES[loss])
    assert office.read(office.standing) is PaperStanding.FALSIFIED
    recover(office.folder)
    assert office.read(office.standing) == before


def test_who_has_signed_is_not_told_of_pens_that_are_lost(office: Damaged) -> None:
    office.forge(LOSSES["signer"])
    recover(office.folder)
    assert office.read(office.standing) is PaperStanding.FALSIFIED


FORGED = {
    "text": "UPDATE minutes_version SET snapshot = replace(snapshot, ' ', '  ') WHERE id = {version}",
    "code": "UPDATE audit SET facts = '{{}}' WHERE act = 'hashed' AND subject_id = {version}",
    "head": "UPDATE minutes_version SET kept_at = 'جای دیگر' WHERE id = {version}",
}


@pytest.mark.parametrize("part", FORGED)
@pytest.mark.parametrize("later", [False, True])
def test_without_its_proof_it_is_not_printed(office: Damaged, part: str, *, later: bool) -> None:
    office.forge(LOSSES["resolution"])
    if not later:
        office.forge(FORGED[part])
    recover(office.folder)
    if later:
        office.read(office.paper)
        office.forge(FORGED[part])
    office.refused("minutes_", office.paper)


def test_a_recovery_excuses_no_other_minutes(office: Damaged) -> None:
    office.forge("UPDATE clause SET text = 'متن دیگر' WHERE minutes_version_id <> {version}")
    recover(office.folder)
    office.read(office.paper)
    office.forge(LOSSES["resolution"])
    office.refused("minutes_falsified", office.paper)


def test_a_marked_clause_is_drawn_with_its_mark(office: Damaged) -> None:
    """One lost row does not keep the office from its register for ever, nor does it excuse what was written since."""
    office.forge(LOSSES["resolution"])
    recover(office.folder)
    (text,) = asked(office.folder, f"SELECT text FROM clause WHERE id = {office.clause}")[0]
    assert str(text).startswith(LOST)
    drawn = repr(office.read(lambda opened: register_paper(opened.context)))
    assert str(text) in drawn
    office.read(lambda opened: resolution_sheet(opened.context, office.resolution))
    office.read(lambda opened: year_book_paper(opened.context, 1402).document)
    office.forge("UPDATE clause SET text = 'متن سوم' WHERE id = {clause}")
    office.refused("minutes_falsified", lambda opened: register_paper(opened.context))


ADOPTION = (
    "SELECT minutes_version_id, resolution_id, kind, adoption, votes_for, votes_against, reservation FROM clause"
    " WHERE resolution_id IS NOT NULL ORDER BY 1, 2"
)


@pytest.mark.parametrize("indexes", [False, True])
@pytest.mark.parametrize("hashes", ["kept", "lost"])
def test_no_resolution_goes_from_the_lists_with_its_clause(office: Damaged, hashes: str, *, indexes: bool) -> None:
    """Whoever reads «there is none» would take its work for done; what stands there says that its words are lost."""
    places = PLACES if not indexes else WORDED
    before = asked(office.folder, places)
    shown = [office.read(listed) for listed in LISTS]
    assert all(shown)
    book = office.read(lambda opened: year_book_paper(opened.context, 1402).document)
    adopted = asked(office.folder, ADOPTION)
    lose(office.folder / DATABASE_NAME, "clause", indexes=indexes)
    if hashes == "lost":
        lose(office.folder / DATABASE_NAME, "record_hash")
    recover(office.folder)
    found = asked(office.folder, places)
    assert found == before
    assert [office.read(listed) for listed in LISTS] == shown
    assert asked(office.folder, ADOPTION) == adopted, "as the frozen words say; nothing is made up"
    assert asked(office.folder, "SELECT DISTINCT deadline_count FROM clause WHERE text LIKE '؟%'") == [(0,)]
    kinds = office.read(lambda opened: {one.kind for one in opened.folder.check()})
    assert isinstance(kinds, set)
    assert not kinds & {FindingKind.RESOLUTION_WITHOUT_CLAUSE, FindingKind.RESOLUTION_OF_OTHER_MEETING}
    assert LOST in repr(office.read(lambda opened: register_paper(opened.context)))
    # that one is drawn from the frozen words
    assert office.read(lambda opened: year_book_paper(opened.context, 1402).document) == book
    office.refused("minutes_rows_lost", lambda opened: extract_paper(opened.context, office.meeting))


def test_resolutions_that_were_taken_over_stay_in_lists_and_register_without_their_clauses(tmp_path: Path) -> None:
    """Nothing of them was frozen here: their number and their work are left."""
    place = tmp_path / "past"
    take_over(place)
    with closing(wiring.view_office(place, work_context().clock)) as opened:
        shown = [listed(opened) for listed in LISTS]
        with opened.context.read() as work:
            numbers = [one.number for one in work.resolutions.where()]
    assert all(shown)
    lose(place / DATABASE_NAME, "clause")
    recover(place)
    with closing(wiring.view_office(place, work_context().clock)) as opened:
        assert [listed(opened) for listed in LISTS] == shown
        drawn = repr(register_paper(opened.context))
    assert LOST in drawn
    assert all(number in drawn for number in numbers)
