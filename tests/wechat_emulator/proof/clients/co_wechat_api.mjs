// co-wechat-api as published; redirected by its public property `prefix`.
import { createRequire } from "node:module";
const [folder, base, appid, secret, picture] = process.argv.slice(2);
const API = createRequire(`${folder}/`)("co-wechat-api");
const api = new API(appid, secret);
api.prefix = `${base}/cgi-bin/`;

const uploaded = await api.uploadMaterial(picture, "image");
const body = await api.uploadImage(picture);
const menu = await api.createMenu({ button: [{ type: "view", name: "看产品", url: "https://tea.example.com/" }] });
const read = await api.getMenu();
const counts = await api.getMaterialCount();
const code = await api.createTmpQRCode(7, 600);
const refused = await api.createMenu({ button: [] }).catch((error) => error.code);
console.log(JSON.stringify({ uploaded, body, menu, read, counts, code, refused }));
