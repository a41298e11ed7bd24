"""One table view on which the program's list and its peers are painted in turn."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QEvent, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QApplication, QTableView
from sqlalchemy import Text, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from desktop_app.domain.read_models.listing import ResolutionRow
from desktop_app.widgets.lists.window_model import Column, WindowModel

TITLES = ("وضعیت", "شماره", "شرح مصوبه", "مجری", "مهلت", "درصد")
TITLE = 2
FLAT = """
CREATE TABLE flat AS SELECT facts.resolution_id AS id, facts.state AS state, resolution.number AS number,
clause.text AS text, unit.name AS executor, facts.due AS due, CAST(facts.percent AS TEXT) AS percent
FROM resolution_facts AS facts JOIN resolution ON resolution.id = facts.resolution_id
JOIN clause ON clause.id = facts.clause_id LEFT JOIN unit ON unit.id = facts.executor_unit_id ORDER BY facts.place DESC
"""
Fetch = Callable[[Sequence[int]], Mapping[int, ResolutionRow]]


class _Base(DeclarativeBase):
    """Base of the peer's mapping."""


class Flat(_Base):
    """The peer's mapped row: everything that is shown, ready, in one table."""

    __tablename__ = "flat"

    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(Text)
    number: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    executor: Mapped[str] = mapped_column(Text)
    due: Mapped[str] = mapped_column(Text)
    percent: Mapped[str] = mapped_column(Text)


FIELDS = ("state", "number", "text", "executor", "due", "percent")
_ROOT = QModelIndex()


class LoadedModel(QAbstractTableModel):
    """The usual model: all objects in a list."""

    def __init__(self, objects: Sequence[Flat]) -> None:
        super().__init__()
        self._objects = objects

    def rowCount(self, parent: object = _ROOT) -> int:
        """All of them."""
        return len(self._objects)

    def columnCount(self, parent: object = _ROOT) -> int:
        """Six."""
        return len(FIELDS)

    def data(self, index: object, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return getattr(self._objects[index.row()], FIELDS[index.column()])  # type: ignore[attr-defined]


class Table(QTableView):
    """A plain table view that tells when it has painted its cells."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0

    def forget(self) -> None:
        """From now on."""
        self._count = 0

    def ended(self) -> bool:
        """Whether a paint has ended since."""
        return self._count > 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, then count."""
        super().paintEvent(event)
        self._count += 1


class Stage:
    """The view, the program's model, and the peers' ways."""

    def __init__(self, path: Path) -> None:
        self._application = QApplication.instance() or QApplication([])
        self._path = path.with_name("flat.db")
        self._make_flat(path)
        self.view = Table()
        self.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.view.resize(1200, 700)
        self.window: WindowModel[ResolutionRow] = WindowModel(_columns(), lambda _ids: {})
        self.view.show()
        self._connection = "bench"
        database = QSqlDatabase.addDatabase("QSQLITE", self._connection)
        database.setDatabaseName(str(self._path))
        if not database.open():
            raise RuntimeError(database.lastError().text())

    def use(self, fetch: Fetch) -> None:
        """Where the program's rows come from."""
        self.window = WindowModel(_columns(), fetch)

    def show(self, model: QAbstractItemModel) -> None:
        """Put a model into the view."""
        self.view.setModel(model)

    def painted(self, ask: Callable[[], object], model: QAbstractItemModel | None = None) -> float:
        """Seconds from the question to the end of the paint that follows it."""
        self.view.forget()
        began = time.perf_counter()
        ask()
        if model is not None and self.view.model() is not model:
            self.view.setModel(model)
        if self.view.model() is self.window:
            # as the page of a list does before it paints
            self.window.load(self.view.rowAt(0), self.view.rowAt(self.view.viewport().height() - 1))
        # where the question changed nothing that is seen (the last row is in sight already) a paint is still owed
        self.view.viewport().update()
        while not self.view.ended():
            QApplication.processEvents()
        return time.perf_counter() - began

    def orm_first(self) -> float:
        """Everything loaded through the ORM, then painted."""
        engine = create_engine(f"sqlite:///{self._path}")
        kept: list[LoadedModel] = []

        def ask() -> None:
            with Session(engine, expire_on_commit=False) as session:
                kept.append(LoadedModel(session.scalars(select(Flat)).all()))
            self.view.setModel(kept[0])

        seconds = self.painted(ask)
        self._leave(kept)
        engine.dispose()
        return seconds

    def sql_last(self) -> float:
        """Qt's own table of SQL, which fetches 256 rows at a time, scrolled to its last row."""
        model = QSqlTableModel(None, QSqlDatabase.database(self._connection))
        model.setTable("flat")
        model.select()
        self.painted(lambda: self.view.setModel(model))

        def ask() -> None:
            while model.canFetchMore():
                model.fetchMore()
            self.view.scrollToBottom()

        seconds = self.painted(ask)
        self._leave([model])
        return seconds

    def proxy_sort(self) -> float:
        """A sorting proxy over everything loaded, by the column of the title, in the order of the locale."""
        engine = create_engine(f"sqlite:///{self._path}")
        with Session(engine, expire_on_commit=False) as session:
            source = LoadedModel(session.scalars(select(Flat)).all())
        proxy = QSortFilterProxyModel()
        proxy.setSortLocaleAware(True)
        proxy.setSourceModel(source)
        self.painted(lambda: self.view.setModel(proxy))
        seconds = self.painted(lambda: proxy.sort(TITLE))
        self._leave([proxy, source])
        engine.dispose()
        return seconds

    def close(self) -> None:
        """Take everything down."""
        self.view.close()
        QSqlDatabase.database(self._connection).close()
        QSqlDatabase.removeDatabase(self._connection)

    def _leave(self, models: Sequence[QAbstractItemModel]) -> None:
        self.view.setModel(None)
        for model in models:
            model.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _make_flat(self, path: Path) -> None:
        with closing(sqlite3.connect(self._path)) as connection:
            connection.execute("ATTACH ? AS office", (str(path),))
            connection.execute(FLAT)
            connection.execute("CREATE UNIQUE INDEX flat_id ON flat (id)")
            connection.commit()


def _columns() -> list[Column[ResolutionRow]]:
    return [
        Column(TITLES[0], lambda row: row.state.value),
        Column(TITLES[1], lambda row: row.number),
        Column(TITLES[2], lambda row: row.text, sort_key="title"),
        Column(TITLES[3], lambda row: row.executor),
        Column(TITLES[4], lambda row: "" if row.due is None else row.due.isoformat(), sort_key="due"),
        Column(TITLES[5], lambda row: str(row.percent)),
    ]
