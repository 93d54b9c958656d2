"""Half a year in an agent's life: what the reviews suggest, and what comes of it. Seeded, on a real file."""

from collections.abc import Iterator

import pytest

from habitcoach.coaching.fading import StageReader
from habitcoach.core.decision import DecisionKind
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Habit
from habitcoach.core.suggesting import Reason, Rule
from habitcoach.core.trigger import AroundShift, At, ShiftAnchor
from habitcoach.core.wall import DAY
from tests.support.half_year.cast import DRINK_AT, SUM_UP, TIDY
from tests.support.half_year.diary import diary
from tests.support.half_year.living import AWAY, BEGIN, WEEKS, Living, Week


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Living]:
    lived = Living(tmp_path_factory.mktemp("half_a_year"), seed=7).live()
    yield lived
    lived.place.close()


def habit(life: Living, name: str) -> Habit:
    return next(one for one in life.place.coach.agenda().habits if one.name == name)


def week(life: Living, number: int) -> Week:
    return next(one for one in life.weeks if one.number == number)


@pytest.mark.parametrize(
    ("number", "name", "rule", "reason"),
    [
        (5, "Read one article", Rule.SKIPPED, Reason.OFTEN_SKIPPED),
        (12, "Start clean", Rule.RUNS_BY_ITSELF, Reason.RUNS_BY_ITSELF),
        (11, "Study the product", Rule.RARELY_KEPT, Reason.RARELY_KEPT),
        (6, "Drink water", Rule.CUE_FAILS, Reason.ONE_SLOT),
        (22, "Close my tabs", Rule.CUE_FAILS, Reason.FORGOT),
        (7, "Clear the desk", Rule.TOO_BIG, Reason.SELDOM_KEPT),
        (19, "Sum up the morning", Rule.TOO_BIG, Reason.TOOK_TOO_LONG),
        (20, "Ask what they tried", Rule.TOO_BIG, Reason.FEW_HITS),
        (15, "One slow breath", Rule.REWARD_FAILS, Reason.REWARD_PALE),
        (3, "Greet by name", Rule.GOAL_REACHED, Reason.GOAL_REACHED),
    ],
)
def test_each_rule_makes_its_suggestion_for_its_reason(
    life: Living, number: int, name: str, rule: Rule, reason: Reason
) -> None:
    found = week(life, number).page.suggestion
    assert found is not None
    assert (found.habit, found.advice.rule, found.advice.reason) == (name, rule, reason)


def test_what_is_new_or_goes_well_is_kept_as_it_is(life: Living) -> None:
    advices = {(one.number, each.habit): each.advice.rule for one in life.weeks for each in one.reviews}
    assert advices[4, "Drink water"] is Rule.TOO_EARLY
    assert advices[2, "Start clean"] is Rule.NOTHING_AMISS
    assert week(life, 2).page.suggestion is None


def test_an_advice_that_was_taken_is_not_given_again(life: Living) -> None:
    taken = [
        (one.habit_id, one.kind)
        for each in life.weeks
        for one in each.decided
        if one.kind is not DecisionKind.KEEP
    ]
    raised = sum(kind is DecisionKind.RAISE_GOAL for _, kind in taken)
    assert raised == 2  # 80 → 90 → 100, three reviews later each
    assert len(set(taken)) == len(taken) - 1


def test_what_was_declined_rests_for_three_reviews(life: Living) -> None:
    graduate = [
        one.number
        for one in life.weeks
        if one.page.suggestion is not None
        and (one.page.suggestion.habit, one.page.suggestion.kind) == ("One thank-you", DecisionKind.GRADUATE)
    ]
    assert graduate == [13]  # the bad stretch ends what would have come again in week 17


def test_another_cue_changes_the_next_weeks_occasions(life: Living) -> None:
    drink = habit(life, "Drink water")
    before, after = drink.versions[0], drink.versions[-1]
    assert before.trigger == DRINK_AT
    assert isinstance(after.trigger, At)
    assert "15:30" not in {f"{one:%H:%M}" for one in after.trigger.times}
    monday = week(life, 7).period.start
    slots = {one.slot for one in life.place.store.entries(drink.id, monday, monday)}
    assert slots == {f"{monday}/{one:%H:%M}" for one in after.trigger.times}
    tabs = habit(life, "Close my tabs")
    assert tabs.newest.trigger == AroundShift(ShiftAnchor.END, -60)
    assert kept(life, "Close my tabs", 22) == (3, 4)
    assert kept(life, "Close my tabs", 24) == (5, 5)


def test_a_smaller_routine_is_kept(life: Living) -> None:
    assert habit(life, "Clear the desk").newest.plan.routine == TIDY.tiny
    assert habit(life, "Sum up the morning").newest.plan.routine == SUM_UP.tiny
    assert kept(life, "Clear the desk", 9) == (5, 5)
    effect = next(one for one in week(life, 9).effects if one.habit == "Clear the desk")
    assert (effect.kept_before, effect.due_before) == (2, 5)
    assert effect.kept_after == effect.due_after


def test_goals_go_up_and_come_nearer(life: Living) -> None:
    assert [one.target.goal for one in habit(life, "Greet by name").versions][:3] == [80, 90, 100]
    asked = habit(life, "Ask what they tried")
    assert [one.target.goal for one in asked.versions] == [70, 50]
    assert kept(life, "Ask what they tried", 21) == (4, 4)


def test_a_pale_reward_is_changed(life: Living) -> None:
    assert habit(life, "One slow breath").newest.plan.reward == "I look out of the window"


def test_cues_are_withdrawn_brought_back_and_withdrawn_again(life: Living) -> None:
    thanks = habit(life, "One thank-you")
    stages = StageReader(life.place.store, life.place.coach.standings).of(life.place.coach.agenda(), thanks)
    steps = [int(one.after) for one in stages.changes]
    assert steps == [1, 2, 3, 2, 0, 1, 2, 3]
    assert stages.stage is Stage.SILENT
    quiet = life.place.store.prompts_of(thanks.id, week(life, 10).period.start, week(life, 16).period.end)
    # Back from a week of absence the first cue comes, once.
    assert sum(one.shown_at is not None for one in quiet) <= 1


def test_a_graduated_habit_has_no_cues_and_one_check_a_month(life: Living) -> None:
    clean = habit(life, "Start clean")
    since = clean.newest.from_date
    assert since == week(life, 12).period.end - DAY  # the work date after the review on Friday
    shown = [one for one in life.place.store.prompts_of(clean.id, since) if one.shown_at is not None]
    assert shown == []
    months = {one.work_date.month for one in life.place.store.entries(clean.id, since)}
    assert months == {5, 6, 7}  # logged at each month's last shift; August is still running


def test_a_habit_rests_and_returns(life: Living) -> None:
    [rest] = [one for one in life.rests if one.habit == "Stretch"]
    assert rest.until > rest.since
    assert kept(life, "Stretch", 26) == (5, 5)


def test_a_retired_habit_is_gone_from_the_review(life: Living) -> None:
    assert "Study the product" in {one.habit for one in week(life, 11).reviews}
    assert "Study the product" not in {one.habit for one in week(life, 12).reviews}


def test_a_week_away_hurts_no_streak(life: Living) -> None:
    before, after = (
        next(row.streak for row in week(life, number).page.rows if row.habit == "Drink water")
        for number in (AWAY - 1, AWAY + 1)
    )
    assert after == before + 5


def test_the_file_is_whole_and_its_numbers_are_those_of_the_log(life: Living) -> None:
    coach = life.place.coach
    assert life.place.store.quick_check() == "ok"
    assert not coach.derived.wrong()


def test_the_diary_tells_every_week(life: Living) -> None:
    told = diary(life)
    for number in range(1, WEEKS + 1):
        assert f"## Week {number}\n" in told
    assert f"{BEGIN:%d %B %Y}" in told
    assert told.count("Suggested for") == sum(one.page.suggestion is not None for one in life.weeks)


def kept(life: Living, name: str, number: int) -> tuple[int, int]:
    """Return the periods kept and due of a habit in a week of the story."""
    tally = next(one.weeks[-1] for one in week(life, number).reviews if one.habit == name)
    return tally.kept, tally.due
