"""A habit that goes unkept or unanswered rests until it is logged or restored."""

from datetime import timedelta

from habitcoach.coaching.deliveries import Surface
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.core.habit import Habit, Pause
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import Contact
from tests.support.habits import MONDAY, at
from tests.support.workplace import Workplace

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=n) for n in range(1, 5))


def resting(place: Workplace) -> list[str]:
    return [one.habit for one in place.coach.today().resting]


def lay_to_rest(place: Workplace) -> Habit:
    habit = place.add(at("10:30"))
    place.go_to("09:00", THURSDAY)
    assert resting(place) == ["Smile"]
    return habit


def test_three_days_shown_in_vain_bring_no_more_cues(workplace: Workplace) -> None:
    habit = lay_to_rest(workplace)
    assert workplace.store.pauses() == [Pause(habit.id, THURSDAY, None, "resting")]
    [view] = workplace.coach.habits.all()
    assert (view.resting, view.archived) == (True, False)
    workplace.go_to("12:00", MONDAY + timedelta(days=14))
    assert len(workplace.cue_titles()) == 3
    assert len(workplace.store.pauses()) == 1
    periods = workplace.coach.standings.of(workplace.coach.agenda(), habit).periods
    assert {one.outcome.value for one in periods[3:]} == {"neutral"}


def test_a_log_ends_the_rest_on_its_day_and_answers_its_occasion(workplace: Workplace) -> None:
    habit = lay_to_rest(workplace)
    workplace.go_to("09:30", FRIDAY)
    assert workplace.done(habit).slot == f"{FRIDAY}/10:30"
    assert resting(workplace) == []
    assert workplace.store.pauses() == [Pause(habit.id, THURSDAY, THURSDAY, "resting")]
    assert workplace.streak(habit) == 1
    workplace.go_to("10:31", MONDAY + timedelta(days=7))
    assert len(workplace.cue_titles()) == 4


def test_restoring_ends_the_rest_and_old_misses_do_not_bring_it_back(workplace: Workplace) -> None:
    habit = lay_to_rest(workplace)
    workplace.coach.habits.restore(habit.id)
    workplace.restart()
    assert resting(workplace) == []
    assert workplace.store.pauses() == []
    workplace.go_to("10:31", THURSDAY)
    assert workplace.titles() == ["Smile"]
    workplace.go_to("10:31", FRIDAY)
    assert resting(workplace) == []


def test_five_misses_bring_rest_though_nothing_was_shown(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.RATE, 80))
    for number in (0, 1, 2, 3, 4, 7):  # the first day of a habit is never missed
        workplace.go_to("16:00", MONDAY + timedelta(days=number))
        assert resting(workplace) == []
        workplace.done(habit, count=1, of=10)
    workplace.go_to("16:00", MONDAY + timedelta(days=8))
    assert resting(workplace) == ["Smile"]


def test_what_was_logged_today_already_does_not_rest(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("18:00", WEDNESDAY)
    workplace.kill()
    workplace.clock.moment += timedelta(hours=15)
    workplace.open()
    workplace.coach.recording.done(Log(habit.id, Source.COMMAND))
    workplace.start()
    assert resting(workplace) == []


def test_rest_found_late_in_a_day_begins_on_the_next(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:40", WEDNESDAY)
    workplace.done(habit)
    workplace.go_to("10:40", THURSDAY)
    workplace.undo()  # Wednesday was in vain as well
    workplace.restart()
    assert workplace.store.pauses() == [Pause(habit.id, FRIDAY, None, "resting")]
    assert workplace.today()[f"{THURSDAY}/10:30"].state.value == "due"
    assert resting(workplace) == ["Smile"]


def test_shown_on_a_day_paused_since_says_nothing(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.choose(Surface.TRAY)
    workplace.go_to("10:31", TUESDAY)
    workplace.pause_till(WEDNESDAY, habit)
    workplace.go_to("09:00", THURSDAY)
    assert resting(workplace) == []
    workplace.go_to("09:00", FRIDAY)
    assert resting(workplace) == ["Smile"]
