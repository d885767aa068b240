"""Azure Key Vault: secrets by name, with the challenge before them."""

from typing import Any

from tests.support.cloud.world import TENANT, Answer, Request, World

VERSION = "0123456789abcdef0123456789abcdef"


def answer(world: World, request: Request) -> Answer:
    audience = f"https://vault.localhost:{world.port}"
    client = world.client_of(request.token, audience)
    if client is None:
        return _challenge(world, audience)
    parts = request.path.strip("/").split("/")
    if request.method != "GET" or len(parts) < 2 or parts[0] != "secrets" or "api-version" not in request.query:
        return Answer(400, {"error": {"code": "BadParameter", "message": "The request URI is invalid."}})
    if client not in world.vault_readers:
        return forbidden("ForbiddenByRbac", "Caller is not authorized to perform action on resource.")
    secret = world.secrets.get(parts[1].lower())
    if secret is None:
        message = f"A secret with (name/id) {parts[1]} was not found in this key vault."
        return Answer(404, {"error": {"code": "SecretNotFound", "message": message}})
    if not secret.enabled:
        return forbidden("SecretDisabled", "Operation get is not allowed on a disabled secret.")
    attributes: dict[str, Any] = {"enabled": True, "created": 1493938410, "updated": 1493938410}
    attributes |= {"recoveryLevel": "Recoverable+Purgeable", "recoverableDays": 90}
    if secret.not_before is not None:
        attributes["nbf"] = secret.not_before
    if secret.expires is not None:
        attributes["exp"] = secret.expires
    key = f"https://{request.headers['host']}/secrets/{parts[1]}/{VERSION}"
    return Answer(document={"value": secret.value, "id": key, "attributes": attributes, "tags": {}})


def forbidden(code: str, message: str) -> Answer:
    return Answer(403, {"error": {"code": "Forbidden", "message": message, "innererror": {"code": code}}})


def _challenge(world: World, audience: str) -> Answer:
    document = {"error": {"code": "Unauthorized", "message": "AKV10000: Request is missing a Bearer or PoP token."}}
    authority = f"https://login.localhost:{world.port}/{TENANT}"
    return Answer(401, document, {"WWW-Authenticate": f'Bearer authorization="{authority}", resource="{audience}"'})
