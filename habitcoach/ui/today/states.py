"""What stands on Today in place of its lists: no habits, a day off, all done, quiet on purpose, no cue."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.coaching.today_view import TodayView
from habitcoach.core.habit import Category
from habitcoach.texts.language import tr
from habitcoach.ui.day_rows import DayLists
from habitcoach.ui.look import Look
from habitcoach.ui.today_words import all_done_texts, next_shift_text, quiet_texts, ring_total
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.empty_state import BigIcon, EmptyState
from habitcoach.ui.widgets.high_point_ring import HighPointRing

_BAND = (104, 7)
_BANDS = (Category.FOCUS, Category.WORDS, Category.GOODWILL)
_FADE = 0.18


class DayStates(QWidget):
    """Shows the one that fits a day, or none."""

    working_today = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("day_states")
        self._day_off = EmptyState(
            look, "day_off", BigIcon(look, "sunrise"), tr("Day off. Your streaks rest.")
        )
        self._work = Button(look, tr("I am working today"), "secondary")
        self._work.setObjectName("day_off_work")
        self._work.clicked.connect(self.working_today)
        self._day_off.add_button(self._work)
        self._ring = HighPointRing(look)
        self._ring.setObjectName("all_done_ring")
        self._all_done = EmptyState(look, "all_done", self._ring, "")
        self._quiet = EmptyState(look, "quiet", RunningBands(look), "")
        self._nothing = EmptyState(
            look,
            "no_cues",
            BigIcon(look, "tally"),
            tr("No cue is set for today."),
            tr("Log a habit when it happens."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._all = (self._day_off, self._all_done, self._quiet, self._nothing)
        for state in self._all:
            column.addWidget(state)
            state.hide()

    def show_day(self, view: TodayView, lists: DayLists) -> None:
        """Show what stands in place of the lists."""
        empty = view.has_habits and not (view.occasions or view.promises)
        waits = bool(lists.now or lists.promises or lists.held or view.card_waits)
        quiet = view.duty and view.mostly_quiet and not waits and not lists.all_done
        self._day_off.setVisible(empty and not view.duty)
        self._day_off.show_texts(tr("Day off. Your streaks rest."), next_shift_text(view))
        self._quiet.setVisible(quiet)
        if quiet:
            self._quiet.show_texts(*quiet_texts(view))
        self._nothing.setVisible(empty and view.duty and not quiet)
        self._all_done.setVisible(lists.all_done)
        if lists.all_done:
            self._ring.show_count(lists.done_count, ring_total(view), view.done_yesterday)
            self._all_done.show_texts(*all_done_texts(view, lists.done_count))
        self.setVisible(any(not one.isHidden() for one in self._all))

    def clear(self) -> None:
        """Show none of them: nothing is known yet."""
        for state in self._all:
            state.hide()
        self.hide()

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at."""
        return [self._work]


class RunningBands(QWidget):
    """Three bands that run on beyond both ends: habits that need no cue."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        width, height = _BAND
        self.setFixedSize(QSize(width, height * (2 * len(_BANDS) - 1)))
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bands, fading at their ends."""
        width, height = _BAND
        painter = QPainter(self)
        for number, category in enumerate(_BANDS):
            solid = self._look.theme.category(category).fg
            clear = self._look.theme.category(category).fg
            clear.setAlpha(0)
            fade = QLinearGradient(0, 0, width, 0)
            for place, color in ((0.0, clear), (_FADE, solid), (1 - _FADE, solid), (1.0, clear)):
                fade.setColorAt(place, color)
            painter.fillRect(QRectF(0, 2 * height * number, width, height), fade)
        painter.end()
