"""A promise that waits, on Today: one line with Kept and a menu for the rest."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from habitcoach.coaching.views import PromiseView
from habitcoach.core.habit import Category
from habitcoach.texts.language import tr
from habitcoach.texts.promises import promise_title, promised_for
from habitcoach.ui.format import since_text, time_text
from habitcoach.ui.look import Look
from habitcoach.ui.pages.answer_menus import Minutes, fill_snooze_menu
from habitcoach.ui.saving import Saving
from habitcoach.ui.today_words import RowKey, row_key
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import ElidedLabel, Label


class PromiseRow(QFrame):
    """A waiting promise. D or Space keeps it while a button has the focus; Z and S open its menu."""

    kept = Signal(object)  #: PromiseView
    snoozed = Signal(object, object)  #: PromiseView, minutes or "end"
    retimed = Signal(object)  #: PromiseView: another time is wished
    dropped = Signal(object)  #: PromiseView
    left = Signal(int)  #: an arrow key wants the neighbour: -1 above, 1 below

    def __init__(self, look: Look, one: PromiseView) -> None:
        super().__init__()
        theme = look.theme
        self._one = one
        self._now = one.due_at
        self._shift_end: datetime | None = None
        self._unsaved = ""
        self.setProperty("surface", "card")
        self.setObjectName(f"now-{one.subject}-{one.slot}")
        self._title = ElidedLabel(look, "", "body_strong")
        self._title.setObjectName("waiting_title")
        self._when = ElidedLabel(look, "", "body", "text2")
        self._when.setObjectName("waiting_cue")
        self._kept = IconButton(look, "check", "", "secondary")
        self._kept.setObjectName("waiting_done")
        self._kept.clicked.connect(lambda: self.kept.emit(self._one))
        self._more = IconButton(look, "dots", "", "quiet")
        self._more.setObjectName("waiting_more")
        self._more.clicked.connect(self._pop_up)
        self._menu = QMenu(self)
        self._menu.setObjectName("promise_menu")
        self._snooze = QMenu(tr("Snooze"), self._menu)
        self._snooze.setObjectName("snooze_menu")
        self._snooze.aboutToShow.connect(self._fill_snooze)
        self._menu.addMenu(self._snooze)
        self._add(tr("Re-time…"), "promise_retime", lambda: self.retimed.emit(self._one))
        self._add(tr("Drop"), "promise_drop", lambda: self.dropped.emit(self._one))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._when)
        body = QHBoxLayout(self)
        body.setContentsMargins(theme.space(4), theme.space(2), theme.space(3), theme.space(2))
        body.setSpacing(theme.space(3))
        body.addWidget(GlyphTile(look, Category.PROMISES))
        body.addLayout(words, 1)
        body.addWidget(Label(look, tr("Promise"), "body", "text2"))
        body.addWidget(self._kept)
        body.addWidget(self._more)
        for stop in self.stops():
            stop.installEventFilter(self)

    @property
    def key(self) -> RowKey:
        """What the promise is known by."""
        return row_key(self._one)

    def show_promise(self, one: PromiseView, now: datetime, shift_end: datetime | None) -> None:
        """Show the promise as it stands now; `now` and `shift_end` are in the agent's zone."""
        self._one, self._now, self._shift_end = one, now, shift_end
        title = promise_title(one)
        self._title.setText(title)
        self._kept.set_name(tr("Kept: {what}", what=title))
        self._more.set_name(tr("Snooze, re-time or drop: {what}", what=title))
        self._say()

    def show_saving(self, saving: Saving) -> None:
        """Say that the answer is not on disk yet, if that is so; it cannot be given a second time."""
        waits = self.key in saving.places
        words = tr("not saved yet") if saving.trouble else tr("saving…")
        self._unsaved = words if waits else ""
        self._say()
        for stop in self.stops():
            stop.setEnabled(not waits)

    def stops(self) -> tuple[QWidget, ...]:
        """Return Kept and the menu of the rest."""
        return self._kept, self._more

    def _say(self) -> None:
        one = self._one
        since = since_text(self._now, one.due_at)
        if one.unconfirmed:
            since = tr("{age}, may not have been seen", age=since)
        promised = promised_for(time_text(one.due_at))
        said = tr("{promised} · {since}", promised=promised, since=self._unsaved or since)
        self._when.setText(said)
        self.setAccessibleName(tr("Promise, {what}. {when}.", what=promise_title(one), when=said))

    def _fill_snooze(self) -> None:
        fill_snooze_menu(self._snooze, self._now, self._shift_end, self._on_snooze)

    def _on_snooze(self, minutes: Minutes) -> None:
        self.snoozed.emit(self._one, minutes)

    def _pop_up(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _add(self, text: str, name: str, act: object) -> None:
        action = QAction(text, self._menu)
        action.setObjectName(name)
        action.triggered.connect(act)
        self._menu.addAction(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Up and Down from the buttons, which would walk among themselves with them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self.left.emit(step)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key, unless an answer is on its way to the disk."""
        plain = not self._unsaved and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key() if plain else None:
            case Qt.Key.Key_D | Qt.Key.Key_Space:
                self.kept.emit(self._one)
            case Qt.Key.Key_Z | Qt.Key.Key_S:
                self._pop_up()
            case _:
                super().keyPressEvent(event)
