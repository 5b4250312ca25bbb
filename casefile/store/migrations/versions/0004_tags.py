"""Tags with colours, on sources, quotes and events too.

Revision ID: 0004
"""

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds the tables of tags; nothing else changes."""
    connection = op.get_bind()
    for statement in Path(__file__).with_name("0004_tags.sql").read_text("utf-8").split("\n\n"):
        connection.exec_driver_sql(statement)
