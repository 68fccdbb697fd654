// The frame of a screen: a header line with the screen's name and actions, and a body that scrolls.
import type { ReactNode } from 'react';
import './page.css';

export function Page(props: { title: string; beside?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <div className="page">
      <header className="page-head">
        <h1>{props.title}</h1>
        {props.beside}
        <div className="line push">{props.actions}</div>
      </header>
      {props.children}
    </div>
  );
}
