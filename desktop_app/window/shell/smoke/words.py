"""Texts that the self-test of a build sets, draws and looks for; the operator never reads them."""

from __future__ import annotations

from typing import Final

LETTERS: Final = "صورت‌جلسهٔ پژوهشگران چگونه یک‌به‌یک «تأیید» شد؟ ۰۱۲۳۴۵۶۷۸۹"
LETTER: Final = "موضوع: آزمون\n\nمتن نامه، با چند واژهٔ Latin و ۱۲۳۴."
ADDRESSEE: Final = "گیرنده"
SEARCHED: Final = "جلسه"
