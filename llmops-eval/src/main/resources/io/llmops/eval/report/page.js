"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const count = (number) => number.toLocaleString("en-US");
  const data = JSON.parse($("data").textContent);
  const [PLACE, ID, REPEAT, STATUS, MOVED, INPUT, REFERENCE, ANSWER, BEFORE, TIME, SCORES, TAGS] = [...Array(12).keys()];
  const STATUSES = ["wrong", "abstained", "failed", "right"];
  const word = (place) => (place < 0 ? "" : data.dictionary[place]);
  const time = (ms) => (ms < 1 ? ms.toFixed(2) + " ms" : ms < 1000 ? Math.round(ms) + " ms" : (ms / 1000).toFixed(1) + " s");
  const score = (value) => (value === null ? "–" : value.toFixed(3));
  const rank = new Map(data.rows.map((row, place) => [row, place]));

  // Theme

  const theme = $("theme");
  const themes = ["auto", "light", "dark"];
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const next = themes[(themes.indexOf(document.documentElement.dataset.theme || "auto") + 1) % themes.length];
    if (next === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    theme.textContent = "Theme: " + next;
    drawGrid();
  });

  // Tabs

  for (const list of document.querySelectorAll("[role=tablist]")) {
    const tabs = [...list.querySelectorAll("[role=tab]")];
    const select = (chosen, focus) => {
      for (const tab of tabs) {
        tab.setAttribute("aria-selected", String(tab === chosen));
        tab.tabIndex = tab === chosen ? 0 : -1;
        $(tab.getAttribute("aria-controls")).hidden = tab !== chosen;
      }
      if (focus) chosen.focus();
    };
    tabs.forEach((tab, place) => {
      tab.addEventListener("click", () => select(tab));
      tab.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) select(tabs[(place + step + tabs.length) % tabs.length], true);
      });
    });
    select(tabs[0]);
  }

  // Small tables that sort in place

  const sortable = (heading, sort) => {
    const button = make("button", "", heading.textContent);
    button.type = "button";
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = heading.getAttribute("aria-sort") !== "descending";
      for (const other of heading.parentNode.children) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(down ? -1 : 1);
    });
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((heading, column) => {
      if (heading.tagName !== "TH") return;
      sortable(heading, (direction) => {
        const key = (row) => (row.cells[column].dataset.v === undefined ? row.cells[column].textContent : Number(row.cells[column].dataset.v));
        const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "en"));
        const rows = [...table.tBodies[0].rows];
        rows.sort((a, b) => direction * compare(key(a), key(b)));
        table.tBodies[0].append(...rows);
      });
    });
  }

  // Examples

  const controls = { search: $("search"), status: $("status"), moved: $("moved"), tag: $("tag"), size: $("size") };
  let texts = null;
  let pair = null;
  let shown = data.rows;
  let page = 0;
  let order = null;

  const option = (value, text) => {
    const element = make("option", "", text);
    element.value = value;
    return element;
  };
  const tally = (of) => {
    const counts = new Map();
    for (const row of data.rows) counts.set(of(row), (counts.get(of(row)) || 0) + 1);
    return counts;
  };

  const fillControls = () => {
    const statuses = tally((row) => row[STATUS]);
    controls.status.append(option("", "any"), option("not", "not right"));
    STATUSES.forEach((name, status) => {
      if (statuses.has(status)) controls.status.append(option(String(status), name + " (" + count(statuses.get(status)) + ")"));
    });
    if (data.compared) {
      const moved = tally((row) => row[MOVED]);
      $("moved-label").hidden = false;
      controls.moved.append(option("", "any"));
      for (const [value, name] of [[-1, "broken"], [1, "fixed"], [0, "unmoved"]]) {
        controls.moved.append(option(String(value), name + " (" + count(moved.get(value) || 0) + ")"));
      }
    }
    controls.tag.append(option("", "any"));
    data.tags.forEach((name, tag) => {
      const values = tally((row) => row[TAGS][tag]);
      if (values.size > 200) return;
      $("tag-label").hidden = false;
      const group = make("optgroup");
      group.label = name;
      const sorted = [...values.keys()].sort((a, b) => word(a).localeCompare(word(b), "en"));
      for (const value of sorted) group.append(option(tag + " " + value, (word(value) || "(none)") + " (" + count(values.get(value)) + ")"));
      controls.tag.append(group);
    });
    $("controls").hidden = false;
  };

  const text = (row) => row[ID] + "\n" + row[INPUT] + "\n" + word(row[REFERENCE]) + "\n" + word(row[ANSWER]);
  const filter = () => {
    const query = controls.search.value.trim().toLowerCase();
    const { status, moved, tag } = Object.fromEntries(["status", "moved", "tag"].map((name) => [name, controls[name].value]));
    const [tagPlace, tagValue] = tag.split(" ").map(Number);
    if (query && !texts) texts = data.rows.map((row) => text(row).toLowerCase());
    shown = data.rows.filter((row, place) =>
      (!query || texts[place].includes(query)) &&
      (!status || (status === "not" ? row[STATUS] !== 3 : row[STATUS] === Number(status))) &&
      (!moved || row[MOVED] === Number(moved)) &&
      (!tag || row[TAGS][tagPlace] === tagValue) &&
      (!pair || isPair(row)));
    if (order) shown.sort(order);
    page = 0;
    draw();
  };
  const isPair = (row) => {
    if (row[REFERENCE] !== data.labels[pair[0]]) return false;
    const extra = pair[1] - data.labels.length;
    return extra >= 0 ? row[STATUS] === extra + 1 : row[STATUS] !== 1 && row[STATUS] !== 2 && row[ANSWER] === data.labels[pair[1]];
  };

  const columns = [
    ["", "6.5rem", "", (row) => row[STATUS]],
    ["example", "8rem", "", (row) => row[PLACE]],
    ["input", "", "", (row) => row[INPUT]],
    ["reference", "", "", (row) => word(row[REFERENCE])],
    ["answer", "", "", (row) => word(row[ANSWER])],
  ];
  if (data.compared) columns.push(["before", "", "", (row) => word(row[BEFORE])]);
  data.scores.slice(0, 4).forEach((name, place) => columns.push([name, "6rem", "number", (row) => row[SCORES][place] ?? -Infinity]));
  columns.push(["time", "5.5rem", "number", (row) => row[TIME]]);

  const table = $("rows");
  const drawHead = () => {
    const line = make("tr");
    for (const [name, width, kind, key] of columns) {
      const heading = make("th", kind, name || "outcome");
      heading.scope = "col";
      if (width) heading.style.width = width;
      sortable(heading, (direction) => {
        order = (a, b) => {
          const [x, y] = [key(a), key(b)];
          return direction * (x < y ? -1 : x > y ? 1 : 0) || rank.get(a) - rank.get(b);
        };
        filter();
      });
      line.append(heading);
    }
    table.tHead.append(line);
  };

  const cell = (row, value, kind) => {
    const element = row.insertCell();
    element.className = kind;
    if (kind === "clip") element.append(make("div", "", value));
    else element.textContent = value;
    return element;
  };
  const badges = (into, row) => {
    into.append(make("span", "badge " + STATUSES[row[STATUS]], STATUSES[row[STATUS]]));
    if (row[MOVED]) into.append(make("span", "badge " + (row[MOVED] < 0 ? "broken" : "fixed"), row[MOVED] < 0 ? "broken" : "fixed"));
  };
  const draw = () => {
    const size = Number(controls.size.value);
    const pages = Math.max(1, Math.ceil(shown.length / size));
    page = Math.max(0, Math.min(page, pages - 1));
    const body = make("tbody");
    for (const row of shown.slice(page * size, (page + 1) * size)) {
      const line = body.insertRow();
      badges(cell(line, "", ""), row);
      const heading = make("th");
      heading.scope = "row";
      const button = make("button", "", row[ID] + (row[REPEAT] ? " #" + (row[REPEAT] + 1) : ""));
      button.type = "button";
      button.addEventListener("click", () => open(row));
      heading.append(button);
      line.append(heading);
      cell(line, row[INPUT].slice(0, 400), "clip");
      cell(line, word(row[REFERENCE]).slice(0, 400), "clip");
      cell(line, word(row[ANSWER]).slice(0, 400), "clip");
      if (data.compared) cell(line, word(row[BEFORE]).slice(0, 400), "clip");
      data.scores.slice(0, 4).forEach((name, place) => cell(line, score(row[SCORES][place]), "number"));
      cell(line, time(row[TIME]), "number");
    }
    table.tBodies[0].replaceWith(body);
    $("count").textContent = count(shown.length) + " of " + count(data.all) + " examples" +
      (order ? "" : ", the worst first") +
      (data.rows.length < data.all ? "; the page holds the worst " + count(data.rows.length) : "") +
      "; texts are cut to " + count(data.length) + " characters" +
      (data.traces.length ? ", in the first " + count(data.traces.length) + " examples to " + count(data.traceLength) : "") + ".";
    $("page").textContent = "page " + count(page + 1) + " of " + count(pages);
    $("pages").hidden = pages === 1;
    $("first").disabled = $("previous").disabled = page === 0;
    $("next").disabled = $("last").disabled = page === pages - 1;
  };
  const turn = (to) => {
    page = to;
    draw();
  };
  $("first").addEventListener("click", () => turn(0));
  $("previous").addEventListener("click", () => turn(page - 1));
  $("next").addEventListener("click", () => turn(page + 1));
  $("last").addEventListener("click", () => turn(Infinity));

  // One example

  const dialog = $("example");
  const part = (into, title, value) => into.append(make("h3", "", title), make("pre", "", value));
  const open = (row) => {
    const trace = data.traces[rank.get(row)];
    const head = make("header");
    const title = make("h2", "", row[ID] + (row[REPEAT] ? ", repeat " + (row[REPEAT] + 1) : ""));
    title.id = "example-title";
    const close = make("button", "quiet", "Close");
    close.type = "button";
    close.addEventListener("click", () => dialog.close());
    head.append(title, close);
    const content = make("div", "content");
    const marks = make("p");
    badges(marks, row);
    content.append(marks);
    part(content, "Input", trace ? trace.input : row[INPUT]);
    part(content, "Reference", trace ? trace.reference : word(row[REFERENCE]));
    part(content, "Answer", trace ? trace.outcome : word(row[ANSWER]));
    if (row[BEFORE] >= 0) part(content, "Answer of the baseline", word(row[BEFORE]));
    const facts = make("dl", "facts");
    const fact = (name, value) => {
      const line = make("div");
      line.append(make("dt", "", name), make("dd", "", value));
      facts.append(line);
    };
    data.scores.forEach((name, place) => fact(name, score(row[SCORES][place])));
    data.tags.forEach((name, place) => fact(name, word(row[TAGS][place]) || "(none)"));
    fact("time", time(row[TIME]));
    if (trace && trace.use) fact("model use", trace.use[0] + " calls, " + count(trace.use[1]) + " tokens in, " + count(trace.use[2]) + " out");
    content.append(make("h3", "", "Facts"), facts, make("h3", "", "Stages"));
    if (trace && trace.steps.length) {
      const steps = make("ol");
      for (const [stage, kind, value, ms] of trace.steps) {
        const step = make("li");
        const line = make("div", "stage");
        line.append(make("strong", "", stage));
        if (kind) line.append(make("span", "badge " + STATUSES[kind], STATUSES[kind]));
        line.append(make("span", "muted", time(ms)));
        step.append(line, make("pre", "", value));
        steps.append(step);
      }
      content.append(steps);
    } else {
      content.append(make("p", "muted", trace ? "No stage was traced." : "The page has the stages of the worst " + count(data.traces.length) + " examples only."));
    }
    dialog.replaceChildren(head, content);
    dialog.showModal();
    dialog.scrollTop = 0;
  };
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });

  // Confusion: from a cell to its examples

  const column = (place) => place < data.labels.length ? word(data.labels[place]) : place === data.labels.length ? "(abstained)" : "(failed)";
  const choose = (reference, answer) => {
    pair = [reference, answer];
    const chip = $("pair");
    chip.textContent = word(data.labels[reference]) + " → " + column(answer) + "  ✕";
    chip.setAttribute("aria-label", "Only " + word(data.labels[reference]) + " answered as " + column(answer) + "; press to show all");
    chip.hidden = false;
    filter();
    $("examples").scrollIntoView();
    chip.focus({ preventScroll: true });
  };
  $("pair").addEventListener("click", () => {
    pair = null;
    $("pair").hidden = true;
    controls.search.focus();
    filter();
  });
  document.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-pair]");
    if (chosen) choose(...chosen.dataset.pair.split(" ").map(Number));
  });

  const canvas = $("grid");
  const sums = [];
  const cells = new Map();
  for (let i = 0; i < data.grid.length; i += 3) {
    sums[data.grid[i]] = (sums[data.grid[i]] || 0) + data.grid[i + 2];
    cells.set(data.grid[i] + " " + data.grid[i + 1], data.grid[i + 2]);
  }
  const side = data.labels.length + 3; // a gap, then a column each for abstained and failed
  const at = (place) => (place < data.labels.length ? place : place + 1);
  const drawGrid = () => {
    if (!canvas) return;
    const scale = Math.max(2, Math.ceil(1840 / side));
    canvas.width = side * scale;
    canvas.height = data.labels.length * scale;
    canvas.style.aspectRatio = side + " / " + data.labels.length;
    const pen = canvas.getContext("2d");
    const style = getComputedStyle(canvas);
    for (const [key, number] of cells) {
      const [row, place] = key.split(" ").map(Number);
      pen.globalAlpha = 0.18 + 0.82 * Math.sqrt(number / sums[row]);
      pen.fillStyle = row === place ? style.color : style.outlineColor;
      pen.fillRect(at(place) * scale, row * scale, scale - (scale > 4 ? 1 : 0), scale - (scale > 4 ? 1 : 0));
    }
  };
  if (canvas) {
    const place = (event) => {
      const box = canvas.getBoundingClientRect();
      const row = Math.floor(((event.clientY - box.top) / box.height) * data.labels.length);
      const x = Math.floor(((event.clientX - box.left) / box.width) * side);
      return [row, x < data.labels.length ? x : x - 1];
    };
    canvas.addEventListener("mousemove", (event) => {
      const [row, answer] = place(event);
      const number = cells.get(row + " " + answer) || 0;
      if (row >= 0 && row < data.labels.length) $("grid-cell").textContent = word(data.labels[row]) + " → " + column(answer) + ": " + count(number) + " of " + count(sums[row] || 0);
    });
    canvas.addEventListener("click", (event) => {
      const [row, answer] = place(event);
      if (cells.has(row + " " + answer)) choose(row, answer);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawGrid);
  }

  // Start

  let waiting = 0;
  controls.search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  for (const name of ["status", "moved", "tag"]) controls[name].addEventListener("change", filter);
  controls.size.addEventListener("change", draw);
  $("controls").addEventListener("submit", (event) => event.preventDefault());
  fillControls();
  drawHead();
  draw();
  drawGrid();
})();
