"""Every answer about a paper has its verdict and its next step, whole sentences of which none claims too much."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from desktop_app.domain.documents.amendment_lines import ChangedPart, ChangeLine, ChangePiece
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.verified_paper import (
    FileCompared,
    KeptPaper,
    PaperClaims,
    ScannedPages,
    ToldPaper,
    VerifiedLetter,
    VerifiedMinutes,
    VerifiedPaper,
    VerifiedResolution,
    VerifiedSigner,
)
from desktop_app.domain.verifying.scanned_text import ScannedText, TextSeen, evidence_of
from desktop_app.domain.verifying.verdicts import FileEvidence, KeptState, PageDifference, PaperStanding, Worth
from desktop_app.printing.wording.verified_words import told
from desktop_app.text.papers import verifying as words
from tests.services.office_steps import MONDAY

SHA = "0" * 64
PERSIAN_CODE = "A" * 16


def minutes(**facts: object) -> VerifiedMinutes:
    given = {
        "version_id": 1,
        "meeting_id": 1,
        "number": 3,
        "day": MONDAY,
        "version": 1,
        "correction": 0,
        "inquorate": False,
        "state": "signed",
        "finalised_at": "2023-05-01T09:00:00Z",
        "originals": 2,
        "signers": (),
        "printings": 0,
        "holds": 1,
        "holds_id": 1,
        "holds_code": "",
        "holds_state": "signed",
        **facts,
    }
    return VerifiedMinutes(**given)  # type: ignore[arg-type]


def titles(answer: ToldPaper) -> list[str]:
    return [part.title for part in answer.parts]


def test_minutes_from_before_the_records_have_no_version() -> None:
    answer = told(
        VerifiedPaper(standing=PaperStanding.TAKEN_OVER, minutes=minutes(state="archived", version=2, holds=2))
    )
    said = [line for part in answer.parts for line in part.lines]
    assert "از سابقه" in said
    assert not [line for line in said if "نسخهٔ ۲" in line]


def lines(answer: ToldPaper) -> list[str]:
    return [line for part in answer.parts for line in part.lines]


@pytest.mark.parametrize(("standing", "evidence"), list(itertools.product(PaperStanding, [None, *FileEvidence])))
def test_every_answer_is_told(standing: PaperStanding, evidence: FileEvidence | None) -> None:
    scan = ScannedPages(found=(1, 2), total=3, unread=1, other_codes=(PERSIAN_CODE,))
    file = None if evidence is None else FileCompared(sha256=SHA, evidence=evidence, pages=3, scan=scan)
    answer = told(VerifiedPaper(standing=standing, code=PERSIAN_CODE, minutes=minutes(), file=file))
    assert answer.verdict
    assert not answer.verdict.endswith(".")
    assert answer.next_step.endswith(".")
    if evidence is FileEvidence.ALTERED:
        assert answer.worth is Worth.BAD
        assert answer.verdict == "این فایل با برگهٔ اصلی یکی نیست"
    if answer.worth is Worth.GOOD:
        assert evidence not in {FileEvidence.NOT_COMPARED, FileEvidence.SCANNED, FileEvidence.SCANNED_IN_PART}
        return
    assert "می‌توانید به آن استناد کنید" not in answer.next_step


def test_a_letter_that_was_not_compared_is_not_to_be_relied_on() -> None:
    file = FileCompared(sha256=SHA, evidence=FileEvidence.NOT_COMPARED)
    answer = told(VerifiedPaper(standing=PaperStanding.SENT, file=file))
    assert (answer.worth, answer.next_step) == (Worth.CAUTION, "متن آن را با برگهٔ برنامه بخوانید.")


def test_the_code_of_a_letter_alone_vouches_for_no_word_on_the_paper() -> None:
    letter = VerifiedLetter(addressee="واحد ۱", number="۲۱۷", day=MONDAY)
    answer = told(VerifiedPaper(standing=PaperStanding.SENT, letter=letter))
    assert answer.verdict == "کد از نامه‌ای است که فرستاده شد؛ متن آن سنجیده نشد"
    step = "ردیف نامه را در دفتر باز کنید و کاغذ را با آن بخوانید، یا فایل PDF آن را بدهید تا متنش سنجیده شود."
    assert answer.next_step == step


def test_that_letters_bear_no_code_is_told_beside_one_that_was_typed() -> None:
    letter = VerifiedLetter(addressee="واحد ۱", number="۲۱۷", day=MONDAY)
    said = lines(told(VerifiedPaper(standing=PaperStanding.SENT, code=PERSIAN_CODE, letter=letter)))
    assert any(PERSIAN_CODE in line for line in said)
    assert "روی نامه کدی چاپ نمی‌شود." in said


@pytest.mark.parametrize(
    ("evidence", "worth", "verdict", "body"),
    [
        (
            FileEvidence.RECORDED_SOURCE,
            Worth.GOOD,
            "این نامه همان است که فرستاده شد",
            "صفحه‌ها با متن نامه که در دفتر ثبت است یکی است. دفتر متن نامه را نگه داشته است، نه خود این فایل را.",
        ),
        (
            FileEvidence.RECORDED_UNDATED,
            Worth.GOOD,
            "متن این نامه همان است که فرستاده شد؛ شماره یا تاریخ در این فایل نیست",
            "صفحه‌ها با متن نامه که در دفتر ثبت است یکی است، جز شماره یا تاریخ که هنگام چاپ هنوز نوشته نشده بود. "
            "دفتر متن نامه را نگه داشته است، نه خود این فایل را.",
        ),
        (
            FileEvidence.OWN_SOURCE,
            Worth.CAUTION,
            "نامه‌ای از این فایل فرستاده شد، ولی نامهٔ دیگری هم در آن است که در دفتر نیست",
            "صفحه‌ها با سندی که درون همین فایل است یکی است. آنچه در دفتر ثبت است جداگانه آمده است؛ "
            "بیش از این نمی‌توان گفت.",
        ),
    ],
)
def test_the_headline_of_a_letter_claims_no_more_than_what_was_compared(
    evidence: FileEvidence, worth: Worth, verdict: str, body: str
) -> None:
    letter = VerifiedLetter(addressee="واحد ۱", number="۲۱۷", day=MONDAY)
    file = FileCompared(sha256=SHA, evidence=evidence)
    answer = told(VerifiedPaper(standing=PaperStanding.SENT, letter=letter, file=file))
    assert (answer.worth, answer.verdict) == (worth, verdict)
    assert body in lines(answer)
    assert ("می‌توانید" in answer.next_step) is (worth is Worth.GOOD)


def test_the_headline_of_a_letter_whose_pages_were_held_against_nothing() -> None:
    letter = VerifiedLetter(addressee="واحد ۱", number="۲۱۷", day=MONDAY)
    file = FileCompared(sha256=SHA, evidence=FileEvidence.NOT_COMPARED)
    answer = told(VerifiedPaper(standing=PaperStanding.SENT, letter=letter, file=file))
    assert answer.verdict == "این فایل از نامه‌ای است که فرستاده شد؛ متن صفحه‌هایش سنجیده نشد"


def test_of_an_altered_file_what_is_recorded_is_told_of_the_genuine_paper() -> None:
    """Signers and facts are those of the paper in the office, and stand under its name."""
    signers = (VerifiedSigner(name="الف", post="رئیس", signed=((1, MONDAY), (2, MONDAY))),)
    pieces = (ChangePiece(mark="removed", text="ده"),)
    changes = (ChangeLine(part=ChangedPart.RESOLUTION, name="۱", field="text", pieces=pieces),)
    kept = (KeptPaper(name="ا", state=KeptState.SOUND),)
    of = minutes(signers=signers, holds=2, holds_id=2, changes=changes, kept=kept)
    one = VerifiedPaper(standing=PaperStanding.CORRECTED, code=PERSIAN_CODE, minutes=of)
    resolutions = (VerifiedResolution(number="۱", as_source=True, as_now=True),)
    file = FileCompared(sha256=SHA, evidence=FileEvidence.ALTERED)
    genuine, altered = told(one), told(replace(one, file=file, resolutions=resolutions))
    assert titles(genuine)[:1] + titles(genuine)[-2:] == [
        "این کاغذ چیست",
        "امضاها",
        "فایل‌هایی که دفتر از آن نگه داشته است",
    ]
    assert titles(altered) == [
        "فایل",
        "برگهٔ اصلی در دفتر",
        "نسخهٔ معتبر",
        "تفاوت برگهٔ اصلی با نسخهٔ معتبر",
        "امضاهای برگهٔ اصلی",
        "فایل‌هایی که دفتر از برگهٔ اصلی نگه داشته است",
        "مصوبه‌هایی که سند درون فایل نقل کرده است",
    ]
    assert any(line.startswith("– در این کاغذ:") for line in lines(genuine))
    assert any(line.startswith("– در برگهٔ اصلی:") for line in lines(altered))
    assert not any(line.startswith("– در این کاغذ:") for line in lines(altered))


@pytest.mark.parametrize("evidence", [None, FileEvidence.SAME_BYTES, FileEvidence.ALTERED])
@pytest.mark.parametrize("standing", list(PaperStanding))
def test_a_sample_says_so_at_the_head(standing: PaperStanding, evidence: FileEvidence | None) -> None:
    """Nobody relies on a paper of sample data, whatever is verified about it."""
    file = FileCompared(sha256=SHA, evidence=evidence) if evidence is not None else None
    paper = VerifiedPaper(standing=standing, code=PERSIAN_CODE, minutes=minutes(), file=file)
    real, sample = told(paper), told(replace(paper, sample=True))
    assert sample.verdict == f"نمونه: {real.verdict}"
    assert sample.next_step.startswith("دادهٔ این دفتر نمونه است؛ هیچ کاغذ آن سند نیست.")
    assert "می‌توانید به آن استناد کنید" not in sample.next_step
    assert sample.worth is (Worth.BAD if real.worth is Worth.BAD else Worth.CAUTION)
    # its paper bears no code: one that was typed is said, and no other
    assert any(PERSIAN_CODE in line for line in lines(real))
    assert any(PERSIAN_CODE in line for line in lines(told(replace(paper, sample=True)))) is (evidence is None)


@pytest.mark.parametrize("evidence", [None, FileEvidence.SCANNED, FileEvidence.SCANNED_IN_PART])
def test_what_was_not_compared_is_said(evidence: FileEvidence | None) -> None:
    """A code, typed or read from a scan, vouches for no word on the paper."""
    file = (
        None
        if evidence is None
        else FileCompared(sha256=SHA, evidence=evidence, scan=ScannedPages(found=(1,), total=1))
    )
    answer = told(VerifiedPaper(standing=PaperStanding.IN_FORCE, minutes=minutes(), file=file))
    assert "متن روی کاغذ سنجیده نشد" in answer.next_step


def test_where_a_scan_differs_is_told_by_page_and_centimetres() -> None:
    texts = (
        ScannedText(1, TextSeen.SAME),
        ScannedText(2, TextSeen.DOUBTFUL, (80, 135)),
        ScannedText(3, TextSeen.UNCLEAR),
    )
    scan = ScannedPages(found=(1, 2, 3), total=3, texts=texts)
    file = FileCompared(sha256=SHA, evidence=evidence_of(texts, whole=True), scan=scan)
    answer = told(VerifiedPaper(standing=PaperStanding.IN_FORCE, minutes=minutes(), file=file))
    assert (answer.worth, answer.verdict) == (
        Worth.CAUTION,
        "کد از نسخهٔ معتبر است؛ جایی از متن با برگهٔ اصلی یکی نیست",
    )
    assert any(line.startswith("صفحهٔ ۲: در ۸ و ۱۳٫۵ سانتی‌متری") for line in lines(answer))
    assert any(line.startswith("متن چاپی صفحهٔ ۱ حرف به حرف") for line in lines(answer))
    assert any(line.startswith("متن صفحهٔ ۳ سنجیده نشد") for line in lines(answer))


@pytest.mark.parametrize("seen", [TextSeen.PARTLY, TextSeen.FAINT])
def test_words_of_a_scan_that_were_not_compared_are_named_and_the_answer_does_not_vouch_for_them(
    seen: TextSeen,
) -> None:
    many = tuple(f"واژه{place}" for place in range(20))
    texts = (ScannedText(1, TextSeen.SAME), ScannedText(2, seen, (), ("۱۴۰۵/۰۸/۲۵", *many)))
    scan = ScannedPages(found=(1, 2), total=2, texts=texts)
    file = FileCompared(sha256=SHA, evidence=evidence_of(texts, whole=True), scan=scan)
    answer = told(VerifiedPaper(standing=PaperStanding.IN_FORCE, minutes=minutes(), file=file))
    assert answer.worth is Worth.CAUTION
    assert "استناد کنید" not in answer.next_step
    assert "سنجیده" in answer.verdict
    (named,) = (line for line in lines(answer) if "خودتان با برگهٔ برنامه بخوانید" in line)
    assert named.startswith("صفحهٔ ۲: ")
    assert "۱۴۰۵/۰۸/۲۵" in named
    assert "و ۹ واژهٔ دیگر" in named
    assert [line for line in lines(answer) if "حرف به حرف" in line] == [
        "متن چاپی صفحهٔ ۱ حرف به حرف با برگهٔ اصلی یکی است. امضا، مهر و دست‌نوشته سنجیده نشد."
    ]


@pytest.mark.parametrize("evidence", [FileEvidence.SCANNED, FileEvidence.SCANNED_IN_PART])
@pytest.mark.parametrize("standing", [PaperStanding.IN_FORCE, PaperStanding.UNSIGNED, PaperStanding.SENT])
def test_by_the_marks_of_a_scan_alone_nothing_is_called_valid(standing: PaperStanding, evidence: FileEvidence) -> None:
    """A forged page may bear a genuine mark: what holds is said of the code, and not of the paper."""
    file = FileCompared(sha256=SHA, evidence=evidence, scan=ScannedPages(found=(1,), total=1))
    answer = told(VerifiedPaper(standing=standing, minutes=minutes(), file=file))
    assert answer.worth is Worth.CAUTION
    assert answer.verdict.startswith("کد از ")
    assert answer.verdict.endswith("؛ متن آن سنجیده نشد")


@pytest.mark.parametrize("standing", [PaperStanding.IN_FORCE, PaperStanding.UNSIGNED])
@pytest.mark.parametrize(
    ("seen", "total"),
    [((TextSeen.SAME,), 3), ((TextSeen.PARTLY, TextSeen.SAME), 3), ((TextSeen.SAME, TextSeen.UNCLEAR), 2)],
)
def test_of_a_scan_whose_text_was_compared_in_part_nothing_says_that_none_was(
    standing: PaperStanding, seen: tuple[TextSeen, ...], total: int
) -> None:
    texts = tuple(ScannedText(page, one) for page, one in enumerate(seen, 1))
    scan = ScannedPages(found=tuple(one.page for one in texts), total=total, texts=texts)
    file = FileCompared(sha256=SHA, evidence=evidence_of(texts, whole=not scan.missing), scan=scan)
    answer = told(VerifiedPaper(standing=standing, minutes=minutes(), file=file))
    assert answer.worth is Worth.CAUTION
    assert answer.verdict.startswith("کد از ")
    assert answer.verdict.endswith("؛ تنها متن بخشی از آن سنجیده شد")
    assert "متن روی کاغذ سنجیده نشد" not in answer.next_step
    assert "پیش از استناد" in answer.next_step
    assert ("اسکن کامل نیست" in answer.next_step) is bool(scan.missing)


def test_pages_are_told_as_one_or_as_several() -> None:
    texts = tuple(ScannedText(page, TextSeen.SAME) for page in (1, 2, 5))
    scan = ScannedPages(found=(1, 2, 5), total=6, texts=texts, other_codes=(PERSIAN_CODE,))
    file = FileCompared(sha256=SHA, evidence=FileEvidence.SCANNED_IN_PART, scan=scan)
    found = lines(told(VerifiedPaper(standing=PaperStanding.IN_FORCE, minutes=minutes(), file=file)))
    assert "از نشان‌های کاغذ خوانده شد: صفحه‌های ۱، ۲ و ۵ از ۶ صفحه." in found
    assert "صفحه‌های ۳، ۴ و ۶ در اسکن دیده نشد." in found
    assert any(line.startswith("متن چاپی صفحه‌های ۱، ۲ و ۵ حرف به حرف") for line in found)
    assert any(PERSIAN_CODE in line and line.endswith("آن را جداگانه بررسی کنید.") for line in found)


def test_of_an_attached_file_nothing_says_that_there_is_nothing_like_it() -> None:
    file = FileCompared(sha256=SHA, evidence=FileEvidence.NOT_COMPARED, pages=1, attached=1)
    found = lines(told(VerifiedPaper(standing=PaperStanding.FOREIGN, file=file)))
    assert "همین فایل، بایت به بایت، پیوست ۱ سند دفتر است." in found
    assert words.NOTHING_TO_COMPARE not in found
    alone = lines(told(VerifiedPaper(standing=PaperStanding.FOREIGN, file=replace(file, attached=0))))
    assert words.NOTHING_TO_COMPARE in alone


def test_signers_by_their_originals() -> None:
    signers = (
        VerifiedSigner(name="الف", post="رئیس", signed=((1, MONDAY), (2, MONDAY))),
        VerifiedSigner(name="ب", post="", signed=((2, MONDAY),)),
        VerifiedSigner(name="پ", post="عضو"),
    )
    answer = told(VerifiedPaper(standing=PaperStanding.UNSIGNED, minutes=minutes(signers=signers)))
    assert lines(answer)[-3:] == [
        "الف، رئیس: همهٔ نسخه‌های اصلی در ۱۴۰۲/۰۲/۱۱",
        "ب: نسخهٔ اصلی ۱ نه، نسخهٔ اصلی ۲ در ۱۴۰۲/۰۲/۱۱",
        "پ، عضو: امضایی ثبت نشده است",
    ]


def test_pages_that_differ() -> None:
    pieces = (ChangePiece(mark="removed", text="ده"), ChangePiece(mark="added", text="صد"))
    differing = (
        PageDifference(page=1, pieces=pieces),
        PageDifference(page=2),
        PageDifference(page=3, missing=True),
        PageDifference(page=4, surplus=True),
    )
    file = FileCompared(sha256=SHA, evidence=FileEvidence.ALTERED, differing=differing, source_differs=True)
    said = lines(told(VerifiedPaper(standing=PaperStanding.IN_FORCE, minutes=minutes(), file=file)))
    assert "صفحهٔ ۱: در برگهٔ اصلی «ده»، در این فایل «صد»" in said
    assert any(one.startswith("صفحهٔ ۲: متن همان است") for one in said)
    assert "صفحهٔ ۳: این صفحه در فایل نیست." in said
    assert "صفحهٔ ۴: این صفحه در برگهٔ اصلی نیست." in said


def test_why_nothing_was_compared() -> None:
    why = EnvironmentProblem("file_lost", sha256=SHA)
    file = FileCompared(sha256=SHA, evidence=FileEvidence.NOT_COMPARED, why=why)
    said = lines(told(VerifiedPaper(standing=PaperStanding.IN_FORCE, minutes=minutes(), file=file)))
    assert any(one.startswith("متن سنجیده نشد: ") for one in said)


def test_long_answers_are_cut_and_say_so() -> None:
    many = tuple(VerifiedResolution(number=str(one), as_source=True, as_now=False) for one in range(40))
    said = lines(told(VerifiedPaper(standing=PaperStanding.CITING, resolutions=many)))
    assert said[-1] == "و ۲۸ مورد دیگر"


def test_a_paper_of_another_committee_sends_there() -> None:
    claims = PaperClaims(kind="minutes", committee="کمیتهٔ دیگر", number=4, day="2023-05-01", other_committee=True)
    answer = told(VerifiedPaper(standing=PaperStanding.UNKNOWN, code=PERSIAN_CODE, claims=claims))
    assert "دفتر دیگری" in answer.next_step
    assert "صورت‌جلسه، جلسهٔ ۴، دوشنبه ۱۱ اردیبهشت ۱۴۰۲" in lines(answer)


@pytest.mark.parametrize("day", ["", "دیروز", "2023-13-01"])
def test_a_day_that_is_none_is_left_out(day: str) -> None:
    claims = PaperClaims(kind="minutes", number=4, day=day)
    assert "صورت‌جلسه، جلسهٔ ۴" in lines(told(VerifiedPaper(standing=PaperStanding.DRAFT, claims=claims)))
