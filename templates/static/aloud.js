// Read the page aloud with a voice that is on the device itself: a voice from elsewhere would send the words there.
// Without one for the language of the page the Dutch is read; without any voice there is no button.

const card = document.querySelector('[data-aloud]');
const speech = window.speechSynthesis;
const UNREAD = 'svg, script, style, template, select, textarea, [hidden], [aria-hidden="true"], .copy, .hulp, [data-aloud]';
const BLOCKS = '.btn, h1, h2, h3, p, li, dt, dd, legend, label, button, summary, td, th, div, section';
const tongue = (lang) => lang.toLowerCase().split(/[-_]/)[0];
const voiceFor = (lang) => speech.getVoices().find((voice) => voice.localService && tongue(voice.lang) === tongue(lang));

// The words in their order, cut where another block or another language begins.
function partsOf(root, lang, isRead) {
  const [parts, walker] = [[], document.createTreeWalker(root, NodeFilter.SHOW_TEXT)];
  let last = null;
  while (walker.nextNode()) {
    const [text, parent] = [walker.currentNode.data.replace(/\s+/g, ' '), walker.currentNode.parentElement];
    if (!text.trim() || parent?.closest(UNREAD) || !isRead(parent)) continue;
    const [block, own] = [parent?.closest(BLOCKS), parent?.closest('main [lang], [lang]')?.lang || lang];
    if (last && last.block === block && last.lang === own) last.text += text;
    else { last = { block, lang: own, text }; parts.push(last); }
  }
  return parts;
}

const isShown = (element) => !element.checkVisibility || element.checkVisibility();
const isOpen = (element) => !element?.closest('details') || Boolean(element.closest('summary'));
const own = document.documentElement.lang;
const dutch = document.getElementById('in-het-nederlands');

function begin(button, lang) {
  const parts = lang === own ? partsOf(document.querySelector('main'), own, isShown) : partsOf(dutch.content, 'nl', isOpen);
  const spoken = parts.map((part) => ({ ...part, voice: voiceFor(part.lang) })).filter((part) => part.voice);
  const turn = Symbol('turn');
  button.turn = turn;
  const end = () => { if (button.turn === turn) stop(button); };
  speech.cancel();
  spoken.forEach((part, index) => {
    const words = new SpeechSynthesisUtterance(part.text.trim());
    [words.voice, words.lang, words.rate] = [part.voice, part.voice.lang, 0.9];
    if (index === spoken.length - 1) words.onend = end;
    words.onerror = end;
    speech.speak(words);
  });
  if (!spoken.length) { end(); return; }
  button.dataset.speaks = 'yes';
  button.querySelector('span').textContent = button.dataset.stop;
}

function stop(button) {
  button.turn = null;
  delete button.dataset.speaks;
  speech.cancel();
  button.querySelector('span').textContent = button.dataset.start;
}

function offer() {
  const button = card.querySelector('button');
  if (button.dataset.speaks) return;
  const lang = [own, ...(dutch ? ['nl'] : [])].find(voiceFor);
  card.hidden = !lang;
  if (!lang) return;
  button.dataset.start = lang === own ? button.dataset.own : button.dataset.dutch;
  button.querySelector('span').textContent = button.dataset.start;
  button.onclick = () => (button.dataset.speaks ? stop(button) : begin(button, lang));
  document.onkeydown = (event) => { if (event.key === 'Escape' && button.dataset.speaks) stop(button); };
}

if (card && speech) {
  speech.cancel();
  offer();
  speech.addEventListener?.('voiceschanged', offer);
  window.addEventListener('pagehide', () => speech.cancel());
}
