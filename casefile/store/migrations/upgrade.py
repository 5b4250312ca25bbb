"""Bringing an older store to the present schema, with a backup in the person's data folder first."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from casefile.progress import SILENT
from casefile.store import derived
from casefile.store.backup_files import BackupReason
from casefile.store.backups import make_backup
from casefile.store.engine import SCHEMA_VERSION, connect_to_read, write_engine
from casefile.store.errors import store_errors
from casefile.store.journal import note_head
from casefile.store.opening import Opening
from casefile.store.schema.journal import Step

DERIVED_AS_NOW = 6
"""The first format whose derived tables are those of the present one: to make them anew takes minutes."""


def upgrade(opening: Opening) -> Path:
    """Upgrades the locked store in one transaction; gives back the backup made before.

    ``user_version`` in the header tells where a store stands; Alembic's own table lives only meanwhile.
    :class:`casefile.store.errors.StoreError` where it cannot be written, or no backup can be made: the store
    is then as it was.
    """
    path = opening.path
    with store_errors(path), closing(connect_to_read(opening.access)) as source:
        backup = make_backup(source, path, BackupReason.BEFORE_UPGRADE, SILENT)
        version = int(source.execute("PRAGMA user_version").fetchone()[0])
    with store_errors(path):
        engine = write_engine(opening.access)
        try:
            _free_tables(engine)
            with engine.begin() as connection:
                config = Config()
                config.set_main_option("script_location", str(Path(__file__).parent))
                config.attributes["connection"] = connection
                if version:
                    command.stamp(config, f"{version:04d}")
                command.upgrade(config, "head")
                connection.exec_driver_sql("DROP TABLE alembic_version")
                _fill_derived(connection, since=version)
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        finally:
            engine.dispose()
    return backup.path


def _free_tables(engine: Engine) -> None:
    """Foreign keys off for the engine's one connection: tables that are made anew are dropped meanwhile."""
    raw = engine.raw_connection()
    raw.cursor().execute("PRAGMA foreign_keys = OFF")
    raw.close()


def _fill_derived(connection: Connection, since: int) -> None:
    with Session(connection) as session:
        if since < DERIVED_AS_NOW:
            derived.rebuild(session)
        _note_head(session)
        session.flush()
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise sqlite3.IntegrityError(f"rows without what they point to: {broken[:5]}")


def _note_head(session: Session) -> None:
    """Formats before the second did not note the latest step."""
    latest = session.scalar(select(Step).order_by(Step.id.desc()).limit(1))
    if latest is not None:
        note_head(session, latest.id, latest.hash)
