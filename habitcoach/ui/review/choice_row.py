"""A row of joined choices of which at most one holds: the figures 1 to 7, or the decisions about a habit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import button_text
from habitcoach.ui.widgets.focus_ring import FocusRings

_TICK = 16


class ChoiceCell(QRadioButton):
    """One choice of a row, which paints the ground under it."""

    def __init__(self, look: Look, text: str, *, figure: bool) -> None:
        super().__init__(button_text(text))
        self._look = look
        self._words = text
        self._figure = figure
        self.setAccessibleName(text)
        # The row is one stop of the keyboard and moves among its choices itself.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square cell, or room for the words and the tick of the chosen one."""
        theme = self._look.theme
        if self._figure:
            return theme.size_of("answer_cell") * theme.text_scale
        words = QFontMetricsF(theme.font("small_strong")).horizontalAdvance(self._words)
        width = words + _TICK + theme.space(1) + theme.space(4)
        return QSize(round(width), round(theme.size("button") * theme.text_scale))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a cell is never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Take presses anywhere on the cell."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the figure, or tick and words."""
        theme = self._look.theme
        painter = QPainter(self)
        on = self.isChecked()
        if self._figure:
            painter.setFont(theme.font("body_strong" if on else "body"))
            painter.setPen(theme.color("on_accent" if on else "text2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
            painter.end()
            return
        painter.setFont(theme.font("small_strong" if on else "small_medium"))
        painter.setPen(theme.color("accent_text" if on else "text2"))
        words = QFontMetricsF(painter.font()).horizontalAdvance(self._words)
        tick = _TICK + theme.space(1) if on else 0
        start = (self.width() - words - tick) / 2
        if on:
            left = self.width() - start - _TICK if self.isRightToLeft() else start
            picture = pixmap(self._look, "check", "accent_text", _TICK, self.devicePixelRatioF())
            painter.drawPixmap(round(left), (self.height() - _TICK) // 2, picture)
        left = start if self.isRightToLeft() else start + tick
        box = QRectF(left - 1, 0, words + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Have the row show where the pointer is."""
        super().enterEvent(event)
        self._repaint_row()

    def leaveEvent(self, event: QEvent) -> None:
        """Have the row show that the pointer is gone."""
        super().leaveEvent(event)
        self._repaint_row()

    def _repaint_row(self) -> None:
        row = self.parentWidget()
        if row is not None:
            row.update()


class ChoiceRow(QWidget):
    """One stop of the keyboard: digits take a choice at once, arrow keys the next one."""

    spoken_role = QAccessible.Role.Grouping
    chosen = Signal(int)  #: which one the agent took, from 0

    def __init__(self, look: Look, name: str, texts: Sequence[str], *, figures: bool = False) -> None:
        """Take the object name and what there is to choose from; `figures` are shown in narrow cells."""
        super().__init__()
        self._look = look
        self._figures = figures
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._cells: list[ChoiceCell] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 1, 0)
        row.setSpacing(0)
        for number, text in enumerate(texts):
            one = ChoiceCell(look, text, figure=figures)
            one.setObjectName(f"{name}-{number + 1}")
            self._group.addButton(one, number)
            self._cells.append(one)
            row.addWidget(one)
        self._group.idClicked.connect(self.chosen)
        self._group.idToggled.connect(self._on_toggled)
        FocusRings(look, self)
        look.changed.connect(self._dress)

    @property
    def choice(self) -> int | None:
        """Which one holds, from 0."""
        found = self._group.checkedId()
        return None if found < 0 else found

    @property
    def cells(self) -> Sequence[ChoiceCell]:
        """All choices, in order."""
        return self._cells

    def show_choice(self, choice: int | None) -> None:
        """Show what holds; says nothing."""
        if choice is not None:
            self._cells[choice].setChecked(True)
        elif self.choice is not None:
            # An exclusive group keeps one of its buttons down.
            self._group.setExclusive(False)
            self._cells[self.choice].setChecked(False)
            self._group.setExclusive(True)
        self.update()

    def _on_toggled(self) -> None:
        holds = self._group.checkedButton()
        self.setAccessibleDescription("" if holds is None else holds.accessibleName())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit, or move by arrow."""
        pad = Qt.KeyboardModifier.KeypadModifier
        plain = event.modifiers() & ~pad == Qt.KeyboardModifier.NoModifier
        wanted = self._wanted(event.key()) if plain else None
        if wanted is None:
            super().keyPressEvent(event)
        elif wanted != self.choice:
            self._cells[wanted].setChecked(True)
            words = self._cells[wanted].accessibleName()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
            self.chosen.emit(wanted)

    def _wanted(self, key: int) -> int | None:
        last = len(self._cells) - 1
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_1 + last:
            return key - Qt.Key.Key_1
        back = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        if key not in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            return None
        if self.choice is None:
            # From nothing, the first step is the end it comes from.
            return last if key == back else 0
        return max(0, min(last, self.choice + (-1 if key == back else 1)))

    def _dress(self) -> None:
        for one in self._cells:
            one.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, chosen cell, dividers and outline."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(box, theme.radius("control"), theme.radius("control"))
        painter.fillPath(outline, theme.color("raised"))
        painter.setClipPath(outline)
        chosen = theme.color("accent" if self._figures else "accent_soft")
        cells = sorted(self._cells, key=lambda one: one.x())
        for one in cells:
            if one.isChecked() or one.underMouse():
                painter.fillRect(one.geometry(), chosen if one.isChecked() else theme.color("hover"))
        painter.setPen(QPen(theme.color("line"), theme.border("hairline")))
        for one in cells[1:]:
            painter.drawLine(QLineF(one.x() - 0.5, 0, one.x() - 0.5, self.height()))
        painter.setClipping(False)
        painter.drawPath(outline)
        painter.end()
