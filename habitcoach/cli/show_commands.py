"""Commands that only show: habits, show, today, next, streaks. They write nothing."""

from dataclasses import asdict, replace
from datetime import datetime

import click

from habitcoach.cli.away_commands import absence_lines, absence_value
from habitcoach.cli.moments import iso_instant
from habitcoach.cli.output import as_json, instant, pass_session, show
from habitcoach.cli.promise_commands import promise_value
from habitcoach.cli.session import Session
from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.habit_views import HabitView
from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import CounterView, HoldView, OccasionState, OccasionView, ShiftView
from habitcoach.core.habit import Habit
from habitcoach.core.streak import next_milestone
from habitcoach.core.target import Target, target_to_json
from habitcoach.core.trigger import trigger_to_json
from habitcoach.texts.fading import since_sentence, stage_word
from habitcoach.texts.holds import hold_phrase
from habitcoach.texts.language import tr
from habitcoach.texts.promises import promise_title
from habitcoach.texts.sentences import periods, plan_sentence, streak_phrase, trigger_phrase

MOST_CUES = 1000


@click.command()
@as_json
@pass_session
def habits(session: Session, /, *, json_wanted: bool) -> None:
    """List your habits."""
    found = session.to_show().habits.all()
    lines = [
        f"{one.habit_id:>3}  {one.name}{_retired(one)} · {trigger_phrase(one.trigger, one.follows)}"
        for one in found
    ]
    empty = tr("No habits yet. Start one: habitcoach library, then habitcoach add --template ID")
    show([_habit_value(one) for one in found], lines or [empty], json_wanted=json_wanted)


@click.command("show")
@click.argument("habit")
@as_json
@pass_session
def show_habit(session: Session, /, *, habit: str, json_wanted: bool) -> None:
    """Show one habit."""
    coach = session.to_show()
    one = coach.habits.view(coach.agenda(), coach.habits.find(habit))
    lines = [
        f"{one.name}{_retired(one)}",
        plan_sentence(one.plan),
        tr("Cue: {cue}", cue=trigger_phrase(one.trigger, one.follows)),
        tr(
            "Streak: {now}. Best {best}, {total} kept in all.",
            now=_periods(one),
            best=one.best,
            total=one.total,
        ),
    ]
    lines += [since_sentence(one.faded)] if one.faded and one.faded.fades else []
    lines += [tr("Tiny version: {tiny}", tiny=one.plan.tiny)] if one.plan.tiny else []
    lines += [tr("Why: {why}", why=one.plan.why)] if one.plan.why else []
    show(_habit_value(one), lines, json_wanted=json_wanted)


@click.command()
@as_json
@pass_session
def today(session: Session, /, *, json_wanted: bool) -> None:
    """Show what is due today."""
    view = session.to_show().today()
    show(_today_value(view), _today_lines(view), json_wanted=json_wanted)


@click.command("next")
@click.option("--from", "start", metavar="ISO", help="From this time on instead of now.")
@click.option("--count", type=click.IntRange(1, MOST_CUES), default=10, show_default=True, help="How many.")
@click.option("--habit", metavar="HABIT", help="Of one habit only.")
@as_json
@pass_session
def next_cues(
    session: Session, /, *, start: str | None, count: int, habit: str | None, json_wanted: bool
) -> None:
    """List the coming cues."""
    coach = session.to_show()
    agenda = coach.agenda()
    if start is not None:
        agenda = replace(agenda, now=iso_instant("from", start, agenda))
    chosen = agenda.active() if habit is None else [coach.habits.find(habit)]
    found = coach.habits.coming(agenda, chosen, count)
    value = [
        {
            "due_at": instant(one.due_at),
            "work_date": one.work_date,
            "slot": one.slot,
            "habit_id": one.habit_id,
            "habit": one.habit,
            "plan": plan_sentence(one.plan),
        }
        for one in found
    ]
    lines = [f"{one.due_at:%a %d %b %H:%M}  {one.habit}" for one in found]
    show(value, lines or [tr("No cue is coming.")], json_wanted=json_wanted)


@click.command()
@as_json
@pass_session
def streaks(session: Session, /, *, json_wanted: bool) -> None:
    """Show the streak of every active habit."""
    coach = session.to_show()
    agenda = coach.agenda()
    found = [_streak_value(coach, agenda, habit) for habit in agenda.active()]
    lines = [_streak_line(coach, agenda, habit) for habit in agenda.active()]
    show(found, lines or [tr("No habits yet.")], json_wanted=json_wanted)


def _streak_value(coach: Coach, agenda: Agenda, habit: Habit) -> dict[str, object]:
    streak = coach.standings.of(agenda, habit).streak
    mark = next_milestone(streak.current, habit.newest.target.per)
    return {
        "habit_id": habit.id,
        "habit": habit.name,
        "current": streak.current,
        "best": streak.best,
        "total": streak.total,
        "spares": streak.spares,
        "bounce_back": {"after": streak.bounced, "misses": streak.misses},
        **asdict(coach.strengths.of(agenda, habit)),
        "stage": int(coach.stages.of(agenda, habit).reached),
        "next_milestone": {"at": mark, "in": mark - streak.current},
    }


def _streak_line(coach: Coach, agenda: Agenda, habit: Habit) -> str:
    streak, faded = coach.standings.of(agenda, habit).streak, coach.stages.of(agenda, habit)
    now = streak_phrase(streak.current, habit.newest.target.per.value)
    line = tr("{habit}: {now}, best {best}.", habit=habit.name, now=now, best=streak.best)
    return tr("{line} Cues: {word}.", line=line, word=stage_word(faded.reached)) if faded.fades else line


def _retired(one: HabitView) -> str:
    if one.archived:
        return tr(" (retired)")
    return tr(" (resting)") if one.resting else ""


def _periods(one: HabitView) -> str:
    return periods(one.streak, one.per)


def _habit_value(one: HabitView) -> dict[str, object]:
    return {
        "habit_id": one.habit_id,
        "habit": one.name,
        "category": one.category.value,
        "when": one.plan.when,
        "routine": one.plan.routine,
        "tiny": one.plan.tiny,
        "reward": one.plan.reward,
        "treat": one.plan.treat,
        "why": one.plan.why,
        "plan": plan_sentence(one.plan),
        "trigger": trigger_to_json(one.trigger),
        "target": target_to_json(one.target),
        "archived": one.archived,
        "resting": one.resting,
        "streak": one.streak,
        "best": one.best,
        "total": one.total,
        "spares": one.spares,
        "stage": 0 if one.faded is None else int(one.faded.reached),
    }


def _today_value(view: TodayView) -> dict[str, object]:
    return {
        "now": instant(view.now),
        "work_date": view.work_date,
        "duty": view.duty,
        "shift": None if view.shift is None else _shift_value(view.shift),
        "hold": None if view.hold is None else hold_value(view.hold),
        "occasions": [_occasion_value(one) for one in view.occasions],
        "counters": [_counter_value(one) for one in view.counters],
        "promises": [promise_value(one) for one in view.promises],
        "resting": [asdict(one) for one in view.resting],
        "absence": absence_value(view.absence),
    }


def hold_value(hold: HoldView) -> dict[str, object]:
    """Return why cues wait, for JSON."""
    return {"reason": hold.reason.value, "since": instant(hold.since)}


def _shift_value(shift: ShiftView) -> dict[str, object]:
    breaks = [[instant(begin), instant(end)] for begin, end in shift.breaks]
    return {"start": instant(shift.start), "end": instant(shift.end), "breaks": breaks}


def _occasion_value(one: OccasionView) -> dict[str, object]:
    return {
        "subject": one.subject,
        "habit_id": one.habit_id,
        "habit": one.habit,
        "slot": one.slot,
        "due_at": instant(one.due_at),
        "state": one.state.value,
        "plan": plan_sentence(one.plan),
        "stage": int(one.stage),
    }


def _counter_value(one: CounterView) -> dict[str, object]:
    return {
        "habit_id": one.habit_id,
        "habit": one.habit,
        "hits": one.hits,
        "of": one.of,
        "goal": _goal(one.target),
    }


def _goal(target: Target) -> int:
    return 1 if target.goal == "all" else target.goal


def _today_lines(view: TodayView) -> list[str]:
    words = {
        "later": tr("later"),
        "due": tr("now"),
        "held": tr("held"),
        "snoozed": tr("snoozed"),
        "done": tr("done"),
        "skipped": tr("skipped"),
        "passed": tr("passed"),
    }
    shift = view.shift
    duty = tr("day off") if shift is None else f"{_clock(shift.start)}–{_clock(shift.end)}"
    lines = [f"{view.work_date:%A %d %B}, {duty}"]
    lines += [] if view.hold is None else [hold_phrase(view.hold)]
    lines += absence_lines(view.absence)
    lines += [
        f"{_clock(one.due_at)}  {words[one.state.value]:<8} {one.habit}{_quiet(one)}"
        for one in view.occasions
    ]
    lines += [
        f"{_clock(one.due_at)}  {words[one.stands.value]:<8} {promise_title(one)} ({one.promise_id})"
        for one in view.promises
    ]
    lines += [
        tr("Counter  {habit}: {hits} of {of}", habit=one.habit, hits=one.hits, of=one.of)
        for one in view.counters
    ]
    lines += [
        tr("Resting: {habit}. To start again: habitcoach restore {id}", habit=one.habit, id=one.habit_id)
        for one in view.resting
    ]
    return lines


def _quiet(one: OccasionView) -> str:
    """Return why no cue comes for an occasion that waits; none is missed where it is done already."""
    waits = one.state in {OccasionState.LATER, OccasionState.DUE}
    return tr(" · quiet: you start this yourself") if one.quiet and waits else ""


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"


COMMANDS = (habits, show_habit, today, next_cues, streaks)
