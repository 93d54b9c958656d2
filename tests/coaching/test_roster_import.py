"""A planner's file becomes the agent's duty."""

from datetime import date, timedelta

import pytest

from habitcoach.coaching.changes import Changed
from habitcoach.core.errors import InputError
from habitcoach.core.imported_roster import ImportedDay, ImportedRoster
from habitcoach.core.roster import Roster, ShiftPattern
from tests.core.test_imported_roster import E, N, P, imported
from tests.support.habits import EARLY, MONDAY, NIGHT
from tests.support.workplace import Workplace

WEEK = [E, E, E, E, E, None, None]
OTHER = [N, N, None, None, None, None, N]


def lived(place: Workplace, first: date, count: int) -> str:
    """Return the names of the shifts of some dates, by their first letter; "." is a day off."""
    calendar = place.coach.agenda().calendar
    shifts = [calendar.shift_on(first + timedelta(days=n)) for n in range(count)]
    return "".join("." if one is None else (one.name or "-")[0] for one in shifts)


def state(place: Workplace) -> tuple[object, ...]:
    """Return all that an import may change."""
    changes = sorted(place.store.duty_changes(), key=lambda one: one.work_date)
    return list(place.store.rosters()), changes


def test_a_pattern_becomes_the_roster_and_goes_on(workplace: Workplace) -> None:
    heard: list[Changed] = []
    workplace.coach.announcer.listen(heard.append)
    plan = workplace.coach.duty.import_shifts(imported(*WEEK * 2))
    assert heard == [Changed()]
    assert plan.cycle is not None
    assert (plan.exceptions, plan.past, plan.changes, plan.dropped) == ((), 0, (), ())
    assert lived(workplace, MONDAY - timedelta(days=7), 42) == "-----.." + "EEEEE.." * 5


def test_a_second_import_changes_nothing_not_even_the_next_day(workplace: Workplace) -> None:
    found = imported(*WEEK, *[E, "Urlaub", P, E, E, None, None], *WEEK * 2)
    first = workplace.coach.duty.import_shifts(found)
    assert [one.work_date.day for one in first.exceptions] == [1, 2]
    before = state(workplace)
    heard: list[Changed] = []
    workplace.coach.announcer.listen(heard.append)
    assert workplace.coach.duty.import_shifts(found).changes_nothing
    workplace.go_to("08:00", MONDAY + timedelta(days=1))
    assert workplace.coach.duty.import_shifts(found).changes_nothing
    assert (state(workplace), heard) == (before, [])


def test_to_understand_changes_nothing(workplace: Workplace) -> None:
    before = state(workplace)
    plan = workplace.coach.duty.understand(imported(*WEEK * 2))
    assert not plan.changes_nothing
    assert state(workplace) == before


def test_past_dates_are_not_touched(workplace: Workplace) -> None:
    week_ago = MONDAY - timedelta(days=7)
    plan = workplace.coach.duty.import_shifts(imported(*OTHER * 3, first=week_ago))
    assert plan.past == 7
    assert lived(workplace, week_ago, 21) == "-----.." + "NN....N" * 2


def test_without_a_pattern_each_date_is_taken(workplace: Workplace) -> None:
    plan = workplace.coach.duty.import_shifts(imported(E, None, N, N, "Krank", E))
    assert plan.cycle is None
    assert lived(workplace, MONDAY, 8) == "E.NN.E.-"
    assert {one.work_date: one.reason for one in plan.changes}[MONDAY + timedelta(days=4)] == "Krank"


def test_a_later_file_replaces_the_dates_it_covers_and_no_others(workplace: Workplace) -> None:
    workplace.coach.duty.import_shifts(imported(E, None, N, N, "Krank", E))
    plan = workplace.coach.duty.import_shifts(imported(N, N, E, first=MONDAY + timedelta(days=2)))
    assert lived(workplace, MONDAY, 8) == "E.NNEE.-"
    assert plan.replaced == (MONDAY + timedelta(days=4),)


def test_what_the_agent_changed_within_the_file_follows_it(workplace: Workplace) -> None:
    workplace.coach.duty.import_shifts(imported(*WEEK * 2))
    workplace.coach.duty.take_off([MONDAY + timedelta(days=1), MONDAY + timedelta(days=20)], "leave")
    plan = workplace.coach.duty.import_shifts(imported(*WEEK * 2))
    assert plan.dropped == plan.replaced == (MONDAY + timedelta(days=1),)
    assert lived(workplace, MONDAY, 28) == "EEEEE.." * 4
    assert lived(workplace, MONDAY + timedelta(days=20), 1) == "."


def test_a_shorter_pattern_leaves_what_a_longer_file_said_after_it(workplace: Workplace) -> None:
    workplace.coach.duty.import_shifts(imported(*WEEK * 6))
    short = imported(*OTHER * 2, first=MONDAY + timedelta(days=7))
    workplace.coach.duty.import_shifts(short)
    assert lived(workplace, MONDAY, 42) == "EEEEE.." + "NN....N" * 2 + "EEEEE.." * 3
    before = state(workplace)
    assert workplace.coach.duty.import_shifts(short).changes_nothing
    assert state(workplace) == before
    # A file beyond the first one goes on for good.
    workplace.coach.duty.import_shifts(imported(*OTHER * 4, first=MONDAY + timedelta(days=35)))
    assert lived(workplace, MONDAY + timedelta(days=28), 49) == "EEEEE.." + "NN....N" * 6


def test_the_same_pattern_over_fewer_dates_ends_nothing(workplace: Workplace) -> None:
    workplace.coach.duty.import_shifts(imported(*WEEK * 6))
    assert workplace.coach.duty.import_shifts(imported(*WEEK * 2)).changes_nothing


def test_rosters_begun_within_the_file_give_way_and_later_ones_stay(workplace: Workplace) -> None:
    for week in (1, 5):
        begins = MONDAY + timedelta(days=7 * week)
        workplace.coach.duty.set_roster(Roster(begins, begins, {"Night": NIGHT}, ("Night", None)))
    workplace.coach.duty.import_shifts(imported(*WEEK * 3))
    assert lived(workplace, MONDAY, 39) == "EEEEE.." * 5 + "N.N."


def test_an_absence_before_the_first_shift_is_a_date_of_its_own(workplace: Workplace) -> None:
    found = imported(*WEEK * 2, first=MONDAY + timedelta(days=14))
    away = ImportedDay(MONDAY, reason="Urlaub")
    workplace.coach.duty.import_shifts(ImportedRoster((away, *found.days), found.first, found.last))
    assert lived(workplace, MONDAY, 28) == ".----.." + "-----.." + "EEEEE.." * 2


def test_only_absences_lie_ahead(workplace: Workplace) -> None:
    found = imported(*WEEK * 2, first=MONDAY - timedelta(days=21))
    away = ImportedDay(MONDAY + timedelta(days=1), reason="Urlaub")
    plan = workplace.coach.duty.import_shifts(ImportedRoster((*found.days, away), found.first, found.last))
    assert plan.cycle is None
    assert lived(workplace, MONDAY, 3) == "-.-"


def test_a_file_wholly_past_is_refused(workplace: Workplace) -> None:
    before = state(workplace)
    with pytest.raises(InputError) as caught:
        workplace.coach.duty.import_shifts(imported(*WEEK * 2, first=MONDAY - timedelta(days=14)))
    assert (caught.value.field, caught.value.code) == ("calendar", "roster_is_past")
    assert state(workplace) == before


def test_hours_of_a_name_changed_in_a_later_file(workplace: Workplace) -> None:
    workplace.coach.duty.import_shifts(imported(*WEEK * 2))
    longer = ("Early", ShiftPattern(EARLY.start, NIGHT.start))
    plan = workplace.coach.duty.import_shifts(imported(*[longer, *[None] * 6] * 2))
    assert not plan.changes_nothing
    assert lived(workplace, MONDAY, 14) == "E......" * 2
