"""Passwords, kept as argon2id hashes, each with a salt of its own."""

import unicodedata


def hashed(password: str) -> str:
    """The hash of a password to be stored."""
    from argon2 import PasswordHasher  # imported when needed: not on the way to the first window

    return PasswordHasher().hash(as_bytes(password))


def is_right(password_hash: str | None, password: str) -> bool:
    """Whether a password is the one of a hash. Without a hash it is not, which takes as long to say."""
    from argon2 import PasswordHasher
    from argon2.exceptions import VerifyMismatchError

    hasher = PasswordHasher()
    if password_hash is None:
        hasher.hash(as_bytes(password))
        return False
    try:
        return hasher.verify(password_hash, as_bytes(password))
    except VerifyMismatchError:
        return False


def as_bytes(secret: str) -> bytes:
    """The same bytes for the same letters, however a keyboard composes their accents."""
    return unicodedata.normalize("NFC", secret).encode("utf-8", "surrogatepass")
