// Price cards: all of the page, or those that stand behind #, wherever in the shop they are.
(function () {
  "use strict";
  var sheet = ws.one("[data-labels]");
  if (!sheet) return;
  var shipped = Array.from(sheet.children), said = ws.one("[data-print-some]"), pages = ws.one(".ws-pages");

  function label(product) {
    var made = ws.make("li", "ws-label"), text = ws.make("div", "ws-label__text"), code = ws.make("div", "ws-label__code");
    var price = ws.make("p", "ws-label__price", product.label.price), image = ws.make("img");
    if (product.label.unit && product.label.price[0] === "¥") price.append(ws.make("small", "", " / " + product.label.unit));
    text.append(ws.make("p", "ws-label__shop", sheet.dataset.shop), ws.make("p", "ws-label__title", product.title));
    if (product.label.line) text.append(ws.make("p", "ws-label__line", product.label.line));
    text.append(price);
    image.src = ws.root + product.label.qr;
    image.width = image.height = 110;
    image.alt = product.title + "的二维码";
    code.append(image, ws.make("p", "", product.rows["型号"]));
    made.append(text, code);
    return made;
  }

  function show(labels, text) {
    sheet.replaceChildren.apply(sheet, labels);
    said.textContent = text;
    if (pages) pages.hidden = labels !== shipped;
  }

  function choose() {
    var slugs = ws.named();
    if (!slugs.length) return show(shipped, "");
    ws.facts(slugs, +sheet.dataset.parts).then(function (products) {
      var found = slugs.map(function (slug) { return products[slug]; }).filter(function (each) { return each && each.label.qr; });
      show(found.map(label), "只印选中的 " + found.length + " 款。");
    }, function () { said.textContent = "还没有离线数据，请连上网络打开一次。"; });
  }

  ws.one("[data-print]").addEventListener("click", function () { print(); });
  addEventListener("hashchange", choose);
  choose();
})();
