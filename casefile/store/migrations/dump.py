"""``python -m casefile.store.migrations.dump`` prints the present schema for the next migration."""

import sys
from itertools import groupby

from sqlalchemy import create_mock_engine

from casefile.store.schema import Base
from casefile.store.schema.triggers import ddl


def dump() -> str:
    """Every statement of the present schema, a paragraph each, in the order in which they must run."""
    made: list[str] = []

    def note(statement: object, *_: object, **__: object) -> None:
        made.append(str(statement.compile(dialect=engine.dialect)))  # type: ignore[attr-defined]

    engine = create_mock_engine("sqlite://", note)
    Base.metadata.create_all(engine, checkfirst=False)
    return "\n\n".join(_tidy(statement) for statement in [*_in_order(made), *ddl()]) + "\n"


def _in_order(statements: list[str]) -> list[str]:
    """The same dump every time: a table's indexes come out of a set."""
    ordered: list[str] = []
    for is_index, some in groupby(statements, key=lambda statement: statement.startswith("CREATE INDEX")):
        run = list(some)
        ordered += sorted(run) if is_index else run
    return ordered


def _tidy(statement: str) -> str:
    return "\n".join(line.rstrip() for line in statement.strip().splitlines() if line.strip())


if __name__ == "__main__":
    sys.stdout.write(dump())
