"""`python -m clienteling` is the program."""

import sys

from clienteling.cli import main

if __name__ == "__main__":
    sys.exit(main())
