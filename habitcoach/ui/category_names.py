"""The categories by name."""

from habitcoach.core.habit import Category
from habitcoach.texts.language import tr


def category_name(category: Category) -> str:
    """Return what a category is called on screen."""
    return {
        Category.WORDS: tr("Words"),
        Category.LISTENING: tr("Listening"),
        Category.PROMISES: tr("Promises"),
        Category.FOCUS: tr("Focus"),
        Category.KNOWLEDGE: tr("Knowledge"),
        Category.GOODWILL: tr("Goodwill"),
    }[category]
