"""Signatures and encryption, by vectors that two releases of wechatpy computed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.wechat_emulator.state.callback_crypto import MessageCrypto, NotDecrypted, sign
from tests.wechat_emulator.scribble import laws

KEY, APPID = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wx0000000000000001"
ENCRYPTED = "Q3stYC6hdFzMh9T8HCvyDAuKynFZx72zvSsMzinYKQ/5Nm9RxkIDnEYrkXS+TlzcoGa6aJ7D7O+wmU68ACPQ2w=="
RANDOM = b"0123456789abcdef"


def test_signatures() -> None:
    assert sign("sitetoken", "1700000000", "nonce1") == "d516dc42089bdba1f73a29632966acae769ec944"
    assert sign("sitetoken", "1700000000", "nonce1", ENCRYPTED) == "bef7057911b92ceafc57eff51a180aadb9b68bd4"


def test_a_known_text() -> None:
    assert MessageCrypto(KEY, APPID).encrypt("<xml><a>1</a></xml>", RANDOM) == ENCRYPTED
    assert MessageCrypto(KEY, APPID).decrypt(ENCRYPTED) == "<xml><a>1</a></xml>"


@laws
@given(text=st.text())
def test_what_was_encrypted_comes_back(text: str) -> None:
    assert MessageCrypto(KEY, APPID).decrypt(MessageCrypto(KEY, APPID).encrypt(text, RANDOM)) == text


@pytest.mark.parametrize("wrong", ["", "x", "茶", "AAAA", ENCRYPTED[4:], ENCRYPTED[:-4]])
def test_texts_that_nobody_encrypted(wrong: str) -> None:
    with pytest.raises(NotDecrypted):
        MessageCrypto(KEY, APPID).decrypt(wrong)


def test_texts_for_another_account() -> None:
    with pytest.raises(NotDecrypted, match="another account"):
        MessageCrypto(KEY, "wx0000000000000002").decrypt(ENCRYPTED)
