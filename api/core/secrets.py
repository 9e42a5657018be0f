"""Passwords, tokens and the encryption of contacts. Nothing secret is ever stored as it was given."""

import base64
import hashlib
import hmac
import secrets
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

TOKEN_BYTES = 32


def new_token() -> str:
    """256 random bits, safe in a URL and a cookie."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest(token: str) -> str:
    """What is stored in place of a token of at least 96 random bits: its SHA-256 in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def derive(secret: bytes, purpose: str, subject: str) -> bytes:
    """32 bytes that only a holder of the installation's secret can compute for this purpose and subject."""
    return hmac.digest(secret, f"{purpose}\0{subject}".encode(), "sha256")


def tracking_token(secret: bytes, complaint_id: str) -> str:
    """The reporter's secret: 130 bits in 26 easy letters and digits, the same at every replay."""
    raw = derive(secret, "tracking", complaint_id)
    return base64.b32encode(raw).decode()[:26].lower()


@lru_cache(maxsize=4)
def _hasher(memory_kib: int) -> PasswordHash:
    return PasswordHash((Argon2Hasher(memory_cost=memory_kib, time_cost=3, parallelism=1),))


def hash_password(password: str, memory_kib: int) -> str:
    return _hasher(memory_kib).hash(password)


def password_fits(password: str, hashed: str | None, memory_kib: int) -> bool:
    """True if the password is right. Costs the same when there is no such account."""
    hasher = _hasher(memory_kib)
    if hashed is None:
        hasher.verify(password, _nobody(memory_kib))
        return False
    return hasher.verify(password, hashed)


@lru_cache(maxsize=4)
def _nobody(memory_kib: int) -> str:
    return hash_password(new_token(), memory_kib)


def _box(secret: bytes) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(derive(secret, "contact", "")))


def seal(secret: bytes, text: str) -> str:
    """Encrypt with a key that is in neither the database nor its backups."""
    return _box(secret).encrypt(text.encode()).decode()


def unseal(secret: bytes, sealed: str) -> str | None:
    """The text, or None when it was sealed under another secret."""
    try:
        return _box(secret).decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None
