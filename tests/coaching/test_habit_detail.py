"""What a habit's page shows."""

from datetime import date, timedelta

import pytest

from habitcoach.coaching import band_since as since_module
from habitcoach.coaching.band_since import band_since
from habitcoach.coaching.explaining import Uncounted
from habitcoach.coaching.habit_detail import HabitDetailView
from habitcoach.coaching.review_answers import Said
from habitcoach.coaching.review_views import Mark
from habitcoach.coaching.stretches import whole
from habitcoach.coaching.year_map import WEEKS, YearCell
from habitcoach.core.automaticity import PRIOR, Curve, outlook
from habitcoach.core.entry import EntryId
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.habit import PAUSED, RESTING, Habit, HabitId, Pause
from habitcoach.core.strength import Band
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Manual
from tests.support.habits import MONDAY, at, local
from tests.support.workplace import Workplace

A_DAY = timedelta(days=1)


def read(place: Workplace, habit: Habit) -> HabitDetailView:
    """Return the page of a habit."""
    agenda = place.coach.agenda()
    return whole(place.coach.details.read(agenda, agenda.existing(habit.id)))


def live(
    place: Workplace, habit: Habit, days: int, since: date = MONDAY, missed: tuple[int, ...] = ()
) -> date:
    """Live some work days, doing the habit on each but those missed; return the last one."""
    day, lived = since, 0
    while True:
        if day.isoweekday() < 6:
            place.go_to("10:31", day)
            place.was_there(day)
            if lived not in missed:
                place.done(habit)
            lived += 1
            if lived == days:
                return day
        day += A_DAY


def cell(view: HabitDetailView, day: date) -> YearCell:
    (found,) = (one for one in view.cells if one.day == day)
    return found


def test_a_new_habit_has_dots_alone(workplace: Workplace) -> None:
    view = read(workplace, workplace.add(at("10:30")))
    assert {one.mark for one in view.cells[:-1]} == {Mark.NONE}
    assert view.cells[-1] == YearCell(MONDAY, Mark.OPEN, 0.0, 0, 1)
    assert not view.lived
    assert (view.band, view.band_since, view.times) == (Band.NEW, None, None)
    assert (view.runs, view.best, view.notes, view.can_note) == ((), 0, (), False)
    assert (view.by_itself.answers, view.by_itself.curve, view.by_itself.outlook) == ((), None, None)
    assert view.resting_since is None


def test_the_map_begins_with_a_whole_week_a_year_ago(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:00", MONDAY + 2 * A_DAY)
    view = read(workplace, habit)
    assert view.cells[0].day == MONDAY - timedelta(weeks=WEEKS - 1)
    assert view.cells[-1].day == MONDAY + 2 * A_DAY
    assert len(view.cells) == 7 * (WEEKS - 1) + 3


def test_what_days_came_to(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "14:00"))
    last = live(workplace, habit, 2)  # one of two: in part
    workplace.go_to("15:00", last + A_DAY)
    workplace.skip(habit, whole_day=True)
    workplace.go_to("15:00", last + 2 * A_DAY)
    workplace.done(habit, f"{last + 2 * A_DAY}/10:30")
    workplace.done(habit, f"{last + 2 * A_DAY}/14:00")
    monday = MONDAY + timedelta(weeks=1)
    workplace.clock.moment = local(monday, "10:00")
    view = read(workplace, habit)
    assert cell(view, MONDAY) == YearCell(MONDAY, Mark.PART, 0.5, 1, 2)
    skipped = MONDAY + 2 * A_DAY
    assert cell(view, skipped) == YearCell(skipped, Mark.SKIPPED, uncounted=Uncounted.SKIPPED)
    assert cell(view, MONDAY + 3 * A_DAY).mark is Mark.KEPT
    saturday = MONDAY + 5 * A_DAY
    assert cell(view, saturday) == YearCell(saturday, Mark.OFF, uncounted=Uncounted.OFF)
    friday = MONDAY + 4 * A_DAY  # nobody was there
    assert cell(view, friday) == YearCell(friday, Mark.OFF, uncounted=Uncounted.UNKNOWN)
    assert view.lived


def test_a_miss_is_covered_while_its_streak_goes_on(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    last = live(workplace, habit, 10, missed=(2, 6, 7))
    workplace.go_to("18:00", last)
    view = read(workplace, habit)
    assert cell(view, MONDAY + 2 * A_DAY).mark is Mark.COVERED  # by the spare there was
    assert cell(view, MONDAY + 8 * A_DAY).mark is Mark.MISSED
    assert [one.length for one in view.runs] == [2, 5]
    assert view.best == 5


def test_a_miss_after_the_last_kept_day_is_covered_by_a_spare(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, 3, missed=(2,))
    workplace.go_to("08:00", MONDAY + 3 * A_DAY)
    assert cell(read(workplace, habit), MONDAY + 2 * A_DAY).mark is Mark.COVERED


def test_a_pause_and_too_little_to_judge(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.RATE, 80, Per.DAY, 5))
    workplace.done(habit, count=2, of=3)
    workplace.store.add_pause(Pause(None, MONDAY + A_DAY, MONDAY + A_DAY, PAUSED))
    workplace.was_there(MONDAY, MONDAY + A_DAY)
    workplace.go_to("08:00", MONDAY + 2 * A_DAY)
    view = read(workplace, habit)
    assert cell(view, MONDAY) == YearCell(MONDAY, Mark.OFF, uncounted=Uncounted.NOTHING_DUE)
    assert cell(view, MONDAY + A_DAY).uncounted is Uncounted.PAUSED


def test_times_are_counted_for_habits_that_count(workplace: Workplace) -> None:
    contact = workplace.add(Contact(), Target(TargetKind.RATE, 80, Per.DAY, 5))
    counted = workplace.add(Manual(), Target(TargetKind.COUNT, 3, Per.DAY), "Praise")
    workplace.done(contact, count=6, of=8)
    workplace.done(counted, count=2)
    workplace.done(counted)
    assert read(workplace, contact).times == 6
    assert read(workplace, counted).times == 3


def test_days_of_a_weekly_goal(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"), Target(TargetKind.CHECK, 3, Per.WEEK))
    sunday = MONDAY + 6 * A_DAY
    live(workplace, habit, 5)
    workplace.was_there(*(MONDAY + timedelta(days=7 + n) for n in range(5)))
    workplace.was_there(*(MONDAY + timedelta(days=14 + n) for n in range(5)))
    # No cue is shown, so that it is not laid to rest.
    workplace.clock.moment = local(MONDAY + timedelta(weeks=3), "08:00")
    view = read(workplace, habit)
    assert cell(view, MONDAY) == YearCell(MONDAY, Mark.KEPT, 1.0, 1)
    assert cell(view, sunday).mark is Mark.OFF
    assert cell(view, sunday + timedelta(weeks=1)).mark is Mark.MISSED
    assert cell(view, sunday + timedelta(weeks=2)).mark is Mark.MISSED
    assert cell(view, MONDAY + timedelta(weeks=1)).uncounted is Uncounted.NOTHING_DUE


def test_answers_curve_and_outlook(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    day = MONDAY
    for mark in (2, 3, 3, 4):
        last = live(workplace, habit, 5, day)
        workplace.coach.review_answers.say(habit.id, Said(by_itself=mark))
        day = last + 3 * A_DAY
    found = read(workplace, habit).by_itself
    assert [(one.kept, one.mean) for one in found.answers] == [(5, 2.0), (10, 3.0), (15, 3.0), (20, 4.0)]
    assert found.answers[0].day == MONDAY + 4 * A_DAY
    assert found.kept == 20
    assert found.curve is not None
    assert found.outlook == outlook(found.curve, 4, 20)
    assert found.outlook is not None


def test_the_outlook_is_rough_and_needs_something_to_rest_on() -> None:
    assert PRIOR.kept_to_plateau == pytest.approx(66)
    assert outlook(PRIOR, 4, 26) == (20, 80)
    assert outlook(PRIOR, 4, 12) == (25, 110)
    assert outlook(PRIOR, 4, 60) == (3, 12)
    assert outlook(PRIOR, 4, 65) == (1, 2)
    assert outlook(PRIOR, 3, 26) is None
    assert outlook(PRIOR, 4, 11) is None
    assert outlook(PRIOR, 4, 66) is None
    assert outlook(Curve(4.0, 0.1, 0.05), 9, 20) is None


def test_the_word_holds_since_the_day_it_was_reached(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    habit = workplace.add(at("10:30"))
    last = live(workplace, habit, 30)
    view = read(workplace, habit)
    assert view.band is Band.SETTLING
    assert view.band_since is not None
    assert MONDAY < view.band_since < last
    # Up to the day before it was something else.
    agenda = workplace.coach.agenda()
    total = workplace.coach.standings.of(agenda, habit).streak.total
    back = list(workplace.coach.stages.steadiness_back(agenda, habit))
    before = whole(band_since(back, total, PRIOR, view.band_since - A_DAY))
    assert before[0] is Band.GROWING
    assert before[1] is not None
    assert before[1] < view.band_since
    monkeypatch.setattr(since_module, "A_STRETCH", 5)
    held = sum(one.period.start >= view.band_since for one, _ in back)
    assert sum(1 for _ in band_since(back, total, PRIOR, last)) == (held + 1) // 5


def test_since_when_it_rests(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, 2)
    workplace.store.add_pause(Pause(habit.id, MONDAY + 2 * A_DAY, None, RESTING))
    workplace.go_to("08:00", MONDAY + 7 * A_DAY)
    assert read(workplace, habit).resting_since == MONDAY + 2 * A_DAY


def test_versions_newest_first(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("08:00", MONDAY + A_DAY)
    agenda = workplace.coach.agenda()
    newest = agenda.existing(habit.id).newest
    workplace.store.put_version(
        habit.id, type(newest)(MONDAY + A_DAY, newest.plan, at("14:00"), newest.target)
    )
    assert [one.from_date for one in read(workplace, habit).versions] == [MONDAY + A_DAY, MONDAY]


# ---- notes


def test_a_note_is_added_beside_what_was_logged_last(workplace: Workplace) -> None:
    habit = workplace.add(Manual())
    other = workplace.add(Manual(), name="Names")
    notes = workplace.coach.notes
    assert not notes.can_add(habit.id)
    with pytest.raises(RefusedError) as refused:
        notes.add(habit.id, "too soon")
    assert refused.value.code == "nothing_to_note"
    workplace.done(habit)
    workplace.done(habit)
    workplace.done(other)
    workplace.undo()
    workplace.done(habit)
    workplace.undo()
    assert notes.add(habit.id, " went well ").entry_id == EntryId(2)
    assert notes.add(habit.id, "again").text == "went well\nagain"
    view = read(workplace, habit)
    assert [(one.entry_id, one.text) for one in view.notes] == [(2, "went well\nagain")]
    assert view.notes[0].habit == "Smile"
    assert view.can_note
    with pytest.raises(InputError):
        notes.add(habit.id, "  ")


def test_notes_stored_one_by_one_are_joined(workplace: Workplace) -> None:
    habit = workplace.add(Manual())
    workplace.done(habit)
    workplace.done(habit)
    for text in ("first", "second"):
        workplace.store.add_note(EntryId(1), text)
    workplace.store.add_note(EntryId(2), "later")
    found = workplace.coach.notes.all(habit.id)
    assert [(one.entry_id, one.text) for one in found] == [(2, "later"), (1, "first\nsecond")]


# ---- order


def test_habits_are_put_into_the_agents_order(workplace: Workplace) -> None:
    names = ("One", "Two", "Three", "Four")
    ids = {name: workplace.add(Manual(), name=name).id for name in names}
    before = workplace.coach.habits.reorder([ids["Four"], ids["Two"]])
    assert before == [ids["Two"], ids["Four"]]
    assert [one.name for one in workplace.coach.habits.all()] == ["One", "Four", "Three", "Two"]
    workplace.coach.habits.reorder(before)
    assert [one.name for one in workplace.coach.habits.all()] == list(names)
    with pytest.raises(RefusedError):
        workplace.coach.habits.reorder([ids["One"], HabitId(99)])
    assert [one.name for one in workplace.coach.habits.all()] == list(names)


def test_moving_a_habit_leaves_its_numbers_known(workplace: Workplace) -> None:
    one, two = workplace.add(Manual(), name="One"), workplace.add(Manual(), name="Two")
    agenda = workplace.coach.agenda()
    before = workplace.coach.standings.of(agenda, one)
    workplace.coach.habits.reorder([two.id, one.id])
    agenda = workplace.coach.agenda()
    assert workplace.coach.standings.of(agenda, agenda.existing(one.id)) is before
