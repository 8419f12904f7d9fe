"""Work side by side, in processes that are forked from this one and so have all that it has."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

T = TypeVar("T")

_PARENT_DEATH_SIGNAL = 1
_WORTH_A_PROCESS = 400
"""Files below which a second process costs more than it saves."""


def side_by_side(jobs: Sequence[Callable[[], T]], files: int) -> Iterator[T]:
    """What each job gives, in their order. `files` is how many files of a configuration they are about.

    What they give is sent between processes. In a process that does one of several jobs, jobs are done one by one.
    """
    processes = min(_processors(), len(jobs))
    if processes < 2 or files < _WORTH_A_PROCESS or _jobs or "fork" not in get_all_start_methods():
        for job in jobs:
            yield job()
        return
    with ProcessPoolExecutor(processes, get_context("fork"), _begin, (jobs,)) as pool:
        yield from pool.map(_do, range(len(jobs)))


_jobs: Sequence[Callable[[], Any]] = ()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(jobs: Sequence[Callable[[], Any]]) -> None:
    global _jobs  # noqa: PLW0603 - the one thing that a worker process is told before its work
    _jobs = jobs
    if sys.platform == "linux":
        # A worker whose parent was ended has nobody left to work for.
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGTERM)


def _do(number: int) -> Any:
    return _jobs[number]()
