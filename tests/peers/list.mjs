// Compose a status list with @digitalbazaar/vc-bitstring-status-list; the job names the places that are withdrawn.
import {createCredential, createList} from '@digitalbazaar/vc-bitstring-status-list';
import {readJob, writeAnswer} from './world.mjs';

const {id, issuer, entries, withdrawn, validFrom} = readJob();
const list = await createList({length: entries});
withdrawn.forEach(index => list.setStatus(index, true));
const credential = await createCredential({id, list, statusPurpose: 'revocation'});
writeAnswer({...credential, issuer, validFrom});
