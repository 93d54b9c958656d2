"""SIGTERM and its like, sent to a real process whose event loop is idle."""

import signal
import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.clock import clock_from
from habitcoach.desktop.signals import QuitSignals

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows sends none of them to a window"),
    pytest.mark.usefixtures("qapp"),
]

PROGRAM = """
import signal, sys
from PySide6.QtCore import QCoreApplication, QTimer
from habitcoach.desktop.signals import QuitSignals

app = QCoreApplication([])
def asked(name):
    print(name, flush=True)
    app.quit()
signals = QuitSignals(asked)
if "early" in sys.argv:
    signal.raise_signal(signal.SIGTERM)
QTimer.singleShot(0, lambda: print("ready", flush=True))
QTimer.singleShot(20_000, lambda: app.exit(9))
code = app.exec()
signals.close()
sys.exit(code)
"""


def start(*arguments: str, ignoring: signal.Signals | None = None) -> "subprocess.Popen[str]":
    def ignore() -> None:
        # A shell that runs the tests beside something else has them ignore Ctrl+C, and children inherit that.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        if ignoring is not None:
            signal.signal(ignoring, signal.SIG_IGN)

    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=ignore,  # noqa: PLW1509 - what nohup does, and the only way to do it here
    )


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_is_told_at_once(number: signal.Signals) -> None:
    clock = clock_from({})
    with start() as process:
        assert line(process) == "ready"
        sent = clock.monotonic()
        process.send_signal(number)
        assert line(process) == number.name
        assert clock.monotonic() - sent < 1
        assert process.wait(10) == 0


def test_a_signal_before_the_loop_is_kept_for_it() -> None:
    with start("early") as process:
        assert sorted([line(process), line(process)]) == ["SIGTERM", "ready"]
        assert process.wait(10) == 0


def test_a_signal_that_was_ignored_stays_ignored() -> None:
    with start(ignoring=signal.SIGHUP) as process:
        assert line(process) == "ready"
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGTERM)
        assert process.communicate(timeout=10)[0].split() == ["SIGTERM"]
        assert process.returncode == 0


def test_a_signal_of_somebody_elses_is_none_of_ours(qtbot: QtBot) -> None:
    asked: list[str] = []
    others: list[int] = []
    before = signal.signal(signal.SIGUSR1, lambda number, _frame: others.append(number))
    signals = QuitSignals(asked.append)
    try:
        signal.raise_signal(signal.SIGUSR1)
        signal.raise_signal(signal.SIGTERM)
        qtbot.waitUntil(lambda: asked == ["SIGTERM"])
        assert others == [signal.SIGUSR1]
    finally:
        signals.close()
        signal.signal(signal.SIGUSR1, before)


def test_closing_gives_the_signals_back() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)]
    signals = QuitSignals(lambda _name: None)
    assert signal.getsignal(signal.SIGTERM) is not before[0]
    signals.close()
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)] == before
    assert signal.set_wakeup_fd(-1) == -1
