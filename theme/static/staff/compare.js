// The comparison: two to four products side by side; what they are stands behind #.
(function () {
  "use strict";
  var table = ws.one("[data-compare]");
  if (!table) return;
  var products = null;

  function cell(row, tag, text) {
    var made = ws.make(tag, "", text);
    row.append(made);
    return made;
  }

  function heading(row, slug, product) {
    var made = cell(row, "th");
    made.scope = "col";
    var link = ws.make("a");
    link.href = ws.root + product.url;
    if (product.picture) {
      var picture = ws.make("img");
      picture.src = ws.root + product.picture;
      picture.alt = "";
      picture.width = picture.height = 360;
      link.append(picture);
    }
    link.append(product.title);
    var away = ws.make("button", "", "移除");
    away.type = "button";
    away.setAttribute("aria-label", "移除" + product.title);
    away.addEventListener("click", function () {
      ws.picks.keep(ws.picks.read().filter(function (other) { return other !== slug; }));
      location.hash = ws.named().filter(function (other) { return other !== slug; }).join(",");
    });
    made.append(link, ws.make("br"), away);
  }

  function compare() {
    var slugs = ws.named().filter(function (slug) { return products[slug]; }).slice(0, 4);
    var shown = slugs.map(function (slug) { return products[slug]; });
    table.textContent = "";
    ws.one("[data-compare-none]").textContent = slugs.length < 2 ? "先在货架上勾选两到四款，再来对比。" : "";
    if (!slugs.length) return;
    var head = cell(table, "thead"), top = cell(head, "tr"), rows = cell(table, "tbody");
    cell(top, "td");
    slugs.forEach(function (slug, at) { heading(top, slug, shown[at]); });
    var names = [];
    shown.forEach(function (product) {
      Object.keys(product.rows).forEach(function (name) { if (names.indexOf(name) < 0) names.push(name); });
    });
    names.forEach(function (name) {
      var row = cell(rows, "tr"), values = shown.map(function (product) { return product.rows[name] || "—"; });
      cell(row, "th", name).scope = "row";
      values.forEach(function (value) { cell(row, "td", value); });
      if (values.length > 1 && values.every(function (value) { return value === values[0]; })) row.dataset.same = "";
    });
  }

  ws.one("[data-differences]").addEventListener("change", function (event) {
    table.classList.toggle("ws-compare_same", event.target.checked);
  });

  function load() {
    ws.facts(ws.named().slice(0, 12), +table.dataset.parts).then(function (found) {
      products = found;
      compare();
    }, function () { ws.one("[data-compare-none]").textContent = "还没有离线数据，请连上网络打开一次。"; });
  }

  if (!location.hash && ws.picks.read().length) history.replaceState(null, "", "#" + ws.picks.read().join(","));
  addEventListener("hashchange", load);
  load();
})();
