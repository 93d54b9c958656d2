"""Targets as interfaces.md writes them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.errors import InputError
from habitcoach.core.target import MAX_GOAL, Per, Target, TargetKind, target_from_json, target_to_json


def read(text: str, per: Per = Per.DAY, *, manual: bool = False) -> Target:
    return target_from_json(json.loads(text), per, manual=manual)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{}", Target()),
        ('{"kind":"check","goal":"all"}', Target()),
        ('{"goal":3,"per":"week"}', Target(TargetKind.CHECK, 3, Per.WEEK)),
        ('{"kind":"count","goal":3,"per":"week"}', Target(TargetKind.COUNT, 3, Per.WEEK)),
        ('{"kind":"rate","goal":80}', Target(TargetKind.RATE, 80)),
        ('{"kind":"rate","goal":80,"min":5,"per":"month"}', Target(TargetKind.RATE, 80, Per.MONTH, 5)),
    ],
)
def test_a_target_is_read(text: str, expected: Target) -> None:
    assert read(text) == expected


def test_missing_keys_follow_the_trigger() -> None:
    assert read("{}", Per.MONTH).per is Per.MONTH
    assert read("{}", manual=True).goal == 1


@pytest.mark.parametrize(
    ("text", "field", "code"),
    [
        ("7", "target", "not_an_object"),
        ('{"kind":"some"}', "target.kind", "not_a_choice"),
        ('{"kind":null}', "target.kind", "missing_key"),
        ('{"per":"year"}', "target.per", "not_a_choice"),
        ('{"kind":"count"}', "target.goal", "missing_key"),
        ('{"kind":"rate"}', "target.goal", "missing_key"),
        ('{"kind":"count","goal":"all"}', "target.goal", "not_in_range"),
        ('{"kind":"count","goal":0}', "target.goal", "not_in_range"),
        ('{"kind":"count","goal":1000}', "target.goal", "not_in_range"),
        ('{"kind":"rate","goal":101}', "target.goal", "not_in_range"),
        ('{"goal":"some"}', "target.goal", "not_in_range"),
        ('{"kind":"rate","goal":80,"min":0}', "target.min", "not_in_range"),
        ('{"kind":"check","min":5}', "target.min", "only_for_rate"),
        ('{"target":1}', "target.target", "unknown_key"),
    ],
)
def test_every_fault_names_its_key(text: str, field: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert (caught.value.field, caught.value.code) == (field, code)


targets = st.one_of(
    st.builds(
        Target, st.just(TargetKind.CHECK), st.just("all") | st.integers(1, MAX_GOAL), st.sampled_from(Per)
    ),
    st.builds(Target, st.just(TargetKind.COUNT), st.integers(1, MAX_GOAL), st.sampled_from(Per)),
    st.builds(
        Target,
        st.just(TargetKind.RATE),
        st.integers(1, 100),
        st.sampled_from(Per),
        st.integers(1, MAX_GOAL),
    ),
)


@given(targets)
def test_what_is_written_reads_the_same(target: Target) -> None:
    written = json.loads(json.dumps(target_to_json(target)))
    assert target_from_json(written, Per.DAY, manual=False) == target
