// Every screen in every state worth looking at: how to get there, in the order of the rail. One list for the
// accessibility check and for looking at pictures.
import type { Page } from 'playwright';
import type { FakeOptions } from './fake-host.ts';

export interface ScreenState {
  name: string;
  options?: FakeOptions & { hash?: string };
  reach?: (page: Page) => Promise<void>;
}

const press = (key: string) => async (page: Page) => page.keyboard.press(key);
const click = (name: string) => async (page: Page) => page.getByRole('button', { name }).first().click();

export const screenStates: ScreenState[] = [
  { name: 'questionnaires' },
  { name: 'questionnaires, empty', options: { empty: true } },
  { name: 'questionnaires, waiting', options: { hanging: ['questionnaire.list'] } },
  { name: 'questionnaires, failing', options: { failing: { 'questionnaire.list': 'io' } } },
  {
    name: 'questionnaires, a menu',
    reach: page => page.getByRole('button', { name: 'More for Contoso Health' }).click(),
  },
  {
    name: 'questionnaires, a file that cannot be read',
    options: { failing: { 'questionnaire.import': 'file-unreadable' } },
    reach: async page => {
      const choosing = page.waitForEvent('filechooser');
      await click('Import a file')(page);
      await (await choosing).setFiles({ name: 'form.xls', mimeType: '', buffer: Buffer.from('none') });
      await page.getByRole('button', { name: 'Dismiss form.xls' }).waitFor();
    },
  },
  { name: 'import', options: { hash: '#/import/n1' } },
  { name: 'import, none open', options: { hash: '#/import' } },
  { name: 'import, failing', options: { hash: '#/import/n1', failing: { 'questionnaire.regions': 'io' } } },
  {
    name: 'import, roles of a column',
    options: { hash: '#/import/n1' },
    reach: page => page.getByRole('button', { name: /^Column C/ }).click(),
  },
  { name: 'import, carried over', options: { hash: '#/import/n1' }, reach: click('Carry over past answers') },
  {
    name: 'import, drafting',
    options: { hash: '#/import/n1', hanging: ['questionnaire.draft'] },
    reach: async page => {
      await click('Draft again')(page);
      await page.getByRole('progressbar').waitFor();
    },
  },
  { name: 'import, running text', options: { hash: '#/import/n1', inText: true } },
  { name: 'review', options: { hash: '#/review/n1' } },
  { name: 'review, long guidance', options: { hash: '#/review/n1/q10' } },
  { name: 'review, long question', options: { hash: '#/review/n1/q8' } },
  { name: 'review, needs you', options: { hash: '#/review/n1/q9' } },
  { name: 'review, recalled', options: { hash: '#/review/n1/q8' } },
  { name: 'review, waiting', options: { hash: '#/review/n1', hanging: ['questionnaire.get'] } },
  { name: 'review, evidence waiting', options: { hash: '#/review/n1', hanging: ['answer.get'] } },
  {
    name: 'review, failing',
    options: { hash: '#/review/n1', failing: { 'questionnaire.get': 'not-found' } },
  },
  {
    name: 'review, changed elsewhere',
    options: { hash: '#/review/n1', failing: { 'answer.edit': 'conflict' } },
    reach: async page => {
      await page.getByLabel('Answer text').fill('Backups are made every night and restored once a quarter.');
      await page.getByText('Both are kept until you choose', { exact: false }).waitFor();
    },
  },
  {
    name: 'review, changed elsewhere and not in front',
    options: { hash: '#/review/n1', failing: { 'answer.edit': 'conflict' } },
    reach: async page => {
      await page.getByLabel('Answer text').fill('Backups are made every night.');
      await page.getByText('Both are kept until you choose', { exact: false }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await page.getByRole('region', { name: 'Not saved' }).waitFor();
    },
  },
  { name: 'review, keys', options: { hash: '#/review/n1' }, reach: press('?') },
  { name: 'review, palette', options: { hash: '#/review/n1' }, reach: press('Control+k') },
  { name: 'review, rejecting', options: { hash: '#/review/n1' }, reach: press('r') },
  { name: 'review, asking someone', options: { hash: '#/review/n1' }, reach: press('s') },
  { name: 'review, approving many', options: { hash: '#/review/n1' }, reach: press('b') },
  { name: 'review, score parts', options: { hash: '#/review/n1' }, reach: press('i') },
  {
    name: 'review, history',
    options: { hash: '#/review/n1' },
    reach: async page => {
      await page.keyboard.press('h');
      await page.locator('.answer-history').waitFor();
    },
  },
  { name: 'review, marked', options: { hash: '#/review/n1' }, reach: press('Shift+X') },
  {
    name: 'review, nothing found',
    options: { hash: '#/review/n1' },
    reach: page => page.getByLabel('Filter questions by words').fill('zzz'),
  },
  {
    name: 'review, not saved',
    options: { hash: '#/review/n1', failing: { 'answer.edit': 'bad-input' } },
    reach: async page => {
      await page.getByLabel('Answer text').fill('Another text.');
      await page.getByRole('button', { name: 'Save again' }).waitFor();
    },
  },
  { name: 'export', options: { hash: '#/export/n1' } },
  { name: 'export, failing', options: { hash: '#/export/n1', failing: { 'export.check': 'internal' } } },
  {
    name: 'export, made',
    options: { hash: '#/export/n1' },
    reach: async page => {
      await page.getByLabel('Write drafts too').check();
      await page.getByRole('button', { name: 'Make the file', disabled: false }).click();
      await page.getByText('Receipt: only answer cells changed').waitFor();
    },
  },
  {
    name: 'export, finishing',
    options: { hash: '#/export/n1' },
    reach: async page => {
      await click('Finish and keep approved answers')(page);
      await page.getByText('2 of 4 chosen').waitFor();
    },
  },
  { name: 'library', options: { hash: '#/library' } },
  { name: 'library, empty', options: { hash: '#/library', empty: true } },
  { name: 'library, an answer', options: { hash: '#/library/answers/l1' } },
  { name: 'library, a new answer', options: { hash: '#/library/answers/new' } },
  { name: 'library, due', options: { hash: '#/library/due' } },
  { name: 'library, conflicts', options: { hash: '#/library/conflicts' } },
  { name: 'library, no conflicts', options: { hash: '#/library/conflicts', empty: true } },
  {
    name: 'library, failing',
    options: { hash: '#/library', failing: { 'library.search': 'database-broken' } },
  },
  { name: 'policies', options: { hash: '#/policies' } },
  { name: 'policies, empty', options: { hash: '#/policies', empty: true } },
  { name: 'policies, a document', options: { hash: '#/policies/d1' } },
  { name: 'policies, recalled', options: { hash: '#/policies/recalled' } },
  { name: 'policies, nothing recalled', options: { hash: '#/policies/recalled', empty: true } },
  {
    name: 'policies, a question tried',
    options: { hash: '#/policies/try' },
    reach: async page => {
      await page.getByRole('textbox', { name: 'Question' }).fill('Is data encrypted?');
      await click('Ask')(page);
      await page.getByText('partly stated').waitFor();
    },
  },
  { name: 'activity', options: { hash: '#/activity' } },
  { name: 'activity, empty', options: { hash: '#/activity', empty: true } },
  { name: 'settings', options: { hash: '#/settings' } },
  {
    name: 'settings, failing',
    options: { hash: '#/settings', failing: { 'settings.get': 'database-newer' } },
  },
];
