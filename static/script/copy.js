// Buttons that copy or share, where the browser allows it. From disk a page has no address to give.
addEventListener("DOMContentLoaded", () => {
  const words = document.querySelector("[data-words]")?.dataset.words ?? "Copy|Copied";
  const [copy, copied] = words.split("|");
  const canonical = document.querySelector("link[rel=canonical]")?.href;
  const address = canonical ?? (location.protocol.startsWith("http") ? location.href.split("#")[0] : "");

  const copies = (button, text) => {
    const { textContent, ariaLabel } = button;
    button.hidden = false;
    button.addEventListener("click", async () => {
      // Announce that it is copied, but not that the button changes back.
      button.ariaLive = "polite";
      await navigator.clipboard.writeText(text);
      Object.assign(button, { textContent: copied, ariaLabel: null });
      setTimeout(() => Object.assign(button, { ariaLive: "off", textContent, ariaLabel }), 2000);
    });
  };

  if (navigator.clipboard) {
    for (const cite of document.querySelectorAll("[data-copy]")) {
      const text = cite.textContent.trim();
      const button = document.createElement("button");
      const ariaLabel = cite.dataset.copy || null;
      Object.assign(button, { type: "button", className: "copy", textContent: copy, ariaLabel });
      copies(button, text);
      cite.append(" ", button);
    }
    for (const button of document.querySelectorAll("[data-link]")) if (address) copies(button, address);
  }
  for (const button of document.querySelectorAll("[data-share]")) {
    button.hidden = !(address && navigator.share);
    button.addEventListener("click", () => {
      // A reader who closes the sheet has changed their mind: that is no error.
      navigator.share({ title: document.querySelector("h1").textContent, url: address }).catch(() => {});
    });
  }
});
