// What the preview adds to a page while it is being written: a reload that keeps the reader's
// place, the problems on top of the last good page, a bar at the foot, and links that open the
// source in the editor. Only the preview serves this; no published page has a byte of it.
//
// livereload's own client keeps the connection and swaps stylesheets; this is its plugin, and must
// come before it in the page. Words of the content are only ever inserted as text.
"use strict";

(() => {
  const script = document.currentScript;
  const home = new URL(".", script.src); // <base>__preview/
  const decode = (address) => {
    try { return decodeURIComponent(address); } catch { return address; } // "/%ff" is not text
  };
  const page = decode(location.pathname.slice(new URL("..", home).pathname.length))
    .replace(/(^|\/)$/, "$1index.html");

  // For the session, in this tab. If the browser stores nothing, all works, but less smoothly.
  const remember = (name, value) => {
    try { sessionStorage.setItem(`dateline-preview ${name}`, JSON.stringify(value)); } catch {}
  };
  const recall = (name) => {
    try { return JSON.parse(sessionStorage.getItem(`dateline-preview ${name}`)); } catch { return null; }
  };

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  const say = (element, words) => {
    if (element.textContent !== words) element.textContent = words;
    element.hidden = !words;
  };

  const count = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;

  // Elements across a reload

  const textOf = (element) => element.textContent.trim().slice(0, 400);
  const nearOf = (element) => element.parentElement?.closest("[id]") ?? document.body;
  const alike = (element, within = document) => [...within.getElementsByTagName(element.localName)];

  // How to find an element again on the next version of the page.
  const describe = (element) => {
    const near = nearOf(element);
    const { localName, id } = element;
    return { localName, id, text: textOf(element), near: near.id, nth: alike(element, near).indexOf(element) };
  };

  // By its text if no other element has the same, as numbers in ids change when one before them
  // goes; then by its id, then by its position.
  const find = ({ localName, id, text, near, nth }) => {
    const same = text ? alike({ localName }).filter((other) => textOf(other) === text) : [];
    if (same.length === 1) return same[0];
    if (id) return document.getElementById(id);
    return same.length ? null : alike({ localName }, document.getElementById(near) ?? document.body)[nth];
  };

  // The reader's place

  const BLOCKS = "main [id], main :is(p, li, tr, h1, h2, h3, dt, dd, summary, figcaption)";
  const FIELDS = "input:not([type=password], [type=file], [type=hidden]), select, textarea";
  const TICKED = ["checkbox", "radio"];
  const valueOf = (field) => TICKED.includes(field.type) ? field.checked : field.value;

  // The blocks in view, beginning with the one nearest the top; several, as the first may be the
  // very one that is being rewritten.
  const blocksInView = () => [...document.querySelectorAll(BLOCKS)]
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.height && box.bottom > 0 && box.top < innerHeight)
    .sort((a, b) => Math.abs(a.box.top) - Math.abs(b.box.top))
    .slice(0, 12)
    .map(({ element, box }) => ({ ...describe(element), top: box.top }));

  const placeOf = () => {
    const active = document.activeElement;
    const focused = active && active !== document.body && active !== host ? active : null;
    return {
      page,
      scroll: [scrollX, scrollY],
      blocks: scrollY > 0 ? blocksInView() : [],
      details: [...document.querySelectorAll("details")]
        .map((details) => ({ ...describe(details), open: details.open })),
      fields: [...document.querySelectorAll(FIELDS)]
        .map((field) => ({ ...describe(field), value: valueOf(field) })),
      focus: focused && describe(focused),
      ring: focused?.matches(":focus-visible"),
      selection: focused?.matches("input, textarea") ? [focused.selectionStart, focused.selectionEnd] : null,
    };
  };

  const reload = () => {
    remember("place", placeOf());
    // The browser would restore pixels: text that has grown above would push the place away.
    history.scrollRestoration = "manual";
    location.reload();
  };

  const setField = (field, value) => {
    if (!field || valueOf(field) === value) return;
    if (TICKED.includes(field.type)) field.checked = value; else field.value = value;
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  };

  const restoreScroll = ({ scroll: [x, y], blocks }) => {
    let to = y;
    for (const block of blocks) {
      const box = find(block)?.getBoundingClientRect();
      if (!box?.height) continue;
      to = scrollY + box.top - block.top;
      break;
    }
    scrollTo({ left: x, top: to, behavior: "instant" });
  };

  const restoreFocus = ({ focus, ring, selection }) => {
    const element = focus && find(focus);
    if (!element || ![document.body, element].includes(document.activeElement)) return;
    element.focus({ preventScroll: true, focusVisible: ring });
    try { if (selection) element.setSelectionRange(...selection); } catch {} // not every field has one
  };

  const restore = (place) => {
    for (const details of place.details) {
      const element = find(details);
      if (element) element.open = details.open;
    }
    for (const field of place.fields) setField(find(field), field.value);
    restoreScroll(place);
    restoreFocus(place);
  };

  const cameWith = recall("place");
  const returning = cameWith?.page === page;
  remember("place", null);

  // Again when all is loaded, as fonts move the text and browsers fill in forms late; but not once
  // the reader has moved.
  const restoreTwice = () => {
    const moved = new AbortController();
    for (const name of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      addEventListener(name, () => moved.abort(), { signal: moved.signal, passive: true });
    }
    restore(cameWith);
    addEventListener("load", () => requestAnimationFrame(() => {
      if (!moved.signal.aborted) restore(cameWith);
      moved.abort();
      history.scrollRestoration = "auto";
    }));
  };

  // The bar and the problems, in a tree of their own

  const title = make("h2", { id: "title", tabindex: "-1" });
  const note = make("p", { class: "note" });
  const close = make("button", { type: "button", class: "close" }, "Close");
  const faultText = make("pre", { tabindex: "0", "aria-label": "What the program says" });
  const faultAt = make("p");
  const fault = make("div", { class: "fault" }, faultAt, faultText);
  const errors = make("ol");
  const mildHead = make("summary");
  const warnings = make("ol");
  const followUps = make("ol");
  const mild = make("details", {}, mildHead, warnings, followUps);
  const decideThem = make("a", { class: "decide" });
  const panel = make("section", { class: "panel", id: "problems", role: "dialog", "aria-labelledby": "title" },
    make("div", { class: "head" }, title, close, note, decideThem), fault, errors, mild);
  panel.hidden = true;

  const draft = make("b", { class: "draft" }, "Draft");
  const problemsButton = make("button", { type: "button", "aria-controls": "problems", "aria-expanded": "false" });
  const nothingWrong = make("span", {}, "No problems");
  const decide = make("a", { class: "decide" });
  const coverage = make("a");
  const coverageOfSite = make("span", { class: "aside" });
  const source = make("a", { class: "aside" }, "Edit article.md");
  const status = make("span", { class: "status" });
  const fold = make("button", { type: "button", class: "fold" });
  const announced = make("p", { class: "aloud", role: "status" });
  const bar = make("section", { class: "bar", "aria-label": "Preview" },
    draft, problemsButton, nothingWrong, decide, coverage, coverageOfSite, source, status, fold, announced);
  bar.hidden = true;

  const host = make("dateline-preview");
  const shadow = host.attachShadow({ mode: "open" });
  shadow.append(make("div", { id: "at_preview" }, panel, bar));

  // The stylesheet is in the page's head already: copying its rules from there means that nothing is
  // drawn without them.
  const dress = () => {
    const address = new URL("preview.css", home).href;
    const own = [...document.styleSheets].find((sheet) => sheet.href?.startsWith(address));
    if (!own) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync([...own.cssRules].map((rule) => rule.cssText).join("\n"));
    shadow.adoptedStyleSheets = [sheet];
  };

  // A link to a place in a file if an editor is known, else the words alone.
  const linkTo = (open, attributes, ...words) =>
    open ? make("a", { ...attributes, href: open }, ...words) : make("span", attributes, ...words);

  const folderOf = (path) => path.slice(0, path.lastIndexOf("/") + 1);

  // The folder is left out if the line above has the same.
  const placeWords = ({ path, line, column }, seenFrom = "") => {
    const folder = folderOf(path);
    const name = `${path.slice(folder.length)}:${line}:${column}`;
    return folder === seenFrom ? [name] : [make("span", { class: "folder" }, folder), name];
  };

  // In messages, what to write is between grave accents.
  const written = (words) => words.split("`")
    .map((part, index) => index % 2 && part ? make("code", {}, part) : part);

  const problemItem = (problem) => {
    const item = make("li", {},
      make("p", { class: "at" },
        linkTo(problem.open, {}, ...placeWords(problem)),
        make("span", { class: "rule" }, problem.rule)),
      make("p", { class: "found" }, ...written(problem.message)));
    if (problem.fix) item.append(make("p", { class: "fix" }, ...written(problem.fix)));
    const folder = folderOf(problem.path);
    const related = problem.related.map((other) => make("li", {},
      linkTo(other.open, {}, ...placeWords(other, folder)), " ", ...written(other.note)));
    if (related.length) item.append(make("ul", {}, ...related));
    return item;
  };

  const MOST = 100; // more than anybody fixes before the next save
  const shownAs = new WeakMap();

  // Items that stay keep their elements, and with them the focus.
  const fill = (list, problems, total) => {
    const had = new Map([...list.children].map((item) => [shownAs.get(item), item]));
    const items = problems.slice(0, MOST).map((problem) => {
      const key = JSON.stringify(problem);
      const item = had.get(key) ?? problemItem(problem);
      shownAs.set(item, key);
      return item;
    });
    const more = Math.max(total, problems.length) - items.length;
    if (more) items.push(make("li", {}, `And ${more.toLocaleString("en")} more: the terminal has them all.`));
    for (const item of [...list.children]) if (!items.includes(item)) item.remove();
    items.forEach((item, index) => {
      const there = list.children[index] ?? null;
      if (there !== item) list.insertBefore(item, there);
    });
    list.hidden = !items.length;
  };

  // The panel of problems

  let cameFrom = null; // the element that had the focus before the panel

  const isOpen = () => !panel.hidden;

  const openPanel = (asked) => {
    panel.hidden = false;
    problemsButton.setAttribute("aria-expanded", "true");
    cameFrom = asked ? problemsButton : null;
    // Do not take the focus from anything on the page, least of all from a field.
    const idle = document.activeElement === document.body && !(returning && cameWith.focus);
    if (asked || idle) title.focus({ preventScroll: true });
  };

  const closePanel = () => {
    const held = panel.contains(shadow.activeElement);
    panel.hidden = true;
    problemsButton.setAttribute("aria-expanded", "false");
    if (held) cameFrom?.focus({ preventScroll: true });
  };

  const dismiss = () => {
    remember("dismissed", wrongOf(shown));
    closePanel();
  };

  const mildOf = ({ counts }) => [
    counts.warnings && count(counts.warnings, "warning"),
    counts.follow_ups && count(counts.follow_ups, "follow-up"),
  ].filter(Boolean).join(", ");

  const titleOf = ({ fault, counts }) => {
    if (fault) return fault.title;
    return [counts.errors && count(counts.errors, "error"), mildOf({ counts })].filter(Boolean).join(", ");
  };

  // The preview shows a page of its own until the first page of the site is built.
  const isNotice = () => Boolean(document.querySelector(".preview-notice"));

  const noteOf = ({ fault, stale, refused }) => {
    if (fault) return "The preview shows the last good pages until this is fixed.";
    if (!refused) return "The site is built all the same.";
    if (isNotice()) return "No page has been built here yet. Pages that wait are built when the errors are fixed.";
    if (stale) return "This is the last good page. It is built again when the errors are fixed.";
    return "This page is up to date; others wait until the errors are fixed.";
  };

  // Whether what is undecided is decided on this very page, so that it is not covered.
  const isHere = ({ briefing, fault, problems }) => page.endsWith("annotated/index.html") && !fault
    && (problems.some(({ rule, path }) => rule === "decide.open" && path.includes(`/${briefing?.slug}/`))
      || problems.every(({ rule, severity }) => severity !== "error" || rule === "decide.open"));

  const wrongOf = (state) => JSON.stringify([state.fault, state.problems]);
  const stops = (state) => Boolean(state.fault || state.refused);

  const showProblems = (state) => {
    const held = panel.contains(shadow.activeElement);
    say(title, titleOf(state));
    say(note, noteOf(state));
    fault.hidden = !state.fault;
    if (state.fault) {
      say(faultText, state.fault.text);
      faultAt.hidden = !state.fault.open;
      faultAt.replaceChildren(linkTo(state.fault.open, {}, "Open it in the editor"));
    }
    fill(errors, state.problems.filter(({ severity }) => severity === "error"), state.counts.errors);
    fill(warnings, state.problems.filter(({ severity }) => severity === "warning"), state.counts.warnings);
    fill(followUps, state.problems.filter(({ severity }) => severity === "follow-up"), state.counts.follow_ups);
    mild.hidden = warnings.hidden && followUps.hidden;
    say(mildHead, mildOf(state));
    if (!shown || stops(state) !== stops(shown)) mild.open = !stops(state);

    const wrong = wrongOf(state);
    const news = !shown || wrong !== wrongOf(shown);
    if (!state.fault && !state.problems.length) closePanel();
    else if (stops(state) && !isHere(state) && wrong !== recall("dismissed") && !isOpen()) openPanel(false);
    else if (!stops(state) && shown && stops(shown)) closePanel();
    if (isOpen() && held && !shadow.activeElement) title.focus({ preventScroll: true });
    const fixed = shown && stops(shown) ? "Fixed." : "";
    if (news) announced.textContent = stops(state) ? `${titleOf(state)}. ${noteOf(state)}` : fixed;
  };

  // The bar

  const ageOf = (since) => {
    const seconds = Math.max(1, Math.round((Date.now() - since) / 1000));
    if (seconds < 60) return count(seconds, "second");
    if (seconds < 3600) return count(Math.floor(seconds / 60), "minute");
    return count(Math.floor(seconds / 3600), "hour");
  };

  let stopped = false;
  let staleSince = null; // milliseconds, by the clock of this tab

  const statusOf = (state) => {
    if (stopped) return "The preview has stopped";
    if (state.stale && !isNotice()) return `Last good pages, ${ageOf(staleSince)} old`;
    return state.busy ? "Building…" : "";
  };

  const showStatus = () => {
    if (!shown) return;
    say(status, statusOf(shown));
    status.classList.toggle("busy", shown.busy && !shown.stale && !stopped);
    bar.classList.toggle("stopped", stopped);
  };

  const openWords = (number, undecided) => {
    if (number) return `${number.toLocaleString("en")} open`;
    return undecided ? "nothing open beside these" : "nothing open";
  };

  const showCoverage = ({ briefing, counts }) => {
    const elsewhere = counts.open - (briefing?.open ?? 0);
    coverage.hidden = !briefing?.annotated;
    coverage.replaceChildren(make("span", { class: "wide" }, "Coverage: "), openWords(briefing?.open ?? 0, briefing?.undecided));
    if (briefing?.annotated) coverage.href = briefing.annotated;
    coverage.toggleAttribute("aria-current", briefing?.annotated === location.pathname);
    const ofSite = elsewhere > 0 ? `${counts.open.toLocaleString("en")} on the whole site` : "";
    say(coverageOfSite, briefing?.annotated ? ofSite : `Coverage: ${openWords(counts.open)}`);
  };

  // What is left to decide on, and the page where that is done.
  const showUndecided = ({ briefing }) => {
    const left = briefing?.annotated && briefing.undecided ? briefing.undecided.toLocaleString("en") : "";
    const isCurrent = briefing?.annotated === location.pathname;
    for (const link of [decide, decideThem]) if (left) link.href = briefing.annotated;
    decide.toggleAttribute("aria-current", isCurrent);
    say(decide, left && `${left} to decide`);
    say(decideThem, left && !isCurrent ? `Decide on ${left === "1" ? "it" : `the ${left}`} beside the article` : "");
  };

  const showBar = (state) => {
    const wrong = state.fault ? "The program fails" : titleOf(state);
    draft.hidden = !state.briefing?.draft;
    say(problemsButton, wrong);
    nothingWrong.hidden = Boolean(wrong);
    bar.hidden = false;
    bar.classList.toggle("refused", stops(state));
    showUndecided(state);
    showCoverage(state);
    source.hidden = !state.briefing?.article.open;
    if (!source.hidden) source.href = state.briefing.article.open;
    showStatus();
    showFold();
  };

  const showFold = () => {
    const folded = Boolean(recall("folded"));
    const usual = stops(shown) ? problemsButton.textContent : "Preview";
    bar.classList.toggle("folded", folded);
    fold.setAttribute("aria-expanded", String(!folded));
    const words = stopped ? "The preview has stopped" : usual;
    say(fold, folded ? words : "Hide");
  };

  // The page is longer by the height of the bar, so that the bar covers nothing.
  const makeRoom = () => {
    document.documentElement.style.setProperty("--preview-bar", `${bar.offsetHeight}px`);
    host.style.setProperty("--preview-bar", `${bar.offsetHeight}px`);
  };

  // Links that open the source

  const edits = new Map(); // by element

  // `words-<fact>` is a passage; `open_1` is an item of the annotated article.
  const nameOf = (id) => id.replace(/^words-/, "the words of ").replace("_", " ");

  const sourcesOf = function* ({ facts, words }) {
    const own = page.match(/\/facts\/([^/]+)\/index\.html$/)?.[1];
    const main = document.querySelector("main");
    const header = main?.querySelector(".fact > header");
    if (own && facts[own]) yield [header, own, facts[own]];
    for (const [id, source] of Object.entries(own ? words : { ...facts, ...words })) {
      const element = document.getElementById(id);
      if (main?.contains(element)) yield [element, id, source];
    }
  };

  const showEdits = (briefing) => {
    const before = new Set(edits.keys());
    for (const [element, id, { at, open }] of briefing ? sourcesOf(briefing) : []) {
      if (!element || !open) continue;
      before.delete(element);
      if (!edits.has(element)) {
        edits.set(element, make("a", { class: "preview-edit" }));
        element.classList.add("preview-source");
        element.append(edits.get(element));
      }
      const link = edits.get(element);
      link.href = open;
      link.title = at;
      link.ariaLabel = `Open ${nameOf(id)} in the editor: ${at}`;
    }
    for (const element of before) {
      edits.get(element).remove();
      edits.delete(element);
    }
  };

  // At the end of a line there may be no room for the link.
  const keepInView = ({ target }) => {
    const link = edits.get(target.closest?.(".preview-source"));
    if (!link) return;
    link.style.translate = "";
    const { left, right } = link.getBoundingClientRect();
    const room = document.documentElement.clientWidth - 4;
    if (right > room || left < 4) link.style.translate = `${right > room ? room - right : 4 - left}px`;
  };

  // The state of the preview

  let shown = null; // the state on the screen
  const RETRY = 1000;

  const show = (state) => {
    staleSince = state.stale ? staleSince ?? recall("stale") ?? Date.now() : null;
    remember("stale", staleSince);
    showProblems(state);
    shown = state;
    showBar(state);
    showEdits(state.briefing);
  };

  const get = (address) =>
    fetch(address, { cache: "no-store", signal: AbortSignal.timeout(10_000) });

  const ask = async () => {
    const address = new URL(`state.json?page=${encodeURIComponent(page)}`, home);
    const answer = await get(address);
    const state = await answer.json();
    if (state.version !== 1) throw new Error("not the state of a preview");
    return state;
  };

  let asked = 0;
  let retry = 0;

  const refresh = async () => {
    const mine = ++asked;
    clearTimeout(retry);
    const state = await ask().catch(() => null);
    if (mine !== asked) return;
    if (!stopped && !state) announced.textContent = "The preview has stopped.";
    stopped = !state;
    if (state) {
      show(state);
      remember("state", { page, state });
    } else {
      shown ??= NOTHING;
      showBar(shown);
    }
    if (stopped) retry = setTimeout(refresh, RETRY);
  };

  // A new version of a page replaces the content of the old one, so that nothing is fetched or drawn
  // twice. If its head refers to other files, the page is loaded as a whole.
  let renewed = 0;

  const filesOf = (head) => [...head.querySelectorAll("script[src], link[rel=stylesheet]")]
    .map((file) => file.getAttribute("src") ?? file.getAttribute("href"))
    .map((address) => new URL(address, document.baseURI).pathname)
    .join();
  const files = filesOf(document.head);

  const fetchPage = async () => {
    const answer = await get(location.pathname + location.search);
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    return answer.ok && filesOf(next.head) === files ? next : null;
  };

  const copyAttributes = (from, to) => {
    for (const { name } of [...to.attributes]) {
      if (name !== "style" && !from.hasAttribute(name)) to.removeAttribute(name);
    }
    for (const { name, value } of from.attributes) to.setAttribute(name, value);
  };

  const putInPlace = (next) => {
    const was = placeOf();
    document.title = next.title;
    copyAttributes(next.documentElement, document.documentElement);
    copyAttributes(next.body, document.body);
    for (const child of [...document.body.childNodes]) if (child !== host) child.remove();
    host.before(...next.body.childNodes);
    // The site's own script starts as on a page that was just loaded.
    window.dispatchEvent(new Event("DOMContentLoaded"));
    // The old target element is gone: let the browser find the new one.
    if (location.hash) location.replace(location.hash);
    edits.clear();
    if (shown) showEdits(shown.briefing);
    restore(was);
  };

  const renew = async () => {
    const mine = ++renewed;
    const next = await fetchPage().catch(() => null);
    if (mine !== renewed) return;
    if (!next) return reload();
    putInPlace(next);
    refresh();
  };

  const NOTHING = { problems: [], counts: { errors: 0, warnings: 0, follow_ups: 0, open: 0 }, fault: null, briefing: null };

  // The connection

  window.LiveReloadPluginDateline = class {
    static identifier = "dateline";
    static version = "1";

    // True if nothing is left for livereload to do; it swaps the site's stylesheets itself.
    reload(path) {
      const style = path.endsWith(".css") && !path.endsWith("__preview/preview.css");
      if (style || path.endsWith("__preview/state")) refresh();
      else if (path === page) renew();
      else reload();
      return !style;
    }
  };

  // After a reconnection, the server reports whether the page has changed meanwhile.
  document.addEventListener("LiveReloadDisconnect", refresh);
  document.addEventListener("LiveReloadConnect", refresh);

  // Begin

  dress();
  document.body.append(host);
  const last = recall("state");
  if (last?.page === page) show(last.state);

  problemsButton.addEventListener("click", () => isOpen() ? dismiss() : openPanel(true));
  close.addEventListener("click", dismiss);
  fold.addEventListener("click", () => {
    remember("folded", !recall("folded"));
    showFold();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen() && !event.isComposing) dismiss();
  });
  document.addEventListener("pointerover", keepInView);
  document.addEventListener("focusin", keepInView);
  setInterval(showStatus, 1000);
  new ResizeObserver(makeRoom).observe(bar);
  if (returning) addEventListener("DOMContentLoaded", restoreTwice, { once: true });
  refresh();
})();
