// Two to four products side by side. What they are stands behind #; their facts come from their own pages.
(function () {
  "use strict";
  var page = wz.find("[data-compare]");
  if (!page) return;
  var table = wz.find("table", page), empty = wz.find("[data-compare-empty]", page), tools = wz.find("[data-compare-tools]", page);
  var only = wz.find("[data-compare-only]", page), status = wz.find("[data-compare-status]");

  function chosen() {
    var text = wz.hash().get("p");
    var slugs = text === null ? wz.shelf.read("compare") : text.split(",");
    return slugs.filter(function (slug, at) { return /^[a-z0-9-]+$/.test(slug) && slugs.indexOf(slug) === at; }).slice(0, 4);
  }

  // A product as its page tells it, or null where there is none.
  function read(slug) {
    var url = "/p/" + slug + "/";
    return fetch(url).then(function (answer) {
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    }).then(function (html) {
      if (!html) return null;
      var doc = new DOMParser().parseFromString(html, "text/html");
      var text = function (selector) {
        var found = wz.find(selector, doc);
        return found ? found.textContent.trim().replace(/\s+/g, " ") : "";
      };
      if (!wz.find(".wz-product", doc)) return null;
      var facts = [["价格", text(".wz-product__price .wz-price")], ["库存", text(".wz-product__stock")], ["型号", text(".wz-product__model .wz-code")]];
      wz.all(".wz-specs div", doc).forEach(function (row) { facts.push([row.children[0].textContent, row.children[1].textContent]); });
      var image = wz.find(".wz-gallery img", doc);
      return { slug: slug, url: url, title: text("h1"), picture: image && image.getAttribute("src"), facts: new Map(facts) };
    });
  }

  function cell(tag, text, scope) {
    var made = wz.make(tag, "", text);
    if (scope) made.scope = scope;
    return made;
  }

  function heading(product, slugs) {
    var made = cell("th", "", "col"), link = wz.make("a", "wz-compare__product"), remove = wz.make("button", "wz-compare__remove");
    if (product.picture) {
      var image = wz.make("img");
      image.src = product.picture;
      image.alt = "";
      image.width = image.height = 120;
      link.append(image);
    }
    link.href = product.url;
    link.append(wz.make("span", "", product.title));
    remove.type = "button";
    remove.setAttribute("aria-label", "不比" + product.title);
    remove.onclick = function () { choose(slugs.filter(function (slug) { return slug !== product.slug; })); };
    made.append(link, remove);
    return made;
  }

  function fill(products, slugs) {
    var names = [];
    products.forEach(function (product) {
      product.facts.forEach(function (value, name) { if (names.indexOf(name) < 0) names.push(name); });
    });
    var head = wz.make("tr");
    head.append(cell("td", ""));
    products.forEach(function (product) { head.append(heading(product, slugs)); });
    table.tHead.replaceChildren(head);
    table.tBodies[0].replaceChildren.apply(table.tBodies[0], names.map(function (name) {
      var row = wz.make("tr"), values = products.map(function (product) { return product.facts.get(name) || "—"; });
      if (values.every(function (value) { return value === values[0]; })) row.className = "wz-compare__same";
      row.append(cell("th", name, "row"));
      values.forEach(function (value) { row.append(cell("td", value)); });
      return row;
    }));
  }

  function choose(slugs) {
    wz.shelf.write("compare", slugs);
    wz.setHash({ p: slugs.join(","), d: only.checked ? "1" : "" });
    show();
  }

  function show() {
    var slugs = chosen();
    only.checked = wz.hash().get("d") === "1";
    table.classList.toggle("wz-compare_only", only.checked);
    empty.hidden = slugs.length > 0;
    table.hidden = tools.hidden = !slugs.length;
    if (!slugs.length) {
      page.removeAttribute("aria-busy");
      return;
    }
    Promise.all(slugs.map(read)).then(function (products) {
      products = products.filter(Boolean);
      fill(products, slugs);
      status.textContent = products.length > 1 ? "共 " + products.length + " 款" : "再选一款才好比";
      wz.find("[data-copy]", page).dataset.copy = location.origin + "/compare/#p=" + slugs.join(",") + (only.checked ? "&d=1" : "");
      page.removeAttribute("aria-busy");
    }, function () { status.textContent = "网络不太通，请稍后再打开。"; });
  }

  only.addEventListener("change", function () {
    wz.setHash({ p: chosen().join(","), d: only.checked ? "1" : "" });
    show();
  });
  wz.find("[data-compare-print]", page).addEventListener("click", function () { print(); });
  addEventListener("hashchange", show);
  addEventListener("pageshow", function (event) { if (event.persisted) show(); });
  show();
})();
