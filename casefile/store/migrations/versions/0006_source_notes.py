"""Notes on sources.

Revision ID: 0006
"""

from pathlib import Path

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Adds the table of notes; nothing else changes."""
    connection = op.get_bind()
    for statement in Path(__file__).with_name("0006_source_notes.sql").read_text("utf-8").split("\n\n"):
        connection.exec_driver_sql(statement)
