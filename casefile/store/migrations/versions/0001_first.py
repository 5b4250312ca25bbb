"""The first schema.

Revision ID: 0001
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Runs the statements that were dumped from a store of format 1, one to a blank-line paragraph."""
    statements = Path(__file__).with_name("0001_first.sql").read_text("utf-8")
    connection = op.get_bind()
    for statement in statements.split("\n\n"):
        connection.exec_driver_sql(statement)
