"""The explorer in a real browser: opened from disk, clicked, typed into and read.

usage: python3 Tests/Explorer/explorer_tests.py GRAPHGEN PAGES [unittest options]

GRAPHGEN draws the example articles; PAGES is a folder with the pages that `swift test` wrote
(hostile.html, large.html). Scripts/explorer runs all of it.
"""

import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
from urllib.parse import unquote

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from browser import Browser  # noqa: E402

root = pathlib.Path(__file__).resolve().parents[2]
# Limits of the 2,000-actor page in milliseconds. Work is processor time of the main thread for
# each movement of the hand, the drawing itself included, since the browser runs without a graphics
# card here: 33 leaves 30 frames a second on one core. The others are by the clock and catch what
# hangs, also on a busy machine; docs/explorer.md has what was measured.
MOST_WORK, MOST_FRAME, MOST_OPEN = 33, 100, 5000
graphgen = pages = work = browser = None


def setUpModule():
    global browser, work
    work = tempfile.TemporaryDirectory()
    for name in ["actors.html", "actors.svg"]:
        subprocess.run(
            [graphgen, "draw", "Examples/articles", "-o", f"{work.name}/{name}"],
            cwd=root,
            check=True,
        )
    browser = Browser()


def tearDownModule():
    browser.close()
    work.cleanup()


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


class StartTests(Case):
    def test_shows_what_the_picture_shows(self):
        svg = pathlib.Path(work.name, "actors.svg").read_text()
        # In the picture leaves that say the same may share a box; here each stands alone.
        drawn = re.findall(
            r'<g class="(?:actor|member)[^"]*" [^>]*>\s*<title>(.*?) \((?:person|organization|place)\)',
            svg,
        )
        self.assertGreater(len(drawn), 20)
        self.assertEqual(sorted(self.listed()), sorted(map(html.unescape, drawn)))
        counts = re.search(r"Shown: (\d+ of \d+ actors), (\d+ of \d+ links)", svg)
        self.assertIn(", ".join(counts.groups()), browser.text("#caption"))
        for words in ["person", "organization", "place", "stated"]:
            self.assertIn(words, browser.text("#legend"))

    def test_allows_its_own_script_and_nothing_else(self):
        policy = browser.run("document.querySelector('[http-equiv]').content")
        self.assertIn("default-src 'none'", policy)
        self.assertNotIn("unsafe", policy)
        for attempt in [
            "document.body.innerHTML = '<b>x</b>'",
            "setTimeout('window.bad = 3')",
            "(() => { const s = document.createElement('script'); s.textContent = 'window.bad = 1';"
            "document.body.append(s); })()",
            "document.body.setAttribute('onclick', 'window.bad = 2')",
            "fetch('https://example.org/')",
        ]:
            failed = browser.run(
                f"(async () => {{ try {{ await ({attempt}); return false; }} catch {{ return true; }} }})()"
            )
            self.assertTrue(failed, attempt)
        browser.click_at(640, 400)
        self.assertIsNone(browser.run("window.bad ?? null"))
        browser.settle()
        self.assertIn("ContentSecurityPolicyIssue", browser.issues)
        browser.issues.clear()
        browser.console.clear()

    def test_an_actor_and_a_link_open_by_a_click_in_the_chart(self):
        x, y, tip = self.find_in_chart(lambda tip: "→" not in tip and "named together" not in tip)
        browser.click_at(x, y)
        browser.settle()
        name = tip.split(" · ")[0]
        self.assertEqual(browser.text("#panel h2"), name)
        self.assertIn("entity=", browser.run("location.hash"))
        browser.press("Escape")
        x, y, tip = self.find_in_chart(lambda tip: "→" in tip)
        browser.click_at(x, y)
        browser.settle()
        self.assertIn("link=", browser.run("location.hash"))
        for words in tip.split("\n")[0].split(" — ")[1].split(" → "):
            self.assertIn(words, browser.text("#panel"))

    def test_dragging_and_the_wheel_move_the_chart_and_open_nothing(self):
        before = browser.call("Page.captureScreenshot")["data"]
        browser.mouse("mousePressed", 300, 600, button="left", clickCount=1)
        for step in range(8):
            browser.mouse("mouseMoved", 300 + step * 20, 600, button="left", buttons=1)
        browser.mouse("mouseReleased", 440, 600, button="left", clickCount=1)
        browser.settle(0.2)
        moved = browser.call("Page.captureScreenshot")["data"]
        self.assertNotEqual(before, moved)
        browser.mouse("mouseWheel", 400, 400, deltaX=0, deltaY=-240)
        browser.settle(0.2)
        self.assertNotEqual(moved, browser.call("Page.captureScreenshot")["data"])
        self.assertEqual(browser.run("location.hash"), "")


class SearchTests(Case):
    def test_finds_names_other_spellings_and_near_misses(self):
        rows = [
            ("alyssa", "Alyssa Farah"),
            ("FARAH", "Alyssa Farah"),
            ("Qasem Soleimani", "Qassem Soleimani"),
            ("Kassem Soleymani", "Qassem Soleimani"),
            ("joão lourenço", "Joao Lourenco"),
            ("danilenco", "Viktor Danilenko"),
            ("adeyemi bright", "Folake Adeyemi-Bright"),
        ]
        for typed, name in rows:
            self.search(typed)
            self.assertEqual(browser.texts("[role=option] .name")[0], name, typed)
            browser.run("document.querySelector('#search').value = ''")
        self.search("zzxqy")
        self.assertIn("No actor", browser.text("[role=listbox]"))
        self.assertIn("No actor", browser.text("#status"))

    def test_says_by_which_spelling_it_was_found(self):
        self.search("Qasem")
        self.assertIn("Qasem Soleimani", browser.text("[role=listbox]"))

    def test_an_actor_outside_the_picture_is_shown_among_its_neighbours(self):
        shown = set(self.listed())
        actors = self.data()["actors"]
        other = next(a for a in actors if a["name"] not in shown and a["named"])
        self.open_actor(other["name"])
        self.assertIn(f"Around {other['name']}", browser.text("#crumb"))
        browser.click("#crumb button")
        browser.settle()
        self.assertEqual(set(self.listed()), shown)


class CardTests(Case):
    def test_an_actor_answers_for_itself(self):
        self.open_actor("Qassem Soleimani")
        text = browser.text("#panel")
        for words in [
            "person",
            "commander",
            "Qasem Soleimani",
            "Roles",
            "Also written",
            "Relations",
            "Joined across articles",
            "identity/canonical",
            "Named together with",
        ]:
            self.assertIn(words, text)
        self.assertIn("Qassem Soleimani", browser.texts("#panel mark.person"))
        self.assertRegex(text, r"letter-affair-\w+, line \d+")
        self.assertIn("engine/role.apposition", text)

    def test_a_link_answers_for_itself(self):
        self.open_actor("Alyssa Farah")
        browser.click("#panel button.relation")
        browser.settle()
        text = browser.text("#panel")
        self.assertIn("Alyssa Farah", browser.text("#panel h2"))
        for words in [
            "spokeswoman",
            "holds role · asserted",
            "in 2 articles",
            "engine/role.premodifier",
        ]:
            self.assertIn(words, text)
        marks = browser.texts("#panel mark")
        for words in ["Alyssa Farah", "Pentagon", "spokeswoman"]:
            self.assertIn(words, marks)
        # Its ends lead to their cards.
        browser.click("#panel .actions button.actor:nth-child(2)")
        self.assertEqual(browser.text("#panel h2"), "Pentagon")

    def test_every_link_shows_a_quote_with_its_document_and_rule(self):
        data = self.data()
        for link in data["links"][::12]:
            browser.run(f"location.hash = '#link={link['id']}'")
            browser.wait(f"document.querySelector('#panel [data-link={json.dumps(link['id'])}]')")
            place, rule = link["quotes"][0]
            article, line, _ = data["quotes"][place]
            text = browser.text(f"#panel [data-link={json.dumps(link['id'])}]")
            self.assertIn(f"{data['articles'][article]['id']}, line {line}", text)
            self.assertIn(data["rules"][rule], text)


class FilterTests(Case):
    def test_kinds_relations_certainty_and_size_change_the_view_and_the_address(self):
        browser.click("#filter-button")
        browser.click("#filters [data-word=organization]")
        browser.settle()
        self.assertEqual(browser.texts("#panel .mark.organization"), [])
        self.assertGreater(len(self.listed()), 10)
        self.assertIn("kinds=person,place", browser.run("location.hash"))
        self.assertIn("filtered", browser.text("#caption"))
        browser.click("#filter-reset")
        browser.settle()
        self.assertEqual(browser.run("location.hash"), "")
        for word in ["asserted", "reported", "possible"]:
            browser.click(f"#filters [data-word={word}]")
        browser.settle()
        data = self.data()
        negated = sum(link["modality"] == 3 for link in data["links"])
        shown = browser.run("document.querySelector('#caption').textContent")
        self.assertIn("modality=negated", browser.run("location.hash"))
        self.assertTrue(negated == 0 or "actors" in shown)
        self.assertNotIn("stated", [] if negated else browser.text("#legend"))
        browser.click("#filter-reset")
        browser.run(
            "document.querySelector('#filter-show').value = 'all';"
            "document.querySelector('#filter-show').dispatchEvent(new Event('change'))"
        )
        browser.settle()
        count = len(data["actors"])
        self.assertIn(f"{count} of {count} actors", browser.text("#caption"))
        self.assertEqual(len(self.listed()), count)

    def test_one_relation_alone_shows_what_has_it(self):
        data = self.data()
        others = [name for name in data["predicates"] if name != "met"]
        browser.open(self.path, "#without=" + ",".join(others))
        met = [link for link in data["links"] if data["predicates"][link["predicate"]] == "met"]
        names = {data["actors"][end]["name"] for link in met for end in link["ends"]}
        self.assertEqual(set(self.listed()), names)

    def test_weight(self):
        data = self.data()
        browser.open(self.path, "#weight=2&show=all")
        strong = [link for link in data["links"] if link["weight"] >= 2]
        names = {data["actors"][end]["name"] for link in strong for end in link["ends"]}
        self.assertEqual(set(self.listed()), names)

    def test_a_neighbourhood_holds_the_neighbours(self):
        data = self.data()
        index = next(i for i, a in enumerate(data["actors"]) if a["name"] == "Pentagon")
        # Named together with somebody who is only described ("the minister") is no neighbourhood.
        has_face = (
            lambda end: data["actors"][end]["named"] or data["actors"][end]["name"][0].isupper()
        )
        near = {
            data["actors"][end]["name"]
            for link in data["links"]
            if index in link["ends"] and ("beside" not in link or all(map(has_face, link["ends"])))
            for end in link["ends"]
        }
        self.open_actor("Pentagon")
        browser.click("#panel .actions button")
        browser.settle()
        self.assertIn("focus=", browser.run("location.hash"))
        browser.press("Escape")
        browser.settle()
        self.assertEqual(set(self.listed()), near)
        self.assertEqual(browser.text("#panel h2"), "Around Pentagon")

    def test_a_path_gives_each_step_with_its_evidence(self):
        self.open_actor("Alyssa Farah")
        browser.click("#path-to")
        browser.type("Mark Esper")
        browser.press("Enter")
        browser.settle()
        self.assertEqual(browser.text("#panel h2"), "From Alyssa Farah to Mark Esper")
        steps = browser.run("document.querySelectorAll('#panel .evidence').length")
        quotes = browser.run("document.querySelectorAll('#panel .evidence blockquote').length")
        self.assertGreaterEqual(steps, 1)
        self.assertEqual(steps, quotes)
        answer = subprocess.run(
            [
                graphgen,
                "draw",
                "Examples/articles",
                "--path",
                "Alyssa Farah",
                "Mark Esper",
                "-o",
                f"{work.name}/path.dot",
            ],
            cwd=root,
            capture_output=True,
            text=True,
        )
        self.assertEqual(answer.returncode, 0, answer.stderr)
        dot = pathlib.Path(work.name, "path.dot").read_text()
        for name in browser.texts("#panel .evidence button.actor .name"):
            self.assertIn(name.split()[-1], dot)


class AddressTests(Case):
    def test_addresses_open_what_they_name_and_the_way_back_leads_back(self):
        data = self.data()
        actor, link = data["actors"][5], data["links"][7]
        browser.open(self.path, f"#entity={actor['id']}")
        self.assertEqual(browser.text("#panel h2"), actor["name"])
        browser.open(self.path, f"#link={link['id']}")
        for end in link["ends"]:
            self.assertIn(data["actors"][end]["name"], browser.text("#panel h2"))
        browser.run(f"location.hash = '#entity={actor['id']}'")
        browser.settle(0.3)
        self.assertEqual(browser.text("#panel h2"), actor["name"])
        browser.run("history.back()")
        browser.settle(0.5)
        self.assertIn(f"link={link['id']}", browser.run("location.hash"))
        self.assertNotEqual(browser.text("#panel h2"), actor["name"])

    def test_what_is_nowhere_is_said(self):
        browser.open(self.path, "#entity=p-nobody&kinds=dragon&show=-3&path=a,b,c&weight=x")
        self.assertIn("does not hold", browser.text("#status"))
        self.assertEqual(browser.text("#panel h2"), "Actors in the chart")


class AccessTests(Case):
    def test_by_keyboard_alone(self):
        browser.press("/")
        self.assertEqual(browser.run("document.activeElement.id"), "search")
        browser.type("iraq")
        first = browser.run("document.activeElement.getAttribute('aria-activedescendant')")
        browser.press("ArrowDown")
        second = browser.run("document.activeElement.getAttribute('aria-activedescendant')")
        self.assertNotEqual(first, second)
        name = browser.text(f"#{second} .name")
        browser.press("Enter")
        browser.settle()
        self.assertEqual(browser.text("#panel h2"), name)
        self.assertTrue(browser.run("document.activeElement.matches('#panel h2')"))
        seen = []
        for _ in range(12):
            browser.press("Tab")
            seen.append(
                browser.run("document.activeElement.innerText || document.activeElement.id")
            )
        self.assertIn("Show neighbourhood", seen)
        self.assertIn("path-to", seen)
        while not browser.run("document.activeElement.matches('#panel button.relation')"):
            browser.press("Tab")
        browser.press("Enter")
        browser.settle()
        self.assertIn("link=", browser.run("location.hash"))
        browser.press("Escape")
        self.assertNotIn("link=", browser.run("location.hash"))
        browser.run("document.querySelector('#canvas').focus()")
        pictures = [browser.call("Page.captureScreenshot")["data"]]
        for key in ["+", "ArrowLeft", "ArrowUp", "-", "0"]:
            browser.press(key)
            browser.settle(0.5)
            pictures.append(browser.call("Page.captureScreenshot")["data"])
        self.assertEqual(len(set(pictures[:-1])), len(pictures) - 1)

    def test_screen_readers_are_told_what_everything_is(self):
        tree = browser.accessible()
        roles = {role for role, _ in tree}
        for role in [
            "heading",
            "combobox",
            "button",
            "image",
            "list",
            "status",
            "search",
            "main",
            "complementary",
        ]:
            self.assertIn(role, roles)
        self.assertEqual(
            [
                pair
                for pair in tree
                if pair[0] in ("button", "combobox", "checkbox", "image") and not pair[1]
            ],
            [],
        )
        names = [name for role, name in tree if role == "button"]
        self.assertTrue(any("Alyssa Farah" in name for name in names))
        self.assertTrue(
            any(role == "image" and re.search(r"of \d+ actors", name) for role, name in tree)
        )
        self.open_actor("Alyssa Farah")
        self.assertIn("Alyssa Farah", browser.text("#status"))
        browser.click("#filter-button")
        tree = browser.accessible()
        self.assertTrue(any(role == "checkbox" and "people" in name for role, name in tree))
        self.search("pent")
        options = [name for role, name in browser.accessible() if role == "option"]
        self.assertTrue(any("Pentagon" in name for name in options))

    def test_colours_can_be_read_light_and_dark(self):
        for scheme in ["light", "dark"]:
            browser.prefer(prefers_color_scheme=scheme)
            browser.settle(0.2)
            value = lambda name: browser.run(
                f"getComputedStyle(document.documentElement).getPropertyValue('--{name}').trim()"
            )
            for front, back in [
                ("ink", "paper"),
                ("quiet", "paper"),
                ("quiet", "side"),
                ("ink", "person"),
                ("ink", "organization"),
                ("ink", "place"),
                ("quiet", "person"),
                ("quiet", "organization"),
                ("quiet", "place"),
                ("accent", "paper"),
            ]:
                self.assertGreaterEqual(
                    contrast(value(front), value(back)), 4.5, (scheme, front, back)
                )
            body = browser.run("getComputedStyle(document.body).backgroundColor")
            self.assertEqual(body == "rgb(255, 255, 255)", scheme == "light")

    def test_fits_a_telephone(self):
        browser.resize(390, 844, phone=True)
        browser.open(self.path)
        self.assertLessEqual(browser.run("document.scrollingElement.scrollWidth"), 390)
        browser.click("#panel button.actor")
        browser.settle()
        self.assertTrue(browser.text("#panel h2"))
        self.assertLessEqual(browser.run("document.scrollingElement.scrollWidth"), 390)
        self.assertGreater(browser.run("document.querySelector('canvas').clientHeight"), 150)

    def test_prints_the_chart_and_what_is_open(self):
        self.open_actor("Alyssa Farah")
        browser.prefer(media="print", prefers_color_scheme="dark")
        browser.settle(0.2)
        for control in ["#search", "#filter-button", ".zoom", ".back"]:
            hidden = browser.run(f"document.querySelector('{control}').getClientRects().length")
            self.assertEqual(hidden, 0, control)
        self.assertGreater(
            browser.run("document.querySelector('canvas').getClientRects().length"), 0
        )
        self.assertGreater(
            browser.run("document.querySelector('#panel blockquote').getClientRects().length"), 0
        )
        browser.prefer(prefers_color_scheme="dark")
        paper = browser.paper()
        self.assertTrue(paper.startswith(b"%PDF-"))
        self.assertGreater(len(paper), 20_000)
        # And back on the screen the drawing is as large as its place again.
        browser.settle(0.3)
        self.assertEqual(
            *browser.run(
                "(() => { const c = document.querySelector('canvas');"
                "return [c.width, Math.round(c.clientWidth * devicePixelRatio)]; })()"
            )
        )

    def test_no_movement_where_none_is_wanted(self):
        browser.prefer(prefers_reduced_motion="reduce")
        browser.open(self.path, "#show=20")
        browser.run("location.hash = '#show=30'")
        browser.run(
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )
        first = browser.call("Page.captureScreenshot")["data"]
        browser.settle(0.4)
        self.assertEqual(first, browser.call("Page.captureScreenshot")["data"])


class HostileTests(Case):
    def setUp(self):
        self.page = os.path.join(pages, "hostile.html")
        super().setUp()

    def test_names_are_text_wherever_they_are_shown(self):
        data = self.data()
        forbidden = (
            "script:not(#data):not([type=module]), img, iframe, object, embed, svg, video, audio, form,"
            "link, base, b, [onload], [onerror], [onclick], [style*=url], a[href^='javascript' i]"
        )
        count = f"document.querySelectorAll({json.dumps(forbidden)}).length"
        scripts = browser.run("document.scripts.length")
        self.assertEqual(scripts, 2)
        for actor in data["actors"]:
            browser.run(f"location.hash = '#entity={actor['id']}'")
            browser.settle(0.15)
            shown = browser.run("document.querySelector('#panel h2').textContent")
            self.assertEqual(shown, actor["name"])
            self.assertEqual(browser.run(count), 0, actor["name"][:60])
        for link in data["links"]:
            browser.run(f"location.hash = '#link={link['id']}'")
            browser.settle(0.05)
            self.assertEqual(browser.run(count), 0)
        for typed in [
            "script alert",
            "javascript",
            "long",
            "日本語",
            "<img src=x onerror=alert(1)>",
            "'\"><",
        ]:
            self.search(typed)
            self.assertEqual(browser.run(count), 0)
            browser.run("document.querySelector('#search').value = ''")
        self.assertEqual(browser.run("document.scripts.length"), scripts)
        names = {actor["name"] for actor in data["actors"]}
        self.assertIn("<script>alert(1)</script>", names)
        self.assertTrue(any(len(name) >= 20_000 for name in names))
        self.assertLessEqual(browser.run("document.scrollingElement.scrollWidth"), 1280)

    def test_addresses_inject_nothing(self):
        for fragment in [
            "#entity=<img src=x onerror=alert(1)>",
            "#without=%3Cscript%3E",
            "#path=%00,%00",
            "#%E0%A4%A",
            "#show=1e9&depth=9&weight=Infinity&kinds=__proto__",
        ]:
            browser.open(self.path, fragment)
            self.assertEqual(browser.text("#panel h2"), "Actors in the chart", fragment)


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
            browser.run("frames_.length = 0")
            before = self.work()
            for step in range(60):
                act(step)
            spent = self.work() - before
            times = browser.run("frames_.slice(1).map((time, at) => time - frames_[at])")
            if name == "pan":
                browser.mouse("mouseReleased", 540, 420, button="left", clickCount=1)
            times.sort()
            figures[name] = spent / 60, times[len(times) // 2]
        print(
            f"{count:,} actors: open {opened:.0f} ms; "
            + ", ".join(
                f"{name} {work_:.1f} ms of work a step, {time:.0f} ms a frame by the clock"
                for name, (work_, time) in figures.items()
            ),
            file=sys.stderr,
        )
        self.assertLess(opened, MOST_OPEN)
        for name, (spent, time) in figures.items():
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


def contrast(a, b):
    """WCAG 2 contrast of two colours, `#rrggbb`."""

    def luminance(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted([luminance(a), luminance(b)])
    return (high + 0.05) / (low + 0.05)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    graphgen, pages = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
