// Products as the pages show them: the same elements that product_card.html and product_row.html write.
(function () {
  "use strict";
  var fold = wz.catalogue.fold, bare = wz.catalogue.bare, make = wz.make;
  var STOCK = ["", "暂时缺货", "预订", "已停售"];

  // `later`: the picture is fetched when showPictures is called, not while somebody types.
  function picture(entry, name, later) {
    var frame = make("span", name);
    if (!entry.picture) {
      frame.append(make("span", "wz-plate"));
      return frame;
    }
    var image = make("img");
    image[later ? "later" : "src"] = entry.picture;
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

  function showPictures(list) {
    wz.all("img", list).forEach(function (image) {
      if (image.later) image.src = image.later;
      image.later = "";
    });
  }

  // Marks the characters from..to of an element's text.
  function mark(place, text, range) {
    var asked = range.join();
    if (place.marked === asked) return;
    place.marked = asked;
    if (range[0] < 0) place.textContent = text;
    else place.replaceChildren(text.slice(0, range[0]), make("mark", "", text.slice(range[0], range[1])), text.slice(range[1]));
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

  function row(entry, later) {
    var made = make("li", "wz-row" + (entry.stock % 2 ? " wz-card_gone" : ""));
    var link = make("a");
    var text = make("span", "wz-row__text");
    text.append(make("span", "wz-card__title", entry.title), make("span", "wz-card__model", entry.model), price(entry));
    link.href = entry.url;
    link.append(picture(entry, "wz-row__picture", later), text);
    made.append(link);
    return made;
  }

  // Marks in a row what a query means, found by `patterns`; `span`: the part of the name that pinyin has found.
  function markRow(row, entry, wanted, span) {
    var text = row.firstChild.lastChild;
    mark(text.children[0], entry.title, span || place(entry.title, entry.name, wanted));
    mark(text.children[1], entry.model, place(entry.model, fold(entry.model), wanted));
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
  wz.catalogue.markRow = markRow;
  wz.catalogue.showPictures = showPictures;
  wz.catalogue.patterns = patterns;
})();
