"""What of an export comes into a home in use."""

from collections.abc import Mapping

import pytest

from habitcoach.core.errors import InputError
from habitcoach.interchange.merging import merged
from habitcoach.interchange.own_json import Row, Tables

MADE = "2026-11-23T08:00:00.000Z"


def habit(number: int, name: str, made: str = MADE) -> Row:
    return {"id": number, "name": name, "category": "words", "position": number, "created_at": made}


def entry(number: int, habit_id: int, at: str = MADE, undoes: int | None = None) -> Row:
    kind = "done" if undoes is None else "undo"
    return {
        "id": number,
        "habit_id": habit_id,
        "work_date": "2026-11-23",
        "slot": None,
        "at": at,
        "kind": kind,
        "count": 1,
        "of": None,
        "source": "window",
        "reason": None,
        "undoes": undoes,
        "tiny": 0,
    }


def prompt(subject: str, slot: str, delivery: int = 1) -> Row:
    return {"subject": subject, "slot": slot, "habit_id": None, "delivery": delivery}


HOME: Tables = {
    "habit": [habit(1, "Same"), habit(2, "Mine")],
    "entry": [entry(1, 1), entry(2, 2)],
    "promise": [{"id": 4, "made_at": MADE, "place": "2026-11-23T15:00"}],
    "prompt": [prompt("card", "2026-11-23/start", 6), prompt("habit:1", "2026-11-23/10:30", 7)],
    "review": [{"week": "2026-W47"}],
    "journal": [{"work_date": "2026-11-23", "kind": "line", "text": "mine"}],
    "roster": [{"id": 1, "from_date": "2026-11-23"}],
}
LAST: Mapping[str, int] = {"habit": 5, "entry": 9, "promise": 4}


def taken(**file: list[Row]) -> Tables:
    habits = file.pop("habit", [habit(1, "same"), habit(2, "Mine", "2020-01-01T08:00:00.000Z")])
    return merged(HOME, {"habit": habits, **file}, LAST).tables


def test_a_habit_made_at_another_time_is_another_with_a_name_of_its_own() -> None:
    plan = merged(HOME, {"habit": [habit(1, "Same"), habit(3, "mine", "x"), habit(4, "mine", "y")]}, LAST)
    assert [(row["id"], row["name"], row["position"]) for row in plan.tables["habit"]] == [
        (6, "mine (2)", 3),
        (7, "mine (3)", 4),
    ]
    assert (plan.added, plan.merged, plan.whole) == (("mine (2)", "mine (3)"), ("Same",), False)
    long = [habit(8, "x" * 60, "1"), habit(9, "x" * 60, "2")]
    assert taken(habit=long)["habit"][1]["name"] == "x" * 56 + " (2)"


def test_numbers_are_never_given_twice() -> None:
    rows = taken(entry=[entry(1, 1), entry(2, 1, "later"), entry(3, 1, "last", undoes=2)])["entry"]
    assert [(row["id"], row["habit_id"], row["undoes"]) for row in rows] == [(10, 1, None), (11, 1, 10)]


def test_what_was_taken_back_here_too_is_taken_back_once() -> None:
    home = {**HOME, "entry": [entry(1, 1), entry(2, 1, "x", undoes=1)]}
    file: Tables = {"habit": [habit(1, "Same")], "entry": [entry(1, 1), entry(2, 1, "y", undoes=1)]}
    assert merged(home, file, LAST).adds_nothing


def test_a_cue_after_another_habit_follows_its_number() -> None:
    versions: list[Row] = [
        {"id": 1, "habit_id": 2, "trigger": '{"kind": "after", "habit": 1}'},
        {"id": 2, "habit_id": 2, "trigger": '{"kind": "manual"}'},
    ]
    assert [row["trigger"] for row in taken(habit_version=versions)["habit_version"]] == [
        '{"kind": "after", "habit": 1}',
        '{"kind": "manual"}',
    ]


def test_the_same_line_twice_is_two_lines() -> None:
    assert len(taken(entry=[entry(1, 1), entry(2, 1)])["entry"]) == 1


def test_what_stands_beside_a_line_comes_with_it_only() -> None:
    rows = taken(
        entry=[entry(1, 1), entry(2, 2)],
        note=[{"id": 1, "entry_id": 1, "text": "old"}, {"id": 2, "entry_id": 2, "text": "new"}],
        reward=[{"id": 1, "habit_id": 2, "entry_id": 2}, {"id": 2, "habit_id": 1, "entry_id": 1}],
    )
    assert rows["note"] == [{"entry_id": 10, "text": "new"}]
    assert rows["reward"] == [{"habit_id": 6, "entry_id": 10}]


def test_promises_are_the_same_by_when_they_were_made_and_for_when() -> None:
    promises: list[Row] = [
        {"id": 1, "made_at": MADE, "place": "2026-11-23T15:00"},
        {"id": 2, "made_at": MADE, "place": "2026-11-23T16:00"},
    ]
    changes: list[Row] = [{"id": n, "promise_id": n, "entry_id": n} for n in (1, 2)]
    rows = taken(entry=[entry(1, 1), entry(2, 2)], promise=promises, promise_change=changes)
    assert [row["id"] for row in rows["promise"]] == [5]
    assert rows["promise_change"] == [{"promise_id": 5, "entry_id": 10}]
    subjects = [prompt("promise:1", "a"), prompt("promise:2", "b")]
    assert [row["subject"] for row in taken(promise=promises, prompt=subjects)["prompt"]] == [
        "promise:4",
        "promise:5",
    ]


def test_cues_keep_what_they_were_shown_with() -> None:
    rows = taken(
        prompt=[
            prompt("card", "2026-11-23/start", 1),
            prompt("card", "2026-11-24/start", 2),
            prompt("habit:1", "2026-11-23/10:30", 2),
            prompt("habit:2", "2026-11-23/10:30", 2),
            prompt("review", "2026-W47", 3),
        ]
    )["prompt"]
    assert [(row["subject"], row["delivery"]) for row in rows] == [
        ("card", 9),
        ("habit:6", 9),
        ("review", 10),
    ]


def test_reviews_and_the_journal_are_filled_up() -> None:
    rows = taken(
        review=[{"week": "2026-W46"}, {"week": "2026-W47"}],
        journal=[
            {"work_date": "2026-11-23", "kind": "line", "text": "theirs"},
            {"work_date": "2026-11-24", "kind": "line", "text": "theirs"},
        ],
        review_answer=[{"week": "2026-W47", "habit_id": 1}, {"week": "2026-W47", "habit_id": 2}],
        automaticity=[{"id": 1, "habit_id": 2, "week": "2026-W47"}],
    )
    assert rows["review"] == [{"week": "2026-W46"}]
    assert [row["work_date"] for row in rows["journal"]] == ["2026-11-24"]
    assert rows["review_answer"] == [{"week": "2026-W47", "habit_id": 6}]
    assert rows["automaticity"] == [{"habit_id": 6, "week": "2026-W47"}]


def test_shifts_pauses_of_all_and_settings_stay_ones_own() -> None:
    rows = taken(
        roster=[{"id": 1, "from_date": "2026-11-23"}],
        duty=[{"work_date": "2026-11-23"}],
        pause=[{"id": 1, "habit_id": None}, {"id": 2, "habit_id": 1}, {"id": 3, "habit_id": 2}],
        setting=[
            {"name": "surface", "value": "x"},
            {"name": "fading:1", "value": "x"},
            {"name": "fading:2", "value": "x"},
            {"name": ":2", "value": "x"},
        ],
    )
    assert "roster" not in rows
    assert "duty" not in rows
    assert rows["pause"] == [{"habit_id": 6}]
    assert rows["setting"] == [{"name": "fading:6", "value": "x"}]


@pytest.mark.parametrize(
    ("home", "whole"),
    [
        ({}, True),
        ({"setting": [{"name": "week_start", "value": "1"}], "duty": [{"changed": 0}]}, True),
        ({"duty": [{"changed": 1}]}, False),
        ({"hold": [{"id": 1}]}, False),
        ({"roster": [{"id": 1}]}, False),
    ],
)
def test_only_into_a_home_without_anything_of_the_agents_all_comes_as_it_was(
    home: Tables, *, whole: bool
) -> None:
    file: Tables = {"habit": [habit(7, "Seven")], "roster": [{"id": 3}]}
    plan = merged(home, file, {})
    assert plan.whole is whole
    assert (plan.tables == file) is whole
    assert plan.added == ("Seven",)


def test_nothing_new_adds_nothing() -> None:
    plan = merged(HOME, {"habit": [habit(1, "Same")], "entry": [entry(1, 1)]}, LAST)
    assert plan.adds_nothing


@pytest.mark.parametrize(
    "file",
    [
        {"habit": [{"id": 3}]},
        {"habit": [habit(3, "x")], "prompt": [{**prompt("a", "b"), "delivery": "x"}]},
        {"habit": [habit(3, "x")], "prompt": [{"slot": "a"}]},
        {"habit": [habit(3, "x")], "habit_version": [{"habit_id": 3, "trigger": '{"habit": []}'}]},
        {"habit": [habit(3, "x")], "habit_version": [{"habit_id": 3}]},
    ],
)
def test_what_is_no_row_of_ours_is_refused(file: Tables) -> None:
    with pytest.raises(InputError) as caught:
        merged(HOME, file, LAST)
    assert (caught.value.field, caught.value.code) == ("file", "rows_unfit")
