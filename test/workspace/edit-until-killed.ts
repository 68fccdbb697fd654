// The victim of the crash test: edits, approves and exports in a loop, and says on stdout what it was told is
// saved. The test kills it at a moment of its choosing.
import { writeSync } from 'node:fs';
import { startEngine } from '../../workspace/engine/start-engine.ts';
import { writeFileSafely } from '../../workspace/write-file.ts';

const [location = '', id = '', out = ''] = process.argv.slice(2);
const engine = await startEngine({ location, host: 'web', actor: 'Ada Lovelace' });
const ask = async (name: Parameters<typeof engine.call>[0], input: unknown) => {
  const envelope = await engine.call(name, input);
  if (!envelope.ok) throw new Error(envelope.error.text);
  return envelope.value as { rows: { questionId: string; version: number }[]; files: { file: string }[] };
};

const { rows } = await ask('questionnaire.get', { id });
const versions = new Map(rows.map(row => [row.questionId, row.version]));
for (let round = 1; ; round++) {
  for (const question of versions.keys()) {
    const given = {
      questionnaire: id,
      question,
      version: versions.get(question),
      text: `Typed ${round} for ${question}`,
    };
    await ask('answer.edit', given);
    const approved = await ask('answer.approve', { questionnaire: id, questions: [question] });
    versions.set(question, approved.rows[0]?.version ?? 0);
    writeSync(1, `${JSON.stringify({ question, text: given.text })}\n`);
  }
  const { files } = await ask('export.make', { id, includeDrafts: false });
  const made = await engine.takeFile(files[0]?.file ?? '');
  if (made) writeFileSafely(out, made.bytes);
  writeSync(1, `${JSON.stringify({ exported: round })}\n`);
}
