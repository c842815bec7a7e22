// 素材: permanent pictures, and a way to add one.

import { get, post } from "./api.js";
import { pictureHere } from "./article.js";
import { both, empty, h, head, notice, pager, time } from "./dom.js";

export async function showPictures(main, { offset }) {
  const found = await get("view/pictures", { offset: offset || 0 });
  const input = h("input", { type: "file", accept: "image/jpeg,image/png,image/gif,image/bmp", id: "upload", class: "visually", onchange: upload });
  main.replaceChildren(
    head("图片素材", `Pictures · ${found.total}`, h("label", { class: "field" }, both("上传", "Upload"), input)),
    found.items.length
      ? h("ul", { class: "pictures" }, found.items.map((item) => h("li", { class: "card" },
        h("img", { src: pictureHere(item.url), alt: item.name, loading: "lazy", width: 200, height: 200 }),
        h("p", {}, item.name, h("br"), h("span", { class: "quiet" }, time(item.update_time))))))
      : empty("还没有图片。上传一张，或者让您的程序调用 add_material。", "No pictures. Upload one, or let your program call add_material."),
    pager(Number(offset || 0), found.page, found.total, (to) => `#/pictures?offset=${to}`) || "");

  async function upload() {
    const file = input.files[0];
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    await post("console/upload", { name: file.name, base64: btoa(text) });
    notice(`已上传 ${file.name} Uploaded`);
    await showPictures(main, {});
  }
}
