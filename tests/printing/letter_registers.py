"""A register of letters and a delivery slip, with whatever their rows may hold."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.meeting_documents import DeliveryLine, DeliverySlipDocument
from desktop_app.domain.documents.register_documents import LetterEntry, LettersRegisterDocument, ListDocument
from tests.printing import sample_documents as samples

_CAME = LetterEntry(
    outgoing=False,
    year=1402,
    row=4,
    number="۴۵۲/۱۲/ف",
    day="2023-05-10",
    paper_day="2023-05-08",
    party="اداره کل تعاون، کار و رفاه اجتماعی",
    subject="گزارش پیشرفت احصای موانع صدور مجوز کسب‌وکارهای اینترنتی",
    classification="normal",
)
_WENT = LetterEntry(
    outgoing=True,
    year=1402,
    row=18,
    number="۱۴۰۲/د/۳۲",
    day="2023-05-07",
    party="اداره کل آموزش و پرورش",
    subject="هماهنگی برگزاری دورهٔ ۱۶ساعتهٔ مدیران",
    classification="confidential",
    way="by_hand",
    received_by="خانم کیانی‌راد",
    received_on="2023-05-08",
)
REGISTER = LettersRegisterDocument(
    committee=samples.COMMITTEE,
    letterhead=replace(samples.LETTERHEAD, classification="confidential"),
    parties=samples.RICH.parties,
    view="all",
    year=1402,
    asked=("ماه: اردیبهشت ۱۴۰۲",),
    day="2023-05-13",
    entries=(
        _WENT,
        _CAME,
        replace(_CAME, row=5, number="", paper_day="", struck="این نامه پیش‌تر با ردیف دیگری ثبت شده بود."),
        replace(_WENT, row=19, number="", way="other", received_by="", received_on="", classification="normal"),
    ),
)
LIST = ListDocument(
    committee=samples.COMMITTEE,
    letterhead=replace(samples.LETTERHEAD, classification="confidential"),
    parties=samples.RICH.parties,
    title="مصوبات",
    asked=("باز", "جست‌وجوی «راه»"),
    day="2023-05-13",
    heads=("وضعیت", "شماره", "شرح مصوبه", "مهلت"),
    widths=(150, 116, 0, 130),
    rows=(
        ("در دست اقدام", "۱۴۰۲/۱/۱", "راه‌اندازی درگاه خدمات روستایی (محرمانه)", "۱۴۰۲/۳/۱"),
        ("معوق", "۱۴۰۲/۱/۲", "گزارش پیشرفت\nبرای هر شهرستان", ""),
    ),
)
SLIP = DeliverySlipDocument(
    committee=samples.COMMITTEE,
    letterhead=samples.LETTERHEAD,
    parties=samples.RICH.parties,
    day="2023-05-13",
    lines=(
        DeliveryLine(
            year=1402,
            row=18,
            number="۱۴۰۲/د/۳۲",
            day="2023-05-07",
            addressee="اداره کل آموزش و پرورش",
            subject="هماهنگی برگزاری دورهٔ ۱۶ساعتهٔ مدیران",
        ),
        DeliveryLine(year=1402, row=19, number="", day="2023-05-13", addressee="پارک علم و فناوری", subject="یادآوری"),
    ),
)
