// Keys for a still at full size: Escape closes, the arrows turn over. Without this file its three links do the same.
const LINKS = { ArrowLeft: 0, Escape: 1, ArrowRight: 2 };
document.addEventListener("keydown", (event) => {
  const open = document.querySelector(".lightbox:target");
  if (!open || !(event.key in LINKS) || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open.querySelectorAll("nav a")[LINKS[event.key]].click();
});
