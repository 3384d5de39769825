"""What every test of the explorer has: the browser, the pages, and what a reader does again and again."""

import atexit
import json
import pathlib
import subprocess
import tempfile
import unittest
from urllib.parse import unquote

from browser import Browser

root = pathlib.Path(__file__).resolve().parents[2]
work = tempfile.TemporaryDirectory()
graphgen = pages = browser = None


def start(program, folder):
    """Draws the example articles with `program` and opens a browser; `folder` has the other pages."""
    global graphgen, pages, browser
    graphgen, pages = program, folder
    for name in ["actors.html", "actors.svg"]:
        draw("Examples/articles", "-o", f"{work.name}/{name}")
    browser = Browser()
    atexit.register(browser.close)


def draw(*arguments):
    subprocess.run([graphgen, "draw", *arguments], cwd=root, check=True)


class Case(unittest.TestCase):
    """Every test ends with nothing loaded, nothing blocked and nothing said on the console."""

    page = None

    def setUp(self):
        browser.resize(1280, 800)
        browser.prefer()
        self.path = self.page or f"{work.name}/actors.html"
        browser.open(self.path)

    def tearDown(self):
        self.assertEqual(
            {unquote(url).split("#")[0] for url in browser.requests} - {"about:blank"},
            {pathlib.Path(self.path).resolve().as_uri()},
        )
        self.assertEqual([browser.console, browser.issues, browser.dialogs], [[], [], []])

    # What a reader does again and again

    def search(self, text):
        browser.click("#search")
        browser.type(text)

    def open_actor(self, name):
        self.search(name)
        browser.press("Enter")
        browser.settle()
        self.assertEqual(browser.text("#panel h2"), name)

    def find_in_chart(self, is_wanted):
        """Moves the mouse over the chart until what it shows there is wanted."""
        box = browser.run(
            "(() => { const r = document.querySelector('canvas').getBoundingClientRect();"
            "return [r.left, r.top, r.right, r.bottom]; })()"
        )
        for y in range(int(box[1]) + 6, int(box[3]), 12):
            for x in range(int(box[0]) + 6, int(box[2]), 16):
                browser.mouse("mouseMoved", x, y)
                tip = browser.run(
                    "(() => { const t = document.querySelector('#tip');"
                    "return t.hidden ? '' : t.textContent; })()"
                )
                if tip and is_wanted(tip):
                    return x, y, tip
        self.fail("nothing of the kind is in the chart")

    def data(self):
        return json.loads(browser.run("document.querySelector('#data').textContent"))

    def listed(self):
        """Names of the actors that the panel lists."""
        while browser.run("!(document.querySelector('#panel .more')?.hidden ?? true)"):
            browser.click("#panel .more")
        return browser.texts("#panel button.actor .name")
