// Check credentials with @digitalbazaar/vc, their status included: a line with the job, then one credential a line.
// The answer has a line for each, in order; a token is none that it reads.
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {createInterface} from 'node:readline';
import {documentLoader, readingSuites, writeAnswer} from './world.mjs';

/** Collect the messages of an error and of those behind it. */
function reasons(error) {
  if(!error) {
    return [];
  }
  const behind = [...(error.errors ?? []), ...(error.cause ? [error.cause] : [])];
  return [error.message, ...behind.flatMap(reasons)];
}

async function verdict(credential, {loader, now}) {
  if(typeof credential === 'string') {
    return {verified: false, reasons: ['no suite for tokens'], withdrawn: false};
  }
  const result = await vc.verifyCredential(
    {credential, suite: readingSuites(), documentLoader: loader, checkStatus, now});
  const {statusResult} = result;
  return {
    verified: result.verified,
    reasons: [...reasons(result.error), ...reasons(statusResult?.error)],
    withdrawn: statusResult?.results?.some(({status}) => status) ?? false
  };
}

let world;
for await (const line of createInterface({input: process.stdin})) {
  const read = JSON.parse(line);
  if(world) {
    writeAnswer(await verdict(read, world));
    process.stdout.write('\n');
  } else {
    world = {loader: documentLoader(read), now: read.now};
  }
}
