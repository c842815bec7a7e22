// The dots of a gallery follow the picture in view.
(function () {
  "use strict";
  document.querySelectorAll(".wz-gallery").forEach(function (gallery) {
    var strip = gallery.querySelector(".wz-gallery__strip");
    var dots = gallery.querySelectorAll(".wz-gallery__dots i");
    if (!dots.length) return;
    var waiting = false;
    strip.addEventListener("scroll", function () {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(function () {
        waiting = false;
        var shown = Math.round(strip.scrollLeft / strip.clientWidth);
        dots.forEach(function (dot, place) { dot.classList.toggle("wz-on", place === shown); });
      });
    }, { passive: true });
  });
})();
