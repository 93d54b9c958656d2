"""The key of the quick bar, as a setting."""

import pytest

from habitcoach.coaching.quick_key import QUICK_KEY, chosen_combination
from habitcoach.coaching.settings import Settings
from habitcoach.core.errors import InputError
from tests.support.workplace import Workplace


@pytest.fixture
def settings(workplace: Workplace) -> Settings:
    return workplace.coach.settings


def test_it_is_there_from_the_start(settings: Settings) -> None:
    assert settings.value(QUICK_KEY) == "Ctrl+Shift+Space"


@pytest.mark.parametrize(("typed", "kept"), [("super + j", "Meta+J"), ("OFF", "off"), ("Ctrl+F9", "Ctrl+F9")])
def test_it_is_kept_in_one_spelling(settings: Settings, typed: str, kept: str) -> None:
    assert settings.choose(QUICK_KEY, typed) == kept
    assert settings.value(QUICK_KEY) == kept


def test_ctrl_with_alt_is_refused_and_changes_nothing(settings: Settings) -> None:
    with pytest.raises(InputError, match="ctrl_and_alt"):
        settings.choose(QUICK_KEY, "Ctrl+Alt+K")
    assert settings.value(QUICK_KEY) == "Ctrl+Shift+Space"


def test_a_value_that_was_kept_is_read_again() -> None:
    assert chosen_combination("off") is None
    found = chosen_combination("Ctrl+Shift+Space")
    assert found is not None
    assert found.text == "Ctrl+Shift+Space"
