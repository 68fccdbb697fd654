import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../contract/knowledge.ts';
import { buildDocx, p, r, tbl, tc } from '../../support/build-docx.ts';
import { passagesOf } from './read-policy.ts';

const texts = (passages: readonly Passage[]) => passages.map(passage => passage.text);
const byText = (passages: readonly Passage[], start: string): Passage => {
  const found = passages.filter(passage => passage.text.startsWith(start));
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} passages start with “${start}”`);
  return found[0];
};

const markdown = `# Harbour Robotics security policy

## Access

Access to production requires:

- a named account, i.e. no shared logins;
- multi-factor authentication:
  - hardware keys for administrators,
    kept in the safe
  - an authenticator app for everybody else
    1. set up on the first day
- approval by the Head of Platform. Approvals expire after 90 days.

Ask at access@harbour.example or see
[the form](https://harbour.example/v2.1/access.html). It takes 1.5 days.

### Logs

Logs are kept for 13 months.

:::tip
**Questions**: write to the security team, e.g. by chat.
:::
`;

describe('passages of a Markdown policy', () => {
  it('are its sentences and bullets in order, none cut, none joined', async () => {
    expect(texts(await passagesOf('access.md', markdown))).toEqual([
      'Access to production requires:',
      'a named account, i.e. no shared logins;',
      'multi-factor authentication:',
      'hardware keys for administrators, kept in the safe',
      'an authenticator app for everybody else',
      'set up on the first day',
      'approval by the Head of Platform.',
      'Approvals expire after 90 days.',
      'Ask at access@harbour.example or see the form.',
      'It takes 1.5 days.',
      'Logs are kept for 13 months.',
      'Questions: write to the security team, e.g. by chat.',
    ]);
  });

  it('carry the headings above them, from the title down', async () => {
    const passages = await passagesOf('access.md', markdown);
    const title = 'Harbour Robotics security policy';
    expect(byText(passages, 'Approvals').heading).toEqual([title, 'Access']);
    expect(byText(passages, 'Logs are').heading).toEqual([title, 'Access', 'Logs']);
  });

  it('carry the lead-in and every bullet they are nested in, and no neighbour', async () => {
    const passages = await passagesOf('access.md', markdown);
    const lead = 'Access to production requires:';
    const factor = 'multi-factor authentication:';
    expect(byText(passages, 'a named').context).toEqual([lead]);
    expect(byText(passages, 'an auth').context).toEqual([lead, factor]);
    expect(byText(passages, 'set up').context).toEqual([
      lead,
      factor,
      'an authenticator app for everybody else',
    ]);
    expect(byText(passages, 'approval by').context).toEqual([lead]);
    expect(byText(passages, 'Logs are').context).toEqual([]);
  });

  it('let a later sentence of a bullet hang on its first', async () => {
    const passages = await passagesOf('access.md', markdown);
    expect(byText(passages, 'Approvals').context.at(-1)).toBe('approval by the Head of Platform.');
  });

  it('say on which lines of the file they stand', async () => {
    const passages = await passagesOf('access.md', markdown);
    expect(byText(passages, 'a named').at).toEqual({ line: 7, to: 7 });
    expect(byText(passages, 'hardware keys').at).toEqual({ line: 9, to: 10 });
    expect(byText(passages, 'It takes').at).toEqual({ line: 15, to: 16 });
  });

  it('end a list’s lead-in at the next paragraph, so that it does not colour the list after', async () => {
    const passages = await passagesOf(
      'a.md',
      'We never:\n\n- share keys\n\nOther measures are in place.\n\n- disks are wiped\n',
    );
    expect(byText(passages, 'share').context).toEqual(['We never:']);
    expect(byText(passages, 'disks').context).toEqual([]);
  });

  it('take a bold line for the heading it is', async () => {
    const passages = await passagesOf(
      'a.md',
      '# Policy\n\n**Passwords**\n\nAt least 14 characters are needed.\n',
    );
    expect(passages.map(({ heading, text }) => [...heading, text])).toEqual([
      ['Policy', 'Passwords', 'At least 14 characters are needed.'],
    ]);
  });
});

describe('passages of a plain text policy', () => {
  const text = `Harbour Robotics: how we work

1. Backups
The following holds for every database:
– Full backups run nightly; copies
  leave the site within 4.5 hours.
– Restores are tested:
    • every quarter by the platform team
    • every year with a customer, e.g. a hospital
2. Encryption
TLS 1.2+ is used for all traffic, incl. internal traffic. Keys are held in a vault (FIPS 140-2).Write to soc@harbour.example. Answers take a day.
`;

  it('are its sentences and dashed bullets, glued lines parted', async () => {
    const passages = await passagesOf('backup.txt', text);
    expect(texts(passages)).toEqual([
      'Harbour Robotics: how we work',
      'The following holds for every database:',
      'Full backups run nightly; copies leave the site within 4.5 hours.',
      'Restores are tested:',
      'every quarter by the platform team',
      'every year with a customer, e.g. a hospital',
      'TLS 1.2+ is used for all traffic, incl. internal traffic.',
      'Keys are held in a vault (FIPS 140-2).',
      'Write to soc@harbour.example.',
      'Answers take a day.',
    ]);
    expect(byText(passages, 'every quarter').context).toEqual([
      'The following holds for every database:',
      'Restores are tested:',
    ]);
    expect(byText(passages, 'Full backups').at).toEqual({ line: 5, to: 6 });
    expect(byText(passages, 'Keys').heading.at(-1)).toBe('Encryption');
  });
});

describe('passages of a Word policy', () => {
  const heading = (text: string, level: number) => p(text, `<w:pStyle w:val="H${level}"/>`);
  const styles = [1, 2]
    .map(
      n =>
        `<w:style w:type="paragraph" w:styleId="H${n}"><w:name w:val="heading ${n}"/><w:pPr><w:outlineLvl w:val="${n - 1}"/></w:pPr></w:style>`,
    )
    .join('')
    .concat('<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>');
  const bullet = (text: string, level: number) =>
    p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
  const level = (n: number) =>
    `<w:lvl w:ilvl="${n}"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0)}${level(1)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const cell = (text: string) => tc(p(text));
  const body = [
    p('Retention 3', '<w:pStyle w:val="T1"/>'),
    heading('Data policy', 1),
    heading('Retention', 2),
    `<w:p>${r('Data is kept as ')}${r('stated', '<w:b/>')}${r(' below. Owner: Dr. Ada Byron.')}</w:p>`,
    p('Deletion follows these steps:'),
    bullet('the owner asks', 0),
    bullet('in writing', 1),
    bullet('the team deletes within 30 days', 0),
    p('Periods are as follows:'),
    tbl(
      [cell('Data'), cell('Kept for')],
      [cell('Logs'), cell('13 months')],
      [cell('Invoices'), cell('10 years')],
    ),
  ].join('');

  it('are its sentences, list items and table rows, without the table of contents', async () => {
    const passages = await passagesOf('data.docx', buildDocx(body, { styles, numbering }));
    expect(texts(passages)).toEqual([
      'Data is kept as stated below.',
      'Owner: Dr. Ada Byron.',
      'Deletion follows these steps:',
      'the owner asks',
      'in writing',
      'the team deletes within 30 days',
      'Periods are as follows:',
      'Logs | 13 months',
      'Invoices | 10 years',
    ]);
    expect(byText(passages, 'in writing')).toMatchObject({
      heading: ['Data policy', 'Retention'],
      context: ['Deletion follows these steps:', 'the owner asks'],
      kind: 'bullet',
    });
    expect(byText(passages, 'Invoices').context).toEqual(['Periods are as follows:', 'Data | Kept for']);
  });
});

describe('the hash of a passage', () => {
  const one = async (text: string) => (await passagesOf('a.md', text))[0]?.hash;

  it('stays when only spacing, quotes, case or the line changes', async () => {
    expect(await one('# T\n\n\nKeys are “rotated”  yearly.\n')).toBe(
      await one('# T\n\nKeys are "rotated" yearly.\n'),
    );
  });

  it('changes with the words, and with the lead-in that gives them their sense', async () => {
    const base = await one('Keys are rotated yearly.\n');
    expect(await one('Keys are rotated monthly.\n')).not.toBe(base);
    const underLead = async (lead: string) =>
      (await passagesOf('a.md', `${lead}\n\n- share keys\n`)).at(-1)?.hash;
    expect(await underLead('We always:')).not.toBe(await underLead('We never:'));
  });

  it('gives a sentence said twice two ids, the same at every import', async () => {
    const text = '# A\n\nAll staff agree.\n\n# B\n\nAll staff agree.\n';
    const ids = (await passagesOf('a.md', text)).map(passage => passage.id);
    expect(new Set(ids).size).toBe(2);
    expect((await passagesOf('a.md', text)).map(passage => passage.id)).toEqual(ids);
  });
});
