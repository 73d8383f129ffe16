// A copy of "Mijn bewijzen" on one's own telephone, to see without internet. Nothing is kept before somebody says
// that it is his; what he takes off is gone at once. The copy itself is made by the worker (offline.js).

const NAME = 'mijn-bewijzen:';
const LIST = '/mijn-bewijzen';
const SOON = 5000;
const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
const can = 'serviceWorker' in navigator && 'caches' in window;

async function wipe() {
  if (!can) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(NAME));
  await Promise.all(names.map((name) => caches.delete(name)));
  await (await navigator.serviceWorker.getRegistration(LIST))?.unregister();
}

// A browser says that there is internet before there is, or not at all: so ask, and only then come back.
async function again() {
  const isThere = await fetch(LIST, { method: 'HEAD', cache: 'no-store' }).then(() => true, () => false);
  if (isThere) window.location.reload(); else setTimeout(again, SOON);
}

// Whoever ends it here, ends the copy first, also where the internet is gone by now.
each('form[data-ends-here]', (form) => form.addEventListener('submit', (event) => {
  event.preventDefault();
  wipe().finally(() => form.submit());
}));

// This page is a copy: say of when, hide what needs the internet, and ask anew as soon as that is there.
if (document.documentElement.hasAttribute('data-offline')) {
  again();
  each('[data-online], [data-copy], main form', (place) => { place.hidden = true; });
  each('[data-copy-note]', (note) => {
    note.hidden = false;
    note.querySelector('[data-copy-wipe]').addEventListener('click', async (event) => {
      await wipe();
      event.target.hidden = true;
      each('main > :not([data-copy-note])', (place) => place.remove());
      const said = note.querySelector('[role=status]');
      said.textContent = said.dataset.gone;
    });
  });
} else if (can) {
  each('section[data-copy]', offer);
}

// `serviceWorker.ready` stays with the first that ever was; this waits for the one that is there now.
async function activeWorker() {
  const found = await navigator.serviceWorker.getRegistration(LIST);
  const worker = found.installing || found.waiting || found.active;
  await new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('ended'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
  return worker;
}

async function offer(card) {
  const [ask, on, said] = ['[data-copy-ask]', '[data-copy-on]', '[role=status]'].map((part) => card.querySelector(part));
  const name = NAME + card.dataset.copy;
  const show = (isOn) => { ask.hidden = isOn; on.hidden = !isOn; };
  const say = (word) => { said.textContent = said.dataset[word]; };
  const paths = [...document.querySelectorAll('a.shelf')].map((link) => link.pathname)
    .filter((path) => path.startsWith(`${LIST}/`));

  const tell = async () => {
    const worker = await activeWorker();
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
    worker.postMessage({ paths }, [port2]);
    return answer;
  };
  const start = async () => {
    await wipe();
    await caches.open(name);
    await navigator.serviceWorker.register(card.dataset.worker, { scope: LIST });
    return tell();
  };
  card.querySelector('[data-copy-yes]').addEventListener('click', async () => {
    say('busy');
    const word = await start().catch(() => 'failed');
    if (word === 'yes') show(true); else await wipe();
    say(word);
    said.focus();
  });
  card.querySelector('[data-copy-no]').addEventListener('click', async () => {
    await wipe();
    ask.hidden = true;
    say('no');
    said.focus();
  });
  card.querySelector('[data-copy-wipe]').addEventListener('click', async () => {
    await wipe();
    show(false);
    say('gone');
    said.focus();
  });

  const isOn = await caches.has(name);
  if (!isOn || await tell().catch(() => 'failed') === 'failed') await wipe();
  show(isOn && await caches.has(name));
  card.hidden = false;
}
