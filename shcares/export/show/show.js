// Moves through a show: only one section is seen at a time, and moving only shows another.
'use strict';
(() => {
  const byId = name => document.getElementById(name);
  const slides = [...document.querySelectorAll('section')];
  const NOTES = 'shc-notes';
  const atDesk = window.name === NOTES || new URLSearchParams(location.search).has('notes');
  // Windows of one story hear each other; another story is another channel.
  const channel = new BroadcastChannel(`shc-show ${document.title} ${slides.length}`);
  let at = 0, black = false, other = window.opener;
  const began = Date.now();

  const message = slide => slide.querySelector('h1').textContent;

  function showDesk(slide) {
    byId('now').textContent = message(slide);
    byId('notes').replaceChildren(...[...slide.querySelector('.notes').childNodes].map(node => node.cloneNode(true)));
    byId('place').textContent = `Slide ${at + 1} of ${slides.length}${black ? ', the room sees black' : ''}`;
    byId('next').textContent = slides[at + 1] ? message(slides[at + 1]) : 'The end';
  }

  function show(number, dark) {
    const moved = number !== at;
    at = Math.min(Math.max(number, 0), slides.length - 1);
    black = dark;
    slides.forEach((slide, place) => { slide.hidden = atDesk || place !== at; });
    if (atDesk) { showDesk(slides[at]); } else {
      byId('black').hidden = !black;
      byId('stage').inert = black;
    }
    if (moved) { byId('said').textContent = `${message(slides[at])} Slide ${at + 1} of ${slides.length}.`; }
    try { history.replaceState(null, '', `#${at + 1}`); } catch (error) { /* a page made in memory has no address */ }
  }

  function go(number, dark = false) {
    show(number, dark);
    tell();
  }

  function tell() {
    const told = {show: document.title, at, black};
    channel.postMessage(told);
    // From a file a channel may not reach the other window, but the window itself can be told.
    if (other && !other.closed) { other.postMessage(told, '*'); }
  }

  function hear(event) {
    const told = event.data;
    if (!told || told.show !== document.title) { return; }
    if (told.asks) { if (!atDesk) { tell(); } } else { show(told.at, told.black); }
  }

  channel.onmessage = hear;
  window.addEventListener('message', event => { if (event.source === other) { hear(event); } });

  function openNotes() {
    if (atDesk) { return; }
    // Made of what is already here, so that it opens with no network.
    const copy = new Blob([`<!DOCTYPE html>${document.documentElement.outerHTML}`], {type: 'text/html'});
    other = window.open(URL.createObjectURL(copy), NOTES, 'width=900,height=700');
  }

  function fill() {
    if (document.fullscreenElement) { document.exitFullscreen(); } else { document.documentElement.requestFullscreen(); }
  }

  const keys = {
    ArrowRight: () => go(at + 1), ArrowDown: () => go(at + 1), PageDown: () => go(at + 1), ' ': () => go(at + 1),
    ArrowLeft: () => go(at - 1), ArrowUp: () => go(at - 1), PageUp: () => go(at - 1), Backspace: () => go(at - 1),
    Home: () => go(0), End: () => go(slides.length - 1),
    b: () => go(at, !black), '.': () => go(at, !black), f: fill, n: openNotes,
  };

  document.addEventListener('keydown', event => {
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) { return; }
    event.preventDefault();
    act();
  });
  byId('back').onclick = () => go(at - 1);
  byId('on').onclick = () => go(at + 1);
  byId('black').onclick = () => go(at);
  let touched = null;
  document.addEventListener('touchstart', event => { touched = event.changedTouches[0].clientX; }, {passive: true});
  document.addEventListener('touchend', event => {
    const way = touched === null ? 0 : event.changedTouches[0].clientX - touched;
    if (Math.abs(way) > 60) { go(way < 0 ? at + 1 : at - 1); }
  }, {passive: true});

  function fit() {
    const stage = byId('stage');
    const scale = Math.min(innerWidth / stage.offsetWidth, innerHeight / stage.offsetHeight);
    stage.style.transform = `scale(${scale}) translate(-50%, -50%)`;
  }

  function tick() {
    const now = new Date(), minutes = Math.floor((Date.now() - began) / 60000);
    byId('clock').textContent = `${now.toLocaleTimeString('en-GB', {hour: '2-digit', minute: '2-digit'})}, ${minutes} min`;
  }

  const asked = () => (parseInt(location.hash.slice(1), 10) || 1) - 1;
  window.addEventListener('resize', fit);
  window.addEventListener('hashchange', () => go(asked()));
  document.title = document.title.replace(/^Notes: /, '');
  if (atDesk) {
    byId('desk').hidden = false;
    byId('window').hidden = byId('back').hidden = byId('on').hidden = byId('black').hidden = true;
    tick();
    setInterval(tick, 5000);
  } else { fit(); }
  show(asked(), false);
  if (atDesk) {
    channel.postMessage({show: document.title, asks: true});
    if (other) { other.postMessage({show: document.title, asks: true}, '*'); }
  }
})();
