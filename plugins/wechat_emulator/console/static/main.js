// Which page is shown: the part of the address behind #.

import { choose, chosen, get } from "./api.js";
import { h, notice } from "./dom.js";
import { showAccount } from "./account.js";
import { showCalls } from "./calls.js";
import { showDraft, showDrafts } from "./drafts.js";
import { showFaults } from "./faults.js";
import { showMenu } from "./menu.js";
import { showPictures } from "./pictures.js";
import { showMessage, showPublished } from "./published.js";
import { showWrite } from "./write.js";

const PAGES = {
  drafts: [showDrafts, "drafts"], draft: [showDraft, "drafts"], write: [showWrite, "drafts"],
  published: [showPublished, "published"], message: [showMessage, "published"], pictures: [showPictures, "pictures"],
  menu: [showMenu, "menu"], calls: [showCalls, "calls"], faults: [showFaults, "faults"], account: [showAccount, "account"],
};
const main = document.getElementById("main");
const accounts = document.getElementById("account");
let visit = 0;

async function show() {
  const [name, query] = location.hash.replace(/^#\/?/, "").split("?");
  const [page, tab] = PAGES[name] || PAGES.drafts;
  const here = ++visit;
  for (const link of document.querySelectorAll(".tabs a")) {
    if (link.hash === `#/${tab}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const stage = h("div", { class: "stack" });
  try {
    await page(stage, Object.fromEntries(new URLSearchParams(query)), () => here === visit);
  } catch (error) {
    stage.replaceChildren(h("div", { class: "empty" }, h("p", {}, "这一页打不开 This page cannot be shown"), h("p", {}, error.message)));
  }
  if (here !== visit) return;
  main.replaceChildren(stage);
  main.dataset.page = name || "drafts";
  document.title = `${main.querySelector("h2")?.textContent || "控制台"} · 公众号模拟器`;
  if (visit > 1) {
    scrollTo(0, 0);
    (main.querySelector("[name=title]") || main).focus({ preventScroll: true });
  }
}

async function listAccounts() {
  const found = await get("view/overview").catch(() => { choose(""); return get("view/overview"); });
  accounts.replaceChildren(...found.accounts.map(({ appid, profile }) =>
    h("option", { value: appid, selected: appid === found.appid }, `${appid} · ${profile}`)));
}

accounts.addEventListener("change", () => { choose(accounts.value); show(); });
window.addEventListener("accounts", listAccounts);
window.addEventListener("hashchange", show);
window.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  notice(event.reason.message, true);
});
await listAccounts().catch((error) => notice(error.message, true));
if (chosen.appid !== accounts.value) choose(accounts.value);
await show();
