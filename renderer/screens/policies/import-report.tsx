// What the last import did, file by file: new passages, or for a known document what changed, came and went,
// and how many approved answers that recalls.
import type { PolicyImport } from '../../../contract/curate.ts';
import { Button } from '../../parts/button.tsx';
import { DiffText } from '../../parts/diff-text.tsx';
import { Messages } from '../../parts/notice.tsx';
import { count } from '../../parts/words.ts';
import { linkTo } from '../../shell/route.ts';

function OneImport({ item }: { item: PolicyImport }) {
  const { document, diff, recalled } = item;
  const answers = recalled.library.length + recalled.answers;
  return (
    <li>
      <p>
        <b>{item.file}</b>{' '}
        {document === null ? (
          <span className="tag bad">not imported</span>
        ) : diff === null ? (
          <span className="tag ok">{count(document.passages, 'passage')}, new</span>
        ) : (
          <span className="tag accent">
            {diff.unchanged} unchanged, {diff.changed.length} changed, {diff.added.length} added,{' '}
            {diff.removed.length} removed
          </span>
        )}{' '}
        {answers > 0 ? (
          <a href={linkTo('policies', 'recalled')}>{count(answers, 'approved answer')} recalled</a>
        ) : null}
      </p>
      <Messages messages={item.messages} />
      {diff && diff.changed.length + diff.added.length + diff.removed.length > 0 ? (
        <details open={diff.changed.length < 6}>
          <summary>What changed</summary>
          <ul className="diff-list">
            {diff.changed.map(({ was, now }) => (
              <li key={now.id}>
                <span className="tag accent">changed</span>
                <DiffText was={was.text} now={now.text} />
              </li>
            ))}
            {diff.added.slice(0, 100).map(passage => (
              <li key={passage.id}>
                <span className="tag ok">added</span>
                {passage.text}
              </li>
            ))}
            {diff.removed.slice(0, 100).map(passage => (
              <li key={passage.id}>
                <span className="tag warn">removed</span>
                {passage.text}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

export function ImportReport({ imports, onClose }: { imports: PolicyImport[]; onClose: () => void }) {
  return (
    <section className="card import-report" aria-label="What the import did">
      <div className="line">
        <h2>What the import did</h2>
        <Button className="push" onClick={onClose}>
          Close
        </Button>
      </div>
      <ul>
        {imports.map(item => (
          <OneImport key={item.file} item={item} />
        ))}
      </ul>
    </section>
  );
}
