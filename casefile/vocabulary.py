"""The controlled lists. Imports nothing of ours."""


def label(_: str, code: str) -> str:
    """The code as a person reads it."""
    return code.replace("-", " ").capitalize()
