"""The rows of a list on Today as a Qt model that changes only what differs."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from habitcoach.texts.language import tr
from habitcoach.ui.day_rows import Row

ROW_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel):
    """Rows in their order, each known by its key."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default, never changed
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself under ROW_ROLE, and its words for display and for screen readers."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return None

    def rows(self) -> tuple[Row, ...]:
        """Return all rows."""
        return tuple(self._rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Take over new rows; rows that stay keep their index, and so focus and scroll."""
        wanted = {row.key for row in rows}
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].key not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        for place, row in enumerate(rows):
            self._settle(place, row)

    def _settle(self, place: int, row: Row) -> None:
        if place < len(self._rows) and self._rows[place].key == row.key:
            if self._rows[place] != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))
            return
        found = next((at for at in range(place + 1, len(self._rows)) if self._rows[at].key == row.key), None)
        if found is not None:
            self.beginMoveRows(QModelIndex(), found, found, QModelIndex(), place)
            del self._rows[found]
            self._rows.insert(place, row)
            self.endMoveRows()
            return
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, row)
        self.endInsertRows()


def spoken(row: Row) -> str:
    """Return what a row says to a screen reader."""
    words = tr("{time}, {habit}", time=row.time, habit=row.title)
    return f"{words}, {row.phrase}" if row.phrase else words
