// 已发表: what everybody can read.

import { get } from "./api.js";
import { articleFrame } from "./article.js";
import { both, empty, h, head, pager, time } from "./dom.js";
import { articleTabs, facts, phone, source, tile } from "./tiles.js";

export async function showPublished(main, { offset }) {
  const found = await get("view/published", { offset: offset || 0 });
  main.replaceChildren(
    head("已发表", `Published · ${found.total}`),
    found.items.length
      ? h("ul", { class: "tiles" }, found.items.map((item) =>
        tile(item, `#/message?id=${encodeURIComponent(item.article_id)}`, marks(item))))
      : empty("还没有发表过文章。在草稿里点“发表”。", "Nothing is published. Press Publish on a draft."),
    pager(Number(offset || 0), found.page, found.total, (to) => `#/published?offset=${to}`) || "");
}

export async function showMessage(main, { id, index }) {
  const message = await get("view/message", { article_id: id });
  const at = Math.min(Number(index || 0), message.articles.length - 1);
  const article = message.articles[at];
  main.replaceChildren(
    head(article.title, "Published"),
    articleTabs(message.articles, at, (number) => `#/message?id=${encodeURIComponent(id)}&index=${number}`) || "",
    h("div", { class: "reader" },
      phone("已发表 Published", articleFrame(article.content || "", `正文 Body: ${article.title}`)),
      h("div", { class: "stack" },
        h("section", { class: "card" }, facts([
          ["作者 Author", article.author], ["摘要 Digest", article.digest], ["发表于 At", time(message.update_time)],
          ["永久链接 Link", h("code", {}, article.url)], ["article_id", h("code", {}, message.article_id)],
        ])),
        source(article.content || ""))));
}

const marks = (item) => [
  item.is_mass && h("span", { class: "chip ok" }, both("群发", "sent")),
  item.is_banned && h("span", { class: "chip bad" }, both("被封", "banned")),
  item.articles.every((article) => article.is_deleted) && h("span", { class: "chip bad" }, both("已删", "deleted")),
].filter(Boolean);
