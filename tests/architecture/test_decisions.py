"""The index of the decisions leads to every one, by its own name."""

from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "docs" / "adr"


def test_the_index_has_every_decision_by_its_heading() -> None:
    index = (_FOLDER / "README.md").read_text("utf-8")
    decisions = [one for one in sorted(_FOLDER.glob("*.md")) if one.name != "README.md"]
    assert decisions
    for one in decisions:
        heading = one.read_text("utf-8").partition("\n")[0].removeprefix("# ")
        assert f"- [{heading}]({one.name})" in index.splitlines()
