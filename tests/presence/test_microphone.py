"""A microphone in use, as the system tells it; no sound device is needed for that."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.bus import SessionBus
from habitcoach.ports import Seen
from habitcoach.presence import SystemPresence
from habitcoach.presence.microphone import Microphone, alsa_in_use, microphone, still_used

RUNNING = "state: RUNNING\nowner_pid   : 4711\ntrigger_time: 8250.105527306\n"
STANDING = "state: PREPARED\nowner_pid   : 4711\n"
CLOSED = "closed\n"


def stream(devices: Path, name: str, status: str) -> Path:
    made = devices / name / "sub0"
    made.mkdir(parents=True)
    (made / "status").write_text(status, "ascii")
    return made / "status"


@pytest.mark.parametrize(
    ("streams", "found"),
    [
        ({}, None),
        ({"card0/pcm0c": CLOSED}, False),
        ({"card0/pcm0c": STANDING}, False),
        ({"card0/pcm0c": CLOSED, "card2/pcm0c": RUNNING}, True),
        # What plays is no microphone.
        ({"card0/pcm0p": RUNNING}, None),
        ({"card0/pcm0p": RUNNING, "card0/pcm1c": CLOSED}, False),
    ],
)
def test_alsa_tells_by_the_state_of_what_takes_sound_in(
    tmp_path: Path, streams: dict[str, str], found: bool | None
) -> None:
    for name, status in streams.items():
        stream(tmp_path, name, status)
    assert alsa_in_use(tmp_path) is found


def test_a_device_that_goes_meanwhile_says_nothing(tmp_path: Path) -> None:
    status = stream(tmp_path, "card0/pcm0c", RUNNING)
    status.unlink()
    status.symlink_to(tmp_path / "gone")
    assert alsa_in_use(tmp_path) is None
    assert alsa_in_use(tmp_path / "no such folder") is None


@pytest.mark.parametrize(
    ("stopped", "found"), [([], None), ([None], None), ([133_000, None], False), ([133_000, 0], True)]
)
def test_windows_keeps_note_of_when_each_program_stopped(
    stopped: list[int | None], found: bool | None
) -> None:
    assert still_used(iter(stopped)) is found


def test_it_is_asked_anew_each_time(tmp_path: Path) -> None:
    source = Microphone(lambda: alsa_in_use(tmp_path))
    source.ask()
    assert source.seen == Seen()
    status = stream(tmp_path, "card0/pcm0c", RUNNING)
    source.ask()
    assert source.seen == Seen(microphone=True)
    status.write_text(CLOSED, "ascii")
    source.ask()
    assert source.seen == Seen(microphone=False)


def test_it_is_asked_only_while_that_is_wanted(qtbot: QtBot) -> None:
    del qtbot
    asked: list[bool] = []

    def in_use() -> bool:
        asked.append(True)
        return True

    bus = SessionBus([])
    presence = SystemPresence(bus, bus, {}, microphone=Microphone(in_use))
    presence.read()
    assert (asked, presence.seen().microphone) == ([], None)
    presence.watch_microphone(wanted=True)
    presence.watch_microphone(wanted=True)
    assert (len(asked), presence.seen().microphone) == (1, True)
    presence.read()
    presence.watch_microphone(wanted=False)
    presence.read()
    assert (len(asked), presence.seen().microphone) == (2, None)
    bus.close()


def test_this_systems_source_can_be_asked() -> None:
    source = microphone()
    source.ask()
    assert source.seen.microphone in {None, True, False}
    assert replace(source.seen, microphone=None) == Seen()
