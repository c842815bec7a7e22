// Words looked for on this phone, the last ones first.
(function () {
  "use strict";
  var KEY = "wz-words", MOST = 8, kept = [];

  function read() {
    try {
      kept = JSON.parse(localStorage.getItem(KEY) || "[]");
    } catch (error) {
      // What this page remembers is all there is.
    }
    return Array.isArray(kept) ? kept.filter(function (word) { return typeof word === "string"; }).slice(0, MOST) : [];
  }

  function write(words) {
    kept = words.slice(0, MOST);
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch (error) {
      // Kept until the page is left.
    }
  }

  wz.recent = read;
  wz.forget = function () { write([]); };
  // Remembers what found something; a word that goes on where the last one stopped takes its place.
  wz.note = function (word, count) {
    dispatchEvent(new CustomEvent("wz-event", { detail: { name: count ? "search" : "search-empty", text: word } }));
    if (!count || word.length < 2) return;
    write([word].concat(read().filter(function (each) { return each !== word && word.indexOf(each) !== 0; })));
  };
})();
