"""Prints what the checkers say of good briefs and of spoiled ones: ``python -m tests.conformance.report``."""

from tests.briefs.conftest import make_brief
from tests.conformance.checkers import CHECKERS, complaints
from tests.conformance.made import briefs, rendered, with_figure
from tests.conformance.spoiled import BYTE_DEFECTS, DEFECTS, spoil, spoil_bytes


def main() -> None:
    """Print both tables."""
    _head("good, as they are exported")
    for name, brief in briefs().items():
        _line(name, rendered(brief))
    figure = with_figure()
    _line("a figure over text", figure)
    _head("with one defect")
    sample = rendered(make_brief())
    _line("saved again without any defect", spoil(sample, ""))
    for defect in filter(None, DEFECTS):
        _line(defect, spoil(figure if "figure" in defect else sample, defect))
    for defect in BYTE_DEFECTS:
        _line(defect, spoil_bytes(sample, defect))


def _head(title: str) -> None:
    print(f"\n{title:<48}" + "".join(f"{name:<42}" for name in CHECKERS))


def _line(name: str, content: bytes) -> None:
    cells = []
    for found in complaints(content).values():
        more = f" +{len(found) - 1}" if len(found) > 1 else ""
        cells.append(f"{found[0][:34]}{more}" if found else "-")
    print(f"{name:<48}" + "".join(f"{cell:<42}" for cell in cells))


if __name__ == "__main__":
    main()
