"""Warming: working out in short stretches what the first views will ask for, before they do."""

from collections.abc import Iterator
from datetime import timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.fading import StageReader
from habitcoach.coaching.standings import A_STRETCH


def warm(agenda: Agenda, stages: StageReader) -> Iterator[None]:
    """Work out how every habit stands, and its stage; yield whenever a stretch of days has been gone through.

    All of it may be stopped, repeated or overtaken by a log: it only fills what the readers remember.
    """
    gone = timedelta()
    for habit in agenda.habits:
        day = habit.first_date
        for then in stages.standings.approach(agenda, habit):
            stages.of(then, habit)
            gone += then.today - day
            day = then.today
            if gone >= A_STRETCH:
                gone = timedelta()
                yield
