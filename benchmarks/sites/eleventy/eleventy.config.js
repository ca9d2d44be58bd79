export default function (config) {
  config.addPassthroughCopy({ "static/style.css": "style.css" });
  config.addFilter("day", (date) =>
    date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
  );
  config.addFilter("rfc822", (date) => date.toUTCString());
  config.addCollection("briefings", (all) => all.getFilteredByTag("briefing").reverse());
  config.addCollection("pages", (all) => all.getAll().filter((page) => page.url?.endsWith("/")));
  return { dir: { input: "content", includes: "../_includes" }, markdownTemplateEngine: false };
}
