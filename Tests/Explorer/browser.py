"""A real browser without a driver: Chromium's DevTools protocol over two pipes.

Needs Python's standard library alone. One page, one session, headless; everything it loads, says on
its console or blocks is kept, so that tests can ask for it.
"""

import base64
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import time


class Failure(Exception):
    """The browser refused, or what was waited for did not come."""


def find():
    """The path of a Chromium, or None."""
    names = [os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    return next((path for path in map(shutil.which, filter(None, names)) if path), None)


KEYS = {  # name: (code, virtual key, text)
    "Enter": ("Enter", 13, "\r"),
    "Escape": ("Escape", 27, ""),
    "Tab": ("Tab", 9, ""),
    "ArrowDown": ("ArrowDown", 40, ""),
    "ArrowUp": ("ArrowUp", 38, ""),
    "ArrowLeft": ("ArrowLeft", 37, ""),
    "ArrowRight": ("ArrowRight", 39, ""),
    " ": ("Space", 32, " "),
    "+": ("Equal", 187, "+"),
    "-": ("Minus", 189, "-"),
    "0": ("Digit0", 48, "0"),
    "/": ("Slash", 191, "/"),
}


class Browser:
    """A running Chromium with one page."""

    def __init__(self, width=1280, height=800):
        program = find()
        if not program:
            raise Failure("no Chromium found")
        self.profile = tempfile.mkdtemp(prefix="explorer-")
        to_child, self._out = os.pipe()
        self._in, from_child = os.pipe()

        def hand_over():
            # The protocol's descriptors are 3 and 4, whatever the pipes are here.
            source, sink = os.dup(to_child), os.dup(from_child)
            os.dup2(source, 3)
            os.dup2(sink, 4)

        self._errors = open(os.path.join(self.profile, "stderr"), "wb")
        self._process = subprocess.Popen(
            [
                program,
                "--headless=new",
                "--remote-debugging-pipe",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-extensions",
                "--disable-background-networking",
                "--disable-dev-shm-usage",
                "--force-device-scale-factor=1",
                "--hide-scrollbars",
                f"--user-data-dir={self.profile}",
                f"--window-size={width},{height}",
                "about:blank",
            ],
            preexec_fn=hand_over,
            close_fds=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
        )
        os.close(to_child)
        os.close(from_child)
        self._buffer = b""
        self._next = 0
        self._session = None
        self.requests, self.console, self.issues, self.dialogs = [], [], [], []
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(target for target in targets if target["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)[
            "sessionId"
        ]
        for domain in ["Page", "Runtime", "Network", "Audits", "Log", "Accessibility", "DOM"]:
            self.call(domain + ".enable")
        self.resize(width, height)

    def close(self):
        """Ends the browser and removes its profile."""
        try:
            self._session = None
            self.call("Browser.close", seconds=5)
            self._process.wait(10)
        except Exception:
            self._process.kill()
            self._process.wait()
        self._errors.close()
        os.close(self._out)
        os.close(self._in)
        shutil.rmtree(self.profile, ignore_errors=True)

    # The protocol

    def call(self, method, seconds=60, **parameters):
        """Calls a method and returns its result."""
        self._next += 1
        message = {"id": self._next, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        wanted = self._next
        end = time.monotonic() + seconds
        while True:
            answer = self._read(end, method)
            if answer.get("id") == wanted:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error'].get('message')}")
                return answer["result"]
            self._note(answer)

    def _read(self, end, what):
        while b"\0" not in self._buffer:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self._in], [], [], left)[0]:
                raise Failure(f"{what}: no answer in time")
            data = os.read(self._in, 1 << 20)
            if not data:
                said = pathlib.Path(self.profile, "stderr").read_text(errors="replace")[-800:]
                raise Failure(f"{what}: the browser ended\n{said}")
            self._buffer += data
        message, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(message)

    def _note(self, event):
        method, values = event.get("method", ""), event.get("params", {})
        if method == "Network.requestWillBeSent":
            self.requests.append(values["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            details = values["exceptionDetails"]
            thrown = details.get("exception", {}).get("description", details.get("text"))
            self.console.append(f"exception: {thrown}")
        elif method == "Runtime.consoleAPICalled":
            self.console.append(f"{values['type']}: {[a.get('value') for a in values['args']]}")
        elif method == "Log.entryAdded":
            self.console.append(f"log: {values['entry']['text']}")
        elif method == "Audits.issueAdded":
            issue = values["issue"]
            kind = issue["details"].get("genericIssueDetails", {}).get("errorType", "")
            # Tests change the address without a click, which the browser remarks on.
            if kind != "NavigationEntryMarkedSkippable":
                self.issues.append(kind or issue["code"])
        elif method == "Page.javascriptDialogOpening":
            self.dialogs.append(values["message"])

    # What a reader does

    def open(self, path, fragment=""):
        """Opens a file from disk and waits until it has been drawn."""
        self.requests.clear(), self.console.clear(), self.issues.clear(), self.dialogs.clear()
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url=pathlib.Path(path).resolve().as_uri() + fragment)
        self.wait("document.readyState === 'complete'")
        self.settle()

    def run(self, script):
        """The value of an expression in the page."""
        answer = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise Failure(
                answer["exceptionDetails"].get("exception", {}).get("description", script)
            )
        return answer["result"].get("value")

    def wait(self, condition, seconds=10):
        """Waits until an expression is true."""
        end = time.monotonic() + seconds
        while True:
            try:
                if self.run(f"Boolean({condition})"):
                    return
            except Failure:
                pass
            if time.monotonic() > end:
                raise Failure(f"never true: {condition}")
            time.sleep(0.03)

    def settle(self, seconds=0.6):
        """Lets what moves come to rest."""
        time.sleep(seconds)
        self.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def place(self, selector):
        """The middle of the first element that fits."""
        return self.run(
            f"""(() => {{ const e = document.querySelector({json.dumps(selector)});
            if (!e) return null; e.scrollIntoView({{block: 'nearest'}});
            const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; }})()"""
        )

    def click(self, selector):
        """Clicks an element with the mouse, where it really is."""
        place = self.place(selector)
        if not place:
            raise Failure(f"nothing to click: {selector}")
        self.click_at(*place)

    def click_at(self, x, y):
        self.mouse("mouseMoved", x, y)
        self.mouse("mousePressed", x, y, button="left", clickCount=1)
        self.mouse("mouseReleased", x, y, button="left", clickCount=1)
        self.settle(0.1)

    def mouse(self, kind, x, y, **more):
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def type(self, text):
        """Types letters, or pastes where they are many."""
        self.call("Input.insertText", text=text)
        self.settle(0.1)

    def press(self, name, shift=False):
        """Presses a key by its name."""
        code, number, text = KEYS[name]
        common = {
            "key": name,
            "code": code,
            "windowsVirtualKeyCode": number,
            "modifiers": 8 if shift else 0,
        }
        more = {"text": text} if text else {}
        self.call(
            "Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **common, **more
        )
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)
        self.settle(0.05)

    def text(self, selector):
        """What is to be read in an element, None without such an element."""
        return self.run(f"document.querySelector({json.dumps(selector)})?.innerText ?? null")

    def texts(self, selector):
        return self.run(
            f"[...document.querySelectorAll({json.dumps(selector)})].map((e) => e.innerText)"
        )

    def accessible(self):
        """The accessibility tree as (role, name) pairs, what is hidden from it left out."""
        nodes = self.call("Accessibility.getFullAXTree")["nodes"]
        return [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes
            if not node.get("ignored")
        ]

    # How it looks

    def resize(self, width, height, phone=False):
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=2 if phone else 1,
            mobile=phone,
        )
        self.call("Emulation.setTouchEmulationEnabled", enabled=phone)

    def prefer(self, media="", **features):
        """Sets what the reader's system prefers: `prefers_color_scheme="dark"`."""
        values = [
            {"name": key.replace("_", "-"), "value": value} for key, value in features.items()
        ]
        self.call("Emulation.setEmulatedMedia", media=media, features=values)

    def picture(self, path):
        data = self.call("Page.captureScreenshot", format="png")["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def paper(self, path=None):
        """Prints; returns the PDF's bytes."""
        data = base64.b64decode(self.call("Page.printToPDF", printBackground=True)["data"])
        if path:
            pathlib.Path(path).write_bytes(data)
        return data
