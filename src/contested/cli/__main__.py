"""Let ``python -m contested.cli`` be ``contested``."""

from contested.cli import main

main()
