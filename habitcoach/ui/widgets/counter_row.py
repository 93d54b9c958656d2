"""A habit that is counted: in every contact, or when it happens."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from habitcoach.coaching.views import CounterView
from habitcoach.core.target import TargetKind
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.today_words import counter_goal, counter_share, counter_text, counter_told
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import ElidedLabel, Label

_BAR = 4
_TICK_HEIGHT = 10
_NAME_KEEPS = 140
_AROUND_LINE = 6
_RING = 20
_BETWEEN = " · "


class CounterBar(QWidget):
    """How full a counter is, with its goal as a tick across the bar."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self._goal: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_share(self, share: float, goal: float | None) -> None:
        """Show a share of the bar, 0 to 1, and the place of the goal or None."""
        self._share, self._goal = share, goal
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the tick, which is taller than the bar."""
        return QSize(80, _TICK_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, share and tick."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.height() - _BAR) / 2
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(QRectF(0, top, self.width(), _BAR), _BAR / 2, _BAR / 2)
        if self._share > 0:
            painter.setBrush(theme.color("accent"))
            width = max(float(_BAR), self.width() * self._share)
            painter.drawRoundedRect(QRectF(0, top, width, _BAR), _BAR / 2, _BAR / 2)
        if self._goal is not None:
            x = min(self.width() - 2.0, self.width() * self._goal - 1)
            painter.fillRect(QRectF(x - 2, 0, 6, self.height()), theme.color("card"))
            painter.fillRect(QRectF(x, 0, 2, self.height()), theme.color("text"))
        painter.end()


class _Phrases(ElidedLabel):
    """A line of phrases; the last one goes first where not all of them fit."""

    def shown_text(self) -> str:
        """Return what fits in the present width."""
        shown, metrics = self.text(), self.fontMetrics()
        while _BETWEEN in shown and metrics.horizontalAdvance(shown) > self.width():
            shown = shown.rpartition(_BETWEEN)[0]
        return metrics.elidedText(shown, Qt.TextElideMode.ElideRight, self.width())


class CounterRow(QWidget):
    """One counter with its buttons. Plus or = counts a hit, O an opportunity, minus takes one back.

    `compact` is one line without a bar, as the tray panel has it.
    """

    counted = Signal(int, bool)  #: habit id, and whether it was a hit
    one_back = Signal(int)  #: what was logged of the habit last is taken back
    done = Signal(int)  #: a habit that is logged when it happens

    def __init__(self, look: Look, counter: CounterView, *, compact: bool = False) -> None:
        super().__init__()
        self._look = look
        self._counter = counter
        self._rate = counter.target.kind is TargetKind.RATE
        self._logs = not counter.contact and not self._rate
        number = counter.habit_id
        self.setObjectName(f"counter-{number}")
        self._tile = GlyphTile(look, counter.category, bare=compact)
        self._name = ElidedLabel(look, counter.habit, "body" if compact else "body_medium")
        self._name.setObjectName(f"counter_name-{number}")
        self._figure = Label(look, "", "body_strong" if compact else "small_strong")
        self._rest = _Phrases(look, "", "small", "text2")
        self._bar = CounterBar(look) if not compact else None
        self._miss = IconButton(look, "ring", "", "quiet", icon_color="line_strong", icon_side=_RING)
        self._miss.setProperty("scale", "small")
        self._miss.setFixedWidth(look.theme.size("hit_min"))
        self._miss.setObjectName(f"opportunity-{number}")
        self._miss.clicked.connect(lambda: self.counted.emit(number, False))
        self._miss.setVisible(self._rate)
        self._hit = IconButton(look, "check" if self._logs else "plus", "", "soft", icon_color="accent_text")
        self._hit.setObjectName(f"hit-{number}")
        self._hit.clicked.connect(self._on_hit)
        if compact:
            self._hit.setProperty("scale", "small")
            self._hit.setProperty("wide", "true")
        self._lay_out()
        self.show_counter(counter)

    def _lay_out(self) -> None:
        if self._bar is None:
            self._lay_out_line()
        else:
            self._lay_out_with_bar(self._bar)

    def _lay_out_line(self) -> None:
        theme = self._look.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(4), _AROUND_LINE, theme.space(3), _AROUND_LINE)
        row.setSpacing(theme.space(1))
        row.addWidget(self._tile)
        row.addSpacing(theme.space(2))
        row.addWidget(self._name, 1)
        row.addSpacing(theme.space(2))
        row.addWidget(self._figure)
        row.addWidget(self._rest)
        row.addWidget(self._miss)
        row.addWidget(self._hit)

    def _lay_out_with_bar(self, counter_bar: CounterBar) -> None:
        theme = self._look.theme
        figures = QHBoxLayout()
        figures.setSpacing(theme.space(1))
        figures.addWidget(self._figure)
        figures.addWidget(self._rest, 1)
        words = QVBoxLayout()
        words.setSpacing(theme.space(1))
        words.addWidget(self._name)
        words.addLayout(figures)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._tile)
        top.addSpacing(theme.space(3))
        top.addLayout(words, 1)
        top.addWidget(self._miss)
        top.addSpacing(theme.space(1))
        top.addWidget(self._hit)
        body = QVBoxLayout(self)
        body.setContentsMargins(*(theme.space(step) for step in (4, 3, 3, 3)))
        body.setSpacing(theme.space(2))
        body.addLayout(top)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, theme.space(1), 0)
        bar.addWidget(counter_bar)
        body.addLayout(bar)

    def stops(self) -> list[QWidget]:
        """Return the buttons in the order of the keyboard."""
        return [self._hit, self._miss] if self._rate else [self._hit]

    @property
    def habit_id(self) -> int:
        """The habit this row counts."""
        return self._counter.habit_id

    @property
    def kind(self) -> tuple[bool, TargetKind]:
        """What decides which buttons this row has."""
        return self._counter.contact, self._counter.target.kind

    def show_counter(self, counter: CounterView) -> None:
        """Show new numbers of the same habit."""
        self._counter = counter
        figure, rest = counter_text(counter)
        self._figure.setText(figure)
        self._figure.setVisible(bool(figure))
        self._rest.setText(rest)
        self._name.setText(counter.habit)
        if self._bar is None:
            side = Qt.AlignmentFlag.AlignLeft if figure else Qt.AlignmentFlag.AlignRight
            self._rest.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            # On one line the name is the last to give way, unless it is a very long one.
            self._name.setMinimumWidth(min(self._name.sizeHint().width(), _NAME_KEEPS))
        self._tile.set_glyph(counter.category)
        if self._bar is not None:
            self._bar.show_share(counter_share(counter), counter_goal(counter))
            self._bar.setVisible(not self._logs or bool(figure))
        told, goal = counter_told(counter)
        if self._logs:
            self._hit.set_name(tr("Done: {habit}, {words}.", habit=counter.habit, words=told))
        else:
            self._hit.set_name(tr("Add one to {habit}, {words}.", habit=counter.habit, words=told))
        self._miss.set_name(tr("{habit}: a contact without it, {words}.", habit=counter.habit, words=told))
        for button in self.stops() if goal else ():
            button.setAccessibleDescription(goal)
        self.setAccessibleName(", ".join(part for part in (counter.habit, told, goal) if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count by key while one of the buttons has the focus."""
        key = event.key()
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal} or (self._logs and key == Qt.Key.Key_D):
            self._on_hit()
        elif key == Qt.Key.Key_Minus:
            self.one_back.emit(self._counter.habit_id)
        elif key == Qt.Key.Key_O and self._rate and not event.modifiers():
            self.counted.emit(self._counter.habit_id, False)
        else:
            super().keyPressEvent(event)

    def _on_hit(self) -> None:
        if self._logs:
            self.done.emit(self._counter.habit_id)
        else:
            self.counted.emit(self._counter.habit_id, True)
