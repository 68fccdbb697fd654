// Which of the small dialogs of the review screen is open, and the deed it ends in.
import { keepWords } from '../../parts/kept-words.ts';
import { useStore } from '../../parts/store.ts';
import { showDone } from '../../parts/trouble.ts';
import { announce } from '../../shell/announce.ts';
import { type DeskStore, selectOnly } from './desk.ts';
import { AssignDialog, BulkDialog, WordsDialog } from './dialogs.tsx';
import { Help } from './help.tsx';
import { approve, assign, comment, exclude, reject } from './work.ts';

export type Asking =
  | { kind: 'reject' | 'exclude' | 'comment' }
  | { kind: 'assign'; questions: string[] }
  | { kind: 'bulk' }
  | { kind: 'help' };

const withReason = { reject, exclude, comment };

const wordsOf = (kind: keyof typeof withReason, id: string, question: string) => `${kind}/${id}/${question}`;

async function sendWords(kind: keyof typeof withReason, id: string, question: string, words: string) {
  if (await withReason[kind](id, question, words)) keepWords(wordsOf(kind, id, question), null);
  else showDone('What you wrote is kept. Open the same dialog again to send it.');
}

export function AskingDialog({
  store,
  asking,
  onClose,
}: {
  store: DeskStore;
  asking: Asking;
  onClose: () => void;
}) {
  const row = useStore(store, desk => (desk.current === null ? undefined : desk.rows.get(desk.current)));
  const { summary, rows, context } = store.get();
  switch (asking.kind) {
    case 'help':
      return <Help onClose={onClose} />;
    case 'assign': {
      const people = [...rows.values()].flatMap(({ assignee }) => assignee ?? []);
      return (
        <AssignDialog
          questions={asking.questions.length}
          people={[...new Set([context.reviewer, ...people])].filter(Boolean)}
          now={row?.assignee ?? null}
          onClose={onClose}
          onDone={name => {
            void assign(summary.id, asking.questions, name);
            onClose();
          }}
        />
      );
    }
    case 'bulk':
      return (
        <BulkDialog
          desk={store.get()}
          onClose={onClose}
          onDone={questions => {
            void approve(summary.id, questions);
            store.update(desk => selectOnly(desk, []));
            announce(`Approved ${questions.length} answers`);
            onClose();
          }}
        />
      );
    default:
      return row ? (
        <WordsDialog
          kind={asking.kind}
          keptAt={wordsOf(asking.kind, summary.id, row.questionId)}
          onClose={onClose}
          onDone={words => {
            void sendWords(asking.kind, summary.id, row.questionId, words);
            onClose();
          }}
        />
      ) : null;
  }
}
