// 草稿: the list, one draft read, deleted, published.

import { get, post } from "./api.js";
import { articleFrame } from "./article.js";
import { ask, both, button, empty, h, head, notice, pager, time } from "./dom.js";
import { articleTabs, facts, phone, source, tile } from "./tiles.js";

export async function showDrafts(main, { offset }) {
  const found = await get("view/drafts", { offset: offset || 0 });
  main.replaceChildren(
    head("草稿箱", `Drafts · ${found.total}`, h("a", { class: "button primary", href: "#/write" }, both("写文章", "Write"))),
    found.items.length
      ? h("ul", { class: "tiles" }, found.items.map((item) => tile(item, `#/draft?id=${encodeURIComponent(item.media_id)}`)))
      : empty("草稿箱是空的。写一篇，或者让您的程序调用 draft/add。", "No drafts. Write one, or let your program call draft/add."),
    pager(Number(offset || 0), found.page, found.total, (to) => `#/drafts?offset=${to}`) || "");
}

export async function showDraft(main, { id, index }) {
  const draft = await get("view/draft", { media_id: id });
  const at = Math.min(Number(index || 0), draft.articles.length - 1);
  const article = draft.articles[at];
  const here = `id=${encodeURIComponent(id)}`;
  main.replaceChildren(
    head(article.title || "（无标题）", "Draft",
      h("a", { class: "button primary", href: `#/write?${here}&index=${at}` }, both("编辑", "Edit")),
      button("发表", "Publish", () => publish(draft)),
      button("删除", "Delete", () => erase(draft), "danger")),
    articleTabs(draft.articles, at, (number) => `#/draft?${here}&index=${number}`) || "",
    h("div", { class: "reader" },
      phone("预览 Preview", articleFrame(article.content || "", `正文 Body: ${article.title}`)),
      h("div", { class: "stack" },
        h("section", { class: "card" }, facts([
          ["作者 Author", article.author], ["摘要 Digest", article.digest], ["改于 Saved", time(draft.update_time)],
          ["原文 Source", article.content_source_url], ["media_id", h("code", {}, draft.media_id)],
          ["封面 Cover", h("code", {}, article.thumb_media_id)],
        ])),
        source(article.content || ""))));
}

async function erase(draft) {
  const title = draft.articles[0].title;
  if (!await ask("删除草稿？ Delete this draft?", `《${title}》没有回收站，删除后找不回来。 There is no recycle bin.`, "删除 Delete")) return;
  await post("console/delete", { media_id: draft.media_id });
  notice(`已删除《${title}》 Deleted`);
  location.hash = "#/drafts";
}

async function publish(draft) {
  const title = draft.articles[0].title;
  const text = `《${title}》会离开草稿箱，得到永久链接。 It leaves the draft box and gets a permanent link.`;
  if (!await ask("发表？ Publish?", text, "发表 Publish")) return;
  await post("console/publish", { media_id: draft.media_id });
  notice(`已发表《${title}》 Published`);
  location.hash = "#/published";
}
