"""`habitcoach tour`: every screen and state, drawn to pictures on sample data. Needs no display."""

import os
from pathlib import Path

import click

from habitcoach.cli.output import as_json, show
from habitcoach.texts.language import languages

#: Qt is told before it is loaded; a display is neither looked for nor used.
_PLATFORM = {
    "QT_QPA_PLATFORM": "offscreen",
    # What this platform cannot do, raise a window or show a tray, nobody misses here.
    "QT_LOGGING_RULES": "default.warning=false;qt.core.qobject.connect.warning=false",
}


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.argument("scenes", nargs=-1)
@click.option("--dark", is_flag=True, help="In the dark theme; the light one otherwise.")
@click.option("--scale", type=click.FloatRange(1, 4), default=1.0, help="Pixels to a point, such as 2.")
@click.option("--language", type=click.Choice(languages()), default="en", help="Of the texts.")
@click.option("--right-to-left", is_flag=True, help="Laid out as for a language that is written so.")
@click.option("--list", "only_list", is_flag=True, help="List the names of the scenes and draw nothing.")
@as_json
def tour(  # noqa: PLR0913  # one argument per option
    *,
    folder: Path | None,
    scenes: tuple[str, ...],
    dark: bool,
    scale: float,
    language: str,
    right_to_left: bool,
    only_list: bool,
    json_wanted: bool,
) -> None:
    """Draw every screen and state into FOLDER, or those whose names begin with SCENES."""
    os.environ |= {**_PLATFORM, "QT_SCALE_FACTOR": f"{scale:g}"}
    from habitcoach.app.tour.guide import Manner, chosen, give_tour  # noqa: PLC0415  # loads Qt

    found = [one.name for one in chosen(scenes)]
    if scenes and not found:
        raise click.BadParameter(", ".join(scenes), param_hint="SCENES")
    if only_list:
        show(found, found, json_wanted=json_wanted)
        return
    if folder is None:
        raise click.MissingParameter(param_hint="FOLDER", param_type="argument")
    manner = Manner("dark" if dark else "light", language, right_to_left)
    drawn = {}
    for name, file in give_tour(folder, scenes, manner):
        drawn[name] = str(file)
        if not json_wanted:
            click.echo(file)
    show(drawn, [], json_wanted=json_wanted)


COMMANDS = (tour,)
