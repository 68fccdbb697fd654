// `vouch inspect`: the questions and answer places found in a file, for a person or as JSON.
import { basename } from 'node:path';
import { sayPlace } from '../../contract/place.ts';
import type { Inspection, Question } from '../../contract/questionnaire.ts';
import { inspectFile } from '../../workspace/answer-file.ts';
import { type Arguments, allowOnly, oneFile } from '../arguments.ts';
import { readFile } from '../files.ts';
import type { Terminal } from '../terminal.ts';

export async function inspect(given: Arguments, terminal: Terminal): Promise<number> {
  allowOnly('inspect', given, ['json']);
  const file = oneFile('inspect', given.words);
  const inspection = await inspectFile(readFile(file), basename(file));
  terminal.out(given.values.json ? JSON.stringify(inspection, null, 2) : inPlainWords(inspection));
  return 0;
}

function inPlainWords({ file, questions, regions, messages }: Inspection): string {
  const slots = questions.reduce((sum, question) => sum + question.slots.length, 0);
  const optional = questions.filter(question => question.optional).length;
  const lines = [
    `${file}: ${questions.length} questions${optional ? ` (${optional} optional)` : ''}, ${slots} answer places`,
  ];
  for (const region of regions) {
    lines.push(
      '',
      `${region.label}: ${region.included ? `${region.questions} questions` : 'left out'}. ${region.why}`,
    );
    if (!region.included) continue;
    for (const { column, role, header, option, why } of region.columns)
      if (role !== 'ignore')
        lines.push(
          `  column ${column}${header ? ` "${short(header, 40)}"` : ''}: ${role}${option ? ` (${option})` : ''}. ${why}`,
        );
  }
  if (questions.length > 0) lines.push('', ...questions.slice(0, 10).map(say));
  if (questions.length > 10) lines.push(`  ... ${questions.length - 10} more; --json prints all`);
  for (const { severity, text, at } of messages)
    lines.push('', `${severity}: ${text}${at ? ` (${sayPlace(at)})` : ''}`);
  return lines.join('\n');
}

function say(question: Question): string {
  const roles =
    question.slots.map(slot => `${slot.role} ${sayPlace(slot.at)}`).join(', ') || 'no answer place';
  return `  ${sayPlace(question.at)} ${question.ref ?? ''} ${short(question.text, 70)} [${roles}]`;
}

function short(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
