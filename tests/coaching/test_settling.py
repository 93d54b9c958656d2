"""Alarms are set anew in turns; whoever is overtaken leaves them alone."""

from habitcoach.coaching.stretches import whole
from tests.support.habits import at
from tests.support.workplace import Workplace


def test_settling_in_turns_sets_what_settling_at_once_does(workplace: Workplace) -> None:
    for wall in ("10:30", "11:30"):
        workplace.add(at(wall), name=f"At {wall}")
    workplace.cueing.settle()
    once = dict(workplace.alarms.due)
    for key in once:
        workplace.alarms.cancel(key)
    turns = workplace.cueing.settling()
    next(turns)
    assert dict(workplace.alarms.due) == {}
    whole(turns)
    assert dict(workplace.alarms.due) == once


def test_one_that_is_overtaken_sets_no_alarms(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    turns = workplace.cueing.settling()
    next(turns)
    workplace.add(at("11:30"), name="Sip")
    workplace.cueing.settle()
    later = dict(workplace.alarms.due)
    whole(turns)
    assert dict(workplace.alarms.due) == later
    assert {"habit:1", "habit:2"} <= later.keys()
