"""Files that ship with the program; read them through :func:`casefile.paths.resource`."""
