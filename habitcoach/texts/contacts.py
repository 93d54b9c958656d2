"""How often a contact habit was met, in words."""

from habitcoach.core.entry import ESTIMATES
from habitcoach.texts.language import tr


def share_words() -> dict[str, str]:
    """Return the words of `ESTIMATES`, each as it is shown."""
    names = (tr("None"), tr("Some"), tr("Half"), tr("Most"), tr("All"))
    return dict(zip(ESTIMATES, names, strict=True))
