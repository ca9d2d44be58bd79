// The two fonts of every page are asked for while the stylesheet is still on its way, so that the
// first line is drawn in them and nothing moves. From disk, browsers refuse to preload a font and
// say so: there it is added as soon as it is read.
for (const href of document.currentScript.dataset.fonts.match(/\S+/g) ?? []) {
  if (location.protocol.startsWith("http")) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href });
    document.head.append(link);
  } else {
    // Of two faces with the same weights the later one counts: these are those of the stylesheet.
    const [family, weight] = href.includes("newsreader") ? ["Newsreader", "400 700"] : ["Libre Franklin", "400 900"];
    document.fonts.add(new FontFace(family, `url(${href})`, { weight }));
  }
}
