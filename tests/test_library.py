"""The ready-made habits."""

from collections.abc import Iterator

import pytest

from habitcoach.coaching.drafting import draft_from, faults_in, typed_from
from habitcoach.core.fields import name_key
from habitcoach.core.habit import Category
from habitcoach.core.target import TargetKind
from habitcoach.core.trigger import Contact
from habitcoach.library import Template, load_library, meets, search, starters
from habitcoach.texts.language import ENGLISH, choose, languages

LIBRARY = load_library()


def ids(found: tuple[Template, ...]) -> list[str]:
    return [one.id for one in found]


@pytest.mark.parametrize("template", LIBRARY, ids=ids(LIBRARY))
def test_a_template_is_a_habit_as_an_agent_could_have_typed_it(template: Template) -> None:
    typed = typed_from(template.draft)
    assert faults_in(typed) == []
    assert draft_from(typed) == template.draft
    assert template.draft.plan.tiny
    assert template.draft.plan.why
    assert template.channels
    assert 0 <= template.minutes <= 30
    if template.draft.target.kind is TargetKind.RATE:
        assert isinstance(template.draft.trigger, Contact)


def test_ids_and_names_are_unique() -> None:
    assert len(set(ids(LIBRARY))) == len(LIBRARY)
    assert len({name_key(one.draft.name) for one in LIBRARY}) == len(LIBRARY)


def test_there_is_something_for_every_kind_of_agent() -> None:
    assert {one.draft.category for one in LIBRARY} == set(Category)
    for channel in ("email", "chat", "phone"):
        found = [one for one in LIBRARY if one.starter and {channel, "any"} & set(one.channels)]
        assert len(found) >= 2, channel


def test_every_word_of_a_query_must_be_there() -> None:
    assert "smile_before_hello" in ids(search(LIBRARY, "SMILE hello"))
    assert search(LIBRARY, "smile zebra") == ()
    assert search(LIBRARY, " ") == LIBRARY
    assert "smile_before_hello" in ids(search(LIBRARY, "before_hello"))


def test_a_category_finds_its_habits() -> None:
    found = search(LIBRARY, "goodwill")
    assert {one.id for one in LIBRARY if one.draft.category is Category.GOODWILL} <= set(ids(found))


def test_starters_are_those_of_the_channels_in_the_order_of_a_shift() -> None:
    found = [one.draft.name for one in starters(LIBRARY, {"email", "chat"})]
    assert found == [
        "Start clean",
        "Greet by name",
        "Feeling before fix",
        "Promise small, with a time",
        "One thank-you",
        "Help article of the week",
    ]


def test_on_the_phone_a_name_is_used_aloud() -> None:
    found = [one.draft.name for one in starters(LIBRARY, {"phone"})]
    assert "Use the name aloud" in found
    assert "Greet by name" not in found
    assert "One thank-you" not in found


def test_before_a_channel_is_chosen_all_starters_are_offered() -> None:
    assert len(starters(LIBRARY)) == sum(one.starter for one in LIBRARY)


def test_a_habit_for_no_channel_in_particular_meets_all() -> None:
    (article,) = (one for one in LIBRARY if one.id == "kb_weekly")
    assert meets(article, {"phone"})


@pytest.fixture(params=[one for one in languages() if one != ENGLISH])
def translated(request: pytest.FixtureRequest) -> Iterator[tuple[Template, ...]]:
    choose(request.param, {})
    yield load_library()
    choose(ENGLISH, {})


def test_a_translated_library_is_one_of_habits_as_well(translated: tuple[Template, ...]) -> None:
    assert ids(translated) == ids(LIBRARY)
    assert len({name_key(one.draft.name) for one in translated}) == len(LIBRARY)
    for one, source in zip(translated, LIBRARY, strict=True):
        typed = typed_from(one.draft)
        assert faults_in(typed) == []
        assert draft_from(typed) == one.draft
        assert (one.draft.trigger, one.draft.target) == (source.draft.trigger, source.draft.target)
        assert one.draft.plan.when != source.draft.plan.when


def test_a_habit_added_in_one_language_is_known_in_every_other(translated: tuple[Template, ...]) -> None:
    for one, source in zip(translated, LIBRARY, strict=True):
        for shown in (one, source):
            assert shown.is_among({name_key(source.draft.name)})
            assert shown.is_among({name_key(one.draft.name), "other"})
            assert not shown.is_among({"other"})


def test_no_habit_has_the_name_of_another_in_any_language() -> None:
    every = [name for one in LIBRARY for name in one.names]
    assert len(set(every)) == len(every)
