"""The first steps with the program, and the commands that do them. Knows no widget."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FirstStep:
    """One step: what it is for, how it is done, and the command (its name) that begins it."""

    title: str
    text: str
    command: str


FIRST_STEPS = (
    FirstStep(
        "Bring in an article",
        "Drop a file, a saved page or a selection from the browser anywhere on the window, or choose files."
        " The original is kept as it is.",
        "import",
    ),
    FirstStep(
        "Review what it says",
        "The inbox lists what waits. Open a source with Enter: its text stands left, the proposals right."
        " J and K move, Enter accepts, E edits first, X rejects. Nothing becomes a fact without you.",
        "inbox",
    ),
    FirstStep(
        "Look at an action and its evidence",
        "Every value stands with the passages that it rests on; Enter on a passage shows it in its source."
        " Where sources do not agree, you settle the conflict and say why.",
        "actions",
    ),
    FirstStep(
        "Gather a case file",
        "A case file holds the actions, sources and notes of one matter. Choose actions, then add them.",
        "new_case",
    ),
    FirstStep(
        "Print the brief",
        "Each fact in it is footnoted to its passage, each quote compared again with the original.",
        "export_brief",
    ),
    FirstStep(
        "Find everything again",
        "Search words, “phrases”, or fields such as authority:cnil amount:>10m decided:2024.",
        "search",
    ),
    FirstStep(
        "Do anything by keyboard",
        "The palette finds every command by a few of its letters. Every step can be undone, also later.",
        "palette",
    ),
)
