"""Papers round a meeting to print in tests: usual ones, and the cases that break layouts."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.documents import GuestLine, Imprint
from desktop_app.domain.documents.letter_lines import AddresseeLine, CalledMeeting, DueLine, SignatoryLine
from desktop_app.domain.documents.meeting_documents import (
    AgendaPackDocument,
    AttendanceSheetDocument,
    CitedLine,
    InvitationDocument,
    InvitationItem,
    PackItem,
    PreviousMinutesLine,
    SheetSeat,
)
from desktop_app.domain.documents.unit_documents import (
    ExtractDocument,
    ExtractLetter,
    ReminderDocument,
    ReminderLetter,
    ReminderLine,
    SourceMinutes,
)
from tests.printing import sample_documents as samples

FINAL = Imprint(made_at="2023-05-02T09:30:00Z")
COMMITTEE = samples.COMMITTEE
PARTIES = (samples.PROVINCE, samples.CENTER)
SECRETARY = SignatoryLine(name="یاشار کوهبنانه", post="دبیر", body=COMMITTEE)
MEETING = CalledMeeting(
    number=6,
    kind="extraordinary",
    day="2023-05-15",
    starts_at="10:00",
    place="سالن جلسات استانداری",
    previous_number=5,
    previous_day="2023-05-01",
)
UNKNOWN = CalledMeeting(number=None, kind="ordinary")
"""A meeting of which nothing is known yet."""
HEAD = replace(samples.LETTERHEAD, number="۴۱۲/ص/۱۴۰۲", day="2023-05-08", attachment="۱")
COPIES = ("استاندار محترم مازندران", "بایگانی دبیرخانه")

INVITATION = InvitationDocument(
    committee=COMMITTEE,
    letterhead=HEAD,
    addressees=(
        AddresseeLine(name="بهمن سروستانه", post="رئیس جلسه", party=PARTIES[0].name),
        AddresseeLine(name="کیوان تنکابنی", post="عضو", party=PARTIES[0].name, in_place_of="آرش نمک‌آبرودی"),
        AddresseeLine(name="فرزاد کلاردشتی", post="کارشناس شبکه", guest=True),
    ),
    meeting=MEETING,
    agenda=(
        InvitationItem(title="گزارش پیگیری مصوبات پیشین", presenter="یاشار کوهبنانه", minutes=20),
        InvitationItem(title="برنامهٔ هم‌راستایی واحدها", presenter="مهرداد ستوده‌منش"),
        InvitationItem(title="دستور و زمان جلسهٔ آینده"),
    ),
    open=8,
    late=2,
    answer_until="2023-05-13",
    references=("پیرو نامهٔ شمارهٔ ۹۱۱۷۴/۰۱/ش مورخ ۱۴۰۱/۰۸/۱۰",),
    note=("مستندات هر بند تا روز پیش از جلسه در دبیرخانه آماده است.",),
    signatory=SECRETARY,
    attachments=("بستهٔ دستور جلسه",),
    copies_to=COPIES,
)
BARE_INVITATION = replace(
    INVITATION,
    letterhead=samples.LETTERHEAD,
    addressees=(AddresseeLine(name=samples.LONG_NAME, post="نماینده", party=PARTIES[1].name),),
    meeting=UNKNOWN,
    agenda=(),
    open=0,
    late=0,
    answer_until="",
    references=(),
    note=(),
    signatory=SignatoryLine(body=COMMITTEE),
    attachments=(),
    copies_to=(),
)
CROWDED_INVITATION = replace(
    INVITATION,
    addressees=tuple(
        AddresseeLine(name=f"{first} {last}", post="عضو", party=PARTIES[0].name)
        for first in ("بهمن", "ناهید", "یاشار", "آرش", "مهرداد", "لیلا", "سامان", "پگاه")
        for last in ("سروستانه", "درفشان", "کوهبنانه", "نمک‌آبرودی", "زرین‌قلم")
    ),
    agenda=tuple(InvitationItem(title=f"بررسی موضوع {word}", presenter=samples.LONG_NAME) for word in "ابپتثجچح"),
    copies_to=tuple(f"دستگاه {word}" for word in "ابپتثجچحخدذر"),
)
"""Forty letters of two pages each."""

ATTENDANCE = AttendanceSheetDocument(
    committee=COMMITTEE,
    letterhead=samples.LETTERHEAD,
    parties=PARTIES,
    meeting=MEETING,
    seats=(
        SheetSeat(name="بهمن سروستانه", post="رئیس جلسه", party=0),
        SheetSeat(name="کیوان تنکابنی", post="عضو", party=0, in_place_of="آرش نمک‌آبرودی"),
        SheetSeat(name="مهرداد ستوده‌منش", post="نماینده", party=1),
        SheetSeat(name=samples.LONG_NAME, post="جانشین نماینده", party=1),
    ),
    guests=(GuestLine(name="فرزاد کلاردشتی", post="کارشناس شبکه"),),
    blank_rows=1,
    blank_guests=2,
    needed=3,
    filled=4,
    chair="بهمن سروستانه",
    secretary="یاشار کوهبنانه",
)
CROWDED_ATTENDANCE = replace(
    ATTENDANCE,
    seats=tuple(SheetSeat(name=line.name, post="عضو", party=0) for line in CROWDED_INVITATION.addressees),
)

PACK = AgendaPackDocument(
    committee=COMMITTEE,
    letterhead=samples.LETTERHEAD,
    parties=PARTIES,
    meeting=MEETING,
    chair="بهمن سروستانه",
    secretary="یاشار کوهبنانه",
    items=(
        PackItem(title="تأیید صورت‌جلسهٔ پیشین", kind="previous_minutes", minutes=5),
        PackItem(title="گزارش پیگیری مصوبات پیشین", kind="follow_up", presenter="یاشار کوهبنانه", minutes=20),
        PackItem(
            title="جدول تطبیق با معماری شبکه",
            kind="topic",
            presenter="مهرداد ستوده‌منش",
            minutes=30,
            background=("گزارش مرحلهٔ نخست در جلسهٔ پنجم شنیده شد.", "جدول در پیوست آمده است."),
            about=samples.RICH.follow_up[1],
            upstream="طرح کلان و معماری شبکه ملی اطلاعات، مصوبهٔ جلسهٔ ۶۶",
        ),
    ),
    follow_up=samples.RICH.follow_up,
    as_of="2023-05-15",
    cited=(CitedLine(number="۱۴۰۱/۲/۲", citation="مصوبهٔ جلسهٔ ۶۶ شورای عالی فضای مجازی مورخ ۱۳۹۹/۰۶/۲۵"),),
    previous=PreviousMinutesLine(
        number=5, day="2023-05-01", version=1, state="signed", code="ABCDEFGH23456722", resolutions=1
    ),
    note=("لطفاً پیش از جلسه خوانده شود.",),
    attachments=("جدول تطبیق",),
)
BARE_PACK = replace(
    PACK,
    meeting=UNKNOWN,
    chair="",
    secretary="",
    items=(),
    follow_up=(),
    cited=(),
    previous=None,
    note=(),
    attachments=(),
)

RESOLUTION = samples.RICH.resolutions[0]
SOURCE = SourceMinutes(
    number=3, day="2023-01-30", version=1, code="ABCDEFGH23456722", item="ارتباط پرسرعت روستاهای فاقد پوشش"
)
UNIT = AddresseeLine(
    name="اداره کل ارتباطات و فناوری اطلاعات استان", kind="agency", head="سهراب میاندرودی", liaison="نگار آب‌بندانی"
)
HEADLESS = AddresseeLine(name="معاونت راهبری فنی", kind="unit")
EXTRACT = ExtractDocument(
    committee=COMMITTEE,
    letterhead=HEAD,
    letters=(
        ExtractLetter(
            letterhead=HEAD,
            addressee=UNIT,
            role="executor",
            resolution=RESOLUTION,
            due=DueLine(first="2023-06-20", due="2023-07-22", extensions=1),
            source=SOURCE,
        ),
        ExtractLetter(
            letterhead=samples.LETTERHEAD,
            addressee=HEADLESS,
            role="cooperator",
            resolution=samples.RICH.resolutions[1],
            due=DueLine(first="2023-03-15", due="2023-03-15"),
            source=replace(SOURCE, code=""),
        ),
    ),
    signatory=SECRETARY,
    copies_to=COPIES,
)
LONG_TEXT = " ".join(
    ["تأمین ارتباط پرسرعت برای روستاهای فاقد پوشش در دو شهرستان نمونه و گزارش ماهانهٔ پیشرفت آن به دبیرخانه،"] * 25
)
"""A resolution of some 2,500 letters."""
LONG_EXTRACT = replace(EXTRACT, letters=(replace(EXTRACT.letters[0], resolution=replace(RESOLUTION, text=LONG_TEXT)),))

LINE = ReminderLine(
    number="۱۴۰۱/۳/۲",
    text="خودارزیابی آمادگی دولت هوشمند در همهٔ دستگاه‌های استان بر پایهٔ پرسش‌نامهٔ واحد",
    meeting_number=3,
    meeting_day="2023-01-30",
    role="executor",
    state="doing",
    percent=64,
    due=DueLine(first="2023-03-15", due="2023-05-10", extensions=1),
    late=3,
    owner="یاشار کوهبنانه",
    last_report="۲۷ دستگاه از ۴۲ دستگاه پرسش‌نامه را کامل کرده‌اند",
    last_day="2023-05-07",
)
SILENT = replace(
    LINE,
    number="۱۴۰۲/۵/۱",
    role="cooperator",
    state="notified",
    percent=0,
    due=DueLine(first="2023-05-15", due="2023-05-15"),
    late=0,
    own_due="2023-05-20",
    last_report="",
    last_day="",
)
REMINDER = ReminderDocument(
    committee=COMMITTEE,
    letterhead=samples.LETTERHEAD,
    as_of="2023-05-13",
    answer_until="2023-05-21",
    letters=(
        ReminderLetter(addressee=UNIT, lines=(LINE, SILENT)),
        ReminderLetter(addressee=HEADLESS, lines=(replace(SILENT, due=DueLine(), own_due=""),)),
    ),
    signatory=SECRETARY,
    copies_to=COPIES,
)
CROWDED_REMINDER = replace(
    REMINDER, letters=(ReminderLetter(addressee=UNIT, lines=tuple(replace(LINE, late=at) for at in range(30, 0, -1))),)
)

WHOLE_LETTER = replace(
    samples.letter("متن نامه در یک بند."),
    addressee=AddresseeLine(name="مهرداد ستوده‌منش", post="نماینده", party=PARTIES[1].name),
    subject="پیگیری سامانهٔ ملی داده‌ها",
    references=("عطف به نامهٔ شمارهٔ ۴۱۲/ص/۱۴۰۲",),
    signatory=SECRETARY,
    attachments=("فهرست روستاها",),
    copies_to=COPIES,
)
