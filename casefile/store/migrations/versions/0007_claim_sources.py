"""The index of the claims on a record holds their sources.

Revision ID: 0007
"""

from pathlib import Path

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Makes the index anew; nothing else changes."""
    connection = op.get_bind()
    for statement in Path(__file__).with_name("0007_claim_sources.sql").read_text("utf-8").split("\n\n"):
        connection.exec_driver_sql(statement)
