"""A week as the design pictures show it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from habitcoach.coaching.decision_views import ALWAYS_OFFERED, DecisionRow, Effect, Proposals
from habitcoach.coaching.more_views import (
    CurvePoint,
    CurveView,
    DayBar,
    HighPoints,
    HinderedRow,
    MoreView,
    PrincipleFrom,
    PrincipleView,
    Rethought,
    Statements,
    WeekNote,
)
from habitcoach.coaching.review_views import (
    Chosen,
    DayCell,
    EndedStreak,
    Figures,
    HabitRow,
    Mark,
    Question,
    ReviewPageView,
    ReviewState,
    SuggestionView,
)
from habitcoach.core.better_cues import CueProposal, CueReason
from habitcoach.core.decision import DecisionKind
from habitcoach.core.entry import EntryId
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Category, HabitId
from habitcoach.core.headline import Headline, HeadlineCode
from habitcoach.core.if_then import IfThen
from habitcoach.core.period import Period
from habitcoach.core.promise_tally import PromiseTally
from habitcoach.core.strength import Band
from habitcoach.core.suggesting import Advice, Hindrance, Reason, Rule, Suggestion
from habitcoach.core.trigger import AroundShift, ShiftAnchor

MONDAY = date(2026, 6, 8)
WEEK = Period(MONDAY, MONDAY + timedelta(days=6))
MARKS = {
    "k": Mark.KEPT,
    "p": Mark.PART,
    "s": Mark.SKIPPED,
    "o": Mark.OFF,
    "m": Mark.MISSED,
    "c": Mark.COVERED,
    ".": Mark.OPEN,
    "-": Mark.NONE,
}


def cells(week: str, numbers: Sequence[int] = (), of: int | None = None) -> tuple[DayCell, ...]:
    """Return a week's days from letters, with the numbers of a habit that is counted."""
    return tuple(
        DayCell(
            MONDAY + timedelta(days=n),
            MARKS[letter],
            numbers[n] if n < len(numbers) else None,
            of if n < len(numbers) else None,
        )
        for n, letter in enumerate(week)
    )


def row(
    number: int,
    name: str,
    category: Category,
    week: str = "kkkkkoo",
    streak: int = 14,
    **rest: object,
) -> HabitRow:
    """Return one habit's line; what is not said is as in most of them."""
    usual: dict[str, object] = {
        "cells": cells(week),
        "from_before": True,
        "goes_on": True,
        "per": "day",
        "ended": None,
        "question": Question(asked=True),
        "band": Band.SETTLING,
        "stage": Stage.AT_THE_CUE,
    }
    return HabitRow(HabitId(number), name, category, streak=streak, **(usual | rest))  # type: ignore[arg-type]


ROWS = (
    row(
        1,
        "Start clean",
        Category.FOCUS,
        streak=24,
        question=Question(asked=False, last=7, last_week=True, next_on=date(2026, 6, 19)),
    ),
    row(
        2,
        "Greet by name",
        Category.WORDS,
        cells=cells("kkkkkoo", (18, 17, 19, 18, 19), 20),
        question=Question(asked=True, mark=5),
    ),
    row(
        3,
        "Feeling before fix",
        Category.LISTENING,
        streak=2,
        cells=cells("kmpkkoo", (6, 2, 4, 5, 8)),
        ended=EndedStreak(MONDAY + timedelta(days=1), 3),
        question=Question(asked=True, mark=3),
    ),
    row(4, "One thank-you", Category.GOODWILL, "kkskkoo", 19, question=Question(asked=True, mark=5)),
    row(5, "Clear my promises", Category.PROMISES),
)


def advice(suggestion: Suggestion, reason: Reason, **params: int | str) -> Advice:
    """Return an advice; the rule does not matter to the page."""
    return Advice(suggestion, Rule.TOO_BIG, reason, {"due": 10, "kept": 6, "percent": 60} | params)


SMALLER = advice(Suggestion.MAKE_SMALLER, Reason.TOOK_TOO_LONG)
KEEP = advice(Suggestion.KEEP, Reason.WELL_KEPT, kept=9)

SUGGESTION = SuggestionView(
    HabitId(3),
    "Feeling before fix",
    Category.LISTENING,
    DecisionKind.MAKE_SMALLER,
    SMALLER,
    Chosen.OPEN,
    asks=False,
    smaller="one sentence that names the effect",
)

VIEW = ReviewPageView(
    name="2026-W24",
    number=24,
    week=WEEK,
    first=MONDAY,
    last=MONDAY + timedelta(days=4),
    today=MONDAY + timedelta(days=4),
    state=ReviewState.OPEN,
    headline=Headline(HeadlineCode.BEST_DAY, 37, 40, day=MONDAY + timedelta(days=3)),
    best_day=MONDAY + timedelta(days=3),
    figures=Figures(ROWS[0], PromiseTally(16, 15, 0, 0, 1), 29),
    rows=ROWS,
    suggestion=SUGGESTION,
    plan=IfThen("the queue is red after lunch", "read the first line twice before I type"),
    plan_before=IfThen(),
    starts_on=date(2026, 6, 15),
    before="2026-W23",
    after=None,
    can_finish=True,
    can_undo=False,
    further_habit=False,
)


def curve(number: int, name: str, category: Category, levels: Sequence[float]) -> CurveView:
    """Return a habit's answers, one every second week up to now."""
    days = [MONDAY - timedelta(weeks=2 * n) for n in reversed(range(len(levels)))]
    answers = tuple(
        CurvePoint(day, 10 * n, level) for n, (day, level) in enumerate(zip(days, levels, strict=True))
    )
    fitted = tuple(
        CurvePoint(days[0] + timedelta(weeks=n), 5 * n, 2 + 3 * (1 - 0.85**n))
        for n in range(2 * len(levels) - 1)
    )
    since = date(2026, 5, 22) if levels else None
    band = Band.SETTLING if levels else Band.NEW
    return CurveView(HabitId(number), name, category, answers, fitted if levels else (), band, since)


def decision(one: HabitRow, chosen: DecisionKind | None, said: Advice = KEEP) -> DecisionRow:
    """Return a habit's line under *Every decision*."""
    asks = frozenset({DecisionKind.CHANGE_CUE, DecisionKind.CHANGE_REWARD})
    return DecisionRow(one.habit_id, one.habit, one.category, said, ALWAYS_OFFERED, chosen, asks, holds=False)


MORE = MoreView(
    high_points=HighPoints(
        tuple(
            DayBar(MONDAY + timedelta(days=n), done, before, compared=True)
            for n, (done, before) in enumerate(((7, 6), (6, 7), (6, 6), (10, 6), (8, 10)))
        ),
        best_before=9,
        passed=2,
    ),
    curves=(
        curve(1, "Start clean", Category.FOCUS, (3, 4, 5, 6, 7)),
        curve(2, "Greet by name", Category.WORDS, (2, 2, 3, 4, 4, 5)),
        curve(3, "Feeling before fix", Category.LISTENING, ()),
    ),
    statements=tuple(
        Statements(one.habit_id, one.habit, one.category, *(marks))
        for one, marks in zip(
            ROWS,
            ((None,) * 4, (5, 5, 4, None), (3, None, None, None), (5, 5, 5, 5), (None,) * 4),
            strict=True,
        )
    ),
    notes=(
        WeekNote(
            EntryId(1),
            HabitId(3),
            "Feeling before fix",
            datetime(2026, 6, 9, 11, 20, tzinfo=UTC),
            "Went straight to the refund form. She only wanted me to say it was annoying.",
        ),
        WeekNote(
            EntryId(2),
            HabitId(4),
            "One thank-you",
            datetime(2026, 6, 11, 14, 40, tzinfo=UTC),
            "Thank-you sent. Reply in four minutes, all capitals, all happy.",
        ),
    ),
    moment="Promised a call by noon, rang at 11:50. There was a laugh, and “nobody ever does that”.",
    principle=PrincipleView(
        "Rules explain the company. Reasons help the customer.",
        PrincipleFrom.OWN,
        date(2026, 4, 17),
        "",
        Rethought.NOT_YET,
    ),
    hindered=(
        HinderedRow(
            HabitId(3),
            "Feeling before fix",
            Category.LISTENING,
            3,
            5,
            (MONDAY + timedelta(days=1), 2, 6),
            frozenset({Hindrance.TOOK_TOO_LONG}),
            "",
        ),
    ),
    decisions=(
        decision(ROWS[0], DecisionKind.KEEP),
        decision(ROWS[1], DecisionKind.KEEP),
        decision(ROWS[2], DecisionKind.MAKE_SMALLER, SMALLER),
        decision(ROWS[3], DecisionKind.KEEP),
        decision(ROWS[4], None),
    ),
    effects=(
        Effect(
            HabitId(5),
            "Clear my promises",
            DecisionKind.CHANGE_CUE,
            date(2026, 6, 1),
            3,
            5,
            5,
            5,
            timedelta(minutes=19),
            timedelta(minutes=2),
        ),
    ),
)

PROPOSALS = Proposals(
    HabitId(3),
    "a customer is upset",
    "name the feeling before the fix",
    "a sip of water",
    (
        CueProposal(
            AroundShift(ShiftAnchor.START, 10), CueReason.LOGGED_AROUND, {"n": 7, "of": 9, "clock": "09:10"}
        ),
        CueProposal(AroundShift(ShiftAnchor.MIDDLE, 0), CueReason.FIXED_MOMENT),
    ),
    "one sentence that names the effect",
    ("a stretch", "fresh air"),
)
