"""Microsoft Entra ID, as far as msal asks."""

import base64
import hashlib
import json
from collections.abc import Mapping
from time import time
from typing import Any
from urllib.parse import urlencode

from tests.support.cloud.world import TENANT, Answer, App, Request, World

_TID = TENANT  # the tenant that tokens name


def answer(world: World, request: Request) -> Answer:
    tenant, _, path = request.path.lstrip("/").partition("/")
    if tenant != TENANT:
        return _refusal(400, "invalid_tenant", 90002, f"Tenant '{tenant}' not found.")
    match path:
        case "v2.0/.well-known/openid-configuration":
            return Answer(document=_configuration(request, tenant))
        case "oauth2/v2.0/authorize":
            return _authorize(world, request)
        case "oauth2/v2.0/devicecode":
            return _device_code(world, request)
        case "oauth2/v2.0/token":
            return _token(world, request)
    return Answer(404, {"error": "not_found"})


def _configuration(request: Request, tenant: str) -> Mapping[str, Any]:
    base = f"https://{request.headers['host']}/{tenant}"
    return {
        "issuer": f"{base}/v2.0",
        "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
        "token_endpoint": f"{base}/oauth2/v2.0/token",
        "device_authorization_endpoint": f"{base}/oauth2/v2.0/devicecode",
        "jwks_uri": f"{base}/discovery/v2.0/keys",
    }


def _refusal(status: int, error: str, code: int, message: str) -> Answer:
    document = {
        "error": error,
        "error_description": f"AADSTS{code}: {message} Trace ID: 0 Correlation ID: 0",
        "error_codes": [code],
        "timestamp": "2026-11-29 12:00:00Z",
        "trace_id": "77777777-0000-4000-8000-000000000000",
        "correlation_id": "88888888-0000-4000-8000-000000000000",
    }
    return Answer(status, document)


def _token(world: World, request: Request) -> Answer:
    client = request.form.get("client_id", "")
    app = world.apps.get(client)
    if app is None:
        return _refusal(400, "unauthorized_client", 700016, "Application was not found in the directory.")
    match request.form.get("grant_type"):
        case "client_credentials":
            return _token_of_app(world, request, app)
        case "authorization_code":
            return _redeem(world, request)
        case "refresh_token":
            if request.form.get("refresh_token", "") not in world.refresh_tokens:
                return _refusal(400, "invalid_grant", 50173, "The provided grant has expired.")
            return Answer(document=_signed_in(world, request.form, ""))
        case "urn:ietf:params:oauth:grant-type:device_code":
            if not world.device_approved:
                return Answer(400, {"error": "authorization_pending", "error_description": "AADSTS70016: Pending."})
            return Answer(document=_signed_in(world, request.form, ""))
    return _refusal(400, "unsupported_grant_type", 70003, "Not supported.")


def _token_of_app(world: World, request: Request, app: App) -> Answer:
    ends = app.keys.get(request.form.get("client_secret", ""))
    if ends is None:
        return _refusal(401, "invalid_client", 7000215, "Invalid client secret provided.")
    if ends < time():
        return _refusal(401, "invalid_client", 7000222, "The provided client secret keys are expired.")
    scope = request.form.get("scope", "")
    if not scope.endswith("/.default"):
        return _refusal(400, "invalid_scope", 1002012, "The provided value for scope is not valid.")
    token = world.issue(app.id, scope.removesuffix("/.default"))
    return Answer(document=_granted(world, token))


def _granted(world: World, token: str) -> dict[str, Any]:
    seconds = world.token_seconds
    return {"token_type": "Bearer", "expires_in": seconds, "ext_expires_in": seconds, "access_token": token}


def _authorize(world: World, request: Request) -> Answer:
    """The user has signed in already: the browser is sent back at once, by a form as Entra does it."""
    code = f"code-{next(world.numbers)}"
    world.codes[code] = dict(request.query)
    fields = {"code": code, "state": request.query.get("state", "")}
    inputs = "".join(f'<input type="hidden" name="{name}" value="{value}">' for name, value in fields.items())
    page = (
        f'<html><body onload="document.forms[0].submit()"><form method="post" '
        f'action="{request.query["redirect_uri"]}">{inputs}<button>Continue</button></form></body></html>'
    )
    return Answer(body=page.encode(), kind="text/html; charset=utf-8", headers={"X-Form": urlencode(fields)})


def _redeem(world: World, request: Request) -> Answer:
    asked = world.codes.pop(request.form.get("code", ""), None)
    if asked is None:
        return _refusal(400, "invalid_grant", 70008, "The provided authorization code has expired.")
    digest = hashlib.sha256(request.form.get("code_verifier", "").encode()).digest()
    if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked.get("code_challenge"):
        return _refusal(400, "invalid_grant", 501481, "The Code_Verifier does not match the code_challenge.")
    return Answer(document=_signed_in(world, request.form, asked.get("nonce", "")))


def _device_code(world: World, request: Request) -> Answer:
    host = request.headers["host"]
    return Answer(
        document={
            "user_code": "ABCD1234",
            "device_code": f"device-{next(world.numbers)}",
            "verification_uri": f"https://{host}/device",
            "expires_in": 900,
            "interval": 1,
            "message": f"Open https://{host}/device and enter ABCD1234.",
        }
    )


def _signed_in(world: World, form: Mapping[str, str], nonce: str) -> dict[str, Any]:
    user, client, now = world.user, form.get("client_id", ""), int(time()) + world.clock_ahead
    claims = {
        "aud": client,
        "iss": f"https://login.localhost:{world.port}/{TENANT}/v2.0",
        "iat": now,
        "exp": now + world.token_seconds,
        "nonce": nonce,
        "oid": user.oid,
        "tid": _TID,
        "sub": user.oid,
        "name": user.name,
        "preferred_username": user.address,
        "roles": list(user.roles),
    }
    refresh = f"refresh~never~shown~{next(world.numbers)}"
    world.refresh_tokens[refresh] = user.oid
    return {
        **_granted(world, world.issue(client, "user")),
        "scope": "openid profile offline_access",
        "refresh_token": refresh,
        "id_token": f"{_part({'alg': 'none', 'typ': 'JWT'})}.{_part(claims)}.{_part({})}",
        "client_info": _part({"uid": user.oid, "utid": TENANT}),
    }


def _part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()
