// Which channel a visitor came through: this page's own, ?ch= or ?utm_source=, or the last one of 30 days.
// It stands in <body data-ch>, with the first one in data-ch0, for forms and the beacon. No cookie, nothing personal.
(function () {
  "use strict";
  var page = document.body.dataset, query = new URLSearchParams(location.search), known = {};
  try {
    known = JSON.parse(localStorage.wzCh || "{}") || known;
  } catch (error) {
    // Storage may be refused or hold another's text: then only this page's channel counts.
  }
  if (!(known.until > Date.now())) known = {};
  var come = page.ch || query.get("ch") || query.get("utm_source");
  if (/^[\w-]{1,20}$/.test(come || "")) {
    known = { first: known.first || come, last: come, until: Date.now() + 30 * 864e5 };
  }
  if (!known.last) return;
  page.ch = known.last;
  page.ch0 = known.first;
  document.querySelectorAll("input[name=ch]").forEach(function (each) { each.value = each.value || page.ch; });
  try {
    localStorage.wzCh = JSON.stringify(known);
  } catch (error) {
    // A full or forbidden store costs only the memory of it.
  }
})();
