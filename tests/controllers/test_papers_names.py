"""Names that are suggested for files: of two letters of one meeting none takes the place of the other."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import (
    MeetingChoice,
    PaperChoices,
    PaperOrder,
    ResolutionChoice,
    UnitChoice,
)
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.window.papers.ways import file_name

CHOICES = PaperChoices(
    meetings=(
        MeetingChoice(id=7, number=12, day=date(2024, 5, 6), state=MeetingState.HELD),
        MeetingChoice(id=8, number=None, day=None, state=MeetingState.SCHEDULED),
    ),
    resolutions=(ResolutionChoice(id=3, number="۱۲/۲", text="متن", meeting_id=7),),
    units=(UnitChoice(id=4, name="فرمانداری ساری: «دفتر فنی»", party="governorate"),),
)
K = PaperKind


@pytest.mark.parametrize(
    ("order", "name"),
    [
        (PaperOrder(kind=K.EXTRACT, meeting_id=7), "ابلاغ-مصوبه-جلسهٔ-12.pdf"),
        (PaperOrder(kind=K.EXTRACT, meeting_id=7, unit_id=4), "ابلاغ-مصوبه-جلسهٔ-12-فرمانداری-ساری-دفتر-فنی.pdf"),
        (PaperOrder(kind=K.EXTRACT, meeting_id=7, resolution_id=3), "ابلاغ-مصوبه-جلسهٔ-12-۱۲-۲.pdf"),
        (PaperOrder(kind=K.INVITATION, meeting_id=8, only="آرش  فرهمندراد"), "دعوت‌نامه-جلسهٔ-بی‌شماره-آرش-فرهمندراد.pdf"),
        (PaperOrder(kind=K.REMINDER, meeting_id=7), "یادآوری.pdf"),
        (PaperOrder(kind=K.MONTHLY_REPORT, month=JalaliMonth(1402, 1)), "گزارش-ماهانه-1402-01.pdf"),
        (PaperOrder(kind=K.DELIVERY_SLIP, sent_on=date(2024, 3, 20)), "برگهٔ-تحویل-نامه-1403-01-01.pdf"),
        (PaperOrder(kind=K.LETTER, text="متن", to="مدیرکل/../راه"), "نامهٔ-آزاد-مدیرکل-راه.pdf"),
    ],
)
def test_it_says_what_the_paper_is_about(order: PaperOrder, name: str) -> None:
    assert file_name(order, CHOICES, ".pdf") == name


def test_it_is_no_longer_than_a_path_of_windows_bears() -> None:
    long = PaperOrder(kind=K.LETTER, text="متن", to="نشانی " * 100)
    assert len(file_name(long, CHOICES, ".pdf")) <= 80
