// 账号: profile, switches, today's counters, snapshots.

import { choose, get, post } from "./api.js";
import { ask, both, button, field, h, head, notice, select } from "./dom.js";

const PROFILES = {
  verified_service: "认证服务号 · verified service", verified_subscription: "认证公众号 · verified subscription",
  unverified: "未认证企业 · unverified", personal: "个人 · personal", test: "测试号 · test account",
};

export async function showAccount(main) {
  const [account, quota, { snapshots }] = await Promise.all([get("view/overview"), get("view/quota"), get("snapshots")]);
  const again = () => showAccount(main);
  main.replaceChildren(
    head("账号", account.appid, button("令牌全部过期", "Expire tokens", async () => { await post("tokens/expire"); notice("令牌已过期 Expired"); })),
    h("div", { class: "two" },
      h("div", { class: "stack" }, profile(account, again), counters(quota)),
      h("div", { class: "stack" }, snapshotBox(snapshots, again))),
    switches(account, again));
}

function profile(account, again) {
  const chosen = select("profile", account.profiles.map((name) => [name, PROFILES[name] || name]), account.profile);
  chosen.addEventListener("change", async () => {
    await post("profile", { profile: chosen.value });
    notice(`${PROFILES[chosen.value] || chosen.value}`);
    await again();
  });
  return h("section", { class: "card stack" },
    h("h3", {}, both("类型", "Profile: what may be called, and how often")),
    field("这个账号是", "This account is", chosen),
    h("div", { class: "row end" }, button("再加一个账号", "Add an account", async () => {
      const made = await post("accounts", { profile: chosen.value });
      choose(made.appid);
      await ask("新账号 A new account", `WECHAT_APPID=${made.appid} WECHAT_APPSECRET=${made.secret}`, "好 OK");
      window.dispatchEvent(new Event("accounts"));
      await again();
    })));
}

const counters = (quota) => h("section", { class: "card" },
  h("h3", {}, both("今天的调用次数", `Calls on ${quota.day}, Shanghai`)),
  quota.items.length ? h("table", { class: "table" },
    h("thead", {}, h("tr", {}, ["接口 Endpoint", "用量 Used", "次数 Calls"].map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, quota.items.map((item) => h("tr", {},
      h("td", {}, h("code", {}, item.endpoint)),
      h("td", {}, h("meter", { value: item.used, max: item.limit, high: item.limit * 0.8, "aria-label": item.endpoint })),
      h("td", { class: "number" }, `${item.used} / ${item.limit}`)))))
    : h("p", { class: "quiet" }, "今天还没有调用。 ", h("span", { lang: "en" }, "No calls today.")));

function snapshotBox(names, again) {
  const name = h("input", { name: "snapshot", value: "before", maxlength: 60 });
  const back = async (one) => {
    if (!await ask(`回到 ${one}？ Go back?`, "之后的一切都会不见。 Everything since then goes.", "回去 Go back")) return;
    await post("snapshots/restore", { name: one });
    choose("");
    notice(`已回到 ${one} Restored`);
    window.dispatchEvent(new Event("accounts"));
    await again();
  };
  return h("section", { class: "card stack" }, h("h3", {}, both("快照", "Snapshots")),
    names.length > 0 && h("ul", { class: "row plain" }, names.map((one) => h("li", { class: "row" }, button(one, "restore", () => back(one))))),
    field("名字", "Name", name),
    h("div", { class: "row end" },
      button("全部重来", "Reset", async () => {
        if (!await ask("全部重来？ Reset?", "所有账号、草稿和素材都会清空，快照保留。 Only snapshots stay.", "清空 Reset")) return;
        await post("reset");
        choose("");
        notice("已清空 Reset");
        window.dispatchEvent(new Event("accounts"));
        await again();
      }, "danger"),
      button("存一份", "Take", async () => { await post("snapshots", { name: name.value }); notice("已保存快照 Taken"); await again(); })));
}

function switches(account, again) {
  const change = async (name, value) => {
    await post("settings", { settings: { [name]: value } });
    notice(`${name} = ${value}`);
    await again();
  };
  const typed = (value, text) => (typeof value === "number" ? Number(text) : text);
  const input = (name, value) => {
    const onchange = (event) => change(name, typeof value === "boolean" ? event.target.checked : typed(value, event.target.value));
    if (typeof value === "boolean") {
      return h("label", { class: "check" }, h("input", { type: "checkbox", checked: value, onchange }), name);
    }
    const choices = account.choices[name];
    const box = choices
      ? select(name, choices.map((each) => [String(each), String(each)]), String(value))
      : h("input", { value: String(value), type: typeof value === "number" ? "number" : "text" });
    box.addEventListener("change", onchange);
    return h("label", { class: "field" }, h("code", {}, name), box);
  };
  return h("details", { class: "card", open: false },
    h("summary", {}, both("开关", "Settings of this account, explained in README.md")),
    h("div", { class: "settings" }, Object.entries(account.settings).map(([name, value]) => input(name, value))));
}
