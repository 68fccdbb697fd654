// The first run: what to do, in the order one does it, and a sample to try without a file of one's own.
import type { CallOutput } from '../../../contract/calls.ts';
import { Button } from '../../parts/button.tsx';
import { ChooseFile, questionnaireFiles } from '../../parts/choose-file.tsx';
import { count } from '../../parts/words.ts';
import { takeQuestionnaires } from '../../shell/files.ts';
import { linkTo } from '../../shell/route.ts';

export function Start(props: { info: CallOutput<'workspace.info'> | undefined; onSample: () => void }) {
  const { info, onSample } = props;
  const policies = info?.passages ?? 0;
  return (
    <div className="start">
      <h2>Answer a customer's questionnaire in their own file</h2>
      <ol>
        <li>
          <b>Your policies.</b>{' '}
          {policies > 0 ? (
            <>
              {count(policies, 'passage')} ready. <a href={linkTo('policies')}>See or add policies</a>.
            </>
          ) : (
            <>
              None yet. <a href={linkTo('policies')}>Add the documents</a> that say how your company works.
            </>
          )}
        </li>
        <li>
          <b>The customer's file.</b> Drop it anywhere in this window: Excel, CSV, Word or PDF.
        </li>
        <li>
          <b>Review.</b> Every draft quotes the passage it rests on. Where your policies are silent, it says
          so.
        </li>
        <li>
          <b>Export.</b> The answers go back into the file as it came. Nothing leaves this machine.
        </li>
      </ol>
      <div className="line">
        <ChooseFile accept={questionnaireFiles} many onFiles={takeQuestionnaires}>
          Choose a file
        </ChooseFile>
        {info?.sampleAvailable === false ? null : (
          <Button kind="primary" onClick={onSample}>
            Try the sample
          </Button>
        )}
      </div>
    </div>
  );
}
