// Brings the current chip into view without moving the page.
(function () {
  "use strict";
  document.querySelectorAll(".wz-chips").forEach(function (chips) {
    var current = chips.querySelector("[aria-current]");
    if (current) chips.scrollLeft = current.offsetLeft - (chips.clientWidth - current.offsetWidth) / 2;
  });
})();
