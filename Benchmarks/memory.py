"""Measures what a graph takes: synthetic articles through a pipe, in one pass.

usage: python3 Benchmarks/memory.py GRAPHGEN ARTICLES…

Prints for each number of articles the actors and links found, the peak memory, and how much of it each
link takes when everything that is not a link is counted to it.
"""

import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def measure(graphgen, articles, *options):
    writer = subprocess.Popen(
        [sys.executable, os.path.join(HERE, "synthetic.py"), str(articles)], stdout=subprocess.PIPE)
    reader = subprocess.Popen(
        [graphgen, "stats", "--top", "0", *options, "-"], stdin=writer.stdout, stdout=subprocess.PIPE,
        text=True)
    writer.stdout.close()
    text = reader.stdout.read()
    _, status, usage = os.wait4(reader.pid, 0)
    reader.returncode = os.waitstatus_to_exitcode(status)
    writer.wait()
    if reader.returncode != 0:
        raise SystemExit(f"error: graphgen ended with {reader.returncode} on {articles} articles")
    found = {name: int(count) for name, count in re.findall(r"^(\w+) +(\d+)$", text, re.M)}
    if found["articles"] != articles:
        raise SystemExit(f"error: {found['articles']} articles instead of {articles}")
    return found, usage.ru_maxrss * 1024, usage.ru_utime + usage.ru_stime


def main():
    print(f"{'articles':>10} {'actors':>9} {'links':>9} {'peak MB':>9} {'bytes a link':>13} {'CPU s':>7}")
    for articles in map(int, sys.argv[2:]):
        found, peak, seconds = measure(sys.argv[1], articles)
        print(f"{articles:10,} {found['actors']:9,} {found['links']:9,} {peak / 1e6:9,.0f}"
              f" {peak / found['links']:13,.0f} {seconds:7.1f}", flush=True)


if __name__ == "__main__":
    main()
