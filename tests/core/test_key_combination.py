"""Combinations of keys as they are typed and written."""

import pytest

from habitcoach.core.errors import InputError
from habitcoach.core.key_combination import Modifier, key_combination


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Ctrl+Shift+Space", "Ctrl+Shift+Space"),
        (" shift + control+ SPACE ", "Ctrl+Shift+Space"),
        ("super+h", "Meta+H"),
        ("alt+shift+7", "Alt+Shift+7"),
        ("ctrl+f12", "Ctrl+F12"),
        ("Win+pagedown", "Meta+PageDown"),
        ("ctrl+shift+a", "Ctrl+Shift+A"),
    ],
)
def test_it_is_written_in_one_way(typed: str, written: str) -> None:
    found = key_combination("key", typed)
    assert found.text == written
    assert key_combination("key", found.text) == found


def test_its_parts_are_known() -> None:
    found = key_combination("key", "Ctrl+Shift+K")
    assert found.modifiers == {Modifier.CTRL, Modifier.SHIFT}
    assert found.key == "K"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "not_a_key"),
        ("Ctrl+", "not_a_key"),
        ("Ctrl+Escape", "not_a_key"),
        ("Hyper+K", "not_a_key"),
        ("Ctrl+Ctrl+F1", "not_a_key"),
        ("Ctrl+é", "not_a_key"),
        ("Ctrl+Alt+K", "ctrl_and_alt"),
        ("Ctrl+Alt+Shift+Space", "ctrl_and_alt"),
        ("K", "key_too_plain"),
        ("Shift+K", "key_too_plain"),
        ("Shift+Space", "key_too_plain"),
        ("F1", "key_too_plain"),
        ("Ctrl+C", "key_too_plain"),
        ("Alt+F", "key_too_plain"),
    ],
)
def test_what_is_none_is_refused(typed: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        key_combination("key", typed)
    assert (refused.value.field, refused.value.code) == ("key", code)
