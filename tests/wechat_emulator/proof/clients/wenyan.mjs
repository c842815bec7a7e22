// @wenyan-md/core as published: Markdown to a draft, pictures included. It has no setting for the address, so
// fetch is wrapped before it is loaded.
import { pathToFileURL } from "node:url";
const [folder, base, appid, secret, markdown, home] = process.argv.slice(2);
const asked = [];
const plain = globalThis.fetch;
globalThis.fetch = (address, options) => {
  asked.push(new URL(address).pathname);
  return plain(String(address).replace("https://api.weixin.qq.com", base), options);
};
Object.assign(process.env, { HOME: home, APPDATA: home, WECHAT_APP_ID: appid, WECHAT_APP_SECRET: secret });
const found = `${folder}/node_modules/@wenyan-md/core/dist/wrapper.js`; // package.json exports it as ./wrapper, for imports only
const { renderAndPublish } = await import(pathToFileURL(found));
const fs = await import("node:fs/promises");
const path = await import("node:path");
const media_id = await renderAndPublish(undefined, { file: markdown, theme: "default", highlight: "solarized-light", macStyle: false, footnote: true },
  async () => ({ content: await fs.readFile(markdown, "utf8"), absoluteDirPath: path.dirname(markdown) }));
console.log(JSON.stringify({ media_id, asked }));
