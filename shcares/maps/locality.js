/* The locality map in the browser. Outlines are fetched once; a change of layer repaints them, so nothing jumps, flashes
   or is mounted anew. A choice made on the map goes to Streamlit; what is chosen comes back with the next picture. */
"use strict";
window.shcMap = (() => {
  const INK = "var(--text-color)";
  const PAPER = "var(--background-color)";
  const QUIET = "var(--quiet)";
  const RADIUS = 12;
  const PLAIN = { colour: PAPER, ink: INK, edge: INK, icon: "", faint: false };
  const state = {
    map: null, options: null, picture: null, chosen: "", clicks: 0, moved: false,
    groups: {}, paths: { small: new Map(), middle: new Map() }, markers: new Map(), names: [],
    leaders: null, legend: null, communities: [], places: {},
  };

  // ---- start ---------------------------------------------------------------------------------------------------
  function start(map, options) {
    state.map = map;
    state.options = options;
    document.querySelectorAll("meta[name=viewport]").forEach((tag) => tag.remove());
    document.documentElement.lang = "en-GB";
    document.documentElement.style.setProperty("--quiet", options.quiet);
    document.title = options.title;
    if (window.frameElement) { window.frameElement.setAttribute("aria-label", options.title); }
    const box = map.getContainer();
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", options.title);
    map.attributionControl.setPrefix(false);
    ["around", "small", "middle", "edge", "chosen", "leaders"].forEach((name, place) => {
      map.createPane(name).style.zIndex = 350 + place * 10;
    });
    if (options.tiles) { state.streets = L.tileLayer(options.tiles.address, { attribution: options.tiles.credit, maxZoom: 18 }); }
    new FontFace("Source Sans", `url(${options.font})`, { weight: "200 900" }).load()
      .then((face) => { document.fonts.add(face); declutter(); }).catch(() => {});
    map.on("dragstart zoomstart", () => { state.moved = state.moved || state.settled; });
    map.on("zoomend", declutter);
    map.on("click", () => choose(""));
    new ResizeObserver(() => { map.invalidateSize({ animate: false }); if (!state.moved) { fit(); } }).observe(box);
    fetch(options.scene).then((answer) => answer.json()).then(build)
      .catch(() => { box.append(words("p", "The outlines could not be fetched. Reload the page.", "shc-lost")); });
  }

  function fit() {
    if (!state.box) { return; }
    state.settled = false;
    const [west, south, east, north] = state.box;
    const wide = isWide();
    state.map.zoomControl.setPosition(wide ? "bottomleft" : "topleft");
    if (state.legend) { state.legend.setPosition(wide ? "topright" : "bottomright"); }
    const height = state.legend ? state.legend.getContainer().offsetHeight : 0;
    state.map.fitBounds([[south, west], [north, east]], {
      paddingTopLeft: [8, 8], paddingBottomRight: wide ? [state.options.legendWidth + 8, 8] : [8, height + 8], animate: false,
    });
    state.settled = true;
  }

  /* Wide enough for the legend beside the borough; else it lies under it. */
  function isWide() { return state.map.getSize().x > 560; }

  function build(scene) {
    state.box = scene.box;
    const { map } = state;
    L.geoJSON(scene.around, { pane: "around", interactive: false, style: {
      color: QUIET, weight: 1, dashArray: "1 4", fillColor: QUIET, fillOpacity: 0.07, className: "shc-around" } }).addTo(map);
    scene.around.features.filter((one) => one.properties.at).forEach((one) => {
      const [longitude, latitude] = one.properties.at;
      name(latitude, longitude, one.properties.name, "shc-neighbour");
    });
    for (const kind of ["middle", "small"]) {
      state.groups[kind] = L.geoJSON(scene[kind], { pane: kind, onEachFeature: (one, path) => watch(kind, one, path) });
    }
    L.geoJSON(scene.borough, { pane: "edge", interactive: false, style: { fill: false, color: INK, weight: 1.5 } }).addTo(map);
    state.places = Object.fromEntries(scene.communities.features.map((one) => [one.properties.code, one]));
    scene.labels.forEach((one) => state.names.push({ kind: one.kind, tag: name(one.at[0], one.at[1], one.name, `shc-place shc-${one.kind}`) }));
    scene.practices.forEach(addPractice);
    state.leaders = L.layerGroup([], { pane: "leaders" }).addTo(map);
    draw();
    fit();
    document.documentElement.dataset.shcReady = "true";
  }

  function watch(kind, one, path) {
    const { code } = one.properties;
    state.paths[kind].set(code, { path, properties: one.properties });
    path.bindTooltip(() => said(code, one.properties.name), { sticky: true, className: "shc-tip" });
    path.on("click", (event) => { L.DomEvent.stopPropagation(event); choose(code); });
    /* A tooltip makes an outline a stop of Tab with no name; the list after the map chooses places by keyboard. */
    path.on("add", () => { path.getElement().setAttribute("tabindex", "-1"); path.getElement().setAttribute("aria-hidden", "true"); });
  }

  function addPractice(one) {
    const marker = L.marker(one.at, { icon: L.divIcon({ className: "shc-practice", iconSize: [RADIUS * 2, RADIUS * 2] }),
      keyboard: true, alt: one.name, riseOnHover: true });
    marker.bindTooltip(() => said(one.code, one.name), { className: "shc-tip", direction: "top", offset: [0, -RADIUS] });
    marker.on("click", (event) => { L.DomEvent.stopPropagation(event); choose(one.code); });
    state.markers.set(one.code, { marker, one });
  }

  function name(latitude, longitude, text, className) {
    const tag = L.marker([latitude, longitude], { interactive: false, keyboard: false,
      icon: L.divIcon({ className, html: words("span", text).outerHTML, iconSize: null }) });
    return tag.addTo(state.map);
  }

  function said(code, title) {
    const figure = (state.picture && state.picture.said[code]) || (state.picture && state.picture.unsaid) || "";
    const box = document.createElement("div");
    box.append(words("strong", title), words("span", figure));
    return box;
  }

  // ---- a picture -------------------------------------------------------------------------------------------------
  function show(picture, chosen, streets) {
    state.picture = picture;
    if (state.streets) { if (streets) { state.streets.addTo(state.map); } else { state.streets.remove(); } }
    state.chosen = chosen;
    if (state.box) { draw(); }
  }

  function draw() {
    const { map, picture } = state;
    if (!picture) { return; }
    patterns(picture);
    for (const kind of ["small", "middle"]) {
      const wanted = picture.areas === kind;
      if (wanted && !map.hasLayer(state.groups[kind])) { state.groups[kind].addTo(map); }
      if (!wanted && map.hasLayer(state.groups[kind])) { state.groups[kind].remove(); }
      if (wanted) { state.paths[kind].forEach(({ path }, code) => path.setStyle(style(code))); }
    }
    state.names.forEach(({ kind, tag }) => tag.setOpacity(picture.names.includes(kind) ? 1 : 0));
    state.communities.forEach((tag) => tag.remove());
    state.communities = picture.communities.map(community);
    drawPractices();
    drawChosen();
    drawLegend();
  }

  function style(code) {
    const [colour, opacity] = state.picture.fills[code] || ["", 0];
    if (!colour) { return { fillColor: "url(#shc-none)", fillOpacity: 1, color: QUIET, weight: 1, dashArray: "2 3" }; }
    const edge = Object.keys(state.picture.patterns).length ? QUIET : PAPER;
    return { fillColor: colour, fillOpacity: opacity, color: edge, weight: 0.8, dashArray: null };
  }

  /* What tells the communities apart without colour. */
  const HATCHES = {
    plain: `<rect width="8" height="8" fill="${QUIET}"/>`,
    slanted: `<path d="M-2,2L2,-2M0,8L8,0M6,10L10,6" stroke="${INK}" stroke-width="1.6"/>`,
    level: `<path d="M0,4H8" stroke="${INK}" stroke-width="1.8"/>`,
    dotted: `<g fill="${INK}"><circle cx="2" cy="2" r="1.2"/><circle cx="6" cy="6" r="1.2"/></g>`,
  };

  function hatch([id, kind]) {
    return `<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse">${HATCHES[kind]}</pattern>`;
  }

  /* Where two share a place: stripes of the second colour over the first, or bands of both patterns. */
  function stripe([id, [back, opacity, line]]) {
    if (back.startsWith("url")) {
      return `<pattern id="${id}" width="32" height="32" patternUnits="userSpaceOnUse">
        <rect width="16" height="32" fill="${back}" fill-opacity="${opacity}"/>
        <rect x="16" width="16" height="32" fill="${line}" fill-opacity="0.75"/>
        <path d="M0.5,0V32M16.5,0V32" stroke="${INK}"/></pattern>`;
    }
    return `<pattern id="${id}" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="9" height="9" fill="${back}" fill-opacity="${opacity}"/>
      <rect width="3" height="9" fill="${line}" fill-opacity="0.75"/></pattern>`;
  }

  /* The picture's patterns, and open dots where there is no figure. */
  function patterns(picture) {
    const wanted = [...Object.entries(picture.patterns).map(hatch), ...Object.entries(picture.stripes).map(stripe)];
    const none = `<pattern id="shc-none" width="7" height="7" patternUnits="userSpaceOnUse">
      <circle cx="2" cy="2" r="1" fill="${QUIET}" fill-opacity="0.8"/></pattern>`;
    let shelf = document.getElementById("shc-patterns");
    if (!shelf) {
      shelf = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      shelf.id = "shc-patterns";
      shelf.setAttribute("aria-hidden", "true");
      document.body.append(shelf);
    }
    const text = `<defs>${none}${wanted.join("")}</defs>`;
    if (shelf.dataset.text !== text) { shelf.innerHTML = text; shelf.dataset.text = text; }
  }

  function drawPractices() {
    state.markers.forEach(({ marker, one }, code) => {
      const look = state.picture.practices[code] || (code === state.chosen && PLAIN);
      if (!look) { marker.remove(); return; }
      if (!state.map.hasLayer(marker)) { marker.addTo(state.map); }
      const element = marker.getElement();
      element.className = element.className.replace(/ ?shc-(faint|gone|chosen)/g, "");
      for (const [flag, word] of [[look.faint, "shc-faint"], [one.gone, "shc-gone"], [code === state.chosen, "shc-chosen"]]) {
        if (flag) { element.classList.add(word); }
      }
      element.replaceChildren(words("span", `${one.number}${look.icon}`));
      element.dataset.form = look.form || "circle";
      element.style.setProperty("--fill", look.colour);
      element.style.setProperty("--ink", look.ink);
      element.style.setProperty("--edge", look.edge);
      element.onkeydown = (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(code); } };
      element.setAttribute("aria-label", `${one.name}: ${state.picture.said[code] || ""}`);
      marker.setZIndexOffset(look.faint ? -500 : 0);
    });
    declutter();
  }

  /* Practices that would cover one another stand a little apart, each with a line to its place. */
  function declutter() {
    if (!state.leaders) { return; }
    const { map } = state;
    const shown = [...state.markers.values()].filter(({ marker }) => map.hasLayer(marker));
    const home = shown.map(({ one }) => map.latLngToLayerPoint(one.at));
    const spots = home.map((point, place) => L.point(point.x + Math.cos(place * 2.4), point.y + Math.sin(place * 2.4)));
    const plates = state.communities.map(plate);
    for (let turn = 0; turn < 250 && crowd(spots, plates); turn += 1) { /* until nobody had to move */ }
    state.leaders.clearLayers();
    shown.forEach(({ marker, one }, place) => {
      const at = map.layerPointToLatLng(spots[place]);
      marker.setLatLng(at);
      if (spots[place].distanceTo(home[place]) > RADIUS * 0.6) {
        L.polyline([one.at, at], { pane: "leaders", color: INK, weight: 1, interactive: false }).addTo(state.leaders);
      }
    });
  }

  /* Push apart whoever stands too close, and off the names; answers whether anybody had to move. */
  function crowd(spots, plates) {
    const room = RADIUS * 2 + 1;
    let moved = false;
    for (let a = 0; a < spots.length; a += 1) {
      for (let b = a + 1; b < spots.length; b += 1) {
        const apart = spots[a].subtract(spots[b]);
        const far = Math.hypot(apart.x, apart.y) || 0.01;
        if (far < room - 0.5) {
          const push = apart.multiplyBy((room - far) / far / 2);
          spots[a] = spots[a].add(push);
          spots[b] = spots[b].subtract(push);
          moved = true;
        }
      }
      plates.forEach((box) => {
        const clear = outOf(box, spots[a]);
        moved = moved || clear !== spots[a];
        spots[a] = clear;
      });
    }
    return moved;
  }

  /* The rectangle a community's name covers, with room for a practice beside it. */
  function plate(tag) {
    const middle = state.map.latLngToLayerPoint(tag.getLatLng());
    const text = tag.getElement().firstChild;
    return { middle, x: text.offsetWidth / 2 + RADIUS, y: text.offsetHeight / 2 + RADIUS };
  }

  function outOf({ middle, x, y }, spot) {
    const away = spot.subtract(middle);
    if (Math.abs(away.x) >= x || Math.abs(away.y) >= y) { return spot; }
    return L.point(spot.x, middle.y + (away.y < 0 ? -y : y));
  }

  function community(one) {
    const tag = L.marker(one.at, { keyboard: true, alt: one.name, zIndexOffset: -1000,
      icon: L.divIcon({ className: "shc-community", html: words("span", one.name).outerHTML, iconSize: null }) });
    tag.on("click", (event) => { L.DomEvent.stopPropagation(event); choose(one.code); });
    tag.addTo(state.map);
    tag.getElement().style.setProperty("--hue", one.colour);
    tag.getElement().onkeydown = (event) => { if (event.key === "Enter") { choose(one.code); } };
    return tag;
  }

  function drawChosen() {
    if (state.mark) { state.mark.remove(); state.mark = null; }
    const paths = state.paths[state.picture.areas] || new Map();
    const area = paths.get(state.chosen);
    const shape = area ? area.path.toGeoJSON() : state.places[state.chosen];
    if (!shape) { return; }
    const halo = { fill: false, color: PAPER, weight: 6, interactive: false, pane: "chosen" };
    const line = { ...halo, color: INK, weight: 3 };
    state.mark = L.layerGroup([L.geoJSON(shape, halo), L.geoJSON(shape, line)]).addTo(state.map);
  }

  // ---- the legend ------------------------------------------------------------------------------------------------
  function drawLegend() {
    if (!state.legend) {
      state.legend = L.control({ position: isWide() ? "topright" : "bottomright" });
      const box = L.DomUtil.create("div", "shc-legend");
      L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(box);
      state.legend.onAdd = () => box;
      state.legend.addTo(state.map);
    }
    const { title, rows, note } = state.picture.legend;
    const list = document.createElement("ul");
    rows.forEach((row) => list.append(legendRow(row)));
    state.legend.getContainer().replaceChildren(words("h2", title), list, ...(note ? [words("p", note)] : []));
  }

  function legendRow(row) {
    const item = document.createElement("li");
    const sample = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    sample.setAttribute("aria-hidden", "true");
    sample.setAttribute("class", `shc-sample shc-${row.shape}`);
    const shape = document.createElementNS("http://www.w3.org/2000/svg", row.shape === "point" ? "circle" : "rect");
    shape.style.fill = row.colour || "url(#shc-none)";
    shape.style.fillOpacity = row.colour ? row.opacity : 1;
    sample.append(shape);
    const label = row.code ? words("button", row.label) : words("span", row.label);
    if (row.code) {
      label.type = "button";
      label.setAttribute("aria-pressed", String(row.code === state.chosen));
      label.addEventListener("click", () => choose(row.code));
    }
    item.append(sample, ...(row.form ? [form(row.form)] : []), label);
    return item;
  }

  /* The shape of a community's practices. */
  function form(name) {
    const drawn = words("span", "", "shc-form");
    drawn.setAttribute("aria-hidden", "true");
    drawn.dataset.form = name;
    return drawn;
  }

  // ---- choosing --------------------------------------------------------------------------------------------------
  function choose(code) {
    if (code === state.chosen) { return; }
    state.chosen = code;
    state.clicks += 1;
    drawPractices();
    drawChosen();
    window.Streamlit.setComponentValue({ place: code, clicks: state.clicks });
  }

  function words(kind, text, className) {
    const element = document.createElement(kind);
    element.textContent = text;
    if (className) { element.className = className; }
    return element;
  }

  return { start, show };
})();
