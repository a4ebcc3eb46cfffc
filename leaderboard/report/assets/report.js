// Sorting is done by sortable.min.js (sortable-tablesort 4.1.7, Unlicense). Here: filters, the choice
// of columns, and the state of both in the address, so that a view can be linked. Without scripts
// all rows and columns are shown.
"use strict";

// Of names and prices the least comes first.
addEventListener("click", (event) => {
  const heading = event.target.closest("th[data-first=ascending]");
  if (heading && !heading.hasAttribute("aria-sort")) heading.setAttribute("aria-sort", "descending");
}, true);

const state = () => new URLSearchParams(location.hash.slice(1));

function remember(changes) {
  const known = state();
  for (const [name, value] of Object.entries(changes)) {
    if (value) known.set(name, value);
    else known.delete(name);
  }
  history.replaceState(null, "", "#" + known);
}

const folded = (text) => text.toLowerCase().replace(/[\s\-‐‑–]/g, "");

function setUp(form) {
  const target = document.getElementById(form.dataset.for);
  const fields = [...form.elements].filter((field) => field.name && field.name !== "column");
  const boxes = [...form.querySelectorAll("[name=column]")];
  const usual = boxes.map((box) => box.checked);
  const apply = () => {
    const asked = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    const shown = target.tHead ? filterRows(target, asked) : filterNames(target, asked.q);
    form.querySelector(".count").textContent = `${shown} shown`;
    document.querySelector(`[data-none-for=${target.id}]`).hidden = shown > 0;
  };
  const columns = () => showColumns(target, new Set(boxes.filter((box) => box.checked).map((box) => box.value)));
  const recall = () => {
    const known = state();
    for (const field of fields) field.value = known.get(field.name) ?? "";
    const chosen = known.get("columns")?.split("|");
    boxes.forEach((box, at) => { box.checked = chosen ? chosen.includes(box.value) : usual[at]; });
    if (boxes.length) columns();
    apply();
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    const changed = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    if (boxes.some((box, at) => box.checked !== usual[at])) {
      changed.columns = boxes.filter((box) => box.checked).map((box) => box.value).join("|") || "|";
    } else changed.columns = "";
    remember(changed);
    if (boxes.length) columns();
    apply();
  });
  form.addEventListener("reset", () => {
    remember({ q: "", maker: "", has: "", status: "", since: "", columns: "" });
    setTimeout(recall);
  });
  document.querySelector(`[data-reset=${target.id}]`)?.addEventListener("click", () => form.reset());
  addEventListener("hashchange", recall);
  form.hidden = false;
  recall();
}

function filterRows(table, asked) {
  const keys = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.key);
  const wanted = folded(asked.q);
  const aboutCells = asked.has || asked.status || asked.since;
  let shown = 0;
  for (const row of table.tBodies[0].rows) {
    const [name, maker, ...cells] = row.cells;
    if (!maker) continue;
    let fits = (!wanted || folded(name.textContent + " " + maker.textContent).includes(wanted)) &&
      (!asked.maker || maker.textContent === asked.maker);
    let some = false;
    for (const cell of cells) {
      const own = "sort" in cell.dataset &&
        (!asked.has || keys[cell.cellIndex] === asked.has) &&
        (!asked.status || cell.dataset.status === asked.status) &&
        (!asked.since || cell.dataset.said >= asked.since);
      cell.classList.toggle("faded", Boolean((asked.status || asked.since) && !own));
      some ||= own;
    }
    fits &&= !aboutCells || some;
    row.hidden = !fits;
    shown += fits;
  }
  return shown;
}

function filterNames(list, text) {
  const wanted = folded(text);
  let shown = 0;
  for (const section of list.querySelectorAll("section")) {
    const whole = wanted && folded(section.dataset.group).includes(wanted);
    let some = 0;
    for (const item of section.querySelectorAll("li")) {
      item.hidden = !whole && !folded(item.firstElementChild.textContent).includes(wanted);
      some += !item.hidden;
    }
    section.hidden = !some;
    shown += some;
  }
  return shown;
}

function showColumns(table, chosen) {
  const hidden = [...table.tHead.rows[0].cells].map((cell) => Boolean(cell.dataset.key) && !chosen.has(cell.dataset.key));
  for (const row of table.rows) {
    if (row.cells.length === hidden.length) hidden.forEach((yes, at) => { row.cells[at].hidden = yes; });
  }
}

// The sorted column stands in the address by its place and direction: "sort=3-ascending".
function setUpSorting(table) {
  const cells = [...table.tHead.rows[0].cells];
  const name = document.querySelectorAll(".sortable").length > 1 ? `sort-${table.id}` : "sort";
  table.addEventListener("sort-end", () => {
    const at = cells.findIndex((cell) => cell.hasAttribute("aria-sort"));
    remember({ [name]: `${cells[at].dataset.key ?? at}~${cells[at].getAttribute("aria-sort")}` });
  });
  const [key, direction] = (state().get(name) ?? "").split("~");
  const cell = cells.find((one) => one.dataset.key === key) ?? cells[/^\d+$/.test(key) ? Number(key) : -1];
  if (!cell) return;
  cell.setAttribute("aria-sort", direction === "ascending" ? "descending" : "ascending");
  cell.querySelector("button")?.click();
}

// The choice of columns lies over the table: it closes like a menu.
const chooser = document.querySelector(".chooser");
addEventListener("click", (event) => { if (chooser && !chooser.contains(event.target)) chooser.open = false; });
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !chooser?.open) return;
  chooser.open = false;
  chooser.firstElementChild.focus();
});

for (const form of document.querySelectorAll(".filters")) setUp(form);
for (const table of document.querySelectorAll(".sortable")) setUpSorting(table);
