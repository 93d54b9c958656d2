"""A prompt and what becomes of it."""

from datetime import timedelta

from habitcoach.core.habit import HabitId
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from tests.support.habits import MONDAY, local


def test_one_put_off_is_the_same_prompt_until_its_time() -> None:
    due = local(MONDAY, "10:30")
    key = PromptKey("habit:1", f"{MONDAY}/10:30")
    shown = Prompt(key, HabitId(1), 7, MONDAY, due, PromptState.SHOWN, shown_at=due)
    at, until = due + timedelta(minutes=1), due + timedelta(minutes=11)
    found = shown.put_off(at, until, 42)
    assert (found.key, found.delivery, found.shown_at) == (key, 7, due)
    assert (found.state, found.answer, found.answered_at) == (PromptState.SNOOZED, "snooze", at)
    assert (found.snoozed_until, found.snooze_after) == (until, 42)
