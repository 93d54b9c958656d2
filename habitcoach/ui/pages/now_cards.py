"""The waiting cues on Today: the first one whole, the others as single rows."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from habitcoach.coaching.views import OccasionView
from habitcoach.core.entry import SkipReason
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import periods
from habitcoach.ui.look import Look
from habitcoach.ui.pages.answer_menus import Minutes, fill_skip_menu, fill_snooze_menu
from habitcoach.ui.saving import Saving
from habitcoach.ui.today_words import RowKey, age_text, reward_text, routine_text, row_key, when_text
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.chain_strip import ChainStrip
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import ElidedLabel, Label
from habitcoach.ui.widgets.marks import Mark, paint_mark, square

_DIAMOND = 9
_CHAIN_SHOWN = 3  #: links on Today; the cue card has room for more


class RewardDiamond(QWidget):
    """The sign of a reward."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(_DIAMOND + 3, look.theme.line_height("body")))
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the diamond."""
        painter = QPainter(self)
        middle = QPointF(self.width() / 2, self.height() / 2)
        paint_mark(painter, self._look.theme, Mark.DIAMOND, square(middle, _DIAMOND), "card")
        painter.end()


class WaitingCue(QFrame):
    """A waiting cue and its answers. D, Z and S answer while one of its buttons has the focus."""

    done = Signal(object)  #: OccasionView
    snoozed = Signal(object, object)  #: OccasionView, minutes or "end"
    skipped = Signal(object, object)  #: OccasionView, SkipReason
    change = Signal(object)  #: OccasionView
    left = Signal(int)  #: an arrow key wants the neighbour: -1 above, 1 below

    def __init__(self, look: Look, one: OccasionView) -> None:
        super().__init__()
        self._look = look
        self._one = one
        self._now = one.due_at
        self._shift_end: datetime | None = None
        self._since = ""
        self._unsaved = ""
        self.setProperty("surface", "card")
        self.setObjectName(f"now-{one.subject}-{one.slot}")
        self._snooze_menu = QMenu(self)
        self._snooze_menu.setObjectName("snooze_menu")
        self._snooze_menu.aboutToShow.connect(self._fill_snooze)
        self._skip_menu = QMenu(self)
        self._skip_menu.setObjectName("skip_menu")
        self._skip_menu.aboutToShow.connect(self._fill_skip)

    @property
    def key(self) -> RowKey:
        """What the cue is known by."""
        return row_key(self._one)

    def show_cue(
        self, one: OccasionView, now: datetime, shift_end: datetime | None, *, unconfirmed: bool
    ) -> None:
        """Show the cue as it stands now; `now` and `shift_end` are in the agent's zone."""
        self._one, self._now, self._shift_end = one, now, shift_end
        self.setAccessibleName(
            tr(
                "Cue, {habit}. When {cue}. {routine}. Reward: {reward}.",
                habit=one.habit,
                cue=one.plan.when,
                routine=routine_text(one),
                reward=one.plan.reward,
            )
        )
        self._since = age_text(one, now, unconfirmed=unconfirmed)
        self._show(self._unsaved or self._since)

    def show_saving(self, saving: Saving) -> None:
        """Say that the answer is not on disk yet, if that is so; it cannot be given a second time."""
        waits = self.key in saving.places
        words = tr("not saved yet") if saving.trouble else tr("saving…")
        self._unsaved = words if waits else ""
        self._show(self._unsaved or self._since)
        for stop in self.stops():
            stop.setEnabled(not waits)

    def _show(self, age: str) -> None:
        raise NotImplementedError

    def stops(self) -> tuple[QWidget, ...]:
        """Return the buttons in the order of the keyboard, Done first."""
        raise NotImplementedError

    def _anchor(self, menu: QMenu) -> QWidget:
        raise NotImplementedError

    def _fill_snooze(self) -> None:
        fill_snooze_menu(self._snooze_menu, self._now, self._shift_end, self._on_snooze)

    def _fill_skip(self) -> None:
        fill_skip_menu(self._skip_menu, self._on_skip, lambda: self.change.emit(self._one))

    def _on_done(self) -> None:
        self.done.emit(self._one)

    def _on_snooze(self, minutes: Minutes) -> None:
        self.snoozed.emit(self._one, minutes)

    def _on_skip(self, reason: SkipReason) -> None:
        self.skipped.emit(self._one, reason)

    def _pop_up(self, menu: QMenu, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
        anchor = self._anchor(menu)
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def _watch(self) -> None:
        for stop in self.stops():
            stop.installEventFilter(self)

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
        if self._unsaved:
            event.ignore()
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key() if plain else None:
            case Qt.Key.Key_D | Qt.Key.Key_Space:
                self._on_done()
            case Qt.Key.Key_Z:
                self._pop_up(self._snooze_menu)
            case Qt.Key.Key_S:
                self._pop_up(self._skip_menu)
            case _:
                super().keyPressEvent(event)


class NowCard(WaitingCue):
    """The first waiting cue: cue, routine, reward, chain, and its three answers."""

    def __init__(self, look: Look, one: OccasionView) -> None:
        super().__init__(look, one)
        self._tile = GlyphTile(look, one.category, large=True)
        self._cue = Label(look, "", "body", "text2", wrap=True)
        self._cue.setObjectName("now_cue")
        self._routine = Label(look, "", "routine", wrap=True)
        self._routine.setObjectName("now_routine")
        self._reward = Label(look, "", "body", "text2", wrap=True)
        self._reward.setObjectName("now_reward")
        self._chain = ChainStrip(look, one.streak, max_links=_CHAIN_SHOWN)
        self._streak = Label(look, "", "body", "text2")
        self._streak.setObjectName("now_streak")
        self._done = Button(look, tr("Done"), "primary", "check")
        self._done.setObjectName("now_done")
        self._done.clicked.connect(self._on_done)
        self._snooze = Button(look, tr("Snooze"), "secondary", "down")
        self._snooze.setObjectName("now_snooze")
        self._skip = Button(look, tr("Skip"), "quiet", "down")
        self._skip.setObjectName("now_skip")
        for button, menu in ((self._snooze, self._snooze_menu), (self._skip, self._skip_menu)):
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the word
            button.clicked.connect(partial(self._pop_up, menu))

        self._lay_out()
        self._watch()

    def _lay_out(self) -> None:
        theme = self._look.theme
        streak = QVBoxLayout()
        streak.setSpacing(theme.space(1))
        streak.addWidget(self._chain, 0, Qt.AlignmentFlag.AlignRight)
        streak.addWidget(self._streak, 0, Qt.AlignmentFlag.AlignRight)
        streak.addStretch()
        reward = QHBoxLayout()
        reward.setSpacing(theme.space(2))
        reward.addWidget(RewardDiamond(self._look), 0, Qt.AlignmentFlag.AlignTop)
        reward.addWidget(self._reward, 1)
        answers = Flow(theme.space(2))
        for button in (self._done, self._snooze, self._skip):
            answers.add(button)
        words = QVBoxLayout()
        words.setSpacing(theme.space(1))
        words.addWidget(self._cue)
        words.addWidget(self._routine)
        words.addLayout(reward)
        top = QHBoxLayout()
        top.setSpacing(theme.space(3))
        top.addLayout(words, 1)
        top.addLayout(streak)
        right = QVBoxLayout()
        right.setSpacing(theme.space(4))
        right.addLayout(top)
        right.addWidget(answers)
        body = QHBoxLayout(self)
        body.setContentsMargins(*(theme.space(step) for step in (4, 4, 4, 3)))
        body.setSpacing(theme.space(3))
        body.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(right, 1)

    def _show(self, age: str) -> None:
        one = self._one
        self._tile.set_glyph(one.category)
        self._cue.setText(tr("{cue} · {age}", cue=when_text(one), age=age))
        self._routine.setText(routine_text(one))
        self._reward.setText(reward_text(one))
        self._chain.set_length(one.streak)
        self._streak.setText(periods(one.streak, one.per) if one.streak else "")
        self._done.setAccessibleName(tr("Done: {habit}", habit=one.habit))
        self._snooze.setAccessibleName(tr("Snooze: {habit}", habit=one.habit))
        self._skip.setAccessibleName(tr("Skip: {habit}", habit=one.habit))

    def stops(self) -> tuple[QWidget, ...]:
        """Return Done, Snooze and Skip."""
        return self._done, self._snooze, self._skip

    def _anchor(self, menu: QMenu) -> QWidget:
        return self._skip if menu is self._skip_menu else self._snooze


class WaitingRow(WaitingCue):
    """A further waiting cue on one line, with Done and a menu for the rest."""

    def __init__(self, look: Look, one: OccasionView) -> None:
        super().__init__(look, one)
        theme = look.theme
        self._tile = GlyphTile(look, one.category)
        self._title = ElidedLabel(look, "", "body_strong")
        self._title.setObjectName("waiting_title")
        self._cue = ElidedLabel(look, "", "body", "text2")
        self._cue.setObjectName("waiting_cue")
        self._done = IconButton(look, "check", "", "secondary")
        self._done.setObjectName("waiting_done")
        self._done.clicked.connect(self._on_done)
        self._more = IconButton(look, "dots", "", "quiet")
        self._more.setObjectName("waiting_more")
        self._more_menu = QMenu(self)
        self._snooze_menu.setTitle(tr("Snooze"))
        self._skip_menu.setTitle(tr("Skip"))
        self._more_menu.addMenu(self._snooze_menu)
        self._more_menu.addMenu(self._skip_menu)
        self._more.clicked.connect(partial(self._pop_up, self._more_menu))
        self._age = ElidedLabel(look, "", "body", "text2")
        self._age.setObjectName("waiting_age")
        # The cue gives way first: how long it has waited, and whether it was seen, matter more.
        self._cue.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        second = QHBoxLayout()
        second.setSpacing(theme.space(1))
        second.addWidget(self._cue, 1)
        second.addWidget(self._age)
        second.addStretch()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addLayout(second)
        body = QHBoxLayout(self)
        body.setContentsMargins(theme.space(4), theme.space(2), theme.space(3), theme.space(2))
        body.setSpacing(theme.space(3))
        body.addWidget(self._tile)
        body.addLayout(words, 1)
        body.addWidget(self._done)
        body.addWidget(self._more)
        self._watch()

    def _show(self, age: str) -> None:
        one = self._one
        self._tile.set_glyph(one.category)
        self._title.setText(one.habit)
        self._cue.setText(when_text(one))
        self._cue.setMaximumWidth(self._cue.sizeHint().width())
        self._age.setText(tr("· {age}", age=age))
        self._done.set_name(tr("Done: {habit}", habit=one.habit))
        self._more.set_name(tr("Snooze or skip: {habit}", habit=one.habit))

    def stops(self) -> tuple[QWidget, ...]:
        """Return Done and the menu of the rest."""
        return self._done, self._more

    def _anchor(self, _menu: QMenu) -> QWidget:
        return self._more
