"""Upgrades of older stores. Alembic is imported only when there is something to upgrade."""
