// Whole journeys on real files: import, draft, approve, export, and the file that comes back is proven.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answerReport } from '../../contract/report.ts';
import { gridCell } from '../../renderer/parts/sheet-cells.ts';
import { answerFile } from '../../workspace/answer-file.ts';
import { openWorkspace, type Workspace } from '../../workspace/open-workspace.ts';

const shared = fileURLToPath(new URL('../../../shared', import.meta.url));
const corpus = join(shared, 'corpus');
const here = existsSync(corpus);
const bytesOf = (path: string) => new Uint8Array(readFileSync(path));
const put = (desk: Workspace, path: string) => desk.putFile(basename(path), bytesOf(path)).file;
const open = () => openWorkspace({ location: ':memory:', host: 'web', actor: 'Ada Lovelace' });

const pairs = [
  ['metanorma_csa-caiq-v3.0.1-09-01-2017.xlsx', 'zapro', '004_517a0d2cb08d4fc5.txt', 295],
  ['kaide_Vendor_Security_Questionnaire.xlsx', 'zuplo', '000_2c0016490531d453.txt', 100],
  ['sagearbor_HECVAT414.xlsx', 'zuplo', '000_2c0016490531d453.txt', 300],
] as const;

describe.skipIf(!here)('a real questionnaire (skipped where ../shared/corpus is missing)', () => {
  it.each(pairs)(
    '%s: imported, drafted, approved, exported, and the receipt holds',
    async (file, scope, policy, least) => {
      const desk = open();
      await desk.call('policy.import', { files: [put(desk, join(shared, 'seeds', policy))], scope });
      const imported = await desk.call('questionnaire.import', {
        file: put(desk, join(corpus, 'questionnaires', file)),
        scope,
      });
      const { id } = imported.questionnaire;
      expect(imported.questionnaire.questions).toBeGreaterThanOrEqual(least);
      const { rows } = await desk.call('questionnaire.draft', { id });
      const drafted = rows.filter(row => row.state === 'drafted').map(row => row.questionId);
      // HECVAT asks for a choice in every row, and few are made without a person.
      expect(drafted.length).toBeGreaterThan(1);
      expect(rows.filter(row => row.state === 'approved')).toEqual([]);
      await desk.call('answer.approve', { questionnaire: id, questions: drafted });

      const { findings, slots } = await desk.call('export.check', { id, includeDrafts: false });
      expect(findings.filter(finding => finding.kind === 'refused')).toEqual([]);
      const { receipt, files } = await desk.call('export.make', {
        id,
        includeDrafts: false,
        register: true,
        response: true,
      });
      expect(receipt.holds).toBe(true);
      expect(receipt.refused).toEqual([]);
      expect(receipt.written).toHaveLength(slots);
      expect(receipt.after).toEqual(receipt.before);
      expect(
        receipt.partsChanged.every(part => part.outsideUnchanged && part.name.includes('worksheets/')),
      ).toBe(true);

      // Read back, the approved answers are where a person would look for them.
      const filled = desk.takeFile(files.find(made => made.kind === 'filled')?.file ?? '');
      const again = desk.putFile(file, filled?.bytes ?? new Uint8Array());
      const returned = await desk.call('library.import', { file: again.file, scope });
      expect(returned.candidates.length).toBeGreaterThan(0);
      desk.close();
    },
  );

  it('answers CAIQ from the command line’s entry with a report that fits its schema', async () => {
    const [file, scope, policy] = pairs[0];
    const input = {
      name: file,
      bytes: bytesOf(join(corpus, 'questionnaires', file)),
      policies: [{ scope, name: policy, bytes: bytesOf(join(shared, 'seeds', policy)) }],
      workspace: null,
      scope,
      includeDrafts: true,
    };
    const first = await answerFile(input);
    expect(answerReport.parse(first.report)).toEqual(first.report);
    expect(first.report).toMatchObject({ questions: 295, receipt: { holds: true } });
    expect(first.report.answered + first.report.abstained).toBe(295);
    for (const item of first.report.items) {
      if (item.outcome === 'not-stated')
        expect([item.answer, item.choice, item.written]).toEqual(['', null, false]);
      else expect(item.citations.length).toBeGreaterThan(0);
    }
    const second = await answerFile(input);
    expect(second.report).toEqual(first.report);
    const withheld = await answerFile({ ...input, includeDrafts: false });
    expect(withheld.report.slotsWritten).toBe(0);
    expect(withheld.bytes).toEqual(input.bytes);
  });

  it('carries an older completed SATRE form over to the newer one, with the differences', async () => {
    const desk = open();
    const past = await desk.call('library.import', {
      file: put(desk, join(corpus, 'completed', 'satre_uod-evaluation-completed.csv')),
      scope: null,
    });
    expect(past.candidates).toHaveLength(126);
    await desk.call('library.accept', {
      token: past.token,
      accept: past.candidates.map(candidate => candidate.key),
    });
    const newer = await desk.call('questionnaire.import', {
      file: put(desk, join(corpus, 'questionnaires', 'satre_source.csv')),
    });
    const { carried, rows } = await desk.call('questionnaire.carry', { id: newer.questionnaire.id });
    expect(carried.length).toBeGreaterThan(110);
    expect(carried.some(item => !item.same && item.was !== item.now)).toBe(true);
    expect(new Set(rows.map(row => row.state))).not.toContain('approved');
    const { conflicts } = await desk.call('library.conflicts', {});
    expect(conflicts.length).toBeGreaterThanOrEqual(2);
    desk.close();
  });

  it('asks nothing that HECVAT fills in by formula, and its sheets say so many questions', async () => {
    const desk = open();
    const file = put(desk, join(corpus, 'questionnaires', 'sagearbor_HECVAT414.xlsx'));
    const { questionnaire, regions, messages } = await desk.call('questionnaire.import', { file });
    expect(messages.map(({ code }) => code)).toContain('answers-itself');
    const { rows } = await desk.call('questionnaire.get', { id: questionnaire.id });
    expect(rows.filter(row => row.text === 'Solution Provider Name')).toHaveLength(1);
    expect(regions.reduce((sum, region) => sum + region.questions, 0)).toBe(questionnaire.questions);
    desk.close();
  });

  it('lights up the cell of a Word form that takes the answer, also beside merged ones', async () => {
    const desk = open();
    const file = put(desk, join(corpus, 'questionnaires', 'gsa_fedramp-tailored_AppB_template.docx'));
    const { questionnaire, regions } = await desk.call('questionnaire.import', { file });
    const { rows } = await desk.call('questionnaire.get', { id: questionnaire.id });
    let beside = 0;
    for (const row of rows) {
      if (!('table' in row.at)) continue;
      const { question, picture } = await desk.call('answer.get', {
        questionnaire: questionnaire.id,
        question: row.questionId,
      });
      for (const { at } of question.slots) {
        if (!('table' in at)) continue;
        const cell = gridCell(at, picture);
        const drawn = picture?.cells.find(one => one.row === cell?.row && one.column === cell.column);
        // A picture shows six rows; an answer further below is not on it.
        if (picture?.rows.some(one => one.row === cell?.row))
          expect(drawn?.role, row.questionId).not.toBeNull();
        if (cell?.column !== at.cell + 1) beside++;
      }
    }
    expect(regions.length).toBeGreaterThan(0);
    expect(beside).toBeGreaterThan(0);
    desk.close();
  });
});
