"""Gone and back: crashes, absences, clocks set back, a disk that is busy."""

from datetime import timedelta
from pathlib import Path

import pytest

from habitcoach.coaching.cueing import WATERMARK
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.core.habit import Category, Draft
from habitcoach.core.target import Target, TargetKind
from habitcoach.storage.opening import open_store
from tests.support.habits import MONDAY, ONE_CHECK, PLAN, at, local
from tests.support.workplace import FIRST, Workplace

TUESDAY = MONDAY + timedelta(days=1)
SLOT = f"{MONDAY}/10:30"


def test_a_crash_before_showing_leaves_a_cue_in_the_list_and_shows_nothing_again(
    workplace: Workplace,
) -> None:
    workplace.add(at("10:30"))
    workplace.notifier.waits = True
    workplace.go_to("10:30")
    workplace.restart()
    assert workplace.state(SLOT) == "unconfirmed"
    assert workplace.titles() == []
    view = workplace.coach.today()
    assert view.unconfirmed == {SLOT}
    assert [one.slot for one in view.waiting] == [SLOT]


def test_a_cue_perhaps_never_shown_whose_time_is_over_is_summed_up(workplace: Workplace) -> None:
    workplace.add(at("16:30"))
    workplace.notifier.waits = True
    workplace.go_to("16:30")
    workplace.kill()
    workplace.clock.moment = local(TUESDAY, "08:00")
    workplace.open()
    workplace.start()
    assert workplace.state(f"{MONDAY}/16:30") == "expired"
    [notice] = workplace.notifier.notices
    assert notice.body == "1 cue passed while you were away."


def test_a_streak_that_a_day_has_ended_ends_in_the_file_too(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.done(habit)

    def rows() -> list[tuple[str, int]]:
        found = workplace.store._rows("SELECT end_date, open FROM streak")
        return [(row["end_date"], row["open"]) for row in found]

    workplace.go_to("12:00", TUESDAY)
    assert rows() == [("2026-11-23", 1)]
    workplace.go_to("04:01", MONDAY + timedelta(days=3))  # a spare was spent on the Tuesday
    assert rows() == [("2026-11-23", 0)]


def test_a_cue_shown_before_the_crash_is_not_shown_again(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:30")
    workplace.restart()
    assert workplace.titles() == []
    assert workplace.state(SLOT) == "shown"


def test_what_passed_while_away_is_recorded_and_summed_up_once(workplace: Workplace) -> None:
    workplace.add(at("10:30", "15:00"))
    workplace.kill()
    workplace.clock.moment = local(MONDAY + timedelta(days=3), "08:00")
    workplace.open()
    workplace.start()
    [notice] = workplace.notifier.notices
    assert notice.title == "While you were away"
    assert "6 cues passed" in notice.body
    states = {
        workplace.state(f"{MONDAY + timedelta(days=n)}/{wall}")
        for n in range(3)
        for wall in ("10:30", "15:00")
    }
    assert states == {"expired"}
    workplace.restart()
    assert workplace.titles() == []


def test_what_is_still_open_on_return_comes_with_a_word_on_what_passed(workplace: Workplace) -> None:
    workplace.add(at("10:30", "15:00"))
    workplace.kill()
    workplace.clock.moment = local(TUESDAY, "15:30")
    workplace.open()
    workplace.start()
    [notice] = workplace.notifier.notices
    assert notice.title == "1 cue is waiting"
    assert "3 cues passed" in notice.body
    assert workplace.state(f"{TUESDAY}/15:00") == "shown"


def test_what_was_kept_while_away_did_not_pass(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"), Target(TargetKind.COUNT, 1))
    workplace.kill()
    workplace.clock.moment = local(MONDAY, "10:40")
    workplace.open()
    workplace.coach.recording.done(Log(habit.id, Source.COMMAND))
    workplace.kill()
    workplace.clock.moment = local(MONDAY + timedelta(days=4), "08:00")
    workplace.open()
    workplace.start()
    assert "6 cues passed" in workplace.notifier.notices[0].body


def test_a_clock_set_back_shows_nothing_twice(workplace: Workplace) -> None:
    workplace.add(at("10:30", "15:00"))
    workplace.go_to("10:35")
    workplace.jump("09:00")
    assert workplace.state(SLOT) == "shown"
    workplace.go_to("15:00")
    assert workplace.titles() == ["Smile", "Smile"]


def test_a_watermark_in_the_future_is_clamped(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.store.put_setting(WATERMARK, local(MONDAY + timedelta(days=300), "12:00").isoformat())
    workplace.cueing.look()
    workplace.go_to("10:30")
    assert workplace.titles() == ["Smile"]


def test_the_watermark_moves_though_nothing_is_due(workplace: Workplace) -> None:
    workplace.cueing.look()
    workplace.jump("09:00")
    assert workplace.store.setting(WATERMARK) == local(MONDAY, "09:00").isoformat()
    workplace.jump("09:05")
    assert workplace.store.setting(WATERMARK) == local(MONDAY, "09:00").isoformat()


def test_a_cue_is_lost_to_no_fault_of_the_disk(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.clock.moment = local(MONDAY, "10:30")
    other = open_store(workplace.path, 0)
    try:
        with other.writing(), pytest.raises(EnvironmentFaultError, match="file_busy"):
            workplace.cueing.look()
    finally:
        other.close()
    assert workplace.titles() == []
    workplace.cueing.look()
    assert workplace.titles() == ["Smile"]


def test_the_first_look_ever_tells_of_no_cue_from_before_the_app(tmp_path: Path) -> None:
    place = Workplace(tmp_path)
    place.coach.habits.add(Draft("Smile", Category.WORDS, PLAN, at("10:30"), ONE_CHECK))
    place.clock.moment = local(MONDAY + timedelta(days=28), "09:00")
    place.start()
    assert place.titles() == []
    place.go_to("10:30", MONDAY + timedelta(days=28))
    assert place.titles() == ["Smile"]
    assert len(place.store.prompts_of(FIRST, MONDAY)) == 1
    place.close()
