// The editor: words in fields, the body in a frame; saving goes through the rewriting of WeChat's own editor.

import { get, post } from "./api.js";
import { editableFrame, pictureHere, written } from "./article.js";
import { both, button, field, h, head, notice } from "./dom.js";

const TOOLS = [
  ["B", "加粗 Bold", "bold"], ["I", "斜体 Italic", "italic"],
  ["H", "小标题 Heading", "formatBlock", "h2"], ["¶", "正文段落 Paragraph", "formatBlock", "p"],
  ["”", "引用 Quote", "formatBlock", "blockquote"], ["•", "列表 List", "insertUnorderedList"],
  ["1.", "编号 Numbered list", "insertOrderedList"], ["⌫", "清除格式 Clear format", "removeFormat"],
  ["↶", "撤销 Undo", "undo"], ["↷", "重做 Redo", "redo"],
];

export async function showWrite(main, { id, index }) {
  const at = Number(index || 0);
  const old = id ? (await get("view/draft", { media_id: id })).articles[at] : {};
  const frame = editableFrame(old.content || "<p><br></p>", "正文 Body");
  let asLoaded = "";
  frame.addEventListener("load", () => {
    asLoaded = written(frame);
    frame.contentDocument.execCommand("defaultParagraphSeparator", false, "p");
    frame.contentDocument.addEventListener("keydown", saveKey);
  });
  const words = {
    title: h("input", { name: "title", value: old.title, required: true, maxlength: 64 }),
    author: h("input", { name: "author", value: old.author, maxlength: 16 }),
    digest: h("input", { name: "digest", value: old.digest, maxlength: 120 }),
    content_source_url: h("input", { name: "content_source_url", type: "url", value: old.content_source_url }),
  };
  const form = h("form", { class: "stack editor", onsubmit: save, onkeydown: saveKey },
    head(id ? "编辑" : "写文章", id ? "Edit" : "Write"),
    h("div", { class: "fields card" },
      field("标题", "Title, up to 64", words.title), field("作者", "Author", words.author),
      field("摘要", "Digest", words.digest), field("原文链接", "Source link", words.content_source_url)),
    h("div", { class: "editor__paper" },
      h("div", { class: "editor__tools", role: "group", "aria-label": "格式 Format" },
        TOOLS.map(([label, name, ...command]) => h("button", {
          type: "button", class: "button", "aria-label": name, title: name,
          onmousedown: (event) => event.preventDefault(), onclick: () => change(...command),
        }, label)),
        button("图片", "Picture", insertPicture)),
      frame),
    h("div", { class: "actions row" },
      h("button", { class: "button primary" }, both("保存", "Save (Ctrl+S)")),
      h("a", { class: "button", href: id ? `#/draft?id=${encodeURIComponent(id)}&index=${at}` : "#/drafts" }, both("不保存", "Leave")),
      h("span", { class: "quiet" }, "保存后，标记会像真后台那样改变。 ", h("span", { lang: "en" }, "Saving changes the markup as the real editor does."))));
  main.replaceChildren(form);
  words.title.focus();

  function change(command, value) {
    frame.contentWindow.focus();
    frame.contentDocument.execCommand(command, false, value);
  }

  function saveKey(event) {
    if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  }

  async function save(event) {
    event.preventDefault();
    const sent = Object.fromEntries(Object.entries(words).map(([name, input]) => [name, input.value]));
    const html = written(frame);
    if (!id || html !== asLoaded) sent.html = html;
    const answer = id ? await post("console/save", { media_id: id, index: at, ...sent }) : await post("console/new", sent);
    notice("已保存 Saved");
    location.hash = `#/draft?id=${encodeURIComponent(answer.media_id)}&index=${at}`;
  }

  async function insertPicture() {
    const { items } = await get("view/pictures");
    if (!items.length) return notice("还没有图片素材 No pictures yet", true);
    const picked = await pick(items);
    if (!picked) return;
    const image = h("img", { "data-src": picked.url, src: pictureHere(picked.url), alt: "" });
    change("insertHTML", `<p>${image.outerHTML}</p><p><br></p>`);
  }
}

function pick(items) {
  return new Promise((done) => {
    const dialog = h("dialog", { "aria-label": "选图片 Choose a picture" },
      h("h2", {}, both("选图片", "Choose a picture")),
      h("ul", { class: "pictures" }, items.map((item) => h("li", {}, h("button", {
        type: "button", class: "button", "aria-label": item.name, onclick: () => { done(item); dialog.close(); },
      }, h("img", { src: pictureHere(item.url), alt: item.name }))))),
      h("div", { class: "row end" }, button("取消", "Cancel", () => dialog.close())));
    dialog.addEventListener("close", () => { done(null); dialog.remove(); });
    document.body.append(dialog);
    dialog.showModal();
  });
}
