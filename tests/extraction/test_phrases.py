"""Patterns that are tried only where one of their first words stands."""

import re

from casefile.extraction.phrases import OpenedPattern


def test_an_opened_pattern_finds_what_its_pattern_finds() -> None:
    pattern = re.compile(r"(?<!\w)(?:on\sappeal|appeal\w{0,24}|fined)(?!\w)", re.IGNORECASE)
    text = "Fined on appeal, it appealed; on appeals nobody fined-it.\nUnfined, on\nappeal."
    opened = OpenedPattern(pattern, ("on appeal", "appeal*", "fined"))
    found = [match.group() for match in opened.finditer(text)]
    assert found == [match.group() for match in pattern.finditer(text)]
    assert found == ["Fined", "on appeal", "appealed", "appeals", "fined", "on\nappeal"]


def test_an_opened_pattern_may_begin_where_a_line_does() -> None:
    pattern = re.compile(r"(?:^|(?<!\w)the )\w+ watchdog", re.MULTILINE)
    text = "Energy watchdog acts\nso does the privacy watchdog\nand a bank watchdog\nbank watchdog"
    found = [match.group() for match in OpenedPattern(pattern, ("the",), lines=True).finditer(text)]
    assert found == ["Energy watchdog", "the privacy watchdog", "bank watchdog"]
