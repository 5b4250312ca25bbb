"""Drafts of briefs.

Revision ID: 0005
"""

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Adds the table of drafts; nothing else changes."""
    connection = op.get_bind()
    for statement in Path(__file__).with_name("0005_drafts.sql").read_text("utf-8").split("\n\n"):
        connection.exec_driver_sql(statement)
