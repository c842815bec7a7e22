// Elements without innerHTML: nothing that an article says ever becomes part of this page.

export function h(name, props = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

export const both = (chinese, english) => [chinese + " ", h("small", { lang: "en" }, english)];

export const button = (chinese, english, onclick, kind = "") =>
  h("button", { type: "button", class: `button ${kind}`, onclick }, both(chinese, english));

export const field = (chinese, english, input) => h("label", { class: "field" }, both(chinese, english), input);

export const select = (name, options, chosen) =>
  h("select", { name }, options.map(([value, label]) => h("option", { value, selected: value === chosen }, label)));

export const empty = (chinese, english) =>
  h("div", { class: "empty" }, h("p", {}, chinese), h("p", { lang: "en" }, english));

export const head = (chinese, english, ...actions) =>
  h("div", { class: "head" }, h("h2", {}, both(chinese, english)), h("div", { class: "row" }, actions));

const SHANGHAI = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit",
  hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false,
});

export const time = (seconds) => SHANGHAI.format(new Date(seconds * 1000));

export function notice(text, bad = false) {
  const shown = h("p", { class: bad ? "notice bad" : "notice" }, text);
  document.getElementById("notices").append(shown);
  setTimeout(() => shown.remove(), bad ? 9000 : 4000);
}

export function ask(title, text, yes) {
  const dialog = document.getElementById("question");
  document.getElementById("question-title").textContent = title;
  document.getElementById("question-text").textContent = text;
  document.getElementById("question-yes").textContent = yes;
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener("close", () => done(dialog.returnValue === "yes"), { once: true });
  });
}

export function pager(offset, page, total, link) {
  if (total <= page) return null;
  const last = Math.min(offset + page, total);
  return h("nav", { class: "row end", "aria-label": "翻页 Pages" },
    offset > 0 && h("a", { class: "button", href: link(Math.max(0, offset - page)) }, both("上一页", "Back")),
    h("span", { class: "quiet" }, `${offset + 1}–${last} / ${total}`),
    last < total && h("a", { class: "button", href: link(offset + page) }, both("下一页", "More")));
}
