"""The sentences of the setup as Windows' controls show them from right to left, whatever direction a control takes."""

from __future__ import annotations

import re
from typing import Final

RLM: Final = "\u200f"
"""RIGHT-TO-LEFT MARK: keeps a sign beside its Persian word at the end of a line."""

PLAIN: Final = frozenset({"NAME", "PUBLISHER", "SHORTCUT_TELLS"})
"""Names of files and entries of lists, which are no sentences of a page."""

_DEFINE: Final = re.compile(r'^(!define (\w+) ")(.*)"$', re.MULTILINE)
_OPENING: Final = re.compile(r"([«(]+)")
_CLOSING: Final = re.compile(r"([.،؛:…»)]+)")
_DIGITS: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def marked(texts: str) -> str:
    """The definitions with a mark beside each sign, which at the edge of a line would go to its other end."""

    def sentence(found: re.Match[str]) -> str:
        if found[2] in PLAIN:
            return found[0]
        value = _CLOSING.sub(rf"\1{RLM}", _OPENING.sub(rf"{RLM}\1", found[3]))
        return f'{found[1]}{RLM}{value}"'

    return _DEFINE.sub(sentence, texts)


def shown_version(version: str, *, release: bool) -> str:
    """The version in Persian digits; what is no release is called a trial."""
    digits = version.translate(_DIGITS)
    return digits if release else f"{digits} (آزمایشی)"


def rich(note: str, licence: str) -> bytes:
    """The page of the licence as RTF: our note from right to left, the licence from left to right."""
    body = "".join(_paragraph(line, "\\rtlpar\\qr") for line in note.rstrip().split("\n"))
    body += "".join(_paragraph(one.replace("\n", " "), "\\ltrpar\\ql") for one in ("", *licence.split("\n\n")))
    return f"{{\\rtf1\\ansi\\deff0{{\\fonttbl{{\\f0\\fnil Tahoma;}}}}\\uc1\\fs18\n{body}}}".encode("ascii")


def _paragraph(text: str, direction: str) -> str:
    letters = "".join(one if one.isascii() else f"\\u{ord(one)}?" for one in re.sub(r"([\\{}])", r"\\\1", text))
    return f"\\pard{direction}\\sa80 {letters}\\par\n"
