// node-easywechat as published; redirected by its documented setting http.baseURL.
import { createRequire } from "node:module";
const [folder, base, appid, secret, picture] = process.argv.slice(2);
const { OfficialAccount } = createRequire(`${folder}/`)("node-easywechat");
const app = new OfficialAccount({ app_id: appid, secret, use_stable_access_token: true, http: { baseURL: `${base}/` } });
const client = app.getClient();
const answer = async (promise) => (await promise).toObject();

const { media_id } = await answer(client.withFile(picture, "media").post("/cgi-bin/material/add_material?type=image"));
const article = { title: "明前龙井", content: "<p>新茶到了</p>", thumb_media_id: media_id };
const added = await answer(client.postJson("/cgi-bin/draft/add", { articles: [article] }));
const read = await answer(client.postJson("/cgi-bin/draft/get", added));
const counted = await answer(client.get("/cgi-bin/draft/count"));
console.log(JSON.stringify({ media_id, added, read, counted }));
