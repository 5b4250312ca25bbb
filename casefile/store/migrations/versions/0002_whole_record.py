"""The whole enforcement record, and the tables behind the lists.

Revision ID: 0002
"""

from pathlib import Path

from alembic import op

from casefile.store.migrations.rebuild import rebuild

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Brings the schema to that of format 2."""
    rebuild(op.get_bind(), Path(__file__).with_name("0002_whole_record.sql").read_text("utf-8"))
