// Products as the pages show them: the same elements that product_card.html and product_row.html write.
(function () {
  "use strict";
  var fold = wz.catalogue.fold, bare = wz.catalogue.bare, make = wz.make;
  var STOCK = ["", "暂时缺货", "预订", "已停售"];

  function picture(entry, name) {
    var frame = make("span", name);
    if (!entry.picture) {
      frame.append(make("span", "wz-plate"));
      return frame;
    }
    var image = make("img");
    image.src = entry.picture;
    image.alt = "";
    image.width = image.height = 360;
    image.loading = "lazy";
    image.decoding = "async";
    frame.append(image);
    return frame;
  }

  function price(entry) {
    var made = make("span", "wz-price" + (entry.price ? "" : " wz-price_asked"), entry.price ? "" : "询价");
    if (!entry.price) return made;
    var from = entry.price.slice(-1) === "+";
    made.append(make("b", "", "¥" + entry.price.replace("+", "").replace(/\B(?=(\d{3})+(?!\d))/, ",")));
    if (from || entry.unit) made.append(make("small", "", from ? " 起" : " / " + entry.unit));
    if (entry.was) {
      var was = make("s");
      was.append(make("span", "wz-hidden", "原价 "), "¥" + entry.was);
      made.append(was);
    }
    return made;
  }

  // A text with the characters from..to marked.
  function marked(name, text, from, to) {
    var made = make("span", name);
    if (from < 0) {
      made.textContent = text;
      return made;
    }
    made.append(text.slice(0, from), make("mark", "", text.slice(from, to)), text.slice(to));
    return made;
  }

  // What finds the words of a query in a text, blanks and hyphens left out of account.
  function patterns(words) {
    return words.map(bare).filter(Boolean).map(function (word) {
      var characters = Array.from(word).map(function (each) { return each.replace(/[^\w\u4e00-\u9fff]/g, "\\$&"); });
      return new RegExp(characters.join("[\\s\\-/_.]*"));
    });
  }

  function place(text, folded, wanted) {
    for (var i = 0; i < wanted.length && folded.length === text.length; i++) {
      var found = wanted[i].exec(folded);
      if (found) return [found.index, found.index + found[0].length];
    }
    return [-1, -1];
  }

  function badge(entry, badges) {
    return STOCK[entry.stock] || badges.filter(function (each) { return entry.keys.indexOf("#" + each) >= 0; })[0] || "";
  }

  function row(entry, wanted, span) {
    var made = make("li", "wz-row" + (entry.stock % 2 ? " wz-card_gone" : ""));
    var link = make("a");
    var text = make("span", "wz-row__text");
    var title = span || place(entry.title, entry.name, wanted), model = place(entry.model, fold(entry.model), wanted);
    text.append(marked("wz-card__title", entry.title, title[0], title[1]), marked("wz-card__model", entry.model, model[0], model[1]), price(entry));
    link.href = entry.url;
    link.append(picture(entry, "wz-row__picture"), text);
    made.append(link);
    return made;
  }

  function card(entry, badges) {
    var made = make("li", "wz-card" + (entry.stock % 2 ? " wz-card_gone" : ""));
    var link = make("a");
    var frame = picture(entry, "wz-card__picture");
    var words = badge(entry, badges);
    if (words) frame.append(make("span", "wz-badge", words));
    link.href = entry.url;
    link.append(frame, make("span", "wz-card__title", entry.title), make("span", "wz-card__model", entry.model), price(entry));
    made.append(link, heart(entry));
    return made;
  }

  function heart(entry) {
    var made = make("button", "wz-heart");
    made.type = "button";
    made.dataset.toggle = "favourites";
    made.dataset.slug = entry.slug;
    made.setAttribute("aria-label", "收藏" + entry.title);
    return made;
  }

  wz.catalogue.card = card;
  wz.catalogue.row = row;
  wz.catalogue.patterns = patterns;
})();
