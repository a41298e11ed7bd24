"""Signatures by hand: one by one, all at once, struck out; with the last of them the minutes are signed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.minutes import MinutesActKind, MinutesState
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.versions.signing import sign, sign_all, signing_of, strike, strike_batch, write_reservation
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records


@pytest.fixture
def final(office: Office) -> int:
    """Final minutes with eight signers and two originals."""
    _, version_id = office.written(2)
    office.finalised(version_id)
    return version_id


def signers(office: Office, version_id: int) -> list[int]:
    return [one.id for one in office.where("signers", minutes_version_id=version_id)]


def standing(office: Office, version_id: int) -> int:
    with office.open_work() as work:
        return len(signing_of(work, work.versions.get(version_id)).valid_signatures)


def test_one_signature_is_recorded_with_who_when_and_what(office: Office, records: Records, final: int) -> None:
    first = signers(office, final)[0]
    office.clock.forward(days=2)
    done = sign(office.context, first, 2, MONDAY + timedelta(days=1), "با ملاحظه")
    (row,) = office.where("signatures")
    assert (row.signer_id, row.original, row.signed_on) == (first, 2, MONDAY + timedelta(days=1))
    assert (row.actor, row.note, row.at) == ("کارشناس", "با ملاحظه", "2023-05-03T10:00:00Z")
    assert (done.count, done.complete, done.id) == (1, False, final)
    assert records.audit[-1][:3] == ("signature_seen", "signer", first)


def test_a_reservation_is_written_into_a_signature_also_after_the_last(
    office: Office, records: Records, final: int
) -> None:
    """It is read on the paper that came back, when no signature is struck any more."""
    first, *_rest = signers(office, final)
    with refused("reservation_without_signature", "original", original=2):
        write_reservation(office.context, first, 2, "مخالفم.")
    sign_all(office.context, final, MONDAY, asked=True)
    write_reservation(office.context, first, 2, " با بند ۲ مخالفم. ")
    newest = office.where("signatures", signer_id=first, original=2)[-1]
    assert (newest.note, newest.struck, newest.signed_on) == ("با بند ۲ مخالفم.", False, MONDAY)
    assert records.audit[-1][:3] == ("reservation_transcribed", "signer", first)
    assert standing(office, final) == 16
    withdrawn = office.written(1)[1]
    office.finalised(withdrawn)
    (other, *_rest) = signers(office, withdrawn)
    withdraw(office.context, withdrawn, "نام یک عضو نادرست بود")
    with refused("reservation_not_now"):
        write_reservation(office.context, other, 1, "مخالفم.")


def test_the_missing_are_named_by_original(office: Office, final: int) -> None:
    everyone = signers(office, final)
    sign_all(office.context, final, MONDAY, original=1)
    for signer in everyone[:-1]:
        sign(office.context, signer, 2, MONDAY)
    with office.open_work() as work:
        found = signing_of(work, work.versions.get(final))
    assert (found.on_each, len(found.signers)) == ((8, 7), 8)
    assert [(gap.signer.id, gap.originals) for gap in found.missing] == [(everyone[-1], (2,))]


def test_the_last_signature_makes_the_minutes_signed_in_the_same_act(
    office: Office, records: Records, final: int
) -> None:
    sign_all(office.context, final, MONDAY, original=1)
    assert office.get("versions", final).state is MinutesState.FINAL
    before = records.commits
    with refused("signing_completes", count=8):
        sign_all(office.context, final, MONDAY)
    assert (records.commits, standing(office, final)) == (before, 8), "nothing is recorded before it was asked"
    done = sign_all(office.context, final, MONDAY, asked=True)
    assert records.commits == before + 1
    assert (done.count, done.complete) == (8, True)
    assert office.get("versions", final).state is MinutesState.SIGNED
    assert office.where("minutes_acts", minutes_version_id=final)[-1].kind is MinutesActKind.SIGNED
    with refused("signature_not_final"):
        strike(office.context, signers(office, final)[0], 1, "اشتباه")
    meeting_id = office.get("versions", final).meeting_id
    office.move(meeting_id, MeetingState.CLOSED)


def test_all_of_one_signer_leaves_what_is_there(office: Office, final: int) -> None:
    first = signers(office, final)[0]
    sign(office.context, first, 1, MONDAY)
    assert sign_all(office.context, final, MONDAY, signer_id=first).count == 1
    with refused("nothing_to_sign", "original"):
        sign_all(office.context, final, MONDAY, signer_id=first)


def test_a_day_must_be_possible(office: Office, final: int) -> None:
    first = signers(office, final)[0]
    with refused("signature_without_day", "day"):
        sign(office.context, first, 1, None)
    with refused("signature_before_final", "day"):
        sign(office.context, first, 1, MONDAY - timedelta(days=1))
    with refused("signature_ahead", "day"):
        sign_all(office.context, final, MONDAY + timedelta(days=1))
    with refused("original_unknown", "original", originals=2):
        sign(office.context, first, 3, MONDAY)
    assert office.where("signatures") == ()


def test_a_signature_is_seen_once(office: Office, final: int) -> None:
    first = signers(office, final)[0]
    sign(office.context, first, 1, MONDAY)
    with refused("signed_already", "original"):
        sign(office.context, first, 1, MONDAY)


def test_a_mistake_is_struck_with_its_reason_and_may_be_recorded_again(office: Office, final: int) -> None:
    first = signers(office, final)[0]
    sign(office.context, first, 1, MONDAY)
    with refused("strike_without_reason", "reason"):
        strike(office.context, first, 1, "  ")
    strike(office.context, first, 1, "نام دیگری بود")
    with refused("strike_nothing"):
        strike(office.context, first, 1, "باز")
    assert standing(office, final) == 0
    sign(office.context, first, 1, MONDAY)
    assert standing(office, final) == 1
    assert [(row.struck, row.note) for row in office.where("signatures")] == [
        (False, ""),
        (True, "نام دیگری بود"),
        (False, ""),
    ]


def test_what_one_act_recorded_is_struck_together_until_the_last(office: Office, records: Records, final: int) -> None:
    everyone = signers(office, final)
    sign(office.context, everyone[0], 1, MONDAY)
    sign(office.context, everyone[1], 1, MONDAY)
    sign_all(office.context, final, MONDAY, original=1)
    assert [row.batch for row in office.where("signatures")] == [1, 2, 3, 3, 3, 3, 3, 3], "all in the same second"
    with refused("strike_without_reason", "reason"):
        strike_batch(office.context, everyone[5], 1, " ")
    before = records.commits
    strike_batch(office.context, everyone[5], 1, "نسخهٔ دیگری بود")
    assert records.commits == before + 1
    assert standing(office, final) == 2
    struck = [row for row in office.where("signatures") if row.struck]
    assert [(row.signer_id, row.note, row.batch) for row in struck] == [
        (one, "نسخهٔ دیگری بود", 4) for one in everyone[2:]
    ]
    assert [entry[0] for entry in records.audit[-6:]] == ["signature_struck"] * 6
    strike_batch(office.context, everyone[1], 1, "او نبود")
    assert standing(office, final) == 1, "a single record is struck alone"
    sign_all(office.context, final, MONDAY, asked=True)
    with refused("signature_not_final"):
        strike_batch(office.context, everyone[5], 1, "اشتباه")


def test_the_single_last_signature_is_asked_about_as_well(office: Office, final: int) -> None:
    *others, last = signers(office, final)
    for one in others:
        sign_all(office.context, final, MONDAY, signer_id=one)
    sign(office.context, last, 1, MONDAY)
    with refused("signature_ahead", "day"):
        sign(office.context, last, 2, MONDAY + timedelta(days=1))
    with refused("signing_completes", count=1):
        sign(office.context, last, 2, MONDAY)
    assert sign(office.context, last, 2, MONDAY, asked=True).complete


def test_what_was_struck_does_not_end_the_right_to_re_open(office: Office, final: int) -> None:
    first = signers(office, final)[0]
    sign(office.context, first, 1, MONDAY)
    with refused("withdraw_after_signature", count=1):
        withdraw(office.context, final, "ایراد")
    strike(office.context, first, 1, "اشتباه")
    withdraw(office.context, final, "ایراد")


def test_a_draft_is_not_signed(office: Office) -> None:
    _, version_id = office.written(0)
    with refused("signature_not_final", state=MinutesState.DRAFT):
        sign_all(office.context, version_id, MONDAY)
