// Check each credential of the job with @digitalbazaar/vc, its status included; tell the verdicts in order.
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {documentLoader, readJob, readingSuite, writeAnswer} from './world.mjs';

const job = readJob();
const loader = documentLoader(job);

/** Collect the messages of an error and of those behind it. */
function reasons(error) {
  if(!error) {
    return [];
  }
  const behind = [...(error.errors ?? []), ...(error.cause ? [error.cause] : [])];
  return [error.message, ...behind.flatMap(reasons)];
}

async function verdict(credential) {
  const result = await vc.verifyCredential(
    {credential, suite: readingSuite(), documentLoader: loader, checkStatus, now: job.now});
  const {statusResult} = result;
  return {
    verified: result.verified,
    reasons: [...reasons(result.error), ...reasons(statusResult?.error)],
    withdrawn: statusResult?.results?.some(({status}) => status) ?? false
  };
}

const verdicts = [];
for(const credential of job.credentials) {
  verdicts.push(await verdict(credential));
}
writeAnswer(verdicts);
