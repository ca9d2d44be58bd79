// From disk, a link to a folder needs its "index.html", so links are written with it; over http(s)
// it is removed here.
addEventListener("DOMContentLoaded", () => {
  const own = (link) => link.origin === location.origin && link.pathname.endsWith("/index.html");
  if (location.protocol.startsWith("http")) {
    for (const link of document.links) {
      if (own(link)) link.pathname = link.pathname.slice(0, -"index.html".length);
    }
  }

  // The current page is in sight in its row of links.
  document.querySelector(".row [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

  // A passage that had to be marked in pieces is highlighted whole when it is linked to.
  const show = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    for (const piece of document.querySelectorAll("[data-of]")) {
      piece.classList.toggle("asked", piece.dataset.of === id);
    }
  };
  addEventListener("hashchange", show);
  show();
});
