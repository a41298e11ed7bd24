"""What every office of the tests has: two parties with four seats each, units and axes."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.rules.committee import Axis, Committee, Memorandum, Party, PartyCode
from desktop_app.domain.rules.members import Nomination, NominationState, Person, Seat, SeatRole, Unit
from desktop_app.storage.store.work import OpenWork, Work
from tests.services.clocks import SettableClock
from tests.services.office_steps import SIGNED, Office

ROLES = (SeatRole.CHAIR, SeatRole.DEPUTY, SeatRole.SECRETARY, SeatRole.MEMBER)
CENTER_ROLES = (SeatRole.REPRESENTATIVE, SeatRole.DEPUTY, SeatRole.MEMBER, SeatRole.MEMBER)


def furnish(open_work: OpenWork, clock: SettableClock) -> Office:
    """Put the committee, its people and units into empty data."""
    office = Office(open_work, clock)
    with open_work() as work:
        work.put_settings(
            OfficeSettings(
                number_pattern="{سال}/{جلسه}/{ردیف}",
                invocation="بسمه تعالی",
                closing="جلسه در ساعت … پایان یافت.",
                kept_at="دبیرخانه",
                operator="کارشناس",
            )
        )
        memorandum = work.memoranda.add(Memorandum(title="تفاهم‌نامه", signed_on=SIGNED))
        office.committee = work.committees.add(Committee(memorandum_id=memorandum.id, name="کمیتهٔ مشترک")).id
        for party, name in ((PartyCode.PROVINCE, "استانداری"), (PartyCode.CENTER, "مرکز ملی")):
            made = work.parties.add(Party(committee_id=office.committee, code=party, name=name))
            office.parties.append(made.id)
        _seats(work, office)
        for place in range(4):
            unit = Unit(party_id=office.parties[place // 2], name=f"واحد {place + 1}", ordinal=place + 1)
            office.units.append(work.units.add(unit).id)
        for place, code in enumerate(("۱", "۲"), start=1):
            axis = Axis(committee_id=office.committee, code=code, title=f"محور {code}", ordinal=place)
            office.axes.append(work.axes.add(axis).id)
        office.upstream = work.upstream.add(UpstreamDecision(title="طرح کلان", body="شورای عالی")).id
        work.commit()
    return office


def _seats(work: Work, office: Office) -> None:
    for place, role in enumerate((*ROLES, *CENTER_ROLES)):
        person = work.people.add(Person(name=f"شخص {place + 1}", post="مدیر"))
        seat = work.seats.add(
            Seat(party_id=office.parties[place // 4], role=role, title=f"سمت {place + 1}", ordinal=place % 4 + 1)
        )
        work.nominations.add(
            Nomination(
                seat_id=seat.id,
                person_id=person.id,
                state=NominationState.ACTIVE,
                letter_number=f"{place + 1}/ص",
                letter_day=date(2022, 11, 15),
                from_day=date(2022, 11, 15),
            )
        )
        office.people.append(person.id)
        office.seats.append(seat.id)
