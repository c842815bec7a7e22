// An article's HTML in a frame of its own, where none of it can run: no scripts, no addresses but the emulator's.

import { h } from "./dom.js";

const POLICY = `default-src 'none'; img-src ${location.origin} data:; style-src ${location.origin}/console/; ` +
  "style-src-attr 'unsafe-inline'";

export const pictureHere = (url) => (url || "").replace(/^(https?:)?\/\/mmbiz\.q(pic|logo)\.cn/, "");

function withPictures(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const image of page.querySelectorAll("img[data-src]")) {
    image.setAttribute("src", pictureHere(image.dataset.src));
    if (!image.hasAttribute("alt")) image.setAttribute("alt", "");
  }
  return page.body.innerHTML;
}

function pageOf(html, bodyAttributes) {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>正文</title>` +
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
    `<base target="_blank"><link rel="stylesheet" href="${location.origin}/console/article.css"></head>` +
    `<body ${bodyAttributes}>${withPictures(html)}</body></html>`;
}

export function articleFrame(html, title) {
  return h("iframe", { sandbox: "", title, srcdoc: pageOf(html, "") });
}

// The page reaches into this one to read what was written; without allow-scripts nothing inside runs.
export function editableFrame(html, title) {
  const attributes = `contenteditable="true" role="textbox" aria-multiline="true" aria-label="${title}"`;
  return h("iframe", { sandbox: "allow-same-origin", title, srcdoc: pageOf(html, attributes) });
}

export function written(frame) {
  const body = frame.contentDocument.body.cloneNode(true);
  for (const image of body.querySelectorAll("img[data-src]")) image.removeAttribute("src");
  return body.innerHTML;
}
