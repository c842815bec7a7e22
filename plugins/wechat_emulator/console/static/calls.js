// 调用: the last 200 calls, as they come.

import { get, remove } from "./api.js";
import { both, button, empty, h, head, time } from "./dom.js";

const EVERY_MS = 2000;

export async function showCalls(main, query, isHere) {
  const list = h("div", { class: "card calls" });
  const failed = h("input", { type: "checkbox", onchange: refresh });
  main.replaceChildren(
    head("最近的调用", "The last 200 calls",
      h("label", { class: "check" }, failed, "只看失败 failed only"),
      button("清空", "Clear", async () => { await remove("calls"); await refresh(); })),
    list);
  await refresh();
  const timer = setInterval(() => (isHere() ? document.hidden || refresh() : clearInterval(timer)), EVERY_MS);

  async function refresh() {
    const { calls } = await get("calls");
    const shown = failed.checked ? calls.filter((call) => call.outcome !== "ok") : calls;
    list.replaceChildren(shown.length ? table(shown) : empty("还没有调用。", "No calls yet."));
  }
}

const table = (calls) => h("table", { class: "table" },
  h("thead", {}, h("tr", {},
    h("th", { class: "time", scope: "col" }, both("时间", "Time")), h("th", { scope: "col" }, both("调用", "Call")),
    h("th", { scope: "col" }, both("结果", "Outcome")), h("th", { class: "number", scope: "col" }, "ms"))),
  h("tbody", {}, calls.map((call) => h("tr", {},
    h("td", { class: "time" }, time(call.at)),
    h("td", {}, h("code", {}, `${call.method} ${call.path.replace("/cgi-bin/", "")}`),
      call.query && h("div", { class: "quiet query" }, h("code", {}, call.query))),
    h("td", {}, outcome(call.outcome)),
    h("td", { class: "number" }, call.duration_ms.toFixed(1))))));

const NAMES = { ok: ["ok", "ok"], dropped: ["断开 dropped", "warn"], cut: ["截断 cut", "warn"] };

function outcome(text) {
  const [label, kind] = NAMES[text] || [text, "bad"];
  return h("span", { class: `chip ${kind}` }, label);
}
