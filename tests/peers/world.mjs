// The world that a library of others sees: contexts, did documents and status lists out of one job, no network.
import {readFileSync} from 'node:fs';
import {createVerifyCryptosuite as createJcsCryptosuite} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {cryptosuite as ecdsaCryptosuite} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';

const MULTIKEY = 'https://w3id.org/security/multikey/v1';

export const readJob = () => JSON.parse(readFileSync(0, 'utf8'));

export const writeAnswer = answer => process.stdout.write(JSON.stringify(answer));

/** Serve what the job holds; a name with a fragment leads to the verification method in a did document. */
export function documentLoader({contexts, documents}) {
  return async url => {
    const tag = url in contexts ? 'static' : undefined;
    const document = contexts[url] ?? documents[url] ?? verificationMethod(documents, url);
    if(document === undefined) {
      throw new Error(`nothing is at ${url}`);
    }
    return {contextUrl: null, documentUrl: url, document, tag};
  };
}

function verificationMethod(documents, url) {
  const methods = documents[url.split('#')[0]]?.verificationMethod ?? [];
  const method = methods.find(({id}) => id === url);
  return method && {'@context': MULTIKEY, ...method};
}

export const readingSuite = () => new DataIntegrityProof({cryptosuite});

/** Make every suite that this peer reads and we too. */
export const readingSuites = () => [cryptosuite, ecdsaCryptosuite, createJcsCryptosuite()].map(
  each => new DataIntegrityProof({cryptosuite: each}));

/** Make the suite that signs with the seed of the job, at the moment of the job. */
export async function signingSuite({seed, created, id, controller}) {
  const key = await Ed25519Multikey.generate({seed: new Uint8Array(Buffer.from(seed, 'hex')), id, controller});
  return new DataIntegrityProof({signer: key.signer(), date: created, cryptosuite});
}
