"""One row of the history is one act, however many entries it left."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.listing import EVERYTHING, Filter, FilterKey, ListQuery
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.printing.words.field_words import WORDING, act_of_entry, record_and_others
from desktop_app.services.documents.history_document import history_paper
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.history.history import history_acts, history_ids
from desktop_app.services.members.people import save_person
from desktop_app.services.registers.sent_letters import register_letters
from desktop_app.services.versions.signing import sign_all
from desktop_app.words.acts import OWNER
from tests.refusing import refused
from tests.services.files.test_attaching import put
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records
from tests.statements import counted


def _printed(office: Office, order: PaperOrder) -> tuple[int, ...]:
    return register_letters(office.context, order, paper_of(office.context, order)).papers


def _newest(office: Office) -> tuple[str, str, str]:
    (act,) = history_acts(office.context, history_ids(office.context)[:1])
    return (act_of_entry(act.head), *record_and_others(act))


def _signed(office: Office) -> int:
    """A meeting whose minutes are signed, with one resolution to three units."""
    meeting_id, version_id = office.written(0)
    office.decide(version_id, office.items(meeting_id)[2], cooperating=tuple(office.units[1:3]))
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    return meeting_id


def _three_letters(office: Office) -> None:
    """The extracts to these units, by one print."""
    assert len(_printed(office, PaperOrder(kind=PaperKind.EXTRACT, meeting_id=_signed(office)))) == 3


def test_a_letter_that_was_recorded_is_one_row(office: Office, records: Records) -> None:
    order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=_signed(office), unit_id=office.units[0])
    rows, entries = len(history_ids(office.context)), len(records.audit)
    assert len(_printed(office, order)) == 1
    assert len(records.audit) - entries == 3
    assert len(history_ids(office.context)) == rows + 1
    told, record, _subject = _newest(office)
    assert (told, record) == ("ثبت در دفتر", "نامهٔ صادره «واحد 1")


def test_three_letters_that_one_print_entered_are_one_row_which_says_three(office: Office, records: Records) -> None:
    _three_letters(office)
    entries = len(records.audit)
    (act, *_earlier) = history_acts(office.context, history_ids(office.context))
    assert [entry.seq for entry in act.entries] == list(range(act.entries[0].seq, entries + 1))
    assert len(act.entries) > 3
    told, records_, names = _newest(office)
    assert (told, records_) == ("ثبت در دفتر", "۳ نامهٔ صادره")
    assert len(names.split("، ")) == 3


def test_a_later_entry_calls_no_act(office: Office) -> None:
    _three_letters(office)
    (act, *_earlier) = history_acts(office.context, history_ids(office.context))
    with refused("record_unknown"):
        history_acts(office.context, [act.entries[1].seq])


def test_an_act_answers_where_one_of_its_entries_does(office: Office) -> None:
    _three_letters(office)
    (newest, *_earlier) = history_ids(office.context)
    for letter in office.where("outgoing_papers"):
        assert list(history_ids(office.context, of=RecordKey("outgoing_paper", letter.id))) == [newest]
    letters = ListQuery(filters=(Filter(FilterKey.KIND, "outgoing_paper"),))
    assert list(history_ids(office.context, letters)) == [newest]
    assert newest not in history_ids(office.context, of=RecordKey("seat", office.seats[0]))


def test_the_paper_has_the_rows_of_the_page_and_each_act_whole(office: Office) -> None:
    _three_letters(office)
    context = replace(office.context, paper=replace(office.context.paper, history=WORDING))
    kind = Filter(FilterKey.KIND, "outgoing_paper")
    for query in (EVERYTHING, ListQuery(filters=(kind,)), ListQuery("واحد 2"), ListQuery("ثبت در دفتر")):
        acts = history_acts(context, history_ids(context, query))
        lines = history_paper(context, query=query).document.lines
        page = [
            (act.entries[0].seq, act_of_entry(act.head), OWNER.join(one for one in record_and_others(act) if one))
            for act in acts
        ]
        assert [(line.seq, line.act, line.record) for line in lines] == page
        (printed,) = (line for line in lines if line.act == "ثبت در دفتر")
        for letter in office.where("outgoing_papers"):
            assert any(letter.addressee in one for one in printed.changes), "whatever entry answers"
        assert all(one in printed.changes for entry in acts[0].entries for one in WORDING.changes(entry))


def test_more_acts_cost_the_paper_no_more_statements(office: Office) -> None:
    counts = []
    for _turn in range(3):
        _three_letters(office)
        with counted() as found:
            history_paper(office.context)
        counts.append(len(found.statements))
    assert max(counts) == counts[0], counts


def test_what_an_act_touched_besides_is_told_beside_what_was_done(office: Office) -> None:
    office.convened()
    office.in_session()
    (person, *_others) = [one for one in office.where("people") if office.where("attendance", name=one.name)]
    save_person(office.context, replace(person, name="پگاه نوروزی"))
    told, record, along = _newest(office)
    assert (told, record) == ("تغییر", "شخص پگاه نوروزی")
    assert along.startswith("همراه با ")


def test_acts_after_the_founding_and_files_stay_rows_of_their_own(office: Office, records: Records) -> None:
    """What the first link covers was there before the chain."""
    meeting = office.planned()
    rows = len(history_ids(office.context))
    for name in ("یک.pdf", "دو.pdf"):
        put(records, RecordRef(FileOwner.MEETING, meeting), name)
    assert len(history_ids(office.context)) == rows + 2
    with refused("record_unknown"):
        history_acts(office.context, [999_999])
