// Read a QR code with the camera, where there is one. The reader itself is fetched when someone presses the button.

const place = document.getElementById('camera');
const [start, stop] = place.querySelectorAll('button');
const video = place.querySelector('video');
const said = place.querySelector('[role=status]');
const { form } = start;
let reader;

const show = (on) => {
  start.hidden = on;
  stop.hidden = !on;
  video.hidden = !on;
};
const close = (sentence) => {
  if (reader) reader.destroy();
  reader = null;
  show(false);
  said.textContent = sentence;
};
const found = ({ data }) => {
  if (!reader) return; // it saw the same code twice
  close(place.dataset.read);
  form.elements.tekst.value = data;
  form.requestSubmit(form.querySelector('button:not([type])'));
};
const open = async () => {
  said.textContent = place.dataset.opens;
  try {
    const { default: QrScanner } = await import(place.dataset.reader);
    show(true);
    reader = new QrScanner(video, found, { preferredCamera: 'environment', returnDetailedScanResult: true });
    await reader.start();
    said.textContent = place.dataset.looks;
    stop.focus();
  } catch {
    close(place.dataset.refused);
    start.focus();
  }
};

start.addEventListener('click', open);
stop.addEventListener('click', () => {
  close(place.dataset.stopped);
  start.focus();
});
window.addEventListener('pagehide', () => { if (reader) close(''); });

const devices = navigator.mediaDevices ? await navigator.mediaDevices.enumerateDevices() : [];
place.hidden = !devices.some((device) => device.kind === 'videoinput');
