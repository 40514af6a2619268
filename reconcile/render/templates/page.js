"use strict";
(() => {
  const findings = [...document.querySelectorAll(".finding")];
  const form = document.querySelector(".filter");
  const words = document.getElementById("filter");
  const least = document.getElementById("least");
  const shown = document.getElementById("shown");
  const text = new Map();

  // A link into a folded part opens it; the place it leads to takes the keyboard focus.
  const arrive = () => {
    document.querySelectorAll(".lit").forEach((e) => e.classList.remove("lit"));
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    target.closest(".finding[hidden]")?.removeAttribute("hidden");
    for (let e = target; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    let mark = target;
    while (mark && mark.matches(".anchor")) mark = mark.nextElementSibling;
    if (target.matches(".anchor") && mark) { mark.classList.add("lit"); mark.focus({ preventScroll: true }); }
    else if (target.hasAttribute("tabindex")) target.focus({ preventScroll: true });
    target.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  if (location.hash) arrive();

  const filter = () => {
    const wanted = words.value.trim().toLowerCase();
    let count = 0;
    for (const f of findings) {
      if (!text.has(f)) text.set(f, f.textContent.toLowerCase());
      f.hidden = Number(f.dataset.percent) < Number(least.value) || !text.get(f).includes(wanted);
      if (!f.hidden) count += 1;
    }
    shown.textContent = wanted || least.value !== "0" ? `${count} of ${findings.length} shown` : "";
  };
  if (form && findings.length) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // j and k go from finding to finding, as in mail and feed readers; never while typing.
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const open = findings.filter((f) => !f.hidden);
    const here = open.indexOf(document.activeElement.closest(".finding"));
    const next = open[here < 0 ? (step > 0 ? 0 : open.length - 1) : here + step];
    if (next) { next.focus({ preventScroll: true }); next.scrollIntoView(); }
  });

  // On paper nothing is folded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((d) => { d.open = true; });
  });
  addEventListener("afterprint", () => { folded.forEach((d) => { d.open = false; }); });
})();
