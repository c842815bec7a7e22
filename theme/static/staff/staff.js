// Staff mode: filter, picks, comparison, price cards, stamps, and what the offline store is doing.
(function () {
  "use strict";
  var html = document.documentElement, body = document.body, root = body.dataset.root;
  html.classList.add("wz-js");
  var all = function (selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); };
  var one = function (selector) { return document.querySelector(selector); };

  function element(tag, text) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    return made;
  }

  function named() {
    try {
      return decodeURIComponent(location.hash.slice(1)).split(",").filter(Boolean);
    } catch (error) {
      return [];
    }
  }

  // ---- picks: kept on this tablet, and in the addresses of comparison and price cards

  var PICKS = "weizhan-staff-picks";

  function picks() {
    try {
      var kept = JSON.parse(localStorage.getItem(PICKS));
      return Array.isArray(kept) ? kept : [];
    } catch (error) {
      return [];
    }
  }

  function keep(slugs) {
    try {
      localStorage.setItem(PICKS, JSON.stringify(slugs));
    } catch (error) {
      // A private window may refuse; the picks last as long as the page.
    }
    showPicks(slugs);
  }

  function showPicks(slugs) {
    all(".ws-pick input[value]").forEach(function (box) {
      if (box.value !== "on") box.checked = slugs.indexOf(box.value) >= 0;
    });
    var bar = one("[data-picked]");
    if (!bar) return;
    bar.hidden = !slugs.length;
    one("[data-count]").textContent = slugs.length;
    all("[data-to]", bar).forEach(function (link) { link.href = link.dataset.to + "#" + slugs.join(","); });
  }

  all(".ws-pick input[value]").forEach(function (box) {
    if (box.hasAttribute("data-differences")) return;
    box.addEventListener("change", function () {
      var slugs = picks().filter(function (slug) { return slug !== box.value; });
      keep(box.checked ? slugs.concat(box.value) : slugs);
    });
  });
  if (one("[data-clear]")) one("[data-clear]").addEventListener("click", function () { keep([]); });
  addEventListener("pageshow", function () { showPicks(picks()); });

  // ---- the filter: every word somewhere in a product's text, while typing

  function fold(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  var form = one("[data-find]");
  if (form) {
    var input = form.elements.q, none = one("[data-none]"), chosen = "";
    var cards = all(".ws-card[data-text]").map(function (card) {
      return { card: card, text: card.dataset.text, group: card.closest("[data-group]") };
    });
    var groups = all("[data-group]"), chips = all("[data-category]");
    var filter = function () {
      var words = fold(input.value).split(/\s+/).filter(Boolean).map(function (word) {
        return [word, word.replace(/[\-_\/.*]+/g, "")];
      });
      var shown = 0;
      groups.forEach(function (group) { group.hidden = true; });
      cards.forEach(function (each) {
        var fits = (!chosen || each.group.dataset.group === chosen) && words.every(function (pair) {
          return each.text.indexOf(pair[0]) >= 0 || (pair[1] && each.text.indexOf(pair[1]) >= 0);
        });
        each.card.hidden = !fits;
        if (fits) {
          shown += 1;
          each.group.hidden = false;
        }
      });
      none.textContent = shown ? "" : "没有找到“" + input.value.trim() + "”。试试型号的一段，或拼音首字母。";
    };
    input.addEventListener("input", function (event) { if (!event.isComposing) filter(); });
    input.addEventListener("compositionend", filter);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var first = cards.filter(function (each) { return !each.card.hidden; });
      if (first.length === 1) location.href = first[0].card.querySelector("a").href;
      input.blur();
    });
    chips.forEach(function (chip) {
      chip.addEventListener("click", function (event) {
        event.preventDefault();
        chosen = chip.dataset.category;
        chips.forEach(function (other) { other.removeAttribute("aria-current"); });
        chip.setAttribute("aria-current", "true");
        filter();
        scrollTo(0, 0);
      });
    });
    addEventListener("pageshow", filter);
  }

  // ---- comparison

  var table = one("[data-compare]");
  if (table) {
    var products = null;
    var cell = function (row, tag, text) {
      var made = element(tag, text);
      row.append(made);
      return made;
    };
    var heading = function (row, slug, product) {
      var made = cell(row, "th");
      made.scope = "col";
      var link = element("a");
      link.href = root + product.url;
      if (product.picture) {
        var picture = element("img");
        picture.src = root + product.picture;
        picture.alt = "";
        picture.width = picture.height = 360;
        link.append(picture);
      }
      link.append(product.title);
      var away = element("button", "移除");
      away.type = "button";
      away.setAttribute("aria-label", "移除" + product.title);
      away.addEventListener("click", function () {
        keep(picks().filter(function (other) { return other !== slug; }));
        location.hash = named().filter(function (other) { return other !== slug; }).join(",");
      });
      made.append(link, element("br"), away);
    };
    var compare = function () {
      var slugs = named().filter(function (slug) { return products[slug]; }).slice(0, 4);
      var shown = slugs.map(function (slug) { return products[slug]; });
      table.textContent = "";
      one("[data-compare-none]").textContent = slugs.length < 2 ? "先在货架上勾选两到四款，再来对比。" : "";
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
    };
    one("[data-differences]").addEventListener("change", function (event) {
      table.classList.toggle("ws-compare_same", event.target.checked);
    });
    fetch(table.dataset.compare).then(function (answer) { return answer.json(); }).then(function (data) {
      products = data;
      if (!location.hash && picks().length) history.replaceState(null, "", "#" + picks().join(","));
      compare();
      addEventListener("hashchange", compare);
    }, function () {
      one("[data-compare-none]").textContent = "还没有离线数据，请连上网络打开一次。";
    });
  }

  // ---- price cards

  if (one("[data-print]")) {
    one("[data-print]").addEventListener("click", function () { print(); });
    var some = function () {
      var slugs = named();
      all(".ws-label").forEach(function (label) {
        label.hidden = slugs.length > 0 && slugs.indexOf(label.dataset.slug) < 0;
        if (slugs.length) label.querySelector("img").loading = "eager";
      });
      one("[data-print-some]").textContent = slugs.length ? "只印选中的 " + slugs.length + " 款。" : "";
    };
    some();
    addEventListener("hashchange", some);
  }

  // ---- how long ago somebody counted

  all("[data-checked]").forEach(function (stamp) {
    var days = Math.floor((Date.now() - Date.parse(stamp.dataset.checked + "T00:00:00+08:00")) / 864e5);
    if (!(days >= 0)) return;
    stamp.append(days ? "（" + days + " 天前）" : "（今天）");
    if (days > Number(body.dataset.staleDays)) {
      stamp.classList.add("ws-stamps__old");
      stamp.append("，请再看一眼");
    }
  });

  // ---- offline

  var state = one("[data-offline]"), said = state.textContent;

  function report(text, name) {
    state.className = "ws-state" + (name ? " ws-state_" + name : "");
    state.textContent = text;
  }

  var worker = navigator.serviceWorker;
  if (!worker || /MicroMessenger/i.test(navigator.userAgent)) {
    if (/MicroMessenger/i.test(navigator.userAgent)) report(said + " · 微信里不能离线", "");
    return;
  }
  worker.addEventListener("message", function (event) {
    var done = event.data.done, total = event.data.total;
    if (done < total) report("正在存下 " + done + " / " + total, "busy");
    else report(said + " · 可离线", "ready");
  });
  worker.register(root + "sw.js", { scope: root || "./" }).then(function (kept) {
    if (kept && kept.active && !kept.installing) report(said + " · 可离线", "ready");
  }, function () {});
})();
