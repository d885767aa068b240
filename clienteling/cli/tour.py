"""`tour`: pictures of every page."""

from argparse import Namespace

from clienteling.cli.answers import Answer
from clienteling.cli.readable import counted
from clienteling.domain.errors import Problem, mark
from clienteling.settings import Settings


def take_pictures(arguments: Namespace, settings: Settings) -> Answer:
    """Go through the window, and say which pictures there are then."""
    from clienteling.app import run_tour

    code = run_tour(settings, arguments.out, arguments.size, arguments.theme)
    pictures = sorted(file.name for file in arguments.out.glob("*.png"))
    document = {"out": str(arguments.out), "pictures": pictures}
    text = f"{counted(len(pictures), 'picture is', 'pictures are')} in {arguments.out}"
    stuck = Problem(mark("The tour got stuck. The log in {folder} says where."), folder=settings.home / "logs")
    return Answer(document, text, stuck if code else None)
