// A small knowledge base of three invented companies, in memory: Harbour writes a page as companies do, Quay says the
// opposite of it where it can, so that a passage from the wrong company would show, and Pier says little.
import type { LibraryAnswer } from '../../../contract/curate.ts';
import type { Ask, Draft } from '../../../contract/knowledge.ts';
import { type Knowledge, openKnowledge } from '../../../knowledge-base/knowledge.ts';
import { putDocument } from '../../../knowledge-base/store/documents.ts';
import { putLibraryAnswer } from '../../../knowledge-base/store/library.ts';
import { openStore, type Store } from '../../../knowledge-base/store/open-store.ts';
import { putPassages } from '../../../knowledge-base/store/passages.ts';
import { sameTextKey } from '../../../knowledge-base/text/normalise.ts';
import { passagesOf } from '../passages/read-policy.ts';

const harbour = `# Harbour Robotics security

This policy describes how Harbour protects customer data.

## Access

- Multi-factor authentication is required for all employee accounts.
- Access rights are reviewed every quarter by the system owners.
- Access is revoked within 24 hours when an employee leaves.
- Shared accounts are prohibited.

## Encryption

- All customer data is encrypted at rest with AES-256.
- All traffic is encrypted in transit with TLS 1.2 or higher.
- Encryption keys are rotated every 90 days.
- Backup tapes are never left unencrypted.

## Hosting and backups

- The platform runs on Amazon Web Services in Ireland.
- Backups of all databases are made every night.
- Backups are retained for 35 days.
- Restores are tested twice a year.

## Incidents

- Customers are notified within 72 hours of a confirmed breach of their data.
- We aim to answer every report within a day.
- Report vulnerabilities to security@harbour.example.

## People

- Background checks are performed on all employees before they start.
- Employees complete security awareness training every year.
- ISO 27001 certification is planned for next year.
- A SOC 2 Type II report is available to customers under a non-disclosure agreement.
- The Chief Information Security Officer owns the security programme.
`;
const quay = `# Quay Software security

- The service runs on Microsoft Azure in Germany.
- Multi-factor authentication is not required for employee accounts.
- Access rights are reviewed once a year.
- Backups of all databases are made every week.
- Visitors to the data centre are escorted at all times.
- Customers are notified within 10 days of a confirmed breach of their data.
- Background screening of suppliers isn't performed.
- Amazon Web Services is certified to ISO 27018.
- Uptime of 99.5% is promised to every customer.
- Restores of backups are tried once a year.
- Customer prompts fall under a zero retention agreement with the supplier of the language model.
`;
/** A document with a table of contents, headings without text, and a sentence said twice. */
const pier = `PIER SYSTEMS SECURITY POLICY

Table of Contents
1. Bug bounty programme ........ 2
2. Cyber insurance and liability ........ 3
3. Backups ........ 4

1. Bug bounty programme

2. Cyber insurance and liability

3. Backups
Backups of all databases are made every night.

4. Operations
Backups of all databases are made every night. Disks are wiped before they are reused.
`;

export async function openHarbour(
  scopes = ['harbour', 'quay', 'pier'],
): Promise<{ knowledge: Knowledge; store: Store }> {
  const store = openStore(':memory:');
  for (const [name, format, text] of [
    ['harbour.md', 'markdown', harbour],
    ['quay.md', 'markdown', quay],
    ['pier.txt', 'text', pier],
  ] as const) {
    const scope = name.replace(/\..*/, '');
    if (!scopes.includes(scope)) continue;
    const passages = (await passagesOf(name, text)).map(passage => ({ ...passage, scope }));
    store.write(db => {
      const given = { id: name, scope, name, format, title: null, bytes: new TextEncoder().encode(text) };
      putDocument(db, { ...given, importedAt: '2026-01-05T09:00:00Z', messages: [] });
      putPassages(db, name, passages);
    });
  }
  return { store, knowledge: openKnowledge(store) };
}

/** An ask of Harbour in free text, unless said otherwise. */
export const asking = (question: string, more: Partial<Ask> = {}): Ask => ({
  question,
  section: null,
  guidance: null,
  scope: 'harbour',
  options: [],
  limit: null,
  names: [],
  ...more,
});

/** What a failing case must show: the draft without its long lists. */
export const brief = ({ outcome, polarity, choice, text, reason, notStated }: Draft) => ({
  outcome,
  polarity,
  choice,
  text,
  reason,
  notStated,
});

export function approve(
  store: Store,
  question: string,
  text: string,
  more: Partial<Pick<LibraryAnswer, 'choice' | 'scope' | 'state'>> = {},
): void {
  const at = '2026-02-01T09:00:00Z';
  store.write(db =>
    putLibraryAnswer(
      db,
      {
        id: sameTextKey(question),
        question,
        questionKey: sameTextKey(question),
        choice: null,
        text,
        scope: 'harbour',
        owner: '',
        tags: [],
        reviewBy: null,
        source: 'earlier.xlsx',
        approvedBy: 'Ada',
        approvedAt: at,
        state: 'active',
        updatedAt: at,
        evidence: [],
        ...more,
      } as Parameters<typeof putLibraryAnswer>[1],
      'Ada',
    ),
  );
}
