"""What may be uploaded, and what becomes of it."""

import pytest

from plugins.wechat_emulator import DEMO_APPID
from tests.wechat_emulator.conftest import BASE, Api, article, credentials, picture

MP3 = b"ID3" + bytes(100)
MP4 = bytes(4) + b"ftypisom" + bytes(100)


@pytest.mark.parametrize(
    ("kind", "name", "data", "errcode"),
    [
        ("image", "a.jpg", picture(), None),
        ("image", "a.png", picture("PNG"), None),
        ("image", "a.gif", picture("GIF"), None),
        ("image", "a.bmp", picture("BMP"), None),
        ("image", "a.png", picture(), 40113),
        ("image", "a.webp", picture("WEBP"), 40113),
        ("image", "a.svg", b"<svg/>", 40113),
        ("image", "a.mp3", MP3, 40005),
        ("image", "a.jpg", b"", 44001),
        ("image", "a.jpg", picture() + bytes(10 * 1024 * 1024), 40009),
        ("thumb", "a.jpg", picture(), None),
        ("thumb", "a.png", picture("PNG"), 40005),
        ("thumb", "a.jpg", picture() + bytes(64 * 1024), 40012),
        ("voice", "a.mp3", MP3, None),
        ("voice", "a.mp3", MP3 + bytes(2 * 1024 * 1024), 40006),
        ("news", "a.jpg", picture(), 40004),
        ("", "a.jpg", picture(), 40004),
    ],
)
def test_permanent_materials(api: Api, kind: str, name: str, data: bytes, errcode: int | None) -> None:
    assert api.upload("material/add_material", name, data, type=kind).get("errcode") == errcode


@pytest.mark.parametrize(
    ("name", "data", "errcode"),
    [
        ("a.jpg", picture(), 0),
        ("a.png", picture("PNG"), 0),
        ("a.gif", picture("GIF"), 40005),
        ("a.jpg", picture() + bytes(1024 * 1024), 40009),
        ("a.jpg", picture("PNG"), 40113),
    ],
)
def test_body_images(api: Api, name: str, data: bytes, errcode: int) -> None:
    answer = api.upload("media/uploadimg", name, data)
    assert answer["errcode"] == errcode
    assert ("url" in answer) == (errcode == 0)
    assert "media_id" not in answer


def test_the_file_part_is_called_media(api: Api) -> None:
    assert api.upload("media/uploadimg", "a.jpg", picture(), field="file")["errcode"] == 41005


def test_uploads_answer_with_escaped_slashes_and_a_wrong_label(api: Api) -> None:
    url = f"{BASE}/cgi-bin/media/uploadimg?access_token={api.token}"
    response = api.http.post(url, files={"media": ("a.jpg", picture())})
    assert response.headers["Content-Type"] == "text/plain"
    assert rb"http:\/\/mmbiz.qpic.cn\/mmbiz_jpg\/" in response.content


def test_pictures_are_listed_newest_first_and_thumbs_not_at_all(api: Api) -> None:
    first, second = api.cover(), api.cover()
    api.upload("material/add_material", "t.jpg", picture(), type="thumb")
    page = api.post("material/batchget_material", {"type": "image", "offset": 0, "count": 20})
    assert [item["media_id"] for item in page["item"]] == [second, first]
    assert page["item"][0]["name"] == "cover.jpg"
    assert page["item"][0]["url"].startswith("http://mmbiz.qpic.cn/")
    assert api.get("material/get_materialcount") == {
        "voice_count": 0,
        "video_count": 0,
        "image_count": 2,
        "news_count": 0,
    }
    assert api.post("material/batchget_material", {"type": "thumb"})["errcode"] == 40004
    assert api.post("material/batchget_material", {"type": "news"})["total_count"] == 0


def test_bytes_come_back(api: Api) -> None:
    cover = api.cover()
    url = f"{BASE}/cgi-bin/material/get_material?access_token={api.token}"
    assert api.http.post(url, json={"media_id": cover}).content == picture()


def test_videos_have_a_description_and_come_back_as_an_address(api: Api) -> None:
    url = f"{BASE}/cgi-bin/material/add_material?type=video&access_token={api.token}"
    files = {"media": ("v.mp4", MP4)}
    made = api.http.post(url, files=files, data={"description": '{"title":"茶山","introduction":"早上"}'}).json()
    answer = api.post("material/get_material", {"media_id": made["media_id"]})
    assert (answer["title"], answer["description"]) == ("茶山", "早上")
    assert api.http.post(url, files=files).json()["errcode"] == 47001


def test_permanent_news_from_before_2022_can_be_read_and_deleted(api: Api) -> None:
    articles = [{"title": "旧闻", "content": "<p>字</p>"}]
    media_id = api.store.materials.add_news(DEMO_APPID, articles)
    assert api.post("material/get_material", {"media_id": media_id}) == {"news_item": articles}
    assert api.get("material/get_materialcount")["news_count"] == 1
    [item] = api.post("material/batchget_material", {"type": "news"})["item"]
    assert (item["media_id"], item["content"]) == (media_id, {"news_item": articles})
    assert api.post("material/del_material", {"media_id": media_id})["errcode"] == 0
    assert api.get("material/get_materialcount")["news_count"] == 0


def test_voices_come_back_and_are_listed(api: Api) -> None:
    media_id = api.upload("material/add_material", "雨.mp3", MP3, type="voice")["media_id"]
    url = f"{BASE}/cgi-bin/material/get_material?access_token={api.token}"
    answer = api.http.post(url, json={"media_id": media_id})
    assert (answer.content, answer.headers["Content-Type"]) == (MP3, "audio/mpeg")
    [item] = api.post("material/batchget_material", {"type": "voice"})["item"]
    assert (item["media_id"], "url" in item) == (media_id, False)
    assert api.get("material/get_materialcount")["voice_count"] == 1


def test_deleted_materials_are_gone(api: Api) -> None:
    cover = api.cover()
    assert api.post("material/del_material", {"media_id": cover})["errcode"] == 0
    assert api.post("material/del_material", {"media_id": cover})["errcode"] == 40007
    assert api.post("material/get_material", {"media_id": cover})["errcode"] == 40007


def test_a_material_in_the_menu_cannot_be_deleted(api: Api) -> None:
    cover = api.cover()
    api.post("menu/create", {"button": [{"type": "media_id", "name": "A", "media_id": cover}]})
    assert api.post("material/del_material", {"media_id": cover})["errcode"] == 48005


def test_temporary_files_last_three_days_and_are_no_covers(api: Api) -> None:
    media_id = api.upload("media/upload", "a.jpg", picture(), type="image")["media_id"]
    assert api.post("draft/add", {"articles": [article(media_id)]})["errcode"] == 40007
    url = f"{BASE}/cgi-bin/media/get"
    assert api.http.get(url, params={"access_token": api.token, "media_id": media_id}).content == picture()
    api.store.clock.advance(3 * 86400 + 1)
    api.token = api.post("stable_token", credentials())["access_token"]
    assert api.get("media/get", media_id=media_id)["errcode"] == 40007


@pytest.mark.parametrize("name", ["material/add_news", "material/update_news"])
def test_permanent_news_are_withdrawn(api: Api, name: str) -> None:
    assert api.post(name, {"articles": []})["errcode"] == 45106
