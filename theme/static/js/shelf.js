// Lists kept on this phone: favourites, compare (four at most), seen. Storage may be refused or vanish; they may not.
(function () {
  "use strict";
  var MOST = { favourites: 200, compare: 4, seen: 30 };
  var memory = {};
  var tray;

  function read(name) {
    try {
      memory[name] = JSON.parse(localStorage.getItem("wz-" + name) || "[]");
    } catch (error) {
      // What this page remembers is all there is.
    }
    return Array.isArray(memory[name]) ? memory[name].filter(function (slug) { return /^[a-z0-9-]+$/.test(slug); }) : [];
  }

  function write(name, slugs) {
    memory[name] = slugs.slice(0, MOST[name]);
    try {
      localStorage.setItem("wz-" + name, JSON.stringify(memory[name]));
    } catch (error) {
      // Kept until the page is left.
    }
    show();
    dispatchEvent(new Event("wz-shelf"));
  }

  function add(name, slug) {
    write(name, [slug].concat(read(name).filter(function (each) { return each !== slug; })));
  }

  function toggle(name, slug) {
    var slugs = read(name);
    var on = slugs.indexOf(slug) < 0;
    if (on && name === "compare" && slugs.length >= MOST.compare) return false;
    write(name, on ? slugs.concat(slug) : slugs.filter(function (each) { return each !== slug; }));
    return true;
  }

  function showTray(slugs) {
    if (!tray && slugs.length && !wz.find("[data-compare]")) {
      tray = wz.make("a", "wz-tray");
      document.body.append(tray);
    }
    if (!tray) return;
    tray.hidden = !slugs.length;
    tray.href = "/compare/#p=" + slugs.join(",");
    tray.textContent = slugs.length > 1 ? "对比 " + slugs.length + " 款" : "再选一款对比";
  }

  function show() {
    var kept = { favourites: read("favourites"), compare: read("compare") };
    wz.all("[data-toggle]").forEach(function (button) {
      button.setAttribute("aria-pressed", kept[button.dataset.toggle].indexOf(button.dataset.slug) >= 0);
    });
    wz.all("[data-number]").forEach(function (each) { each.textContent = kept[each.dataset.number].length || ""; });
    showTray(kept.compare);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-toggle]");
    if (!button || toggle(button.dataset.toggle, button.dataset.slug)) return;
    tray.textContent = "最多比 " + MOST.compare + " 款，去看看";
  });

  wz.shelf = { read: read, write: write, show: show };
  var seen = wz.find("[data-seen]");
  if (seen) add("seen", seen.dataset.seen);
  addEventListener("pageshow", show);
  show();
})();
