// Sign each credential of the job with @digitalbazaar/vc; the answer holds them in the same order.
import * as vc from '@digitalbazaar/vc';
import {documentLoader, readJob, signingSuite, writeAnswer} from './world.mjs';

const job = readJob();
const signed = [];
for(const credential of job.credentials) {
  const suite = await signingSuite(job);
  signed.push(await vc.issue({credential, suite, documentLoader: documentLoader(job), now: job.now}));
}
writeAnswer(signed);
