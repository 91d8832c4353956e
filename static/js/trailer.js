// Plays a trailer in place of its still frame. Nothing is asked of the host before the click; without this file the
// frame is a link to the trailer's own page.
document.addEventListener("click", (event) => {
  const facade = event.target.closest("a.facade[data-player]");
  if (!facade || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const address = new URL(facade.dataset.player);
  address.searchParams.set("autoplay", "1");
  const player = document.createElement("iframe");
  player.src = address.href;
  player.title = facade.dataset.title;
  player.className = "player";
  player.referrerPolicy = "strict-origin-when-cross-origin";
  player.allow = "autoplay; fullscreen; encrypted-media; picture-in-picture";
  facade.replaceWith(player);
  player.focus();
});
