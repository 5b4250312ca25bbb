"""Bringing an older store to the present schema, with a backup beside it first."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from casefile.store import derived
from casefile.store.engine import SCHEMA_VERSION, stored_version, write_engine
from casefile.store.errors import store_errors


def upgrade(path: Path) -> Path:
    """Upgrades the store in one transaction; gives back the backup made before.

    ``user_version`` in the header tells where a store stands; Alembic's own table lives only meanwhile.
    :class:`casefile.store.errors.StoreError` where it cannot be written: the store is then as it was.
    """
    version = stored_version(path)
    backup = path.with_name(f"{path.stem}.before-format-{SCHEMA_VERSION}{path.suffix}")
    with store_errors(path):
        _copy(path, backup)
        engine = write_engine(path)
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
                _fill_derived(connection)
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        finally:
            engine.dispose()
    return backup


def _free_tables(engine: Engine) -> None:
    """Foreign keys off for the engine's one connection: tables that are made anew are dropped meanwhile."""
    raw = engine.raw_connection()
    raw.cursor().execute("PRAGMA foreign_keys = OFF")
    raw.close()


def _fill_derived(connection: Connection) -> None:
    with Session(connection) as session:
        derived.rebuild(session)
        session.flush()
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise sqlite3.IntegrityError(f"rows without what they point to: {broken[:5]}")


def _copy(path: Path, backup: Path) -> None:
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(backup)) as target:
        source.backup(target)
