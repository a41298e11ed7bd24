"""A small committee, built straight through the stores: parties, seats, units, one meeting and its minutes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.documents.appearance import Picture
from desktop_app.domain.documents.documents import (
    DeadlineLine,
    Letterhead,
    MeetingFacts,
    MinutesDocument,
    QuorumLine,
    ResolutionLine,
)
from desktop_app.domain.documents.letter_lines import AddresseeLine, CalledMeeting, SignatoryLine
from desktop_app.domain.documents.meeting_documents import InvitationDocument, InvitationItem
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities
from desktop_app.domain.documents.snapshots import canonical_json, content_hash
from desktop_app.domain.rules.clauses import UpstreamDecision, UpstreamLink
from desktop_app.domain.rules.committee import Article, ArticleKind, Axis, Committee, Memorandum, Party, PartyCode
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, RelativeBase, RelativeUnit
from desktop_app.domain.rules.files import FileLink, FileRole, StoredFile
from desktop_app.domain.rules.invitations import SendingWay, SentInvitation, key_of_person
from desktop_app.domain.rules.meetings import (
    AgendaItem,
    Attendance,
    AttendanceState,
    DispositionKind,
    Guest,
    Meeting,
    MeetingAct,
    MeetingState,
)
from desktop_app.domain.rules.members import Nomination, NominationState, Person, Seat, SeatRole, Unit
from desktop_app.domain.rules.minutes import (
    AdoptionKind,
    Clause,
    ClauseEffect,
    ClauseKind,
    Deliberation,
    EffectKind,
    ItemDisposition,
    MinutesAct,
    MinutesActKind,
    MinutesState,
    MinutesVersion,
    Printing,
    Signature,
    Signer,
)
from desktop_app.domain.rules.months import MonthAct, MonthActKind
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper, PaperLink
from desktop_app.domain.rules.requests import Request, RequestKind
from desktop_app.domain.rules.resolutions import DeadlineEvent, Resolution, ResolutionAct, ResolutionActKind
from desktop_app.domain.rules.session_facts import session_of
from desktop_app.domain.rules.taking_over import TakingOver
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskRole, TaskState
from desktop_app.services.documents.minutes_document import build_minutes
from desktop_app.services.versions.versions import meeting_of
from desktop_app.storage.store.work import Work

DAY = date(2023, 1, 30)
AT = "2023-01-30T10:00:00Z"
NOW = datetime(2023, 1, 30, 10, 0, tzinfo=UTC)
PAPER = PaperCapabilities(fonts=(), supported=frozenset(), cite=lambda upstream: upstream.title)


@dataclass(frozen=True)
class Sample:
    """Ids of what was built."""

    committee: int
    parties: tuple[int, int]
    units: tuple[int, int, int]
    person: int
    seat: int
    meeting: int
    item: int
    version: int
    attendance: int
    guest: int
    deliberation: int
    note: int
    clause: int
    signer: int
    resolution: int
    upstream: int
    axis: int


def build(work: Work) -> Sample:
    """Everything up to a draft of the minutes with one note and one resolution."""
    memorandum = work.memoranda.add(Memorandum(title="تفاهم‌نامه", subject="فضای مجازی", signed_on=date(2022, 11, 1)))
    work.articles.add(Article(memorandum_id=memorandum.id, kind=ArticleKind.ARTICLE, ordinal=1, title="موضوع"))
    work.pictures.add(Picture(sha256="0" * 64, width=1, height=1, content=b"png"))
    committee = work.committees.add(Committee(memorandum_id=memorandum.id, name="کمیتهٔ مشترک راهبری")).id
    work.month_acts.add(
        MonthAct(
            committee_id=committee,
            year=1401,
            month=10,
            kind=MonthActKind.EXCUSED,
            day=DAY,
            at=AT,
            actor="کارشناس",
            reason="سفر",
        )
    )
    province = work.parties.add(
        Party(committee_id=committee, code=PartyCode.PROVINCE, name="استانداری مازندران", short_name="استانداری")
    ).id
    center = work.parties.add(Party(committee_id=committee, code=PartyCode.CENTER, name="مرکز ملی فضای مجازی")).id
    axis = work.axes.add(Axis(committee_id=committee, code="م۴", title="زیرساخت‌های مورد نیاز", ordinal=4)).id
    person = work.people.add(Person(name="بهمن سروستانه", post="معاون")).id
    seat = work.seats.add(Seat(party_id=province, role=SeatRole.CHAIR, title="رئیس جلسه", ordinal=1)).id
    work.nominations.add(
        Nomination(seat_id=seat, person_id=person, state=NominationState.ACTIVE, from_day=date(2022, 11, 15))
    )
    units = tuple(
        work.units.add(Unit(party_id=party, name=name, ordinal=place)).id
        for place, (party, name) in enumerate(
            ((province, "اداره کل ارتباطات"), (province, "پارک علم و فناوری"), (center, "دفتر پیگیری مصوبات")), start=1
        )
    )
    upstream = work.upstream.add(
        UpstreamDecision(title="طرح کلان شبکه ملی", body="شورای عالی", session="۶۶", session_day=date(2020, 9, 15))
    ).id
    meeting = work.meetings.add(
        Meeting(committee_id=committee, number=3, state=MeetingState.HELD, day=DAY, starts_at="09:00", place="ساری")
    ).id
    work.meeting_acts.add(
        MeetingAct(
            meeting_id=meeting,
            source=MeetingState.IN_SESSION,
            target=MeetingState.HELD,
            day=DAY,
            at=AT,
            actor="کارشناس",
        )
    )
    send(work, meeting)
    item = work.agenda.add(
        AgendaItem(
            committee_id=committee,
            meeting_id=meeting,
            ordinal=1,
            title="گزارش پهنای باند روستاها",
            background="هفتاد روستا پوشش ندارد.",
        )
    ).id
    register_papers(work, committee, item)
    version = work.versions.add(MinutesVersion(meeting_id=meeting, next_day=date(2023, 2, 27))).id
    attendance = work.attendance.add(
        Attendance(
            minutes_version_id=version,
            seat_id=seat,
            party_id=province,
            ordinal=1,
            name="بهمن سروستانه",
            post="معاون",
            state=AttendanceState.PRESENT,
        )
    ).id
    guest = work.guests.add(Guest(minutes_version_id=version, ordinal=1, name="ناهید درفشان")).id
    deliberation = work.deliberations.add(
        Deliberation(minutes_version_id=version, agenda_item_id=item, ordinal=1, speaker="سروستانه", text="می‌شود دید.")
    ).id
    note = work.clauses.add(
        Clause(minutes_version_id=version, agenda_item_id=item, ordinal=1, text="گزارش شنیده شد")
    ).id
    resolution = work.resolutions.add(Resolution(uid=work.new_uid(), meeting_id=meeting)).id
    clause = work.clauses.add(
        Clause(
            minutes_version_id=version,
            agenda_item_id=item,
            ordinal=2,
            text="تأمین ارتباط پرسرعت برای روستاها",
            kind=ClauseKind.DECISION,
            resolution_id=resolution,
            axis_id=axis,
            executor_unit_id=units[0],
            cooperating=(units[2], units[1]),
            owner_person_id=person,
            deadline=Deadline(
                kind=DeadlineKind.RELATIVE,
                count=10,
                unit=RelativeUnit.WORKING_DAYS,
                base=RelativeBase.NOTIFICATION,
            ),
            adoption=AdoptionKind.MAJORITY,
            votes_for=5,
            upstream_id=upstream,
        )
    ).id
    signer = work.signers.add(
        Signer(minutes_version_id=version, ordinal=1, party_id=province, name="بهمن سروستانه", post="معاون")
    ).id
    assert len(units) == 3
    return Sample(
        committee, (province, center), units, person, seat, meeting, item, version, attendance, guest, deliberation,
        note, clause, signer, resolution, upstream, axis,
    )  # fmt: skip


def snapshot(numbers: tuple[str, ...] = ("۱۴۰۱/۳/۱",), *, inquorate: bool = False) -> str:
    """The canonical JSON of minutes that hold resolutions of these numbers."""
    lines = tuple(
        ResolutionLine(
            number=number,
            text="متن",
            kind="decision",
            axis="م۴",
            executor="واحد",
            cooperating=(),
            all_units=False,
            owner="دبیر",
            deadline=DeadlineLine(kind="none"),
            adoption="unanimous",
        )
        for number in numbers
    )
    return canonical_json(
        MinutesDocument(
            committee="کمیته",
            letterhead=Letterhead(parties=("الف", "ب"), invocation=""),
            parties=(),
            meeting=MeetingFacts(
                number=3, day="2023-01-30", began_at="", ended_at="", place="", chair="", secretary="", kind="ordinary"
            ),
            version=1,
            inquorate=inquorate,
            attendance=(),
            guests=(),
            quorum=QuorumLine(met=True, present=1, filled=1, needed=1, parties=()),
            agenda=(),
            follow_up=(),
            resolutions=lines,
        )
    )


def send(work: Work, meeting: int) -> None:
    """One invitation to the meeting."""
    letter = InvitationDocument(
        committee="کمیته",
        letterhead=Letterhead(parties=("استانداری", "مرکز ملی"), invocation="بسمه تعالی"),
        addressees=(AddresseeLine(name="بهمن سروستانه"),),
        meeting=CalledMeeting(number=3, kind="ordinary", day=DAY.isoformat(), starts_at="09:00", place="ساری"),
        agenda=(InvitationItem(title="گزارش پهنای باند روستاها"),),
        signatory=SignatoryLine(name="یاشار کوهبنانه"),
    )
    document = canonical_json(letter)
    work.sent_invitations.add(
        SentInvitation(
            meeting_id=meeting,
            invitee=key_of_person(1, 1),
            addressee="بهمن سروستانه",
            sent_on=DAY,
            way=SendingWay.AUTOMATION,
            at=AT,
            actor="کارشناس",
            template=letter.template,
            document=document,
            content_hash=content_hash(document),
        )
    )


def finalise(work: Work, sample: Sample, number: str = "۱۴۰۱/۳/۱", row: int = 1) -> None:
    """Number, freeze, and make the tasks, deadline, acts and papers that follow."""
    next_meeting = DispositionKind.NEXT
    work.dispositions.add(
        ItemDisposition(minutes_version_id=sample.version, agenda_item_id=sample.item, kind=next_meeting)
    )
    work.effects.add(ClauseEffect(clause_id=sample.note, resolution_id=sample.resolution, kind=EffectKind.ACCEPT))
    resolution = work.resolutions.get(sample.resolution)
    work.resolutions.update(replace(resolution, number=number, row=row, adopted_on=DAY))
    version = work.versions.get(sample.version)
    work.versions.update(replace(version, state=MinutesState.REVIEW))
    freeze(work, version, {sample.resolution: number})
    for unit, role in zip(sample.units, (TaskRole.EXECUTOR, TaskRole.COOPERATOR, TaskRole.COOPERATOR), strict=True):
        task = work.tasks.add(Task(uid=work.new_uid(), resolution_id=sample.resolution, unit_id=unit, role=role))
    work.task_acts.add(
        TaskAct(
            task_id=task.id,
            source=TaskState.ASSIGNED,
            target=TaskState.NOTIFIED,
            percent=0,
            day=DAY,
            at=AT,
            actor="کارشناس",
        )
    )
    work.deadline_events.add(DeadlineEvent(resolution_id=sample.resolution, sequence=0, due=date(2023, 2, 20), at=AT))
    work.resolution_acts.add(
        ResolutionAct(resolution_id=sample.resolution, kind=ResolutionActKind.NOTIFIED, day=DAY, at=AT, actor="کارشناس")
    )
    work.upstream_links.add(UpstreamLink(upstream_id=sample.upstream, resolution_id=sample.resolution))
    work.printings.add(Printing(minutes_version_id=sample.version, at=AT, copies=2, path="", sha256="0" * 64))
    work.audit("finalised", "minutes_version", sample.version, number=number)


def freeze(work: Work, version: MinutesVersion, numbers: dict[int, str]) -> None:
    """Make a version that is being read final, with the document of its records and the entry that tells its hash."""
    act(work, version.id, MinutesActKind.FINALISED)
    text = canonical_json(build_minutes(work, FixedClock(NOW), PAPER, version, numbers))
    session = session_of(meeting_of(work, version))
    work.versions.update(
        replace(
            version,
            state=MinutesState.FINAL,
            session=session,
            snapshot=text,
            content_hash=content_hash(text),
            finalised_at=AT,
        )
    )
    work.audit("hashed", "minutes_version", version.id, content_hash=content_hash(text))


def act(work: Work, version_id: int, kind: MinutesActKind) -> None:
    """What has to be recorded before a version goes to another state."""
    work.minutes_acts.add(MinutesAct(minutes_version_id=version_id, kind=kind, at=AT, actor="کارشناس"))


def withdraw(work: Work, sample: Sample) -> None:
    """Take the final version back."""
    act(work, sample.version, MinutesActKind.WITHDRAWN)
    work.versions.update(replace(work.versions.get(sample.version), state=MinutesState.WITHDRAWN))


def sign_whole(work: Work, sample: Sample) -> None:
    """Every name on every original, and with it the signed state."""
    version = work.versions.get(sample.version)
    for original in range(1, version.originals + 1):
        sign(work, sample, original)
    act(work, sample.version, MinutesActKind.SIGNED)
    work.versions.update(replace(version, state=MinutesState.SIGNED))


SCAN = b"%PDF-1.7"
"""The bytes of the one file."""


def kept_at(content: bytes) -> str:
    """Where the bytes of a file lie in a data folder."""
    digest = hashlib.sha256(content).hexdigest()
    return f"files/{digest[:2]}/{digest}"


def register_papers(work: Work, committee: int, item: int) -> None:
    """A file and its link, a paper in and one out with what they are about, a request, and the time before."""
    file = work.files.add(StoredFile(sha256=hashlib.sha256(SCAN).hexdigest(), size=len(SCAN), type="application/pdf"))
    work.file_links.add(
        FileLink(
            file_id=file.id, record_kind="meeting", record_uid="u", role=FileRole.SCAN, name="صورت‌جلسه.pdf", ordinal=1
        )
    )
    came = work.incoming_papers.add(
        IncomingPaper(
            committee_id=committee,
            year=1401,
            row=1,
            number="۱۲/۳",
            received_on=DAY,
            sender="مرکز ملی",
            subject="معرفی",
        )
    )
    went = work.outgoing_papers.add(
        OutgoingPaper(
            committee_id=committee,
            year=1401,
            row=1,
            number="۱۴۰۱/د/۱",
            day=DAY,
            addressee="استانداری",
            subject="پیگیری",
            way=SendingWay.AUTOMATION,
            at=AT,
            actor="کارشناس",
        )
    )
    work.paper_links.add(PaperLink(incoming_paper_id=came.id, record_kind="meeting", record_uid="u"))
    work.paper_links.add(PaperLink(outgoing_paper_id=went.id, record_kind="meeting", record_uid="u"))
    work.requests.add(
        Request(committee_id=committee, kind=RequestKind.PROPOSAL, title="طرح مشترک", asked_on=DAY, agenda_item_id=item)
    )
    work.takings_over.add(
        TakingOver(committee_id=committee, year=1401, month=9, last_meeting=2, at=AT, actor="کارشناس")
    )


def sign(work: Work, sample: Sample, original: int = 1) -> None:
    """One signature on one original."""
    work.signatures.add(Signature(signer_id=sample.signer, original=original, signed_on=DAY, at=AT))
