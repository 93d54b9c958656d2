"""A row of the quick bar that can be chosen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.quick_bar.match_label import MatchLabel
from habitcoach.ui.quick_bar.rows import Row, enter
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.key_cap import KeyCap
from habitcoach.ui.widgets.labels import ElidedLabel


class ResultRow(QAbstractButton):
    """One thing that can be meant. The keyboard stays in the field; a click chooses it, too."""

    def __init__(self, look: Look, row: Row) -> None:
        super().__init__()
        theme = look.theme
        self._look = look
        self.row = row
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        name = tr("{title}. {line}", title=row.title, line=row.line) if row.line else row.title
        self.setAccessibleName(name)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(MatchLabel(look, row.title, row.span))
        if row.line:
            words.addWidget(ElidedLabel(look, row.line, "small", "text2"))
        words.addStretch(1)
        self._cap = KeyCap(look, row.key or enter())
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(3), theme.space(1), theme.space(3), theme.space(1))
        line.setSpacing(theme.space(3))
        line.addWidget(GlyphTile(look, row.glyph))
        line.addLayout(words, 1)
        line.addWidget(self._cap)
        self._hint = QSize(0, max(theme.size("row_setting"), line.sizeHint().height()))
        self._show_cap(on=False)
        self.toggled.connect(lambda on: self._show_cap(on=on))

    def sizeHint(self) -> QSize:
        """Return room for both lines."""
        return self._hint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the row that Enter means."""
        if self.isChecked():
            theme = self._look.theme
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.radius("control"), theme.radius("control"))
            painter.end()

    def _show_cap(self, *, on: bool) -> None:
        # A number chooses its row at any time; Enter only the one that is marked.
        self._cap.setVisible(on or bool(self.row.key))
