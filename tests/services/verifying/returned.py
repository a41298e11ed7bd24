"""Papers that somebody brings back, of each state and in each form: by code, as a PDF, as a scan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.versions.signing import sign_all
from tests.services.office_steps import MONDAY, Office
from tests.services.verifying.papers import (
    REASON,
    code_of,
    corrected,
    final,
    made,
    pdf_of,
    pdf_of_pictures,
    printing_office,
    scan_of,
    with_one_glyph_changed,
)

STATES = ("newest", "older", "withdrawn", "altered")
FORMS = ("code", "pdf", "scan")
HOLDS = "صورت‌جلسهٔ ۱، نسخهٔ ۱، برقرار؛ متن را با برگه بسنجید"
CORRECTED = "صورت‌جلسهٔ ۱، نسخهٔ ۱ برقرار نیست: اصلاحیه جای آن را گرفته است"
WITHDRAWN = "صورت‌جلسهٔ ۱، نسخهٔ ۱ برقرار نیست: پیش از امضا بازگشایی و باطل شده است"
UNKNOWN = "این کد از برگه‌های این دفتر نیست؛ آن را حرف به حرف با برگه بخوانید"
BY_CODE, BY_DOCUMENT = f"کد {HOLDS}", f"سند درون فایل: {HOLDS}"
HEADLINES: Mapping[tuple[str, str], str] = {
    ("newest", "code"): BY_CODE,
    ("newest", "pdf"): BY_DOCUMENT,
    ("newest", "scan"): BY_CODE,
    **{("older", form): CORRECTED for form in FORMS},
    **{("withdrawn", form): WITHDRAWN for form in FORMS},
    ("altered", "code"): UNKNOWN,
    ("altered", "pdf"): BY_DOCUMENT,
    ("altered", "scan"): BY_CODE,
}
"""By what the paper is and how it is brought: words are for the eye, so altered ones change nothing."""
_TEXT = "تدوین فهرست ده اولویت اجرایی فضای مجازی استان همراه با برنامهٔ اقدام هر اولویت و ارائه در جلسهٔ آینده"
_OTHER_TEXT = "پرداخت همهٔ هزینه‌های این برنامه از محل اعتبار شهرداری‌هاست و گزارش آن به جلسهٔ بعد داده نمی‌شود"


def returned(office: Office, state: str, place: Path) -> Mapping[str, str | Path]:
    """An office in which minutes of that state were printed, and what is brought: a code, and files."""
    press = printing_office(office)
    version_id = final(press) if state == "withdrawn" else _signed(press)
    code, pdf = code_of(press, version_id), pdf_of(press, version_id)
    forged = state == "altered"
    scanned = _made(press, version_id, _OTHER_TEXT) if forged else pdf
    if state == "older":
        corrected(press, version_id)
    elif state == "withdrawn":
        withdraw(press.context, version_id, REASON)
    return {
        "code": _wrong(code) if forged else code,
        "pdf": _file(place / f"{state}.pdf", with_one_glyph_changed(pdf) if forged else pdf),
        "scan": _file(place / f"{state}-scan.pdf", pdf_of_pictures(scan_of(scanned))),
    }


def _signed(office: Office) -> int:
    """Signed minutes whose first resolution is a paragraph."""
    _, version_id = office.written(2)
    first = next(one for one in office.where("clauses", minutes_version_id=version_id) if one.is_resolution)
    save_clause(office.context, replace(first, text=_TEXT))
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    return version_id


def _made(office: Office, version_id: int, text: str) -> bytes:
    """A paper whose first resolution says something else under the genuine marks."""
    paper = minutes_paper(office.context, version_id)
    first, *others = paper.document.resolutions
    other = replace(paper.document, resolutions=(replace(first, text=text), *others))
    return made(PaperKind.MINUTES, replace(paper, document=other))


def _wrong(code: str) -> str:
    return "".join("A" if letter != "A" else "Q" for letter in code[:2]) + code[2:]


def _file(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
