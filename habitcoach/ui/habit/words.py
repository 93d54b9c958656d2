"""What the charts and figures of a habit say."""

from datetime import date

from habitcoach.coaching.explaining import Uncounted
from habitcoach.coaching.habit_detail import ByItself, HabitDetailView
from habitcoach.coaching.habit_views import HabitView
from habitcoach.coaching.offers import Room
from habitcoach.coaching.review_views import Mark
from habitcoach.coaching.year_map import YearCell
from habitcoach.core.fading import Stage
from habitcoach.core.streak import Run
from habitcoach.core.trigger import AroundShift, Contact, ShiftAnchor
from habitcoach.texts.fading import stage_word
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.sentences import periods, trigger_phrase
from habitcoach.ui.format import date_text, day_text, short_day_text
from habitcoach.ui.widgets.chain_bars import ChainBar

#: A date so far back is told with its year: without it, it could be this year's.
_LONG_AGO = 300


def dated(day: date, today: date, *, short: bool = False) -> str:
    """Return "22 April", with its year when that is long ago; `short` cuts the month down, "22 Apr"."""
    said = short_day_text(day) if short else day_text(day)
    if (today - day).days < _LONG_AGO:
        return said
    return tr("{day} {year}", day=said, year=f"{day:%Y}")


def list_line(habit: HabitView) -> str:
    """Return when the cue of a habit comes, and how often: "Shift start · quiet"."""
    when = _when(habit)
    faded = habit.faded
    if habit.archived or habit.resting or faded is None or not faded.fades:
        return when
    return tr("{when} · {often}", when=when, often=stage_word(faded.stage))


def _when(habit: HabitView) -> str:
    trigger = habit.trigger
    if isinstance(trigger, Contact):
        return tr("Contact")
    if isinstance(trigger, AroundShift) and trigger.anchor is ShiftAnchor.AFTER_BREAK:
        return tr("After break")
    return trigger_phrase(trigger, habit.follows)


def room_line(room: Room) -> str:
    """Return whether there is room for a further habit; nothing where neither has to be said."""
    if room.offered and room.active:
        return tr("There is room for one more habit.")
    if room.active < room.most:
        return ""
    if room.first_weeks:
        return ntr(
            "{n} habit is plenty for the first weeks.",
            "{n} habits are plenty for the first weeks.",
            room.most,
        )
    return ntr("{n} habit is plenty at a time.", "{n} habits are plenty at a time.", room.most)


def quiet_line(habits: tuple[HabitView, ...]) -> str:
    """Return what is said of habits that run without a cue; nothing where there are none."""
    quiet = [
        one
        for one in habits
        if not one.archived
        and not one.resting
        and one.faded is not None
        and one.faded.fades
        and one.faded.stage is Stage.SILENT
    ]
    if not quiet:
        return ""
    if len(quiet) == 1:
        return tr("{habit} runs by itself. HabitCoach is quiet about it on purpose.", habit=quiet[0].name)
    return ntr(
        "{n} habit runs by itself. HabitCoach is quiet on purpose.",
        "{n} habits run by themselves. HabitCoach is quiet on purpose.",
        len(quiet),
    )


def cell_words(cell: YearCell) -> str:
    """Return what a day came to, "Thursday 11 June, 14 of 20, in progress."."""
    day = date_text(cell.day)
    if cell.goal:
        return tr(
            "{day}, {done} of {goal}, {state}.", day=day, done=cell.done, goal=cell.goal, state=_state(cell)
        )
    if cell.mark is Mark.KEPT:
        return ntr("{day}, done {n} time.", "{day}, done {n} times.", cell.done, day=day)
    return tr("{day}, {state}.", day=day, state=_state(cell))


def _state(cell: YearCell) -> str:
    if cell.uncounted is not None:
        words = {
            Uncounted.SKIPPED: tr("skipped"),
            Uncounted.PAUSED: tr("paused"),
            Uncounted.OFF: tr("day off"),
            Uncounted.UNKNOWN: tr("not counted, nothing was seen that day"),
            Uncounted.NOTHING_DUE: tr("not counted"),
        }
        return words[cell.uncounted]
    marks = {
        Mark.KEPT: tr("kept"),
        Mark.PART: tr("part"),
        Mark.MISSED: tr("missed"),
        Mark.COVERED: tr("missed, and the streak went on"),
        Mark.OPEN: tr("in progress"),
    }
    return marks.get(cell.mark, tr("before this habit began"))


def year_words(habit: HabitView, view: HabitDetailView) -> str:
    """Return what the whole map shows."""
    kept = sum(one.mark is Mark.KEPT for one in view.cells)
    return ntr(
        "A year of {habit}, {n} day kept. Arrow keys go from day to day.",
        "A year of {habit}, {n} days kept. Arrow keys go from day to day.",
        kept,
        habit=habit.name,
    )


def outlook_line(by_itself: ByItself, per: str) -> str:
    """Return what the curve lets expect, or what it still waits for."""
    if by_itself.outlook is not None:
        least, most = by_itself.outlook
        words = {
            "week": tr("Perhaps {least} to {most} more weeks until it levels off", least=least, most=most),
            "month": tr("Perhaps {least} to {most} more months until it levels off", least=least, most=most),
        }
        shifts = tr("Perhaps {least} to {most} more shifts until it levels off", least=least, most=most)
        return words.get(per, shifts)
    if not by_itself.answers:
        return tr("The weekly review asks how much it happens by itself.")
    if by_itself.curve is not None and by_itself.curve.kept_to_plateau <= by_itself.kept:
        return tr("It has levelled off.")
    return ""


def bars_of(view: HabitDetailView) -> list[ChainBar]:
    """Return the last streaks as bars."""
    return [_bar(view, run) for run in view.runs]


def _bar(view: HabitDetailView, run: Run) -> ChainBar:
    longest = run.length == view.best and not any(
        one.length == run.length and one.start > run.start for one in view.runs
    )
    name, length = _span(view.today, run), periods(run.length, view.per)
    said = tr("{span}: {periods}", span=name, periods=length)
    if longest:
        said = tr("{span}: {periods}, your longest", span=name, periods=length)
    return ChainBar(name, run.length, said, goes_on=run.open, longest=longest)


def _span(today: date, run: Run) -> str:
    begin = dated(run.start, today, short=True)
    if run.open:
        return tr("Since today") if run.start == today else tr("{begin} to today", begin=begin)
    if run.start == run.end:
        return begin
    return tr("{begin} to {end}", begin=begin, end=dated(run.end, today, short=True))
