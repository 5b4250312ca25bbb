"""What readers tell of a document and a source, and what belongs together.

Revision ID: 0003
"""

from pathlib import Path

from alembic import op

from casefile.store.migrations.rebuild import rebuild

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Brings the schema to that of format 3; lines of receipts learn which step kept their source.

    The upgrade makes the lists anew, with their new columns.
    """
    connection = op.get_bind()
    connection.exec_driver_sql("DELETE FROM source_list")
    rebuild(connection, Path(__file__).with_name("0003_reading.sql").read_text("utf-8"))
    op.execute(
        "UPDATE receipt_line SET step_id = (SELECT max(change.step_id) FROM change JOIN step"
        " ON step.id = change.step_id AND step.kind = 'do' WHERE change.table_name = 'source'"
        " AND change.row_id = receipt_line.source_id AND change.before IS NULL)"
        " WHERE source_id IS NOT NULL"
    )
