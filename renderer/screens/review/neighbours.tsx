// The questions before and after this one in the customer's file, as they stand now.
import { type AnswerDetail, stateWords } from '../../../contract/review.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useStore } from '../../parts/store.ts';
import { type DeskStore, stand } from './desk.ts';

function Neighbour({ store, id }: { store: DeskStore; id: string }) {
  const row = useStore(store, desk => desk.rows.get(id));
  if (!row) return null;
  return (
    <li>
      <button type="button" className="neighbour" onClick={() => store.update(desk => stand(desk, id))}>
        <StateMark state={row.state} />
        <span className="ref">{row.ref}</span>
        <span className="clip">{row.text}</span>
        <span className="sr">, {stateWords[row.state]}</span>
      </button>
    </li>
  );
}

export function Neighbours({ store, detail }: { store: DeskStore; detail: AnswerDetail }) {
  const { before, after } = detail.neighbours;
  if (before.length + after.length === 0) return null;
  return (
    <section aria-label="Neighbours">
      <h3>Before and after</h3>
      <ul className="neighbours">
        {[...before, ...after].map(({ questionId }) => (
          <Neighbour key={questionId} store={store} id={questionId} />
        ))}
      </ul>
    </section>
  );
}
