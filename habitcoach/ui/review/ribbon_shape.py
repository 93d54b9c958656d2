"""The outline of a week's ribbon: one closed path for each unbroken run, eased where it gets thinner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from habitcoach.coaching.review_views import Mark
from habitcoach.ui.theme import Theme

_CORNER = 5.0  #: of a free end
_INSET = 4.0  #: by which a free end keeps clear of its day's edge
_SHORT_FADE = 12.0  #: of a run that goes on from a full last day, clear of what stands in its middle


#: What a run goes through.
_IN_RUN = frozenset({Mark.KEPT, Mark.PART, Mark.SKIPPED, Mark.OFF, Mark.COVERED})


@dataclass(frozen=True, slots=True)
class DayScale:
    """Where the days of a row stand, from its leading edge; lengths in logical pixels."""

    lead: float  #: before the first day: room for the chain to come in
    day: float  #: width of a day

    @property
    def width(self) -> float:
        """Width of the whole row."""
        return self.lead + 7 * self.day

    def edge(self, number: int) -> float:
        """Return the leading edge of a day; of the day behind the last for the trailing edge."""
        return self.lead + number * self.day

    def middle(self, number: int) -> float:
        """Return the middle of a day."""
        return self.edge(number) + self.day / 2

    def day_at(self, x: float) -> int | None:
        """Return the day at a place, or None beside all of them."""
        number = int((x - self.lead) // self.day)
        return number if x >= self.lead and number < 7 else None


@dataclass(frozen=True, slots=True)
class Run:
    """One unbroken run, to be filled from `start` to `end`; fades are 0 at a free end."""

    path: QPainterPath
    start: float
    end: float
    fade_in: float
    fade_out: float


def runs(
    states: Sequence[Mark], scale: DayScale, theme: Theme, *, runs_in: bool, runs_on: bool
) -> Iterator[Run]:
    """Return the runs of a week around the line y = 0, in order.

    Args:
        states: one for each of the seven days.
        scale: where they stand.
        theme: thickness and ease.
        runs_in: whether a streak came in from the week before.
        runs_on: whether the last run goes on beyond what is judged.
    """
    number = 0
    while number < len(states):
        if states[number] not in _IN_RUN:
            number += 1
            continue
        last = number
        while last + 1 < len(states) and states[last + 1] in _IN_RUN:
            last += 1
        goes_on = runs_on and all(one not in _IN_RUN | {Mark.MISSED} for one in states[last + 1 :])
        comes_in = runs_in and number == 0
        yield _run(states, (number, last), scale, theme, comes_in=comes_in, goes_on=goes_on)
        number = last + 1


def _run(  # noqa: PLR0913  # one shape, said in full
    states: Sequence[Mark],
    span: tuple[int, int],
    scale: DayScale,
    theme: Theme,
    *,
    comes_in: bool,
    goes_on: bool,
) -> Run:
    first, last = span
    ease = theme.chart("ribbon_ease")
    thick = [thickness(theme, one) for one in states[first : last + 1]]
    thread = theme.chart("ribbon_thread")
    start = scale.edge(first) - scale.lead if comes_in else scale.edge(first) + _INSET
    end = scale.edge(last + 1) - (0.0 if goes_on else _INSET)
    fade_out = 0.0
    steps = [(scale.edge(first + 1 + n), a, b) for n, (a, b) in enumerate(pairwise(thick)) if a != b]
    if goes_on and last < len(states) - 1:
        # The thread leads on into a day that has not come.
        if thick[-1] != thread:
            steps.append((end, thick[-1], thread))
        fade_out = min(theme.chart("ribbon_fade_out"), scale.day - ease)
        end += ease + fade_out
    elif goes_on:
        fade_out = theme.chart("ribbon_fade_out") if thick[-1] == thread else _SHORT_FADE
    path = QPainterPath()
    path.addPath(_outline(start, end, thick[0], steps, ease, free=(not comes_in, not goes_on)))
    return Run(path, start, end, scale.lead if comes_in else 0.0, fade_out)


def thickness(theme: Theme, state: Mark) -> float:
    """Return how thick a run is on a day."""
    if state is Mark.KEPT:
        return theme.chart("ribbon_kept")
    return theme.chart("ribbon_part" if state is Mark.PART else "ribbon_thread")


def _outline(  # noqa: PLR0913, PLR0917  # one shape, said in full
    start: float,
    end: float,
    first: float,
    steps: Sequence[tuple[float, float, float]],
    ease: float,
    free: tuple[bool, bool],
) -> QPainterPath:
    """Return the closed outline: the upper edge to the end, and back along the lower one."""
    last = steps[-1][2] if steps else first
    begin_round = min(_CORNER, first / 2) if free[0] else 0.0
    end_round = min(_CORNER, last / 2) if free[1] else 0.0
    path = QPainterPath(QPointF(start + begin_round, -first / 2))
    for at, before, after in steps:
        path.lineTo(at - ease, -before / 2)
        path.cubicTo(QPointF(at, -before / 2), QPointF(at, -after / 2), QPointF(at + ease, -after / 2))
    path.lineTo(end - end_round, -last / 2)
    if end_round:
        path.arcTo(QRectF(end - 2 * end_round, -last / 2, 2 * end_round, 2 * end_round), 90, -90)
        path.lineTo(end, last / 2 - end_round)
        path.arcTo(
            QRectF(end - 2 * end_round, last / 2 - 2 * end_round, 2 * end_round, 2 * end_round), 0, -90
        )
    path.lineTo(end - end_round, last / 2)
    for at, before, after in reversed(steps):
        path.lineTo(at + ease, after / 2)
        path.cubicTo(QPointF(at, after / 2), QPointF(at, before / 2), QPointF(at - ease, before / 2))
    path.lineTo(start + begin_round, first / 2)
    if begin_round:
        path.arcTo(QRectF(start, first / 2 - 2 * begin_round, 2 * begin_round, 2 * begin_round), 270, -90)
        path.lineTo(start, -first / 2 + begin_round)
        path.arcTo(QRectF(start, -first / 2, 2 * begin_round, 2 * begin_round), 180, -90)
    path.closeSubpath()
    return path
