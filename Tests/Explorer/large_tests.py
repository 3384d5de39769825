"""The page of 2,000 actors."""

import json
import os
import sys

from case import Case, browser, pages

# Limits of the 2,000-actor page in milliseconds. Work is processor time of the main thread for
# each movement of the hand, the drawing itself included, since the browser runs without a graphics
# card here: 33 leaves 30 frames a second on one core. The others are by the clock and catch what
# hangs, also on a busy machine; docs/explorer.md has what was measured.
MOST_WORK, MOST_FRAME, MOST_OPEN = 33, 100, 5000
# What a movement paints, in calls of the canvas, as a share of what painting all of it takes: it
# does not depend on how busy the machine is, and fails where each movement paints everything again.
MOST_PAINTED = 0.35
COUNT_CALLS = """(() => { window.calls_ = 0;
  const paper = CanvasRenderingContext2D.prototype;
  for (const name of ['stroke', 'fill', 'fillText', 'fillRect', 'drawImage', 'moveTo', 'lineTo']) {
    const plain = paper[name];
    paper[name] = function (...given) { window.calls_ += 1; return plain.apply(this, given); };
  } })()"""


class LargeTests(Case):
    def setUp(self):
        self.page = os.path.join(pages, "large.html")
        super().setUp()

    def test_two_thousand_actors_move_smoothly(self):
        browser.open(self.path, "#show=all")
        count = len(self.data()["actors"])
        self.assertGreaterEqual(count, 2000)
        self.assertIn(f"{count:,} of {count:,} actors", browser.text("#caption"))
        opened = browser.run("performance.getEntriesByType('navigation')[0].loadEventEnd")
        browser.run(
            "window.frames_ = []; (function tick(now) { frames_.push(now); requestAnimationFrame(tick); })(0)"
        )
        browser.run(COUNT_CALLS)
        browser.run("calls_ = 0")
        browser.resize(1300, 820)
        browser.settle()
        everything = browser.run("calls_")
        self.assertGreater(everything, 2 * count)
        browser.call("Performance.enable", timeDomain="threadTicks")
        figures = {}
        for name, act in [
            (
                "zoom",
                lambda step: browser.mouse(
                    "mouseWheel", 400, 400, deltaX=0, deltaY=-40 if step < 30 else 40
                ),
            ),
            (
                "pan",
                lambda step: browser.mouse(
                    "mouseMoved", 300 + step * 4, 300 + step * 2, button="left", buttons=1
                ),
            ),
            ("point", lambda step: browser.mouse("mouseMoved", 200 + step * 9, 200 + step * 5)),
        ]:
            if name == "pan":
                browser.mouse("mousePressed", 300, 300, button="left", clickCount=1)
            browser.run("frames_.length = window.calls_ = 0")
            before = self.work()
            for step in range(60):
                act(step)
            spent = self.work() - before
            times = browser.run("frames_.slice(1).map((time, at) => time - frames_[at])")
            if name == "pan":
                browser.mouse("mouseReleased", 540, 420, button="left", clickCount=1)
            times.sort()
            figures[name] = spent / 60, times[len(times) // 2], browser.run("calls_") / 60 / everything
        print(
            f"{count:,} actors: open {opened:.0f} ms; "
            + ", ".join(
                f"{name} {spent:.1f} ms of work a step, {painted:.0%} painted, {time:.0f} ms a frame by the clock"
                for name, (spent, time, painted) in figures.items()
            ),
            file=sys.stderr,
        )
        self.assertLess(opened, MOST_OPEN)
        for name, (spent, time, painted) in figures.items():
            self.assertLess(painted, MOST_PAINTED, name)
            self.assertLess(spent, MOST_WORK, name)
            self.assertLess(time, MOST_FRAME, name)

    def work(self):
        """Processor time of the page's main thread so far, in milliseconds."""
        metrics = browser.call("Performance.getMetrics")["metrics"]
        return 1000 * next(m["value"] for m in metrics if m["name"] == "TaskDuration")

    def test_search_answers_at_once(self):
        browser.click("#search")
        times = []
        for letter in "eriksen 9":
            times.append(
                browser.run(
                    "(() => { const s = document.querySelector('#search'); const t = performance.now();"
                    f"s.value += {json.dumps(letter)}; s.dispatchEvent(new Event('input')); return performance.now() - t; }})()"
                )
            )
        self.assertLess(sorted(times)[-2], 150)
        self.assertGreater(len(browser.texts("[role=option] .name")), 3)
