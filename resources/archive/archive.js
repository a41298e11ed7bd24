/* The page of an archive export: shows window.ARCHIVE by the part of the address after "#", and searches in it. */
(function () {
  "use strict";
  var A = window.ARCHIVE, W = A.words, T = A.tables;
  var SOME = 100;
  var main = document.getElementById("main"), head = document.getElementById("head"), input;
  var REVERSED = ["meeting", "minutes_version", "resolution", "printing", "audit", "incoming_paper", "outgoing_paper", "sent_invitation", "task"];
  var UNSEARCHED = ["resolution_facts", "clause_unit", "signature", "file", "picture", "paper_link"];
  /* rows that are read inside the minutes that they belong to */
  var INSIDE = ["clause", "deliberation", "attendance", "guest", "signer"];

  // ---- elements

  function el(tag, attrs) {
    var made = document.createElement(tag);
    Object.keys(attrs || {}).forEach(function (name) {
      var value = attrs[name];
      if (typeof value === "function") made.addEventListener(name, value);
      else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
    });
    for (var i = 2; i < arguments.length; i++) add(made, arguments[i]);
    return made;
  }
  function add(to, what) {
    if (what === null || what === undefined || what === "") return;
    if (Array.isArray(what)) what.forEach(function (one) { add(to, one); });
    else to.appendChild(what.nodeType ? what : document.createTextNode(String(what)));
  }
  function persian(n) { return String(n).replace(/[0-9]/g, function (d) { return String.fromCharCode(0x6F0 + +d); }); }
  function link(table, key, text) { return el("a", { href: address(table, key) }, text || titleOf(table, key)); }
  function fileHref(path) { return path.split("/").map(encodeURIComponent).join("/"); }

  // ---- data

  var places = {};
  function place(table, key) {
    var t = T[table];
    if (!t || !t.keys) return undefined;
    if (!places[table]) {
      places[table] = new Map();
      t.keys.forEach(function (one, at) { places[table].set(String(one), at); });
    }
    return places[table].get(String(key));
  }
  function row(table, key) { var at = place(table, key); return at === undefined ? null : T[table].rows[at]; }
  function titleOf(table, key) {
    var at = place(table, key);
    return at === undefined ? T[table].one + " " + persian(key) : T[table].titles[at];
  }
  function col(table, name) {
    var columns = T[table].columns;
    for (var i = 0; i < columns.length; i++) if (columns[i].n === name) return i;
    return -1;
  }
  function val(table, key, name) { var r = row(table, key); return r ? r[col(table, name)] : null; }
  function keysWhere(table, name, wanted) {
    var i = col(table, name), found = [];
    T[table].rows.forEach(function (r, at) { if (r[i] === wanted) found.push(T[table].keys[at]); });
    return found;
  }
  /* minutes whose place a later import took, and what stands inside them: the newest stand for all of them */
  var REPLACED = T.minutes_version.replaced || {};
  function isReplaced(table, key) {
    var of = table === "minutes_version" ? key : INSIDE.indexOf(table) >= 0 ? val(table, key, "minutes_version_id") : null;
    return of !== null && REPLACED[of] !== undefined;
  }
  function standing(table, keys) { return keys.filter(function (key) { return !isReplaced(table, key); }); }
  function address(table, key) {
    if (INSIDE.indexOf(table) >= 0) {
      var of = val(table, key, "minutes_version_id");
      if (of !== null) return "#/r/minutes_version/" + of + "/" + table + "/" + key;
    }
    return "#/r/" + table + "/" + encodeURIComponent(key);
  }
  function textOf(table, i, value) {
    if (value === null || value === undefined || value === "") return "";
    var to = T[table].columns[i].to;
    if (Array.isArray(value)) return titleOf(value[0], value[1]);
    return to && T[to] ? titleOf(to, value) : String(value);
  }
  function lineOf(table, key) {
    var r = row(table, key), t = T[table];
    if (table === "resolution") {
      var facts = row("resolution_facts", key);
      if (!facts) return "";
      var clause = val("resolution_facts", key, "clause_id");
      return [val("clause", clause, "text"), val("resolution_facts", key, "state"),
        textOf("resolution_facts", col("resolution_facts", "executor_unit_id"), val("resolution_facts", key, "executor_unit_id")),
        val("resolution_facts", key, "due")].filter(Boolean).join(" · ");
    }
    return t.line.map(function (i) { return textOf(table, i, r[i]); }).filter(Boolean).join(" · ");
  }
  var reverse = null;
  function refersTo(table, key) {
    if (!reverse) {
      reverse = new Map();
      Object.keys(T).forEach(function (from) {
        var t = T[from];
        if (!t.rows || from === "audit") return;
        t.columns.forEach(function (column, i) {
          if (!column.to && column.n !== "record_uid") return;
          if (column.n === "committee_id" || column.n === "memorandum_id") return;
          t.rows.forEach(function (r, at) {
            var value = r[i];
            if (value === null || value === undefined) return;
            if (!column.to && !Array.isArray(value)) return;
            var to = Array.isArray(value) ? value.join(":") : column.to + ":" + value;
            if (!reverse.has(to)) reverse.set(to, []);
            reverse.get(to).push([from, t.keys[at]]);
          });
        });
      });
    }
    return reverse.get(table + ":" + key) || [];
  }

  // ---- folding, as the program's own search folds

  var LETTERS = {}, FROM = "يىئېےۍكڪةۀەۂہھأإآٱؤۆ", TO = "ییییییککههههههااااوو";
  for (var n = 0; n < FROM.length; n++) LETTERS[FROM[n]] = TO[n];
  function foldLetter(c) {
    if (LETTERS[c]) return LETTERS[c];
    var code = c.charCodeAt(0);
    if (code >= 0x6F0 && code <= 0x6F9) return String(code - 0x6F0);
    if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
    if (/[\s\u200c\u200b\u00ac\u00ad_\-\u0640\u0621\u066c\u064b-\u065f\u0670\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(c)) return "";
    return c.toLowerCase();
  }
  function fold(text) {
    var out = "", plain = text.replace(/\u0647[\u0654]?[\u200c ]+\u06cc(?![\u0600-\u06ff\w])/g, "\u0647");
    for (var i = 0; i < plain.length; i++) out += foldLetter(plain[i]);
    return out;
  }
  /* the text with its hits marked in whatever spelling they have */
  function marked(text, words) {
    var folded = "", at = [], hits = [];
    for (var i = 0; i < text.length; i++) {
      var f = foldLetter(text[i]);
      for (var k = 0; k < f.length; k++) at.push(i);
      folded += f;
    }
    words.forEach(function (word) {
      var from = folded.indexOf(word);
      while (from >= 0) {
        hits.push([at[from], at[from + word.length - 1] + 1]);
        from = folded.indexOf(word, from + word.length);
      }
    });
    hits.sort(function (a, b) { return a[0] - b[0]; });
    var parts = [], done = 0;
    hits.forEach(function (hit) {
      if (hit[0] < done) return;
      parts.push(text.slice(done, hit[0]), el("mark", {}, text.slice(hit[0], hit[1])));
      done = hit[1];
    });
    parts.push(text.slice(done));
    return parts;
  }

  // ---- search

  var index = {};
  function indexed(table) {
    if (!index[table]) {
      var t = T[table];
      index[table] = t.keys.map(function (key, at) {
        var parts = [t.titles[at]];
        t.columns.forEach(function (column, i) {
          if (!column.technical && !column.hidden) parts.push(textOf(table, i, t.rows[at][i]));
        });
        if (table === "resolution") parts.push(lineOf(table, key));
        return fold(parts.join("\n"));
      });
    }
    return index[table];
  }
  function searched(withHistory) {
    var order = [];
    A.sections.forEach(function (section) { order = order.concat(section[2]); });
    Object.keys(T).forEach(function (table) { if (order.indexOf(table) < 0) order.push(table); });
    return order.filter(function (table) {
      return T[table].rows && UNSEARCHED.indexOf(table) < 0 && (table !== "audit" || withHistory);
    });
  }
  function showSearch(query, withHistory) {
    var words = query.split(/\s+/).map(fold).filter(Boolean), found = 0;
    page(W.results + ": " + query);
    if (!words.length) return;
    var parts = [];
    searched(withHistory).forEach(function (table) {
      var hits = [];
      indexed(table).forEach(function (text, at) {
        if (words.every(function (word) { return text.indexOf(word) >= 0; })) hits.push(T[table].keys[at]);
      });
      hits = standing(table, hits);
      if (!hits.length) return;
      found += hits.length;
      if (REVERSED.indexOf(table) >= 0) hits.reverse();
      parts.push(heading(T[table].title, hits.length), list(table, hits, words, 10));
    });
    if (!found) add(main, el("div", { "class": "notice" }, el("b", {}, W.no_results), el("div", { "class": "lead" }, W.no_results_why)));
    else add(main, el("p", { "class": "lead", id: "found" }, persian(found) + " " + W.found));
    add(main, parts);
    if (!withHistory) {
      add(main, el("p", {}, el("button", { id: "in-history", click: function () {
        history_(function () { showSearch(query, true); });
      } }, W.in_history)));
    }
  }

  // ---- history, loaded when it is wanted

  function history_(then) {
    if (T.audit.rows) { then(); return; }
    var script = el("script", { src: "page/history.js" });
    script.onload = function () { Object.assign(T.audit, window.ARCHIVE_HISTORY); then(); };
    script.onerror = function () { add(main, el("p", { "class": "notice" }, W.not_loaded)); };
    document.body.appendChild(script);
  }

  // ---- parts of a page

  function page(title, over, pills) {
    main.textContent = "";
    document.title = title + " – " + W.name;
    if (over) add(main, el("div", { "class": "over" }, over));
    var h = el("h1", { tabindex: "-1" }, title, pills || []);
    add(main, h);
    h.focus({ preventScroll: true });
  }
  function heading(text, count) { return el("h2", {}, text, count === undefined ? [] : el("span", { "class": "pill" }, persian(count))); }
  function pill(text, kind) { return el("span", { "class": "pill " + (kind || "") }, text); }
  /* the class that its paper bears, which may be higher than that of the record alone */
  function classPill(table, key) {
    var paper = (T[table].classes || {})[key];
    if (paper) return [pill(paper, "class")];
    var i = col(table, "classification");
    if (i < 0) return [];
    var r = row(table, key), told = r && r[i];
    return told && told !== A.usual_class ? [pill(told, "class")] : [];
  }
  function faultPill(table, key) {
    var fault = (T[table].faults || {})[key];
    return fault ? [pill(W[fault], "fault")] : [];
  }
  function list(table, keys, words, some) {
    var shown = el("ul", { "class": "rows" }), done = 0, step = some || SOME;
    function more(button) {
      keys.slice(done, done + step).forEach(function (key) {
        var title = titleOf(table, key), line = lineOf(table, key);
        add(shown, el("li", {}, el("a", { href: address(table, key) },
          el("b", {}, words ? marked(title, words) : title), classPill(table, key), faultPill(table, key),
          line ? el("small", {}, words ? marked(line, words) : line) : [])));
      });
      done += step;
      step = SOME;
      if (done >= keys.length && button) button.remove();
    }
    if (!keys.length) return el("p", { "class": "notice" }, W.empty);
    more();
    if (done >= keys.length) return shown;
    var button = el("button", { click: function () { more(button); } }, W.more);
    return [shown, button];
  }
  function cell(table, i, value) {
    var column = T[table].columns[i];
    if (Array.isArray(value)) return link(value[0], value[1]);
    if (column.to && T[column.to]) return link(column.to, value);
    if (column.kind === "text" && /^[\x21-\x7e]{12,}$/.test(value)) return el("span", { "class": "code" }, value);
    return el("span", {}, value);
  }
  function facts(table, key, technical) {
    var r = row(table, key), shown = el("dl", {}), any = false;
    T[table].columns.forEach(function (column, i) {
      var value = r[i];
      if (!!column.technical !== technical) return;
      if (column.hidden) value = technical ? null : undefined;
      if (value === null || value === undefined || value === "") return;
      any = true;
      add(shown, [el("dt", {}, column.fa), el("dd", {}, cell(table, i, value))]);
    });
    return any ? shown : null;
  }
  function hrefOf(table, key) { return (T[table].hrefs || {})[key]; }
  function openLink(table, key) {
    var path = hrefOf(table, key);
    if (!path) return [];
    var fault = (T[table].faults || {})[key], absent = ["missing", "unreadable", "undrawn"].indexOf(fault) >= 0;
    return el("p", {}, absent ? [] : el("a", { href: fileHref(path), target: "_blank", rel: "noopener", "class": "file" }, W.open + ": " + titleOf(table, key)), faultPill(table, key));
  }

  // ---- pages

  function home() {
    page(A.committee, W.made + " " + A.made);
    add(main, el("p", { "class": "lead" }, W.intro));
    add(main, el("div", { "class": "tiles" }, A.sections.map(function (section) {
      var count = section[2].reduce(function (sum, table) {
        return sum + T[table].count - (table === "minutes_version" ? Object.keys(REPLACED).length : 0);
      }, 0);
      return el("a", { href: "#/s/" + section[0] }, el("b", {}, persian(count)), section[1]);
    })));
    wrongFiles();
    var meetings = T.meeting.keys.slice().reverse().slice(0, 5);
    if (meetings.length) add(main, [heading(W.newest), list("meeting", meetings)]);
  }
  function wrongFiles() {
    if (!A.wrong.length) return;
    add(main, [heading(W.wrong_files, A.wrong.length), el("ul", { "class": "notice" }, A.wrong.map(function (one) {
      return el("li", {}, el("bdi", {}, one.named), pill(W[one.fault], "fault"));
    }))]);
  }
  function section(name) {
    var found = A.sections.filter(function (one) { return one[0] === name; })[0];
    if (!found) { home(); return; }
    if (found[2].indexOf("audit") >= 0 && !T.audit.rows) {
      page(found[1]);
      add(main, el("p", { "class": "notice" }, W.loading));
      history_(function () { section(name); });
      return;
    }
    page(found[1]);
    var filled = found[2].filter(function (table) { return T[table].keys.length; });
    if (!filled.length) add(main, el("p", { "class": "notice" }, W.empty));
    filled.forEach(function (table) {
      var keys = standing(table, T[table].keys);
      if (REVERSED.indexOf(table) >= 0) keys.reverse();
      if (found[2].length > 1) add(main, heading(T[table].title, keys.length));
      add(main, list(table, keys));
    });
  }
  function record(table, key, inside, insideKey) {
    if (!T[table] || row(table, key) === null) {
      if (table === "audit" && !T.audit.rows) { history_(function () { record(table, key); }); return; }
      page(W.unknown);
      return;
    }
    key = T[table].keys[place(table, key)];
    if (table === "minutes_version" && isReplaced(table, key)) key = REPLACED[key];
    page(titleOf(table, key), T[table].one, classPill(table, key));
    add(main, openLink(table, key));
    if (table === "resolution") wordingOf(key);
    add(main, el("div", { "class": "card" }, [stateOf(table, key), facts(table, key, false) || W.not_shown]));
    if (table === "minutes_version") minutesBody(key);
    var skip = table === "minutes_version" ? INSIDE : table === "resolution" ? ["resolution_facts"] : [], groups = {};
    refersTo(table, key).forEach(function (one) {
      if (skip.indexOf(one[0]) < 0 && !isReplaced(one[0], one[1])) (groups[one[0]] = groups[one[0]] || []).push(one[1]);
    });
    Object.keys(groups).sort(function (a, b) { return rank(a) - rank(b); }).forEach(function (from) {
      var keys = groups[from].filter(function (one, at, all) { return all.indexOf(one) === at; });
      add(main, [heading(from === "file_link" ? W.files : from === "printing" ? W.papers : T[from].title, keys.length), list(from, keys, null, 20)]);
    });
    if (table !== "audit") {
      add(main, el("p", {}, el("button", { id: "record-history", click: function (event) {
        var button = event.currentTarget;
        history_(function () { button.remove(); historyOf(table, key); });
      } }, W.show_history)));
    }
    var technical = facts(table, key, true);
    if (technical) add(main, el("details", {}, el("summary", {}, W.technical), el("div", { "class": "card" }, technical)));
    var target = inside && document.getElementById(inside + "-" + insideKey);
    if (target) { target.classList.add("target"); target.scrollIntoView(); } else window.scrollTo(0, 0);
  }
  function rank(table) {
    var order = ["file_link", "printing", "minutes_version", "agenda_item", "resolution_facts", "task", "deadline_event", "resolution_act", "task_act"];
    var at = order.indexOf(table);
    return at < 0 ? 50 : at;
  }
  function historyOf(table, key) {
    var i = col("audit", "subject_id"), keys = [];
    T.audit.rows.forEach(function (r, at) {
      var of = r[i];
      if (Array.isArray(of) && of[0] === table && of[1] === key) keys.push(T.audit.keys[at]);
    });
    add(main, [heading(W.history, keys.length), list("audit", keys.reverse())]);
  }
  function wordingOf(key) {
    var clause = val("resolution_facts", key, "clause_id");
    if (clause !== null && row("clause", clause) !== null) add(main, [heading(W.wording), clauseBlock(clause)]);
  }
  function stateOf(table, key) {
    if (table !== "resolution" || !row("resolution_facts", key)) return [];
    return el("dl", {}, ["state", "percent", "due"].map(function (name) {
      var told = val("resolution_facts", key, name);
      return told ? [el("dt", {}, T.resolution_facts.columns[col("resolution_facts", name)].fa), el("dd", {}, told)] : [];
    }));
  }
  function clauseBlock(key) {
    function told(name) { return textOf("clause", col("clause", name), val("clause", key, name)); }
    function label(name) { return T.clause.columns[col("clause", name)].fa; }
    var resolution = val("clause", key, "resolution_id"), units = keysWhere("clause_unit", "clause_id", key).map(function (one) {
      return textOf("clause_unit", col("clause_unit", "unit_id"), val("clause_unit", one, "unit_id"));
    });
    var line = ["executor_unit_id", "owner_unit_id", "owner_person_id", "deadline_kind", "deadline_day", "axis_id", "adoption", "reservation"]
      .filter(function (name) { return resolution !== null && told(name) && !(name === "deadline_kind" && told("deadline_day")); })
      .map(function (name) { return label(name) + ": " + told(name); });
    if (units.length) line.splice(1, 0, T.clause_unit.title + ": " + units.join("، "));
    return el("div", { "class": "clause", id: "clause-" + key },
      resolution === null ? el("b", {}, told("kind")) : el("b", {}, link("resolution", resolution)),
      resolution === null ? [] : pill(told("kind")), classPill("clause", key),
      el("p", {}, told("text")), line.length ? el("div", { "class": "lead" }, line.join(" · ")) : []);
  }
  /* on which originals somebody signed: the newest row of each holds, and a struck one counts no more */
  function signedBy(signer) {
    var newest = {};
    keysWhere("signature", "signer_id", signer).forEach(function (one) { newest[val("signature", one, "original")] = one; });
    return Object.keys(newest).filter(function (original) { return val("signature", newest[original], "struck") !== W.yes; }).map(function (original) {
      return W.original + " " + original + ": " + val("signature", newest[original], "signed_on");
    }).join("، ");
  }
  function grid(table, keys, names, more) {
    var columns = names.map(function (name) { return col(table, name); });
    var filled = columns.filter(function (i) { return keys.some(function (key) { return row(table, key)[i]; }); });
    return el("div", { "class": "scroll" }, el("table", {},
      el("thead", {}, el("tr", {}, filled.map(function (i) { return el("th", { scope: "col" }, T[table].columns[i].fa); }), more ? el("th", { scope: "col" }, more[0]) : [])),
      el("tbody", {}, keys.map(function (key) {
        return el("tr", { id: table + "-" + key }, filled.map(function (i) {
          var value = row(table, key)[i];
          return el("td", {}, value === null || value === "" ? "" : cell(table, i, value));
        }), more ? el("td", {}, more[1](key)) : []);
      }))));
  }
  function minutesBody(key) {
    var people = keysWhere("attendance", "minutes_version_id", key), guests = keysWhere("guest", "minutes_version_id", key);
    if (people.length) add(main, [heading(W.attendance, people.length), grid("attendance", people, ["name", "post", "party_id", "state", "substitute_name", "letter_number", "arrived_at", "left_at"])]);
    if (guests.length) add(main, [heading(W.guests, guests.length), grid("guest", guests, ["name", "post", "arrived_at", "left_at"])]);
    var clauses = keysWhere("clause", "minutes_version_id", key), talks = keysWhere("deliberation", "minutes_version_id", key);
    var items = [];
    clauses.forEach(function (one) { items.push(val("clause", one, "agenda_item_id")); });
    talks.forEach(function (one) { items.push(val("deliberation", one, "agenda_item_id")); });
    keysWhere("agenda_item", "meeting_id", val("minutes_version", key, "meeting_id")).forEach(function (one) { items.push(one); });
    items = items.filter(function (one, at) { return items.indexOf(one) === at; }).sort(function (a, b) { return order("agenda_item", a) - order("agenda_item", b); });
    if (items.length) add(main, heading(W.talks));
    items.forEach(function (item) {
      function of(table) {
        return function (one) { return val(table, one, "agenda_item_id") === item; };
      }
      function by(table) {
        return function (a, b) { return order(table, a) - order(table, b); };
      }
      add(main, el("h3", {}, link("agenda_item", item)));
      talks.filter(of("deliberation")).sort(by("deliberation")).forEach(function (one) {
        add(main, el("p", { "class": "talk", id: "deliberation-" + one }, el("b", {}, val("deliberation", one, "speaker")), " — ", val("deliberation", one, "text")));
      });
      add(main, clauses.filter(of("clause")).sort(by("clause")).map(clauseBlock));
    });
    var signers = keysWhere("signer", "minutes_version_id", key);
    if (signers.length) add(main, [heading(W.signers, signers.length), grid("signer", signers, ["name", "post", "party_id", "substitute_for"], [T.signature.title, signedBy])]);
  }
  function order(table, key) {
    var told = String(val(table, key, "ordinal") || "0").replace(/[\u06f0-\u06f9]/g, function (d) { return d.charCodeAt(0) - 0x6F0; });
    return +told;
  }
  function tables() {
    page(W.tables);
    add(main, el("ul", { "class": "rows" }, Object.keys(T).map(function (table) {
      return el("li", {}, el("a", { href: "#/t/" + table }, el("b", {}, T[table].title), pill(persian(T[table].count) + " " + W.rows),
        el("small", {}, T[table].fa, " · ", el("span", { "class": "code" }, table))));
    })));
  }
  function table(name) {
    var t = T[name];
    if (!t) { tables(); return; }
    page(t.title, name);
    add(main, el("p", { "class": "lead" }, t.fa));
    add(main, el("p", {}, ["csv", "json"].map(function (kind) {
      return [el("a", { href: "tables/" + kind + "/" + name + "." + kind, target: "_blank", rel: "noopener" }, kind.toUpperCase()), " "];
    })));
    add(main, el("div", { "class": "scroll" }, columnTable(t)));
    if (name === "audit") history_(function () { add(main, list(name, T.audit.keys.slice().reverse())); });
    else add(main, t.rows ? list(name, t.keys) : el("p", { "class": "notice" }, persian(t.count) + " " + W.rows + " · " + W.not_shown));
  }
  function columnTable(t) {
    return el("table", {}, el("thead", {}, el("tr", {}, [W.column, W.meaning, W.english, W.kind, W.words].map(function (one) { return el("th", { scope: "col", dir: one === W.english ? "ltr" : null }, one); }))),
      el("tbody", {}, t.columns.map(function (column) {
        var kind = [W["kinds." + column.kind]];
        if (column.empty) kind.push(W["kinds.empty"]);
        return el("tr", {}, el("td", {}, el("span", { "class": "code" }, column.n)), el("td", {}, column.fa), el("td", { dir: "ltr" }, column.en),
          el("td", {}, kind.join("، "), column.to ? [" · " + W.refers + " ", el("a", { href: "#/t/" + column.to }, T[column.to].title)] : []),
          el("td", {}, (column.words || []).map(function (one) { return el("div", {}, el("span", { "class": "code" }, one[0]), " " + one[1]); })));
      })));
  }
  function schema() {
    page(W.schema);
    Object.keys(T).forEach(function (name) {
      add(main, [el("h2", { id: "schema-" + name }, T[name].title, pill(name)), el("p", { "class": "lead" }, T[name].fa),
        el("p", { "class": "lead", dir: "ltr" }, T[name].en), el("div", { "class": "scroll" }, columnTable(T[name]))]);
    });
    add(main, [heading(W.left_out), el("ul", { "class": "notice" }, A.left_out.map(function (one) {
      return el("li", {}, el("span", { "class": "code" }, one[0]), " ", one[1]);
    }))]);
  }
  function about() {
    page(W.about);
    var rows = Object.keys(T).reduce(function (sum, name) { return sum + T[name].count; }, 0);
    add(main, el("p", { "class": "lead" }, W.intro));
    add(main, el("div", { "class": "card" }, el("dl", {}, A.about.map(function (one) {
      return one[1] ? [el("dt", {}, one[0]), el("dd", {}, el("span", { "class": /^[\x21-\x7e]+$/.test(one[1]) ? "code" : null }, one[1]))] : [];
    }), el("dt", {}, W.contents), el("dd", {}, [persian(Object.keys(T).length) + " " + W.count_tables, persian(rows) + " " + W.count_rows, persian(A.count_files) + " " + W.count_files].join("، ")))));
    add(main, el("p", {}, W.verify));
    wrongFiles();
  }

  // ---- the frame

  function frame() {
    var nav = el("nav", {}), links = [["#/", W.home]];
    if (A["class"]) add(document.body.insertBefore(el("div", { "class": "band class", role: "note" }, el("div", { "class": "wide" }, W["class"] + ": " + A["class"], " ", el("small", {}, W.class_why))), head), []);
    if (A.sample) document.body.insertBefore(el("div", { "class": "band sample", role: "note" }, el("div", { "class": "wide" }, W.sample, " ", el("small", {}, W.sample_why))), head);
    A.sections.forEach(function (one) { links.push(["#/s/" + one[0], one[1]]); });
    links.push(["#/t", W.tables], ["#/schema", W.schema], ["#/about", W.about]);
    links.forEach(function (one) { add(nav, el("a", { href: one[0] }, one[1])); });
    input = el("input", { type: "search", id: "search", placeholder: W.search_hint, "aria-label": W.search, autocomplete: "off" });
    var waiting;
    input.addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(function () {
        var asked = input.value.trim();
        if (asked.length >= 2) { window.history.replaceState(null, "", "#/q/" + encodeURIComponent(asked)); showSearch(asked, false); input.focus(); }
        else if (!asked && location.hash.indexOf("#/q/") === 0) location.hash = "#/";
      }, 150);
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "/" && document.activeElement !== input) { event.preventDefault(); input.focus(); input.select(); }
      if (event.key === "Escape" && document.activeElement === input) { input.value = ""; location.hash = "#/"; }
    });
    add(head, el("div", { "class": "wide" },
      el("div", { "class": "brand" }, el("b", {}, el("a", { href: "#/" }, W.name)), el("span", {}, A.committee)),
      el("div", { "class": "seek", role: "search" }, input), nav));
  }
  function route() {
    var parts = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
    var wide = "#/" + parts.slice(0, parts[0] === "s" ? 2 : 1).join("/");
    head.querySelectorAll("nav a").forEach(function (one) {
      if (one.getAttribute("href") === wide) one.setAttribute("aria-current", "page");
      else one.removeAttribute("aria-current");
    });
    if (parts[0] !== "q") input.value = "";
    window.scrollTo(0, 0);
    if (parts[0] === "s") section(parts[1]);
    else if (parts[0] === "r") record(parts[1], parts[2], parts[3], parts[4]);
    else if (parts[0] === "t" && parts[1]) table(parts[1]);
    else if (parts[0] === "t") tables();
    else if (parts[0] === "schema") schema();
    else if (parts[0] === "about") about();
    else if (parts[0] === "q") { input.value = parts.slice(1).join("/"); showSearch(input.value, false); }
    else home();
  }
  frame();
  window.addEventListener("hashchange", route);
  route();
})();
