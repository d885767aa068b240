"""What can go wrong on the way to the clouds. Each failure has its own class, which says what to do about it.

The code of a problem (`SecretExpired` is `secret_expired`) is what a stored state remembers; `problem_of` makes the
problem again from it.
"""

from datetime import datetime

from clienteling.domain.errors import Invalid, Problem, mark


class CloudProblem(Problem):
    """`correlation_id` is what the service's own people ask for. `is_passing`: later it may work by itself."""

    title = mark("The cloud service cannot be used")
    words = mark("The cloud service cannot be used.")
    is_passing = False

    def __init__(self, correlation_id: str = "", **values: object) -> None:
        super().__init__(self.words, **values)
        self.correlation_id = correlation_id


class Incomplete(CloudProblem):
    title = mark("Something is not entered yet")
    words = mark("Enter {what} first.")


class MalformedReference(Invalid):
    title = mark("This is no reference to a secret")

    def __init__(self) -> None:
        super().__init__(
            "reference", mark("Write a secret as vault://VAULT/SECRET, for instance vault://shop/insights.")
        )


class MalformedAddress(Invalid):
    title = mark("This is no address of a key vault")

    def __init__(self, suffix: str) -> None:
        super().__init__("url", mark("Write the address as https://NAME.{suffix}."), suffix=suffix)


# --- The credential store of this machine ---


class NoCredentialStore(CloudProblem):
    title = mark("No credential store")
    words = mark(
        "This machine has no credential store that is running. Start one (on Linux: GNOME Keyring or KWallet), then "
        "try again. Secrets are kept nowhere else."
    )


class UnsafeCredentialStore(CloudProblem):
    title = mark("The credential store is not safe")
    words = mark("The credential store {backend} does not keep secrets safe. Remove it; it is not used.")


class LockedCredentialStore(CloudProblem):
    title = mark("The credential store is locked")
    words = mark("The credential store of this machine is locked. Unlock it, then try again.")


class SecretTooLong(CloudProblem):
    title = mark("The secret is too long")
    words = mark("The credential store takes up to {most} characters. Is this the secret’s value?")


class SecretKeyMissing(CloudProblem):
    title = mark("The secret key is not on this machine")
    words = mark("The Key Vault secret key is not in the credential store of this machine. Enter it again.")


# --- Signing in with Entra ID ---


class SignInFailed(CloudProblem):
    title = mark("Microsoft Entra ID refused the sign-in")
    words = mark("Microsoft Entra ID refused the sign-in ({code}).")


class WrongTenant(SignInFailed):
    title = mark("Wrong tenant")
    words = mark("There is no such tenant, or the key vault belongs to another one. Check the tenant.")


class OtherTenant(SignInFailed):
    title = mark("An account of another company")
    words = mark("This account does not belong to the company of this till. Choose your company account.")


class WrongClock(SignInFailed):
    title = mark("The clock is wrong")
    words = mark("The clock of this machine is wrong by {minutes} minutes. Set it right, then try again.")


class WrongApplication(SignInFailed):
    title = mark("Unknown application")
    words = mark("The tenant does not know the application {application}. Check its ID, and the tenant.")


class WrongSecretKey(SignInFailed):
    title = mark("Wrong secret key")
    words = mark("The secret key of the application {application} is wrong. Enter its value, not its ID.")


class ExpiredSecretKey(SignInFailed):
    title = mark("The secret key has expired")
    words = mark("The secret key of the application {application} has expired. Make a new one in Microsoft Entra ID.")


class WrongScope(SignInFailed):
    title = mark("Wrong scope")
    words = mark("Microsoft Entra ID does not know the scope {scope}. Check the settings of the cloud.")


class NoConsent(SignInFailed):
    title = mark("Consent is missing")
    words = mark("Nobody has agreed yet that the program may sign in. An administrator of the tenant has to.")


class BlockedByPolicy(SignInFailed):
    title = mark("Blocked by a policy")
    words = mark("A Conditional Access policy of the tenant blocks this sign-in. Ask its administrator.")


class SignInAgain(SignInFailed):
    title = mark("Please sign in again")
    words = mark("The sign-in has ended or was revoked. Sign in once more.")


class SignInCancelled(SignInFailed):
    title = mark("Nobody signed in")
    words = mark("The sign-in was cancelled in the browser, or refused there.")


class NoBrowser(SignInFailed):
    title = mark("No browser opens")
    words = mark("This machine has no browser that could be opened. Use another device.")


class SignInTimedOut(SignInFailed):
    title = mark("Nobody signed in")
    words = mark("The browser did not come back in time. Try again.")


# --- Key Vault ---


class NoPermission(CloudProblem):
    title = mark("No permission")
    words = mark(
        "The application may not read it. Give it the role Key Vault Secrets User, or Get in an access policy."
    )


class BlockedByFirewall(CloudProblem):
    title = mark("Blocked by a firewall")
    words = mark("The firewall of the key vault does not let this machine in. Add its address there.")


class SecretMissing(CloudProblem):
    title = mark("The secret is missing")
    words = mark("There is no secret “{name}” in the key vault. Was it deleted? Is the name right?")


class SecretDisabled(CloudProblem):
    title = mark("The secret is disabled")
    words = mark("The secret “{name}” is disabled in the key vault. Enable it, or refer to another one.")


class SecretExpired(CloudProblem):
    title = mark("The secret has expired")
    words = mark("The secret “{name}” expired on {day}. Put a new one into the key vault.")
    expires: datetime | None = None
    """When it expired, for who has just heard it from the vault."""


class SecretNotYetValid(CloudProblem):
    title = mark("The secret is not valid yet")
    words = mark("The secret “{name}” is valid from {day} on.")


# --- The data services ---


class AccessRefused(CloudProblem):
    title = mark("Access refused")
    words = mark("{service} does not let the application in. Add the application there as a user with the role Viewer.")


class KeyRefused(CloudProblem):
    title = mark("The key was refused")
    words = mark("{service} does not take the secret or the subscription key. Put a valid one into the key vault.")


class EnvironmentMissing(CloudProblem):
    title = mark("No such environment")
    words = mark("{service} has no environment or table of this name. Choose one from the list.")


class QueryRefused(CloudProblem):
    title = mark("The question was refused")
    words = mark("{service} does not take the question. Check the alternate customer ID and the measures.")


class ServiceFailed(CloudProblem):
    title = mark("The service has a failure")
    words = mark("{service} reports a failure of its own ({status}). Try again later.")
    is_passing = True


class Throttled(CloudProblem):
    title = mark("Too many questions")
    words = mark("{service} wants a pause. Try again in {seconds} seconds.")
    is_passing = True


# --- The way there ---


class ServiceUnreachable(CloudProblem):
    title = mark("Not reachable")
    words = mark("{host} cannot be reached. Check the address and the network.")
    is_passing = True


class NotTrusted(CloudProblem):
    title = mark("Not trusted")
    words = mark("{host} shows a certificate that this machine does not trust. A company proxy? Set its CA bundle.")


class TooSlow(CloudProblem):
    title = mark("No answer in time")
    words = mark("{host} did not answer in time. Try again later.")
    is_passing = True


class CutOff(CloudProblem):
    title = mark("The answer was cut off")
    words = mark("The answer of {host} ended in the middle. Try again.")
    is_passing = True


class CaptivePortal(CloudProblem):
    title = mark("A web page answered")
    words = mark("Instead of {host} a web page answered. Sign in to the network in a browser, then try again.")
    is_passing = True


class MalformedAnswer(CloudProblem):
    title = mark("The answer makes no sense")
    words = mark("The answer of {host} cannot be read. Is the address right?")


class Stopped(CloudProblem):
    title = mark("Stopped")
    words = mark("It was stopped. What has arrived is kept.")
    is_passing = True


def _all(kind: type[CloudProblem]) -> "dict[str, type[CloudProblem]]":
    found = {kind().code: kind}
    for below in kind.__subclasses__():
        found |= _all(below)
    return found


def problem_of(code: str, values: "dict[str, object]", correlation_id: str = "") -> CloudProblem | None:
    """A problem as it was remembered; None for a code that this version does not know."""
    kind = _all(CloudProblem).get(code)
    return None if kind is None else kind(correlation_id, **values)
