"""The report of a recovery to print in tests: what is missing over two pages, damaged names, and sources."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.controllers.recovery.recovery_report import report_contents
from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.documents.recovery_report_document import RecoveryReportDocument
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.read_models.recovery_report import Fate, NamedRecord, RecoveryReport, TableReport
from tests.printing import sample_documents as samples

MISSING = (
    NamedRecord("person", 7, Fate.EMPTY),
    NamedRecord("unit", 9, Fate.PARTY_UNKNOWN),
    NamedRecord("clause", 31, Fate.DIFFERS, "تهیهٔ گزارش پیشرفت سامانهٔ نظارت برای جلسهٔ آینده و ابلاغ آن به همهٔ واحدها"),
    NamedRecord("resolution", 12, Fate.MARKED, "۱۴۰۲/۳/۲"),
    NamedRecord("outgoing_paper", 4, Fate.REFUSED, "دعوت‌نامهٔ جلسهٔ ۴"),
    *(NamedRecord("task_act", number, Fate.LOST) for number in range(40, 104, 2)),
)
REPORT = RecoveryReport(
    at="2023-05-13T09:20:00Z",
    tables=(TableReport("meeting", 5), TableReport("clause", 61, 3), TableReport("person", 18)),
    records=MISSING,
    links_kept=411,
    links_found=412,
    classification=Classification.CONFIDENTIAL,
    left=(Finding(kind=FindingKind.ROW_MISSING, subject="person", id=7),),
)
SOURCE, KEPT_IN = "C:/Users/secretary/AppData/Local/Dabirkhaneh/dabirkhaneh.db", "C:/Users/secretary/set-aside"
RECOVERY = RecoveryReportDocument(
    committee=samples.COMMITTEE,
    letterhead=replace(samples.LETTERHEAD, day="2023-05-13", classification="confidential"),
    parties=samples.RICH.parties,
    day="2023-05-13",
    time="12:50",
    contents=report_contents(REPORT, SOURCE, KEPT_IN),
)
