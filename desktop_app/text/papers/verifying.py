"""Words of «بررسی کاغذ» beneath the headline: what a paper is, what was compared, and who signed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.text.papers.papers import TITLES
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import apart, left_to_right
from desktop_app.text.shared.lists import meeting_number
from desktop_app.text.shared.states import MINUTES
from desktop_app.text.shared.tables import Facts, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTitles:
    """Headings of what is recorded: of the paper in hand, or of the genuine one where the file is another."""

    what: str
    signatures: str
    kept: str
    differences: str
    resolutions: str
    side: str
    """Whose words stand beside those of the version that holds."""


OF_PAPER: Final = PartTitles(
    what="این کاغذ چیست",
    signatures="امضاها",
    kept="فایل‌هایی که دفتر از آن نگه داشته است",
    differences="تفاوت با نسخهٔ معتبر",
    resolutions="مصوبه‌هایی که نقل کرده است",
    side="در این کاغذ",
)
OF_ORIGINAL: Final = PartTitles(
    what="برگهٔ اصلی در دفتر",
    signatures="امضاهای برگهٔ اصلی",
    kept="فایل‌هایی که دفتر از برگهٔ اصلی نگه داشته است",
    differences="تفاوت برگهٔ اصلی با نسخهٔ معتبر",
    resolutions="مصوبه‌هایی که سند درون فایل نقل کرده است",
    side="در برگهٔ اصلی",
)
"""Of a file that is not the genuine paper: nobody shall take its signers for those of the file."""
THE_CODE: Final = "کد این کاغذ"
CLAIMED: Final = "آنچه فایل دربارهٔ خود می‌گوید"
HOLDS: Final = "نسخهٔ معتبر"
FILE: Final = "فایل"
KEPT_STATES: Final[Mapping[str, str]] = {
    "sound": "بایت به بایت همان است که ثبت شد.",
    "missing": "سر جای خود نیست؛ آن را از پشتیبان بازگردانید.",
    "altered": "دیگر همان نیست که ثبت شد؛ به آن تکیه نکنید و از پشتیبان بازگردانید.",
}
NEAREST: Final = "کد نزدیک"

NOT_SIGNED: Final = "امضایی ثبت نشده است"
NO_SIGNERS: Final = "برای این نسخه امضاکننده‌ای ثبت نیست."
NO_TEXT: Final = "متن دو نسخه را نمی‌توان مقایسه کرد؛ یکی از آن‌ها متن ثبت‌شده ندارد یا دیگر همان نیست."
NO_DIFFERENCE: Final = "متن دو نسخه یکی است."
NONE_HOLDS: Final = "هنوز نسخهٔ نهایی دیگری به جای آن نیامده است."
LETTER_UNCODED: Final = "روی نامه کدی چاپ نمی‌شود."
READ_AS: Final = "بعضی حرف‌ها آن‌گونه که در کد می‌آید خوانده شد؛ کد بالا را با کاغذ بخوانید."
TURNED: Final = "ترتیب بخش‌های کد در کپی جابه‌جا شده بود و برگردانده شد؛ کد بالا را با کاغذ بخوانید."
SOURCE_DIFFERS: Final = "سندی که درون فایل است آن نیست که این کد از آن گرفته شده است."
KEPT_FILE: Final = "فایل بایت به بایت همان اسکنی است که برای این صورت‌جلسه نگه داشته شده است."
SAME_BYTES: Final = "فایل بایت به بایت همان است که برنامه از این نسخه می‌سازد."
SAME_PAGES: Final = (
    "متن و شکل همهٔ صفحه‌ها با برگهٔ ازنوساخته یکی است. بایت‌های فایل یکی نیست، چنان که با ذخیرهٔ دوباره در برنامه‌ای دیگر "
    "پیش می‌آید."
)
RECORDED_SOURCE: Final = (
    "صفحه‌ها با متن نامه که در دفتر ثبت است یکی است. دفتر متن نامه را نگه داشته است، نه خود این فایل را."
)
RECORDED_UNDATED: Final = (
    "صفحه‌ها با متن نامه که در دفتر ثبت است یکی است، جز شماره یا تاریخ که هنگام چاپ هنوز نوشته نشده بود. "
    "دفتر متن نامه را نگه داشته است، نه خود این فایل را."
)
OWN_SOURCE: Final = (
    "صفحه‌ها با سندی که درون همین فایل است یکی است. آنچه در دفتر ثبت است جداگانه آمده است؛ بیش از این نمی‌توان گفت."
)
NOTHING_TO_COMPARE: Final = "چیزی در دفتر نیست که این فایل با آن سنجیده شود."
LOOK_DIFFERS: Final = "متن همان است، ولی شکل صفحه فرق دارد: چیزی روی آن کشیده، پوشانده یا یادداشت شده است."
SURPLUS: Final = "این صفحه در برگهٔ اصلی نیست."
MISSING: Final = "این صفحه در فایل نیست."
WORDS_DIFFER: Final = "ترتیب یا شکل واژه‌ها فرق دارد."
AS_BOTH: Final = "همان است که در صورت‌جلسه آمده و اکنون هم معتبر است."
AS_SOURCE_ONLY: Final = "همان است که در آن نسخه آمده بود، ولی نسخهٔ معتبر اکنون چیز دیگری می‌گوید."
AS_NOW_ONLY: Final = "با نسخهٔ معتبر یکی است، ولی با نسخه‌ای که نام برده است نه."
AS_NEITHER: Final = "در صورت‌جلسه چنین نیامده است."
IN_HOLDING: Final = "در نسخهٔ معتبر"
NOTHING_THERE: Final = "چیزی نیست"
MOST_SHOWN: Final = 12


def code(text: str) -> str:
    """The code of the paper."""
    return f"کد: {left_to_right(text)}"


def minutes(number: int, day: str, *, inquorate: bool) -> str:
    """Whose minutes they are."""
    named = "صورت‌جلسهٔ تشکیل نشدن" if inquorate else "صورت‌جلسهٔ"
    return " – ".join(part for part in (f"{named} {meeting_number(number)}", day) if part)


def version(number: int, correction: int) -> str:
    """Which version, and which correction it is."""
    return f"نسخهٔ {persian(number)}" + (f" (اصلاحیهٔ {persian(correction)})" if correction else "")


TAKEN_OVER: Final = "از سابقه"
"""In the place of the version."""


def holding(number: int, state: str) -> str:
    """The version that holds, and its state."""
    return f"نسخهٔ {persian(number)}، {MINUTES[state]}"


def finalised(day: str, time: str, copies: int) -> str:
    """When it became final, and how often it was printed."""
    told = f"نهایی شد: {day}، ساعت {time}"
    return f"{told}؛ {persian(copies)} برگه برای امضا چاپ شده است" if copies else told


def ended(standing: str, day: str, time: str, by: str) -> str:
    """When and by whom the version ended."""
    verb = "بازگشایی شد" if standing == "withdrawn" else "اصلاحیه جای آن را گرفت"
    return f"{verb}: {day}، ساعت {time}" + (f"، به دست {by}" if by else "")


def reason(text: str) -> str:
    """Why."""
    return f"علت: {text}"


def begun(number: int) -> str:
    """A draft that is being written."""
    return f"نسخهٔ {persian(number)} در دست نوشتن است و تا نهایی نشود چیزی را عوض نمی‌کند."


def letter(addressee: str, number: str, day: str) -> str:
    """A letter that went out."""
    numbered = f"، به شمارهٔ {number}" if number else ""
    return f"نامه به {addressee}{numbered}، فرستاده در {day}"


def of_meeting(number: int) -> str:
    """Which meeting a letter is about."""
    return f"دربارهٔ {meeting_number(number)}"


def signed(name: str, post: str, originals: str) -> str:
    """A signer and what was signed."""
    who = f"{name}، {post}" if post else name
    return f"{who}: {originals}"


def reserved(signed_line: str, note: str) -> str:
    """A signer who wrote a view beside the name."""
    return f"{signed_line}، با ملاحظه: «{apart(note)}»"


def signed_on(original: int, day: str) -> str:
    """One original with its day."""
    return f"نسخهٔ اصلی {persian(original)} در {day}"


def lacking(original: int) -> str:
    """One original that was not signed."""
    return f"نسخهٔ اصلی {persian(original)} نه"


def both_on(day: str) -> str:
    """Every original on one day."""
    return f"همهٔ نسخه‌های اصلی در {day}"


def change(place: str, side: str, before: str, after: str) -> tuple[str, ...]:
    """Where it differs, what the paper says there and what the version that holds says."""
    sides = ((side, before or NOTHING_THERE), (IN_HOLDING, after or NOTHING_THERE))
    return (f"{place}:", *(f"– {whose}: {text}" for whose, text in sides))


def more(count: int) -> str:
    """How many lines do not show."""
    return f"و {persian(count)} مورد دیگر"


def page(number: int, finding: str) -> str:
    """A page that differs."""
    return f"صفحهٔ {persian(number)}: {finding}"


def other_words(genuine: str, found: str) -> str:
    """The words that differ."""
    parts = []
    if genuine:
        parts.append(f"در برگهٔ اصلی «{genuine}»")
    if found:
        parts.append(f"در این فایل «{found}»")
    return "، ".join(parts)


def kept_print(day: str, time: str) -> str:
    """The bytes of a print that is kept."""
    return f"فایل بایت به بایت همان است که در {day}، ساعت {time}، برای امضا چاپ شد."


def kept_reason(text: str) -> str:
    """Why a scan was kept although something was found about it."""
    return f"فایل بایت به بایت همان است که با این توضیح نگه داشته شد: «{text}»."


def kept_with(text: str) -> str:
    """Why the scan was kept that was made of a file."""
    return f"اسکن با این توضیح نگه داشته شد: «{text}»."


def not_compared(why: str) -> str:
    """Why nothing was compared."""
    return f"متن سنجیده نشد: {why}"


def pages(count: int) -> str:
    """How many pages it has."""
    return f"{persian(count)} صفحه"


def attached(count: int) -> str:
    """Of how many records the file is an attachment."""
    return f"همین فایل، بایت به بایت، پیوست {persian(count)} سند دفتر است."


def kept_print_file(day: str, state: str) -> str:
    """A print that is kept."""
    return f"چاپ برای امضا در {day}: {KEPT_STATES[state]}"


def kept_scan(name: str, state: str) -> str:
    """A scan that is kept."""
    return f"اسکن «{apart(name)}»: {KEPT_STATES[state]}"


def fingerprint(sha256: str) -> str:
    """The hash of the file, for whoever writes it down."""
    return left_to_right(f"SHA-256: {sha256}")


def claim(kind: str, number: int, day: str, version_number: int) -> str:
    """What the file says it is."""
    parts = [TITLES.get(kind, "")]
    if number:
        parts.append(meeting_number(number))
    if day:
        parts.append(day)
    if version_number:
        parts.append(f"نسخهٔ {persian(version_number)}")
    return "، ".join(part for part in parts if part)


def committee(name: str) -> str:
    """Whose paper it says it is."""
    return f"از: {name}"


def nearest(text: str) -> str:
    """The one known code that is a letter away."""
    return f"کدِ {left_to_right(text)} شناخته است و تنها در یک حرف فرق دارد. اگر روی کاغذ همان است، آن را بررسی کنید."


def resolution(number: str, finding: str) -> str:
    """A resolution and whether it is told rightly."""
    return f"مصوبهٔ {number}: {finding}"


def _letter(facts: Facts) -> str:
    return (
        f"«{facts['letter']}» در هیچ کدی نیست. کد ۱۶ نویسه دارد: حرف‌های A تا Z و رقم‌های ۲ تا ۷. "
        "آن را از روی کاغذ دوباره بنویسید."
    )


REFUSALS: Final[Table] = {
    "paper_code_missing": lambda _facts: (
        "چیزی نوشته نشده است. ۱۶ نویسه‌ای را که پای صفحه پس از «کد» آمده است، یا شمارهٔ نامه را بنویسید."
    ),
    "paper_code_length": lambda facts: (
        f"کد {persian(facts['wanted'])} نویسه دارد و اینجا {persian(facts['count'])} نویسه است. "
        "آن را از روی کاغذ کامل بنویسید."
    ),
    "paper_code_letter": _letter,
    "paper_number_unknown": lambda facts: (
        f"در دفتر صادره نامه‌ای با شمارهٔ {apart(str(facts['number']))} نیست؛ کد هم {persian(facts['wanted'])} نویسه دارد و اینجا "
        f"{persian(facts['count'])} نویسه است. شماره یا کد را از روی کاغذ کامل بنویسید."
    ),
    "paper_neither": lambda facts: (
        f"در دفتر صادره نامه‌ای با شمارهٔ {apart(str(facts['given']))} نیست، و فایلی هم به این نام نیست. "
        "شماره را از روی کاغذ کامل بنویسید، یا نشانی کامل فایل را بدهید."
    ),
    "paper_is_folder": lambda facts: (
        f"«{apart(str(facts['name']))}» پوشه است. برای بررسی کاغذ یک فایل PDF یا اسکن، یک کد، یا شمارهٔ یک نامه بدهید."
    ),
    "paper_not_reliable": lambda facts: (
        f"این کاغذ تأیید نشد: {facts['verdict']}. پاسخ کامل را بخوانید و تا روشن شدن آن به کاغذ استناد نکنید."
    ),
}
