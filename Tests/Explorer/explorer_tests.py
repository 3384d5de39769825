"""The explorer in a real browser: opened from disk, clicked, typed into and read.

usage: python3 Tests/Explorer/explorer_tests.py GRAPHGEN PAGES [unittest options]

GRAPHGEN draws the example articles; PAGES is a folder with the pages that `swift test` wrote
(hostile.html, large.html). Scripts/explorer runs all of it. The tests stand in *_tests.py beside
this file, which only starts them.
"""

import os
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import case  # noqa: E402

if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    case.start(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
    # They take the browser from `case`, so it must run before they are loaded.
    from access_tests import *  # noqa: E402, F403
    from hostile_tests import *  # noqa: E402, F403
    from large_tests import *  # noqa: E402, F403
    from reading_tests import *  # noqa: E402, F403
    from view_tests import *  # noqa: E402, F403

    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
