"""What each source tells of the agent's presence, in words: for the doctor."""

from PySide6.QtCore import QEventLoop, QTimer

from habitcoach.ports import Seen
from habitcoach.presence import SystemPresence
from habitcoach.texts.language import tr

_LOOK_MS = 5


def said_by_sources(presence: SystemPresence) -> dict[str, str]:
    """Ask all sources, wait for their answers, and return what each says; nothing when none says anything."""
    presence.watch_microphone(wanted=True)
    presence.read()
    _wait_for(presence)
    said = {one.name: seen_words(one.seen) for one in presence.sources}
    if not any(said.values()):
        return {}
    return {name: words or tr("says nothing") for name, words in said.items()}


def seen_words(seen: Seen) -> str:
    """Return what was said: "not locked, 12 s without input"."""
    words = []
    if seen.locked is not None:
        words.append(tr("locked") if seen.locked else tr("not locked"))
    if seen.idle is not None:
        words.append(tr("{n} s without input", n=round(seen.idle.total_seconds())))
    if seen.full_screen is not None:
        words.append(tr("full screen") if seen.full_screen else tr("no full screen"))
    if seen.do_not_disturb is not None:
        words.append(tr("do not disturb") if seen.do_not_disturb else tr("may be disturbed"))
    if seen.microphone is not None:
        words.append(tr("microphone in use") if seen.microphone else tr("microphone not in use"))
    return ", ".join(words)


def _wait_for(presence: SystemPresence) -> None:
    """Wait until everything has answered, as it does within the deadline of the bus at the latest."""
    loop = QEventLoop()
    timer = QTimer(interval=_LOOK_MS)
    timer.timeout.connect(lambda: None if any(one.waits for one in presence.sources) else loop.quit())
    timer.start()
    loop.exec()
    timer.stop()
