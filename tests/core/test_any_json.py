"""Whatever JSON an agent or a script writes: a target, a roster, or the key at fault; never anything else."""

import json
from contextlib import suppress
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.core.errors import InputError
from habitcoach.core.roster_json import roster_from_json, roster_to_json
from habitcoach.core.target import Per, target_from_json, target_to_json
from tests.core.test_trigger_json import any_json
from tests.support.thoroughness import examples

TODAY = date(2026, 11, 23)
walls = st.sampled_from(["06:00", "14:00", "00:00", "23:59", "24:00", "6", "", None, 6])
breaks = st.lists(st.lists(walls, max_size=3) | any_json, max_size=3)
shift = any_json | st.fixed_dictionaries({}, optional={"start": walls, "end": walls, "breaks": breaks})
days = st.lists(st.none() | st.sampled_from(["Early", "Late", "", 1]), max_size=9)
civil = st.sampled_from(["2026-11-23", "0001-01-01", "9999-12-31", "2026-02-30", "now", 5, None])

any_target = any_json | st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["check", "count", "rate", "all", 1]),
        "goal": any_json | st.sampled_from(["all", 0, 1, 80, 101, 10**30, -1, 2.5, float("nan")]),
        "per": st.sampled_from(["day", "week", "month", "year", None]),
        "min": any_json | st.integers(-2, 9),
        "more": any_json,
    },
)
any_roster = any_json | st.fixed_dictionaries(
    {},
    optional={
        "from_date": civil,
        "starts": civil,
        "cycle_days": any_json | st.integers(-2, 400),
        "shifts": any_json | st.dictionaries(st.sampled_from(["Early", "Late", ""]), shift, max_size=2),
        "days": any_json | days,
    },
)


@given(any_target, st.sampled_from(Per), st.booleans())
@settings(max_examples=examples(300), deadline=None)
def test_a_target_or_the_key_at_fault(value: object, per: Per, manual: bool) -> None:
    with suppress(InputError):
        target = target_from_json(value, per, manual=manual)
        written = json.loads(json.dumps(target_to_json(target)))
        assert target_from_json(written, per, manual=manual) == target


@given(any_roster)
@settings(max_examples=examples(300), deadline=None)
def test_a_roster_or_the_key_at_fault(value: object) -> None:
    with suppress(InputError):
        roster = roster_from_json(value, TODAY)
        assert roster_from_json(json.loads(json.dumps(roster_to_json(roster))), TODAY) == roster
