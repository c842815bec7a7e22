"""Copy and paste, for accounts without API rights: one page per article that needs nothing else."""

from html import escape

from plugins.article_sync.shown_article import ShownArticle

_CSS = (
    ":root{color-scheme:light dark;--ink:#333;--soft:#666;--line:#ddd;--page:#f4f4f2;--box:#fff;--green:#07773f}"
    "@media(prefers-color-scheme:dark){:root{--ink:#ddd;--soft:#aaa;--line:#444;--page:#191919;--box:#262626}}"
    "*{box-sizing:border-box}body{margin:0 auto;max-width:1120px;padding:24px 16px 48px;font:15px/1.6 sans-serif;"
    "color:var(--ink);background:var(--page);display:grid;gap:24px;grid-template-columns:minmax(0,411px) minmax(0,1fr);"
    "align-items:start}header{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:12px 16px;align-items:center;"
    "position:sticky;top:0;padding:12px 0;background:var(--page);border-bottom:1px solid var(--line);z-index:1}"
    "header h1{font-size:18px;margin:0;flex:1 1 12em}button{font:inherit;cursor:pointer;border-radius:6px}"
    "#copy{padding:10px 20px;color:#fff;background:var(--green);border:0}"
    "#said{flex-basis:100%}#said:empty{display:none}"
    "#text{padding:20px 18px;background:#fff;color:#333;color-scheme:light;border-radius:8px;overflow:hidden}"
    "#text img{max-width:100%}#text a{color:#576b95;text-decoration:none}"
    "aside{padding:20px;background:var(--box);border-radius:8px}dt{color:var(--soft);font-size:13px}"
    "dd{margin:0 0 14px;display:flex;gap:8px;align-items:start;overflow-wrap:anywhere}dd span{flex:1}"
    "dd button{padding:2px 10px;font-size:13px;color:inherit;background:none;border:1px solid var(--line)}"
    "dd img{display:block;max-width:100%;height:120px;object-fit:contain;border-radius:4px}"
    "aside ol{padding-left:1.4em}aside li{margin:6px 0}"
    "input[type=url]{display:block;width:100%;margin:6px 0;padding:10px;"
    "font:inherit}#command{display:block;padding:10px;background:var(--page);border-radius:6px;word-break:break-all}"
    "#command:empty{display:none}@media(max-width:760px){body{grid-template-columns:minmax(0,1fr)}dd{flex-wrap:wrap}}"
)
# The copy event carries exactly what was rendered: no style of this page gets into the clipboard.
_SCRIPT = """
const text = document.getElementById('text');
const said = document.getElementById('said');
function put(kinds, words) {
  document.addEventListener('copy', event => {
    for (const [kind, value] of Object.entries(kinds)) event.clipboardData.setData(kind, value);
    event.preventDefault();
  }, {once: true});
  said.textContent = document.execCommand('copy') ? words : '没有复制成功，请选中后按 Ctrl+C。';
}
document.getElementById('copy').addEventListener('click', () =>
  put({'text/html': text.innerHTML, 'text/plain': text.innerText}, '已复制，到公众号后台粘贴。'));
for (const button of document.querySelectorAll('dd button')) {
  const value = button.previousElementSibling.textContent;
  button.addEventListener('click', () => put({'text/plain': value}, '已复制：' + value));
}
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
    "发表后把链接贴到下面",
)


def copy_page(shown: ShownArticle, source_url: str) -> str:
    """Return the page: title, digest, cover, a button that copies the text as rich text, a checklist."""
    article = shown.article
    facts = {"标题 title": article.title, "作者 author": article.author, "摘要 digest": article.digest}
    rows = "".join(
        f"<dt>{name}</dt><dd><span>{escape(value)}</span><button>复制</button></dd>"
        for name, value in {**facts, "阅读原文 link": source_url}.items()
        if value
    )
    covers = "".join(
        f'<a download="{escape(article.slug)}-{number}.jpg" href="{cover}"><img alt="封面 {number}" src="{cover}"></a>'
        for number, cover in enumerate(shown.covers, start=1)
    )
    cover_row = f"<dt>封面 cover（2.35:1，1:1，点图下载）</dt><dd>{covers}</dd>" if covers else ""
    steps = "".join(f"<li><label><input type='checkbox'> {step}</label></li>" for step in _CHECKLIST)
    command = f"python3 tasks.py copy --paired {article.id or 'ID'}"
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{escape(article.title)}</title><style>{_CSS}</style><body data-command="{escape(command)}">'
        f'<header><h1>{escape(article.title)}</h1><button id="copy">复制正文 · copy rich text</button>'
        f'<span id="said" role="status"></span></header><main id="text">{shown.with_pictures(shown.html)}</main>'
        f"<aside><dl>{rows}{cover_row}</dl><ol>{steps}</ol><label>发表后的链接，贴进来会给出要运行的命令"
        f'<input id="url" type="url" placeholder="https://mp.weixin.qq.com/s/…"></label>'
        f'<code id="command"></code></aside><script>{_SCRIPT}</script></body></html>\n'
    )
