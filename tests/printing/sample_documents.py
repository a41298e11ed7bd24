"""Documents to print in tests: the demo committee's third meeting, and the cases that break layouts."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.documents import (
    AgendaLine,
    AttendanceLine,
    DeadlineLine,
    FollowUpLine,
    GuestLine,
    Imprint,
    LetterDocument,
    Letterhead,
    MeetingFacts,
    MinutesDocument,
    PartyLine,
    QuorumLine,
    ResolutionLine,
    SignerLine,
)
from desktop_app.domain.documents.snapshots import canonical_json, content_hash, paper_code

COMMITTEE = "کمیتهٔ مشترک راهبری و اجرایی‌سازی تفاهم‌نامه"
PROVINCE = PartyLine(name="استانداری مازندران", short_name="استانداری")
CENTER = PartyLine(name="مرکز ملی فضای مجازی", short_name="مرکز ملی")
LETTERHEAD = Letterhead(parties=(PROVINCE.name, CENTER.name), invocation="بسمه تعالی")
LONG_NAME = (
    "سیدمحمدحسین میرعبدالعظیمی‌نژاد رستم‌آبادی اصل معروف به آقاسیدمحمد، نمایندهٔ تام‌الاختیار شهرستان‌های"
    " غرب استان و حومهٔ آنها"
)
LONG_ADDRESS = "https://dabirkhaneh.example.ir/archive/1401/11/meeting-3/attachments?file=village-list&rev=2.1"


def _seat(name: str, post: str, party: int, *, state: str = "present", **facts: str) -> AttendanceLine:
    number, day = (("۲۱۷/ص/۱۴۰۱", "2022-11-15"), ("۹۱۱۷۴/۰۱/ش", "2022-11-29"))[party]
    letter = {"letter_number": number, "letter_day": day} | facts
    return AttendanceLine(name=name, post=post, party=party, state=state, **letter)


_SEATS = (
    _seat("بهمن سروستانه", "رئیس جلسه", 0),
    _seat("ناهید درفشان", "جانشین رئیس", 0),
    _seat("یاشار کوهبنانه", "دبیر", 0),
    _seat(
        "آرش نمک‌آبرودی",
        "عضو",
        0,
        state="substitute",
        substitute="کیوان تنکابنی",
        letter_number="۴۱۲/ص/۱۴۰۱",
        letter_day="2023-01-28",
    ),
    _seat("مهرداد ستوده‌منش", "نماینده", 1),
    _seat("لیلا فرهمندراد", "جانشین نماینده", 1, state="video"),
    _seat("سامان دریانوردپور", "عضو", 1, state="excused"),
    _seat("پگاه زرین‌قلم", "عضو", 1, arrived_at="10:28"),
)
_AGENDA = (
    AgendaLine(title="گزارش پیگیری مصوبات پیشین", presenter="یاشار کوهبنانه"),
    AgendaLine(
        title="ارتباط پرسرعت روستاهای فاقد پوشش",
        presenter="سهراب میاندرودی",
        talk=(
            (
                "کیوان تنکابنی",
                "در دو شهرستان نمونه ۳۸ روستا پوشش ندارند؛ برآورد هزینه ۲٬۵۰۰٬۰۰۰٬۰۰۰ ریال برای هر دکل است"
                " و تأمین برق هفت روستا پیش از نصب دکل به هماهنگی با شرکت توزیع نیاز دارد.",
            ),
            ("پگاه زرین‌قلم", "تجهیزات Wi-Fi و LTE باید از فهرست تأییدشدهٔ مرکز (نسخهٔ 2.1) برگزیده شود."),
        ),
        notes=("فهرست روستاها پیوست صورت‌جلسه است.",),
    ),
    AgendaLine(
        title="خودارزیابی آمادگی دولت هوشمند",
        presenter="ناهید درفشان",
        talk=(
            ("ناهید درفشان", "پرسش‌نامهٔ واحد با ۶۴ سنجه آماده است و می‌توان آن را برای ۴۲ دستگاه فرستاد."),
            (
                "لیلا فرهمندراد",
                "نتیجهٔ خودارزیابی باید با نمونه‌گیری کارشناسان مرکز راستی‌آزمایی شود (دست‌کم ۱۰٪ دستگاه‌ها).",
            ),
        ),
    ),
    AgendaLine(
        title="طرح‌های استانی هوشمند",
        presenter="فرهاد چالی‌پل",
        talk=(("یاشار کوهبنانه", "هر طرح باید شناسنامه، دستگاه راهبر و برآورد هزینه داشته باشد."),),
    ),
    AgendaLine(title="دستور و زمان جلسهٔ آینده", presenter="بهمن سروستانه"),
)
_FOLLOW_UP = (
    FollowUpLine(
        number="۱۴۰۱/۱/۱",
        text="تدوین فهرست ده اولویت اجرایی فضای مجازی استان همراه با برنامهٔ اقدام هر اولویت",
        executor="دبیرخانهٔ شورا",
        due="2023-01-02",
        state="verified",
        percent=100,
        late=0,
        last_action="در جلسهٔ دوم ارائه و تأیید شد",
    ),
    FollowUpLine(
        number="۱۴۰۱/۲/۱",
        text="احصای موانع صدور مجوز کسب‌وکارهای اینترنتی استان",
        executor="تعاون، کار و رفاه اجتماعی",
        due="2023-01-19",
        state="blocked",
        percent=40,
        late=11,
        last_action="دو دستگاه صادرکننده به مکاتبه پاسخ نداده‌اند",
    ),
    FollowUpLine(
        number="۱۴۰۱/۲/۲",
        text="تهیهٔ جدول تطبیق اقدام‌های استان با طرح کلان و معماری شبکه ملی اطلاعات",
        executor="ارتباطات و فناوری اطلاعات",
        due="2023-03-06",
        state="in_progress",
        percent=70,
        late=0,
        last_action="۱۴۰۱/۱۱/۰۵: بندهای فنی بازبینی شد",
    ),
)
_UPSTREAM = "طرح کلان و معماری شبکه ملی اطلاعات، مصوبهٔ جلسهٔ ۶۶ مورخ ۱۳۹۹/۰۶/۲۵، ابلاغی شمارهٔ ۹۹/۱۰۴۴۴۱ مورخ ۱۳۹۹/۰۷/۱۶"
_RESOLUTIONS = (
    ResolutionLine(
        number="۱۴۰۱/۳/۱",
        kind="decision",
        axis="۴",
        executor="ارتباطات و فناوری اطلاعات",
        text="تأمین ارتباط پرسرعت برای روستاهای فاقد پوشش در دو شهرستان نمونه و گزارش ماهانهٔ پیشرفت",
        cooperating=("مدیریت و برنامه‌ریزی",),
        all_units=False,
        owner="مدیریت و برنامه‌ریزی",
        deadline=DeadlineLine(kind="day", due="2023-06-20"),
        adoption="unanimous",
        upstream=_UPSTREAM,
    ),
    ResolutionLine(
        number="۱۴۰۱/۳/۲",
        kind="decision",
        axis="۵",
        executor="دفتر فناوری اطلاعات و تحول",
        text="خودارزیابی آمادگی دولت هوشمند در همهٔ دستگاه‌های استان بر پایهٔ پرسش‌نامهٔ واحد",
        cooperating=(),
        all_units=True,
        owner="یاشار کوهبنانه",
        adoption="majority",
        votes_for=6,
        votes_against=1,
        deadline=DeadlineLine(kind="relative", due="2023-03-15", count=30, unit="working_days", base="meeting"),
    ),
    ResolutionLine(
        number="۱۴۰۱/۳/۳",
        kind="referral",
        axis="۸-۱",
        executor="مدیریت و برنامه‌ریزی",
        text="تعریف سه طرح استانی (گردشگری هوشمند، کشاورزی هوشمند، سلامت الکترونیک) با شناسنامهٔ طرح",
        cooperating=("پارک علم و فناوری", "معاونت راهبری فنی"),
        all_units=False,
        owner="مدیریت و برنامه‌ریزی",
        deadline=DeadlineLine(kind="next_meeting", due="2023-02-27"),
        adoption="with_reservation",
        reservation="پگاه زرین‌قلم: منبع مالی طرح سلامت الکترونیک روشن شود.",
    ),
    ResolutionLine(
        number="۱۴۰۱/۳/۴",
        kind="policy",
        axis="۷",
        executor="",
        cooperating=(),
        all_units=False,
        owner="یاشار کوهبنانه",
        text="سواد فضای مجازی در همهٔ دوره‌های ضمن خدمت مدیران استان گنجانده شود.",
        deadline=DeadlineLine(kind="continuous", due="2023-09-18"),
        adoption="unanimous",
    ),
)
_SIGNERS = (
    SignerLine(name="بهمن سروستانه", post="رئیس جلسه", party=0),
    SignerLine(name="ناهید درفشان", post="جانشین رئیس", party=0),
    SignerLine(name="کیوان تنکابنی", post="عضو", party=0, substitute_for="آرش نمک‌آبرودی"),
    SignerLine(name="یاشار کوهبنانه", post="دبیر", party=0),
    SignerLine(name="مهرداد ستوده‌منش", post="نماینده", party=1),
    SignerLine(name="لیلا فرهمندراد", post="جانشین نماینده", party=1),
    SignerLine(name="پگاه زرین‌قلم", post="عضو", party=1),
)

RICH = MinutesDocument(
    committee=COMMITTEE,
    letterhead=replace(LETTERHEAD, number="۱۴۷/ک/۱۴۰۱", day="2023-01-30", attachment="۲ برگ"),
    parties=(PROVINCE, CENTER),
    meeting=MeetingFacts(
        number=3,
        day="2023-01-30",
        began_at="10:10",
        ended_at="12:30",
        place="سالن جلسات استانداری",
        chair="بهمن سروستانه",
        secretary="یاشار کوهبنانه",
        kind="ordinary",
        previous_number=2,
        previous_day="2023-01-02",
    ),
    version=1,
    inquorate=False,
    attendance=_SEATS,
    guests=(
        GuestLine(name="نگار آب‌بندانی", post="رابط اداره کل ارتباطات و فناوری اطلاعات"),
        GuestLine(name="سهراب میاندرودی"),
    ),
    quorum=QuorumLine(met=True, present=7, filled=8, needed=5, parties=((4, 4), (3, 4))),
    agenda=_AGENDA,
    follow_up=_FOLLOW_UP,
    resolutions=_RESOLUTIONS,
    next_day="2023-02-27",
    next_starts_at="10:00",
    next_agenda="سواد فضای مجازی مدیران؛ حمایت از پلتفرم‌های بومی",
    closing="",
    originals=2,
    kept_at="دبیرخانهٔ کمیته، بایگانی اسناد امضاشده",
    signers=_SIGNERS,
    attachments=("فهرست ۳۸ روستای فاقد پوشش", "پرسش‌نامهٔ خودارزیابی دولت هوشمند"),
    copies_to=("استاندار محترم مازندران، برای آگاهی", "دفتر پیگیری مصوبات مرکز ملی فضای مجازی، برای پیگیری"),
)
"""Meeting 3 of the demo committee, with every section filled."""

INQUORATE = replace(
    RICH,
    inquorate=True,
    attendance=tuple(
        replace(seat, state="absent" if seat.party else "present", substitute="", arrived_at="") for seat in _SEATS
    ),
    guests=(),
    quorum=QuorumLine(met=False, present=4, filled=8, needed=5, parties=((4, 4), (0, 4))),
    agenda=(_AGENDA[0], replace(_AGENDA[1], notes=("بررسی این بند به جلسهٔ آینده موکول شد.",)), *_AGENDA[2:]),
    follow_up=(),
    resolutions=(),
    signers=tuple(signer for signer in _SIGNERS if signer.party == 0),
    attachments=(),
    copies_to=(),
)
"""Nobody of the Center came."""

DRAFT = replace(
    RICH,
    letterhead=LETTERHEAD,
    resolutions=tuple(replace(line, number="") for line in _RESOLUTIONS),
)
"""The same before it is final: no resolution numbers."""

MANY_SIGNERS = replace(
    RICH,
    signers=tuple(
        SignerLine(
            name=f"{_SIGNERS[index % 7].name}",
            post=f"عضو، کرسی {index + 1}".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
            party=index % 2,
        )
        for index in range(40)
    ),
)
"""Forty signers: more than one page of them."""

SIXTEEN_SIGNERS = replace(MANY_SIGNERS, signers=MANY_SIGNERS.signers[:16])
"""The most signers that stand on one page."""

_SENTENCE = (
    "دستگاه مجری موظف است با همکاری واحدهای مرتبط هر دو طرف، برنامهٔ زمان‌بندی‌شدهٔ اجرای این بند را تهیه کند و"
    " گزارش پیشرفت آن را در پایان هر ماه به دبیرخانهٔ کمیته بفرستد تا در جلسهٔ بعد خوانده شود. "
)
LONG_RESOLUTION = replace(
    RICH,
    resolutions=(
        _RESOLUTIONS[0],
        replace(_RESOLUTIONS[1], text=(_SENTENCE * 15).strip()),
        *_RESOLUTIONS[2:],
        *(replace(_RESOLUTIONS[index % 3], number=f"۱۴۰۱/۳/{digit}") for index, digit in enumerate("۵۶۷۸۹")),
    ),
)
"""A resolution of some five hundred words among eight others."""

LONG_WORDS = replace(
    RICH,
    attendance=(replace(_SEATS[0], name=LONG_NAME), *_SEATS[1:]),
    signers=(replace(_SIGNERS[0], name=LONG_NAME), *_SIGNERS[1:]),
    resolutions=(replace(_RESOLUTIONS[0], text=f"فهرست روستاها از {LONG_ADDRESS} برداشته شود."), *_RESOLUTIONS[1:]),
    attachments=(LONG_ADDRESS,),
)
"""A name of 120 letters, and an address that no column can hold."""

BARE = replace(
    RICH,
    guests=(),
    agenda=(AgendaLine(title="دستور و زمان جلسهٔ آینده"),),
    follow_up=(),
    resolutions=(),
    next_day="",
    next_starts_at="",
    next_agenda="",
    kept_at="",
    signers=(),
    attachments=(),
    copies_to=(),
    originals=1,
    meeting=replace(RICH.meeting, previous_number=None, previous_day="", kind="extraordinary", ended_at=""),
)
"""As little as minutes can hold."""


def final_imprint(document: MinutesDocument | LetterDocument) -> Imprint:
    """The imprint of a final paper of the document, with its true code."""
    return Imprint(code=paper_code(content_hash(canonical_json(document))), made_at="2023-01-30T09:30:00Z")


def letter(text: str) -> LetterDocument:
    """A letter whose paragraphs are the lines of a text."""
    head = replace(LETTERHEAD, number="۹۱۱۷۴/۰۱/ش", day="2022-11-01", classification="confidential", urgency="urgent")
    return LetterDocument(letterhead=head, paragraphs=tuple(line for line in text.split("\n") if line))
