"""Signatures, and messages that are encrypted in safe mode.

https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Access_Overview.html
https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/Message_Encryption/Technical_Plan.html
"""

import base64
import hashlib

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLOCK_BYTES, RANDOM_BYTES, KEY_CHARS = 32, 16, 43


class NotDecrypted(ValueError):
    """A text that this key did not encrypt, or that was meant for another account."""


def sign(*parts: str) -> str:
    """Return the SHA-1 of the sorted parts: of token, timestamp, nonce, and in safe mode the encrypted text."""
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()


class MessageCrypto:
    """Encrypts for one account: AES-256-CBC, padded to 32 bytes, the appid at the end."""

    def __init__(self, aes_key: str, appid: str) -> None:
        self._key = base64.b64decode(aes_key + "=")
        self._appid = appid.encode()

    def encrypt(self, text: str, random: bytes) -> str:
        """Return a text encrypted behind 16 random bytes."""
        data = text.encode()
        plain = random + len(data).to_bytes(4, "big") + data + self._appid
        padding = BLOCK_BYTES - len(plain) % BLOCK_BYTES
        encryptor = self._cipher().encryptor()
        return base64.b64encode(encryptor.update(plain + bytes([padding]) * padding) + encryptor.finalize()).decode()

    def decrypt(self, encrypted: str) -> str:
        """Return the text inside. Raises NotDecrypted."""
        try:
            decryptor = self._cipher().decryptor()
            plain = decryptor.update(base64.b64decode(encrypted, validate=True)) + decryptor.finalize()
            plain = plain[: -plain[-1]]
            start = RANDOM_BYTES + 4
            end = start + int.from_bytes(plain[RANDOM_BYTES:start], "big")
            text = plain[start:end].decode()
        except (ValueError, IndexError):
            raise NotDecrypted("the text is not encrypted with this key") from None
        if plain[end:] != self._appid:
            raise NotDecrypted("the text is meant for another account")
        return text

    def _cipher(self) -> Cipher[modes.CBC]:
        return Cipher(algorithms.AES(self._key), modes.CBC(self._key[:16]))
