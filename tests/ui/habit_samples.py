"""One habit's page, in a line: Greet by name on Thursday 11 June 2026."""

from datetime import date, timedelta

from habitcoach.coaching.cue_facts import CueFacts
from habitcoach.coaching.fading import Faded
from habitcoach.coaching.habit_detail import AnswerView, ByItself, HabitDetailView
from habitcoach.coaching.notes import NoteView
from habitcoach.coaching.review_views import Mark
from habitcoach.coaching.year_map import YearCell
from habitcoach.core.automaticity import Answer, fit, outlook
from habitcoach.core.consent import Consent
from habitcoach.core.cue_counts import CueCounts, CueFigures
from habitcoach.core.entry import EntryId
from habitcoach.core.fading import Cause, Change, Grounds, Stage
from habitcoach.core.habit import HabitId, Version
from habitcoach.core.streak import Run
from habitcoach.core.strength import Band
from habitcoach.core.target import Target
from habitcoach.core.trigger import Contact
from tests.ui.day_samples import DAY, plan

FIRST = date(2025, 6, 9)
SINCE = date(2026, 5, 4)
#: Kept so far, answer, and when.
_ANSWERS = ((20, 2.0), (26, 3.0), (34, 4.0), (55, 5.0))


def cells(today: date = DAY) -> tuple[YearCell, ...]:
    """Return a year that began on a Monday, with one kept and one missed day."""
    days = [FIRST + timedelta(days=n) for n in range((today - FIRST).days + 1)]
    marked = {
        today: YearCell(today, Mark.OPEN, 0.875, 14, 20),
        today - timedelta(days=1): YearCell(today - timedelta(days=1), Mark.KEPT, 1.0, 18, 20),
        today - timedelta(days=2): YearCell(today - timedelta(days=2), Mark.MISSED, 0.0, 0, 20),
    }
    return tuple(marked.get(day, YearCell(day, Mark.NONE)) for day in days)


def by_itself(answers: int = 4, kept: int = 65) -> ByItself:
    """Return so many answers with their curve."""
    said = _ANSWERS[:answers]
    if not said:
        return ByItself((), None, kept, None)
    curve = fit([Answer(at, mean) for at, mean in said])
    views = tuple(AnswerView(date(2026, 3, 20) + timedelta(days=at), at, mean) for at, mean in said)
    return ByItself(views, curve, kept, outlook(curve, len(said), kept))


NOTES = tuple(
    NoteView(EntryId(number), HabitId(2), "Greet by name", DAY - timedelta(days=number), "done", text)
    for number, text in enumerate(("Ask which one.", "Outage morning.", "a", "b", "c", "d", "e"), 1)
)

RUNS = (
    Run(date(2026, 5, 26), DAY, 12, open=True),
    Run(date(2026, 4, 24), date(2026, 5, 22), 21, open=False),
    Run(date(2026, 4, 10), date(2026, 4, 10), 1, open=False),
)

CUES = CueFacts(
    HabitId(2),
    date(2026, 3, 20),
    CueFigures(
        CueCounts(26, 24, 22, 20, 2, 3, 1, 5, timedelta(minutes=4)),
        {"10:30": CueCounts(14, 13), "14:00": CueCounts(12, 11)},
        {1: CueCounts(6, 6), 2: CueCounts(5, 4)},
    ),
)
NO_CUES = CueFacts(HabitId(2), date(2026, 3, 20), CueFigures(CueCounts(), {}, {}))


def detail(**changes: object) -> HabitDetailView:
    """Return the page of habit 2 of the list."""
    version = Version(date(2026, 3, 20), plan(), Contact(), Target())
    values: dict[str, object] = {
        "habit_id": HabitId(2),
        "today": DAY,
        "per": "day",
        "times": None,
        "band": Band.SETTLING,
        "band_since": date(2026, 5, 22),
        "cells": cells(),
        "by_itself": by_itself(),
        "runs": RUNS,
        "best": 21,
        "notes": NOTES[:2],
        "can_note": True,
        "cues": NO_CUES,
        "versions": (version,),
        "resting_since": None,
        **changes,
    }
    return HabitDetailView(**values)  # type: ignore[arg-type]


def change(cause: Cause = Cause.STEADY, after: Stage = Stage.CATCH_UP) -> Change:
    """Return a change of how a cue comes, in force since 4 May."""
    grounds = Grounds(consistency=0.8, kept=9, of=10, missed=3)
    return Change(9, Stage.AT_THE_CUE, after, cause, grounds, SINCE)


def faded(stage: Stage = Stage.CATCH_UP, *changes: Change, **more: object) -> Faded:
    """Return how a cue stands."""
    values: dict[str, object] = {
        "stage": stage,
        "since": SINCE,
        "reached": stage,
        "changes": changes,
        "proposed": None,
        "consent": Consent.AUTOMATIC,
        "own": None,
        "fades": True,
        "contact": False,
        "begun": date(2026, 3, 20),
        "consistency": 0.8,
        "ratings": (),
        **more,
    }
    return Faded(**values)  # type: ignore[arg-type]
