// What a page can do more with JavaScript; every page works without it.

const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

// Buttons that only work with this script.
each('.js[hidden]', (element) => { element.hidden = false; });
each('[data-print]', (button) => button.addEventListener('click', () => {
  each('details', (fold) => { fold.open = true; });
  window.print();
}));

// Copy the link: select it, put it on the clipboard, say so.
each('[data-copy]', (button) => {
  const input = document.getElementById(button.dataset.copy);
  if (!input || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    input.select();
    await navigator.clipboard.writeText(input.value);
    button.querySelector('[aria-live]').textContent = button.dataset.done;
  });
});

// Share with what the device offers.
each('[data-share]', (button) => {
  if (!navigator.share) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {});
  });
});

// Keep what was typed in this tab, in case the connection is lost; gone when the tab closes or the badge is given.
// What lasts (data-lasting) also outlives the browser, for a week: somebody tells what he did at the end of a shift.
const storeOf = (name) => { try { return window[name]; } catch { return null; } };
const [storage, lasting] = [storeOf('sessionStorage'), storeOf('localStorage')];
const stores = [storage, lasting].filter(Boolean);
const WEEK = 7 * 24 * 3600 * 1000;
const keysOf = (store) => Object.keys(store || {}).filter((key) => key.startsWith('typed:'));
keysOf(lasting).forEach((key) => {
  if (!(JSON.parse(lasting.getItem(key)).at > Date.now() - WEEK)) lasting.removeItem(key);
});
const texts = (form) => [...form.elements].filter((field) => field.matches('textarea, input[type=text], input[type=date]'));
const valueOf = (form, name) => form.elements[name]?.value || '';
// Of whoever is signed in, for whom he acts now: what another typed here is not shown to him. What it is about the
// page says (data-about), where its address lets somebody in; else it is the address, the agreement with the draft
// that was seen of it, and the badge that is put right.
const aboutOf = (form) => form.dataset.about
  || [...['afspraak', 'klad', 'verbetert', 'melding'].map((name) => valueOf(form, name)), form.action].join(':');
const keyOf = (form) => `typed:${form.dataset.keep}:${valueOf(form, 'namens')}:${aboutOf(form)}`;
// Which form was sent last: only its text is forgotten once it is kept.
const sentOf = (kind) => `sent:${kind}`;
each('form[data-keep]', (form) => {
  const store = 'lasting' in form.dataset ? lasting : storage;
  if (!store) return;
  const [key, sent] = [keyOf(form), sentOf(form.dataset.keep)];
  const seen = form.elements.versie;
  const keep = () => store.setItem(key, JSON.stringify({
    at: Date.now(), seen: seen?.value, texts: Object.fromEntries(texts(form).map((field) => [field.name, field.value])),
  }));
  const cameBack = storage?.getItem(sent) === key;
  const kept = JSON.parse(store.getItem(key) || 'null');
  if (cameBack) {
    // It was not kept: the page has what was sent, and the version that was told of.
    storage.removeItem(sent);
    if (kept) keep();
  } else if (kept && texts(form).every((field) => field.value === field.defaultValue)) {
    texts(form).forEach((field) => { field.value = kept.texts[field.name] ?? field.value; });
    if (seen && kept.seen) seen.value = kept.seen;
  }
  form.addEventListener('input', keep);
  const offline = form.querySelector('[data-offline]');
  form.addEventListener('submit', (event) => {
    if (navigator.onLine || !offline) { storage?.setItem(sent, key); return; }
    event.preventDefault();
    offline.hidden = false;
  });
  window.addEventListener('online', () => { if (offline) offline.hidden = true; });
});
each('[data-forget]', (place) => {
  const sent = sentOf(place.dataset.forget);
  const key = storage?.getItem(sent);
  stores.forEach((store) => { if (key) store.removeItem(key); });
  storage?.removeItem(sent);
});
// Whoever signs out leaves nothing behind for the next at this device: all that was typed while signed in.
each('form[data-signs-out]', (form) => form.addEventListener('submit', () => stores.forEach((store) => {
  keysOf(store).filter((key) => key.split(':')[2]).forEach((key) => store.removeItem(key));
})));

// A file that is too large is said so before it is sent: it would take minutes, and be refused.
each('input[type=file][data-most]', (input) => input.addEventListener('change', () => {
  const [file] = input.files;
  input.setCustomValidity(file && file.size > Number(input.dataset.most) ? input.dataset.tooLarge : '');
  input.reportValidity();
}));

// A form that may be sent once: say that it is busy, and let a second press do nothing.
each('form[data-once]', (form) => form.addEventListener('submit', (event) => {
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (event.submitter && event.submitter.formNoValidate) return;
  form.dataset.sent = 'yes';
  const button = event.submitter;
  if (!button || !button.dataset.busy) return;
  button.dataset.ready = button.textContent;
  button.textContent = button.dataset.busy;
}));
// Back from the next page: the form may be sent again (the server knows its key and gives the same one badge).
window.addEventListener('pageshow', () => {
  each('form[data-once]', (form) => { delete form.dataset.sent; });
  each('[data-ready]', (button) => { button.textContent = button.dataset.ready; });
});

// Work that goes on by itself, a part at a time; without a script there is a button.
each('form[data-go]', (form) => form.requestSubmit(form.querySelector('button')));

// Somebody answers elsewhere: as soon as that address leads on, or waits for nobody, so do we.
each('[data-until]', (place) => {
  const look = setInterval(async () => {
    const answer = await fetch(place.dataset.until, { redirect: 'manual' }).catch(() => null);
    if (!answer) return;
    if (answer.ok && (await answer.text()).includes('data-until')) return;
    clearInterval(look);
    location.assign(place.dataset.until);
  }, 4000);
});

// Somebody looks at this badge: told once, when he does something. A scanner that fetches a page does nothing.
each('[data-opened]', (place) => {
  const signs = ['pointerdown', 'keydown', 'touchstart', 'wheel'];
  const tell = () => {
    signs.forEach((sign) => removeEventListener(sign, tell));
    navigator.sendBeacon?.(place.dataset.opened);
  };
  signs.forEach((sign) => addEventListener(sign, tell, { passive: true }));
});

// After a refusal the first thing to read is what to put right.
const summary = document.getElementById('fouten');
if (summary) summary.focus();
