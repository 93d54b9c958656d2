"""One line of the tray panel: what waits, *Done*, and a menu with the other answers."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from habitcoach.coaching.views import OccasionView, PromiseView
from habitcoach.core.entry import SkipReason
from habitcoach.texts.language import tr
from habitcoach.ui.format import time_text
from habitcoach.ui.look import Look
from habitcoach.ui.pages.answer_menus import skip_reasons, snooze_choices
from habitcoach.ui.tray_panel.panel_words import waiting_text
from habitcoach.ui.waiting import Waiting, category_of, title_of
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import ElidedLabel

BETWEEN_LINES = 2  #: of the two lines of a row


class WaitingRow(QWidget):
    """A cue or a promise that waits. D answers it, Z and S open the menu at what they mean."""

    done = Signal()
    snooze = Signal(object)  #: minutes, or "end"
    skip = Signal(str)  #: a SkipReason
    retime = Signal()
    drop = Signal()

    def __init__(self, look: Look, one: Waiting, *, first: bool) -> None:
        super().__init__()
        theme = look.theme
        self._one = one
        self._now: datetime | None = None
        self._shift_end: datetime | None = None
        title = title_of(one)
        key = f"{one.subject} {one.slot}"
        self.setObjectName(f"waiting {key}")
        self._line = ElidedLabel(look, "", "small", "text2")
        self.yes = IconButton(look, "check", _done_name(one), "primary" if first else "secondary")
        self.yes.setObjectName(f"waiting_done {key}")
        self.yes.setProperty("wide", "true")
        self.yes.clicked.connect(self.done)
        if not first:
            self.yes.setProperty("popup", "true")
        self.more = IconButton(look, "dots", tr("Other answers: {what}", what=title))
        self.more.setObjectName(f"waiting_more {key}")
        self.more.setFixedWidth(theme.size("hit_min"))
        self.more.clicked.connect(self._open_menu)
        self._menu = QMenu(self)
        self._menu.setObjectName("waiting_menu")
        words = QVBoxLayout()
        words.setSpacing(BETWEEN_LINES)
        words.addStretch(1)
        words.addWidget(ElidedLabel(look, title, "body_strong"))
        words.addWidget(self._line)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(4), theme.space(2), theme.space(3), theme.space(2))
        row.setSpacing(theme.space(1))
        row.addWidget(GlyphTile(look, category_of(one)))
        row.addSpacing(theme.space(2))
        row.addLayout(words, 1)
        row.addSpacing(theme.space(2))
        row.addWidget(self.yes)
        row.addWidget(self.more)
        self.setMinimumHeight(theme.size("row_decision"))

    def show_at(self, now: datetime, shift_end: datetime | None) -> None:
        """Say how long it has waited; `shift_end` ends the snoozes that can be chosen."""
        self._now, self._shift_end = now, shift_end
        self._line.setText(waiting_text(self._one, now))
        self.setAccessibleName(f"{title_of(self._one)}. {self._line.text()}")

    def stops(self) -> list[QWidget]:
        """Return the buttons in the order of the keyboard."""
        return [self.yes, self.more]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by letter while one of the buttons has the focus."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_D:
            self.done.emit()
        elif plain and event.key() in {Qt.Key.Key_Z, Qt.Key.Key_S}:
            self._open_menu()
        else:
            super().keyPressEvent(event)

    def _open_menu(self) -> None:
        self._fill()
        # At the end of the row: a menu is as wide as its words, and the row is at the edge of a screen.
        right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        corner = self.more.rect().bottomRight() if right else self.more.rect().bottomLeft()
        width = self._menu.sizeHint().width() if right else 0
        self._menu.popup(self.more.mapToGlobal(corner) - QPoint(width, 0))

    def _fill(self) -> None:
        self._menu.clear()
        if self._now is not None:
            for number, choice in enumerate(snooze_choices(self._now, self._shift_end), start=1):
                words = tr(
                    "&{n}  Snooze to {time}, {words}",
                    n=number,
                    time=time_text(choice.until),
                    words=choice.words,
                )
                self._add(
                    self._menu, words, f"snooze-{choice.minutes}", partial(self.snooze.emit, choice.minutes)
                )
        self._menu.addSeparator()
        if isinstance(self._one, PromiseView):
            self._add(self._menu, tr("Re-time…"), "waiting_retime", self.retime.emit)
            self._add(self._menu, tr("Drop"), "waiting_drop", self.drop.emit)
            return
        reasons = self._menu.addMenu(tr("&Skip"))
        reasons.setObjectName("waiting_skip")
        for reason, words in skip_reasons():
            # "Other…" asks for words, for which there is the card and the window.
            if reason is not SkipReason.OTHER:
                self._add(reasons, words, f"skip-{reason}", partial(self.skip.emit, reason.value))
        reasons.addSeparator()
        not_done = SkipReason.NOT_DONE
        words = tr("Did not get to it (counts as not done)")
        self._add(reasons, words, f"skip-{not_done}", partial(self.skip.emit, not_done.value))

    @staticmethod
    def _add(menu: QMenu, text: str, name: str, act: Callable[[], object]) -> None:
        action = QAction(text, menu)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)


def _done_name(one: Waiting) -> str:
    """Return what the button does: "Done: One thank-you", "Kept: Call back 4711"."""
    if isinstance(one, OccasionView):
        return tr("Done: {what}", what=title_of(one))
    return tr("Kept: {what}", what=title_of(one))
