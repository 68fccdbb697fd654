// The stand-in's main process: the app's own files with `electron` replaced, started in Electron's order. The
// app's modules run first, then the browser comes up on the folder they chose, then `ready`.
import { createRequire, registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect } from './devtools.ts';
import { app, becomeReady } from './electron.ts';

const standIn = new URL('electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

// As Electron's default app reads its words: -r names a module to load first, the first plain word is the app.
const words = process.argv.slice(2);
process.argv.splice(0, process.argv.length, ...words);
const required: string[] = [];
let entry: string | null = null;
for (let at = 1; at < words.length && entry === null; at++) {
  const word = words[at] ?? '';
  if (word === '-r') required.push(words[++at] ?? '');
  else if (!word.startsWith('-')) entry = word;
}
if (entry === null) throw new Error('The stand-in was started without an app.');
const load = createRequire(import.meta.url);
for (const path of required) load(resolve(path));
await import(pathToFileURL(resolve(entry)).href);

process.on('message', async message => {
  await becomeReady(await connect((message as { address: string }).address));
});
process.send?.({ profile: `${app.getPath('userData')}/chromium` });
