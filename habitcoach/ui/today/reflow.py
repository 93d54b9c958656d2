"""Parts of a column glide to where a change has put them, instead of jumping there."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation
from PySide6.QtWidgets import QWidget

from habitcoach.ui.look import Look


class Reflow(QObject):
    """Watches changes of the parts that `parts` names. With reduced motion they are in place at once."""

    def __init__(self, look: Look, parts: Callable[[], Iterable[QWidget]], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._parts = parts
        self._motions: list[QPropertyAnimation] = []

    @contextmanager
    def around(self) -> Iterator[None]:
        """Let the parts glide from where they are seen now to where they stand when the block is left."""
        seen = (
            {} if self._look.reduced_motion else {one: one.pos() for one in self._parts() if one.isVisible()}
        )
        yield
        if not seen:
            return
        self._arrive()
        # What the change asks of the layouts happens now, or it would undo the first step of the way.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        moved = [one for one in self._parts() if one in seen and one.pos() != seen[one]]
        self._motions = [self._glide(one, seen[one]) for one in moved]

    @property
    def moves(self) -> bool:
        """Whether something is on its way."""
        return any(one.state() == QPropertyAnimation.State.Running for one in self._motions)

    def _arrive(self) -> None:
        """End what is on its way at its end; parts that are gone have taken their motion along."""
        for motion in self._motions:
            part = motion.targetObject()
            if isinstance(part, QWidget) and motion.state() == QPropertyAnimation.State.Running:
                part.move(motion.endValue())
            motion.stop()
            motion.deleteLater()

    def _glide(self, part: QWidget, start: QPoint) -> QPropertyAnimation:
        motion = QPropertyAnimation(part, b"pos", self)
        motion.setDuration(self._look.theme.motion("list_reflow"))
        motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        motion.setStartValue(start)
        motion.setEndValue(part.pos())
        motion.start()
        return motion
