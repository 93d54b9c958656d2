"""What HabitCoach promises about the agent's data, and what it cannot promise."""

from habitcoach.texts.language import tr


def privacy_lines() -> list[str]:
    """Return the statement, a paragraph a line."""
    return [
        tr(
            "Everything stays in one file on this computer. There is no server, no account and no"
            " measurement of how you use the app, and no other person appears anywhere in it."
        ),
        tr("HabitCoach sends nothing and has no report for managers."),
        tr(
            "It is honest about its limits: people who administer this computer can read its files, and"
            " a network drive or a backup of the computer may hold a copy of them."
        ),
        tr(
            "No customer data is asked for: a ticket number and a time at most. They are erased 90 days"
            " after the promise was due."
        ),
    ]
