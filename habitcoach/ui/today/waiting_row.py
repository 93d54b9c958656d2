"""A further cue or a promise that waits, on one line, with Done and a menu for the rest."""

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from habitcoach.coaching.views import PromiseView
from habitcoach.texts.language import tr
from habitcoach.texts.promises import promised_for
from habitcoach.ui.format import time_text
from habitcoach.ui.look import Look
from habitcoach.ui.today.waiting_card import ROW_EDGE, WaitingCard, spoken_cue
from habitcoach.ui.today_words import routine_text, when_text
from habitcoach.ui.waiting import Waiting, category_of, title_of
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import ElidedLabel, Label


class WaitingRow(WaitingCard):
    """One line. A promise is kept, snoozed, re-timed or dropped; a cue done, snoozed or skipped."""

    def __init__(self, look: Look, one: Waiting) -> None:
        super().__init__(look, one)
        self._promised = isinstance(one, PromiseView)
        self._tile = GlyphTile(look, category_of(one))
        self._title = ElidedLabel(look, "", "body_strong")
        self._title.setObjectName("waiting_title")
        self._cue = ElidedLabel(look, "", "small", "text2")
        self._cue.setObjectName("waiting_cue")
        self._age = ElidedLabel(look, "", "small", "text2")
        self._age.setObjectName("waiting_age")
        # The cue gives way first: how long it has waited, and whether it was seen, matter more.
        self._cue.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._done = IconButton(look, "check", "", "secondary")
        self._done.setObjectName("waiting_done")
        self._done.clicked.connect(self._on_done)
        self._more = IconButton(look, "dots", "", "quiet")
        self._more.setObjectName("waiting_more")
        self._more_menu = self._menu("promise_menu" if self._promised else "more_menu")
        self._more_menu.addMenu(self._snooze_menu)
        if self._promised:
            self._add(tr("Re-time…"), "promise_retime", lambda: self.retimed.emit(self._one))
            self._add(tr("Drop"), "promise_drop", lambda: self.dropped.emit(self._one))
        else:
            self._more_menu.addMenu(self._skip_menu)
        self._more.clicked.connect(partial(self._pop_up, self._more_menu))
        self._lay_out()
        self._watch()

    def _lay_out(self) -> None:
        theme = self._look.theme
        second = QHBoxLayout()
        second.setSpacing(theme.space(1) // 2)  # what a space takes beside the dot
        second.addWidget(self._cue, 1)
        second.addWidget(self._age)
        second.addStretch()
        words = QVBoxLayout()
        words.setSpacing(theme.space(1) // 2)
        words.addWidget(self._title)
        words.addLayout(second)
        body = QHBoxLayout(self)
        body.setContentsMargins(theme.space(4), ROW_EDGE, theme.space(3), ROW_EDGE)
        body.setSpacing(theme.space(3))
        body.addWidget(self._tile)
        body.addLayout(words, 1)
        if self._promised:
            body.addWidget(Label(self._look, tr("Promise"), "small", "text3"))
        body.addWidget(self._done)
        body.addWidget(self._more)

    def _show(self, age: str) -> None:
        one, title = self._one, title_of(self._one)
        self._tile.set_glyph(category_of(one))
        self._title.setText(title)
        self._age.setText(tr("· {age}", age=age))
        if isinstance(one, PromiseView):
            self._cue.setText(promised_for(time_text(one.due_at)))
            self._done.set_name(tr("Kept: {what}", what=title))
            self._more.set_name(tr("Snooze, re-time or drop: {what}", what=title))
            when = tr("{promised} · {since}", promised=self._cue.text(), since=age)
            self.setAccessibleName(tr("Promise, {what}. {when}.", what=title, when=when))
        else:
            self._cue.setText(when_text(one))
            self._done.set_name(tr("Done: {habit}", habit=title))
            self._more.set_name(tr("Snooze or skip: {habit}", habit=title))
            self.setAccessibleName(spoken_cue(one, routine_text(one)))
        self._cue.setMaximumWidth(self._cue.sizeHint().width())

    def _second_menu(self) -> QMenu:
        return self._more_menu if self._promised else self._skip_menu

    def _add(self, text: str, name: str, act: object) -> None:
        action = QAction(text, self._more_menu)
        action.setObjectName(name)
        action.triggered.connect(act)
        self._more_menu.addAction(action)

    def stops(self) -> tuple[QWidget, ...]:
        """Return Done and the menu of the rest."""
        return self._done, self._more

    def _anchor(self, _menu: QMenu) -> QWidget:
        return self._more
