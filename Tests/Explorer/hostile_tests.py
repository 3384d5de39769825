"""Names and addresses that try to inject something."""

import json
import os

from case import Case, browser, pages


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
