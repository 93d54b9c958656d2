"""How a habit's cue does: how soon it is answered, how often put off, and when it works best."""

from collections.abc import Iterable

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.habit_detail import HabitDetailView
from habitcoach.core.cue_counts import CueCounts
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.suggestions import place_phrase
from habitcoach.ui.format import duration_text
from habitcoach.ui.habit.plan_section import Pairs
from habitcoach.ui.habit.words import dated
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label

_MINUTE = 60


class CueSection(QWidget):
    """The cues of the last twelve weeks at most, or since the cue was changed."""

    asked = Signal()  #: why it comes as it does

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("cue_section")
        self._heading = Label(look, "", "heading", wrap=True)
        self._heading.setObjectName("cue_section_heading")
        self._pairs = Pairs(look, "cues")
        why = Button(look, tr("Why?"), "quiet", scale="compact")
        why.setProperty("flush", "true")
        why.setObjectName("cue_section_why")
        why.setAccessibleName(tr("Why its cue comes as it does"))
        why.clicked.connect(self.asked)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(why)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(2))
        body.addLayout(head)
        body.addWidget(self._pairs)

    def show_cues(self, view: HabitDetailView) -> None:
        """Show how the cue of a habit does; nothing where none was due."""
        self._heading.setText(tr("Its cue since {day}", day=dated(view.cues.since, view.today)))
        self._pairs.show_pairs(cue_pairs(view))

    def says(self, view: HabitDetailView) -> bool:
        """Whether there is something to say."""
        return bool(cue_pairs(view))


def cue_pairs(view: HabitDetailView) -> list[tuple[str, str, str]]:
    """Return what is said of the cues: a word, a text, and a name for tests."""
    figures = view.cues.figures
    every = figures.all
    if not every.shown and not every.unneeded:
        return []
    said = [
        (tr("Answered"), _answered(every), "answered"),
        (tr("Without it"), _times(every.unneeded), "unneeded"),
        (tr("Put off"), _put_off(every), "put_off"),
        (tr("Left alone"), _times(every.ignored), "ignored"),
    ]
    if len(figures.by_place) > 1:
        places = ((place_phrase(at), one) for at, one in figures.by_place.items())
        said.append((tr("By time"), _each(places), "places"))
    if len(figures.by_weekday) > 1:
        days = ((_weekday(day), one) for day, one in figures.by_weekday.items())
        said.append((tr("By day"), _each(days), "weekdays"))
    return [one for one in said if one[1]]


def _answered(counts: CueCounts) -> str:
    if not counts.shown:
        return ""
    said = tr("{answered} of {shown}", answered=counts.answered, shown=counts.shown)
    if counts.median_delay is None:
        return said
    minutes = round(counts.median_delay.total_seconds() / _MINUTE)
    return tr("{count}, mostly within {duration}", count=said, duration=duration_text(max(1, minutes)))


def _times(count: int) -> str:
    return ntr("{n} time", "{n} times", count) if count else ""


def _put_off(counts: CueCounts) -> str:
    said = []
    if counts.snoozed:
        said.append(ntr("snoozed {n} time", "snoozed {n} times", counts.snoozed))
    if counts.held:
        said.append(ntr("held {n} time by a call or pause", "held {n} times by calls or pauses", counts.held))
    return ", ".join(said)


def _each(found: Iterable[tuple[str, CueCounts]]) -> str:
    """Return how many cues were answered of those shown, place by place."""
    return " · ".join(
        tr("{place} {answered} of {shown}", place=place, answered=one.answered, shown=one.shown)
        for place, one in found
        if one.shown
    )


def _weekday(number: int) -> str:
    return QLocale().standaloneDayName(number, QLocale.FormatType.ShortFormat)
