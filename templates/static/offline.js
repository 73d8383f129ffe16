// The worker of "Mijn bewijzen": keeps a copy of pages for when there is no internet, after somebody said that this
// is his own telephone (telephone.js). It sees the pages under /mijn-bewijzen only, asks the network first, and
// keeps nothing but answers that name the sign-in that the copy is of (holders/keeping/offline.py).
const NAME = 'mijn-bewijzen:';
const LIST = '/mijn-bewijzen';
const AWAY = `${LIST}/zonder-internet`;
const FOR = 'Kopie-Voor';
const DAYS = 'Kopie-Dagen';
const WHEN = 'Kopie-Van';
const CONTACT = 'contact';
const DAY = 24 * 3600 * 1000;
const MOST_BADGES = 30;
const A_BADGE = new RegExp(`^${LIST}/[0-9a-f-]{36}$`);
const FILES = /(?:href|src)="(\/(?:static|badgeklassen)\/[^"]+\.(?:css|js|svg|png))"/g;
const LETTERS = /url\("(\/static\/[^"]+)"\)/g;

const nameOfCopy = async () => (await caches.keys()).find((name) => name.startsWith(NAME));
const isOf = (name, answer) => name === NAME + answer.headers.get(FOR);
const ageOf = (kept) => Date.now() - Date.parse(kept.headers.get(WHEN));

// So long as the server said; and not from the future, by a clock that was set back.
const isOver = (kept) => !(ageOf(kept) <= Number(kept.headers.get(DAYS)) * DAY && ageOf(kept) >= -DAY);

// What was thrown away meanwhile is not made anew.
const openCopy = async (name) => (await caches.has(name) ? caches.open(name) : null);

async function wipe() {
  const names = (await caches.keys()).filter((name) => name.startsWith(NAME));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

// Files hold their digest in their address, or are public pictures: both are the same for everybody.
async function keepFiles(cache, text, pattern) {
  await Promise.all([...text.matchAll(pattern)].map(async ([, address]) => {
    if (await cache.match(address)) return;
    const answer = await fetch(address);
    if (!answer.ok || !(answer.headers.get('Cache-Control') || '').includes('public')) return;
    await cache.put(address, answer.clone());
    if (address.endsWith('.css')) await keepFiles(cache, await answer.text(), LETTERS);
  }));
}

async function keep(name, path, answer) {
  const [cache, text, headers] = [await openCopy(name), await answer.text(), new Headers(answer.headers)];
  if (!cache) return;
  ['Content-Encoding', 'Content-Length'].forEach((each) => headers.delete(each));
  headers.set(WHEN, new Date().toISOString());
  await cache.put(path, new Response(text, { headers }));
  await keepFiles(cache, text, FILES);
}

// What was just changed (`?klaar=`) must not be seen as it was: what tells of it
// goes, and the page itself comes anew. The list is kept anew by its own page (telephone.js).
async function renew(name, path) {
  const cache = path !== LIST && await openCopy(name);
  if (!cache) return;
  const tells = (each) => each === path || each.startsWith(`${path}/`) || each.startsWith(`${LIST}/gedeeld`);
  for (const { url } of await cache.keys()) {
    if (tells(new URL(url).pathname)) await cache.delete(url);
  }
  await weigh(new URL(path, self.location.origin), await fetch(path));
}

// What an answer says of the copy: it goes along, it goes, or all of it goes.
async function weigh(url, answer) {
  const name = await nameOfCopy();
  if (!name) return;
  if (answer.headers.has(FOR)) {
    if (!isOf(name, answer)) await wipe();
    else if (answer.ok && url.search) await renew(name, url.pathname);
    else if (answer.ok) await keep(name, url.pathname, answer);
  } else if (url.pathname === LIST && answer.ok) {
    await wipe();
  } else if ([404, 410].includes(answer.status)) {
    await (await openCopy(name))?.delete(url.pathname);
    const list = await fetch(LIST).catch(() => null);
    if (list?.ok && !isOf(name, list)) await wipe();
  }
}

async function copyOf(path) {
  const name = await nameOfCopy();
  const cache = name && await openCopy(name);
  const [list, kept] = cache ? [await cache.match(LIST), await cache.match(path)] : [];
  if (!list || !kept) return null;
  if (isOver(list)) { await wipe(); return null; }
  if (isOver(kept)) { await cache.delete(path); return null; }
  const text = (await kept.text()).replace('<html ', '<html data-offline ');
  return new Response(text, { headers: kept.headers });
}

// Whether the sign-in still stands, only the server knows: ask as soon as there is internet, also where nobody
// looks by then. A browser that cannot (iPhone, Firefox) asks when a page is opened or is still open (telephone.js).
const askLater = () => self.registration.sync?.register(CONTACT).catch(() => {});
async function contact() {
  if (await nameOfCopy()) await weigh(new URL(LIST, self.location.origin), await fetch(LIST));
}

async function page(event, url) {
  try {
    const answer = await fetch(event.request);
    event.waitUntil(weigh(url, answer.clone()).catch(() => {}));
    return answer;
  } catch {
    const copy = (await copyOf(url.pathname)) || (await copyOf(AWAY));
    if (copy) askLater();
    return copy || Response.error();
  }
}

async function file(request) {
  const name = await nameOfCopy();
  const cache = name && await openCopy(name);
  return (cache && await cache.match(request.url)) || fetch(request);
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('sync', (event) => {
  if (event.tag === CONTACT) event.waitUntil(contact());
});
self.addEventListener('fetch', (event) => {
  const [{ request }, url] = [event, new URL(event.request.url)];
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (/^\/(static|badgeklassen)\//.test(url.pathname)) event.respondWith(file(request));
});

// A badge that left the list goes, and so does what else is older than a day.
async function clear(cache, paths) {
  for (const { url } of await cache.keys()) {
    const path = new URL(url).pathname;
    if (!path.startsWith(`${LIST}/`) || path === AWAY || paths.includes(path)) continue;
    if (A_BADGE.test(path) || ageOf(await cache.match(url)) > DAY) await cache.delete(url);
  }
}

// The list is open: keep it anew, and what it leads to where that is not there yet or is older than a day.
async function keepAll(paths) {
  const name = await nameOfCopy();
  const copy = name && await openCopy(name);
  if (copy) await clear(copy, paths);
  for (const path of [LIST, AWAY, ...paths.slice(0, MOST_BADGES)]) {
    const cache = name && await openCopy(name);
    if (!cache) throw new Error('no copy');
    const kept = await cache.match(path);
    if (path === LIST || !kept || ageOf(kept) > DAY) {
      await weigh(new URL(path, self.location.origin), await fetch(path));
    }
  }
}
self.addEventListener('message', (event) => {
  const tell = (word) => event.ports[0]?.postMessage(word);
  event.waitUntil(keepAll(event.data.paths).then(() => tell('yes'), () => tell('failed')));
});
