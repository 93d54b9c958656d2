"""What fading does to cues: later, now and then, or not at all; and back for once after a leave."""

from datetime import date, timedelta

import pytest

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.cueing import Cueing
from habitcoach.coaching.day_plan import StageSince
from habitcoach.coaching.deliveries import Surroundings
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Habit
from habitcoach.core.roster import Roster
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import AroundShift, Contact, Every, ShiftAnchor
from habitcoach.texts.notices import notice_for
from tests.support.habits import MONDAY, at, local
from tests.support.workplace import Workplace

FRIDAY = MONDAY + timedelta(days=4)
RATE = Target(TargetKind.RATE, 80)
MIDDLE = AroundShift(ShiftAnchor.MIDDLE)


@pytest.fixture
def faded(workplace: Workplace) -> "Faded":
    return Faded(workplace)


class Faded:
    """A workplace whose habits have faded as a test says."""

    def __init__(self, place: Workplace) -> None:
        self.place = place
        self.stage = StageSince(Stage.AT_THE_CUE, MONDAY)
        around = Surroundings(
            place.store, place.clock, place.alarms, place.notifier, place.card, lambda action: action()
        )
        place.cueing = Cueing(around, place.coach.standings, self.of, notice_for)

    def of(self, _agenda: Agenda, _habit: Habit) -> StageSince:
        return self.stage

    def to(self, stage: Stage, since: date = MONDAY) -> Workplace:
        self.stage = StageSince(stage, since)
        return self.place


def days(count: int, first: date = MONDAY) -> list[date]:
    found = (first + timedelta(days=number) for number in range(count * 2))
    return [one for one in found if one.isoweekday() < 6][:count]


def test_a_catch_up_comes_only_when_it_was_not_logged_by_then(faded: Faded) -> None:
    place = faded.to(Stage.CATCH_UP)
    habit = place.add(MIDDLE)
    place.go_to("13:29")
    assert place.titles() == []
    place.go_to("13:30")
    assert place.titles() == ["Smile"]
    assert place.prompt(f"{MONDAY}/middle+0").due_at == local(MONDAY, "13:00")
    tuesday = MONDAY + timedelta(days=1)
    place.go_to("13:10", tuesday)
    place.done(habit)
    place.go_to("17:00", tuesday)
    assert place.titles() == ["Smile"]


def test_an_occasional_cue_comes_on_every_third_occasion(faded: Faded) -> None:
    place = faded.to(Stage.OCCASIONAL)
    place.add(at("10:00"))
    came = []
    for day in days(7):
        place.go_to("12:00", day)
        came.append(len(place.cue_titles()))
    assert came == [0, 0, 1, 1, 1, 2, 2]
    quiet = place.prompt(f"{MONDAY}/10:00")
    assert (quiet.state.value, quiet.held_for) == ("expired", "fading")


def test_several_occasions_a_day_count_one_by_one(faded: Faded) -> None:
    place = faded.to(Stage.OCCASIONAL)
    place.add(at("10:00", "12:00"))
    place.go_to("11:59")
    assert place.titles() == []
    place.go_to("17:00")
    place.go_to("10:30", MONDAY + timedelta(days=1))
    assert place.titles() == ["Smile"]


def test_a_silent_habit_is_listed_and_can_be_done_and_never_speaks(faded: Faded) -> None:
    place = faded.to(Stage.SILENT)
    habit = place.add(at("10:00"))
    place.go_to("10:05")
    today = place.coach.today()
    assert [one.state.value for one in today.occasions] == ["due"]
    assert today.waiting == ()
    assert place.done(habit).slot == f"{MONDAY}/10:00"
    for day in days(6):
        place.go_to("18:00", day)
    assert place.cue_titles() == []
    assert place.prompt(f"{FRIDAY}/10:00").shown_at is None


def test_what_a_silent_habit_passed_while_away_is_not_told(faded: Faded) -> None:
    place = faded.to(Stage.SILENT)
    place.add(Every(60))
    place.go_to("09:30")
    place.jump("14:30")
    assert place.titles() == []


def test_after_three_days_off_the_first_cue_comes_as_if_nothing_had_faded(faded: Faded) -> None:
    place = faded.to(Stage.SILENT)
    place.add(at("10:00", "12:00"))
    place.go_to("18:00")
    place.coach.duty.take_off([*days(3)[1:], days(4)[3]], "leave")
    place.go_to("18:00", FRIDAY)
    assert place.titles() == ["Smile"]
    assert place.prompt(f"{FRIDAY}/10:00").shown_at == local(FRIDAY, "10:00")
    place.go_to("18:00", days(6)[5])
    assert place.titles() == ["Smile"]


def test_a_clock_set_back_counts_again(faded: Faded) -> None:
    place = faded.to(Stage.OCCASIONAL)
    place.add(at("10:00"))
    for day in days(3):
        place.go_to("12:00", day)
    assert place.titles() == ["Smile"]
    place.jump("09:00", days(2)[1])
    place.go_to("12:00", days(2)[1])
    assert place.titles() == ["Smile"]


def test_who_never_works_by_roster_is_never_back(faded: Faded) -> None:
    place = faded.to(Stage.SILENT)
    place.coach.duty.set_roster(Roster(MONDAY - timedelta(days=60), MONDAY, {}, (None,)))
    place.add(at("10:00", anyway=True))
    place.go_to("12:00")
    assert place.titles() == []


def test_two_days_off_bring_no_cue_back(faded: Faded) -> None:
    place = faded.to(Stage.SILENT)
    place.add(at("10:00"))
    place.coach.duty.take_off(days(3)[1:], "leave")
    place.go_to("18:00", FRIDAY)
    assert place.cue_titles() == []


@pytest.mark.parametrize(
    ("stage", "shown"),
    [
        (Stage.AT_THE_CUE, 8),
        (Stage.CATCH_UP, 2),  # on every third shift
        (Stage.OCCASIONAL, 2),  # on the first of each week
        (Stage.SILENT, 0),
    ],
)
def test_the_plan_of_a_contact_habit_fades_in_its_own_way(faded: Faded, stage: Stage, shown: int) -> None:
    place = faded.to(stage)
    place.clock.moment = local(MONDAY, "06:00")
    habit = place.add(Contact(), RATE)
    for day in days(8):
        place.go_to("12:00", day)
        place.done(habit, count=8, of=10)
        place.go_to("18:00", day)
    assert len([one for one in place.cue_titles() if one.startswith("Your shift")]) == shown
