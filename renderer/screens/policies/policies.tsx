// The company's own documents: what is in them, passage by passage, what a new version changed, and which
// approved answers that recalls.

import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PolicyDocument } from '../../../contract/curate.ts';
import { removePolicy } from '../../api.ts';
import { ChooseFile, policyFiles } from '../../parts/choose-file.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty, Trouble, Waiting } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { useStore } from '../../parts/store.ts';
import { showDone, showError } from '../../parts/trouble.ts';
import { count } from '../../parts/words.ts';
import { policiesQuery, queryClient, recallsQuery } from '../../queries.ts';
import { policyImports, takePolicies } from '../../shell/files.ts';
import { policyScope, scopeForPolicies } from '../../shell/policy-scope.ts';
import { RefusedFiles } from '../../shell/refused-files.tsx';
import { linkTo } from '../../shell/route.ts';
import { AskPanel } from './ask-panel.tsx';
import { ImportReport } from './import-report.tsx';
import { Passages } from './passages.tsx';
import { Recalls } from './recalls.tsx';
import './policies.css';

function DocumentList(props: { documents: PolicyDocument[]; chosen: string | null }) {
  const scopes = [...new Set(props.documents.map(({ scope }) => scope))].sort();
  return (
    <div className="document-list">
      {scopes.map(scope => (
        <section key={scope} aria-label={`Scope ${scope}`}>
          <h2 className="minor">{scope}</h2>
          <ul>
            {props.documents
              .filter(document => document.scope === scope)
              .map(document => (
                <li key={document.id}>
                  <a
                    href={linkTo('policies', document.id)}
                    aria-current={document.id === props.chosen ? 'page' : undefined}
                  >
                    <b>{document.title ?? document.name}</b>
                    <span className="faint">
                      {document.title ? `${document.name}, ` : ''}
                      {count(document.passages, 'passage')}
                    </span>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

export function Policies({ id, part }: { id: string | null; part: string | null }) {
  const { data, error, refetch } = useQuery(policiesQuery);
  const { data: recalls } = useQuery(recallsQuery);
  const chosenScope = useStore(policyScope, value => value);
  const imports = useStore(policyImports, value => value);
  const [removing, setRemoving] = useState<PolicyDocument | null>(null);
  const scope = scopeForPolicies(data?.documents, chosenScope);
  const recalled = (recalls?.library.length ?? 0) + (recalls?.answers.length ?? 0);
  const chosen = data?.documents.find(document => document.id === id) ?? null;
  const remove = async (document: PolicyDocument) => {
    setRemoving(null);
    try {
      const result = await removePolicy(document.id);
      showDone(`${document.name} removed. ${count(result.recalled, 'answer')} recalled.`);
      for (const queryKey of [['policies'], ['recalls'], ['info']])
        void queryClient.invalidateQueries({ queryKey });
    } catch (failure) {
      showError(failure);
    }
  };
  return (
    <Page
      title="Policies"
      beside={
        <nav className="line" aria-label="Show">
          <a
            className="btn chip"
            href={linkTo('policies')}
            aria-current={id === 'recalled' || id === 'try' ? undefined : 'page'}
          >
            Documents {data?.documents.length ?? ''}
          </a>
          <a
            className="btn chip"
            href={linkTo('policies', 'recalled')}
            aria-current={id === 'recalled' ? 'page' : undefined}
          >
            Recalled {recalled}
          </a>
          <a
            className="btn chip"
            href={linkTo('policies', 'try')}
            aria-current={id === 'try' ? 'page' : undefined}
          >
            Try a question
          </a>
        </nav>
      }
      actions={
        <>
          <span className="soft" aria-hidden="true">
            Scope
          </span>
          <Autocomplete
            aria-label="Scope for imported policies"
            placeholder="Scope, such as the company or product"
            data={data?.scopes ?? []}
            value={scope}
            onChange={value => policyScope.set(value)}
          />
          <ChooseFile accept={policyFiles} many primary onFiles={files => void takePolicies(files)}>
            Import policies
          </ChooseFile>
        </>
      }
    >
      <div className="columns policy-columns">
        <ScrollRegion className="pane policy-left" label="Policy documents">
          {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
          {!data && !error ? <Waiting what="Looking for policies" /> : null}
          {data ? <DocumentList documents={data.documents} chosen={id} /> : null}
          {data?.documents.length === 0 ? (
            <Empty title="No policies yet">
              Drop the documents that say how your company works: Markdown, text, Word, PDF, or a spreadsheet
              of questions and answers. Give them a scope first, such as the company or the product they are
              about.
            </Empty>
          ) : null}
        </ScrollRegion>
        <ScrollRegion className="pane policy-right" label="Policy">
          <RefusedFiles screen="policies" />
          {imports.length > 0 ? (
            <ImportReport imports={imports} onClose={() => policyImports.set([])} />
          ) : null}
          {id === 'recalled' ? <Recalls /> : null}
          {id === 'try' ? <AskPanel scopes={data?.scopes ?? []} /> : null}
          {chosen ? (
            <Passages key={chosen.id} document={chosen} at={part} onRemove={() => setRemoving(chosen)} />
          ) : id !== null && id !== 'recalled' && id !== 'try' && data ? (
            <Empty title="This document is not here any more">
              It was removed, or the link is of another workspace. Choose one on the left.
            </Empty>
          ) : id === null && data && data.documents.length > 0 ? (
            <Empty title="Choose a document">
              Its passages are what answers may quote. To bring in a new version, import the file again under
              the same name: only what changed is looked at, and answers that quoted it are recalled.
            </Empty>
          ) : null}
        </ScrollRegion>
      </div>
      {removing ? (
        <Dialog
          title={`Remove ${removing.name}?`}
          confirm="Remove"
          danger
          onClose={() => setRemoving(null)}
          onConfirm={() => void remove(removing)}
        >
          <p>
            Approved answers that quote its {count(removing.passages, 'passage')} are recalled for a look.
          </p>
        </Dialog>
      ) : null}
    </Page>
  );
}
