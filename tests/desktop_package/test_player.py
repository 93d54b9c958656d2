"""The player of the soft sound: what there is, the sound's own file, and nothing where nothing plays."""

import stat
import sys
import wave
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.assets import asset
from habitcoach.desktop.player import PLAYERS, Player

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows plays by itself")


def test_the_first_program_there_is_plays_the_file(tmp_path: Path, qtbot: QtBot) -> None:
    heard = tmp_path / "heard"
    sound = tmp_path / "a sound; rm -rf.wav"
    program = tmp_path / "paplay"
    program.write_text(
        f'#!/bin/sh\nprintf "%s|%s" "$#" "$1" > "{heard}.part" && mv "{heard}.part" "{heard}"\n'
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    asked: list[str] = []

    def find(name: str) -> str | None:
        asked.append(name)
        return str(program) if name == "paplay" else None

    assert Player(sound, find).play()
    qtbot.waitUntil(heard.exists)
    assert heard.read_text() == f"1|{sound}"
    assert asked == ["pw-play", "paplay"]


def test_without_a_program_it_says_so() -> None:
    asked: list[str] = []
    assert not Player(asset("sounds", "soft.wav"), asked.append).play()
    assert tuple(asked) == PLAYERS


def test_a_program_that_cannot_start_is_said_too(tmp_path: Path) -> None:
    assert not Player(asset("sounds", "soft.wav"), lambda _: str(tmp_path / "gone")).play()


def test_the_sound_is_short_and_soft_and_has_its_licence_beside_it() -> None:
    with wave.open(str(asset("sounds", "soft.wav"))) as file:
        frames = file.readframes(file.getnframes())
        seconds = file.getnframes() / file.getframerate()
    assert seconds < 1
    loudest = max(
        abs(int.from_bytes(frames[at : at + 2], "little", signed=True)) for at in range(0, len(frames), 2)
    )
    assert 1000 < loudest < 32_767 * 0.3
    assert abs(int.from_bytes(frames[-2:], "little", signed=True)) < 50
    assert (asset("sounds") / "LICENCE.txt").read_text(encoding="utf-8").startswith("soft.wav")
