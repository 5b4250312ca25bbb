"""One view each; panes do not import each other."""
