// Checks Vouch's own labelled questions against the policies they point into, counts them, and writes the
// full gold for the scorer. Run with node 24:
//   node test/eval/check-references.ts [--policies DIR] [--set NAME] [--half open|held]
//        [--show] [--expand OUT.jsonl] | --refer FILE[#PAGE] "passage" | --ask PLACE.json ["question"]

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Half, halfOf, halvesInPairs } from './halves.ts';
import {
  type Place,
  type QuestionReference,
  questionAt,
  referQuestion,
  sectionAt,
} from './question-source.ts';
import { NoPdfReader, type Reference, refer, resolve } from './reference.ts';
import { labelledRow } from './table-row.ts';

type Line = {
  id: string;
  half: Half;
  company: string;
  question: string | QuestionReference;
  section?: string | QuestionReference;
  style: string;
  topic: string;
  answerable: 'yes' | 'partial' | 'no';
  polarity: 'yes' | 'no' | 'na' | 'unknown';
  evidence: Reference[];
  must_contain: string[];
  note: string;
};
type Question = Line & { set: string; due: Half };

const styles =
  'yesno how list number imperative fragment multi-part negated keyword paraphrase-hard scenario'.split(' ');
const here = import.meta.dirname;

function shapeFaults(q: Question): string[] {
  const faults: string[] = [];
  if (q.half !== q.due) faults.push('half does not follow from the ids');
  if (!styles.includes(q.style)) faults.push(`unknown style ${q.style}`);
  if (!['yes', 'no', 'na', 'unknown'].includes(q.polarity)) faults.push(`unknown polarity ${q.polarity}`);
  if (!['yes', 'partial', 'no'].includes(q.answerable)) faults.push(`unknown answerable ${q.answerable}`);
  if ((q.answerable === 'no') !== (q.evidence.length === 0)) faults.push('evidence and answerable disagree');
  if (q.answerable === 'no' && !/^(near-miss|absent): /.test(q.note))
    faults.push('note must say which kind of no');
  if (q.answerable === 'no' && ['yes', 'no'].includes(q.polarity)) faults.push('a polarity without evidence');
  return faults;
}

function tally(questions: Question[], row: (q: Question) => string, column: (q: Question) => string): void {
  const rows = [...new Set(questions.map(row))].sort();
  const columns = [...new Set(questions.map(column))].sort();
  const count = (r: string, c: string) => questions.filter(q => row(q) === r && column(q) === c).length;
  const table = rows.map(r => [
    r,
    Object.fromEntries([
      ...columns.map(c => [c, count(r, c)]),
      ['all', questions.filter(q => row(q) === r).length],
    ]),
  ]);
  console.table(Object.fromEntries(table));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    policies: { type: 'string', default: join(here, '../../../shared/corpus/policies') },
    set: { type: 'string' },
    half: { type: 'string' },
    show: { type: 'boolean', default: false },
    expand: { type: 'string' },
    refer: { type: 'string' },
    ask: { type: 'string' },
  },
});

if (!existsSync(values.policies)) {
  console.log(`SKIPPED: no policies at ${values.policies}; give their folder with --policies`);
  process.exit(0);
}
const questionnaires = join(values.policies, '../questionnaires');
if (values.ask) {
  console.log(JSON.stringify(referQuestion(questionnaires, JSON.parse(values.ask) as Place, positionals[0])));
  process.exit(0);
}
if (values.refer) {
  const [file = '', page] = values.refer.split('#');
  const found = refer(values.policies, file, positionals[0] ?? '', page ? Number(page) : undefined);
  resolve(values.policies, found);
  console.log(JSON.stringify(found));
  process.exit(0);
}

function readSet(name: string): Question[] {
  const lines = readFileSync(join(here, name), 'utf8').split('\n').filter(Boolean);
  const set = lines.map(line => JSON.parse(line) as Line);
  const inPairs = halvesInPairs(set.map(q => q.id));
  return set.map((q, at) => ({
    ...q,
    set: name.replace(/\.jsonl$/, ''),
    due: typeof q.question === 'string' ? halfOf(q.id) : (inPairs[at] ?? 'open'),
  }));
}

const questions = readdirSync(here)
  .filter(name => name.endsWith('.jsonl'))
  .flatMap(readSet)
  .filter(q => (!values.set || q.set === values.set) && (!values.half || q.half === values.half));

let broken = 0;
let resolved = 0;
const unread = new Set<string>();
const fail = (q: Question, why: string): void => {
  broken++;
  console.error(`${q.id}: ${why}`);
};
const gold: object[] = [];
const ids = new Set<string>();

for (const q of questions) {
  for (const fault of shapeFaults(q)) fail(q, fault);
  if (ids.has(q.id)) fail(q, 'id used twice');
  ids.add(q.id);
  const evidence: string[] = [];
  let question = '';
  let section: string | undefined;
  const attempt = (read: () => void): void => {
    try {
      read();
      resolved++;
    } catch (error) {
      if (error instanceof NoPdfReader) unread.add(q.id);
      else fail(q, error instanceof Error ? error.message : String(error));
    }
  };
  attempt(() => {
    question = typeof q.question === 'string' ? q.question : questionAt(questionnaires, q.question);
    section = typeof q.section === 'object' ? sectionAt(questionnaires, q.section) : q.section;
  });
  for (const reference of q.evidence)
    attempt(() => {
      evidence.push(resolve(values.policies, reference));
      const labelled = labelledRow(values.policies, reference);
      if (labelled) evidence.push(labelled);
    });
  if (unread.has(q.id)) continue;
  const all = evidence.join('\n').toLowerCase();
  for (const fact of q.must_contain) if (!all.includes(fact)) fail(q, `no evidence holds "${fact}"`);
  if (values.show)
    console.log(
      `${q.id} ${q.answerable}/${q.polarity} ${question}\n${evidence.map(e => `   > ${e}\n`).join('')}`,
    );
  const { half: _half, set: _set, due: _due, ...rest } = q;
  gold.push({ ...rest, question, section, evidence });
}

tally(
  questions,
  q => q.set,
  q => q.answerable,
);
tally(
  questions,
  q => q.style,
  q => q.answerable,
);
tally(
  questions,
  q => q.answerable,
  q => q.polarity,
);
tally(
  questions,
  q => q.set,
  q => q.half,
);
console.log(`${questions.length} questions, ${resolved} questions and passages found, ${broken} faults`);
if (unread.size > 0)
  console.log(`SKIPPED ${unread.size} questions: their evidence is in a PDF and pdftotext is missing`);
if (values.expand) {
  writeFileSync(values.expand, gold.map(line => `${JSON.stringify(line)}\n`).join(''));
  console.log(`wrote ${gold.length} questions with their evidence to ${values.expand}`);
}
process.exit(broken > 0 ? 1 : 0);
