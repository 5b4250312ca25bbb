"""The exit statuses of the commands; wrong usage is 2, which argparse gives."""

DONE = 0
FAILED = 1
