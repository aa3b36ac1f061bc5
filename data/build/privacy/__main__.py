"""The command ``python -m data.build.privacy NAME --reason WORDS``: take a name down."""

from typing import Annotated

import typer

from data.build.privacy.takedown import take_down


def run(name: str, reason: Annotated[str, typer.Option(help="Why, naming nobody.")]) -> None:
    """Add the digest of a name to the take-down list; the next edition masks it."""
    print(f"masked from the next edition on: {take_down(name, reason)}")


if __name__ == "__main__":
    typer.run(run)
