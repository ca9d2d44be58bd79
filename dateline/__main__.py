"""`python -m dateline`, the same as the console script."""

import sys

from dateline.cli import main

if __name__ == "__main__":
    sys.exit(main())
