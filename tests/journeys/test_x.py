import shutil
from pathlib import Path
from tests.journeys.conftest import Start

def test_x(start: Start, tmp_path: Path) -> None:
    till = start(tmp_path / "home")
    me = till.person
    me.wait_for("There is no company here yet")
    print(me.focus)
    me.tab_to("Import files"); me.press("Return")
    me.wait_for("Import your own company")
    print(me.texts(), me.nameless(), me.focus)
    me.write("../shared/data/adventureworks")
    me.tab_to("Mapping")
    print(me.focus)
    me.press("Down"); print(me.focus)
    me.tab_to("Import"); print(me.focus); me.press("Return")
    seen=[]
    def done():
        for t in me.texts():
            if "rows" in t and t not in seen: seen.append(t)
        return me.sees("rows read")
    me.wait(done, patience=200000)
    print(seen)
    print(me.texts(), me.nameless(), me.focus)
    me.window.grab().save("/tmp/imported.png")
    assert 0
