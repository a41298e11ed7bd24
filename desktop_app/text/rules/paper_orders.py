"""Messages for refusals of the order of a paper; each sentence ends with what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, cast

from desktop_app.text.papers.papers import TITLES
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import left_to_right
from desktop_app.text.shared.tables import Facts, Table

_PARTS: Final[Mapping[str, str]] = {
    "meeting_id": "جلسه‌ای برگزیده نشده است. جلسه را از فهرست برگزینید.",
    "month": "ماه گزارش روشن نیست. ماه را از فهرست برگزینید.",
    "year": "سال دفتر روشن نیست. سال را از فهرست برگزینید.",
    "text": "نامه متنی ندارد. متن نامه را بنویسید.",
}

_MOST_NAMED: Final = 5


def _several(facts: Facts) -> str:
    units = cast(Sequence[tuple[str, int]], facts["units"])
    more = f" و {persian(len(units) - _MOST_NAMED)} واحد دیگر" if len(units) > _MOST_NAMED else ""
    # both parties may have a unit of one name: only its id tells it from the other
    named = "، ".join(f"«{name}» ({persian(one)})" for name, one in units[:_MOST_NAMED])
    return (
        f"«{facts['name']}» به {persian(len(units))} واحد می‌خورد: {named}{more}. "
        "نام کامل واحد یا شمارهٔ درون کمانک را بنویسید."
    )


REFUSALS: Final[Table] = {
    "meetings_none_yet": lambda _facts: "هنوز جلسه‌ای در دفتر نیست. نخست در «جلسه‌ها» «جلسهٔ تازه» را بزنید.",
    "paper_part_missing": lambda facts: _PARTS[str(facts["part"])],
    "resolution_number_unknown": lambda facts: (
        f"مصوبه‌ای با شمارهٔ «{left_to_right(facts['number'])}» نیست. شماره را از دفتر ثبت مصوبات بردارید."
    ),
    "unit_name_unknown": lambda facts: f"واحدی با نام «{facts['name']}» نیست. نام را از «اعضا و واحدها» بردارید.",
    "unit_name_of_several": _several,
    "history_kind_unknown": lambda facts: (
        f"پرونده‌ای از نوع «{left_to_right(facts['kind'])}» تاریخچه ندارد. یکی از این نوع‌ها را بنویسید: "
        f"{left_to_right('meeting, minutes_version, resolution, task, person, seat, unit, office_setting')}."
    ),
    "history_record_unclear": lambda facts: (
        f"«{left_to_right(facts['record'])}» پرونده‌ای را نشان نمی‌دهد. آن را مانند {left_to_right('meeting:5')} بنویسید."
    ),
    "history_too_long": lambda facts: (
        f"این تاریخچه بیش از {persian(facts['most'])} رویداد دارد و برگه بیش از این را نمی‌گیرد. "
        "یک سال را برگزینید یا تاریخچهٔ یک پرونده را چاپ کنید."
    ),
    "word_not_offered": lambda facts: (
        f"«{TITLES[str(facts['kind'])]}» فایل Word ندارد. نام فایل را با پسوند pdf بدهید."
    ),
}
