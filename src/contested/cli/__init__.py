"""Commands: each parses, calls one library function, prints."""


def main() -> None:
    """Run the command that the user typed, and leave with its exit code."""
    from contested.cli.app import run

    raise SystemExit(run())
