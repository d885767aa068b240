"""The tour, as it is asked for at the command line: a picture of each page and state."""

import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SIZE = 1366, 768
SCENES = {
    "first-run",
    "sign-in",
    "sign-in-refused",
    "home",
    "home-empty-book",
    "my-book",
    "my-book-loading",
    "my-book-filtered",
    "my-book-selected",
    "my-book-empty",
    "my-book-no-match",
    "search",
    "customer",
    "customer-planned-and-pinned",
    "customer-edited-and-private",
    "customer-edit",
    "customer-edit-refused",
    "customer-former-texts",
    "customer-writing-private-note",
    "locked",
    "store-books",
    "store-books-error",
    "reassign",
    "audit",
    "status",
    "import",
    "import-rejected",
    "company-from-nothing",
    "company-not-whole",
    "headquarters-set-up",
    "headquarters-attribute-groups",
    "headquarters-changed-meanwhile",
    "headquarters-designer",
    "headquarters-distribution-waiting",
    "headquarters-in-use",
    "headquarters-wrong-field",
    "engagement-addresses-wrong",
    "engagement-results",
    "engagement-table",
    "customer-engagement",
    "trouble",
}


@pytest.mark.timeout(600)
def test_the_tour_takes_a_picture_of_every_page_and_state(tmp_path: Path) -> None:
    width, height = SIZE
    home, out = tmp_path / "home", tmp_path / "pictures"
    command = [sys.executable, "-m", "clienteling", "--home", str(home), "tour"]
    done = subprocess.run(
        [*command, "--out", str(out), "--size", f"{width}x{height}", "--theme", "light"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    pictures = sorted(out.glob("*.png"))
    names = [picture.stem.split("-", 1) for picture in pictures]
    assert done.returncode == 0, (done.stderr, pictures[-1:])
    assert "Traceback" not in done.stderr
    assert [number for number, _ in names] == [f"{number:03}" for number in range(1, len(pictures) + 1)]
    assert {f"{scene}-light" for scene in SCENES} <= {name for _, name in names}
    assert {picture.name: size_of(picture) for picture in pictures} == {picture.name: SIZE for picture in pictures}
    assert len({picture.read_bytes() for picture in pictures}) == len(pictures)
    assert "ERROR" not in (home / "logs" / "clienteling.log").read_text(encoding="utf-8")


def size_of(picture: Path) -> tuple[int, int]:
    """Width and height, as the head of a PNG file says them."""
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", head[16:24])
    return width, height
