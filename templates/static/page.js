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
const WEEK = 7 * 24 * 3600 * 1000;
Object.keys(lasting || {}).filter((key) => key.startsWith('typed:')).forEach((key) => {
  if (!(JSON.parse(lasting.getItem(key)).at > Date.now() - WEEK)) lasting.removeItem(key);
});
const texts = (form) => [...form.elements].filter((field) => field.matches('textarea, input[type=text], input[type=date]'));
each('form[data-keep]', (form) => {
  const store = 'lasting' in form.dataset ? lasting : storage;
  if (!store) return;
  // Of whoever is signed in, for whom he acts now: what another typed here is not shown to him. For work that
  // was agreed: of this agreement, and of the draft that was seen of it.
  const about = ['namens', 'afspraak', 'klad'].map((name) => form.elements[name]?.value || '').join(':');
  const key = `typed:${form.dataset.keep}:${about}:${form.action}`;
  const kept = JSON.parse(store.getItem(key) || '{}').texts || {};
  if (texts(form).every((field) => field.value === field.defaultValue)) {
    texts(form).forEach((field) => { field.value = kept[field.name] ?? field.value; });
  }
  form.addEventListener('input', () => {
    const typed = Object.fromEntries(texts(form).map((field) => [field.name, field.value]));
    store.setItem(key, JSON.stringify({ at: Date.now(), texts: typed }));
  });
  const offline = form.querySelector('[data-offline]');
  form.addEventListener('submit', (event) => {
    if (navigator.onLine || !offline) return;
    event.preventDefault();
    offline.hidden = false;
  });
  window.addEventListener('online', () => { if (offline) offline.hidden = true; });
});
each('[data-forget]', (place) => [storage, lasting].filter(Boolean).forEach((store) => {
  Object.keys(store).filter((key) => key.startsWith(`typed:${place.dataset.forget}:`)).forEach((key) => store.removeItem(key));
}));

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
