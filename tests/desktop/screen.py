"""A virtual screen with a window manager and a tray, and pictures of it."""

import os
import struct
import tomllib
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from tests.desktop.installation import ROOT
from tests.desktop.programs import Program
from tests.desktop.waiting import until

_SIZE = "1280x800x24"
_FRAME_BUFFER = "Xvfb_screen0"
_XWD_HEADER = struct.Struct(">25I")  # the fixed part of an X window dump
_XWD_COLOR = 12  # bytes of each colour map entry after it

# The colour of the button that does what a card is for, in both looks.
_TOKENS = tomllib.loads((ROOT / "assets" / "tokens.toml").read_text("utf-8"))
ACCENTS = [look["accent"] for look in _TOKENS["color"].values()]
_BUTTON_PIXELS = 800  # marks and thin lines have fewer

# Of the tray's icon while a cue waits, on light panels and on dark ones.
WAITING_FILLS = [_TOKENS["tray"][f"on_{panel}"]["waiting_fill"] for panel in ("light", "dark")]
WAITING_PIXELS = 60  # what its number leaves of it, and more than any edge

# A panel with nothing but a tray at the lower right; tint2 is an XEmbed host.
_PANEL = """
panel_items = S
panel_size = 100% 32
panel_position = bottom center horizontal
panel_background_id = 0
systray_icon_size = 22
systray_sort = ascending
"""


@dataclass(frozen=True)
class Screen:
    """A running X display."""

    display: str
    folder: Path

    def image(self) -> QImage:
        """Return what is on the screen now."""
        dump = (self.folder / _FRAME_BUFFER).read_bytes()
        header = _XWD_HEADER.unpack_from(dump)
        offset = header[0] + header[19] * _XWD_COLOR
        width, height, row = header[4], header[5], header[12]
        pixels = dump[offset : offset + row * height]
        return QImage(pixels, width, height, row, QImage.Format.Format_RGB32).copy()

    def save(self, path: Path) -> None:
        """Save what is on the screen as a picture."""
        path.parent.mkdir(parents=True, exist_ok=True)
        if not self.image().save(str(path)):
            message = f"could not write {path}"
            raise OSError(message)

    def middle_of(
        self, colors: Collection[str], place: QRect, least: int = _BUTTON_PIXELS
    ) -> tuple[int, int] | None:
        """Return the middle of what is filled with one of these colours, e.g. a button, or None.

        `least`: where they fill fewer pixels, it is something else.
        """
        image = self.image().copy(place)
        wanted = {QColor(color).rgb() for color in colors}
        points = [
            (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) in wanted
        ]
        if len(points) < least:
            return None
        return place.x() + int(median(x for x, _ in points)), place.y() + int(median(y for _, y in points))


@contextmanager
def bare_screen(folder: Path, env: Mapping[str, str]) -> Iterator[Screen]:
    """Run an X server on a free display, with nothing on it."""
    folder.mkdir(parents=True, exist_ok=True)
    read_end, write_end = os.pipe()
    words = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", _SIZE, "-nolisten", "tcp"]
    words += ["-fbdir", str(folder), "-noreset"]
    with Program(words, env, folder / "xvfb.log", pass_fds=(write_end,)) as server:
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()  # ends at once, without a line, when the server dies
        assert number, server.said
        yield Screen(f":{number}", folder)


@contextmanager
def desktop_screen(folder: Path, env: Mapping[str, str]) -> Iterator[Screen]:
    """Run an X server with a window manager and a panel that hosts tray icons."""
    with ExitStack() as stack:
        screen = stack.enter_context(bare_screen(folder, env))
        on_it = {**env, "DISPLAY": screen.display}
        panel = folder / "tint2rc"
        panel.write_text(_PANEL, "utf-8")
        stack.enter_context(Program(["openbox", "--sm-disable"], on_it, folder / "openbox.log"))
        host = stack.enter_context(Program(["tint2", "-c", str(panel)], on_it, folder / "tint2.log"))
        until(lambda: "systray started" in host.said, f"a tray host; it said {host.said!r}")
        yield screen
