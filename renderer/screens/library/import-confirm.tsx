// Past answers read from a file, waiting for the person's choice before anything enters the library.

import { useState } from 'react';
import type { LibraryCandidate } from '../../../contract/curate.ts';
import type { Message } from '../../../contract/outcome.ts';
import { acceptLibraryImport } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { CandidateList, taken } from '../../parts/candidate-list.tsx';
import { Messages } from '../../parts/notice.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { showDone, showError } from '../../parts/trouble.ts';
import { count } from '../../parts/words.ts';
import { queryClient } from '../../queries.ts';
import { libraryImport } from '../../shell/files.ts';

export function ImportConfirm(props: {
  waiting: { file: string; token: string; candidates: LibraryCandidate[]; messages: Message[] };
}) {
  const { file, token, candidates, messages } = props.waiting;
  const [chosen, setChosen] = useState(() => taken(candidates));
  const [busy, setBusy] = useState(false);
  const accept = async () => {
    setBusy(true);
    try {
      const { added, replaced } = await acceptLibraryImport(token, [...chosen]);
      showDone(`${count(added, 'answer')} added, ${replaced} replaced.`);
      libraryImport.set(null);
      for (const queryKey of [['library'], ['info']]) void queryClient.invalidateQueries({ queryKey });
    } catch (error) {
      showError(error);
      setBusy(false);
    }
  };
  return (
    <ScrollRegion className="page-body stack" label="Past answers to take in">
      <div className="line wrap">
        <h2>
          {count(candidates.length, 'past answer')} in {file}
        </h2>
        <Button className="push" onClick={() => libraryImport.set(null)}>
          Cancel
        </Button>
        <Button kind="primary" disabled={busy || chosen.size === 0} onClick={() => void accept()}>
          Take {chosen.size.toLocaleString('en')} into the library
        </Button>
      </div>
      <Messages messages={messages} />
      <CandidateList candidates={candidates} chosen={chosen} onChange={setChosen} />
    </ScrollRegion>
  );
}
