"""The withdrawal of one habit's cue: its periods and what the agent said, folded into dated stages."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from habitcoach.core.consent import Consent
from habitcoach.core.consistency import consistency_after
from habitcoach.core.fading import Fading, Lived, Pace, Stage, accept, give_back, live
from habitcoach.core.judging import Judged
from habitcoach.core.wall import DAY


class Happening(NamedTuple):
    """What moves a stage beside the log."""

    day: date  #: the work date it holds from
    stage: Stage | None  #: the agent said yes to it; None when all cues are wanted from then on


class Step(NamedTuple):
    """What stood after one period."""

    fading: Fading
    consistency: float  #: C
    lived: int  #: due periods so far
    happened: int  #: happenings so far


_START = Step(Fading(), 0.0, 0, 0)


class Withdrawal:
    """A fold that goes on period by period, and can be taken back to any of them."""

    def __init__(self) -> None:
        self._judged: list[Judged] = []
        self._steps: list[Step] = []
        self._lived: list[Lived] = []
        self._happenings: Sequence[Happening] = ()

    @property
    def last(self) -> Step:
        """What stands after the last period."""
        return self._steps[-1] if self._steps else _START

    def steadiness_back(self) -> Iterator[tuple[Judged, float]]:
        """Yield the periods folded with C after each, newest first."""
        for judged, step in zip(reversed(self._judged), reversed(self._steps), strict=True):
            yield judged, step.consistency

    def keep(self, periods: Sequence[Judged], before: date) -> int:
        """Take the fold back to the periods it knows that ended before a date; return how many these are.

        A period is known when it is the very one that was folded: judging anew makes another.
        """
        known = min(len(self._judged), len(periods))
        while known and not self._holds(known - 1, periods[known - 1], before):
            known -= 1
        del self._judged[known:]
        del self._steps[known:]
        del self._lived[self.last.lived :]
        return known

    def _holds(self, number: int, judged: Judged, before: date) -> bool:
        return self._judged[number] is judged and judged.period.end < before

    def happen(self, happenings: Sequence[Happening]) -> None:
        """Take what happened, by date; up to the periods kept it must be what it was."""
        self._happenings = happenings

    def steadier(self, judged: Judged, weight: float) -> float:
        """Return C with one more period, m its weight."""
        return consistency_after(self.last.consistency, judged, weight)

    def rest(self, judged: Judged) -> None:
        """Go on past a period that was not due."""
        self._judged.append(judged)
        self._steps.append(self.last)

    def live(self, judged: Judged, lived: Lived, pace: Pace, consent: Consent) -> None:
        """Go on past a period that was due. What it changes holds from the date after it."""
        end = judged.period.end
        fading, happened = self._up_to(end)
        self._lived.append(lived)
        fading = live(fading, self._lived, pace, consent, end + DAY)
        self._judged.append(judged)
        self._steps.append(Step(fading, lived.consistency, len(self._lived), happened))

    def on(self, today: date) -> Fading:
        """Return where the habit stands once everything up to today has happened."""
        return self._up_to(today)[0]

    def _up_to(self, day: date) -> tuple[Fading, int]:
        fading, happened = self.last.fading, self.last.happened
        for one in self._happenings[happened:]:
            if one.day > day:
                break
            happened += 1
            if one.stage is None:
                fading = give_back(fading, self._lived, one.day)
            else:
                fading = accept(fading, one.stage, self._lived, one.day)
        return fading, happened
