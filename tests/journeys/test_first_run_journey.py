from pathlib import Path
from tests.journeys.conftest import Start

def test_x(start: Start, tmp_path: Path) -> None:
    till = start(tmp_path / "home")
    me = till.person
    me.wait_for("There is no company here yet")
    print(me.texts(), me.nameless())
    me.click("Make the demo company")
    me.wait_for("This is the demo company")
    print(me.texts(), me.nameless(), me.focus)
    assert 0
