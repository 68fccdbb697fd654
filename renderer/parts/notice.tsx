// The states every screen can be in beside its content: waiting, empty, in trouble, and a message about a
// document. Trouble always says what happened and offers the way on.
import type { ReactNode } from 'react';
import type { Message } from '../../contract/outcome.ts';
import { sayPlace } from '../../contract/place.ts';
import { Button } from './button.tsx';
import { InfoIcon, WarnIcon } from './icons.tsx';
import { sayError } from './trouble.ts';
import './notice.css';

export function Waiting({ what }: { what: string }) {
  return (
    <div className="waiting" role="status">
      <span className="waiting-dots" aria-hidden="true" />
      {what}
    </div>
  );
}

export function Empty({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="nothing">
      <h2>{title}</h2>
      {children ? <div className="soft">{children}</div> : null}
      {actions ? <div className="line wrap">{actions}</div> : null}
    </div>
  );
}

export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, text } = sayError(error);
  return (
    <div className="trouble" role="alert">
      <WarnIcon />
      <div>
        <strong>{title}</strong>
        <p>{text}</p>
        {retry ? <Button onClick={retry}>Try again</Button> : null}
      </div>
    </div>
  );
}

/** Remarks about a document, each with its place. Errors first; nothing is shown when there are none. */
export function Messages({ messages }: { messages: Message[] }) {
  if (messages.length === 0) return null;
  const weight = { error: 0, warning: 1, info: 2 };
  const sorted = [...messages].sort((a, b) => weight[a.severity] - weight[b.severity]);
  return (
    <ul className="messages" aria-label="Remarks about this file">
      {sorted.slice(0, 50).map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never reorders, and two remarks may be equal
        <li key={index} className={message.severity}>
          {message.severity === 'info' ? <InfoIcon size={14} /> : <WarnIcon size={14} />}
          <span>
            <span className="sr">{message.severity}: </span>
            {message.text}
            {message.at ? <span className="faint"> ({sayPlace(message.at)})</span> : null}
          </span>
        </li>
      ))}
      {sorted.length > 50 ? <li>and {sorted.length - 50} more of the same kind</li> : null}
    </ul>
  );
}
