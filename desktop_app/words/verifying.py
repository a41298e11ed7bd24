"""Texts of the page «بررسی برگه»: verdict, facts of the paper and the file, refusals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.words.digits import apart, filled, left_to_right, persian
from desktop_app.words.papers import TITLES
from desktop_app.words.states import MINUTES, NO_SCAN
from desktop_app.words.tables import Facts, Table

CLUES: Final[Mapping[str, str]] = {
    "code": "کد",
    "number": "شمارهٔ",
    "numbers": "این شماره را دارند:",
    "document": "سند درون فایل:",
    "bytes": "فایل",
    "chain": "کد زنجیرهٔ",
}
"""What names a paper that holds."""
UNKNOWN: Final[Mapping[str, str]] = {
    "code": "این کد از برگه‌های این دفتر نیست؛ آن را حرف به حرف با برگه بخوانید",
    "document": "سند درون این فایل در دفتر ثبت نیست",
    "chain": "این کد زنجیرهٔ رویدادهاست، نه کد برگه؛ کدِ دیگر همان صفحه را بنویسید",
    "none": "در این فایل کدی از برگه‌های این دفتر خوانده نشد؛ کدِ پای صفحه را بنویسید",
}
LAPSES: Final[Mapping[str, str]] = {
    "draft": "پیش‌نویس است",
    "unsigned": "هنوز همهٔ امضاها ثبت نشده است",
    "corrected": "اصلاحیه جای آن را گرفته است",
    "withdrawn": "پیش از امضا بازگشایی و باطل شده است",
    "struck": "ثبت فرستادن آن پس گرفته شده است",
    "source_gone": "صورت‌جلسه‌ای که نقل می‌کند دیگر برقرار نیست",
}
KEPT: Final[Mapping[str, str]] = {
    "scan": "فایل بایت به بایت همان اسکنی است که دفتر نگه داشته است.",
    "scan_source": "اسکن صورت‌جلسه از همین فایل، یا از همین و چند فایل دیگر، ساخته شد؛ شاید همهٔ آن نباشد.",
    "letter": "فایل بایت به بایت همان است که دفتر کنار نامه نگه داشته است.",
}
AGREES: Final = "سند درون فایل همان است که در دفتر ثبت است؛ صفحه‌هایش سنجیده نشد."
DISAGREES: Final = "سند درون فایل آن نیست که در دفتر ثبت است."
FALSIFIED: Final = (
    "متنی که دفتر نگه داشته دیگر همان نیست. برگهٔ امضاشده را ملاک بگیرید و سالم‌ترین پشتیبان را بازگردانید."
)
CODE_ALONE: Final = "از نشان‌های برگه تنها کد خوانده شد؛ شمار صفحه‌ها را با برگه بسنجید."
NONE_HOLDS: Final = "هنوز نسخهٔ دیگری به جای آن نهایی نشده است."
NO_SIGNERS: Final = "برای این نسخه امضاکننده‌ای ثبت نیست."
SAMPLE: Final = "دادهٔ این دفتر نمونه است؛ هیچ برگهٔ آن سند نیست."
DRAFT: Final = "این پیش‌نویس صورت‌جلسه"
MOST_SHOWN: Final = 12


# ---- headlines


def same(paper: str) -> str:
    """Return the verdict that a file is identical to a paper in force, the only one to rely on."""
    return f"این فایل بایت به بایت همان {paper} است و برقرار است؛ می‌توانید به آن استناد کنید"


def kept(where: str) -> str:
    """Return the verdict that the file is a stored one, but not the whole paper."""
    return f"این فایل بایت به بایت {where} است؛ متن آن را با برگه بسنجید"


def holds(clue: str, paper: str) -> str:
    """Return the verdict that the paper is in force; its text must be compared by eye."""
    return f"{CLUES[clue]} {paper}، برقرار؛ متن را با برگه بسنجید"


def not_in_force(paper: str, lapse: str) -> str:
    """Return the verdict that the paper is not in force, and why."""
    return f"{paper} برقرار نیست: {LAPSES[lapse]}"


def differs(paper: str) -> str:
    """Return the verdict that text and recorded hash of a paper differ."""
    return f"متن {paper} با آنچه در دفتر ثبت شد نمی‌خواند؛ به این برگه تکیه نکنید"


# ---- names


def minutes(number: int, version: int, *, taken_over: bool) -> str:
    """Return minutes by number and version."""
    return f"صورت‌جلسهٔ {persian(number)}، " + ("از جلسه‌های پیشین" if taken_over else f"نسخهٔ {persian(version)}")


def letter(addressee: str, number: str) -> str:
    """Return a letter by addressee and number."""
    return f"نامه به {addressee}" + (f" به شمارهٔ {apart(number)}" if number else "")


def letters(count: int, of: int) -> str:
    """Return several letters, with their number out of all."""
    return f"{persian(count)} نامه" + (f" از {persian(of)} نامه" if count < of else "")


def files_of(paper: str) -> str:
    """Return what a stored file belongs to."""
    return f"از فایل‌های {paper}"


def attachment(count: int) -> str:
    """Return to how many records a file is attached."""
    return f"پیوست {persian(count)} سند دفتر"


# ---- facts


def day_and_state(day: str, state: str, *, inquorate: bool) -> str:
    """Return the day of the meeting and the state of the version."""
    held = f"جلسهٔ {day}" if day else ""
    stands = MINUTES.get(state, NO_SCAN)
    return "، ".join(filled(held, "تشکیل‌نشده" if inquorate else "", stands))


def signatures(signed: int, of: int, day: str) -> str:
    """Return «۷ از ۷ امضا، ۹ اسفند»."""
    return f"{persian(signed)} از {persian(of)} امضا" + (f"، {day}" if day else "")


def holding(number: int) -> str:
    """Return the version in force."""
    return f"نسخهٔ برقرار: {persian(number)}"


def letter_line(name: str, kind: str, day: str, at: str, lapse: str) -> str:
    """Return one letter in full."""
    what = TITLES[kind] if kind else "بیرون از برنامه نوشته شده"
    return "، ".join(filled(name, what, day, at, LAPSES[lapse] if lapse else ""))


def row(number: int, year: int) -> str:
    """Return a row of the outgoing register."""
    return f"ردیف {persian(number)} سال {persian(year)}"


NOT_RECORDED: Final = "در دفتر ثبت نیست"


def kind_line(kind: str) -> str:
    """Return the kind of the document in a file that is not recorded."""
    return f"سند درون فایل: {TITLES[kind]}؛ دفتر رونوشتی از آن نگه نمی‌دارد."


def nearest(code: str) -> str:
    """Return the only known code that differs in one letter."""
    return f"کدِ {left_to_right(code)} شناخته است و تنها در یک حرف فرق دارد. اگر روی برگه همان است، آن را بررسی کنید."


def kept_print(day: str, time: str) -> str:
    """Return that the file is identical to the print made for signing at the given time."""
    return f"فایل بایت به بایت همان است که در {day}، ساعت {time}، برای امضا چاپ شد."


def reason(text: str) -> str:
    """Return the reason for which a scan was kept despite findings."""
    return f"با این توضیح نگه داشته شد: «{text}»."


def marks(found: Sequence[int], missing: Sequence[int], total: int) -> str:
    """Return the pages whose marks were read."""
    gone = f"؛ {_pages(missing)} در آن نیست" if missing else ""
    return f"از نشان‌های برگه خوانده شد: {_pages(found)} از {persian(total)} صفحه{gone}."


def unread(count: int) -> str:
    """Return the pages whose mark was not read."""
    return f"نشان {persian(count)} صفحه خوانده نشد."


def other_codes(codes: Sequence[str]) -> str:
    """Return the codes of other papers among the pages."""
    return f"صفحه‌هایی از برگه‌های دیگر در آن است: {'، '.join(map(left_to_right, codes))}"


def attached(count: int) -> str:
    """Return that the file is also an attachment."""
    return f"همین فایل، بایت به بایت، {attachment(count)} است."


def more(count: int) -> str:
    """Return how many more there are."""
    return f"و {persian(count)} مورد دیگر"


def code(text: str) -> str:
    """Return the code that was read."""
    return f"کد: {left_to_right(text)}"


def page_count(count: int) -> str:
    """Return the number of pages of the file."""
    return f"{persian(count)} صفحه"


def fingerprint(sha256: str) -> str:
    """Return the hash of the file."""
    return left_to_right(f"SHA-256: {sha256}")


def _pages(numbers: Sequence[int]) -> str:
    named = "، ".join(persian(one) for one in numbers)
    return f"{'صفحه‌های' if len(numbers) > 1 else 'صفحهٔ'} {named}"


# ---- refusals


def _letter(facts: Facts) -> str:
    return (
        f"«{facts['letter']}» در هیچ کدی نیست. کد ۱۶ نویسه دارد: حرف‌های A تا Z و رقم‌های ۲ تا ۷. "
        "آن را از روی برگه دوباره بنویسید."
    )


REFUSALS: Final[Table] = {
    "paper_code_missing": lambda _facts: (
        "چیزی نوشته نشده است. ۱۶ نویسه‌ای را که پای صفحه پس از «کد» آمده است، یا شمارهٔ نامه را بنویسید."
    ),
    "paper_code_length": lambda facts: (
        f"کد {persian(facts['wanted'])} نویسه دارد و اینجا {persian(facts['count'])} نویسه است. "
        "آن را از روی برگه کامل بنویسید."
    ),
    "paper_code_letter": _letter,
    "paper_number_unknown": lambda facts: (
        f"در دفتر صادره نامه‌ای با شمارهٔ {apart(str(facts['number']))} نیست؛ کد هم {persian(facts['wanted'])} نویسه دارد و اینجا "
        f"{persian(facts['count'])} نویسه است. شماره یا کد را از روی برگه کامل بنویسید."
    ),
    "paper_neither": lambda facts: (
        f"در دفتر صادره نامه‌ای با شمارهٔ {apart(str(facts['given']))} نیست، و فایلی هم به این نام نیست. "
        "شماره را از روی برگه کامل بنویسید، یا نشانی کامل فایل را بدهید."
    ),
    "paper_is_folder": lambda facts: (
        f"«{apart(str(facts['name']))}» پوشه است. برای بررسی برگه یک فایل PDF یا اسکن، یک کد، یا شمارهٔ یک نامه بدهید."
    ),
    "paper_not_reliable": lambda facts: f"{facts['verdict']}. این پاسخ برای تکیه کردن بس نیست؛ همهٔ آن را بخوانید.",
}
