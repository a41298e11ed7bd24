"""The paper of a history: how much it holds, and the class that its letterhead bears."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.history import OFFICE, RecordKey
from desktop_app.services.documents.history_document import MOST, history_paper
from desktop_app.services.minutes.clauses import remove_clause, save_clause
from desktop_app.services.minutes.minutes import save_closing
from desktop_app.services.registers import papers
from desktop_app.words.digits import persian
from desktop_app.words.refusals import sentence
from tests.long_audit import lengthen
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.registers.test_registers import came, went

LATER = date(2023, 5, 29)


def _class(office: Office, of: RecordKey | None = None) -> str:
    return history_paper(office.context, of.text() if of else "").document.letterhead.classification


def _close(office: Office, version_id: int, classification: Classification) -> None:
    version = office.get("versions", version_id)
    save_closing(office.context, replace(version, classification=classification.value))


# ---- how much it holds


def test_more_than_a_paper_holds_is_refused_and_a_narrower_one_is_made(office: Office, records: Records) -> None:
    meeting_id = office.planned(LATER)
    office.written()
    lengthen(records.folder.folder, MOST + 1)
    with refused("history_too_long", "year", most=MOST) as caught:
        history_paper(office.context)
    said = sentence(caught.value)
    assert persian(MOST) in said
    assert "یک سال" in said
    assert history_paper(office.context, year=1390).document.lines == ()
    assert 0 < len(history_paper(office.context, RecordKey("meeting", meeting_id).text()).document.lines) < MOST


# ---- its class


def test_it_bears_the_highest_class_of_the_minutes_it_is_about(office: Office) -> None:
    other = office.planned(LATER)
    meeting, version = office.written()
    _close(office, version, Classification.CONFIDENTIAL)
    assert _class(office, RecordKey("meeting", meeting)) == "confidential"
    assert _class(office, RecordKey("minutes_version", version)) == "confidential"
    # its title names what was spoken of, though nothing was recorded of it
    assert _class(office, RecordKey("agenda_item", office.items(meeting)[0])) == "confidential"
    assert _class(office) == "confidential"
    assert _class(office, RecordKey("meeting", other)) == "normal"
    assert _class(office, OFFICE) == "normal"


def test_a_clause_or_its_resolution_above_its_minutes_raises_it(office: Office) -> None:
    meeting, version = office.written()
    clause = next(one for one in office.where("clauses", minutes_version_id=version) if one.is_resolution)
    save_clause(office.context, replace(clause, classification=Classification.SECRET))
    office.finalised(version)
    assert clause.resolution_id
    for of in (RecordKey("clause", clause.id), RecordKey("resolution", clause.resolution_id)):
        assert _class(office, of) == "secret"
    assert _class(office, RecordKey("meeting", meeting)) == "secret"


@pytest.mark.parametrize("how", ["removed", "lowered"])
def test_words_written_under_a_class_keep_it_when_their_record_lost_it(office: Office, how: str) -> None:
    meeting, version = office.written()
    clause = office.where("clauses", minutes_version_id=version)[0]
    save_clause(office.context, replace(clause, classification=Classification.SECRET, text="راز"))
    if how == "removed":
        remove_clause(office.context, clause.id)
    else:
        save_clause(office.context, replace(office.get("clauses", clause.id), classification=None))
    paper = history_paper(office.context, RecordKey("meeting", meeting).text()).document
    assert any("راز" in line.record for line in paper.lines)
    assert paper.letterhead.classification == "secret"


def test_a_letter_under_a_class_raises_it(office: Office) -> None:
    """Its subject is in every entry about it."""
    made = papers.record_incoming(office.context, came(office, classification=Classification.SECRET, subject="راز"))
    assert _class(office, RecordKey("incoming_paper", made.id)) == "secret"
    assert _class(office) == "secret"
    papers.record_outgoing(office.context, went(office, classification=Classification.CONFIDENTIAL))
    sent = office.where("outgoing_papers")[-1]
    assert _class(office, RecordKey("outgoing_paper", sent.id)) == "confidential"
