// What the form of /controleer can do more with JavaScript: take what is dropped or pasted anywhere on the page,
// send a photo small, and say that it takes a while. The form works without.

const form = document.getElementById('controle');
const { bestand: file, foto: photo, tekst: text } = form.elements;
const said = form.querySelector('.wait [role=status]');
const LARGE = 1_500_000;
const SIDE = 2000;
const PATIENCE = 1000;

// Take a file, or else a dragged link: the same inputs as those who type or choose.
const take = (data) => {
  const [first, ...others] = data.files;
  const link = data.getData('text/uri-list');
  if (first) {
    put(file, first);
    said.textContent = `${others.length ? said.dataset.one : said.dataset.chosen} ${first.name}`;
    file.focus();
  } else if (link) {
    text.value = link;
    text.focus();
  }
  return Boolean(first || link);
};
const put = (input, chosen) => {
  const one = new DataTransfer();
  one.items.add(chosen);
  input.files = one.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  form.classList.add('is-over');
});
document.addEventListener('dragleave', (event) => { if (!event.relatedTarget) form.classList.remove('is-over'); });
document.addEventListener('drop', (event) => {
  form.classList.remove('is-over');
  if (take(event.dataTransfer)) event.preventDefault();
});
document.addEventListener('paste', (event) => {
  if (event.clipboardData.files.length && take(event.clipboardData)) event.preventDefault();
});

// A photo straight from a phone is large. In these kinds of picture there is no badge but the one you see.
const smaller = async (picture) => {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width * scale;
  canvas.height = bitmap.height * scale;
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, 'image/jpeg', 0.9); });
};
[file, photo].forEach((input) => input.addEventListener('change', async () => {
  const [chosen] = input.files;
  if (!chosen || chosen.size < LARGE || !/^image\/(jpeg|webp|hei[cf])$/.test(chosen.type)) return;
  const small = await smaller(chosen).catch(() => null); // a kind that this browser does not know goes as it is
  if (small && input.files[0] === chosen) put(input, new File([small], chosen.name, { type: 'image/jpeg' }));
}));

// After a second, say that we are busy.
let waiting;
form.addEventListener('submit', (event) => {
  if (event.defaultPrevented) return;
  waiting = setTimeout(() => {
    form.classList.add('is-busy');
    said.textContent = said.dataset.long;
  }, PATIENCE);
});
window.addEventListener('pageshow', () => {
  clearTimeout(waiting);
  form.classList.remove('is-busy');
  said.textContent = '';
});
