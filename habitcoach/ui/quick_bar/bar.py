"""The bar itself: a field, what can be meant, and what the keys do with it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from habitcoach.coaching.promise_offer import PromiseOffer
from habitcoach.core.promise import MAX_TICKET
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.popup import LEFT_MS, Popup
from habitcoach.ui.quick_bar.off_duty import OffDuty
from habitcoach.ui.quick_bar.result_row import ResultRow
from habitcoach.ui.quick_bar.rows import Hints, Row
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.key_cap import KeyCap, hint
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon

#: Its top stands so far down the screen.
_DOWN = 0.22
_SEARCH = 20
_ANSWERS = {Qt.Key.Key_D: "done", Qt.Key.Key_Z: "snooze", Qt.Key.Key_S: "skip"}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
# What the agent types stands on the bar itself, which has its own edge.
_BARE = (
    "QLineEdit, QLineEdit:focus {{ border: none; background: transparent; padding: 0; min-height: {height}px;"
    " font-size: {size}px; }}"
)


class QuickBar(Popup):
    """Says what is typed and chosen; it shows only what it is told."""

    typed = Signal(str)
    chosen = Signal(object, bool)  #: what a row means; False with Shift: an opportunity without it
    answered = Signal(str)  #: "done", "snooze" or "skip" for the cue that waits on the card
    off_answered = Signal(str)  #: "instead", "hand_over" or "keep"
    back = Signal()  #: away from the choices that were asked for
    undo = Signal()
    left = Signal(bool)  #: closed; by a key, so that the keyboard is to go back where it was

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.size("quick_bar_width"), takes_keyboard=True)
        self.setObjectName("quick_bar")
        self.setWindowTitle(tr("Quick bar"))
        self._screen = QRect()
        self._rows: list[ResultRow] = []
        self._off: OffDuty | None = None
        self._choices = False
        self._field = QLineEdit()
        self._field.setObjectName("quick_field")
        self._field.setAccessibleName(tr("Quick bar: a habit, or a time and a ticket"))
        self._field.setPlaceholderText(tr("A habit, or a time and a ticket"))
        self._field.setMaxLength(MAX_TICKET)  # so that no ticket can be too long
        self._field.textChanged.connect(self._on_text)
        self._field.installEventFilter(self)
        self._results = QWidget()
        self._results.setObjectName("quick_results")
        self._list = QVBoxLayout(self._results)
        self._foot = QWidget()
        self._foot.setObjectName("quick_foot")
        self._hints = QHBoxLayout(self._foot)
        self._line, self._foot_line = Line(look), Line(look)
        self._lay_out()
        self._dress()
        look.changed.connect(self._dress)

    def _lay_out(self) -> None:
        theme = self._look.theme
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(3))
        head.setSpacing(theme.space(3))
        head.addWidget(SmallIcon(self._look, "search", side=_SEARCH))
        head.addWidget(self._field, 1)
        head.addWidget(KeyCap(self._look, tr("Esc")))
        self._list.setContentsMargins(*(theme.space(2) - 1,) * 4)
        self._list.setSpacing(0)
        self._hints.setContentsMargins(theme.space(5), theme.space(2), theme.space(5), theme.space(2))
        self._hints.setSpacing(theme.space(2))
        self.body.addLayout(head)
        for part in (self._line, self._results, self._foot_line, self._foot):
            self.body.addWidget(part)

    def _dress(self) -> None:
        font = self._look.theme.font("routine")
        font.setWeight(QFont.Weight.Normal)
        self._field.setFont(font)
        theme = self._look.theme
        self._field.setStyleSheet(_BARE.format(size=theme.font_size("routine"), height=theme.size("button")))

    # ---- opening and closing

    def open_on(self, screen: QRect) -> None:
        """Open, empty, on a screen; `typed` asks at once for what to show."""
        self._screen = screen
        self._choices = False
        self.keep_width(kept=False)
        self._field.blockSignals(True)
        self._field.clear()
        self._field.blockSignals(False)
        self.typed.emit("")
        self._refit()
        self.show()
        self.raise_()
        self.activateWindow()
        self.keep_width(kept=True)
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self, *, by_key: bool) -> None:
        """Close; after a key the keyboard goes back to where it was."""
        if self.isVisible():
            self.left.emit(by_key)
            self.hide()

    @property
    def text(self) -> str:
        """What is typed."""
        return self._field.text()

    # ---- what is shown

    def show_rows(self, rows: Sequence[Row], extra: Hints = (), nothing: str = "") -> None:
        """Show what can be meant, the likeliest first, and keys that do something else.

        `nothing` is said where there is no row.
        """
        self._choices = False
        self._fill(rows, extra, nothing)

    def show_choices(self, rows: Sequence[Row]) -> None:
        """Show how the answer can be given that was asked for; a number chooses, Esc goes back."""
        self._fill(rows, ((tr("Esc"), tr("back")),), "")
        self._choices = True

    def show_off_duty(self, offer: PromiseOffer) -> None:
        """Ask about a promise for a time outside the shifts."""
        self._clear()
        self._off = OffDuty(self._look, offer)
        self._off.instead.connect(partial(self.off_answered.emit, "instead"))
        self._off.hand_over.connect(partial(self.off_answered.emit, "hand_over"))
        self._off.keep.connect(partial(self.off_answered.emit, "keep"))
        for button in self._off.stops:
            button.installEventFilter(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.addWidget(self._off)
        self._off.show()
        self._show_hints(())
        self._refit()

    def _fill(self, rows: Sequence[Row], extra: Hints, nothing: str) -> None:
        self._clear()
        theme = self._look.theme
        self._list.setContentsMargins(*(theme.space(2) - 1,) * 4)
        for number, row in enumerate(rows):
            shown = ResultRow(self._look, row)
            shown.setObjectName(f"quick_row_{number}")
            shown.clicked.connect(partial(self._choose, shown))
            self._rows.append(shown)
            self._list.addWidget(shown)
            shown.show()  # at once: the bar is as high as what it shows
        if not rows and nothing:
            self._list.addWidget(self._said(nothing))
        self._extra = extra
        if self._rows:
            self._mark(0)
        else:
            self._show_hints(extra)
        self._refit()

    def _said(self, text: str) -> QWidget:
        theme = self._look.theme
        label = Label(self._look, text, "body", "text2", wrap=True)
        label.setObjectName("quick_nothing")
        holder = QWidget(self._results)
        row = QHBoxLayout(holder)
        row.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        row.addWidget(label)
        holder.show()
        return holder

    def _clear(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._rows, self._off = [], None

    def _mark(self, number: int) -> None:
        row = self._rows[number]
        row.setChecked(True)
        self._field.setAccessibleDescription(row.accessibleName())
        self._show_hints((*row.row.hints, *self._extra))

    def _show_hints(self, hints: Hints) -> None:
        while (item := self._hints.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for key, words in hints:
            for part in hint(self._look, key, words):
                self._hints.addWidget(part)
                part.show()
            self._hints.addSpacing(self._look.theme.space(1))
        self._hints.addStretch(1)
        self._foot.setVisible(bool(hints))
        self._foot_line.setVisible(bool(hints))
        self._line.setVisible(self._list.count() > 0)
        self._results.setVisible(self._list.count() > 0)
        self._refit()

    def _refit(self) -> None:
        if self._screen.isEmpty():
            return

        def place(size: QSize) -> QRect:
            x = self._screen.center().x() - size.width() // 2
            y = self._screen.top() + round(self._screen.height() * _DOWN)
            return QRect(x, y, size.width(), size.height())

        self.fit(place)

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are not for the field."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._take(watched, event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _take(self, watched: QObject, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self._on_escape()
        elif held == Qt.KeyboardModifier.AltModifier and key in _ANSWERS:
            self.answered.emit(_ANSWERS[key])
        elif watched is not self._field:
            return False
        elif key in _ENTER and held in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}:
            self._on_enter(plain=held == Qt.KeyboardModifier.NoModifier)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif event.matches(QKeySequence.StandardKey.Undo) and not self._field.text():
            self.undo.emit()
        elif self._choices and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._pick(int(key) - int(Qt.Key.Key_1))
        else:
            return False
        return True

    def _on_text(self, text: str) -> None:
        self.typed.emit(text)

    def _on_escape(self) -> None:
        if self._choices:
            self.back.emit()
        else:
            self.leave(by_key=True)

    def _on_enter(self, *, plain: bool) -> None:
        if self._off is not None:
            self._off.take_focus()
            return
        marked = next((row for row in self._rows if row.isChecked()), None)
        if marked is not None:
            self.chosen.emit(marked.row.meant, plain)

    def _move(self, step: int) -> None:
        marked = next((number for number, row in enumerate(self._rows) if row.isChecked()), None)
        if marked is not None:
            self._mark((marked + step) % len(self._rows))

    def _pick(self, number: int) -> None:
        if number < len(self._rows):
            self._choose(self._rows[number])

    def _choose(self, row: ResultRow) -> None:
        self.chosen.emit(row.row.meant, True)

    def changeEvent(self, event: QEvent) -> None:
        """Close when the agent has gone elsewhere."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible():
            QTimer.singleShot(LEFT_MS, self, self._close_if_left)

    def _close_if_left(self) -> None:
        if not self.isActiveWindow():
            self.leave(by_key=False)
