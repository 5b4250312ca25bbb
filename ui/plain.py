"""Text from a file where Qt would take it for rich text. Imports nothing."""


def plain_tip(text: str) -> str:
    """A tool tip that Qt cannot take for rich text: it looks for a tag before anything else."""
    return text.replace("<", "‹").replace(">", "›")
