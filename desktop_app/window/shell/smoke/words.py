"""Texts that the self-test draws and searches; the operator never sees them."""

from __future__ import annotations

from typing import Final

LETTERS: Final = "صورت‌جلسهٔ پژوهشگران چگونه یک‌به‌یک «تأیید» شد؟ ۰۱۲۳۴۵۶۷۸۹"
LETTER: Final = "موضوع: آزمون\n\nمتن نامه، با چند واژهٔ Latin و ۱۲۳۴."
ADDRESSEE: Final = "گیرنده"
SEARCHED: Final = "جلسه"
