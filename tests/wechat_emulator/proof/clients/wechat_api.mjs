// wechat-api as published (callbacks); redirected by its public property `endpoint`.
import { createRequire } from "node:module";
import { promisify } from "node:util";
const [folder, base, appid, secret, picture] = process.argv.slice(2);
const API = createRequire(`${folder}/`)("wechat-api");
const api = new API(appid, secret);
api.endpoint = base;
const call = (name, ...values) => promisify(api[name].bind(api))(...values);

const uploaded = await call("uploadMaterial", picture, "image");
const menu = await call("createMenu", { button: [{ type: "click", name: "找我们", key: "US" }] });
const read = await call("getMenu");
const removed = await call("removeMenu");
const refused = await call("getMenu").catch((error) => error.code);
console.log(JSON.stringify({ uploaded, menu, read, removed, refused }));
