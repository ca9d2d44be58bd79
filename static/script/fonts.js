// The two fonts of every page are requested while the stylesheet is still loading, so that the first
// line is drawn in them and nothing moves. From disk, browsers refuse to preload a font and log an
// error: there the font is added as soon as it is read.
for (const [file, family, weight] of FONTS) {
  const { href } = new URL(file, document.currentScript.src);
  if (location.protocol.startsWith("http")) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href });
    document.head.append(link);
  } else {
    // Family and weights as in the stylesheet: of two such faces the later one counts.
    document.fonts.add(new FontFace(family, `url(${href})`, { weight }));
  }
}
