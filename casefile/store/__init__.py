"""The record in one SQLite file. The only package that imports SQLAlchemy; else it imports the ground."""
