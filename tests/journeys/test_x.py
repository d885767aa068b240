import shutil
from pathlib import Path
from tests.journeys.conftest import Start

def test_x(start: Start, tmp_path: Path) -> None:
    shutil.copytree("/tmp/j-aw", tmp_path / "home")
    till = start(tmp_path / "home")
    me = till.person
    idle = lambda: me.wait(lambda: till.program.tasks.is_idle)
    def show(t):
        print("--", t, "focus:", me.focus); print(me.texts()[13:]); assert not me.nameless(), me.nameless()
    me.wait_for("Pamela")
    print("F", me.focus)
    me.press("Right"); print(me.focus); me.press("Return"); print(me.focus)
    me.write("northwest-2026"); me.press("Return")
    me.wait_for("View my client book"); idle()
    me.press("Return")
    me.wait_for("My client book"); idle()
    me.press("/"); me.tab_to("Professional"); me.press("Space"); idle()
    print(me.count("Customers"), me.focus)
    me.tab_to("30 days", back=True); me.press("Space"); idle()
    print(me.count("Customers"), me.focus)
    me.tab_to("Customers"); 
    print(me.focus)
    me.press("Return"); me.wait_for("In your client book")
    show("customer")
    me.press("F2"); print("F2", me.focus)
    me.write("She wants a red helmet.")
    me.tab_to("Call", back=True); print(me.focus)
    from PySide6.QtWidgets import QApplication
    for k in ["Tab"]*7: me.press(k); print(me.focus)
    for k in ["Tab"]*30: me.press(k); print(me.focus)
    me.press("F2")
    me.press("Ctrl+Return"); me.wait_for("Activity saved"); idle()
    me.window.grab().save("/tmp/saved.png")
    show("saved")
    me.press("Escape"); idle(); print("esc", me.focus, me.texts()[13:20])
    me.press("Escape"); idle(); print("esc", me.focus, me.texts()[13:20])
    me.press("Escape"); idle(); print("esc", me.focus, me.texts()[13:20])
    assert 0
