"""Messages for refusals of fonts that the operator chooses for print; each sentence ends with what to do."""

from __future__ import annotations

from typing import Final
from unicodedata import combining

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import left_to_right
from desktop_app.text.shared.tables import Facts, Table

_MOST_NAMED: Final = 5
_NO_BREAK: Final = "\u00a0"
_CARRIER: Final = "\u0640"
"""What a mark is shown on that has no letter."""


def _lacks(facts: Facts) -> str:
    """Name the first missing characters, by their numbers too; a Latin font would lack them all."""
    missing = str(facts["characters"])
    shown = "، ".join(map(_named, missing[:_MOST_NAMED]))
    more = f" و {persian(len(missing) - _MOST_NAMED)} نویسهٔ دیگر" if len(missing) > _MOST_NAMED else ""
    return (
        f"قلم «{facts['font']}» این نویسه‌ها را ندارد: {shown}{more}. "
        "نسخهٔ کامل‌تری از همین قلم یا قلم دیگری برگزینید که آن‌ها را داشته باشد."
    )


def _named(character: str) -> str:
    """The character and its number; many of them look alike."""
    carrier = _CARRIER if combining(character) else ""
    return f"«{carrier}{character.replace(' ', _NO_BREAK)}» ({left_to_right(f'U+{ord(character):04X}')})"


REFUSALS: Final[Table] = {
    "font_too_large": lambda facts: (
        f"فایل قلم «{facts['font']}» بیش از {persian(facts['most'])} مگابایت است. فایل کوچک‌تری از این قلم برگزینید."
    ),
    "font_for_the_web": lambda facts: (
        f"فایل «{facts['font']}» قلم صفحه‌های وب (WOFF) است و در برگه گنجانده نمی‌شود. "
        "فایل TrueType یا OpenType همین قلم را برگزینید."
    ),
    "font_damaged": lambda facts: (
        f"فایل «{facts['font']}» قلم نیست یا ناقص است. نسخهٔ سالم آن را دوباره نصب کنید یا قلم دیگری برگزینید."
    ),
    "font_collection": lambda facts: (
        f"فایل «{facts['font']}» چند قلم را با هم دارد. یکی از قلم‌های درون آن را برگزینید."
    ),
    "font_forbids_embedding": lambda facts: (
        f"پروانهٔ قلم «{facts['font']}» اجازهٔ گنجاندن آن در سند را نمی‌دهد. قلم دیگری برگزینید."
    ),
    "font_bitmaps_only": lambda facts: (
        f"پروانهٔ قلم «{facts['font']}» تنها گنجاندن شکل نقطه‌ای آن را روا می‌داند. قلم دیگری برگزینید."
    ),
    "font_whole_only": lambda facts: (
        f"پروانهٔ قلم «{facts['font']}» تنها گنجاندن کامل آن را روا می‌داند و این نوع فایل کامل گنجانده نمی‌شود. "
        "قلم دیگری برگزینید."
    ),
    "font_lacks_characters": _lacks,
}
