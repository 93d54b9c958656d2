"""What `done` and `skip` answer. interfaces.md, command line."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from habitcoach.coaching.recording import Log, Skip
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.errors import EnvironmentFaultError, InputError, RefusedError
from habitcoach.core.habit import Category, Draft, HabitId, Plan
from habitcoach.core.rewarding import RewardLine
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Edge, Manual, OncePer, Which
from habitcoach.storage.opening import open_store
from tests.support.habits import MONDAY, PLAN, at, local
from tests.support.workplace import Workplace

TUESDAY = MONDAY + timedelta(days=1)
THREE = at("10:00", "12:00", "15:00")
RATE = Target(TargetKind.RATE, 80, minimum=5)


def slot(wall: str) -> str:
    return f"{MONDAY}/{wall}"


def table(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


# ------------------------------------------------------------------ where an answer goes


@pytest.mark.parametrize(
    ("now", "answered", "expected"),
    [
        ("10:05", (), "10:00"),  # the window that contains the time
        ("12:00", (), "12:00"),
        ("11:59", (), "10:00"),
        ("10:05", ("10:00",), "12:00"),  # answered: the next open one
        ("09:00", (), "10:00"),  # none yet: the next
        ("12:30", ("12:00",), "15:00"),
        ("15:10", ("15:00",), "12:00"),  # none ahead: the latest unanswered earlier one
        ("15:10", ("15:00", "12:00"), "10:00"),
        ("18:00", (), "15:00"),
        ("15:10", ("10:00", "12:00", "15:00"), None),  # nothing left: no slot
    ],
)
def test_an_answer_finds_its_occasion(
    workplace: Workplace, now: str, answered: tuple[str, ...], expected: str | None
) -> None:
    habit = workplace.add(THREE)
    workplace.go_to(now)
    for wall in answered:
        workplace.done(habit, slot(wall))
    assert workplace.done(habit).slot == (None if expected is None else slot(expected))


def test_a_skipped_or_closed_occasion_is_answered(workplace: Workplace) -> None:
    habit = workplace.add(THREE)
    workplace.go_to("12:05")
    workplace.skip(habit, slot("12:00"))
    workplace.skip(habit, slot("15:00"), reason=SkipReason.NOT_DONE)
    assert workplace.done(habit).slot == slot("10:00")


def test_an_answer_for_an_earlier_time_goes_where_it_went_then(workplace: Workplace) -> None:
    habit = workplace.add(THREE)
    workplace.go_to("15:30")
    assert workplace.done(habit, at=local(MONDAY, "10:30")).slot == slot("10:00")
    workplace.go_to("09:00", TUESDAY)
    answered = workplace.done(habit, at=local(MONDAY, "16:00"))
    assert (answered.work_date, answered.slot) == (MONDAY, slot("15:00"))


def test_a_snoozed_window_still_takes_the_answer(workplace: Workplace) -> None:
    habit = workplace.add(THREE)
    workplace.go_to("11:55")
    workplace.snooze(habit, 15)
    workplace.go_to("12:20")
    assert workplace.done(habit).slot == slot("10:00")


def test_a_check_answers_as_many_as_it_is_told(workplace: Workplace) -> None:
    habit = workplace.add(THREE)
    workplace.go_to("12:05")
    answered = workplace.done(habit, count=4)
    assert (answered.count, answered.of, answered.streak) == (4, None, 1)
    assert [(one.slot, one.count) for one in workplace.entries()] == [
        (slot("12:00"), 1),
        (slot("15:00"), 1),
        (slot("10:00"), 1),
        (None, 1),
    ]
    assert {one.state.value for one in workplace.today().values()} == {"done"}


def test_a_day_off_takes_an_answer_without_a_slot(workplace: Workplace) -> None:
    habit = workplace.add(THREE)
    saturday = MONDAY + timedelta(days=5)
    workplace.go_to("12:00", saturday)
    answered = workplace.done(habit)
    assert (answered.work_date, answered.slot, answered.streak) == (saturday, None, 1)


def test_an_answer_for_an_earlier_day_follows_the_version_of_that_day(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.COUNT, 3))
    workplace.go_to("09:00", TUESDAY)
    workplace.coach.habits.edit(habit.id, Draft("Smile", Category.WORDS, PLAN, THREE))
    assert workplace.done(habit, at=local(MONDAY, "12:00")).slot == slot("contact")


def test_a_slot_of_another_day_keeps_its_work_date(workplace: Workplace) -> None:
    habit = workplace.add(THREE)
    workplace.go_to("09:00", TUESDAY)
    assert workplace.done(habit, slot("15:00")).work_date == MONDAY


@pytest.mark.parametrize("app_runs", [True, False])
def test_the_slot_of_a_week_has_the_date_of_its_cue(workplace: Workplace, *, app_runs: bool) -> None:
    weekly = Target(TargetKind.CHECK, "all", Per.WEEK)
    habit = workplace.add(OncePer(Per.WEEK, Which.LAST, Edge.END, -90), weekly)
    friday = MONDAY + timedelta(days=4)
    if app_runs:
        workplace.go_to("15:31", friday)
        workplace.go_to("10:00", friday + timedelta(days=1))
        assert workplace.done(habit, "2026-W48").work_date == friday
    else:
        workplace.clock.moment = local(friday, "15:31")
        assert workplace.done(habit, "2026-W48").work_date == friday


def test_the_occasion_of_a_screen_can_be_done_once(workplace: Workplace) -> None:
    habit = workplace.add(THREE, Target(TargetKind.COUNT, 3))
    workplace.go_to("10:05")
    workplace.done(habit, slot("10:00"))
    with pytest.raises(RefusedError, match="already_done"):
        workplace.done(habit, slot("10:00"))
    with pytest.raises(RefusedError, match="already_done"):
        workplace.skip(habit, slot("10:00"))
    assert len(workplace.entries()) == 1


def test_what_was_skipped_can_still_be_done(workplace: Workplace) -> None:
    habit = workplace.add(at("10:00"))
    workplace.go_to("10:05")
    workplace.skip(habit, slot("10:00"))
    workplace.done(habit, slot("10:00"))
    assert workplace.today()[slot("10:00")].state.value == "done"
    assert workplace.streak(habit) == 1


# ------------------------------------------------------------------ count and rate


def test_a_count_is_one_line_with_its_number(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.COUNT, 3))
    workplace.go_to("10:00")
    assert workplace.done(habit, count=2).streak == 0
    assert workplace.done(habit).streak == 1
    assert [(one.slot, one.count, one.of) for one in workplace.entries()] == [
        (slot("contact"), 2, None),
        (slot("contact"), 1, None),
    ]
    [counter] = workplace.coach.today().counters
    assert (counter.hits, counter.of, counter.contact) == (3, 3, True)


@pytest.mark.parametrize(
    ("count", "of", "kind", "written"),
    [
        (14, 20, "done", (14, 20)),
        (5, None, "done", (5, 5)),
        (0, 1, "opportunity", (0, 1)),
        (0, 7, "opportunity", (0, 7)),
    ],
)
def test_a_rate_adds_hits_and_opportunities(
    workplace: Workplace, count: int, of: int | None, kind: str, written: tuple[int, int]
) -> None:
    habit = workplace.add(Contact(), RATE)
    answered = workplace.done(habit, count=count, of=of)
    assert (answered.kind, answered.count, answered.of) == (kind, *written)
    assert (answered.reward is None) == (kind == "opportunity")
    [counter] = workplace.coach.today().counters
    assert (counter.hits, counter.of) == written


@pytest.mark.parametrize(
    ("target", "count", "of", "field", "code"),
    [
        (Target(), 1, 1, "of", "counts_need_rate"),
        (Target(), 0, None, "count", "not_a_count"),
        (Target(), 1000, None, "count", "not_a_count"),
        (Target(TargetKind.COUNT, 3), -1, None, "count", "not_a_count"),
        (RATE, 2, 1, "count", "hits_over_of"),
        (RATE, -1, 1, "count", "hits_over_of"),
        (RATE, 0, 0, "of", "not_a_count"),
        (RATE, 0, None, "of", "not_a_count"),
        (RATE, 1, 1000, "of", "not_a_count"),
    ],
)
def test_counts_that_do_not_fit_write_nothing(
    workplace: Workplace, target: Target, count: int, of: int | None, field: str, code: str
) -> None:
    habit = workplace.add(Contact(), target)
    with pytest.raises(InputError) as caught:
        workplace.done(habit, count=count, of=of)
    assert (caught.value.field, caught.value.code) == (field, code)
    assert workplace.entries() == []


# ------------------------------------------------------------------ skip


def test_a_skip_takes_the_occasion_that_done_would_take(workplace: Workplace) -> None:
    habit = workplace.add(THREE)
    workplace.go_to("12:05")
    answered = workplace.skip(habit)
    assert (answered.kind, answered.slot, answered.reason) == ("skip", slot("12:00"), "outage")
    assert workplace.prompt(slot("12:00")).answer == "skip"
    assert workplace.today()[slot("12:00")].state.value == "skipped"


def test_a_whole_day_is_skipped_with_all_its_cues(workplace: Workplace) -> None:
    habit = workplace.add(THREE)
    workplace.go_to("12:05")
    assert workplace.skip(habit, whole_day=True).slot is None
    states = {key: view.state.value for key, view in workplace.today().items()}
    assert set(states.values()) == {"skipped"}
    assert workplace.state(slot("12:00")) == "answered"
    assert workplace.notifier.up == {}


def test_skipping_yesterday_leaves_todays_cue_alone(workplace: Workplace) -> None:
    habit = workplace.add(at("10:00"))
    workplace.go_to("10:05", TUESDAY)
    yesterday = local(MONDAY, "12:00")
    skip = Skip(habit.id, SkipReason.SICK, Source.WINDOW, whole_day=True, at=yesterday)
    assert workplace.coach.recording.skip(skip).work_date == MONDAY
    assert workplace.state(f"{TUESDAY}/10:00") == "shown"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (Target(TargetKind.COUNT, 2), None),
        (Target(TargetKind.COUNT, 2, Per.WEEK), "12:00"),
        (Target(TargetKind.CHECK, 2), "12:00"),
    ],
)
def test_a_count_per_day_skips_its_day(workplace: Workplace, target: Target, expected: str | None) -> None:
    habit = workplace.add(THREE, target)
    workplace.go_to("12:05")
    assert workplace.skip(habit).slot == (None if expected is None else slot(expected))


def test_contacts_and_manual_habits_skip_their_day(workplace: Workplace) -> None:
    assert workplace.skip(workplace.add(Contact())).slot is None
    assert workplace.skip(workplace.add(Manual(), name="Manual")).slot is None


def test_when_nothing_is_left_a_single_skip_is_refused(workplace: Workplace) -> None:
    habit = workplace.add(at("10:00"))
    workplace.go_to("10:05")
    workplace.skip(habit, reason=SkipReason.NOT_DONE)
    with pytest.raises(RefusedError, match="nothing_left"):
        workplace.skip(habit)
    assert len(workplace.entries()) == 1


# ------------------------------------------------------------------ refused


def test_the_future_the_time_before_and_the_unknown_are_refused(workplace: Workplace) -> None:
    habit = workplace.add(THREE)
    ahead, before = workplace.clock.now() + timedelta(minutes=1), workplace.clock.now() - timedelta(days=3)
    for moment, code in ((ahead, "in_future"), (before, "before_habit")):
        with pytest.raises(InputError, match=code):
            workplace.done(habit, at=moment)
        with pytest.raises(InputError, match=code):
            workplace.coach.recording.skip(Skip(habit.id, SkipReason.SICK, Source.CARD, at=moment))
    with pytest.raises(RefusedError, match="no_such_habit"):
        workplace.coach.recording.done(Log(HabitId(99), Source.CARD))
    with pytest.raises(RefusedError, match="no_such_habit"):
        workplace.coach.recording.snooze(HabitId(99), timedelta(minutes=5))
    assert workplace.entries() == []


def test_a_retired_habit_takes_no_answer(workplace: Workplace) -> None:
    habit = workplace.add(THREE)
    workplace.coach.habits.archive(habit.id)
    with pytest.raises(RefusedError, match="archived"):
        workplace.done(habit)


def test_a_refused_note_leaves_nothing_written(workplace: Workplace) -> None:
    habit = workplace.add(THREE)
    with pytest.raises(InputError) as caught:
        workplace.coach.recording.done(Log(habit.id, Source.COMMAND, note=" \u200b "))
    assert (caught.value.field, caught.value.code) == ("note", "empty")
    with pytest.raises(InputError):
        workplace.coach.recording.skip(Skip(habit.id, SkipReason.SICK, Source.COMMAND, note="x" * 2001))
    assert workplace.entries() == []


def test_notes_are_kept_beside_their_entries(workplace: Workplace) -> None:
    habit = workplace.add(THREE)
    workplace.coach.recording.done(Log(habit.id, Source.COMMAND, note="one\ntwo", tiny=True))
    workplace.coach.recording.skip(Skip(habit.id, SkipReason.SICK, Source.COMMAND, note="three"))
    assert table(workplace.path, "SELECT entry_id, text FROM note ORDER BY id") == [
        (1, "one\ntwo"),
        (2, "three"),
    ]
    assert workplace.entries()[0].tiny


def test_a_busy_file_leaves_nothing_half_done_and_nothing_half_remembered(workplace: Workplace) -> None:
    habit = workplace.add(THREE)
    workplace.go_to("10:05")
    other = open_store(workplace.path, 0)
    with other.writing(), pytest.raises(EnvironmentFaultError, match="file_busy"):
        workplace.done(habit)
    other.close()
    assert workplace.entries() == []
    assert workplace.streak(habit) == 0
    assert workplace.state(slot("10:00")) == "shown"
    assert workplace.done(habit).slot == slot("10:00")


# ------------------------------------------------------------------ reward and streak


def test_a_log_earns_its_reward_at_once(workplace: Workplace) -> None:
    habit = workplace.add(at("10:00"))
    workplace.go_to("10:05")
    reward = workplace.done(habit).reward
    assert reward is not None
    assert (reward.text, reward.streak_before, reward.streak, reward.total) == (PLAN.reward, 0, 1, 1)
    assert (reward.next_milestone, reward.to_milestone, reward.progress) == (3, 2, (1, 1))
    workplace.coach.take_reward(reward.reward_id)
    first = table(workplace.path, "SELECT kind, text, taken_at FROM reward")
    assert first == [("reward", PLAN.reward, "2026-11-23T09:05:00.000Z")]
    workplace.go_to("10:09")
    workplace.coach.take_reward(reward.reward_id)
    assert table(workplace.path, "SELECT kind, text, taken_at FROM reward") == first


def test_a_milestone_brings_the_treat(workplace: Workplace) -> None:
    plan = Plan("the phone rings", "smile", "a sip", treat="a long lunch")
    habit = workplace.coach.habits.add(Draft("Smile", Category.WORDS, plan, at("10:00")))
    for day in range(3):
        workplace.go_to("10:05", MONDAY + timedelta(days=day))
        reward = workplace.done(habit).reward
    assert reward is not None
    assert (reward.line, reward.treat, reward.text) == (RewardLine.MILESTONE, "a long lunch", "a sip")
    assert table(workplace.path, "SELECT kind, text FROM reward ORDER BY id")[-1] == ("treat", "a long lunch")


def test_the_first_log_after_a_miss_is_welcomed_back(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.COUNT, 2))
    workplace.go_to("10:00")
    workplace.done(habit, count=2)
    workplace.go_to("10:00", MONDAY + timedelta(days=2))
    first, second = workplace.done(habit).reward, workplace.done(habit).reward
    assert first is not None
    assert second is not None
    assert (first.line, first.streak) == (RewardLine.WELCOME_BACK, 1)
    assert (second.line, second.streak) == (RewardLine.NEW_BEST, 2)


def test_the_streak_table_holds_the_runs(workplace: Workplace) -> None:
    habit = workplace.add(at("10:00"))
    for day in (0, 1, 4):
        workplace.go_to("10:05", MONDAY + timedelta(days=day))
        workplace.done(habit)
    assert table(workplace.path, "SELECT start_date, end_date, length, open FROM streak ORDER BY id") == [
        ("2026-11-23", "2026-11-24", 2, 0),
        ("2026-11-27", "2026-11-27", 1, 1),
    ]


def test_a_missed_day_filled_in_later_joins_the_streak(workplace: Workplace) -> None:
    habit = workplace.add(at("10:00"))
    for day in (0, 1, 3):
        workplace.go_to("10:05", MONDAY + timedelta(days=day))
        workplace.done(habit)
    assert workplace.streak(habit) == 3  # a spare covered the Wednesday
    wednesday = MONDAY + timedelta(days=2)
    assert workplace.done(habit, at=local(wednesday, "10:10")).streak == 4
