"""Three independent programs that judge a PDF: page-validation, outloud, qpdf. None of them sees all."""

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import outloud
import page

MISJUDGED = {
    "ORD-001": "it ranks an element's own text before that of a link within it; our walk does not",
    "PAG-001": "rows that say the same on several pages (one company, one status) are no running lines",
}
"""Rules of outloud that go wrong on briefs, with what is tested in their place."""


def by_page(content: bytes) -> list[str]:
    """What page-validation finds wrong, for both standards."""
    limits = page.SafetyLimits.unlimited()
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)
    try:
        reports = [page.validate_pdf_bytes(content, profile=profile, limits=limits) for profile in profiles]
    except page.PageError as error:
        return [str(error)]
    return [failure.rule_id for report in reports for failure in report.failures]


def by_outloud(content: bytes) -> list[str]:
    """What outloud finds wrong or questionable."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "judged.pdf")
        path.write_bytes(content)
        result = outloud.check(str(path))
    if result.verdict == "unreadable":
        return ["unreadable"]
    return [finding.rule for finding in result.findings if finding.rule not in MISJUDGED]


def by_qpdf(content: bytes) -> list[str]:
    """What qpdf finds wrong with the file's syntax."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "judged.pdf")
        path.write_bytes(content)
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    first = (done.stderr or done.stdout).strip().splitlines()[0]
    return [first.split(str(path))[-1].strip(" :,()")]


CHECKERS: dict[str, Callable[[bytes], list[str]]] = {
    "page-validation": by_page, "outloud": by_outloud, "qpdf": by_qpdf,
}  # fmt: skip


def complaints(content: bytes) -> dict[str, list[str]]:
    """What each checker finds wrong, each rule once, by the checker's name."""
    return {name: sorted(set(check(content))) for name, check in CHECKERS.items()}
