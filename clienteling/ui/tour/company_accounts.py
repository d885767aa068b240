"""Scenes of signing in with a company account: offered, waiting, with a code, refused."""

from clienteling.domain.cloud_problems import ServiceUnreachable
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.pos.company_box import CompanyBox
from clienteling.ui.tour.stage import Script, Stage


def company_account_scenes(stage: Stage) -> Script:
    """The sign-in page of a company that has set it up."""
    page = stage.program.sign_in_page
    page.clear()
    yield from _scenes(stage, page.company, "sign-in")


def company_account_lock_scenes(stage: Stage) -> Script:
    """The lock."""
    page = stage.sessions.lock_page
    if page is not None:
        page.company.offer(True)
        yield from stage.show("locked-company-account")
        page.company.wait_for_browser()
        yield from stage.show("locked-company-account-waiting")
        page.company.reset()
        page.company.offer(False)


def _scenes(stage: Stage, box: CompanyBox, name: str) -> Script:
    box.offer(True)
    yield from stage.show(f"{name}-company-account")
    box.wait_for_browser()
    yield from stage.show(f"{name}-company-account-waiting")
    box.wait_for_code()
    box.show_code("ABCD 1234", "https://microsoft.com/devicelogin", "14:35")
    yield from stage.show(f"{name}-company-account-code")
    problem = ServiceUnreachable(host="login.microsoftonline.com")
    box.refuse(problem_title(problem), f"{problem_message(problem)} Your password works, too.")
    yield from stage.show(f"{name}-company-account-failed")
    box.reset()
    box.offer(False)
    yield stage.settled
