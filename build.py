#!/usr/bin/env python3
"""The command: `python3 build.py` builds the site, `python3 build.py --help` lists the verbs.

Any Python can read this file, so that an old one can say which version is needed. What follows is in
tools/bootstrap.py.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the only line that an old Python runs
    found = ".".join(map(str, sys.version_info[:3]))
    sys.stderr.write("build.py needs Python 3.11 or newer; this one is " + found + ".\n")
    sys.exit(2)

# With -P or PYTHONSAFEPATH, Python does not search the script's folder.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

from tools.bootstrap import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
