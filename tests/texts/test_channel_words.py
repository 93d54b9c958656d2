"""Channels in words."""

from itertools import combinations

import pytest

from habitcoach.coaching.preferences import Channel
from habitcoach.texts.channels import channel_name, for_channels, starter_title
from habitcoach.texts.first_run import first_cue_draft, starting_shifts, taken_in_line

SETS = [one for size in range(4) for one in combinations(Channel, size)]


@pytest.mark.parametrize("channels", SETS)
def test_every_set_of_channels_is_a_whole_sentence(channels: tuple[Channel, ...]) -> None:
    sentence, title = for_channels(channels), starter_title(channels)
    assert sentence.endswith(".") or not channels
    assert title.startswith("Starter set")
    for channel in channels:
        assert channel_name(channel).casefold() in sentence.casefold()
        assert channel_name(channel).casefold() in title.casefold()


def test_the_first_cue_is_a_habit_with_a_reward() -> None:
    draft = first_cue_draft()
    assert (draft.plan.routine, draft.plan.reward) == ("Take one slow breath", "Let it go")


def test_three_shifts_are_offered_to_begin_with() -> None:
    assert list(starting_shifts()) == ["Early", "Late", "Night"]


@pytest.mark.parametrize(
    ("habits", "line"),
    [
        (0, "The file holds no habits. Its settings are here now."),
        (1, "1 habit is here again, with its log."),
        (3, "3 habits are here again, with their log."),
    ],
)
def test_what_came_of_a_file_is_counted(habits: int, line: str) -> None:
    assert taken_in_line(habits) == line
