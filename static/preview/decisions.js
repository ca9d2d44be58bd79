// Decisions on the page of coverage: what is undecided, and what no sheet has, each as a form beside
// its paragraph. What is taken or put aside is written to the sheet; the page then comes again by
// itself, and the forms stay, with what is typed into them. Only the preview serves this. Words of the
// content are only ever inserted as text.
import { fieldOf, inWords, make } from "./decision_fields.js";

const home = new URL(".", import.meta.url); // <base>__preview/
const { briefing } = document.querySelector("script[data-briefing]").dataset;
const NAME = `dateline-decisions ${briefing}`;
const NO_ANSWER = "The preview does not answer, so nothing was written. What you typed is kept: start it again, then try again.";

// For the session, in this tab: what is open, what is half typed, how many there were. If the browser
// stores nothing, all works, but a page that is loaded as a whole forgets it.
const recall = () => {
  try { return JSON.parse(sessionStorage.getItem(NAME)) ?? {}; } catch { return {}; }
};
let memory = recall();
const remember = (changed) => {
  memory = { ...memory, ...changed };
  try { sessionStorage.setItem(NAME, JSON.stringify(memory)); } catch {}
};

class Refused extends Error {}

const ask = async (verb, fields = {}) => {
  let answer, said;
  try {
    const signal = AbortSignal.timeout(60_000);
    const { token } = await (await fetch(new URL("token", home), { signal })).json();
    answer = await fetch(new URL(`write/${verb}`, home), {
      method: "POST",
      headers: { "Content-Type": "application/json", "Dateline-Token": token ?? "" },
      body: JSON.stringify({ briefing, ...fields }),
      signal,
    });
    said = await answer.json();
  } catch {
    throw new Error(NO_ANSWER);
  }
  if (!answer.ok) throw new Refused(said.error);
  return said;
};

const count = (number, word) => `${number} ${number === 1 ? word : word === "person" ? "people" : `${word}s`}`;
const keyOf = ({ sheet, id }) => `${sheet} ${id}`;
const named = ({ sheet, id, seen }) => ({ sheet, id, seen });

let items = []; // what is left, in order, each with its element and, once it was open, its form
let said = { lists: {}, more: {}, reasons: [], undo: null, decided: 0, open: 0 };
let began = false; // whether there was ever anything to decide
let asked = 0;

// The words in the article, while their item is open

const partOf = (item) => item.element.closest(".beside")?.previousElementSibling;

const textsIn = (part) => {
  const within = (node) => node.parentElement.closest(".verdict, .preview-edit") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT, within);
  const texts = [];
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    texts.push({ node, start: length, end: length + node.length });
    length += node.length;
  }
  return texts;
};

const rangesOf = (item) => {
  const part = partOf(item);
  if (!part || !item.sentence.length) return [];
  const texts = textsIn(part);
  const whole = item.sentence.map(({ text }) => text).join("");
  let at = texts.map(({ node }) => node.data).join("").indexOf(whole);
  if (at < 0) return [];
  const ranges = [];
  for (const { text, mark } of item.sentence) {
    const end = at + text.length;
    for (const { node, start, end: last } of mark ? texts : []) {
      if (start >= end || last <= at) continue;
      const range = new Range();
      range.setStart(node, Math.max(0, at - start));
      range.setEnd(node, Math.min(node.length, end - start));
      ranges.push(range);
    }
    at = end;
  }
  return ranges;
};

const highlight = () => {
  if (!globalThis.CSS?.highlights) return;
  const ranges = items.filter(({ element }) => element.open).flatMap(rangesOf);
  CSS.highlights.set("decision", new Highlight(...ranges));
};

// What is above the page's other words: how many are left, undo, what can be taken together

const heading = make("h2", { id: "decisions", tabindex: "-1" });
const progress = make("progress", { "aria-labelledby": "decisions_progress" });
const progressWords = make("span", { id: "decisions_progress" });
const start = make("button", { type: "button", class: "take" }, "Go through them");
const undo = make("button", { type: "button" }, "Undo the last");
const undoWords = make("small");
const together = make("div", { class: "together" });
const loose = make("div", { class: "loose" });
const status = make("p", { role: "status", class: "decision-status" });
const trouble = make("p", { role: "alert", class: "said" });
const reasons = make("datalist", { id: "decision_reasons" });
const keys = make("p", { class: "keys" }, make("kbd", {}, "Tab"), " goes on · ", make("kbd", {}, "Ctrl"), "+", make("kbd", {}, "Enter"), " takes · ", make("kbd", {}, "Esc"), " leaves it for later");
const section = make("section", { class: "decisions", "aria-labelledby": "decisions" },
  heading, make("p", { class: "progress" }, progress, " ", progressWords), make("p", { class: "buttons" }, start, undo, undoWords), status, trouble, together, keys, reasons, loose);

// What counts: what is undecided; when that is done, what no sheet has.
const counted = () => {
  const undecided = items.filter((item) => !item.proposed);
  return undecided.length ? undecided : items;
};

const showCounts = () => {
  const left = counted().length;
  const offered = items.filter((item) => item.proposed).length;
  const isOffered = items.length > 0 && offered === items.length;
  const total = said.decided + left; // of the sheets, so that a new page counts no other way
  if (!items.length) heading.textContent = said.open ? `Nothing is left to decide, but a strict check has ${count(said.open, "problem")}` : "Nothing is left to decide";
  else heading.textContent = isOffered ? `${offered} that no sheet has yet` : `${left} to decide`;
  progress.max = Math.max(1, total);
  progress.value = said.decided;
  const after = !isOffered && offered ? `. After that: ${offered} that no sheet has yet` : "";
  progressWords.textContent = `${said.decided} of ${total} decided${after}`;
  start.hidden = keys.hidden = !items.length;
  undo.disabled = !said.undo;
  undoWords.textContent = said.undo ? `“${said.undo}”` : "";
  reasons.replaceChildren(...said.reasons.map((value) => make("option", { value })));
  showTogether();
};

const PLAIN = ["latitude", "longitude", "evidence", "date_from"];
const lineOf = (item) => {
  const others = item.fields.filter(({ name, value }) => value && value !== item.called && !PLAIN.includes(name));
  return [make("b", {}, item.called), ` ${others.map(({ value, reads }) => reads || value).join(" · ")}`];
};

const showTogether = () => {
  const open = new Set([...together.querySelectorAll("details[open]")].map(({ id }) => id));
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  together.replaceChildren(...kinds.flatMap((kind) => {
    const ready = items.filter((item) => item.kind === kind && item.filled);
    return ready.length > 1 ? [togetherOf(kind, ready, open)] : [];
  }));
  together.hidden = !together.childElementCount;
};

const togetherOf = (kind, ready, open) => {
  const id = `together_${kind}`;
  const list = make("ul");
  const button = make("button", { type: "button", class: "take", id: `${id}_take` });
  const boxes = ready.map((item) => make("input", { type: "checkbox", checked: true, id: `${id}_${item.id}` }));
  ready.forEach((item, index) => list.append(make("li", {}, make("label", {}, boxes[index], make("span", {}, ...lineOf(item))))));
  const chosen = () => ready.filter((_, index) => boxes[index].checked);
  const label = () => {
    button.textContent = chosen().length === 1 ? `Take this ${kind}` : `Take these ${count(chosen().length, kind)}`;
    button.disabled = !chosen().length;
  };
  list.addEventListener("change", label);
  label();
  button.addEventListener("click", () => takeTogether(chosen(), button));
  return make("details", { id, open: open.has(id) }, make("summary", {}, `${count(ready.length, kind)} can be taken together; untick what you leave out`), list, button);
};

const takeTogether = async (chosen, button) => {
  button.disabled = true;
  trouble.textContent = "";
  asked += 1;
  try {
    const { done, taken } = await ask("together", { chosen: chosen.map(named) });
    const keysTaken = new Set(taken.map(([sheet, id]) => keyOf({ sheet, id })));
    const left = chosen.filter((item) => !keysTaken.has(keyOf(item)));
    drop(items.filter((item) => keysTaken.has(keyOf(item))));
    said.decided += taken.length;
    said.open = 0;
    said.undo = done;
    status.textContent = `${done}. ${left.length ? `Look at ${left.map(({ called }) => called).join(", ")}: a build refuses ${left.length === 1 ? "it" : "them"} so.` : `${counted().length} left.`}`;
    showCounts();
    heading.focus({ preventScroll: true });
  } catch (error) {
    trouble.textContent = error.message;
  } finally {
    button.disabled = false;
  }
  refresh();
};

// What was typed of it comes again if the decision is undone.
const drop = (gone) => {
  const drafts = { ...memory.drafts };
  const decided = { ...memory.decided };
  for (const item of gone) {
    item.element.remove();
    if (drafts[keyOf(item)]) decided[keyOf(item)] = { seen: item.seen, draft: drafts[keyOf(item)] };
    delete drafts[keyOf(item)];
  }
  items = items.filter((item) => !gone.includes(item));
  remember({ drafts, decided });
  highlight();
};

// One item

const idOf = (item) => `decide_${item.sheet.split(".")[0]}_${item.id || "front"}`;
const draftOf = (item) => {
  const before = memory.decided?.[keyOf(item)];
  return memory.drafts?.[keyOf(item)] ?? (before?.seen === item.seen ? before.draft : {});
};
const readDate = (item) => (name, text) => ask("read", { kind: item.kind, name, text }).catch(() => ({}));

const changedIn = (item) => Object.fromEntries(item.controls
  .map(({ name, given, read }) => [name, given, read()])
  .filter(([, given, value]) => value.trim() !== given.trim())
  .map(([name, , value]) => [name, value]));

const keepTyped = (item) => remember({ drafts: { ...memory.drafts, [keyOf(item)]: changedIn(item) } });

const complain = (item, ...paragraphs) => item.complaint.replaceChildren(...paragraphs.map((words) => make("p", {}, words)));

const attempt = async (item, verb, fields) => {
  const buttons = [...item.form.querySelectorAll("button")];
  const focused = document.activeElement;
  item.busy = true;
  asked += 1;
  item.form.setAttribute("aria-busy", "true");
  complain(item);
  for (const control of item.controls) control.complain("");
  buttons.forEach((button) => { button.disabled = true; });
  let done = null, error = null;
  try { done = await ask(verb, { ...named(item), ...fields }); } catch (failure) { error = failure; }
  buttons.forEach((button) => { button.disabled = false; });
  item.form.removeAttribute("aria-busy");
  item.busy = false;
  if (document.activeElement === document.body && focused?.isConnected) focused.focus({ preventScroll: true });
  if (error) complain(item, error.message);
  else if (done.wrong) showWrong(item, done.wrong);
  else if (done.refused) showRefused(item, done);
  else decided(item, done.done);
  if (error || fields.fields?.id || (done.done && item.proposed)) refresh();
};

const showWrong = (item, wrong) => {
  const found = Object.entries(wrong);
  for (const [name, words] of found) {
    if (!item.controls.some((control) => control.name === name)) addField(item, name);
    item.controls.find((control) => control.name === name)?.complain(words);
  }
  const first = item.controls.find(({ name }) => wrong[name]);
  complain(item, ...found.map(([name, words]) => `${inWords(name)}: ${words}`));
  first?.focus();
};

const showRefused = (item, { refused, can_waive: canWaive }) => {
  const id = idOf(item);
  const anyway = make("button", { type: "button", id: `${id}_anyway` }, "Write it all the same");
  anyway.addEventListener("click", () => attempt(item, "take", { fields: changedIn(item), anyway: true }));
  complain(item, "A build refuses this:", ...refused);
  if (canWaive) item.complaint.append(waiverOf(item, id));
  item.complaint.append(make("p", {}, anyway));
  item.complaint.scrollIntoView({ block: "nearest" });
};

// The check does not apply, for a reason that is kept with the fact.
const waiverOf = (item, id) => {
  const why = make("input", { id: `${id}_waive_why`, autocomplete: "off" });
  const waive = make("button", { type: "button", id: `${id}_waive` }, "Waive the check");
  const put = () => {
    if (why.value.trim()) attempt(item, "take", { fields: changedIn(item), waive: why.value });
    else why.focus();
  };
  waive.addEventListener("click", put);
  why.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); event.stopPropagation(); put(); }
  });
  return make("p", { class: "why" }, make("label", { for: why.id }, "Why does the check not apply?"), why, waive);
};

// The next of those that count from this place on; at the end those that were left for later.
const after = (index, but) => {
  const pool = counted().filter((item) => item !== but);
  return pool.find((item) => items.indexOf(item) >= index) ?? pool[0];
};

const decided = (item, words) => {
  const index = items.indexOf(item);
  const isNew = item.element.contains(document.activeElement) || document.activeElement === document.body;
  drop([item]);
  said.decided += 1;
  said.open = 0; // until it is asked again: what was wrong before this decision may be right now
  said.undo = words;
  status.textContent = `${words}. ${items.length ? `${counted().length} left.` : "Nothing is left."}`;
  showCounts();
  if (isNew) show(after(index));
};

// Open an item, with the focus on the first field to look at.
const show = (item) => {
  if (!item) {
    remember({ at: null });
    section.scrollIntoView({ block: "nearest" });
    heading.focus({ preventScroll: true });
    return;
  }
  item.element.open = true;
  build(item);
  const look = item.controls.find(({ asked, read }) => asked && !read()) ?? item.controls.find(({ asked }) => asked);
  bringIntoView(item.element);
  if (look && !matchMedia("(pointer: coarse)").matches) look.focus(); else item.element.querySelector("summary").focus({ preventScroll: true });
  bringIntoView(item.element);
};

const bringIntoView = (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  const whole = getComputedStyle(document.documentElement);
  const above = (parseFloat(whole.scrollPaddingTop) || 0) + 16;
  const below = innerHeight - (parseFloat(whole.getPropertyValue("--preview-bar")) || 0) - 16;
  if (top < above || bottom > below) scrollBy({ top: top - above, behavior: "instant" });
};

const later = (item) => {
  const index = items.indexOf(item);
  item.element.open = false;
  status.textContent = `${item.called} is left for later.`;
  show(after(index, item));
};

const isSaving = (item) => {
  if (item.busy) status.textContent = "The decision before is still being written; press again after it.";
  return item.busy;
};

const take = (item) => { if (!isSaving(item)) attempt(item, "take", { fields: changedIn(item) }); };

const asideOf = (item) => {
  const id = idOf(item);
  const why = make("input", { id: `${id}_reason`, name: "reason", list: "decision_reasons", autocomplete: "off" });
  const line = make("span", { class: "why", hidden: true }, make("label", { for: why.id }, "Why is it not made a fact?"), why);
  const button = make("button", { type: "button", id: `${id}_aside` }, "Put aside");
  const begun = memory.begun?.[keyOf(item)]; // a reason that was half typed
  if (begun) { why.value = begun; line.hidden = false; }
  why.addEventListener("input", () => remember({ begun: { ...memory.begun, [keyOf(item)]: why.value } }));
  const put = () => {
    if (isSaving(item)) return;
    if (line.hidden) {
      line.hidden = false;
      why.focus();
      return;
    }
    if (!why.value.trim()) { complain(item, "Write why it is not made a fact."); why.focus(); return; }
    remember({ begun: { ...memory.begun, [keyOf(item)]: "" } });
    attempt(item, "aside", { why: why.value.trim() });
  };
  button.addEventListener("click", put);
  why.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); event.stopPropagation(); put(); }
  });
  return [line, button];
};

const addField = (item, name, focus = false) => {
  const [head] = name.split(".");
  const offered = said.more[item.kind]?.find((each) => each.name === head);
  if (!offered || item.controls.some((control) => control.name.split(".")[0] === head)) return;
  const fields = offered.fields.map((field) => field.name === "id" ? { ...field, value: item.id } : field);
  const added = fields.map((field) => fieldOf(idOf(item), field, said.lists, readDate(item)));
  item.controls.push(...added);
  item.fieldsElement.append(...added.map(({ element }) => element));
  item.moreButtons?.find((button) => button.dataset.name === head)?.remove();
  if (focus) added[0]?.focus();
};

const moreOf = (item) => {
  const has = new Set(item.fields.map(({ name }) => name.split(".")[0]));
  item.moreButtons = (said.more[item.kind] ?? []).filter(({ name }) => !has.has(name)).map(({ name, help }) => {
    const button = make("button", { type: "button", title: help, "data-name": name, id: `${idOf(item)}_more_${name}` }, inWords(name));
    button.addEventListener("click", () => addField(item, name, true));
    return button;
  });
  return make("details", { class: "more", id: `${idOf(item)}_more` }, make("summary", {}, "Another field…"), make("p", {}, ...item.moreButtons));
};

// It stays undecided, and comes again as what it is now, with what is typed.
const otherOf = (item) => {
  const buttons = item.others.map((words) => {
    const button = make("button", { type: "button", id: `${idOf(item)}_${words.replaceAll(" ", "_")}` }, words);
    button.addEventListener("click", () => become(item, words));
    return button;
  });
  return buttons.length ? [make("details", { class: "more", id: `${idOf(item)}_other` }, make("summary", {}, "It is something else…"), make("p", {}, ...buttons))] : [];
};

const become = async (item, words) => {
  if (isSaving(item)) return;
  item.busy = true;
  asked += 1;
  const { what, role, ...typed } = draftOf(item);
  const draft = { ...typed, ...(what ?? role ? { what: what ?? role, role: what ?? role } : {}) };
  try {
    said.undo = (await ask("other", { ...named(item), as: words })).done;
    status.textContent = `${said.undo}.`;
  } catch (error) {
    complain(item, error.message);
  }
  item.busy = false;
  await refresh();
  const again = items.find(({ id }) => id === item.id);
  if (!again) return;
  if (keyOf(again) !== keyOf(item)) remember({ drafts: { ...memory.drafts, [keyOf(again)]: draft } });
  show(again);
};

const build = (item) => {
  if (item.form) return;
  const id = idOf(item);
  const sentence = make("p", { class: "sentence", id: `${id}_sentence` });
  for (const { text, mark } of item.sentence) sentence.append(mark ? make("mark", {}, text) : text);
  item.controls = item.fields.map((field) => fieldOf(id, field, said.lists, readDate(item)));
  item.fieldsElement = make("div", { class: "fields" }, ...item.controls.map(({ element }) => element));
  item.complaint = make("div", { class: "said", role: "alert" });
  const takeButton = make("button", { class: "take", id: `${id}_take` }, "Take");
  const wait = make("button", { type: "button", id: `${id}_later` }, "Later");
  const [why, aside] = item.kind === "front matter" ? [] : asideOf(item);
  item.form = make("form", { novalidate: true, "aria-labelledby": `${id}_summary`, "aria-describedby": item.sentence.length ? sentence.id : null },
    ...(item.cell ? [make("p", { class: "cell" }, item.cell)] : []), ...(item.sentence.length ? [sentence] : []), item.fieldsElement, moreOf(item), ...otherOf(item), item.complaint, ...(why ? [why] : []),
    make("p", { class: "buttons" }, takeButton, ...(aside ? [aside] : []), wait));
  for (const [name, value] of Object.entries(draftOf(item))) {
    addField(item, name);
    item.controls.find((control) => control.name === name)?.write(value);
  }
  wait.addEventListener("click", () => later(item));
  item.form.addEventListener("submit", (event) => { event.preventDefault(); take(item); });
  for (const type of ["input", "change"]) item.form.addEventListener(type, () => keepTyped(item));
  item.element.append(item.form);
};

const elementOf = (item) => {
  const id = idOf(item);
  const place = item.proposed ? "in no sheet yet" : `${item.sheet}:${item.line}`;
  const element = make("details", { class: "decision", id },
    make("summary", { id: `${id}_summary` }, make("b", {}, item.kind), ` ${item.called || "without a title"} `, make("small", {}, place)));
  element.addEventListener("toggle", () => {
    if (element.open) { build(item); remember({ at: keyOf(item) }); }
    highlight();
  });
  element.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); build(item); take(item); }
    if (event.key === "Escape" && element.open) { event.preventDefault(); event.stopPropagation(); later(item); }
  });
  return element;
};

// With the focus on nothing, as right after the page came again, the keys are those of the open form.
addEventListener("keydown", (event) => {
  if (document.activeElement !== document.body || event.isComposing) return;
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const item = items.find((each) => keyOf(each) === memory.at && each.element.open);
  event.preventDefault();
  if (item) show(item);
  status.textContent = item ? "Press it again to take this one." : "No form is open: nothing was decided.";
});

// Where they are on the page

const boxFor = (item) => {
  const besides = [...document.querySelectorAll(".beside[data-blocks]")];
  const beside = item.block === null ? null : besides.find(({ dataset }) => dataset.blocks.split(" ").includes(String(item.block)));
  if (!beside) return loose;
  return beside.querySelector(":scope > .to-decide") ?? beside.insertAdjacentElement("afterbegin", make("div", { class: "to-decide" }));
};

const place = () => {
  if (!items.length && !began) return;
  began = true;
  if (!section.isConnected) document.querySelector(".triage")?.after(section);
  const last = new Map();
  for (const item of items) {
    const box = boxFor(item);
    const before = last.get(box);
    const wanted = before ? before.nextElementSibling : box.firstElementChild;
    if (item.element !== wanted) box.insertBefore(item.element, wanted);
    last.set(box, item.element);
  }
  showCounts();
  highlight();
};

// Items that are as they were keep their elements, and with them what is typed and the focus.
const merge = (fresh) => {
  const known = new Map(items.map((item) => [keyOf(item), item]));
  const active = document.activeElement?.id;
  const merged = fresh.map((item) => {
    const had = known.get(keyOf(item));
    if (had && (had.seen === item.seen || had.busy)) return Object.assign(had, { line: item.line, block: item.block, filled: item.filled });
    const complaint = had?.complaint?.textContent;
    item.element = elementOf(item);
    if (had?.element.open) { item.element.open = true; build(item); if (complaint) complain(item, complaint); }
    had?.element.replaceWith(item.element);
    return item;
  });
  for (const item of items) if (!merged.includes(item)) item.element.remove();
  items = merged;
  place();
  if (active && document.activeElement === document.body) document.getElementById(active)?.focus({ preventScroll: true });
};

// Forms that are closed are made again when they are opened, with the names that there are then.
const forgetForms = () => {
  for (const item of items) {
    if (!item.form || item.element.open || item.busy) continue;
    item.form.remove();
    item.form = null;
  }
};

const refresh = async () => {
  clearTimeout(waiting);
  const mine = ++asked;
  let fresh;
  try {
    fresh = await ask("items");
  } catch (error) {
    // Without permission to write, on another machine for instance, the page only shows.
    if (mine === asked && began) trouble.textContent = error.message;
    return;
  }
  if (mine !== asked) return;
  trouble.textContent = "";
  if (JSON.stringify(fresh.lists) !== JSON.stringify(said.lists)) forgetForms();
  said = fresh;
  merge(fresh.items);
};

// Where several changes come close together, once after the last; a decision does not wait for it.
let waiting = 0;
const refreshSoon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => items.some(({ busy }) => busy) ? refreshSoon() : refresh(), 1500);
};

// Once: after a page was loaded as a whole, all is as it was before.
const comeBack = () => {
  const item = items.find((each) => keyOf(each) === memory.at);
  if (!item || !memory.wasOpen) return;
  item.element.open = true;
  build(item);
  const idle = document.activeElement === document.body || document.activeElement === null;
  if (memory.focus && idle) document.getElementById(memory.focus)?.focus({ preventScroll: true });
  if (memory.top !== undefined && memory.top !== null) scrollBy({ top: item.element.getBoundingClientRect().top - memory.top, behavior: "instant" });
};

addEventListener("pagehide", () => {
  const item = items.find((each) => keyOf(each) === memory.at);
  const focus = document.activeElement?.closest(".decision, .decisions") ? document.activeElement.id : null;
  remember({ wasOpen: Boolean(item?.element.open), top: item?.element.getBoundingClientRect().top, focus });
});

start.addEventListener("click", () => show(items[0]));
undo.addEventListener("click", async () => {
  undo.disabled = true;
  trouble.textContent = "";
  try {
    status.textContent = `${(await ask("undo", { label: said.undo })).done}.`;
    said.undo = null;
  } catch (error) {
    trouble.textContent = error.message;
  }
  await refresh();
  if (document.activeElement === document.body) (undo.disabled ? heading : undo).focus({ preventScroll: true });
});

// A new version of the page takes the place of the old one (preview.js): the forms move over at once.
let isFirst = true;
addEventListener("DOMContentLoaded", async () => {
  place();
  if (!isFirst) return refreshSoon();
  isFirst = false;
  await refresh();
  comeBack();
});
