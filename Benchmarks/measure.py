"""One run of a program, measured: wall time, processor time, peak memory, instructions."""

import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Measure:
    seconds: float
    cpu: float
    peak_mb: float


def run(command, stdin=None, stdout=subprocess.DEVNULL):
    """Runs to the end; a status other than 0 is an error, since a failed run must not look fast."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdin=stdin or subprocess.DEVNULL, stdout=stdout)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"error: {' '.join(command)} ended with {process.returncode}")
    return Measure(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def best(command, times, **options):
    """The fastest of several runs: other processes only ever slow a run down."""
    return min((run(command, **options) for _ in range(times)), key=lambda m: m.seconds)


def can_count():
    return shutil.which("valgrind") is not None and shutil.which("strip") is not None


def countable(program, folder):
    """A copy without debugging information, which older versions of valgrind fail to read."""
    copy = os.path.join(folder, "stripped-" + os.path.basename(program))
    if not os.path.exists(copy):
        subprocess.run(["strip", "-o", copy, program], check=True)
    return copy


def instructions(command):
    """Instructions that a run executes: the same figure on a busy machine and on an idle one."""
    done = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
         *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    if done.returncode != 0 or not found:
        raise SystemExit(
            f"error: {' '.join(command)} under valgrind ended with {done.returncode}:\n{done.stderr}")
    return int(found.group(1).replace(",", ""))


def allocations(command):
    """Blocks of memory that a run asks for."""
    done = subprocess.run(
        ["valgrind", "--tool=memcheck", "--leak-check=no", "--undef-value-errors=no", *command],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"total heap usage: ([\d,]+) allocs", done.stderr)
    if done.returncode != 0 or not found:
        raise SystemExit(
            f"error: {' '.join(command)} under valgrind ended with {done.returncode}:\n{done.stderr}")
    return int(found.group(1).replace(",", ""))
