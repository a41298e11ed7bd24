"""Texts of a free letter that is made without a database."""

from __future__ import annotations

from typing import Final

PARTIES: Final = ("استانداری مازندران", "مرکز ملی فضای مجازی")
INVOCATION: Final = "بسمه تعالی"
