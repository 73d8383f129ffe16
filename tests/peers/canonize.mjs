// Write each document of the job in canonical form, as the suite does before it signs; null where it refuses.
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {documentLoader, readJob, writeAnswer} from './world.mjs';

const job = readJob();
const loader = documentLoader(job);
const forms = [];
for(const document of job.credentials) {
  forms.push(await cryptosuite.canonize(document, {documentLoader: loader}).catch(() => null));
}
writeAnswer(forms);
