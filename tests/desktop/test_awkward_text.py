"""What the agent types is text: on the bus, on the command line, everywhere."""

import html
from collections.abc import Callable
from functools import partial

import pytest

from tests.desktop.coach import Coach
from tests.desktop.notifications import Notifications
from tests.desktop.waiting import until

_MARKUP = "<b>x</b> & <img src=x>"
_NAMES = [
    "--help",
    "-5 minutes",
    _MARKUP,
    "\N{SMILING FACE WITH SMILING EYES}" * 60,
    "שלום אבג 12",
    "%s {0} $HOME",
]


@pytest.mark.parametrize("options", [(), ("--markup",), ("--no-actions",)])
def test_names_arrive_as_text(
    coach: Coach, serve: Callable[..., Notifications], options: tuple[str, ...]
) -> None:
    server = serve(*options)
    for number, name in enumerate(_NAMES):
        coach.add(name, {"kind": "at", "times": [f"10:{number * 5:02}"]}, routine=f"Step {number} {_MARKUP}")
    coach.start("2026-11-23T09:59:59+01:00+", "--hidden")
    for number, name in enumerate(_NAMES):
        if number:
            coach.set_clock(f"2026-11-23T10:{number * 5 - 1:02}:59.500+01:00+")
        shown = server.wait_for(f"Step {number} ")
        body = shown["body"]
        if "--markup" in options:
            assert "<b>" not in body
            body = html.unescape(body)
        assert _MARKUP in body
        title = shown["summary"].removeprefix("\N{WORD JOINER}").removesuffix("…")
        assert title
        assert name.startswith(title) or name in shown["summary"]
        coach.json("done", str(number + 1))
        until(partial(_is_closed, server, shown["id"]), "the notification taken away")


@pytest.mark.parametrize(
    "name",
    ["", "   ", "\N{ZERO WIDTH SPACE}\N{WORD JOINER}", "\N{HANGUL FILLER}", "n" * 61, "n" * 10_000, "\n\t"],
    ids=["empty", "blank", "invisible", "filler", "61", "10000", "controls"],
)
def test_unusable_names_are_refused(coach: Coach, name: str) -> None:
    done = coach.run("add", f"--name={name}", "--when=a", "--routine=b", "--reward=c")
    assert done.returncode in {1, 2}
    assert done.stdout == ""
    assert "name" in done.stderr
    assert "Traceback" not in done.stderr
    assert coach.json("habits") == []


def test_names_are_found_as_text(coach: Coach) -> None:
    for name in _NAMES[:3]:
        habit = coach.add(name, {"kind": "manual"})
        assert coach.json("show", "--", name)["habit_id"] == habit


def _is_closed(server: Notifications, number: int) -> bool:
    return number in server.closed()
