"""The guide: goes through the scenes and takes their pictures. Import it once the platform is chosen."""

import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from habitcoach.app.speaking import speak
from habitcoach.app.tour.drawing import picture_of
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.scenes import (
    cards,
    dialogs,
    first_run,
    habits,
    pages,
    review,
    settings,
    today,
    tray,
)
from habitcoach.app.tour.stage import Stage, Style, make_sample
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.ui.theme import LIGHT

_SCREENS = (first_run, today, cards, tray, habits, dialogs, pages, review, settings)
SCENES: tuple[Scene, ...] = tuple(scene for screen in _SCREENS for scene in screen.SCENES)


@dataclass(frozen=True, slots=True)
class Manner:
    """In which way the pictures are drawn."""

    mode: str = LIGHT  #: "light" or "dark"
    language: str = "en"
    right_to_left: bool = False


def dress(application: QApplication, manner: Manner) -> None:
    """Speak a language as in a country with a 24 hour clock, whatever this machine is set to."""
    speak(application, manner.language, {})
    QLocale.setDefault(QLocale(QLocale(manner.language).language(), QLocale.Country.Germany))
    if manner.right_to_left:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    # A caret that blinks would be in one picture and not in the next.
    application.styleHints().setCursorFlashTime(0)


def chosen(names: Collection[str]) -> Sequence[Scene]:
    """Return the scenes whose names begin with one of these; all where none is given."""
    wanted = tuple(names)
    return [one for one in SCENES if not wanted or one.name.startswith(wanted)]


class Guide:
    """Plays scenes, each on a home of its own that is thrown away."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        """Take an empty folder for the homes; the sample life is lived here once."""
        self._application = application
        self._folder = folder
        self._sample = folder / "sample"
        make_sample(self._sample)

    @contextmanager
    def play(self, scene: Scene, style: Style) -> Iterator[tuple[Stage, QWidget]]:
        """Build a scene; when left, all of it is taken down again."""
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            stage = Stage(Path(folder), self._sample, self._application, style)
            try:
                yield stage, scene.build(stage)
            finally:
                stage.close()

    def picture(self, scene: Scene, style: Style) -> QPixmap:
        """Return the picture of a scene."""
        with self.play(scene, style) as (stage, widget):
            return picture_of(widget, stage.look.theme)


def give_tour(folder: Path, names: Collection[str], manner: Manner) -> Iterator[tuple[str, Path]]:
    """Draw the scenes of these names, or all, into a folder; yield each name with its file once it is there.

    Raises EnvironmentFaultError where a file cannot be written.
    """
    application = QApplication(["habitcoach"])
    dress(application, manner)
    folder.mkdir(parents=True, exist_ok=True)
    mode = manner.mode
    with tempfile.TemporaryDirectory(prefix="habitcoach-tour-") as homes:
        guide = Guide(application, Path(homes))
        for scene in chosen(names):
            file = folder / f"{scene.name}-{mode}.png"
            if not guide.picture(scene, Style(mode)).save(str(file)):
                raise EnvironmentFaultError("cannot_write", path=file)
            yield scene.name, file
