"""The item models that the views show."""
