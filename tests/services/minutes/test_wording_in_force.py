"""Every reader shows the version that the one rule names, and counts what the year book and the register count.

The data hold minutes in every stage of their life (``lives.py``), and each word stands in one version alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest

from desktop_app.domain.calendar.jalali import month_of
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.documents.register_documents import RegisterLine
from desktop_app.domain.documents.register_documents import in_force as of_the_book
from desktop_app.domain.documents.snapshots import minutes_from_json
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import ListQuery, MinutesView, ResolutionView
from desktop_app.domain.rules import in_force as rule
from desktop_app.domain.rules.minutes import EDITABLE, Clause, MinutesState, MinutesVersion
from desktop_app.domain.rules.resolutions import Resolution, ResolutionState
from desktop_app.domain.text.folding import marked_spans
from desktop_app.services import lists
from desktop_app.services.documents.agenda_pack_document import agenda_pack_paper
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.paper_choices import paper_choices
from desktop_app.services.documents.papers import alignment_matrix_paper, paper_of
from desktop_app.services.documents.register_document import register_paper, year_book_paper
from desktop_app.services.documents.reminder_document import reminder_paper
from desktop_app.services.follow_up.badges import waiting
from desktop_app.services.follow_up.follow_up import follow_up_of
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.versions.versions import earlier_minutes, version_in_force
from desktop_app.storage.file.folder import DataFolder
from tests.services.lives import CHANGED, LIVES, WORDS, Lives, every_life
from tests.services.office_steps import Office
from tests.services.offices import Offices

S = MinutesState


@dataclass
class Folder:
    """The folder with its lives, and what the rule says of every record in it."""

    data: DataFolder
    lives: Lives

    @property
    def office(self) -> Office:
        return self.lives.office

    def versions(self, meeting_id: int) -> list[MinutesVersion]:
        """All but the dropped ones."""
        return [one for one in self.office.where("versions", meeting_id=meeting_id) if one.state is not S.DROPPED]

    def force(self, meeting_id: int) -> MinutesVersion | None:
        return rule.in_force(self.versions(meeting_id))

    def stands(self, meeting_id: int) -> MinutesVersion:
        found = rule.current_version(self.versions(meeting_id))
        assert found is not None
        return found

    def worded(self) -> dict[int, Clause]:
        """By resolution: the clause that words it."""
        versions = {one.id: one for one in self.office.where("versions")}
        return rule.wordings(self.office.where("clauses"), versions)

    def adopted(self) -> dict[str, str]:
        """By number: the words of everything that some version in an adopting state holds."""
        states = {one.id: one.state for one in self.office.where("versions")}
        numbers: dict[int, Resolution] = {one.id: one for one in self.office.where("resolutions")}
        return {
            numbers[key].number: clause.text
            for key, clause in self.worded().items()
            if states[clause.minutes_version_id] in rule.ADOPTING
        }


@pytest.fixture(scope="module")
def made(offices: Offices) -> Iterator[Folder]:
    """Two months after the last meeting: every deadline has passed. Nobody writes into it."""
    with offices.opened() as (office, records):
        lives = every_life(office)
        records.clock.forward(days=60)
        lives.office = replace(lives.office, open_work=records.folder.open_read)
        yield Folder(records.folder, lives)


def hits(made: Folder, query: str) -> list[tuple[str, int, str, bool]]:
    found = lists.search(made.office.context, query)
    return sorted((hit.kind, hit.id, hit.text, hit.draft) for hit in found)


# ---- the data


def test_the_data_hold_every_stage(made: Folder) -> None:
    states = {life: [one.state.value for one in made.versions(made.lives.meetings[life])] for life in LIVES}
    assert states == {
        "draft": ["draft"],
        "review": ["review"],
        "final": ["final"],
        "withdrawn": ["withdrawn", "draft"],
        "signed": ["signed"],
        "correcting": ["signed", "draft"],
        "reading": ["signed", "review"],
        "corrected": ["amended", "final"],
        "signed_again": ["amended", "signed"],
        "corrected_twice": ["amended", "amended", "final"],
        "given_up": ["signed"],
        "taken_back": ["amended", "withdrawn", "draft"],
    }
    assert made.data.check() == ()


# ---- lists


def test_the_list_of_resolutions_shows_and_finds_the_words_in_force(made: Folder) -> None:
    worded = made.worded()
    with made.data.open_read() as work:
        ids = list(work.resolution_rows.ids())
        rows = {row.id: row for row in work.resolution_rows.fetch(ids)}
        assert {key: (row.text, row.minutes_version_id) for key, row in rows.items()} == {
            key: (clause.text, clause.minutes_version_id) for key, clause in worded.items()
        }
        texts = {clause.text for clause in made.office.where("clauses") if clause.resolution_id is not None}
        for text in texts:
            shown = {key for key, clause in worded.items() if clause.text == text}
            assert set(work.resolution_rows.ids(ListQuery(search=text))) == shown, text
            assert all(marked_spans(rows[key].text, text) for key in shown), "what was found is marked"


def test_a_resolution_is_adopted_in_the_list_when_it_is_in_the_register(made: Folder) -> None:
    with made.data.open_read() as work:
        rows = work.resolution_rows.fetch(list(work.resolution_rows.ids()))
        counts = work.resolution_rows.view_counts()
    listed = {
        row.number: (row.text, row.state.value, row.due) for row in rows if row.state is not ResolutionState.PROPOSED
    }
    lines = register_paper(made.office.context).document.lines
    assert {line.number: (line.text, line.state, date.fromisoformat(line.due)) for line in lines} == listed
    assert {number: text for number, (text, *_) in listed.items()} == made.adopted()
    assert counts[ResolutionView.ALL] == len(rows)
    assert counts[ResolutionView.CLOSED] == sum(line.state == "rejected" for line in lines)


def test_the_list_of_tasks_shows_the_words_in_force(made: Folder) -> None:
    worded = made.worded()
    with made.data.open_read() as work:
        rows = work.task_rows.fetch(list(work.task_rows.ids()))
        assert rows
        for row in rows:
            clause = worded[row.resolution_id]
            assert (row.text, row.minutes_version_id) == (clause.text, clause.minutes_version_id)
            sheet = task_sheet(made.office.context, row.id)
            assert (sheet.text, sheet.minutes_version_id) == (clause.text, clause.minutes_version_id)
            assert row.id in work.task_rows.ids(ListQuery(search=clause.text))


def test_the_list_of_minutes_counts_what_the_year_book_counts(made: Folder) -> None:
    every = [one for life in LIVES for one in made.versions(made.lives.meetings[life])]
    with made.data.open_read() as work:
        counts = work.minutes_rows.view_counts()
        by_view = {view: list(work.minutes_rows.ids(ListQuery(view=view))) for view in MinutesView}
        rows = {row.id: row for row in work.minutes_rows.fetch(by_view[MinutesView.ALL])}
    assert {view: len(found) for view, found in by_view.items()} == counts
    assert sorted(by_view[MinutesView.ALL]) == sorted(one.id for one in every)
    assert {one.id: (one.version, one.state) for one in every} == {
        key: (row.version, row.state) for key, row in rows.items()
    }
    book = year_book_paper(made.office.context, 1402).document
    states = Counter(one.state for one in book.minutes)
    holding = Counter(one.state for one in of_the_book(book.minutes).values())
    assert counts[MinutesView.ENDED] == states["withdrawn"] + states["amended"] == 7
    assert counts[MinutesView.SIGNED] == states["signed"] == holding["signed"] == 5
    assert counts[MinutesView.AWAITS_PEN] == states["final"] == holding["final"] == 3
    assert counts[MinutesView.IN_HAND] == sum(one.state in EDITABLE for one in every) == 6
    assert sum(counts[view] for view in MinutesView if view is not MinutesView.ALL) == counts[MinutesView.ALL]


def test_a_version_is_found_in_the_list_by_its_own_words(made: Folder) -> None:
    with made.data.open_read() as work:
        for version in made.office.where("versions"):
            for clause in made.office.where("clauses", minutes_version_id=version.id):
                holders = {one.minutes_version_id for one in made.office.where("clauses") if one.text == clause.text}
                assert set(work.minutes_rows.ids(ListQuery(search=clause.text))) == holders, clause.text


def test_the_list_of_meetings_shows_the_minutes_that_stand(made: Folder) -> None:
    with made.data.open_read() as work:
        for life in LIVES:
            version = made.stands(made.lives.meetings[life])
            (row,) = work.meeting_rows.fetch([made.lives.meetings[life]])
            clauses = made.office.where("clauses", minutes_version_id=version.id)
            assert (row.minutes_version_id, row.minutes_state) == (version.id, version.state), life
            assert row.resolution_count == sum(one.is_resolution for one in clauses)


def test_what_waits_is_counted_by_the_same_rule(made: Folder) -> None:
    every = [one for life in LIVES for one in made.versions(made.lives.meetings[life])]
    told = waiting(made.office.context)
    assert told["minutes"].waiting == sum(one.state in {*EDITABLE, S.FINAL} for one in every)
    numbers = {line.number for line in _register(made) if line.state not in {"rejected", "verified"}}
    assert told["resolutions"].waiting == len(numbers)


# ---- the search over everything


def test_the_search_finds_a_resolution_by_the_words_in_force_alone(made: Folder) -> None:
    for key, clause in made.worded().items():
        state = made.office.get("versions", clause.minutes_version_id).state
        found = [hit for hit in hits(made, clause.text) if hit[0] == "resolution" and hit[1] == key]
        assert found == [("resolution", key, clause.text, state not in rule.ADOPTING)]
    shown = {clause.text for clause in made.worded().values()}
    for clause in made.office.where("clauses"):
        if clause.text not in shown:
            assert not [hit for hit in hits(made, clause.text) if hit[0] == "resolution"], clause.text


def test_a_draft_is_found_as_a_draft_of_minutes(made: Folder) -> None:
    """Its words lead to where they are written, and say what they are."""
    word, new = WORDS["correcting"], CHANGED
    draft = made.office.where("clauses", minutes_version_id=made.lives.written["correcting"])
    texts = {one.text: one for one in draft}
    changed, added, note = (f"{word} {ending}" for ending in new)
    assert hits(made, changed) == [("clause", texts[changed].id, changed, True)]
    assert hits(made, added) == [("resolution", texts[added].resolution_id, added, True)]
    assert hits(made, note) == [("clause", texts[note].id, note, True)]
    # what the correction leaves alone stands in both and says nothing new there: it is found as signed
    assert [hit[3] for hit in hits(made, f"{word} یادداشت")] == [False]


def test_what_no_longer_holds_is_not_found(made: Folder) -> None:
    gone = {
        "corrected": ("نخست",),
        "signed_again": ("نخست",),
        "corrected_twice": ("نخست", CHANGED[0]),
        "given_up": CHANGED,
        "withdrawn": ("نخست",),
        "taken_back": ("تازه",),
    }
    for life, endings in gone.items():
        for ending in endings:
            assert hits(made, f"{WORDS[life]} {ending}") == [], (life, ending)


# ---- papers


def _register(made: Folder) -> tuple[RegisterLine, ...]:
    return register_paper(made.office.context).document.lines


def test_papers_of_all_resolutions_bear_the_words_in_force(made: Folder) -> None:
    adopted, context = made.adopted(), made.office.context
    assert {line.number: line.text for line in _register(made)} == adopted
    book = year_book_paper(context, 1402).document
    assert {line.number: line.text for line in book.lines} == adopted
    matrix = alignment_matrix_paper(context, every=True).document
    assert {row.number: row.text for row in matrix.rows}.items() <= adopted.items()
    reminded = [line for letter in reminder_paper(context).document.letters for line in letter.lines]
    assert {line.number: line.text for line in reminded}.items() <= adopted.items()
    offered = {one.number: one.text for one in paper_choices(context).resolutions}
    assert {number: text for number, text in offered.items() if number in adopted} == adopted
    with context.read() as work:
        later = max(work.meetings.where(), key=lambda one: one.number or 0)
        reported = follow_up_of(work, later, context.clock.today())
    assert {row.number: row.text for row in reported}.items() <= adopted.items()
    assert len(matrix.rows) > 12
    assert len({line.number for line in reminded}) > 6
    assert len(reported) > 12


def test_the_year_book_holds_to_the_version_in_force(made: Folder) -> None:
    book = year_book_paper(made.office.context, 1402).document
    found = {one.number: one.version for one in of_the_book(book.minutes).values()}
    wanted = {}
    for meeting in made.office.where("meetings"):
        version = made.force(meeting.id)
        if version is not None:
            wanted[meeting.number] = version.version
    assert found == wanted


@pytest.mark.parametrize("life", LIVES)
def test_papers_of_one_meeting_are_made_of_the_version_in_force(made: Folder, life: str) -> None:
    meeting_id = made.lives.meetings[life]
    force, stands = made.force(meeting_id), made.stands(meeting_id)
    context = made.office.context
    paper = paper_of(context, PaperOrder(kind=PaperKind.MINUTES, meeting_id=meeting_id))
    assert (paper.document.version, paper.imprint.draft) == (stands.version, force is None)
    if force is None:
        with pytest.raises(RuleBroken, match="extract_before_final"):
            extract_paper(context, meeting_id)
        return
    lines = {one.number: one.text for one in minutes_from_json(force.snapshot).resolutions}
    assert lines.items() <= made.adopted().items()
    if life != "taken_back":
        letters = extract_paper(context, meeting_id).document.letters
        assert {one.resolution.number: one.resolution.text for one in letters} == lines


@pytest.mark.parametrize("life", LIVES)
def test_sheets_and_reports_tell_of_the_version_that_stands(made: Folder, life: str) -> None:
    meeting_id, context = made.lives.meetings[life], made.office.context
    stands, force = made.stands(meeting_id), made.force(meeting_id)
    with context.read() as work:
        assert version_in_force(work, meeting_id) == stands
        meeting = work.meetings.get(meeting_id)
        after = work.meetings.where(number=(meeting.number or 0) + 1)
        if after:
            earlier = earlier_minutes(work, after[0])
            assert earlier is not None
            assert (earlier.version_id, earlier.state) == (stands.id, stands.state)
    if after:
        pack = agenda_pack_paper(made.office.context, after[0].id).document
        assert pack.previous is not None
        assert (pack.previous.version, pack.previous.state) == (stands.version, stands.state)
    assert meeting.day is not None
    month = month_of(meeting.day)
    report = monthly_report_paper(made.office.context, month.year, month.month).document
    (line,) = [one for one in report.meetings if one.number == meeting.number]
    clauses = made.office.where("clauses", minutes_version_id=stands.id)
    assert line.minutes == stands.state
    assert line.resolutions == (sum(one.is_resolution for one in clauses) if force is not None else 0)
    worded = made.worded()
    for one in made.office.where("resolutions", meeting_id=meeting_id):
        sheet = resolution_sheet(context, one.id)
        assert (sheet.clause, sheet.minutes_version_id) == (worded[one.id], worded[one.id].minutes_version_id)
