/* Draws the invented "photographs" as inline SVG, the same on every run. */
(() => {
  const rng = (seed) => () => ((seed = (seed * 16807 + 11) % 2147483647) & 65535) / 65536;
  const hsl = (h, s, l) => `hsl(${((h % 360) + 360) % 360} ${s}% ${l}%)`;
  const ridge = (r, base, rough, fill) => {
    let d = `M0 200L0 ${base}`;
    for (let x = 0; x <= 300; x += 15) d += `L${x} ${(base + (r() - 0.5) * rough).toFixed(1)}`;
    return `<path d="${d}L300 200Z" fill="${fill}"/>`;
  };
  const trees = (r, y, n, fill) =>
    Array.from({ length: n }, () => {
      const x = r() * 300,
        h = 22 + r() * 30;
      return `<path d="M${x} ${y - h}l${h / 3.4} ${h}h${-h / 1.7}z" fill="${fill}"/>`;
    }).join("");
  const kinds = {
    hills: (r, h) =>
      `<circle cx="${60 + r() * 180}" cy="${40 + r() * 30}" r="20" fill="#fff3c4"/>` +
      [0, 1, 2, 3]
        .map((i) => ridge(r, 95 + i * 26, 62 - i * 12, hsl(h + i * 9, 30 + i * 5, 66 - i * 15)))
        .join("") +
      trees(r, 196, 16, hsl(h + 30, 42, 14)),
    city: (r, h) =>
      Array.from({ length: 26 }, (_, i) => {
        const w = 12 + r() * 18,
          t = 40 + r() * 110,
          x = i * 12 - 8;
        let s = `<rect x="${x}" y="${t}" width="${w}" height="200" fill="${hsl(h + r() * 30, 24, 18 + r() * 34)}"/>`;
        for (let y = t + 6; y < 190; y += 9)
          if (r() > 0.35)
            s += `<rect x="${x + 3}" y="${y}" width="${w - 8}" height="3" fill="#ffe9a8" opacity="${(0.3 + r() * 0.6).toFixed(2)}"/>`;
        return s;
      }).join(""),
    sea: (r, h) =>
      `<circle cx="220" cy="70" r="24" fill="#fff0d0"/><rect y="110" width="300" height="90" fill="${hsl(h, 48, 38)}"/>` +
      Array.from(
        { length: 40 },
        () =>
          `<rect x="${r() * 300}" y="${112 + r() * 86}" width="${10 + r() * 40}" height="1.6" fill="#fff" opacity=".35"/>`,
      ).join("") +
      `<path d="M90 122h70l-14 18h-44z" fill="#5b2b1f"/><path d="M122 60v58h34z" fill="#fdfaf2"/><path d="M118 72v46h-24z" fill="#f0d9b8"/>`,
    boot: (r, h) =>
      `<ellipse cx="152" cy="174" rx="105" ry="9" fill="#0003"/><path d="M92 34h62l6 60 62 26q18 8 18 30v10H84q-6-60 8-126z" fill="${hsl(h, 38, 36)}"/><path d="M84 150h156v16q0 8-8 8H92q-8 0-8-8z" fill="#2a2622"/><path d="M92 34h62l2 18H90z" fill="${hsl(h, 30, 22)}"/><g stroke="#f3e3c2" stroke-width="4" stroke-linecap="round"><path d="M128 66l34-4M129 82l35-3M132 98l36 0M140 113l38 4"/></g><path d="M200 112l40 30v14h-60z" fill="${hsl(h, 30, 26)}"/>`,
    pack: (r, h) =>
      `<ellipse cx="150" cy="184" rx="70" ry="8" fill="#0003"/><rect x="96" y="42" width="108" height="138" rx="30" fill="${hsl(h, 52, 40)}"/><path d="M96 82q54 26 108 0V70q0-34-54-34T96 70z" fill="${hsl(h, 50, 30)}"/><rect x="112" y="116" width="76" height="50" rx="10" fill="${hsl(h, 48, 48)}"/><path d="M112 132h76" stroke="#0005" stroke-width="3"/><rect x="142" y="84" width="16" height="24" rx="3" fill="#f4d48a"/><path d="M130 38q20-30 40 0" fill="none" stroke="${hsl(h, 40, 20)}" stroke-width="7"/><rect x="80" y="100" width="16" height="58" rx="7" fill="${hsl(h, 46, 32)}"/><rect x="204" y="100" width="16" height="58" rx="7" fill="${hsl(h, 46, 32)}"/>`,
    tent: (r, h) =>
      ridge(r, 110, 44, hsl(h + 90, 22, 62)) +
      `<rect y="158" width="300" height="42" fill="#7d9463"/><path d="M40 168L140 50l122 118z" fill="${hsl(h, 64, 48)}"/><path d="M140 50l122 118h-72z" fill="${hsl(h, 60, 36)}"/><path d="M140 50l-36 118h66z" fill="#2c2a33"/><path d="M140 50l-36 118h16z" fill="${hsl(h, 70, 62)}"/>`,
    jacket: (r, h) =>
      `<path d="M110 30l40 14 40-14 44 30 16 104-32 6-12-60v76H94v-76l-12 60-32-6 16-104z" fill="${hsl(h, 54, 44)}"/><path d="M150 44v142" stroke="#0006" stroke-width="3"/><path d="M110 30q40 46 80 0l-10-12h-60z" fill="${hsl(h, 50, 28)}"/><path d="M66 60l44-30 40 40 40-40 44 30 6 36H60z" fill="${hsl(h + 20, 50, 32)}"/><path d="M106 130l30 8M194 130l-30 8" stroke="#fff9" stroke-width="4"/>`,
    stove: (r, h) =>
      `<ellipse cx="150" cy="180" rx="86" ry="8" fill="#0003"/><rect x="104" y="62" width="92" height="66" rx="8" fill="${hsl(h, 12, 62)}"/><rect x="104" y="62" width="92" height="14" fill="${hsl(h, 12, 44)}"/><path d="M196 84h50" stroke="#333" stroke-width="8"/><path d="M120 150q8-26 16 0t16 0 16 0 14 0" fill="none" stroke="#3f8cff" stroke-width="6"/><path d="M96 178l20-30h70l20 30z" fill="#c8452f"/>`,
    face: (r, h) =>
      `<circle cx="150" cy="78" r="44" fill="${hsl(20 + r() * 12, 48, 52 + r() * 24)}"/><path d="M60 200q4-78 90-78t90 78z" fill="${hsl(h, 46, 42)}"/><path d="M104 76q2-58 48-54t44 54q-20-32-46-32t-46 32z" fill="${hsl(20, 40, 12 + r() * 20)}"/>`,
    street: (r, h) =>
      `<rect y="150" width="300" height="50" fill="#55585f"/>` +
      [0, 1, 2, 3]
        .map(
          (i) =>
            `<rect x="${i * 76}" y="${30 + r() * 30}" width="74" height="130" fill="${hsl(h + i * 40, 32, 58)}"/>` +
            [0, 1, 2]
              .map(
                (k) =>
                  `<rect x="${i * 76 + 10 + (k % 2) * 32}" y="${74 + (k > 1 ? 32 : 0)}" width="20" height="22" fill="#dfeefa"/>`,
              )
              .join(""),
        )
        .join("") +
      `<path d="M10 176h60M110 176h60M210 176h60" stroke="#fff" stroke-width="4"/>`,
    bus: (r, h) =>
      kinds.street(r, h) +
      `<rect x="70" y="84" width="170" height="80" rx="10" fill="${hsl(h + 180, 70, 46)}"/><rect x="80" y="94" width="150" height="28" fill="#cfe6f5"/><circle cx="106" cy="166" r="14" fill="#222"/><circle cx="206" cy="166" r="14" fill="#222"/>`,
    bike: (r, h) =>
      kinds.street(r, h) +
      `<g fill="none" stroke="#1d1d22" stroke-width="6"><circle cx="104" cy="150" r="34"/><circle cx="202" cy="150" r="34"/><path d="M104 150l34-58h48l16 58M138 92l20 58 28-58M128 88h22M182 80h20" stroke="#c7332a"/></g>`,
    pot: (r, h) =>
      `<rect y="150" width="300" height="50" fill="#a77a52"/><path d="M100 90q0 80 50 80t50-80z" fill="${hsl(h, 46, 46)}"/><ellipse cx="150" cy="90" rx="50" ry="11" fill="${hsl(h, 40, 30)}"/><path d="M98 108q52 18 104 0" fill="none" stroke="#fff9" stroke-width="4"/><path d="M130 70q-10-16 2-28M154 66q-10-16 2-30" stroke="#fff8" stroke-width="5" fill="none"/>`,
  };
  const art = (kind, hue, seed = hue + 7) => {
    const r = rng(seed * 131 + kind.length * 977);
    r();
    const id = `g${kind}${hue}${seed}`;
    return `<svg class="art" viewBox="0 0 300 200" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><defs><linearGradient id="${id}" x2="0" y2="1"><stop stop-color="${hsl(hue + 10, 45, 74)}"/><stop offset="1" stop-color="${hsl(hue + 40, 48, 90)}"/></linearGradient></defs><rect width="300" height="200" fill="url(#${id})"/>${kinds[kind](r, hue)}</svg>`;
  };
  window.art = art;
  addEventListener("DOMContentLoaded", () => {
    for (const el of document.querySelectorAll("[data-art]")) {
      const [kind, hue, seed] = el.dataset.art.split(" ");
      el.innerHTML = art(kind, Number(hue), Number(seed ?? hue));
    }
  });
})();
