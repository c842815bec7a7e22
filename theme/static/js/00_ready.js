// Marks that the script runs, so that what needs it may show.
document.documentElement.classList.add("wz-js");
