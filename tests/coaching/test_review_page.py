"""The review page: what a week shows, from a real file."""

from datetime import timedelta

from habitcoach.coaching.promise_habit import PromiseWords
from habitcoach.coaching.promises import Wish
from habitcoach.coaching.review_answers import Said
from habitcoach.coaching.review_views import EndedStreak, Mark, Question, ReviewState
from habitcoach.core.entry import SkipReason
from habitcoach.core.graduating import MONTHLY, ONE_CHECK
from habitcoach.core.headline import HeadlineCode
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Edge, Manual, OncePer, Which
from tests.support.habits import MONDAY, PLAN, at, local, version
from tests.support.reviewed_weeks import W48, W49, W50, live, more, named, page, row, workday
from tests.support.workplace import Workplace

RATE = Target(TargetKind.RATE, 80, minimum=2)
NEXT_WEEK = MONDAY + timedelta(days=7)


def marks(place: Workplace, name: str = W48) -> list[str]:
    [found] = page(place, name).rows
    return [one.mark.value for one in found.cells]


def test_before_three_shifts_it_is_too_early(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("18:00", workday(2))
    found = page(workplace)
    assert (found.state, found.rows, found.can_finish) == (ReviewState.TOO_EARLY, (), False)
    assert found.too_early is not None
    assert (found.too_early.so_far, found.too_early.to_come) == (2, 3)
    assert found.too_early.first_at == local(workday(5), "16:50")


def test_a_habit_begun_late_in_the_week_is_reviewed_in_the_next_one(workplace: Workplace) -> None:
    workplace.go_to("08:00", workday(4))
    workplace.add(at("10:30"))
    found = page(workplace).too_early
    assert found is not None
    assert (found.so_far, found.first_at) == (0, local(workday(10), "16:50"))


def test_without_habits_or_without_shifts_there_is_no_first_review(workplace: Workplace) -> None:
    found = page(workplace).too_early
    assert found is not None
    assert (found.first_at, found.so_far) == (None, 0)
    workplace.add(at("10:30"))
    workplace.coach.duty.take_off([MONDAY + timedelta(days=n) for n in range(90)], "leave")
    found = page(workplace).too_early
    assert found is not None
    assert (found.first_at, found.so_far, found.to_come) == (None, 0, 0)


def test_a_week_of_all_marks(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True, True])
    workplace.go_to("10:40", workday(3))
    workplace.skip(habit, reason=SkipReason.OUTAGE)
    live(workplace, habit, [False], first=4)
    workplace.go_to("12:00", workday(5))
    assert marks(workplace) == ["kept", "kept", "skipped", "covered", "open", "none", "none"]
    workplace.go_to("12:00", NEXT_WEEK)
    assert marks(workplace) == ["kept", "kept", "skipped", "covered", "missed", "off", "off"]
    found = row(workplace, habit)
    assert (found.from_before, found.goes_on, found.streak) == (False, False, 0)
    assert found.ended == EndedStreak(workday(5), 2)


def test_days_off_that_come_are_told_once_nothing_is_open_before_them(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True] * 4)
    assert marks(workplace) == ["kept"] * 4 + ["none", "none", "none"]
    live(workplace, habit, [True], first=5)
    assert marks(workplace) == ["kept"] * 5 + ["off", "off"]


def test_a_streak_runs_through_a_week(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True] * 10)
    found = row(workplace, habit, W49)
    assert (found.from_before, found.goes_on, found.streak, found.ended) == (True, True, 10, None)
    assert row(workplace, habit).streak == 5


def test_counted_habits_show_their_numbers(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), RATE)
    for number, hits in enumerate((9, 10, 5), start=1):
        workplace.go_to("12:00", workday(number))
        workplace.done(habit, count=hits, of=10)
    workplace.go_to("12:00", workday(4))
    cells = row(workplace, habit).cells
    assert [(one.mark, one.number, one.of) for one in cells[:4]] == [
        (Mark.KEPT, 9, 10),
        (Mark.KEPT, 10, 10),
        (Mark.PART, 5, 10),
        (Mark.OPEN, None, None),
    ]


def test_a_week_habit_is_told_by_its_days_and_its_last_shift(workplace: Workplace) -> None:
    habit = workplace.add(Manual(), Target(TargetKind.COUNT, 3, Per.WEEK))
    for number in (1, 2):
        workplace.go_to("12:00", workday(number))
        workplace.done(habit)
    workplace.go_to("12:00", workday(3))
    assert marks(workplace) == ["kept", "kept", "open", "none", "none", "none", "none"]
    workplace.go_to("12:00", NEXT_WEEK)
    assert marks(workplace) == ["kept", "kept", "off", "off", "part", "off", "off"]
    workplace.go_to("12:00", NEXT_WEEK + timedelta(days=7))
    assert marks(workplace, W49) == ["off"] * 4 + ["off", "off", "off"]


def test_a_missed_week_shows_on_its_last_shift_and_a_kept_one_as_it_was(workplace: Workplace) -> None:
    workplace.add(OncePer(Per.WEEK, Which.LAST, Edge.END, -60), Target(per=Per.WEEK))
    workplace.go_to("16:30", workday(5))
    workplace.done(workplace.coach.habits.find("Smile"))
    workplace.go_to("12:00", NEXT_WEEK + timedelta(days=7))
    assert marks(workplace) == ["off"] * 4 + ["kept", "off", "off"]
    assert marks(workplace, W49) == ["off"] * 4 + ["covered", "off", "off"]
    workplace.go_to("12:00", NEXT_WEEK + timedelta(days=14))
    assert marks(workplace, W50) == ["off"] * 4 + ["missed", "off", "off"]


def test_before_it_began_and_after_it_was_retired_there_is_nothing(workplace: Workplace) -> None:
    smile = workplace.add(at("10:30"))
    live(workplace, smile, [True, True])
    workplace.go_to("08:00", workday(3))
    late = workplace.add(at("11:30"), name="Late")
    workplace.go_to("12:00", NEXT_WEEK)
    assert [one.mark for one in row(workplace, late).cells][:4] == [
        Mark.NONE,
        Mark.NONE,
        Mark.OFF,
        Mark.MISSED,
    ]
    workplace.coach.habits.archive(smile.id)
    assert [one.habit for one in page(workplace).rows] == ["Smile", "Late"]
    assert [one.habit for one in page(workplace, W49).rows] == ["Late"]


def test_the_headline_the_figures_and_the_best_day(workplace: Workplace) -> None:
    first, second = workplace.add(at("10:30")), workplace.add(at("11:30"), name="Thanks")
    live(workplace, first, [True] * 7)
    workplace.go_to("12:00", workday(8))
    reward = workplace.done(first).reward
    workplace.done(second)
    assert reward is not None
    workplace.coach.take_reward(reward.reward_id)
    workplace.go_to("18:00", workday(10))
    found = page(workplace, W49)
    assert (found.headline.code, found.headline.day) == (HeadlineCode.BEST_DAY, workday(8))
    assert found.best_day == workday(8)
    assert (found.headline.done, found.headline.of) == (4, 6)
    assert found.figures.longest is not None
    assert (found.figures.longest.habit, found.figures.longest.streak) == ("Smile", 8)
    assert (found.figures.rewards_taken, found.figures.promises) == (1, None)
    assert page(workplace).best_day is None


def test_the_weeks_on_both_sides_and_the_dates_of_the_title(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True] * 6)
    found = page(workplace)
    assert (found.name, found.number, found.first, found.last) == (W48, 48, workday(1), workday(5))
    assert (found.before, found.after) == (None, W49)
    later = page(workplace, W49)
    assert (later.before, later.after) == (W48, None)
    workplace.coach.duty.take_off([NEXT_WEEK + timedelta(days=n) for n in range(7)], "leave")
    off = page(workplace, W49)
    assert (off.first, off.last) == (NEXT_WEEK, NEXT_WEEK + timedelta(days=6))


def test_the_question_comes_every_second_week_once_answered_four_times(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    asked = []
    for week in range(6):
        live(workplace, habit, [True] * 5, first=5 * week + 1)
        name = f"2026-W{48 + week}"
        found = row(workplace, habit, name).question
        asked.append((found.asked, found.last, found.next_on))
        if found.asked:
            workplace.coach.review_answers.say(habit.id, Said(by_itself=week + 1), named(workplace, name))
            assert row(workplace, habit, name).question.mark == week + 1
    assert asked == [
        (True, None, None),
        (True, 1, None),
        (True, 2, None),
        (True, 3, None),
        (False, 4, workday(30)),
        (True, 4, None),
    ]
    between = row(workplace, habit, "2026-W52").question
    assert (between.last_week, between.mark) == (True, None)


def test_the_review_day_of_a_week_off_is_its_end(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    for week in range(4):
        live(workplace, habit, [True] * 5, first=5 * week + 1)
        workplace.coach.review_answers.say(habit.id, Said(by_itself=3))
    live(workplace, habit, [True] * 5, first=21)
    off = [workday(26) + timedelta(days=n) for n in range(7)]
    workplace.coach.duty.take_off(off, "leave")
    assert row(workplace, habit, "2026-W52").question.next_on == off[-1]


def test_promises_and_graduated_habits_are_asked_nothing(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    promised = Wish(local(workday(1), "15:00"), "4711")
    workplace.coach.promises.make(promised, PromiseWords("Promises", PLAN))
    live(workplace, habit, [True] * 4)
    promises, smile = sorted(page(workplace).rows, key=lambda one: one.habit)
    assert (promises.question, smile.question.asked) == (Question(asked=False), True)
    found = page(workplace).figures.promises
    assert found is not None
    assert (found.made, found.kept) == (1, 0)
    workplace.store.put_version(habit.id, version(workday(5), MONTHLY, ONE_CHECK))
    assert row(workplace, habit).question == Question(asked=False)


def test_more_against_yesterdays_high_point(workplace: Workplace) -> None:
    first, second = workplace.add(at("10:30")), workplace.add(at("11:30"), name="Thanks")
    live(workplace, first, [True, True])
    workplace.go_to("12:00", workday(3))
    workplace.done(first)
    workplace.done(second)
    workplace.go_to("18:00", workday(4))
    found = more(workplace).high_points
    assert [(one.done, one.before, one.passed) for one in found.bars] == [
        (1, None, False),
        (1, 1, False),
        (2, 1, True),
        (0, 2, False),
    ]
    assert (found.best_before, found.passed) == (0, 1)
    workplace.go_to("18:00", workday(6))
    assert more(workplace, W49).high_points.best_before == 2


def test_the_first_shift_in_weeks_is_compared_with_none(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True, True, True])
    off = [workday(4) + timedelta(days=n) for n in range(32)]
    workplace.coach.duty.take_off(off, "leave")
    back = off[-1] + timedelta(days=1)
    workplace.go_to("18:00", back)
    name = workplace.coach.review_page.default_week(workplace.coach.agenda())
    [bar, *_] = workplace.coach.review_page.more(workplace.coach.agenda(), name).high_points.bars[-1:]
    assert (bar.before, bar.compared) == (None, False)


def test_a_habit_that_was_counted_once_is_counted_as_it_was_then(workplace: Workplace) -> None:
    habit = workplace.add(Manual(), Target(TargetKind.COUNT, 1))
    live(workplace, habit, [True, True])
    workplace.go_to("08:00", workday(3))
    workplace.store.put_version(habit.id, version(workday(3), at("10:30")))
    workplace.go_to("10:40", workday(3))
    workplace.done(workplace.coach.habits.find("Smile"))
    assert [one.done for one in more(workplace).high_points.bars] == [0, 0, 1]


def test_an_open_week_that_was_done_today_shows_it(workplace: Workplace) -> None:
    habit = workplace.add(Manual(), Target(TargetKind.COUNT, 3, Per.WEEK))
    live(workplace, habit, [True, False, True])
    assert marks(workplace)[:3] == ["kept", "off", "kept"]


def test_a_count_of_occasions_is_told_by_its_days(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"), Target(TargetKind.COUNT, 2))
    live(workplace, habit, [True] * 4)
    found = page(workplace).headline
    assert (found.done, found.of) == (0, 3)
    assert not workplace.coach.review_page.is_finished(named(workplace, W48))


def test_a_shift_of_another_length_is_not_compared(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True, True, True])
    workplace.coach.duty.move_shift(workday(4), "10:00-13:00")
    workplace.go_to("18:00", workday(4))
    [last] = more(workplace).high_points.bars[-1:]
    assert (last.before, last.compared, last.passed) == (1, False, False)
