// 菜单: as it looks in a phone; a tap says what it would do.

import { get } from "./api.js";
import { both, empty, h, head } from "./dom.js";
import { phone } from "./tiles.js";

const DEEDS = {
  view: (button) => `打开网页 opens ${button.url}`,
  miniprogram: (button) => `打开小程序 opens mini program ${button.appid} ${button.pagepath}`,
  click: (button) => `发出事件 sends event CLICK ${button.key}`,
  media_id: (button) => `回复素材 replies with material ${button.media_id}`,
  view_limited: (button) => `打开图文 opens material ${button.media_id}`,
  article_id: (button) => `回复文章 replies with article ${button.article_id}`,
  article_view_limited: (button) => `打开文章 opens article ${button.article_id}`,
};
const deed = (button) => (DEEDS[button.type] || (() => `${button.type} ${button.key || ""}`))(button);
const children = (button) => (Array.isArray(button.sub_button) ? button.sub_button : button.sub_button?.list) || [];

export async function showMenu(main) {
  const { buttons } = await get("view/menu");
  const chat = h("div", { class: "chat", role: "log", "aria-label": "点按的结果 What a tap does", tabindex: 0 },
    h("p", { class: "bubble" }, "点下面的菜单，看看会发生什么。 ", h("span", { lang: "en" }, "Tap the menu below.")));
  main.replaceChildren(
    head("自定义菜单", "Menu"),
    buttons.length
      ? h("div", { class: "reader" },
        phone("公众号 Account", chat, h("div", { class: "menubar" }, buttons.map((button, number) => topButton(button, number, chat)))),
        h("details", { class: "card", open: true }, h("summary", {}, both("菜单数据", "As it was sent")),
          h("pre", { class: "source", tabindex: 0 }, JSON.stringify(buttons, null, 2))))
      : empty("还没有菜单。让您的程序调用 menu/create。", "No menu. Let your program call menu/create."));
}

function topButton(button, number, chat) {
  if (!children(button).length) return h("div", {}, tap(button, chat));
  const list = h("ul", { class: "menubar__list", id: `menu-${number}`, hidden: true },
    children(button).map((child) => h("li", {}, tap(child, chat))));
  const opener = h("button", {
    type: "button", "aria-expanded": "false", "aria-controls": list.id, onclick: () => toggle(list.hidden),
  }, `≡ ${button.name}`);
  const holder = h("div", {
    onkeydown: (event) => { if (event.key === "Escape") { toggle(false); opener.focus(); } },
    onfocusout: (event) => { if (!holder.contains(event.relatedTarget)) toggle(false); },
  }, opener, list);
  function toggle(open) {
    list.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  }
  return holder;
}

function tap(button, chat) {
  return h("button", { type: "button", onclick: () => {
    const bubble = h("p", { class: "bubble" }, `${button.name}：${deed(button)}`);
    chat.append(bubble);
    bubble.scrollIntoView({ block: "nearest" });
  } }, button.name);
}
