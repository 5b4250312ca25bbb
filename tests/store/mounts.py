"""Disks for tests: one that nobody may write to, one that is soon full. Both need the right to mount."""

import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def _mount(*arguments: str) -> None:
    try:
        done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount command here")
    if done.returncode:
        pytest.skip(f"mounting is refused here: {done.stderr.strip()}")


@contextmanager
def _mounted(point: Path) -> Iterator[Path]:
    try:
        yield point
    finally:
        # Lazily: a test that fails may still have files open there.
        subprocess.run(["umount", "--lazy", str(point)], check=True)
        point.rmdir()


@contextmanager
def bound(folder: Path, beside: Path) -> Iterator[Path]:
    """The folder under another name: a bind mount."""
    point = beside / f"view-{uuid.uuid4().hex}"
    point.mkdir()
    _mount("--bind", str(folder), str(point))
    with _mounted(point):
        yield point


@contextmanager
def read_only_view(folder: Path, beside: Path) -> Iterator[Path]:
    """The folder under another name under which nobody may write, not even root: a read-only bind mount."""
    with bound(folder, beside) as point:
        _mount("-o", "remount,ro,bind", str(point))
        yield point


@contextmanager
def small_disk(beside: Path, size_kb: int) -> Iterator[Path]:
    """An empty disk of that size: a tmpfs, which says ENOSPC like any other."""
    point = beside / f"disk-{uuid.uuid4().hex}"
    point.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={size_kb}k", "tmpfs", str(point))
    with _mounted(point):
        yield point
