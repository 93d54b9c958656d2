"""Whatever is typed: no traceback, an exit code of 0, 1 or 2, and a reason wherever it is not 0."""

import io
import random
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from habitcoach.cli.late_group import PLACES, LateGroup
from tests.cli.conftest import Command, add

#: These look at or change the desktop around the program, or draw it for minutes; none touches the file.
ELSEWHERE = {"autostart", "doctor", "doctor-desktop", "quick", "tour"}
NAMES = [one for one in sorted(PLACES) if one not in ELSEWHERE]
SENSIBLE = [
    "Smile",
    "Names",
    "1",
    "2",
    "15",
    "end",
    "sick",
    "2026-11-23",
    "2026-11-24",
    "2026-11-23..2026-11-27",
    "2026-11-23/10:30",
    "10:30",
    "08:00-17:00",
    "mon",
    "default",
    "out.json",
    "day_start",
    "04:00",
    '{"kind":"at","times":["10:30"]}',
    '{"kind":"every","minutes":90}',
    '{"kind":"after","habit":2}',
    '{"kind":"count","goal":3,"per":"week"}',
    '{"days":["Early",null],"shifts":{"Early":{"start":"06:00","end":"14:00"}}}',
]
AWKWARD = [
    "",
    " ",
    "-1",
    "0",
    "--",
    "--help",
    "--json",
    "-",
    "9" * 400,
    "1e999",
    "NaN",
    "٣",
    "<b>x</b> & y",
    "a\u202eb",
    "😀" * 90,
    "\udcff",
    "line\nbreak",
    "x" * 5000,
    "2026-02-30",
    "9999-12-31",
    "0001-01-01",
    "2026-11-27..2026-11-23",
    "24:00",
    "99999999999999999999",
    "../..",
    "{",
    "[" * 3000,
    '{"kind":"at","times":[]}',
    '{"kind":"every","minutes":1e400}',
    '{"kind":"shift","anchor":"start","offset":99999999999999999999}',
    '{"kind":"rate","goal":NaN}',
    '{"days":[],"shifts":{}}',
]


def typed(draw: random.Random) -> list[str]:
    """Return one command line: mostly options the command has, with values it may or may not take."""
    name = draw.choice(NAMES)
    command = LateGroup().get_command(click.Context(click.Group()), name)
    assert command is not None
    words = [name]
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            words += [value(draw, parameter) for _ in range(draw.choice([1, 1, 1, 0, 2]))]
        elif draw.random() < 0.3:
            words.append(draw.choice(parameter.opts))
            if isinstance(parameter, click.Option) and not parameter.is_flag:
                words.append(value(draw, parameter))
    return words


def value(draw: random.Random, parameter: click.Parameter) -> str:
    if isinstance(parameter.type, click.Choice) and draw.random() < 0.8:
        return str(draw.choice(list(parameter.type.choices)))
    return draw.choice(SENSIBLE if draw.random() < 0.7 else AWKWARD)


MORE = [pytest.param(one, marks=pytest.mark.long) for one in range(6, 100)]


@pytest.mark.parametrize("seed", [*range(6), *MORE])
def test_no_command_line_ends_in_a_traceback(
    seed: int,
    command: Command,
    set_clock: Callable[[str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    draw = random.Random(seed)
    add(command, "Smile", trigger='{"kind":"at","times":["10:30"]}')
    add(command, "Names", trigger='{"kind":"contact"}')
    for minute in range(60):
        set_clock(f"{23 + minute // 20} {10 + minute % 20 // 4}:{minute % 60:02}")
        monkeypatch.setattr("sys.stdin", io.StringIO(draw.choice(["y\n", "n\n", "", "no\nyes\n"]) * 3))
        words = typed(draw)
        try:
            found = command(*words)
        except BaseException as error:
            raise AssertionError(words) from error
        assert found.code in {0, 1, 2}, words
        assert "Traceback" not in found.out + found.err, words
        assert found.code == 0 or found.err.strip() or found.out.strip(), words


@pytest.mark.parametrize("words", [["backup"], ["export", "-o"], ["import"], ["restore-backup"], ["note"]])
def test_a_name_too_long_for_the_disk_is_told(words: list[str], command: Command, smile: object) -> None:
    del smile
    found = command(*words, "9" * 400)
    assert found.code in {1, 2}
    assert found.err
