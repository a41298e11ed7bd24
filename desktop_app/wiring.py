"""Composition root: builds storage, services and printing for the window and the command line; no Qt.

:func:`open_office` opens a data folder for work, :func:`view_office` for reading beside a window that is at work.
Both hand out an :class:`Office`, from which bootstrap and cli bind the services that they need.
"""

from __future__ import annotations

import json
import random
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.domain.acts import Act, Role
from desktop_app.domain.calendar.clock import Clock, local_moment
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.calendar.workdays import Holiday, holidays_from
from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.backups import SOUND
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.text.digits import record_number
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.services.context import Context, OutsideRows
from desktop_app.storage.backup.places import find_newer_backup
from desktop_app.storage.evidence.value_checks import severe_findings
from desktop_app.storage.file.check import DERIVED, Steps
from desktop_app.storage.file.file_store import FileStore
from desktop_app.storage.file.folder import DataFolder, WorkContext, open_folder, view_folder
from desktop_app.storage.store.work import OpenWork
from desktop_app.system import paths
from desktop_app.words import clauses as clause_words

if TYPE_CHECKING:
    from desktop_app.domain.documents.salvage_report_document import SalvageContents
    from desktop_app.domain.read_models.backups import ExportWords
    from desktop_app.domain.read_models.findings import SalvageReport
    from desktop_app.domain.read_models.history import HistoryWording
    from desktop_app.domain.read_models.workbook import TakingOverWords, TemplateKind, Workbook
    from desktop_app.domain.rules.files import FileDoubt, StoredFile
    from desktop_app.services.demo.demo import DemoMade
    from desktop_app.services.office.outside_changes import ShownChange
    from desktop_app.services.registers.paper_capabilities import KeptDrawing
    from desktop_app.services.scans.scan_tools import ScanTools
    from desktop_app.storage.archive_export.papers import OpenDrawing


class SystemClock:
    """The clock of the machine."""

    def today(self) -> date:
        """The local civil day."""
        return local_moment(self.instant())[0]

    def local_time(self) -> str:
        """The local time of day, ``HH:MM``."""
        return local_moment(self.instant())[1]

    def instant(self) -> str:
        """The instant in UTC, to the second."""
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def cite(decision: UpstreamDecision) -> str:
    """Return the printed citation of an upstream decision."""
    return clause_words.citation(
        title=decision.title,
        body=decision.body,
        session=decision.session,
        session_day=format_date(decision.session_day) if decision.session_day else "",
        number=record_number(decision.notification_number),
        notified=format_date(decision.notification_day) if decision.notification_day else "",
        clause=decision.clause,
    )


@dataclass(frozen=True, slots=True)
class Office:
    """An open data folder with the objects that services need; close it to free the folder."""

    folder: DataFolder
    printing: PaperRenderer
    context: Context

    @property
    def clock(self) -> Clock:
        """The clock of all acts."""
        return self.context.clock

    @property
    def drafts(self) -> OpenWork:
        """Opens a unit of work for typed drafts, which are no acts."""
        return self.folder.open_drafts

    @property
    def files(self) -> FileStore:
        """The store of attached files."""
        return self.folder.files

    @property
    def papers_folder(self) -> Path:
        """The folder of papers printed for signing."""
        return self.folder.folder / paths.PAPERS

    def close(self) -> None:
        """Close the data folder."""
        self.folder.close()


def open_office(folder: Path, clock: Clock, derived: Steps = DERIVED) -> Office:
    """Open the folder for work; raises ``EnvironmentProblem`` (see :mod:`desktop_app.storage.file.folder`).

    Of what is ``derived`` these are held against the records first, and all is made anew where one differs.
    """
    return _office(partial(_checked, derived), folder, WorkContext(clock))


def _checked(derived: Steps, folder: Path, context: WorkContext) -> DataFolder:
    """Open for writing when the check finds no damage, else for reading only."""
    with ExitStack() as undo:
        data = open_folder(folder, context)
        undo.callback(data.close)
        _check_at_start(data)
        if not data.findings:
            data.note_found(_made_derived(data, derived))
        if not data.findings:
            undo.pop_all()
            return data
    viewed = view_folder(folder, context)
    viewed.findings, viewed.outside = data.findings, data.outside
    # what became of the data at this opening, which the other one could not know
    viewed.rolled_back, viewed.upgraded, viewed.exposed = data.rolled_back, data.upgraded, data.exposed
    return viewed


def _check_at_start(data: DataFolder) -> None:
    data.note_found(data.check_at_start())
    if not data.findings:
        # live rows that were changed hide no older file
        data.note_found(find_newer_backup(data))


def _made_derived(data: DataFolder, derived: Steps) -> tuple[Finding, ...]:
    """Rebuild derived data when needed; return a finding, which ends writing, for an invalid value."""
    try:
        data.reindex(() if data.large else derived)
    except Refused as problem:
        if isinstance(problem, EnvironmentProblem) and problem.key != "value_unreadable":
            raise
        return (Finding(kind=FindingKind.UNREADABLE, subject="", detail=str(problem)),)
    return ()


def _viewed(folder: Path, context: WorkContext) -> DataFolder:
    """Open for reading, with the findings of the check, which callers must show."""
    with ExitStack() as undo:
        data = view_folder(folder, context)
        undo.callback(data.close)
        _check_at_start(data)
        if not data.findings and not data.outside and not data.large:
            # nothing can be made anew here: lists that are not what the records say are told as damage
            data.note_found(data.check_derived())
        undo.pop_all()
    return data


def view_office(folder: Path, clock: Clock) -> Office:
    """Open the folder for reading only, with the start check's findings; raises ``EnvironmentProblem``."""
    return _office(_viewed, folder, WorkContext(clock))


def findings_at_start(folder: Path, clock: Clock) -> tuple[Finding, ...]:
    """Return the findings of the start check, for a folder in any state."""
    with closing(view_folder(folder, WorkContext(clock))) as data:
        return data.check_at_start()


def check_folder(folder: Path, clock: Clock, papers: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Return every fault in the data of a folder; nothing else reads them first.

    ``papers`` are codes that were read from papers, which the data have to know.
    """
    with closing(view_folder(folder, WorkContext(clock))) as data:
        found = data.check(papers)
        return found if severe_findings(found) else (*found, *find_newer_backup(data))


def outside_changes_in(folder: Path, clock: Clock, found: Sequence[Finding]) -> Sequence[ShownChange]:
    """Return the rows that a check found changed outside, with their values in words."""
    from desktop_app.services.office.outside_changes import shown_change

    backups = _databases_of_backups(folder)
    with closing(view_folder(folder, WorkContext(clock))) as data, data.open_read() as work:
        return [shown_change(work, _history_wording(), work.outside_change(one, backups)) for one in found]


def _office(opener: Callable[[Path, WorkContext], DataFolder], folder: Path, context: WorkContext) -> Office:
    with ExitStack() as undo:
        data = opener(folder, context)
        undo.callback(data.close)
        printing = paper_renderer(data.folder / paths.FONTS, data.files.bytes_of)
        with data.open_read() as work:
            printing.choose(work.settings().print_setup)
        undo.pop_all()
    paper = printing.capabilities(cite, _history_wording)
    outside = OutsideRows(
        lambda: data.outside,
        partial(_databases_of_backups, data.folder),
        lambda table, row_id: data.confirmed.add((table, row_id)),
    )
    told = Context(
        data.open_read,
        data.open_write,
        context.clock,
        paper,
        writable=data.writable,
        has_file=data.files.has,
        outside=outside,
    )
    return Office(data, printing, told)


def _databases_of_backups(folder: Path) -> list[Path]:
    from desktop_app.storage.backup.listing import list_backups

    return [one.database for one in list_backups(folder / paths.BACKUPS) if one.verdict in SOUND]


def _history_wording() -> HistoryWording:
    from desktop_app.printing.words.field_words import WORDING

    return WORDING


def paper_renderer(kept: Path | None = None, file_of: Callable[[str], bytes] | None = None) -> PaperRenderer:
    """Return the renderer with the shipped fonts, the ``kept`` fonts of a folder, and annex files."""
    return PaperRenderer(paths.resource("fonts"), kept, file_of)


def holidays() -> tuple[Holiday, ...]:
    """Return the shipped official holidays of all years."""
    tables = [_json(file) for file in sorted(paths.resource("holidays").glob("*.json"))]
    return tuple(one for table in tables for one in holidays_from(table)[1])


def founding_facts() -> Mapping[str, Any]:
    """Return the initial values of the founding forms, from the news of the memorandum."""
    found: Mapping[str, Any] = _json(paths.resource("founding.json"))
    return found


def taking_over_words() -> TakingOverWords:
    """Return the words of the import templates."""
    from desktop_app.domain.read_models.workbook import TakingOverWords
    from desktop_app.domain.text.json_text import value_from

    return value_from(TakingOverWords, _json(paths.resource("templates/taking_over.json")))


def past_workbook(file: Path) -> Workbook:
    """Read a spreadsheet within size limits; raises ``EnvironmentProblem``."""
    from desktop_app.storage.sheets.workbook_reader import read_workbook

    return read_workbook(file)


def past_template(kind: TemplateKind, offered: Mapping[str, Sequence[str]]) -> bytes:
    """Return the bytes of an import template; ``offered`` are the choices of each column."""
    from desktop_app.storage.sheets.template import template_bytes

    return template_bytes(taking_over_words(), kind, offered)


def export_words() -> ExportWords:
    """Return the words of an archive export."""
    from desktop_app.domain.read_models.backups import ExportWords
    from desktop_app.words import acts, archive_export

    return ExportWords(archive_export.TABLES, archive_export.column, archive_export.LISTS, acts.meeting, acts.minutes)


def kept_drawing(data: Path, clock: Clock) -> OpenDrawing:
    """Return a drawer of letters and final minutes from a copy of a folder's records."""
    from desktop_app.services.registers.paper_capabilities import KeptDrawing

    @contextmanager
    def opened(copy: Path) -> Iterator[KeptDrawing]:
        printing = paper_renderer(data / paths.FONTS, FileStore(data / paths.FILES).bytes_of)
        with closing(view_folder(copy, WorkContext(clock))) as viewed:
            with viewed.open_read() as work:
                printing.choose(work.settings().print_setup)
            paper = printing.capabilities(cite, _history_wording)
            yield KeptDrawing(Context(viewed.open_read, viewed.open_write, clock, paper), printing.make)

    return opened


def doubt_of(office: Office, file: StoredFile, name: str, progress: Progress = no_progress) -> FileDoubt | None:
    """Return why a stored file cannot be viewed or printed, or None; ``name`` is its original name."""
    # the toolkits of files from elsewhere are loaded with the first
    from desktop_app.printing.strangers.paper_reading import doubt_of as doubt_of_bytes

    return doubt_of_bytes(office.files.read(file), file.type, name, progress)


def scan_tools(office: Office) -> ScanTools:
    """Return the tools that read and store scans; loaded on first use."""
    from desktop_app.printing.strangers.scan_reader import ScanReader
    from desktop_app.services.scans.print_of_version import PrintOfVersion
    from desktop_app.services.scans.scan_tools import ScanTools

    printed = PrintOfVersion(office.context, office.printing.make, office.papers_folder)
    return ScanTools(ScanReader(), office.files, printed)


def salvage_report(data: Path, salvaged: Path, clock: Clock, contents: SalvageContents, report: SalvageReport) -> bytes:
    """Return the salvage report as PDF, with the salvaged records' letterhead; raises ``Refused``."""
    from desktop_app.services.documents.history_document import salvage_report_paper

    printing = paper_renderer(data / paths.FONTS)
    with closing(view_folder(salvaged, WorkContext(clock))) as viewed:
        with viewed.open_read() as work:
            printing.choose(work.settings().print_setup)
        context = Context(viewed.open_read, viewed.open_write, clock, printing.capabilities(cite))
        return printing.salvage_report(salvage_report_paper(context, contents, report.at, report.classification))


def build_demo(folder: Path, today: date, *, years: int = 0, scale: int = 1, seed: int = 1) -> DemoMade:
    """Fill an empty folder with demo data as of ``today``, with earlier years if wanted.

    The same day, years, scale and seed give the same data, uids and codes included.
    """
    # an office that has its own data never pays for them
    from desktop_app.services.demo.demo import make_demo, with_years
    from desktop_app.services.demo.demo_letters import attach_files
    from desktop_app.services.demo.demo_story import Story, StoryClock

    clock = StoryClock(today)
    office = _office(open_folder, folder, WorkContext(clock, make_uid=_uids(seed)))
    try:
        files = {name: _json(paths.resource("demo", f"{name}.json")) for name in ("committee", "meetings", "follow_up")}
        variety = _json(paths.resource("demo", "variety.json"))
        story = with_years(Story(**files), variety, years=years, scale=scale, seed=seed)
        # one transaction: a demo that was cut short leaves nothing behind
        with office.folder.open_whole() as open_work:
            told = Context(open_work, lambda _act: open_work(), clock, office.context.paper, Act(role=Role.PROGRAM))
            made = make_demo(told, clock, story, today=today, holidays=holidays())
            attached: Any = _json(paths.resource("demo", "files.json"))
            attach_files(told, attached, lambda name: office.files.take(paths.resource("demo", "files", name)))
            return made
    finally:
        office.close()


def _uids(seed: int) -> Callable[[], str]:
    chance = random.Random(f"uid {seed}")
    return lambda: str(uuid.UUID(int=chance.getrandbits(128), version=4))


def _json(file: Path) -> Any:  # noqa: ANN401 - whatever the resource holds
    return json.loads(file.read_text(encoding="utf-8"))
