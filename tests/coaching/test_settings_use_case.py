"""Settings: what can be chosen, who is told, and that it is obeyed."""

from datetime import timedelta

import pytest

from habitcoach.coaching.changes import Changed
from habitcoach.coaching.preferences import Channel
from habitcoach.coaching.settings import KNOWN
from habitcoach.core.errors import InputError
from tests.support.workplace import Workplace


def test_every_default_is_one_that_could_be_chosen(workplace: Workplace) -> None:
    settings = workplace.coach.settings
    for one in KNOWN.values():
        assert one.read("it", one.default) == one.default
    assert settings.all().keys() == KNOWN.keys()


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("theme", "dark", "dark"),
        ("text_size", "large", "large"),
        ("sound", " soft ", "soft"),
        ("discreet_texts", "on", "on"),
        ("card_seconds", "45", "45"),
        ("channels", "phone, email", "email,phone"),
        ("channels", "", ""),
        ("language", "de", "de"),
        ("week_start", "Sunday", "7"),
        ("day_start", "5:00", "05:00"),
    ],
)
def test_a_choice_is_kept(workplace: Workplace, name: str, text: str, kept: str) -> None:
    assert workplace.coach.settings.choose(name, text) == kept
    assert workplace.coach.settings.value(name) == kept


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("theme", "pink", "not_a_choice"),
        ("discreet_texts", "yes", "not_a_choice"),
        ("card_seconds", "4", "not_in_range"),
        ("call_minutes", "500", "not_in_range"),
        ("call_minutes", "an hour", "not_in_range"),
        ("channels", "email,fax", "not_a_choice"),
        ("language", "Deutsch", "not_a_choice"),
        ("week_start", "8", "not_a_choice"),
        ("day_start", "soon", "not_a_time_of_day"),
        ("colour", "red", "unknown_setting"),
    ],
)
def test_what_is_no_choice_is_refused(workplace: Workplace, name: str, text: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        workplace.coach.settings.choose(name, text)
    assert refused.value.code == code


def test_readers_of_a_kind(workplace: Workplace) -> None:
    settings = workplace.coach.settings
    assert not settings.is_on("discreet_texts")
    assert settings.number("card_seconds") == 20
    assert settings.channels() == ()
    settings.choose("channels", "chat")
    assert settings.channels() == (Channel.CHAT,)


def test_a_choice_of_looks_changes_no_number_and_is_told_all_the_same(workplace: Workplace) -> None:
    changed: list[Changed] = []
    chosen: list[str] = []
    workplace.coach.announcer.listen(changed.append)
    workplace.coach.settings.listen(chosen.append)
    workplace.coach.settings.choose("theme", "dark")
    assert (changed, chosen) == ([], ["theme"])
    workplace.coach.settings.choose("budget_most", "2")
    assert (changed, chosen) == ([Changed()], ["theme", "budget_most"])


def test_a_call_ends_after_the_minutes_chosen(workplace: Workplace) -> None:
    workplace.go_to("10:00")
    workplace.coach.settings.choose("call_minutes", "20")
    workplace.coach.holding.call_on()
    hold = workplace.coach.today().hold
    assert hold is not None
    assert hold.until - hold.since == timedelta(minutes=20)
