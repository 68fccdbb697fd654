// `vouch answer`: a customer's file in, the same file with answers out.
import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { AppError } from '../../contract/outcome.ts';
import type { AnswerReport } from '../../contract/report.ts';
import { answerFile } from '../../workspace/answer-file.ts';
import type { Companion } from '../../workspace/exports/companion.ts';
import { writeFileSafely } from '../../workspace/write-file.ts';
import { type Arguments, allowOnly, oneFile, parseThreshold } from '../arguments.ts';
import { readFile } from '../files.ts';
import { readKnowing, tellUnread } from '../knowing.ts';
import type { Terminal } from '../terminal.ts';

export async function answer(given: Arguments, terminal: Terminal): Promise<number> {
  allowOnly('answer', given, [
    'policies',
    'scope',
    'workspace',
    'out',
    'report',
    'include-drafts',
    'threshold',
  ]);
  const { values } = given;
  const file = oneFile('answer', given.words);
  const threshold = parseThreshold(values.threshold);
  refuseOriginal(file, values.out ?? freeName(file), '--out');
  if (values.report) refuseOriginal(file, values.report, '--report');
  const bytes = readFile(file);
  const {
    bytes: filled,
    name,
    report,
    companion,
    unread,
  } = await answerFile(
    {
      ...readKnowing(given),
      name: basename(file),
      bytes,
      scope: values.scope ?? null,
      includeDrafts: values['include-drafts'] ?? false,
      ...(threshold === undefined ? {} : { threshold }),
    },
    terminal.progress,
  );
  tellUnread(unread, terminal);
  const out = values.out ?? freeName(name);
  writeFileSafely(out, filled, [file]);
  const companions = companion ? writeBeside(out, companion) : [];
  if (values.report)
    writeFileSafely(values.report, `${JSON.stringify({ ...report, out, companions }, null, 2)}\n`, [file]);
  terminal.out(summary({ ...report, companions }, out, values.report, values['include-drafts'] ?? false));
  return 0;
}

/** The response document as `OUT-response.docx` and `.pdf`, or with a number where those are taken. */
function writeBeside(out: string, { docx, pdf }: Companion): string[] {
  const stem = `${out.slice(0, out.length - extname(out).length)}-response`;
  const taken = (name: string) => existsSync(`${name}.docx`) || existsSync(`${name}.pdf`);
  let name = stem;
  for (let count = 2; taken(name); count++) name = `${stem}-${count}`;
  writeFileSafely(`${name}.docx`, docx);
  if (pdf) writeFileSafely(`${name}.pdf`, pdf);
  return [`${name}.docx`, ...(pdf ? [`${name}.pdf`] : [])];
}

/** `form-answered.xlsx` in this folder; an existing one may hold somebody's corrections, so it is not replaced. */
function freeName(file: string): string {
  const ending = extname(file);
  const name = `${basename(file, ending)}-answered${ending}`;
  if (existsSync(name))
    throw new AppError('io', `${name} is there already. Name the output with --out FILE.`, { path: name });
  return name;
}

function refuseOriginal(file: string, target: string, option: string): void {
  if (resolve(file) === resolve(target))
    throw new AppError(
      'io',
      `${option} names the original file. Choose another name; the original is never changed.`,
      {
        path: target,
      },
    );
}

function summary(report: AnswerReport, out: string, reportFile: string | undefined, drafts: boolean): string {
  const partly = report.items.filter(item => item.outcome === 'partly').length;
  const inPart = partly === 0 ? '' : ` (${partly} of them in part)`;
  const lines = [
    `${report.questions} questions: ${report.answered} answered${inPart}, ${report.abstained} not stated in the policies.`,
    `${report.slotsWritten} cells written to ${out}; ${report.receipt.partsUnchanged.length} parts unchanged, ${report.receipt.partsChanged.length} changed.`,
  ];
  if (report.refused.length > 0) {
    lines.push(`${report.refused.length} not written:`);
    for (const { reason } of report.refused.slice(0, 5)) lines.push(`  ${reason}`);
  }
  if (report.companions.length > 0)
    lines.push(`The file has no room for every answer; all stand in ${report.companions.join(' and ')}.`);
  if (!drafts && report.answered > 0)
    lines.push('Drafts nobody has approved were not written. Add --include-drafts to write them for review.');
  if (reportFile) lines.push(`Report: ${reportFile}`);
  return lines.join('\n');
}
