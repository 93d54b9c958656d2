"""A standing worked out bit by bit is the one worked out at once."""

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.coaching.absence import Absence, question
from habitcoach.coaching.agenda import read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.duty import Duty
from habitcoach.coaching.fading import StageReader
from habitcoach.coaching.lived_dates import LivedDates
from habitcoach.coaching.standings import Standings
from habitcoach.core.duty import DutyChange
from habitcoach.core.entry import EntryKind, NewEntry, SkipReason, Source
from habitcoach.core.habit import ARCHIVED, Category, Draft, HabitId, Pause, Version
from habitcoach.core.judging import Judged
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Edge, Every, Manual, OncePer, Which
from habitcoach.storage.opening import open_store_to_read
from habitcoach.storage.store import SqliteStore
from tests.support.driven_clock import DrivenClock
from tests.support.habits import MONDAY, NIGHT, PLAN, at, local, wall
from tests.support.thoroughness import examples

plans = st.sampled_from(
    [
        (at("10:30", "15:00"), Target()),
        (Contact(), Target(TargetKind.COUNT, 3)),
        (Contact(), Target(TargetKind.COUNT, 4, Per.WEEK)),
        (Contact(), Target(TargetKind.RATE, 80, minimum=2)),
        (Manual(), Target(TargetKind.CHECK, 2, Per.WEEK)),
        (at("10:30"), Target(TargetKind.CHECK, "all", Per.MONTH)),
        (at("03:30", "23:30", anyway=True), Target()),
        (Every(170, wall("20:00"), wall("04:00")), Target(TargetKind.CHECK, 2)),
        (OncePer(Per.WEEK, Which.LAST, Edge.END, -90), Target(TargetKind.CHECK, "all", Per.WEEK)),
        (OncePer(Per.MONTH, Which.FIRST, Edge.START, 0), Target()),
    ]
)
steps = st.one_of(
    st.tuples(st.just("days"), st.integers(-4, 12)),
    st.tuples(st.sampled_from(["done", "skip", "undo", "pause", "off", "edit"]), st.integers(0, 20)),
    st.tuples(
        st.sampled_from(["seen", "roster", "move", "back", "write", "fly", "answer"]), st.integers(0, 20)
    ),
    st.tuples(st.sampled_from(["ahead", "drop", "retire", "restore", "rename"]), st.integers(0, 20)),
)
ZONES = [ZoneInfo(one) for one in ("Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kolkata")]
DAYS = ("Late", "Late", "Night", "Night", None)
LATE = ShiftPattern(time(15), time(23), ((time(18), time(18, 30)),))


class _Life:
    """A habit in a store of its own, and what happens to it."""

    def __init__(self, plan: tuple[object, object]) -> None:
        self.store: SqliteStore = open_store_to_read(Path("/nowhere/habitcoach.db"), 0)
        self.clock = DrivenClock(local(MONDAY, "12:00"))
        self.standings = Standings(self.store)
        self.stages = StageReader(self.store, self.standings)
        trigger, target = plan
        draft = Draft("Smile", Category.WORDS, PLAN, trigger, target)  # type: ignore[arg-type]
        self.habit_id = self.store.add_habit(draft, MONDAY, self.clock.now())

    def happen(self, kind: str, number: int, plan: tuple[object, object]) -> None:
        today = read_agenda(self.store, self.clock).today
        day = today - timedelta(days=number)
        acts: dict[str, Callable[[], object]] = {
            "days": lambda: self.clock.advance(timedelta(days=number)),
            "done": lambda: self._append(day, EntryKind.DONE),
            "skip": lambda: self._append(day, EntryKind.SKIP),
            "undo": self._undo,
            "pause": lambda: self.store.add_pause(
                Pause(self.habit_id, day, day + timedelta(days=2), "paused")
            ),
            "off": lambda: self.store.put_duty(DutyChange(day, "", None)),
            "edit": lambda: self._edit(today, plan),
            "seen": lambda: self.store.mark_seen([day - timedelta(days=n) for n in range(5)]),
            "roster": lambda: self._duty.set_roster(Roster(day, day, {"Late": LATE, "Night": NIGHT}, DAYS)),
            "move": lambda: self._duty.move_shift(day, "18:00-02:30"),
            "back": lambda: self._duty.work_again([day]),
            "write": self.write_down,
            "fly": lambda: setattr(self.clock, "place", ZONES[number % len(ZONES)]),
            "answer": lambda: self._answer(number),
            "ahead": lambda: self._put(today + timedelta(days=number + 1), plan),
            "drop": lambda: self.store.drop_versions_after(self.habit_id, max(day, MONDAY)),
            "retire": lambda: self.store.add_pause(Pause(self.habit_id, day, None, ARCHIVED)),
            "restore": lambda: self.store.end_pauses(self.habit_id, ARCHIVED, today - timedelta(days=1)),
            "rename": lambda: self.store.rename_habit(self.habit_id, f"Smile {number}", Category.FOCUS),
        }
        acts[kind]()

    def write_down(self) -> bool:
        return LivedDates(self.store).write_down(read_agenda(self.store, self.clock))

    def judged(self) -> tuple[date, Sequence[Judged]]:
        """Return today and the periods, judged from scratch."""
        agenda = read_agenda(self.store, self.clock)
        return agenda.today, Standings(self.store).of(agenda, agenda.existing(self.habit_id)).periods

    @property
    def _duty(self) -> Duty:
        return Duty(self.store, self.clock, Announcer())

    def _answer(self, number: int) -> None:
        asked = question(read_agenda(self.store, self.clock))
        if asked is not None:
            absence = Absence(self.store, self.clock, Announcer())
            (absence.worked if number % 2 else absence.was_off)(asked.dates[: 1 + number % 3])

    def _append(self, day: date, kind: EntryKind) -> None:
        reason = SkipReason.SICK if kind is EntryKind.SKIP else None
        self._write(NewEntry(self.habit_id, day, None, self.clock.now(), kind, Source.WINDOW, reason=reason))

    def _undo(self) -> None:
        live = self.store.newest_live_entry()
        if live is not None:
            now = self.clock.now()
            self._write(
                NewEntry(
                    self.habit_id, live.work_date, None, now, EntryKind.UNDO, Source.WINDOW, undoes=live.id
                )
            )

    def _write(self, entry: NewEntry) -> None:
        self.store.append(entry)
        self.standings.forget(Changed(self.habit_id, entry.work_date))

    def _edit(self, today: date, plan: tuple[object, object]) -> None:
        if today >= MONDAY:
            self._put(today, plan)
            self.standings.forget(Changed(self.habit_id))

    def _put(self, day: date, plan: tuple[object, object]) -> None:
        """Have another plan hold from a date on, as a review decides it; nobody is told."""
        trigger, target = plan
        if day >= MONDAY:
            self.store.put_version(self.habit_id, Version(day, PLAN, trigger, target))  # type: ignore[arg-type]


@given(plans, plans, st.lists(steps, max_size=25))
@settings(max_examples=examples(150), deadline=None)
def test_bit_by_bit_is_as_at_once(
    plan: tuple[object, object], other: tuple[object, object], happens: list[tuple[str, int]]
) -> None:
    life = _Life(plan)
    for kind, number in happens:
        life.happen(kind, number, other)
        agenda = read_agenda(life.store, life.clock)
        habit = agenda.existing(HabitId(life.habit_id))
        found = life.standings.of(agenda, habit)
        fresh = Standings(life.store).of(agenda, habit)
        assert found.periods == fresh.periods
        assert life.stages.of(agenda, habit) == StageReader(life.store, Standings(life.store)).of(
            agenda, habit
        )
        assert found.streak == fresh.streak
        for period in fresh.periods:
            for day in period.period.days():
                assert found.day(day) == fresh.day(day)
    life.store.close()


@given(plans, plans, st.lists(steps, max_size=25))
@settings(max_examples=examples(150), deadline=None)
def test_writing_down_what_passed_judges_nothing_anew(
    plan: tuple[object, object], other: tuple[object, object], happens: list[tuple[str, int]]
) -> None:
    life = _Life(plan)
    for kind, number in happens:
        life.happen(kind, number, other)
    before = life.judged()
    life.write_down()
    assert life.judged() == before
    assert not life.write_down(), "it was written down already"
    for zone in ZONES:  # nothing that has passed moves any more
        life.clock.place = zone
        today, periods = life.judged()
        shared = [one for one in periods if one.period.end < min(today, before[0])]
        assert shared == [one for one in before[1] if one.period.end < min(today, before[0])]
    life.store.close()
