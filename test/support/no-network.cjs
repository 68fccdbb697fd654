// Preloaded into a process and each of its workers: shuts the network and says so; every attempt is told and fails.
const { isMainThread } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const net = require('node:net');
const dns = require('node:dns');

writeSync(2, `network shut in ${isMainThread ? 'main thread' : 'worker'}\n`);

function refuse(what) {
  return () => {
    writeSync(2, `network tried by ${what}\n`);
    throw new Error('The network is shut.');
  };
}

net.Socket.prototype.connect = refuse('socket');
dns.lookup = refuse('lookup');
globalThis.fetch = refuse('fetch');
