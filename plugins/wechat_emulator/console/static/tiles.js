// Drafts and published messages as cards.

import { both, h, time } from "./dom.js";
import { pictureHere } from "./article.js";

export function tile(item, link, ...notes) {
  const [first, ...others] = item.articles;
  const cover = pictureHere(first.thumb_url);
  return h("li", {}, h("article", { class: "card tile" },
    cover
      ? h("img", { class: "tile__cover", src: cover, alt: "", loading: "lazy", width: 470, height: 200 })
      : h("div", { class: "tile__blank", "aria-hidden": "true" }, "无封面"),
    h("div", { class: "tile__text" },
      h("h3", { class: "tile__title" }, h("a", { href: link }, first.title || "（无标题）")),
      first.digest && h("p", { class: "tile__digest" }, first.digest),
      h("p", { class: "tile__foot" }, time(item.update_time), " ",
        others.length > 0 && h("span", { class: "chip" }, both(`共 ${others.length + 1} 篇`, "articles")), notes))));
}

export const facts = (pairs) =>
  h("dl", { class: "facts" }, pairs.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value || "—")]));

export const phone = (title, ...content) =>
  h("div", { class: "phone" }, h("div", { class: "phone__bar" }, title), content);

export const source = (html) =>
  h("details", { class: "card" }, h("summary", {}, both("源代码", "HTML as the API returns it")),
    h("pre", { class: "source", tabindex: 0 }, html));

export const articleTabs = (articles, index, link) => articles.length > 1 &&
  h("nav", { class: "row", "aria-label": "篇目 Articles" }, articles.map((article, number) =>
    h("a", { class: "button", href: link(number), "aria-current": number === index && "page" },
      `${number + 1}. ${article.title}`)));
