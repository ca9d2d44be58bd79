// The fields of a decision: each an input with its label and help, which knows what is typed into it.
// Words of the content are only ever inserted as text.

export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
};

// The names of the sheets, as words: “said by” of `expected.said_by`.
export const inWords = (name) => name.split(".").at(-1).replaceAll("_", " ");

const FEW = 8; // choices that are all shown

const nameOf = ({ value, called }) => called || value;

// Names of a list, each with its id where two have the same.
const written = (choices) => {
  const counts = Map.groupBy?.(choices, nameOf);
  return choices.map((choice) => [counts?.get(nameOf(choice)).length > 1 ? `${nameOf(choice)} (${choice.value})` : nameOf(choice), choice]);
};

// By the whole name or id, or by a part that only one of them has.
const choiceOf = (choices, words) => {
  const typed = words.trim().toLowerCase();
  const named = written(choices).map(([name, choice]) => [name.toLowerCase(), choice]);
  const whole = named.find(([name, { value }]) => [name, value].includes(typed));
  const parts = typed ? named.filter(([name]) => name.includes(typed)) : [];
  return (whole ?? (parts.length === 1 ? parts[0] : undefined))?.[1];
};

// A list to choose one from, by name.
const selectOf = (id, field, choices) => {
  const input = make("select", { id, name: field.name });
  const known = choices.some(({ value }) => value === field.value);
  const others = field.value && !known ? [{ value: field.value }] : [];
  input.append(make("option", { value: "" }, "—"));
  for (const [name, { value }] of written([...others, ...choices])) {
    input.append(make("option", { value, selected: value === field.value }, name));
  }
  return { input, read: () => input.value, write: (value) => { input.value = value; } };
};

// Names to tick; where there are many, those that are chosen, and a line to add others.
const ticksOf = (id, field, choices) => {
  const group = make("div", { class: "ticks", role: "group", "aria-labelledby": `${id}_label`, "aria-describedby": `${id}_help` });
  const list = make("div", { class: "ticked" });
  const boxOf = (value) => [...list.querySelectorAll("input")].find((box) => box.value === value);
  const tick = (value, checked) => {
    const choice = choices.find((one) => one.value === value) ?? { value };
    const box = boxOf(value) ?? make("input", { type: "checkbox", value, id: `${id}_${value}` });
    box.checked = checked;
    if (!box.isConnected && !box.parentNode) list.append(make("label", {}, box, ` ${nameOf(choice)}`));
    return box;
  };
  const chosen = (text) => text.split(/[,\s]+/).filter(Boolean);
  for (const value of chosen(field.value)) tick(value, true);
  group.append(list);
  if (choices.length <= FEW) {
    for (const { value } of choices) if (!boxOf(value)) tick(value, false);
  } else {
    const names = make("datalist", { id: `${id}_list` }, ...written(choices).map(([name]) => make("option", { value: name })));
    const add = make("input", { id: `${id}_add`, list: names.id, placeholder: "Add by name", "aria-label": `Add to ${inWords(field.name)} by name`, autocomplete: "off" });
    const put = () => {
      const choice = choiceOf(choices, add.value);
      if (!choice) return;
      tick(choice.value, true);
      add.value = "";
      group.dispatchEvent(new Event("change", { bubbles: true }));
    };
    add.addEventListener("input", (event) => { if (!(event instanceof InputEvent) || event.inputType === "insertReplacementText") put(); });
    add.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) { event.preventDefault(); put(); }
    });
    add.addEventListener("blur", put);
    group.append(add, names);
  }
  const ticked = () => [...list.querySelectorAll(":checked")].map((box) => box.value);
  // What is typed and names nobody is said to be wrong, and not dropped.
  const typed = () => group.querySelector("input[list]")?.value.trim() ?? "";
  return {
    input: group,
    read: () => [...ticked(), ...(typed() ? [typed()] : [])].join(", "),
    write: (value) => {
      for (const box of list.querySelectorAll("input")) box.checked = false;
      for (const one of chosen(value)) tick(one, true);
    },
  };
};

// A line that grows.
const lineOf = (id, field) => {
  const rows = Math.min(6, Math.max(field.value.split("\n").length, Math.ceil(field.value.length / 48)) || 1);
  const input = make("textarea", { id, name: field.name, rows, required: field.needed, spellcheck: field.short ? "false" : null });
  input.value = field.value;
  return { input, read: () => input.value, write: (value) => { input.value = value; } };
};

const controlOf = (id, field, choices) => {
  if (!choices?.length) return lineOf(id, field);
  return field.many ? ticksOf(id, field, choices) : selectOf(id, field, choices);
};

const shortened = (words) => `“${words.length > 50 ? `${words.slice(0, 50).replace(/\s+\S*$/, "")} …` : words}”`;

// A field; `readDate` is asked how a date is read that was typed.
export const fieldOf = (itemId, field, lists, readDate) => {
  const id = `${itemId}__${field.name.replace(".", "_")}`;
  const control = controlOf(id, field, lists[field.list]);
  const { input } = control;
  const isGroup = input.localName === "div";
  const words = [inWords(field.name), ...(field.asked ? [make("b", {}, " to decide")] : []), ...(field.needed && !field.asked ? [make("i", {}, " needed")] : [])];
  const label = isGroup ? make("span", { class: "label", id: `${id}_label` }, ...words) : make("label", { for: id, id: `${id}_label` }, ...words);
  const reads = make("output", { class: "reads", for: id, id: `${id}_reads` }, field.reads);
  const wrong = make("small", { class: "wrong", id: `${id}_wrong` });
  const isBare = field.list && !lists[field.list]?.length;
  const help = make("small", { class: "help", id: `${id}_help` }, field.help, ...(isBare ? [" No sheet has anything to choose yet: leave this empty, and add it there later."] : []));
  if (!isGroup) input.setAttribute("aria-describedby", `${id}_wrong ${id}_reads ${id}_help`);
  let element = make("div", { class: `field${field.short ? " short" : ""}` }, label, input, ...(field.date ? [reads] : []), wrong, help);
  const complain = (text) => {
    wrong.textContent = text;
    if (text) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
    if (text && element.localName === "details") element.open = true;
  };
  if (field.date) {
    input.addEventListener("change", async () => {
      const said = await readDate(field.name, input.value);
      reads.textContent = said.reads ?? "";
      complain(said.wrong ?? "");
    });
  }
  input.addEventListener("input", () => complain(""));
  if (field.name === "evidence" && field.value) {
    label.classList.add("aloud");
    element = make("details", { class: "field evidence", id: `${id}_fold` },
      make("summary", {}, "evidence ", make("small", {}, shortened(field.value))), ...element.childNodes);
  }
  const target = isGroup ? () => input.querySelector("input") : () => input;
  return { name: field.name, given: field.value, asked: field.asked, element, complain, focus: () => target()?.focus(), read: control.read, write: control.write };
};
