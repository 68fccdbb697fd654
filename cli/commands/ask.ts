// `vouch ask`: one question for a person, or JSONL in and out for scripts.
import { text as readAll } from 'node:stream/consumers';
import { AppError } from '../../contract/outcome.ts';
import { sayPlace } from '../../contract/place.ts';
import { type AskedLine, type AskLine, askLine } from '../../contract/report.ts';
import { askQuestions } from '../../workspace/ask-questions.ts';
import { writeFileSafely } from '../../workspace/write-file.ts';
import { type Arguments, allowOnly, parseThreshold, UsageError } from '../arguments.ts';
import { readFile } from '../files.ts';
import { readKnowing } from '../knowing.ts';
import type { Terminal } from '../terminal.ts';

export async function ask(given: Arguments, terminal: Terminal): Promise<number> {
  const { values, words } = given;
  allowOnly('ask', given, [
    'policies',
    'scope',
    'workspace',
    'questions',
    'scope-field',
    'out',
    'json',
    'threshold',
  ]);
  if (values.questions === undefined && words.length === 0)
    throw new UsageError('"vouch ask" needs a question, or --questions FILE.jsonl.');
  if (values.questions !== undefined && words.length > 0)
    throw new UsageError('Give either a question or --questions, not both.');
  const questions =
    values.questions === undefined
      ? [{ id: '1', question: words.join(' ') }]
      : parseLines(await readText(values.questions), values['scope-field'] ?? 'scope');
  const threshold = parseThreshold(values.threshold);
  const asked = await askQuestions(
    {
      ...readKnowing(given),
      questions,
      scope: values.scope ?? null,
      ...(threshold === undefined ? {} : { threshold }),
    },
    terminal.progress,
  );
  const [only] = asked;
  if (values.questions === undefined && only) {
    terminal.out(values.json ? JSON.stringify(only, null, 2) : inPlainWords(only));
    return 0;
  }
  const lines = asked.map(line => `${JSON.stringify(line)}\n`).join('');
  if (values.out)
    writeFileSafely(values.out, lines, values.questions === '-' ? [] : [values.questions ?? '']);
  else terminal.out(lines);
  return 0;
}

async function readText(file: string): Promise<string> {
  return file === '-' ? readAll(process.stdin) : new TextDecoder().decode(readFile(file));
}

/** Parses JSONL; `scopeField` is the field of a line that names its scope. Names the line that is wrong. */
export function parseLines(text: string, scopeField: string): AskLine[] {
  const seen = new Set<string>();
  return text.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === '') return [];
    const wrong = (why: string) =>
      new AppError('bad-input', `Line ${at + 1} of the questions ${why}.`, { line: at + 1 });
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw wrong('is not JSON');
    }
    const parsed = askLine.safeParse(value);
    if (!parsed.success) throw wrong('needs "id" and "question"');
    if (seen.has(parsed.data.id)) throw wrong(`repeats the id "${parsed.data.id}"`);
    seen.add(parsed.data.id);
    const scope = (value as Record<string, unknown>)[scopeField];
    return [
      { id: parsed.data.id, question: parsed.data.question, ...(typeof scope === 'string' ? { scope } : {}) },
    ];
  });
}

function inPlainWords(line: AskedLine): string {
  const out: string[] = [];
  if (line.abstain) {
    out.push(`Not stated. ${line.reason ?? ''}`.trim());
    if (line.passages.length > 0)
      out.push('', 'Nearest passages:', ...line.passages.slice(0, 3).map(text => `  ${text}`));
    return out.join('\n');
  }
  if (line.polarity === 'yes' || line.polarity === 'no') out.push(line.polarity === 'yes' ? 'Yes.' : 'No.');
  out.push(line.answer);
  for (const { document, section, place } of line.citations)
    out.push(`  from ${document}${section ? `, ${section}` : ''}, ${sayPlace(place)}`);
  if (line.reason) out.push(`Note: ${line.reason}`);
  out.push(
    `Confidence ${Math.round(line.confidence * 100)} of 100. A draft: have it approved before it is sent.`,
  );
  return out.join('\n');
}
