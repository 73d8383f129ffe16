// Make a passkey, or sign in with one. Everything else about signing in works without this script.

const { startRegistration, startAuthentication, browserSupportsWebAuthn } = window.SimpleWebAuthnBrowser;
const KINDS = { make: startRegistration, prove: startAuthentication };

const post = async (url, body) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error(answer.detail), { said: answer.detail });
  return answer;
};

// What the device or the person stopped is no error; what the service said is told as it is.
const words = (error, place) => {
  if (error.said) return error.said;
  if (error.name === 'InvalidStateError') return place.dataset.known;
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return place.dataset.stopped;
  return place.dataset.broken;
};

const run = async (place) => {
  const [button, alert, status] = ['button', '[role=alert]', '[role=status]'].map((each) => place.querySelector(each));
  button.disabled = true;
  alert.hidden = true;
  status.textContent = place.dataset.busy;
  try {
    const optionsJSON = await post(place.dataset.options, {});
    const answer = await post(place.dataset.action, await KINDS[place.dataset.passkey]({ optionsJSON }));
    const interrupted = document.getElementById('verder');
    if (interrupted) interrupted.submit();
    else window.location.assign(place.dataset.next || answer.naar);
  } catch (error) {
    status.textContent = '';
    alert.textContent = words(error, place);
    alert.hidden = false;
    button.disabled = false;
    button.focus();
  }
};

// Browsers inside other apps may know passkeys and yet not have them: then the way out stands there from the start.
const isInside = /FBAN|FBAV|Instagram|WhatsApp|Teams|; wv\)/.test(navigator.userAgent);
const showWayOut = () => document.querySelectorAll('[data-no-passkey]').forEach((note) => { note.hidden = false; });
if (isInside) showWayOut();

document.querySelectorAll('[data-no-script]').forEach((note) => note.remove());
document.querySelectorAll('[data-passkey]').forEach((place) => {
  if (browserSupportsWebAuthn()) {
    place.hidden = false;
    place.querySelector('button').addEventListener('click', () => run(place));
    return;
  }
  place.remove();
  showWayOut();
});
