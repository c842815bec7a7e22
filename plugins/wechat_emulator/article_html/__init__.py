"""What WeChat does to the HTML of an article: on arrival, and when a person saves it in the console's editor.

No official page says more than "JavaScript is removed, pictures from outside are filtered"
(https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html);
every other rule here is community-reported.
"""
