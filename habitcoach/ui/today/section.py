"""A section of Today: a heading with its list."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.ui.day_rows import Row
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.pages.page import SectionHead
from habitcoach.ui.pages.row_delegate import COMING, ROW_INSET, RowStyle
from habitcoach.ui.pages.row_list import RowList


class RowSection(QWidget):
    """Hidden while the list is empty."""

    def __init__(self, look: Look, name: str, title: str, row_style: RowStyle = COMING) -> None:
        super().__init__()
        self.setObjectName(f"{name}_section")
        self._head = SectionHead(look, title, name)
        self.list = RowList(look, f"{name}_list", title, row_style)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(3))
        head = QHBoxLayout()
        head.setContentsMargins(ROW_INSET, 0, ROW_INSET, 0)
        head.addWidget(self._head)
        body.addLayout(head)
        body.addWidget(self.list)
        self.hide()

    def show_rows(self, rows: tuple[Row, ...], count: int) -> None:
        """Show rows and how many they are."""
        self.list.show_rows(rows)
        self._head.show_remark(number_text(count))
        self.setVisible(bool(rows))
