// Calls to the emulator's own API; the token proves that this page makes them.

const token = document.querySelector('meta[name="console-token"]').content;

export const chosen = { appid: sessionStorage.getItem("appid") || "" };

export function choose(appid) {
  chosen.appid = appid;
  sessionStorage.setItem("appid", appid);
}

async function call(method, name, query, body) {
  const values = new URLSearchParams({ ...query, ...(chosen.appid && { appid: chosen.appid }) });
  const response = await fetch(`/_emulator/${name}?${values}`, {
    method,
    headers: { "X-Emulator-Console": token, ...(body && { "Content-Type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error || `HTTP ${response.status}`);
  return answer;
}

export const get = (name, query = {}) => call("GET", name, query);
export const post = (name, body = {}) => call("POST", name, {}, body);
export const remove = (name) => call("DELETE", name, {});
