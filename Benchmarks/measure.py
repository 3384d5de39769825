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


def best_in_turn(commands, times):
    """The fastest run of each; they take turns, so that a slow minute of the machine is everybody's."""
    rounds = [[run(command) for command in commands] for _ in range(times)]
    return [min(runs, key=lambda m: m.seconds) for runs in zip(*rounds)]


def until_read(command, pipe, times):
    """Seconds from a program's start until it opens its input, a pipe: the shortest of several."""
    shortest = float("inf")
    nowhere = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    for _ in range(times):
        os.mkfifo(pipe)
        # `Popen` would wait for the program to begin, and work meanwhile.
        began = time.perf_counter()
        child = os.posix_spawn(command[0], [*command, pipe], os.environ, file_actions=[nowhere])
        with open(pipe, "wb", buffering=0) as end:
            shortest = min(shortest, time.perf_counter() - began)
            end.write(b"Anna Lind met Bo Berg.\n")
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os.unlink(pipe)
        if status != 0:
            raise SystemExit(f"error: {' '.join(command)} ended with {status}")
    return shortest


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
