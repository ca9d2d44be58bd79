// The two fonts of every page are requested while the stylesheet is still loading, so that the first
// line is drawn in them and nothing moves. From disk, browsers refuse to preload a font and log an
// error: there the font is added as soon as it is read.
for (const font of FONTS) {
  const { href } = new URL(font, document.currentScript.src);
  if (location.protocol.startsWith("http")) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href });
    document.head.append(link);
  } else {
    // Family and weights as in the stylesheet: of two such faces the later one counts.
    const serif = href.includes("newsreader");
    const [family, weight] = serif ? ["Newsreader", "400 700"] : ["Libre Franklin", "400 900"];
    document.fonts.add(new FontFace(family, `url(${href})`, { weight }));
  }
}
