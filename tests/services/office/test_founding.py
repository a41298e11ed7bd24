"""From the draft of the first start to the committee, and its memorandum, parties and axes afterwards."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.calendar.workdays import Holiday
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.founding import AxisValues, FoundingDraft, FoundingStep
from desktop_app.domain.rules.members import NominationState, UnitKind
from desktop_app.services.office import agreement
from desktop_app.services.office.founding import (
    faults_of,
    found_committee,
    founding_faults,
    keep_draft,
    proposal_from,
    read_draft,
)
from desktop_app.services.office.office_state import office_state
from desktop_app.services.office.settings import office_settings
from tests.conftest import ROOT
from tests.refusing import refused
from tests.services.office_steps import MONDAY, PAPER, SIGNED, Office, overtaken
from tests.services.prepared import save_settings
from tests.services.records import Records

TOLD: Any = json.loads((ROOT / "resources" / "founding.json").read_text(encoding="utf-8"))
PROPOSAL = proposal_from(TOLD)
LETTER = date(2022, 11, 15)


def _signed(draft: FoundingDraft = PROPOSAL) -> FoundingDraft:
    return replace(draft, memorandum=replace(draft.memorandum, signed_on=SIGNED))


def _found(unfounded: Records, draft: FoundingDraft) -> Office:
    made = found_committee(
        unfounded.context,
        draft,
        settings=TOLD["settings"],
        holidays=[Holiday(MONDAY, "تعطیل", estimated=True)],
    )
    return Office(unfounded.open_work, unfounded.clock, committee=made.id)


def test_the_proposal_invents_nothing() -> None:
    assert PROPOSAL.memorandum.signed_on is None
    assert [one.title for one in PROPOSAL.memorandum.articles] == [""] * 6
    assert [seat.name for seat in PROPOSAL.seats] == [""] * 8
    assert [axis.code for axis in PROPOSAL.axes] == ["۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "۸-۱", "۸-۲"]
    # only the signing day keeps it from being complete
    today = MONDAY
    missing = [fault.key for step in FoundingStep for fault in faults_of(PAPER, PROPOSAL, step, today)]
    assert missing == ["signing_day_missing"]
    assert founding_faults(PAPER, PROPOSAL, today) == ()


def test_a_draft_is_read_where_it_was_left(unfounded: Records) -> None:
    assert read_draft(unfounded.context, PROPOSAL) == PROPOSAL
    seats = (replace(PROPOSAL.seats[0], name="بهمن سروستانه", letter_day=LETTER), *PROPOSAL.seats[1:])
    units = (replace(PROPOSAL.units[0], chosen=False, kind=UnitKind.AGENCY), *PROPOSAL.units[1:])
    left = replace(
        _signed(),
        seats=seats,
        units=units,
        step=FoundingStep.UNITS,
        passed=frozenset({FoundingStep.PARTIES, FoundingStep.MEMORANDUM}),
    )
    keep_draft(unfounded.context, left)
    assert read_draft(unfounded.context, PROPOSAL) == left
    assert not office_state(unfounded.context).founded


@pytest.mark.parametrize("content", ["[]", "7", '"x"', '{"axes": [""]}', '{"seat": []}', '{"step": "nowhere"}'])
def test_what_is_no_draft_is_proposed_anew(unfounded: Records, content: str) -> None:
    with unfounded.context.write() as work:
        work.put_founding_draft(content)
        work.commit()
    assert read_draft(unfounded.context, PROPOSAL) == PROPOSAL


def test_the_committee_is_founded_in_one_act(unfounded: Records) -> None:
    keep_draft(unfounded.context, PROPOSAL)
    named = (replace(PROPOSAL.seats[0], name="بهمن سروستانه", letter_number="۲۱۷", letter_day=LETTER),)
    draft = replace(
        _signed(),
        seats=(*named, *PROPOSAL.seats[1:]),
        units=(replace(PROPOSAL.units[0], chosen=False), *PROPOSAL.units[1:]),
    )
    commits = unfounded.commits
    office = _found(unfounded, draft)
    assert unfounded.commits == commits + 1
    assert unfounded.rows("SELECT content FROM founding_draft") == []
    assert office_state(unfounded.context).founded
    assert office.where("memoranda")[0].signed_on == SIGNED
    assert [(party.code, party.short_name) for party in office.where("parties")] == [
        (PartyCode.PROVINCE, "استانداری"),
        (PartyCode.CENTER, "مرکز ملی"),
    ]
    axes = {axis.code: axis for axis in office.where("axes")}
    assert axes["۸-۲"].parent_id == axes["۸"].id
    assert len(office.where("units")) == 11
    # the one who is named sits, and of the other party one seat waits; the other proposals are no records
    seats = office.where("seats")
    assert [(seat.title, len(office.where("nominations", seat_id=seat.id))) for seat in seats] == [
        ("رئیس جلسه", 1),
        ("نماینده", 0),
    ]
    (nomination,) = office.where("nominations")
    assert (nomination.state, nomination.from_day) == (NominationState.ACTIVE, LETTER)
    assert office_settings(office.context).letterhead == ("استانداری مازندران", "مرکز ملی فضای مجازی")
    assert office_settings(office.context).invocation
    assert unfounded.rows("SELECT day, estimated FROM holiday") == [(MONDAY.isoformat(), 1)]
    assert unfounded.audit[-1][:2] == ("founded", "committee")
    with pytest.raises(RuleBroken, match="committee_founded_already"):
        _found(unfounded, draft)


def test_what_is_left_for_later_does_not_keep_the_work_from_beginning(unfounded: Records) -> None:
    draft = replace(PROPOSAL, seats=(replace(PROPOSAL.seats[0], name="بهمن سروستانه"), *PROPOSAL.seats[1:]))
    office = _found(unfounded, draft)
    assert office.where("memoranda")[0].signed_on is None
    (nomination,) = office.where("nominations")
    assert (nomination.state, nomination.from_day) == (NominationState.INTRODUCED, None)


@pytest.mark.parametrize(
    ("draft", "key"),
    [
        (
            replace(PROPOSAL, parties=(replace(PROPOSAL.parties[0], name=" "), PROPOSAL.parties[1])),
            "party_without_name",
        ),
        (replace(PROPOSAL, axes=(*PROPOSAL.axes, AxisValues(code="8-1", title="تازه"))), "axis_code_twice"),
        (
            replace(_signed(), seats=(replace(PROPOSAL.seats[0], name="الف", letter_day=date(2022, 10, 31)),)),
            "nomination_before_signing",
        ),
        (replace(PROPOSAL, axes=(replace(PROPOSAL.axes[0], title="☎"),)), "glyph_missing"),
        (replace(PROPOSAL, axes=(replace(PROPOSAL.axes[0], title="ا" * 50_001),)), "text_too_long"),
    ],
)
def test_a_wrong_record_is_never_founded(unfounded: Records, draft: FoundingDraft, key: str) -> None:
    with pytest.raises(RuleBroken, match=key):
        _found(unfounded, draft)
    assert not office_state(unfounded.context).founded


def test_a_field_takes_its_fifty_thousand_characters(unfounded: Records) -> None:
    full = replace(PROPOSAL, memorandum=replace(PROPOSAL.memorandum, subject="ا" * 50_000))
    keep_draft(unfounded.context, full)
    assert _found(unfounded, full).where("memoranda")[0].subject == "ا" * 50_000


# ---- afterwards


def test_the_memorandum_is_saved_with_its_articles(unfounded: Records) -> None:
    office = _found(unfounded, _signed())
    seen = agreement.memorandum_values(office.context)
    articles = (replace(seen.articles[0], title="موضوع"), *seen.articles[1:])
    new = replace(seen, title="تفاهم‌نامهٔ تازه", articles=articles)
    agreement.save_memorandum(office.context, new, seen)
    assert agreement.memorandum_values(office.context) == new
    with pytest.raises(RuleBroken, match="changed_elsewhere"):
        agreement.save_memorandum(office.context, new, seen)


def test_the_signing_day_does_not_move_behind_a_letter(unfounded: Records) -> None:
    draft = replace(_signed(), seats=(replace(PROPOSAL.seats[0], name="بهمن سروستانه", letter_day=LETTER),))
    office = _found(unfounded, draft)
    seen = agreement.memorandum_values(office.context)
    late = replace(seen, signed_on=date(2022, 11, 16))
    with pytest.raises(RuleBroken, match="signing_day_after_letter"):
        agreement.save_memorandum(office.context, late, seen)


def test_the_signing_day_does_not_move_behind_a_letter_that_came_just_before(unfounded: Records) -> None:
    draft = replace(_signed(), seats=(replace(PROPOSAL.seats[0], name="بهمن سروستانه"),))
    office = _found(unfounded, draft)
    seen = agreement.memorandum_values(office.context)
    (nomination,) = office.where("nominations")
    letter_came = overtaken(office.context, lambda: office.put("nominations", replace(nomination, letter_day=LETTER)))
    late = replace(seen, signed_on=date(2022, 11, 16))
    with refused("signing_day_after_letter", "signed_on"):
        agreement.save_memorandum(letter_came, late, seen)


def test_parties_are_saved_by_their_code(unfounded: Records) -> None:
    office = _found(unfounded, _signed())
    seen = agreement.party_values(office.context)
    new = (seen[0], replace(seen[1], signatory="نام تازه"))
    agreement.save_parties(office.context, new, seen)
    assert agreement.party_values(office.context) == new
    with pytest.raises(RuleBroken, match="party_without_name"):
        agreement.save_parties(office.context, (replace(new[0], name=""), new[1]), new)


def test_an_axis_gets_no_code_by_which_a_number_would_be_given_again(office: Office) -> None:
    _, version_id = office.written(2)
    numbers = office.finalised(version_id).numbers
    assert numbers == ("۱۴۰۲/۱/۱", "۱۴۰۲/۱/۲")
    settings = office_settings(office.context)
    save_settings(office.context, replace(settings, number_pattern="{محور}/{ردیف}/{جلسه}"))
    seen = agreement.axis_values(office.context)
    odd = (replace(seen[0], code="1402"), *seen[1:])
    (broken,) = agreement.axis_refusals(office.context, odd)
    assert (broken.key, broken.field, broken.facts["number"]) == ("axis_repeats_number", "code.0", "۱۴۰۲/۱/۲")
    with refused("axis_repeats_number", "code.0"):
        agreement.save_axes(office.context, odd, seen)
    agreement.save_axes(office.context, (replace(seen[0], code="1401"), *seen[1:]), seen)
    save_settings(office.context, replace(settings, number_pattern="{سال}/{جلسه}/{ردیف}"))
    stored = agreement.axis_values(office.context)
    agreement.save_axes(office.context, (replace(stored[0], code="1402"), *stored[1:]), stored)


def test_axes_change_their_codes_and_places_and_never_go(unfounded: Records) -> None:
    office = _found(unfounded, _signed())
    seen = agreement.axis_values(office.context)
    # the first two exchange their codes, which are unique at every moment, and a sub-axis comes under the third
    swapped = (replace(seen[0], code="۲"), replace(seen[1], code="۱"), *seen[2:], AxisValues(code="۳-۱", title="تازه"))
    agreement.save_axes(office.context, swapped, seen)
    stored = agreement.axis_values(office.context)
    assert [(axis.code, axis.title) for axis in stored] == [(axis.code, axis.title) for axis in swapped]
    by_code = {axis.code: axis for axis in office.where("axes")}
    assert by_code["۳-۱"].parent_id == by_code["۳"].id
    with pytest.raises(RuleBroken, match="axis_kept"):
        agreement.save_axes(office.context, stored[1:], stored)
