"""The report of a salvage to print in tests: what was not kept over two pages, damaged names, and sources."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.salvage_report_document import SalvageReportDocument
from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.findings import ListedRow, Reason, SalvageReport
from desktop_app.window.backups.report_paper import report_contents
from tests.printing import sample_documents as samples

_CLAUSE = "تهیهٔ گزارش پیشرفت سامانهٔ نظارت برای جلسهٔ آینده و ابلاغ آن به همهٔ واحدها"
ROWS = (
    ListedRow("person", 7, Reason.FOREIGN),
    ListedRow("unit", 9, Reason.PARENT_LOST),
    ListedRow("clause", 31, Reason.DIFFERS, name=_CLAUSE),
    ListedRow("resolution", 12, Reason.UNPROVEN, name="۱۴۰۲/۳/۲"),
    ListedRow("outgoing_paper", 4, Reason.REFUSED, "state", "دعوت‌نامهٔ جلسهٔ ۴"),
    *(ListedRow("task_act", number, Reason.UNREAD) for number in range(40, 104, 2)),
)
REPORT = SalvageReport(
    at="2023-05-13T09:20:00Z",
    committee=samples.COMMITTEE,
    kept=84,
    rows=ROWS,
    classification=Classification.CONFIDENTIAL,
)
SOURCE, KEPT_IN = "C:/Users/secretary/AppData/Local/Dabirkhaneh/dabirkhaneh.db", "C:/Users/secretary/set-aside"
SALVAGE = SalvageReportDocument(
    committee=samples.COMMITTEE,
    letterhead=replace(samples.LETTERHEAD, day="2023-05-13", classification="confidential"),
    parties=samples.RICH.parties,
    day="2023-05-13",
    time="12:50",
    contents=report_contents(REPORT, SOURCE, KEPT_IN),
)
