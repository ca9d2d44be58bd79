// A page is its folder over http(s), and its "index.html" from disk. Links are written for one of the two.
addEventListener("DOMContentLoaded", () => {
  const page = "index.html";
  const isServed = location.protocol.startsWith("http");
  for (const link of document.links) {
    if (link.protocol !== location.protocol || link.host !== location.host) continue;
    if (isServed && link.pathname.endsWith(`/${page}`)) link.pathname = link.pathname.slice(0, -page.length);
    if (!isServed && link.pathname.endsWith("/")) link.pathname += page;
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
