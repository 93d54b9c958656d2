"""Rows of the file ↔ the model."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from habitcoach.core.entry import Entry, EntryId, EntryKind, NewEntry, SkipReason, Source
from habitcoach.core.habit import Category, Habit, HabitId, Pause, Plan, Version
from habitcoach.core.hold import Hold, HoldReason
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from habitcoach.core.roster import Roster
from habitcoach.core.roster_json import pattern_from_json, pattern_to_json
from habitcoach.core.streak import Run
from habitcoach.core.target import target_from_json, target_to_json
from habitcoach.core.trigger import Manual, natural_period, trigger_from_json, trigger_to_json
from habitcoach.storage.faults import reads_row

Row = Mapping[str, Any]  # what sqlite3 hands out is only known to be a row


def instant_text(moment: datetime) -> str:
    """Write an instant as "2026-11-22T08:30:00.000Z"."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def instant(text: str) -> datetime:
    """Read an instant."""
    return datetime.fromisoformat(text)


def maybe(text: str | None) -> datetime | None:
    """Read an instant where there is one."""
    return None if text is None else instant(text)


def maybe_text(moment: datetime | None) -> str | None:
    """Write an instant where there is one."""
    return None if moment is None else instant_text(moment)


@reads_row
def habit(row: Row, versions: tuple[Version, ...]) -> Habit:
    """Read a habit row."""
    return Habit(
        HabitId(row["id"]),
        row["name"],
        Category(row["category"]),
        row["position"],
        instant(row["created_at"]),
        versions,
    )


@reads_row
def version(row: Row) -> Version:
    """Read a habit_version row."""
    plan = Plan(row["cue_when"], row["routine"], row["reward"], row["tiny"], row["treat"], row["why"])
    trigger = trigger_from_json(json.loads(row["trigger"]))
    target = target_from_json(
        json.loads(row["target"]), natural_period(trigger), manual=isinstance(trigger, Manual)
    )
    return Version(date.fromisoformat(row["from_date"]), plan, trigger, target)


def version_row(habit_id: HabitId, one: Version) -> dict[str, object]:
    """Write a habit_version row."""
    return {
        "habit_id": habit_id,
        "from_date": one.from_date.isoformat(),
        "cue_when": one.plan.when,
        "trigger": json.dumps(trigger_to_json(one.trigger)),
        "routine": one.plan.routine,
        "tiny": one.plan.tiny,
        "reward": one.plan.reward,
        "treat": one.plan.treat,
        "why": one.plan.why,
        "target": json.dumps(target_to_json(one.target)),
    }


@reads_row
def entry(row: Row) -> Entry:
    """Read an entry row."""
    return Entry(
        id=EntryId(row["id"]),
        habit_id=HabitId(row["habit_id"]),
        work_date=date.fromisoformat(row["work_date"]),
        slot=row["slot"],
        at=instant(row["at"]),
        kind=EntryKind(row["kind"]),
        source=Source(row["source"]),
        count=row["count"],
        of=row["of"],
        reason=None if row["reason"] is None else SkipReason(row["reason"]),
        undoes=None if row["undoes"] is None else EntryId(row["undoes"]),
        tiny=bool(row["tiny"]),
    )


def entry_row(one: NewEntry) -> dict[str, object]:
    """Write an entry row, without its id."""
    return {
        "habit_id": one.habit_id,
        "work_date": one.work_date.isoformat(),
        "slot": one.slot,
        "at": instant_text(one.at),
        "kind": one.kind.value,
        "count": one.count,
        "of": one.of,
        "source": one.source.value,
        "reason": None if one.reason is None else one.reason.value,
        "undoes": one.undoes,
        "tiny": int(one.tiny),
    }


@reads_row
def note(row: Row) -> tuple[EntryId, str]:
    """Read a note row."""
    return EntryId(int(row["entry_id"])), str(row["text"])


@reads_row
def run(row: Row) -> tuple[HabitId, Run]:
    """Read a streak row."""
    start, end = date.fromisoformat(row["start_date"]), date.fromisoformat(row["end_date"])
    return HabitId(int(row["habit_id"])), Run(start, end, int(row["length"]), bool(row["open"]))


@reads_row
def prompt(row: Row) -> Prompt:
    """Read a prompt row."""
    return Prompt(
        key=PromptKey(row["subject"], row["slot"]),
        habit_id=None if row["habit_id"] is None else HabitId(row["habit_id"]),
        delivery=row["delivery"],
        work_date=date.fromisoformat(row["work_date"]),
        due_at=instant(row["due_at"]),
        state=PromptState(row["state"]),
        shown_at=maybe(row["shown_at"]),
        channel=row["channel"],
        answer=row["answer"],
        answered_at=maybe(row["answered_at"]),
        snoozed_until=maybe(row["snoozed_until"]),
        held_for=row["held_for"],
        snooze_after=row["snooze_after"],
    )


def prompt_row(one: Prompt) -> dict[str, object]:
    """Write a prompt row."""
    return {
        "subject": one.key.subject,
        "slot": one.key.slot,
        "habit_id": one.habit_id,
        "delivery": one.delivery,
        "work_date": one.work_date.isoformat(),
        "due_at": instant_text(one.due_at),
        "state": one.state.value,
        "shown_at": maybe_text(one.shown_at),
        "channel": one.channel,
        "answer": one.answer,
        "answered_at": maybe_text(one.answered_at),
        "snoozed_until": maybe_text(one.snoozed_until),
        "held_for": one.held_for,
        "snooze_after": one.snooze_after,
    }


@reads_row
def pause(row: Row) -> Pause:
    """Read a pause row."""
    return Pause(
        None if row["habit_id"] is None else HabitId(row["habit_id"]),
        date.fromisoformat(row["from_date"]),
        None if row["to_date"] is None else date.fromisoformat(row["to_date"]),
        row["reason"],
    )


@reads_row
def hold(row: Row) -> Hold:
    """Read a hold row."""
    return Hold(
        HoldReason(row["reason"]),
        None if row["habit_id"] is None else HabitId(row["habit_id"]),
        instant(row["since"]),
        instant(row["until"]),
        row["id"],
    )


def hold_row(one: Hold) -> dict[str, object]:
    """Write a hold row, without its number."""
    return {
        "reason": one.reason.value,
        "habit_id": one.habit_id,
        "since": instant_text(one.since),
        "until": instant_text(one.until),
    }


@reads_row
def roster(row: Row) -> Roster:
    """Read a roster row."""
    shifts = {name: pattern_from_json(name, one) for name, one in json.loads(row["shifts"]).items()}
    from_date, starts = date.fromisoformat(row["from_date"]), date.fromisoformat(row["cycle_start"])
    return Roster(from_date, starts, shifts, tuple(json.loads(row["days"])))


def roster_row(one: Roster) -> dict[str, object]:
    """Write a roster row."""
    return {
        "from_date": one.from_date.isoformat(),
        "cycle_start": one.cycle_start.isoformat(),
        "shifts": json.dumps({name: pattern_to_json(pattern) for name, pattern in one.shifts.items()}),
        "days": json.dumps(one.days),
    }
