// The two fonts of every page are asked for while the stylesheet is still on its way, so that the
// first line is drawn in them and nothing moves. From disk, browsers refuse to preload a font and
// say so: there it is added as soon as it is read.
for (const href of document.currentScript.dataset.fonts.match(/\S+/g) ?? []) {
  if (location.protocol.startsWith("http")) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href });
    document.head.append(link);
  } else {
    const family = href.includes("newsreader") ? "Newsreader" : "Libre Franklin";
    document.fonts.add(new FontFace(family, `url(${href})`, { weight: "400 900" }));
  }
}
