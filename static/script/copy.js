// Buttons that copy, share or print, where the browser allows it. From disk a page has no address to give.
addEventListener("DOMContentLoaded", () => {
  const words = document.querySelector("[data-words]")?.dataset.words ?? "Copy|Copied|Copy link|Share|Copy the code";
  const [copy, copied, copyLink, share, copyCode] = words.split("|");
  const canonical = document.querySelector("link[rel=canonical]")?.href;
  const address = canonical ?? (location.protocol.startsWith("http") ? location.origin + location.pathname : "");

  const made = (tag, given) => Object.assign(document.createElement(tag), given);
  const button = (textContent, ariaLabel = null) =>
    made("button", { type: "button", className: "copy", textContent, ariaLabel });

  const copies = (button, text) => {
    const { textContent, ariaLabel } = button;
    button.addEventListener("click", async () => {
      // Announce that it is copied, but not that the button changes back.
      button.ariaLive = "polite";
      await navigator.clipboard.writeText(text);
      Object.assign(button, { textContent: copied, ariaLabel: null });
      setTimeout(() => Object.assign(button, { ariaLive: "off", textContent, ariaLabel }), 2000);
    });
    return button;
  };

  // The link to the card of a fact becomes the code with which another site shows it: that of oembed.json.
  for (const link of document.querySelectorAll("[data-height]")) if (address) {
    const frame = document.createElement("iframe");
    for (const [name, value] of Object.entries({
      src: new URL(link.getAttribute("href"), address),
      title: document.querySelector("meta[property='og:title']")?.content ?? document.title,
      width: "100%",
      height: link.dataset.height,
      frameborder: 0,
      loading: "lazy",
    })) frame.setAttribute(name, value);
    const code = made("pre", { className: "cite", textContent: frame.outerHTML });
    code.dataset.copy = copyCode;
    const details = document.createElement("details");
    details.append(made("summary", { textContent: link.textContent }), code);
    link.parentNode.before(details);
    link.remove();
  }

  // Where the site’s own address is not known, this one completes what is copied.
  const note = document.querySelector(".cite + .small");
  if (note && address) {
    note.previousElementSibling.firstChild.append(` ${address}`);
    note.remove();
    for (const code of document.querySelectorAll("pre.cite")) {
      code.textContent = code.textContent.replace("</figcaption>", `, <a href="${address}">${address}</a>$&`);
    }
  }

  if (navigator.clipboard) {
    for (const cite of document.querySelectorAll("[data-copy]")) {
      cite.append(" ", copies(button(copy, cite.dataset.copy || null), cite.textContent.trim()));
    }
  }
  const ways = document.querySelector(".fact .ways");
  if (ways && address) {
    const buttons = navigator.clipboard ? [copies(button(copyLink), address)] : [];
    if (navigator.share) {
      const sharing = button(share);
      sharing.addEventListener("click", () => {
        // A reader who closes the sheet has changed their mind: that is no error.
        navigator.share({ title: document.querySelector("h1").textContent, url: address }).catch(() => {});
      });
      buttons.push(sharing);
    }
    ways.prepend(...buttons);
  }

  const sheet = document.querySelector("[data-print]");
  if (sheet) {
    const printing = button(sheet.dataset.print);
    printing.addEventListener("click", () => print());
    sheet.prepend(printing, " ");
  }
});
