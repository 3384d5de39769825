"""For everyone: keyboard, screen readers, contrast, telephones, paper, and no movement."""

import re

from case import Case, browser


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


def contrast(a, b):
    """WCAG 2 contrast of two colours, `#rrggbb`."""

    def luminance(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted([luminance(a), luminance(b)])
    return (high + 0.05) / (low + 0.05)
