"""Recording: what the agent did, on disk before anybody says so."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.allocation import Place, date_of_slot, places_of
from habitcoach.coaching.answer_views import Answered
from habitcoach.coaching.answering import PromptAnswers
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.promise_habit import is_promise_habit
from habitcoach.coaching.promises import Promises
from habitcoach.coaching.resting import Resting
from habitcoach.coaching.rewards import Rewards
from habitcoach.coaching.standings import Standings
from habitcoach.core.contact_slots import contact_end_slot
from habitcoach.core.entry import Entry, EntryKind, NewEntry, SkipReason, Source
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.fields import note as clean_note
from habitcoach.core.habit import Habit, HabitId, Version
from habitcoach.core.promise import promise_of
from habitcoach.core.prompt import Prompt
from habitcoach.core.target import Per, TargetKind
from habitcoach.core.trigger import Contact, Promised
from habitcoach.ports import Clock, Store

MAX_COUNT = 999
LONG_AGO = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Log:
    """What the agent says was done."""

    habit_id: HabitId
    source: Source
    slot: str | None = None  #: the occasion on the screen; None lets the time decide
    count: int = 1
    of: int | None = None  #: opportunities of a rate habit
    at: datetime | None = None  #: UTC; None is now
    note: str | None = None
    tiny: bool = False


@dataclass(frozen=True, slots=True)
class Skip:
    """What the agent says was skipped, and why."""

    habit_id: HabitId
    reason: SkipReason
    source: Source
    slot: str | None = None
    whole_day: bool = False
    at: datetime | None = None
    note: str | None = None


class Recording:
    """Writes entries, and everything that follows from one, in one transaction."""

    def __init__(self, store: Store, clock: Clock, standings: Standings, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._standings = standings
        self._announcer = announcer
        self._answers = PromptAnswers(store, standings)
        self._rewards = Rewards(store, standings)
        self._resting = Resting(store, standings)
        self._promises = Promises(store, clock, standings, announcer)

    def done(self, log: Log) -> Answered:
        """Record that a routine was done, or an opportunity passed.

        Raises InputError for a time in the future or counts that do not fit; RefusedError if it is retired,
        if the occasion of a screen was done already, or if an estimate comes where contacts were counted; and
        for the promise habit, which counts what becomes of promises.
        """
        agenda, habit, at = self._begin(log.habit_id, log.at)
        if is_promise_habit(habit):
            raise RefusedError("counts_promises", habit=habit.name)
        target = (habit.version_on(agenda.calendar.work_date(at)) or habit.newest).target
        if log.source is Source.ESTIMATE:
            self._refuse_estimate(agenda, habit, at)
        count, of = _counts(log, target.kind)
        text = None if log.note is None else clean_note(log.note)
        before = self._standings.of(agenda, habit)
        kind = EntryKind.DONE if count else EntryKind.OPPORTUNITY
        times, each = (count, 1) if target.kind is TargetKind.CHECK else (1, count)
        with self._writing(habit.id):
            if agenda.resting(habit):
                self._resting.wake(agenda, habit)
                agenda = read_agenda(self._store, self._clock)
            for place in self._places(agenda, habit, log.slot, at, times):
                entry = self._store.append(
                    NewEntry(
                        habit_id=habit.id,
                        work_date=place.work_date,
                        slot=place.slot,
                        at=at,
                        kind=kind,
                        source=log.source,
                        count=each,
                        of=of,
                        tiny=log.tiny,
                    )
                )
                if place.slot is not None:
                    self._answers.answer(habit.id, place.slot, "done", agenda.now)
                    self._answers.answer(habit.id, contact_end_slot(place.work_date), "done", agenda.now)
            self._standings.forget(Changed(habit.id, entry.work_date))
            if text is not None:
                self._store.add_note(entry.id, text)
            reward = None if kind is not EntryKind.DONE else self._rewards.earn(agenda, habit, entry, before)
            streak = self._put_streak(agenda, habit)
        self._announcer.announce(Changed(habit.id, entry.work_date))
        return replace(_answered(habit, entry, streak), count=count, reward=reward)

    def skip(self, skip: Skip) -> Answered:
        """Record a skip with its reason; `not_done` closes the cue and counts as not done.

        Raises InputError for a time in the future; RefusedError for a retired habit and when nothing is left.
        """
        agenda, habit, at = self._begin(skip.habit_id, skip.at)
        text = None if skip.note is None else clean_note(skip.note)
        with self._writing(habit.id):
            [place] = self._places(agenda, habit, skip.slot, at, 1)
            whole_day = skip.whole_day or _skips_days(habit.version_on(place.work_date) or habit.newest)
            slot = None if whole_day else place.slot
            if slot is None and not whole_day and agenda.occasions(habit, place.work_date):
                raise RefusedError("nothing_left", habit=habit.name)
            entry = self._store.append(
                NewEntry(
                    habit_id=habit.id,
                    work_date=place.work_date,
                    slot=slot,
                    at=at,
                    kind=EntryKind.SKIP,
                    source=skip.source,
                    reason=skip.reason,
                )
            )
            if text is not None:
                self._store.add_note(entry.id, text)
            if slot is None:
                self._answers.answer_day(habit.id, place.work_date, "skip", agenda.now)
            else:
                self._answers.answer(habit.id, slot, "skip", agenda.now)
            self._standings.forget(Changed(habit.id, entry.work_date))
            streak = self._put_streak(agenda, habit)
        self._announcer.announce(Changed(habit.id, entry.work_date))
        return _answered(habit, entry, streak)

    def snooze(self, habit_id: HabitId, wait: timedelta | None, slot: str | None = None) -> Answered:
        """Let a due cue come again after `wait`, or 10 minutes before the shift ends when it is None.

        Raises RefusedError when no cue of the habit is due, or the shift ends too soon.
        """
        agenda, habit, _ = self._begin(habit_id, None)
        with self._writing(habit.id):
            prompt = self._answers.snooze(agenda, habit, slot, wait)
            streak = self._standings.of(agenda, habit).streak.current
        self._announcer.announce(Changed(habit.id, agenda.today))
        until = None if prompt.snoozed_until is None else agenda.local(prompt.snoozed_until)
        return Answered(
            habit.id, habit.name, prompt.work_date, prompt.key.slot, "snooze", 1, None, streak, until=until
        )

    def undo(self, *, only_today: bool = False) -> Answered:
        """Take back the last done, opportunity, skip, snooze or answer to a promise.

        Raises RefusedError when there is none; with `only_today` earlier work dates stay as they are.
        """
        agenda = read_agenda(self._store, self._clock)
        entry = self._store.newest_live_entry()
        snoozed = self._store.last_snoozed()
        if snoozed is not None and (entry is None or snoozed.snooze_after >= entry.id):
            promise_id = promise_of(snoozed.key.subject)
            if promise_id is not None:
                return self._promises.take_back_snooze(snoozed, promise_id)
            return self._undo_snooze(agenda, snoozed)
        if entry is None or (only_today and agenda.calendar.work_date(entry.at) != agenda.today):
            raise RefusedError("nothing_to_undo")
        return self._undo_entry(agenda, entry)

    def undo_of(self, habit_id: HabitId) -> Answered:
        """Take back what was logged last of one habit. Raises RefusedError when that was not today."""
        agenda = read_agenda(self._store, self._clock)
        entry = self._store.last_logged(habit_id)
        if entry is None or entry.work_date != agenda.today:
            raise RefusedError("nothing_to_undo")
        return self._undo_entry(agenda, entry)

    def _undo_snooze(self, agenda: Agenda, prompt: Prompt) -> Answered:
        habit = agenda.existing(prompt.habit_id or HabitId(0))
        with self._writing(habit.id):
            self._answers.take_back_snooze(agenda, prompt)
        self._announcer.announce(Changed(habit.id, prompt.work_date))
        streak = self._standings.of(agenda, habit).streak.current
        return Answered(habit.id, habit.name, prompt.work_date, prompt.key.slot, "snooze", 1, None, streak)

    def _undo_entry(self, agenda: Agenda, entry: Entry) -> Answered:
        habit = agenda.existing(entry.habit_id)
        change = self._store.promise_change(entry.id)
        if change is not None:
            return self._promises.take_back(entry, change, lambda: self._take_back(agenda, habit, entry))
        changed = Changed(habit.id, entry.work_date)
        with self._writing(habit.id):
            self._take_back(agenda, habit, entry)
            streak = self._put_streak(agenda, habit)
        self._announcer.announce(changed)
        return _answered(habit, entry, streak)

    def _take_back(self, agenda: Agenda, habit: Habit, entry: Entry) -> None:
        self._store.append(
            NewEntry(
                habit_id=entry.habit_id,
                work_date=entry.work_date,
                slot=entry.slot,
                at=agenda.now,
                kind=EntryKind.UNDO,
                source=entry.source,
                undoes=entry.id,
            )
        )
        self._store.drop_reward_of(entry.id)
        self._standings.forget(Changed(habit.id, entry.work_date))
        self._answers.reopen_for(agenda, habit, entry)

    def _refuse_estimate(self, agenda: Agenda, habit: Habit, at: datetime) -> None:
        """Raise InputError unless a rate met in every contact is guessed, RefusedError where clicks are."""
        day = agenda.calendar.work_date(at)
        version = habit.version_on(day) or habit.newest
        rate = version.target.kind is TargetKind.RATE
        if not (rate and isinstance(version.trigger, Contact)):
            raise InputError("estimate", "estimate_needs_contacts", habit=habit.name)
        log = self._standings.of(agenda, habit).day(day)
        if log.logged and not log.estimated:
            raise RefusedError("counted_already", habit=habit.name, hits=log.hits, of=log.of)

    def _begin(self, habit_id: HabitId, at: datetime | None) -> tuple[Agenda, Habit, datetime]:
        agenda = read_agenda(self._store, self._clock)
        habit = agenda.existing(habit_id)
        if agenda.archived(habit):
            raise RefusedError("archived", habit=habit.name, id=habit.id)
        moment = at or agenda.now
        if moment > agenda.now:
            raise InputError("at", "in_future")
        if agenda.calendar.work_date(moment) < habit.first_date:
            raise InputError("at", "before_habit", habit=habit.name)
        return agenda, habit, moment

    def _places(
        self, agenda: Agenda, habit: Habit, slot: str | None, at: datetime, count: int
    ) -> list[Place]:
        """Return where so many answers go. Raises RefusedError when a screen's occasion is done already."""
        standing = self._standings.of(agenda, habit)
        if slot is None:
            day = agenda.calendar.work_date(at)
            return list(islice(places_of(agenda, self._store, standing.day(day), habit, at), count))
        place = Place(date_of_slot(agenda, self._store, habit, slot), slot)
        contact = isinstance((habit.version_on(place.work_date) or habit.newest).trigger, Contact)
        if slot in standing.day(place.work_date).done_slots and not contact:
            raise RefusedError("already_done", habit=habit.name)
        return [place] * count

    def _put_streak(self, agenda: Agenda, habit: Habit) -> int:
        streak = self._standings.of(agenda, habit).streak
        self._store.put_runs(habit.id, streak.runs)
        return streak.current

    @contextmanager
    def _writing(self, habit_id: HabitId) -> Iterator[None]:
        """Open a transaction after whose failure nothing half-reckoned is remembered."""
        try:
            with self._store.writing():
                yield
        except BaseException:
            self._standings.forget(Changed(habit_id))
            raise


def _counts(log: Log, kind: TargetKind) -> tuple[int, int | None]:
    """Return count and opportunities to write; N of N for a rate habit without opportunities."""
    if kind is not TargetKind.RATE:
        if log.of is not None:
            raise InputError("of", "counts_need_rate")
        if not 1 <= log.count <= MAX_COUNT:
            raise InputError("count", "not_a_count", low=1, high=MAX_COUNT)
        return log.count, None
    of = log.count if log.of is None else log.of
    if not 1 <= of <= MAX_COUNT:
        raise InputError("of", "not_a_count", low=1, high=MAX_COUNT)
    if not 0 <= log.count <= of:
        raise InputError("count", "hits_over_of", count=log.count, of=of)
    return log.count, of


def _skips_days(version: Version) -> bool:
    """Whether a skip takes the whole day: contacts and a count per day have no single occasion to skip."""
    by_day = version.target.kind is TargetKind.COUNT and version.target.per is Per.DAY
    return by_day or isinstance(version.trigger, Contact | Promised)


def _answered(habit: Habit, entry: Entry, streak: int) -> Answered:
    return Answered(
        habit_id=habit.id,
        habit=habit.name,
        work_date=entry.work_date,
        slot=entry.slot,
        kind=entry.kind.value,
        count=entry.count,
        of=entry.of,
        streak=streak,
        reason=None if entry.reason is None else entry.reason.value,
    )
