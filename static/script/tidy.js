// Over http(s) a folder's address needs no "index.html"; from disk it does, so links are written
// with it and tidied here.
addEventListener("DOMContentLoaded", () => {
  const own = (link) => link.origin === location.origin && link.pathname.endsWith("/index.html");
  if (location.protocol.startsWith("http")) {
    for (const link of document.links) {
      if (own(link)) link.pathname = link.pathname.slice(0, -"index.html".length);
    }
  }

  // Words that a mark had to split are shown whole when one arrives at them.
  const show = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    for (const piece of document.querySelectorAll("[data-of]")) {
      piece.classList.toggle("asked", piece.dataset.of === id);
    }
  };
  addEventListener("hashchange", show);
  show();

  // A button that copies stands only where copying works.
  if (!navigator.clipboard) return;
  for (const cite of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    const words = cite.textContent.trim();
    button.type = "button";
    button.className = "copy";
    const say = (done) => {
      button.textContent = done;
      button.ariaLabel = `${done} ${cite.dataset.copy}`;
    };
    say("Copy");
    button.addEventListener("click", async () => {
      // Only that it is copied is announced, not that the button is itself again.
      button.ariaLive = "polite";
      await navigator.clipboard.writeText(words);
      say("Copied");
      setTimeout(() => {
        button.ariaLive = "off";
        say("Copy");
      }, 2000);
    });
    cite.append(" ", button);
  }
});
