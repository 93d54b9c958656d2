"""Any review: what is undone is as it was, and no decision touches a day that was lived."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.coaching.decision_options import Choice
from habitcoach.coaching.review_views import ReviewState
from habitcoach.core.decision import DecisionKind
from habitcoach.core.errors import HabitCoachError
from habitcoach.core.habit import Habit, HabitId, Pause
from habitcoach.core.judging import Judged
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import AroundShift, Contact, ShiftAnchor
from tests.support.habits import at
from tests.support.reviewed_weeks import W48, named, page, workday
from tests.support.thoroughness import examples
from tests.support.workplace import Workplace

KINDS = [one for one in DecisionKind if one is not DecisionKind.FADE]
choices = st.builds(
    Choice,
    trigger=st.none() | st.sampled_from([at("14:00"), AroundShift(ShiftAnchor.END, -20), Contact()]),
    when=st.sampled_from(["", "I log in"]),
    routine=st.sampled_from(["", "half a smile"]),
    goal=st.none() | st.integers(1, 5),
    reward=st.sampled_from(["", "a nut"]),
)
acts = st.lists(
    st.one_of(
        st.tuples(st.just("decide"), st.integers(1, 3), st.sampled_from(KINDS), choices),
        st.tuples(st.sampled_from(["not_now", "take_back"]), st.integers(1, 3), st.none(), st.none()),
    ),
    max_size=8,
)


def lived(place: Workplace) -> Sequence[tuple[Judged, ...]]:
    agenda = place.coach.agenda()
    return [place.coach.standings.of(agenda, one).periods for one in agenda.habits]


def stands(place: Workplace) -> tuple[Sequence[Habit], Sequence[Pause]]:
    return place.store.habits(), place.store.pauses()


@given(acts)
@settings(max_examples=examples(60), deadline=None)
def test_undone_it_is_as_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    happens: list[tuple[str, int, DecisionKind | None, Choice | None]],
) -> None:
    place = Workplace(tmp_path_factory.mktemp("review"))
    place.add(at("10:30"), name="One")
    place.add(Contact(), Target(TargetKind.RATE, 80), name="Two")
    place.add(Contact(), Target(TargetKind.COUNT, 3), name="Three")
    place.was_there(*(workday(number) for number in range(1, 6)))
    for number in (1, 2, 4):
        place.clock.moment = place.clock.now().replace(day=workday(number).day)
        place.done(place.coach.habits.find("One"))
    place.clock.moment = place.clock.now().replace(day=workday(5).day, hour=16)
    week, deciding = named(place, W48), place.coach.deciding
    before, periods = stands(place), lived(place)
    decided: dict[int, DecisionKind] = {}
    for act, number, kind, choice in happens:
        habit_id = HabitId(number)
        try:
            if kind is not None:
                decided[number] = deciding.decide(week, habit_id, kind, choice).kind
            elif act == "not_now":
                decided[number] = deciding.not_now(week, habit_id).kind
            else:
                deciding.take_back(week, habit_id)
                decided.pop(number, None)
        except HabitCoachError:
            continue
    assert stands(place) == before, "nothing holds before it is finished"
    done = deciding.finish(week)
    assert {one.habit_id: one.kind for one in done.decisions} == decided
    assert lived(place) == periods
    assert page(place).state is ReviewState.FINISHED
    deciding.undo_finish(week)
    assert stands(place) == before
    assert {one.habit_id: one.kind for one in place.store.decisions()} == decided
    deciding.finish(week)
    place.clock.moment += timedelta(days=3)
    ended = [tuple(one for one in found if one.period.end <= workday(5)) for found in lived(place)]
    assert [one[: len(two) - 1] for one, two in zip(ended, periods, strict=True)] == [
        one[:-1] for one in periods
    ]
    place.close()
