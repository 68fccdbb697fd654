// The files that were made, and the receipt that proves the customer's file came back unharmed.
import type { CallOutput } from '../../../contract/calls.ts';
import { sayPlace } from '../../../contract/place.ts';
import { saveFile } from '../../api.ts';
import { host } from '../../host/index.ts';
import { Button } from '../../parts/button.tsx';
import { CheckIcon, DownIcon, FileIcon, WarnIcon } from '../../parts/icons.tsx';
import { showError } from '../../parts/trouble.ts';
import { count } from '../../parts/words.ts';

type MadeFiles = CallOutput<'export.make'>;

const kindWords = {
  filled: "The customer's file, filled",
  register: 'Answer register',
  response: 'Response document',
  receipt: 'Receipt',
} as const;

const sizeOf = (bytes: number) =>
  bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const countRows = [
  ['validations', 'Drop-down and other cell rules'],
  ['formulas', 'Formulas'],
  ['merges', 'Merged ranges'],
  ['protectedSheets', 'Protected sheets'],
  ['controls', 'Form fields and controls'],
] as const;

function ReceiptView({ receipt }: { receipt: MadeFiles['receipt'] }) {
  const unharmed = receipt.partsChanged.every(part => part.outsideUnchanged);
  return (
    <section className="card receipt" aria-label="Receipt">
      <h2>
        {receipt.holds ? <CheckIcon /> : <WarnIcon />}
        {receipt.holds ? 'Receipt: only answer cells changed' : 'The receipt does not hold'}
      </h2>
      <ul>
        <li>{count(receipt.written.length, 'cell')} written.</li>
        <li>
          {count(receipt.partsUnchanged.length, 'part')} of the file kept byte for byte,{' '}
          {count(receipt.partsChanged.length, 'part')} changed
          {unharmed ? ', and nothing in them outside the answer cells' : ''}.
        </li>
        <li>
          {receipt.refused.length === 0
            ? 'No cell refused its answer.'
            : `${count(receipt.refused.length, 'cell')} refused:`}
        </li>
      </ul>
      {receipt.refused.length > 0 ? (
        <ul className="refusals">
          {receipt.refused.map(refusal => (
            <li key={`${sayPlace(refusal.at)}${refusal.value}`}>
              <b>{sayPlace(refusal.at)}</b>: {refusal.reason}
            </li>
          ))}
        </ul>
      ) : null}
      <details>
        <summary>Counts and checksums</summary>
        <table className="list-table">
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {countRows.map(([key, words]) => (
              <tr key={key}>
                <td>{words}</td>
                <td>{receipt.before[key]}</td>
                <td>{receipt.after[key]}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mono sums">
          sha256 as received {receipt.originalSha256}
          <br />
          sha256 filled {receipt.filledSha256}
        </p>
        <ul className="mono">
          {receipt.partsChanged.map(part => (
            <li key={part.name}>
              {part.name}: {count(part.cells, 'cell')}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

export function Made({ made }: { made: MadeFiles }) {
  return (
    <div className="stack">
      <ul className="made-files" aria-label="Files made">
        {made.files.map(file => (
          <li key={file.file} className="card">
            <FileIcon />
            <div>
              <b>{file.name}</b>
              <div className="soft">
                {kindWords[file.kind]}, {sizeOf(file.size)}
              </div>
            </div>
            <span className="push line">
              {host.dragOut ? (
                <Button
                  draggable
                  onDragStart={event => {
                    event.preventDefault();
                    host.dragOut?.(file);
                  }}
                  onClick={() => void saveFile(file).catch(showError)}
                >
                  Drag out
                </Button>
              ) : null}
              <Button
                kind={file.kind === 'filled' ? 'primary' : undefined}
                icon={<DownIcon size={14} />}
                aria-label={`Save ${file.name}`}
                onClick={() => void saveFile(file).catch(showError)}
              >
                Save
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <ReceiptView receipt={made.receipt} />
    </div>
  );
}
