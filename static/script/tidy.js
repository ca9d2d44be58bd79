// A page is its folder over http(s), and its "index.html" from disk. Links are written for one of the two.
addEventListener("DOMContentLoaded", () => {
  const isServed = location.protocol.startsWith("http");
  const [form, better] = isServed
    ? [/^([^?#:]*\/|)index\.html(?=[?#]|$)/, "$1"]
    : [/^([^?#:]*\/)(?=[?#]|$)/, "$1index.html"];
  for (const link of document.querySelectorAll("a[href]")) {
    const written = link.getAttribute("href");
    if (!form.test(written)) continue;
    const href = written.replace(form, better);
    link.setAttribute("href", /^[^?#]/.test(href) ? href : `./${href}`);
  }

  // The current page is in sight in its row of links.
  document.querySelector(".row [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

  // A passage that had to be marked in pieces is highlighted whole when it is linked to.
  const show = () => {
    const id = fragment();
    for (const piece of document.querySelectorAll("[data-of]")) {
      piece.classList.toggle("asked", piece.dataset.of === id);
    }
  };
  addEventListener("hashchange", show);
  show();
});
