"""Warming: working out in short stretches what the first views will ask for, before they do."""

from collections.abc import Iterator

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.fading import StageReader


def warm(agenda: Agenda, stages: StageReader) -> Iterator[None]:
    """Work out how every habit stands and its stage, yielding after some milliseconds each.

    All of it may be stopped, repeated or overtaken by a log: it only fills what the readers remember.
    """
    for habit in agenda.habits:
        for then in stages.standings.approach(agenda, habit):
            stages.of(then, habit)
            yield
