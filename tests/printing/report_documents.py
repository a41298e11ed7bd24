"""Reports to print in tests: a full one of each kind, and the cases that break layouts."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.amendment_lines import Amends
from desktop_app.domain.documents.documents import DeadlineLine, GuestLine, MinutesDocument
from desktop_app.domain.documents.register_documents import HistoryDocument, HistoryLine, RegisterDocument, RegisterLine
from desktop_app.domain.documents.report_documents import (
    AlignmentMatrixDocument,
    MatrixCell,
    MatrixRow,
    MatrixUnit,
    MonthlyReportDocument,
    ReportCount,
    ReportMeeting,
    ReportMember,
    ReportMonth,
    ReportRegularity,
    ReportResolution,
    ReportTasks,
    ReportWaiting,
)
from desktop_app.domain.papers import Classification
from desktop_app.domain.rules.amendments import differences
from desktop_app.domain.text.digits import persian_digits
from tests.printing import sample_documents as samples
from tests.printing.generated_year import generated_year

LONG_UNIT = (
    "ادارهٔ کل هماهنگی امور فناوری اطلاعات، ارتباطات، نوسازی، تحول اداری و توسعهٔ دولت الکترونیک"
    " شهرستان‌های غرب و شرق استان مازندران"
)
assert len(LONG_UNIT) >= 120

_LATE = ReportResolution(
    number="۱۴۰۱/۲/۱",
    text="احصای موانع صدور مجوز کسب‌وکارهای اینترنتی استان و پیشنهاد راه‌حل به تفکیک دستگاه صادرکننده",
    axis="۲",
    executor="اداره کل تعاون، کار و رفاه اجتماعی",
    party=0,
    due="2023-02-19",
    state="blocked",
    percent=40,
    late=71,
    note="دو دستگاه صادرکننده به مکاتبه پاسخ نداده‌اند",
)
_FRESH = replace(_LATE, number="۱۴۰۲/۵/۱", state="notified", percent=0, late=0, due="2023-05-15", note="")

REPORT = MonthlyReportDocument(
    committee=samples.COMMITTEE,
    letterhead=replace(samples.LETTERHEAD, day="2023-05-22"),
    parties=samples.RICH.parties,
    year=1402,
    month=2,
    day="2023-05-21",
    months=(
        ReportMonth(month=1, state="missed"),
        ReportMonth(month=2, state="held", meeting=5, day="2023-05-01"),
    ),
    regularity=ReportRegularity(held=5, missed=1, excused=0, percent=83),
    meetings=(
        ReportMeeting(
            number=5,
            day="2023-05-01",
            place="سالن جلسات استانداری",
            state="held",
            inquorate=False,
            minutes="final",
            signed=13,
            signers=8,
            on_each=(7, 6),
            present=8,
            filled=8,
            resolutions=1,
        ),
    ),
    members=(
        ReportMember(name="بهمن سروستانه", post="رئیس جلسه", party=0, states=("present",), attended=5, held=5),
        ReportMember(name="پگاه زرین‌قلم", post="عضو", party=1, states=("excused",), attended=3, held=5),
    ),
    adopted=(_FRESH,),
    total=ReportCount(name="", party=None, open=5, late=3, done=2),
    axes=(
        ReportCount(code="۱", name="اولویت‌های اجرایی", party=None, open=1, late=0, done=2),
        ReportCount(code="۸-۱", name="پلتفرم‌های بومی", party=None, open=4, late=3, done=0),
    ),
    units=(
        ReportCount(name="اداره کل ارتباطات و فناوری اطلاعات استان", party=0, open=3, late=2, done=2),
        ReportCount(name="معاونت راهبری فنی", party=1, open=1, late=1, done=0),
        ReportCount(name="", party=None, open=1, late=0, done=0),
    ),
    late=(_LATE, replace(_LATE, number="۱۴۰۱/۳/۲", late=9, state="in_progress", percent=64)),
    tasks=(
        ReportTasks(party=0, count=28, accepted=11, late=10, unaligned=13, percent=50),
        ReportTasks(party=1, count=15, accepted=6, late=6, unaligned=8, percent=56),
    ),
    waiting=(
        ReportWaiting(kind="reported", number="۱۴۰۱/۲/۲", text="تهیهٔ جدول تطبیق", note="جدول ثبت شد"),
        ReportWaiting(kind="deferred", number="۱۴۰۱/۲/۳", text="موضوع دیگر"),
        ReportWaiting(kind="blocked", number="۱۴۰۱/۲/۱", text="احصای موانع", note="پاسخ نیامد"),
        ReportWaiting(kind="unsigned", number="5", count=13, of=8, on_each=(7, 6)),
        ReportWaiting(kind="unfinished", number="6"),
        ReportWaiting(kind="unexplained", text="فروردین ۱۴۰۲"),
        ReportWaiting(kind="not_convened", text="خرداد ۱۴۰۲"),
        ReportWaiting(kind="parked", count=2),
    ),
)
"""A month with something in every part of it."""

QUIET_REPORT = replace(
    REPORT,
    months=(ReportMonth(month=1, state=""), ReportMonth(month=2, state="excused", reason="ماه رمضان")),
    regularity=ReportRegularity(held=0, missed=0, excused=1, percent=0),
    meetings=(),
    members=(),
    adopted=(),
    total=ReportCount(name="", party=None, open=0, late=0, done=0),
    axes=(),
    units=(),
    late=(),
    tasks=(ReportTasks(party=0, count=0, accepted=0, late=0, unaligned=0, percent=0),),
    waiting=(),
)
"""A month without a meeting, and a committee without a resolution."""

_STATES = ("assigned", "notified", "planned", "doing", "blocked", "reported", "accepted", "returned")


def matrix(units: int = 12, rows: int = 60, *, name: str = "") -> AlignmentMatrixDocument:
    """A matrix of any size; ``name`` is that of every unit where it is given."""
    return AlignmentMatrixDocument(
        committee=samples.COMMITTEE,
        letterhead=samples.LETTERHEAD,
        parties=samples.RICH.parties,
        day="2023-05-13",
        every=False,
        units=tuple(
            MatrixUnit(
                name=name or _unit_name(place),
                short_name="",
                party=int(place >= units * 2 // 3),
            )
            for place in range(units)
        ),
        rows=tuple(_matrix_row(units, row) for row in range(rows)),
    )


def _unit_name(place: int) -> str:
    return f"واحد شمارهٔ {persian_digits(place + 1)}"


def _matrix_row(units: int, row: int) -> MatrixRow:
    return MatrixRow(
        number=persian_digits(f"1401/{row // 4 + 1}/{row % 4 + 1}"),
        text=samples.RICH.resolutions[row % 4].text,
        axis=persian_digits(row % 8 + 1),
        state="in_progress",
        percent=40,
        due="2023-06-20",
        late=0,
        cells=tuple(_matrix_cell(row, place) for place in range(units)),
    )


def _matrix_cell(row: int, place: int) -> MatrixCell | None:
    if (row * 5 + place * 3) % 4:
        return None
    state = _STATES[(row + place) % len(_STATES)]
    return MatrixCell(
        role="executor" if place % 5 == 0 else "cooperator",
        state=state,
        percent=45,
        due="2023-06-20",
        late=12 if (row + place) % 6 == 0 else 0,
        aligned=state not in {"assigned", "notified"},
    )


_LINE = RegisterLine(
    number="۱۴۰۱/۳/۲",
    day="2023-01-30",
    meeting=3,
    text="خودارزیابی آمادگی دولت هوشمند در همهٔ دستگاه‌های استان بر پایهٔ پرسش‌نامهٔ واحد",
    kind="decision",
    axis="۵",
    executor="دفتر فناوری اطلاعات، نوسازی و تحول اداری",
    owner="یاشار کوهبنانه",
    deadline_kind="day",
    agreed="2023-03-15",
    extended=("2023-05-10",),
    due="2023-05-10",
    state="in_progress",
    percent=64,
    late=3,
    closed_on="",
)
REGISTER = RegisterDocument(
    committee=samples.COMMITTEE,
    letterhead=samples.LETTERHEAD,
    parties=samples.RICH.parties,
    year=1401,
    day="2023-05-13",
    lines=(
        _LINE,
        replace(_LINE, number="۱۴۰۱/۱/۱", state="verified", late=0, extended=(), closed_on="2023-01-02"),
        replace(_LINE, number="۱۴۰۱/۳/۴", state="superseded", late=0, successor="۱۴۰۲/۵/۱", closed_on="2023-05-01"),
        replace(_LINE, number="۱۴۰۱/۳/۵", kind="policy", executor="", deadline_kind="continuous", late=0, extended=()),
        replace(_LINE, number="۱۴۰۱/۴/۱", deadline_kind="none", agreed="", due="", state="adopted", late=0),
    ),
)
HISTORY = HistoryDocument(
    committee=samples.COMMITTEE,
    letterhead=replace(samples.LETTERHEAD, classification=Classification.CONFIDENTIAL),
    parties=samples.RICH.parties,
    record="صورت‌جلسهٔ جلسهٔ ۳",
    year=0,
    asked=("بازه: از ۱۴۰۲/۰۱/۰۱ تا ۱۴۰۲/۰۲/۳۱", "کار: تغییر یا قرائت"),
    day="2023-05-13",
    lines=(
        HistoryLine(
            seq=212,
            day="2023-05-10",
            time="09:45",
            actor="کارشناس دبیرخانه",
            act="تغییر",
            record="بند «سامانهٔ نظارت تا پایان سال راه‌اندازی شود» – صورت‌جلسهٔ جلسهٔ ۳",
            changes=("متن: از «تا پایان سال» به «تا پایان بهار»", "مجری: از خالی به «دفتر فناوری اطلاعات»"),
        ),
        HistoryLine(
            seq=199,
            day="2023-05-09",
            time="11:20",
            actor="کارشناس دبیرخانه",
            act="ثبت در دفتر",
            record="۲ نامهٔ صادره – «اداره کل ارتباطات»، «استانداری» · همراه با مصوبه",
            changes=(
                "ثبت در دفتر: نامهٔ صادره «اداره کل ارتباطات»",
                "ردیف: ۱۲",
                "ثبت در دفتر: نامهٔ صادره «استانداری»",
                "ردیف: ۱۳",
                "پیوند نامه: مصوبهٔ ۱۴۰۲/۳/۱",
            ),
        ),
        HistoryLine(seq=198, day="2023-05-09", time="08:00", actor="", act="قرائت", record="صورت‌جلسهٔ جلسهٔ ۳"),
        HistoryLine(
            seq=197,
            day="2023-04-30",
            time="08:00",
            actor="دیگری",
            act="تغییر",
            record="تنظیمات دفتر",
            changes=("شمار نسخه‌های اصل: از ۲ به ۹",),
        ),
    ),
)
THOUSAND = replace(REGISTER, year=0, lines=generated_year(250).lines)
BOOK = generated_year(7)

_FIRST, _SECOND, *_REST = samples.RICH.resolutions
CORRECTED = replace(
    samples.RICH,
    version=2,
    meeting=replace(samples.RICH.meeting, ended_at="12:45"),
    attendance=(replace(samples.RICH.attendance[0], state="excused"), *samples.RICH.attendance[1:]),
    guests=(*samples.RICH.guests, GuestLine(name="رویا هزارجریبی", post="کارشناس")),
    resolutions=(
        replace(
            _FIRST,
            text=_FIRST.text.replace("دو", "سه"),
            executor="مدیریت و برنامه‌ریزی",
            deadline=DeadlineLine(kind="relative", count=20, unit="working_days", base="meeting"),
        ),
        replace(_SECOND, votes_for=7, votes_against=0),
        _REST[0],
    ),
    next_day="2023-03-06",
)


def correction(after: MinutesDocument = CORRECTED, before: MinutesDocument = samples.RICH) -> MinutesDocument:
    """A correction that leads from one document to the other."""
    amends = Amends(number=1, version=1, code="ABCDEFGH23456712", reason="شمار شهرستان‌ها نادرست بود",
                    changes=differences(before, after), final_on="2023-03-11")  # fmt: skip
    return replace(after, amends=amends)


CHANGES = differences(samples.RICH, CORRECTED)
CORRECTION = correction()
"""A correction with every kind of change."""
