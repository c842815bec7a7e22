"""Copy and paste, for accounts without API rights: one page per article that needs nothing else."""

from html import escape

from plugins.article_sync.shown_article import ShownArticle

_CSS = (
    "body{margin:0 auto;max-width:1080px;padding:24px;font:15px/1.6 sans-serif;color:#333;display:grid;gap:24px;"
    "grid-template-columns:minmax(0,420px) 1fr}#text{border:1px solid #ddd;padding:16px;max-width:100%}"
    "button,input{font:inherit;padding:8px 16px}button{background:#07773f;color:#fff;border:0;border-radius:4px}"
    "img{max-width:100%}dt{font-weight:bold}dd{margin:0 0 12px}"
    "code{background:#eee;padding:2px 6px;word-break:break-all}"
    "@media(max-width:720px){body{display:block}}"
)
# The copy event carries exactly what was rendered: no style of this page gets into the clipboard.
_SCRIPT = """
const text = document.getElementById('text');
const said = document.getElementById('said');
function copy() {
  document.addEventListener('copy', event => {
    event.clipboardData.setData('text/html', text.innerHTML);
    event.clipboardData.setData('text/plain', text.innerText);
    event.preventDefault();
  }, {once: true});
  const done = document.execCommand('copy');
  said.textContent = done ? '已复制，到公众号后台粘贴。' : '没有复制成功，请选中正文后按 Ctrl+C。';
}
document.getElementById('copy').addEventListener('click', copy);
document.getElementById('url').addEventListener('input', event => {
  const url = event.target.value.trim();
  const good = /^https:\\/\\/mp\\.weixin\\.qq\\.com\\/s[\\/?][\\w\\-./?=&%#]+$/.test(url);
  document.getElementById('command').textContent = good ? document.body.dataset.command + " '" + url + "'" : '';
});
"""
_CHECKLIST = (
    "后台新建图文，粘贴标题、摘要、作者",
    "点“复制正文”，到正文框按 Ctrl+V，等图片传完",
    "上传封面，两种比例都看一眼",
    "填“阅读原文”链接",
    "音频、视频占位处插入素材，删掉占位文字",
    "用手机预览，白天和深色各看一遍",
    "发布后把链接贴到下面",
)


def copy_page(shown: ShownArticle, source_url: str) -> str:
    """Return the page: title, digest, cover, a button that copies the text as rich text, a checklist."""
    article = shown.article
    facts = {"标题 title": article.title, "作者 author": article.author, "摘要 digest": article.digest}
    rows = "".join(
        f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in {**facts, "阅读原文": source_url}.items() if value
    )
    covers = "".join(
        f'<dd><a download="{escape(article.slug)}-{number}.jpg" href="{cover}"><img alt="" src="{cover}"></a></dd>'
        for number, cover in enumerate(shown.covers, start=1)
    )
    steps = "".join(f"<li><label><input type='checkbox'> {step}</label></li>" for step in _CHECKLIST)
    command = f"python3 tasks.py copy --paired {article.id or 'ID'}"
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{escape(article.title)}</title><style>{_CSS}</style><body data-command="{escape(command)}">'
        f'<main id="text">{shown.with_pictures(shown.html)}</main>'
        f'<aside><p><button id="copy">复制正文 · copy rich text</button> <span id="said" role="status"></span></p>'
        f"<dl>{rows}<dt>封面 cover（2.35:1，1:1）</dt>{covers}</dl><ol>{steps}</ol>"
        f'<p><label>发布后的链接 <input id="url" size="40" placeholder="https://mp.weixin.qq.com/s/…"></label></p>'
        f'<p><code id="command"></code></p></aside><script>{_SCRIPT}</script></body></html>\n'
    )
