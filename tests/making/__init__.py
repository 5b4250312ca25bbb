"""Makes again what ships under resources/ and comes from elsewhere; nothing of it runs in the program."""
