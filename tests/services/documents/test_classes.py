"""The class of confidential minutes goes into everything that is drawn from them, and no further than that."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.snapshots import canonical_json, minutes_from_json
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.papers import Classification, class_if_higher, highest
from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.domain.rules.invitations import Sending
from desktop_app.domain.rules.meetings import AgendaItem
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.requests import RequestState
from desktop_app.services import lists
from desktop_app.services.documents.agenda_pack_document import agenda_pack_paper
from desktop_app.services.documents.extract_class import lower_again, lower_extract, take_back_lowering
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.documents.invitation_document import invitation_paper, invitees_of
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.papers import alignment_matrix_paper
from desktop_app.services.documents.register_document import register_paper, year_book_paper
from desktop_app.services.documents.reminder_document import reminder_paper
from desktop_app.services.follow_up.notifying import notify_all
from desktop_app.services.follow_up.requests import answer_request, ask_extension
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.meetings.agenda import add_item, table_request
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.minutes.minutes import save_closing
from desktop_app.services.registers.invitations import send_invitations
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.frozen_minutes import frozen_minutes
from desktop_app.services.versions.signing import sign_all
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records
from tests.told_history import history_rows

YEAR, MONTH = 1402, 2
CONFIDENTIAL, SECRET = Classification.CONFIDENTIAL, Classification.SECRET


def written(office: Office, minutes: Classification, *clauses: Classification | None) -> tuple[int, int]:
    """Final, signed and notified minutes of that class with resolutions of these: (meeting, version)."""
    meeting_id, version_id = office.written(len(clauses))
    version = office.get("versions", version_id)
    save_closing(office.context, replace(version, classification=minutes.value))
    decided = [one for one in office.where("clauses", minutes_version_id=version_id) if one.is_resolution]
    for clause, own in zip(decided, clauses, strict=True):
        save_clause(office.context, replace(clause, classification=own))
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    notify_all(office.context, version_id, Notice(day=MONDAY))
    return meeting_id, version_id


def drawn(office: Office, meeting_id: int) -> dict[str, str]:
    """The class of each paper that is drawn from the minutes."""
    context = office.context
    papers: dict[str, Paper[Any]] = {
        "extract": extract_paper(context, meeting_id),
        "reminder": reminder_paper(context),
        "register": register_paper(context),
        "register of the year": register_paper(context, YEAR),
        "matrix": alignment_matrix_paper(context),
        "monthly report": monthly_report_paper(context, YEAR, MONTH),
        "year book": year_book_paper(context, YEAR),
    }
    found = {name: paper.document.letterhead.classification for name, paper in papers.items()}
    reminders = papers["reminder"].document.letters
    found["reminder"] = highest([found["reminder"], *(one.own_class for one in reminders)]).value
    return found


@pytest.mark.parametrize(
    ("minutes", "clause", "expected"),
    [
        (Classification.NORMAL, None, "normal"),
        (CONFIDENTIAL, None, "confidential"),
        (SECRET, CONFIDENTIAL, "secret"),
        (Classification.NORMAL, SECRET, "secret"),
    ],
)
def test_everything_drawn_has_the_highest_class(
    office: Office, minutes: Classification, clause: Classification | None, expected: str
) -> None:
    meeting_id, version_id = written(office, minutes, clause)
    assert set(drawn(office, meeting_id).values()) == {expected}
    with office.open_work() as work:
        version = work.versions.get(version_id)
        document = frozen_minutes(work, version)
    assert document.letterhead.classification == expected
    assert document.resolutions[0].own_class == class_if_higher(clause, minutes)
    hits = lists.search(office.context, "تصمیم 1", 50)
    assert hits
    shown = "" if expected == "normal" else expected
    assert {one.guarded for one in hits} == {shown}
    with office.context.read() as work:
        for rows in (work.resolution_rows, work.task_rows, work.minutes_rows):
            found = rows.fetch(rows.ids(ListQuery()))
            assert {one.guarded for one in found} == {shown}
    (resolution,) = office.where("resolutions", meeting_id=meeting_id)
    assert resolution_sheet(office.context, resolution.id).guarded == shown
    for task in office.where("tasks", resolution_id=resolution.id):
        assert task_sheet(office.context, task.id).guarded == shown


def test_a_plain_clause_raises_the_class_of_its_minutes(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    office.note(version_id, office.items(meeting_id)[1])
    note = [one for one in office.where("clauses", minutes_version_id=version_id) if not one.is_resolution][-1]
    save_clause(office.context, replace(note, classification=SECRET))
    office.finalised(version_id)
    with office.open_work() as work:
        version = work.versions.get(version_id)
        assert frozen_minutes(work, version).letterhead.classification == "secret"


def test_each_extract_has_the_class_of_its_own_resolution(office: Office) -> None:
    meeting_id, _ = written(office, CONFIDENTIAL, None, SECRET)
    document = extract_paper(office.context, meeting_id).document
    classes = {one.resolution.number: one.letterhead.classification for one in document.letters}
    assert sorted(classes.values()) == ["confidential", "secret"]
    assert document.letterhead.classification == "secret"
    first = office.where("resolutions", meeting_id=meeting_id)[0]
    alone = extract_paper(office.context, meeting_id, resolution_id=first.id).document
    assert alone.letterhead.classification == "confidential", "the other resolution is not drawn"


def test_the_operator_may_raise_a_letter_and_not_lower_it(office: Office) -> None:
    meeting_id, _ = written(office, CONFIDENTIAL, None)
    for said, expected in (("normal", "confidential"), ("secret", "secret")):
        order = LetterAdditions(classification=Classification(said))
        letters = extract_paper(office.context, meeting_id, order).document.letters
        assert {one.letterhead.classification for one in letters} == {expected}


def test_what_reports_an_earlier_confidential_resolution_has_its_class(office: Office) -> None:
    written(office, CONFIDENTIAL, None)
    later = office.convened(MONDAY.replace(month=MONDAY.month + 1))
    assert agenda_pack_paper(office.context, later).document.letterhead.classification == "confidential"


def test_frozen_minutes_of_before_keep_their_words() -> None:
    """A part that is guarded no more than the whole says nothing of it: old snapshots keep their code."""
    from tests.printing.sample_documents import RICH

    text = canonical_json(RICH)
    assert "own_class" not in text
    assert canonical_json(minutes_from_json(text)) == text


def test_the_order_of_the_classes() -> None:
    assert highest([]) is Classification.NORMAL
    assert highest(["", "secret", "normal", "confidential"]) is SECRET
    assert class_if_higher("confidential", "normal") == "confidential"
    assert (
        class_if_higher("confidential", "secret")
        == class_if_higher(None, "normal")
        == class_if_higher("normal", "normal")
        == ""
    )


def test_a_change_of_the_class_is_audited(office: Office, records: Records) -> None:
    _, version_id = office.written(1)
    clause = next(one for one in office.where("clauses", minutes_version_id=version_id) if one.is_resolution)
    save_clause(office.context, replace(clause, classification=SECRET))
    assert office.get("clauses", clause.id).classification is SECRET
    told = records.audit[-1]
    assert told.subject == "clause"
    assert told.facts["after"] == {"classification": "secret"}


def test_an_extract_for_one_unit_is_lowered_by_an_act_with_its_reason(office: Office, records: Records) -> None:
    meeting_id, _ = written(office, SECRET, None, None)
    first, second = office.where("resolutions", meeting_id=meeting_id)
    unit = office.units[0]
    lower = partial(lower_extract, office.context, first.id, unit)
    with refused("class_without_reason", "reason"):
        lower(CONFIDENTIAL, "  ")
    with refused("class_not_lower", "classification"):
        lower(SECRET, "دلیل")
    with refused("class_of_many_extracts", "classification"):
        lower_extract(office.context, first.id, None, CONFIDENTIAL, "دلیل")
    lower(CONFIDENTIAL, "واحد تنها همین مصوبه را می‌بیند")
    letters = extract_paper(office.context, meeting_id).document.letters
    name = office.get("units", unit).name
    found = {(one.resolution.number, one.addressee.name): one.letterhead.classification for one in letters}
    assert found.pop((first.number, name)) == "confidential"
    assert set(found.values()) == {"secret"}, "no other unit and no other resolution"
    assert (second.number, name) in found
    told = records.audit[-1]
    assert (told.act, told.subject, told.subject_id) == ("class_lowered", "resolution", first.id)
    assert told.facts == {
        "unit_id": unit,
        "before": {"classification": "secret"},
        "after": {"classification": "confidential"},
        "reason": "واحد تنها همین مصوبه را می‌بیند",
    }
    assert register_paper(office.context).document.letterhead.classification == "secret"


def test_a_lower_class_of_an_extract_is_taken_back_by_an_act_of_its_own(office: Office, records: Records) -> None:
    meeting_id, _ = written(office, SECRET, None, None)
    first, _second = office.where("resolutions", meeting_id=meeting_id)
    unit, other = office.units[:2]

    def classes() -> list[str]:
        letters = extract_paper(office.context, meeting_id).document.letters
        names = [office.get("units", one).name for one in (unit, other)]
        found = {one.addressee.name: one for one in letters if one.resolution.number == first.number}
        return [found[name].letterhead.classification for name in names if name in found]

    with refused("class_has_no_lowering", "classification"):
        take_back_lowering(office.context, first.id, unit)
    with refused("class_of_many_extracts", "classification"):
        take_back_lowering(office.context, first.id, None)
    usual = classes()
    lower_extract(office.context, first.id, other, Classification.NORMAL, "دلیل")
    lower_extract(office.context, first.id, unit, CONFIDENTIAL, "دلیل نخست")
    with refused("class_is_lowered", "classification"):
        lower_extract(office.context, first.id, unit, Classification.NORMAL, "دلیل دوم")
    assert classes()[0] == "confidential"
    made = take_back_lowering(office.context, first.id, unit)
    assert (made.classification, made.reason) == ("confidential", "دلیل نخست")
    assert records.audit[-1].act == "class_lowered_taken_back"
    assert records.audit[-1].facts == {
        "unit_id": unit,
        "before": {"classification": "confidential"},
        "after": {"classification": "secret"},
    }
    assert classes() == [usual[0], *["normal"] * (len(usual) - 1)], "that of the other unit stands"
    with refused("class_has_no_lowering", "classification"):
        take_back_lowering(office.context, first.id, unit)
    lower_again(office.context, made)
    assert classes()[0] == "confidential"


def test_a_lowering_for_another_class_is_neither_taken_back_nor_done_again(office: Office) -> None:
    """Either would lower what was not lowered before."""
    meeting_id, version_id = written(office, Classification.NORMAL, SECRET)
    (first,) = office.where("resolutions", meeting_id=meeting_id)
    unit = office.units[0]
    lower_extract(office.context, first.id, unit, Classification.NORMAL, "دلیل")
    taken = take_back_lowering(office.context, first.id, unit)
    lower_again(office.context, taken)
    made = amend(office.context, version_id, "طبقه").id
    clause = next(one for one in office.where("clauses", minutes_version_id=made) if one.is_resolution)
    save_clause(office.context, replace(clause, classification=CONFIDENTIAL))
    office.finalised(made)
    with refused("class_has_no_lowering", "classification"):
        take_back_lowering(office.context, first.id, unit)
    with refused("class_changed_since", "classification"):
        lower_again(office.context, taken)


@pytest.mark.parametrize(("minutes", "clause"), [(SECRET, None), (Classification.NORMAL, SECRET)])
def test_an_invitation_has_the_class_of_what_its_agenda_is_about(
    office: Office, minutes: Classification, clause: Classification | None
) -> None:
    """The title of an item about a confidential resolution tells of it."""
    meeting_id, _ = written(office, minutes, clause)
    resolution = office.where("resolutions", meeting_id=meeting_id)[0]
    later = office.convened(MONDAY.replace(month=MONDAY.month + 1))
    assert invitation_paper(office.context, later).document.letterhead.classification == "normal"
    item = AgendaItem(
        committee_id=office.committee, meeting_id=later, ordinal=0, title="مصوبه", resolution_id=resolution.id
    )
    add_item(office.context, item)
    confidential = LetterAdditions(classification=CONFIDENTIAL)
    for said in (None, confidential):
        assert invitation_paper(office.context, later, said).document.letterhead.classification == "secret"
    with office.context.read() as work:
        invited = invitees_of(work, work.meetings.get(later), MONDAY)
    send_invitations(office.context, later, Sending(invitees=(invited[0].key,), day=office.clock.today()))
    assert [one.classification for one in office.where("outgoing_papers")][-1] == "secret"


def test_the_history_bears_the_class_of_a_resolution_about_which_something_is_asked(office: Office) -> None:
    """The title of a request, and of the agenda item that tables it, may say the words of the resolution."""
    written(office, Classification.NORMAL, SECRET)
    (task, *_others) = office.where("tasks")
    wanted = (task_sheet(office.context, task.id).due or MONDAY) + timedelta(days=14)
    with office.context.write() as work:
        asked = ask_extension(work, office.context, task.id, wanted, "چرا", title="مهلت سامانه", asked_on=MONDAY)
        work.record(Outcome(changed=Changed.REGISTERS))
    table_request(office.context, asked.id, office.convened(MONDAY.replace(month=MONDAY.month + 1)))
    answer_request(office.context, asked.id, RequestState.REFUSED)
    rows = history_rows(office.context)
    told = {(row.record.kind, row.act): row.guarded for row in rows if row.record.text == "مهلت سامانه"}
    assert told == dict.fromkeys(told, SECRET.value)
    assert {("request", "asked"), ("request", "tabled"), ("request", "answered")} < told.keys()
    assert "agenda_item" in {kind for kind, _act in told}
