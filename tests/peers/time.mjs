// Tell how often a CPU second suffices to sign or check with @digitalbazaar/vc: one job, then a question a line.
import {createInterface} from 'node:readline';
import {readFileSync} from 'node:fs';
import * as vc from '@digitalbazaar/vc';
import {documentLoader, readingSuite, signingSuite} from './world.mjs';

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const loader = documentLoader(job);
const suite = await signingSuite(job);
const checkStatus = async () => ({verified: true});

const actions = {
  issue: async () => vc.issue({credential: structuredClone(job.unsigned), suite, documentLoader: loader}),
  verify: async () => {
    const credential = JSON.parse(job.signed);
    const {verified} = await vc.verifyCredential(
      {credential, suite: readingSuite(), documentLoader: loader, checkStatus});
    if(!verified) {
      throw new Error('the badge of the job does not verify');
    }
  }
};

async function perSecond(action, seconds) {
  const start = process.cpuUsage();
  let count = 0;
  let used = 0;
  while(used < seconds) {
    await action();
    count++;
    const {user, system} = process.cpuUsage(start);
    used = (user + system) / 1e6;
  }
  return count / used;
}

for await (const line of createInterface({input: process.stdin})) {
  const [name, seconds] = line.split(' ');
  console.log(await perSecond(actions[name], Number(seconds)));
}
