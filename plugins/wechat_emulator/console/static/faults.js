// 故障: what shall go wrong, what did, and the clock.

import { get, post, remove } from "./api.js";
import { both, button, field, h, head, notice, select, time } from "./dom.js";

const KINDS = [
  ["errcode", "返回错误码 · an errcode"], ["delay", "迟答 · a delay"],
  ["drop_before", "断开，未生效 · dropped, no effect"], ["drop_after", "断开，已生效 · dropped after the effect"],
  ["truncate", "半截 JSON · truncated JSON"], ["page_shift", "翻页时错位 · page shift while listing"],
  ["token_wrong", "令牌总是错 · token always wrong"], ["ip_refused", "IP 被拒 40164 · IP refused"],
];
const ENDPOINTS = ["*", "stable_token", "draft/add", "draft/update", "draft/get", "draft/batchget", "draft/delete",
  "material/add_material", "media/uploadimg", "menu/create", "freepublish/submit", "freepublish/get"];
const CHANCE = [{ kind: "errcode", errcode: -1 }, { kind: "drop_before" }, { kind: "drop_after" }, { kind: "truncate" },
  { kind: "delay", delay_ms: 300 }];

export async function showFaults(main) {
  const [found, { now }] = await Promise.all([get("faults"), get("health")]);
  const again = () => showFaults(main);
  main.replaceChildren(
    head("故障与时钟", "Faults and clock",
      button("全部清除", "Clear all", async () => { await remove("faults"); notice("故障已清除 Cleared"); await again(); })),
    h("div", { class: "two" },
      h("div", { class: "stack" }, planForm(again), waiting(found), struck(found)),
      h("div", { class: "stack" }, clock(now, again), lottery(found, again), script(again))));
}

function planForm(again) {
  const form = h("form", { class: "card stack", onsubmit: async (event) => {
    event.preventDefault();
    const sent = Object.fromEntries(new FormData(form));
    for (const name of ["errcode", "delay_ms", "call", "times"]) sent[name] = Number(sent[name] || 0);
    if (sent.kind !== "errcode") delete sent.errcode;
    if (sent.kind !== "delay") delete sent.delay_ms;
    await post("faults", sent);
    notice("故障已安排 Planned");
    await again();
  } },
  h("h3", {}, both("安排一个故障", "Plan a fault")),
  h("div", { class: "fields" },
    field("种类", "Kind", select("kind", KINDS, "errcode")),
    field("接口", "Endpoint, * for all", h("input", { name: "endpoint", list: "endpoints", value: "draft/add", required: true })),
    field("错误码", "errcode", h("input", { name: "errcode", type: "number", value: 45009 })),
    field("延迟毫秒", "Delay, ms", h("input", { name: "delay_ms", type: "number", min: 0, value: 1000 })),
    field("第几次调用", "At which call, 0: next", h("input", { name: "call", type: "number", min: 0, value: 0 })),
    field("几次", "Times, -1: until cleared", h("input", { name: "times", type: "number", min: -1, value: 1 }))),
  h("datalist", { id: "endpoints" }, ENDPOINTS.map((value) => h("option", { value }))),
  h("div", { class: "row end" }, h("button", { class: "button primary" }, both("安排", "Plan it"))));
  const { kind, errcode, delay_ms, endpoint, call, times } = form.elements;
  const forAccount = () => kind.value === "token_wrong" || kind.value === "ip_refused";
  const choose = () => {
    errcode.parentElement.hidden = kind.value !== "errcode";
    delay_ms.parentElement.hidden = kind.value !== "delay";
    for (const input of [endpoint, call, times]) input.parentElement.hidden = forAccount();
  };
  kind.addEventListener("change", choose);
  choose();
  return form;
}

const waiting = (found) => h("section", { class: "card" }, h("h3", {}, both("等着发生", "Waiting")),
  found.waiting.length ? faultTable(found.waiting) : h("p", { class: "quiet" }, "没有。 ", h("span", { lang: "en" }, "None.")));

const struck = (found) => h("section", { class: "card" }, h("h3", {}, both("已经发生", "Struck")),
  found.struck.length ? faultTable(found.struck.slice(-20).reverse()) : h("p", { class: "quiet" }, "没有。 ", h("span", { lang: "en" }, "None.")));

const faultTable = (faults) => h("table", { class: "table" },
  h("thead", {}, h("tr", {}, ["接口 Endpoint", "种类 Kind", "第几次 Call", "次数 Times"].map((name) => h("th", { scope: "col" }, name)))),
  h("tbody", {}, faults.map((fault) => h("tr", {},
    h("td", {}, h("code", {}, fault.endpoint)),
    h("td", {}, [fault.kind, fault.errcode, fault.delay_ms && `${fault.delay_ms} ms`, fault.ip].filter(Boolean).join(" ")),
    h("td", {}, fault.call ? String(fault.call) : "下次 next"),
    h("td", {}, fault.times === -1 ? "一直 always" : String(fault.times || 1))))));

function clock(now, again) {
  const move = (body) => async () => { await post("clock", body); await again(); };
  const input = h("input", { type: "datetime-local", "aria-label": "定在 Stop at (Shanghai)" });
  return h("section", { class: "card stack" }, h("h3", {}, both("时钟", "Clock, Shanghai")),
    h("p", { class: "clock" }, time(now)),
    h("div", { class: "row" },
      button("+1 小时", "hour", move({ advance: 3600 })), button("+2 小时", "token ends", move({ advance: 7200 })),
      button("+1 天", "day", move({ advance: 86400 })), button("恢复走时", "Run", move({ run: true }))),
    h("div", { class: "row" }, input, button("定在此刻", "Stop there", async () => {
      if (input.value) await move({ set: Math.floor(Date.parse(`${input.value}:00+08:00`) / 1000) })();
    })));
}

function lottery(found, again) {
  const form = h("form", { class: "card stack", onsubmit: async (event) => {
    event.preventDefault();
    const { seed, chance } = Object.fromEntries(new FormData(form));
    await post("faults/draw", { seed, chance: Number(chance) / 100, kinds: CHANCE });
    notice("已设定 Set");
    await again();
  } },
  h("h3", {}, both("随机故障", "By chance, the same for the same seed")),
  h("div", { class: "fields" },
    field("种子", "Seed", h("input", { name: "seed", value: "1" })),
    field("百分比", "Per cent of calls", h("input", { name: "chance", type: "number", min: 0, max: 100, value: Math.round(found.chance * 100) }))),
  h("div", { class: "row end" }, h("button", { class: "button" }, both("设定", "Set"))));
  return form;
}

function script(again) {
  const text = h("textarea", { rows: 6, name: "script", spellcheck: "false", placeholder: '{"endpoint": "draft/add", "call": 2, "kind": "drop_after"}' });
  return h("section", { class: "card stack" }, h("h3", {}, both("剧本", "Script, JSON lines")),
    field("一行一个故障", "One fault a line", text),
    h("div", { class: "row end" },
      button("取已发生的", "Record", async () => { text.value = (await get("faults/script")).script; }),
      button("重放", "Replay", async () => {
        const { lines } = await post("faults/replay", { script: text.value });
        notice(`已安排 ${lines} 行 lines planned`);
        await again();
      }, "primary")));
}
