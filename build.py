#!/usr/bin/env python3
"""The command: `python3 build.py` builds the site, `python3 build.py --help` lists the verbs.

This file is read by whatever Python somebody has, so that an old one can be told; the rest of
the way into the command is in tools/bootstrap.py.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one place that an old Python gets to see
    found = ".".join(map(str, sys.version_info[:3]))
    sys.stderr.write("build.py needs Python 3.11 or newer; this one is " + found + ".\n")
    sys.exit(2)

# Python leaves the script's folder out under -P and PYTHONSAFEPATH.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

from tools.bootstrap import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
