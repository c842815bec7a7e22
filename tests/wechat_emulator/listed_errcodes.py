"""Every errcode that official pages and users name for the calls that are imitated, by the page that names it.

The pages of single calls lie below https://developers.weixin.qq.com/doc/subscription/api/ and
https://developers.weixin.qq.com/doc/service/api/ ; what they do not explain stands in
https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html . Left out are codes of calls
that are not imitated, like 45015 and 45047 of customer service messages.
"""

from collections.abc import Mapping

LISTED: Mapping[str, frozenset[int]] = {
    "base/api_getaccesstoken, api_getstableaccesstoken": frozenset(
        {-1, 40001, 40002, 40013, 40125, 40164, 40243, 41002, 41004, 43002, 45009, 45011, 50004, 50007}
        | {89503, 89506, 89507}
    ),
    "Global_Return_Code, every call": frozenset(
        {-1, 40001, 40014, 40066, 41001, 42001, 43001, 43002, 43003, 44002, 45009, 45011, 47001, 47003}
        | {48001, 48004, 50001, 50002}
    ),
    "draftbox/draftmanage": frozenset(
        {40007, 40035, 40097, 40114, 40155, 41006, 41039, 44003, 44004, 45002, 45003, 45004, 45005, 45006, 45008}
        | {45110, 45166, 53401, 53402, 53403, 53404, 53405, 53406, 87014, 88000}
    ),
    "public/api_freepublish": frozenset({40001, 40002, 48001, 53500, 53501, 53502, 53503, 53504, 53505, 53600}),
    "material/permanent": frozenset(
        {-1, 40001, 40004, 40005, 40006, 40007, 40009, 40012, 40113, 40137, 41005, 43002, 44001, 45001, 45106}
        | {46001, 48005}
    ),
    "custommenu": frozenset(
        {40007, 40015, 40016, 40017, 40018, 40019, 40020, 40021, 40022, 40023, 40024, 40025, 40026, 40027, 40033}
        | {40054, 40055, 40118, 40119, 40120, 40121, 41007, 45010, 45064, 46002, 46003, 53600}
    ),
    "custommenu/api_addconditionalmenu": frozenset(
        {65301, 65302, 65303, 65304, 65305, 65306, 65307, 65308, 65309, 65310, 65311, 65312, 65313, 65314, 65316}
        | {65317, 65320}
    ),
    "notify/message, mass sending": frozenset(
        {40003, 40008, 40031, 40032, 40039, 40048, 40060, 40152, 41040, 42010, 45028, 45062, 45065, 45066, 45067}
        | {45083, 45084, 45113, 46004, 48002, 48003, 48008, 48021, 48022, 50005, 89504, 89505}
    ),
    "qrcode/qrcodes": frozenset({40052, 40053, 48001}),
    "User_Tag_Management": frozenset({40003, 40032, 45056, 45058, 45059, 45157, 45158, 45159, 45169, 45171}),
    "wedata": frozenset({48001, 61500, 61501, 61503}),
    "apimanage": frozenset({48006, 76001, 76002, 76003, 76004, 76021, 76022}),
}
