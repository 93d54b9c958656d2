"""Triggers as interfaces.md writes them."""

import json
from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.errors import InputError
from habitcoach.core.target import Per
from habitcoach.core.trigger import (
    EVERY_WEEKDAY,
    NTHS,
    After,
    AroundShift,
    At,
    Contact,
    Edge,
    Every,
    Manual,
    MonthDay,
    NthWeekday,
    OncePer,
    Promised,
    ShiftAnchor,
    Trigger,
    Which,
    natural_period,
    trigger_from_json,
    trigger_to_json,
)
from tests.support.habits import at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"kind":"at","times":["10:30"]}', at("10:30")),
        (
            '{"kind":"at","times":["10:30"],"weekdays":[1,2,3,4,5],"weeks":1,"anyway":false}',
            at("10:30", weekdays=(1, 2, 3, 4, 5)),
        ),
        (
            '{"kind":"at","times":["15:00","9:05","15:00"],"weekdays":[5,1],"anyway":true}',
            At((time(9, 5), time(15)), (1, 5), anyway=True),
        ),
        (
            '{"kind":"at","times":["10:30"],"weekdays":[3],"weeks":2}',
            At((time(10, 30),), (3,), weeks=2),
        ),
        ('{"kind":"at","times":["10:30"],"nth":[2,3]}', At((time(10, 30),), monthly=NthWeekday(2, 3))),
        (
            '{"kind":"at","times":["10:30"],"nth":[-1,7],"weeks":1}',
            At((time(10, 30),), monthly=NthWeekday(-1, 7)),
        ),
        ('{"kind":"at","times":["10:30"],"monthday":31}', At((time(10, 30),), monthly=MonthDay(31))),
        ('{"kind":"every","minutes":120}', Every(120)),
        ('{"kind":"every","minutes":120,"from":"10:00","to":"16:00"}', Every(120, time(10), time(16))),
        ('{"kind":"shift","anchor":"start"}', AroundShift(ShiftAnchor.START)),
        ('{"kind":"shift","anchor":"end","offset":-20}', AroundShift(ShiftAnchor.END, -20)),
        ('{"kind":"shift","anchor":"middle","offset":5}', AroundShift(ShiftAnchor.MIDDLE, 5)),
        (
            '{"kind":"shift","anchor":"after_break","nth":1,"offset":5}',
            AroundShift(ShiftAnchor.AFTER_BREAK, 5, 1),
        ),
        ('{"kind":"shift","anchor":"after_break","nth":null}', AroundShift(ShiftAnchor.AFTER_BREAK)),
        (
            '{"kind":"week","shift":"last","anchor":"end","offset":-90}',
            OncePer(Per.WEEK, Which.LAST, Edge.END, -90),
        ),
        ('{"kind":"month","shift":"first","anchor":"start"}', OncePer(Per.MONTH, Which.FIRST, Edge.START)),
        ('{"kind":"after","habit":3,"minutes":10}', After(3, 10)),
        ('{"kind":"after","habit":3}', After(3)),
        ('{"kind":"contact"}', Contact()),
        ('{"kind":"promise"}', Promised()),
        ('{"kind":"manual"}', Manual()),
    ],
)
def test_a_trigger_is_read(text: str, expected: Trigger) -> None:
    assert trigger_from_json(json.loads(text)) == expected


@pytest.mark.parametrize(
    ("text", "field", "code"),
    [
        ("[]", "trigger", "not_an_object"),
        ("null", "trigger", "not_an_object"),
        ('"at"', "trigger", "not_an_object"),
        ("{}", "trigger.kind", "not_a_choice"),
        ('{"kind":"sometimes"}', "trigger.kind", "not_a_choice"),
        ('{"kind":["at"]}', "trigger.kind", "not_a_choice"),
        ('{"kind":"at"}', "trigger.times", "missing_key"),
        ('{"kind":"at","times":[]}', "trigger.times", "not_a_time_list"),
        ('{"kind":"at","times":"10:30"}', "trigger.times", "not_a_time_list"),
        ('{"kind":"at","times":["24:00"]}', "trigger.times", "not_a_time"),
        ('{"kind":"at","times":["10:60"]}', "trigger.times", "not_a_time"),
        ('{"kind":"at","times":["1030"]}', "trigger.times", "not_a_time"),
        ('{"kind":"at","times":["010:30"]}', "trigger.times", "not_a_time"),
        ('{"kind":"at","times":["10:3"]}', "trigger.times", "not_a_time"),
        ('{"kind":"at","times":["-1:30"]}', "trigger.times", "not_a_time"),
        ('{"kind":"at","times":["\uff110:30"]}', "trigger.times", "not_a_time"),
        ('{"kind":"at","times":[1030]}', "trigger.times", "not_a_time"),
        ('{"kind":"at","times":["10:30"],"weekdays":[]}', "trigger.weekdays", "not_a_number_list"),
        ('{"kind":"at","times":["10:30"],"weekdays":[0]}', "trigger.weekdays", "not_a_number_list"),
        ('{"kind":"at","times":["10:30"],"weekdays":[true]}', "trigger.weekdays", "not_a_number_list"),
        ('{"kind":"at","times":["10:30"],"weekdays":3}', "trigger.weekdays", "not_a_number_list"),
        ('{"kind":"at","times":["10:30"],"weeks":0}', "trigger.weeks", "not_in_range"),
        ('{"kind":"at","times":["10:30"],"weeks":53}', "trigger.weeks", "not_in_range"),
        ('{"kind":"at","times":["10:30"],"nth":[2,3],"weeks":2}', "trigger.weeks", "only_with_weekdays"),
        ('{"kind":"at","times":["10:30"],"monthday":3,"weeks":2}', "trigger.weeks", "only_with_weekdays"),
        ('{"kind":"at","times":["10:30"],"nth":[2,3],"weekdays":[3]}', "trigger.nth", "only_one_of"),
        ('{"kind":"at","times":["10:30"],"monthday":3,"weekdays":[3]}', "trigger.monthday", "only_one_of"),
        ('{"kind":"at","times":["10:30"],"monthday":3,"nth":[2,3]}', "trigger.monthday", "only_one_of"),
        ('{"kind":"at","times":["10:30"],"nth":[0,3]}', "trigger.nth", "not_an_nth"),
        ('{"kind":"at","times":["10:30"],"nth":[6,3]}', "trigger.nth", "not_an_nth"),
        ('{"kind":"at","times":["10:30"],"nth":[-2,3]}', "trigger.nth", "not_an_nth"),
        ('{"kind":"at","times":["10:30"],"nth":[2,8]}', "trigger.nth", "not_an_nth"),
        ('{"kind":"at","times":["10:30"],"nth":[true,3]}', "trigger.nth", "not_an_nth"),
        ('{"kind":"at","times":["10:30"],"nth":[2]}', "trigger.nth", "not_an_nth"),
        ('{"kind":"at","times":["10:30"],"nth":2}', "trigger.nth", "not_an_nth"),
        ('{"kind":"at","times":["10:30"],"nth":null}', "trigger.nth", "not_an_nth"),
        ('{"kind":"at","times":["10:30"],"monthday":0}', "trigger.monthday", "not_in_range"),
        ('{"kind":"at","times":["10:30"],"monthday":32}', "trigger.monthday", "not_in_range"),
        ('{"kind":"at","times":["10:30"],"anyway":1}', "trigger.anyway", "not_a_boolean"),
        ('{"kind":"at","times":["10:30"],"hour":1}', "trigger.hour", "unknown_key"),
        ('{"kind":"every"}', "trigger.minutes", "missing_key"),
        ('{"kind":"every","minutes":4}', "trigger.minutes", "not_in_range"),
        ('{"kind":"every","minutes":true}', "trigger.minutes", "not_in_range"),
        ('{"kind":"every","minutes":12.5}', "trigger.minutes", "not_in_range"),
        ('{"kind":"every","minutes":120,"from":"10:00"}', "trigger.to", "missing_key"),
        ('{"kind":"every","minutes":120,"to":"10:00"}', "trigger.from", "missing_key"),
        ('{"kind":"every","minutes":9,"from":"10:00","to":"10:00"}', "trigger.to", "empty_window"),
        ('{"kind":"every","minutes":9,"from":"noon","to":"10:00"}', "trigger.from", "not_a_time"),
        ('{"kind":"shift"}', "trigger.anchor", "missing_key"),
        ('{"kind":"shift","anchor":"lunch"}', "trigger.anchor", "not_a_choice"),
        ('{"kind":"shift","anchor":"start","offset":-31}', "trigger.offset", "not_in_range"),
        ('{"kind":"shift","anchor":"end","offset":31}', "trigger.offset", "not_in_range"),
        ('{"kind":"shift","anchor":"middle","offset":1441}', "trigger.offset", "not_in_range"),
        ('{"kind":"shift","anchor":"start","nth":1}', "trigger.nth", "only_for_breaks"),
        ('{"kind":"shift","anchor":"after_break","nth":0}', "trigger.nth", "not_a_break"),
        ('{"kind":"shift","anchor":"after_break","nth":-2}', "trigger.nth", "not_in_range"),
        ('{"kind":"week","anchor":"end"}', "trigger.shift", "missing_key"),
        ('{"kind":"week","shift":"first"}', "trigger.anchor", "missing_key"),
        ('{"kind":"week","shift":"first","anchor":"start","offset":-31}', "trigger.offset", "not_in_range"),
        ('{"kind":"month","shift":"first","anchor":"middle"}', "trigger.anchor", "not_a_choice"),
        ('{"kind":"after","minutes":10}', "trigger.habit", "missing_key"),
        ('{"kind":"after","habit":0}', "trigger.habit", "not_in_range"),
        ('{"kind":"after","habit":"Smile"}', "trigger.habit", "not_in_range"),
        ('{"kind":"after","habit":3,"minutes":-1}', "trigger.minutes", "not_in_range"),
        ('{"kind":"after","habit":3,"minutes":1441}', "trigger.minutes", "not_in_range"),
        ('{"kind":"contact","times":["10:30"]}', "trigger.times", "unknown_key"),
        ('{"kind":"manual","anyway":true}', "trigger.anyway", "unknown_key"),
    ],
)
def test_every_fault_names_its_key(text: str, field: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        trigger_from_json(json.loads(text))
    assert (caught.value.field, caught.value.code) == (field, code)


@pytest.mark.parametrize(
    ("text", "params"),
    [
        ('{"kind":"x"}', {"choices": "at, every, shift, week, month, after, contact, manual"}),
        ('{"kind":"shift","anchor":"lunch"}', {"choices": "start, middle, after_break, end"}),
        ('{"kind":"week","shift":"next","anchor":"end"}', {"choices": "first, last"}),
        ('{"kind":"month","shift":"first","anchor":"middle"}', {"choices": "start, end"}),
        ('{"kind":"at","times":["10:30"],"weekdays":[8]}', {"low": 1, "high": 7}),
        ('{"kind":"at","times":["10:30"],"weeks":0}', {"low": 1, "high": 52}),
        ('{"kind":"at","times":["10:30"],"monthday":32}', {"low": 1, "high": 31}),
        ('{"kind":"at","times":["10:30"],"nth":[2,3],"weekdays":[3]}', {"keys": "weekdays, nth"}),
        (
            '{"kind":"at","times":["10:30"],"nth":[2,3],"weekdays":[3],"monthday":3}',
            {"keys": "weekdays, nth, monthday"},
        ),
        ('{"kind":"every","minutes":4}', {"low": 5, "high": 1440}),
        ('{"kind":"shift","anchor":"start","offset":-31}', {"low": -30, "high": 1440}),
        ('{"kind":"shift","anchor":"end","offset":31}', {"low": -1440, "high": 30}),
        ('{"kind":"shift","anchor":"middle","offset":1441}', {"low": -1440, "high": 1440}),
        ('{"kind":"shift","anchor":"after_break","nth":10}', {"low": -1, "high": 9}),
        ('{"kind":"week","shift":"first","anchor":"start","offset":-31}', {"low": -30, "high": 1440}),
        ('{"kind":"week","shift":"first","anchor":"end","offset":31}', {"low": -1440, "high": 30}),
        ('{"kind":"after","habit":0}', {"low": 1, "high": 2**31}),
        ('{"kind":"after","habit":3,"minutes":-1}', {"low": 0, "high": 1440}),
        (
            '{"kind":"at","times":["10:30"],"hour":1}',
            {"known": "anyway, kind, monthday, nth, times, weekdays, weeks"},
        ),
        ('{"kind":"every","minutes":9,"b":1,"a":1}', {"known": "from, kind, minutes, to"}),
        ('{"kind":"shift","x":1}', {"known": "anchor, kind, nth, offset"}),
        ('{"kind":"week","x":1}', {"known": "anchor, kind, offset, shift"}),
        ('{"kind":"after","x":1}', {"known": "habit, kind, minutes"}),
        ('{"kind":"contact","x":1}', {"known": "kind"}),
        ('{"kind":"manual","x":1}', {"known": "kind"}),
        ('{"kind":"promise","x":1}', {"known": "kind"}),
    ],
)
def test_a_fault_says_what_would_be_right(text: str, params: dict[str, object]) -> None:
    with pytest.raises(InputError) as caught:
        trigger_from_json(json.loads(text))
    assert caught.value.params == params


def test_of_several_unknown_keys_the_first_is_named() -> None:
    with pytest.raises(InputError) as caught:
        trigger_from_json({"kind": "contact", "b": 1, "a": 1, 2: 1})
    assert caught.value.field == "trigger.2"


minutes = st.times().map(lambda one: one.replace(second=0, microsecond=0))
before_or_after = st.integers(-1440, 1440)
readable = st.one_of(
    st.builds(
        At,
        st.lists(minutes, min_size=1, unique=True).map(lambda found: tuple(sorted(found))),
        st.lists(st.sampled_from(EVERY_WEEKDAY), min_size=1, unique=True).map(
            lambda found: tuple(sorted(found))
        ),
        st.booleans(),
    ),
    st.builds(
        At,
        st.just((time(10, 30),)),
        st.just((2, 4)),
        weeks=st.integers(1, 52),
    ),
    st.builds(
        At,
        st.just((time(10, 30),)),
        monthly=st.builds(NthWeekday, st.sampled_from(NTHS), st.sampled_from(EVERY_WEEKDAY))
        | st.builds(MonthDay, st.integers(1, 31)),
    ),
    st.builds(Every, st.integers(5, 1440)),
    st.builds(Every, st.integers(5, 1440), minutes, minutes).filter(lambda one: one.start != one.end),
    st.builds(AroundShift, st.just(ShiftAnchor.START), st.integers(-30, 1440)),
    st.builds(AroundShift, st.just(ShiftAnchor.END), st.integers(-1440, 30)),
    st.builds(AroundShift, st.just(ShiftAnchor.MIDDLE), before_or_after),
    st.builds(
        AroundShift, st.just(ShiftAnchor.AFTER_BREAK), before_or_after, st.sampled_from([None, -1, 1, 9])
    ),
    st.builds(
        OncePer,
        st.sampled_from([Per.WEEK, Per.MONTH]),
        st.sampled_from(Which),
        st.just(Edge.START),
        st.integers(-30, 1440),
    ),
    st.builds(OncePer, st.just(Per.WEEK), st.sampled_from(Which), st.just(Edge.END), st.integers(-1440, 30)),
    st.builds(After, st.integers(1, 999), st.integers(0, 1440)),
    st.just(Contact()),
    st.just(Manual()),
)


@given(readable)
def test_what_is_written_reads_the_same(trigger: Trigger) -> None:
    assert trigger_from_json(json.loads(json.dumps(trigger_to_json(trigger)))) == trigger


any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
)
keys = st.sampled_from(
    [
        "kind",
        "times",
        "weekdays",
        "weeks",
        "nth",
        "monthday",
        "anyway",
        "minutes",
        "from",
        "to",
        "anchor",
        "offset",
    ]
)
KINDS = ["at", "every", "shift", "week", "month", "after", "contact", "manual", "promise"]
kinds = st.sampled_from(KINDS)


@given(
    any_json
    | st.dictionaries(keys, any_json | kinds).flatmap(
        lambda found: kinds.map(lambda kind: found | {"kind": kind})
    )
)
def test_no_json_makes_it_fail_any_other_way(value: object) -> None:
    with suppress(InputError):
        assert trigger_to_json(trigger_from_json(value))["kind"] in KINDS


@pytest.mark.parametrize(
    ("trigger", "per"),
    [
        (OncePer(Per.MONTH, Which.FIRST, Edge.START), Per.MONTH),
        (OncePer(Per.WEEK, Which.FIRST, Edge.START), Per.WEEK),
        (Contact(), Per.DAY),
        (at("10:30"), Per.DAY),
    ],
)
def test_a_target_takes_the_period_of_its_trigger(trigger: Trigger, per: Per) -> None:
    assert natural_period(trigger) is per
