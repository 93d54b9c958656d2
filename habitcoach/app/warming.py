"""Warming: reading years of log before the first views ask for them, without the window standing still."""

import gc
import logging
from collections.abc import Generator, Iterable

_log = logging.getLogger(__name__)


def warming(stretches: Iterable[None]) -> Generator[None, None, None]:
    """Go through stretches that save time later; where one fails, whatever follows meets the fault and tells.

    What was read stays: else the garbage collector walks all of it again and again, at a stretch.
    """
    try:
        for _ in stretches:
            gc.freeze()
            yield
    except Exception:  # noqa: BLE001  # see above
        _log.exception("could not read ahead")
