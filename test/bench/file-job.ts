// One measured job in a process of its own, so that its peak memory is its own: `node file-job.ts JOB FILE ROUNDS`.
// Prints milliseconds of each round and the peak of resident memory as JSON.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { findQuestions } from '../../documents/find/find-questions.ts';
import { fillDocument, readDocument } from '../../documents/registry.ts';
import { answersFor } from '../support/fill-corpus.ts';
import { must } from '../support/read-file.ts';

/** Milliseconds of each round's read, find and fill. */
const stages: Record<string, number[]> = { read: [], find: [], fill: [] };

const jobs: Record<string, (bytes: Uint8Array, name: string) => Promise<unknown>> = {
  /** The least any reader must do: unpack everything, and let saxes look at every tag and text. */
  async bare(bytes) {
    let seen = 0;
    for (const [part, content] of Object.entries(unzipSync(bytes))) {
      if (!/\.(xml|rels|vml)$/.test(part)) continue;
      const parser = new SaxesParser({ xmlns: false });
      parser.on('opentag', () => {
        seen += 1;
      });
      parser.on('text', text => {
        seen += text.length;
      });
      parser.write(new TextDecoder().decode(content)).close();
    }
    return seen;
  },
  /** Read, find the questions, answer every slot, prove the copy. */
  async vouch(bytes, name) {
    const start = performance.now();
    const document = must(await readDocument(bytes, name));
    const read = performance.now();
    const { questions } = findQuestions(document);
    const found = performance.now();
    const filled = must(await fillDocument(bytes, name, answersFor(questions)));
    stages.read?.push(read - start);
    stages.find?.push(found - read);
    stages.fill?.push(performance.now() - found);
    return filled;
  },
  /** Load and write again, nothing changed. */
  async exceljs(bytes) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    return workbook.xlsx.writeBuffer();
  },
};

const [which = '', path = '', rounds = '1'] = process.argv.slice(2);
const times: Record<string, number[]> = {};
const names = which.split('+');
for (let round = 0; round < Number(rounds); round++) {
  for (const name of names) {
    const bytes = new Uint8Array(readFileSync(path));
    const start = performance.now();
    await jobs[name]?.(bytes, basename(path));
    const spent = performance.now() - start;
    times[name] = [...(times[name] ?? []), spent];
  }
}
console.log(
  JSON.stringify({ times: { ...times, ...stages }, peakMegabytes: process.resourceUsage().maxRSS / 1024 }),
);
