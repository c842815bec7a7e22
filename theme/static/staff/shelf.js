// The filter: every word somewhere in a product's text, while typing. Rows of shelf.json become the cards of card.html.
(function () {
  "use strict";
  var AT_ONCE = 16, STEP = 48, PAUSE_MS = 250;
  var SLUG = 0, TITLE = 1, MODEL = 2, PRICE = 3, UNIT = 4, PICTURE = 5, BADGE = 6, TOP = 7, TEXT = 8;
  var form = ws.one("[data-find]");
  if (!form) return;
  var input = form.elements.q, none = ws.one("[data-none]"), list = ws.one("[data-found]");
  var groups = ws.all("[data-group]"), chips = ws.all("[data-category]"), chosen = "", rows, later;

  function load() {
    rows = rows || ws.read(list.dataset.found);
    rows.catch(function () { rows = null; });
    return rows;
  }

  function card(row) {
    var made = ws.make("li", "ws-card" + (/缺货|停售/.test(row[BADGE]) ? " ws-card_gone" : "")), link = ws.make("a");
    var frame = ws.make("span", "ws-card__picture"), price = ws.make("span", "ws-card__price", row[PRICE]);
    var pick = ws.make("label", "ws-pick"), box = ws.make("input");
    if (row[PICTURE]) {
      var image = ws.make("img");
      image.loading = "lazy";
      image.decoding = "async";
      image.alt = "";
      image.width = image.height = 360;
      image.src = ws.root + row[PICTURE];
      frame.append(image);
    } else frame.append(ws.make("span", "wz-plate"));
    if (row[BADGE]) frame.append(ws.make("span", "ws-badge" + (row[BADGE] === "不公开" ? " ws-badge_hidden" : ""), row[BADGE]));
    if (row[UNIT]) price.append(ws.make("small", "", " " + row[UNIT]));
    link.href = ws.root + "p/" + row[SLUG] + "/";
    link.append(frame, ws.make("span", "ws-card__title", row[TITLE]), ws.make("span", "ws-card__model", row[MODEL]), price);
    box.type = "checkbox";
    box.value = row[SLUG];
    pick.append(box, ws.make("span", "", "对比"), ws.make("span", "wz-hidden", row[TITLE]));
    made.append(link, pick);
    return made;
  }

  function fitting(all) {
    var words = input.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean).map(function (word) {
      return [word, word.replace(/[\-_\/.*]+/g, "")];
    });
    return all.filter(function (row) {
      return (!chosen || row[TOP] === chosen) && words.every(function (pair) {
        return row[TEXT].indexOf(pair[0]) >= 0 || (pair[1] && row[TEXT].indexOf(pair[1]) >= 0);
      });
    });
  }

  // What is in view at once; more when no further key comes, and on request.
  function fill(found, to) {
    found.slice(list.querySelectorAll(".ws-card").length, to).forEach(function (row) { list.append(card(row)); });
    ws.picks.show();
    clearTimeout(later);
    if (found.length <= to) return;
    if (to < STEP) later = setTimeout(fill, PAUSE_MS, found, STEP);
    else list.append(more(found, to));
  }

  function more(found, shown) {
    var item = ws.make("li", "ws-more"), button = ws.make("button", "wz-button wz-button_quiet");
    button.type = "button";
    button.textContent = "再看 " + Math.min(STEP, found.length - shown) + " 款，共 " + found.length + " 款";
    button.onclick = function () {
      item.remove();
      fill(found, shown + STEP);
      list.children[shown].querySelector("a").focus({ preventScroll: true });
    };
    item.append(button);
    return item;
  }

  function show(narrowed) {
    list.hidden = !narrowed;
    groups.forEach(function (group) { group.hidden = narrowed; });
  }

  function filter() {
    var asked = input.value + "\n" + chosen;
    clearTimeout(later);
    if (!input.value.trim() && !chosen) {
      none.textContent = list.textContent = "";
      list.removeAttribute("aria-busy");
      return show(false);
    }
    list.setAttribute("aria-busy", "true");
    load().then(function (all) {
      if (input.value + "\n" + chosen !== asked) return;
      list.removeAttribute("aria-busy");
      var found = fitting(all);
      list.textContent = "";
      fill(found, AT_ONCE);
      show(true);
      none.textContent = found.length ? "" : "没有找到“" + input.value.trim() + "”。试试型号的一段，或拼音首字母。";
    }, function () { none.textContent = "还没有离线数据，请连上网络打开一次。"; });
  }

  input.addEventListener("focus", load, { once: true });
  input.addEventListener("input", function (event) { if (!event.isComposing) filter(); });
  input.addEventListener("compositionend", filter);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var cards = ws.all(".ws-card", list);
    if (cards.length === 1 && !list.hidden) location.href = cards[0].querySelector("a").href;
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
})();
