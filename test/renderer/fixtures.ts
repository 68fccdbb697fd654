// Made-up data for driving the screens without a workspace: a vendor assessment of any size in every state,
// policies, a library with conflicts and due dates, and a record. Deterministic, so that pictures and timings
// can be compared.
import type { LibraryAnswer, LibraryConflict, PolicyDocument } from '../../contract/curate.ts';
import type { Evidence, Passage } from '../../contract/knowledge.ts';
import type { Question, Region } from '../../contract/questionnaire.ts';
import type {
  AnswerRow,
  AnswerState,
  AuditEntry,
  Picture,
  QuestionnaireSummary,
} from '../../contract/review.ts';

export const now = '2026-11-23T09:00:00.000Z';
const ago = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();

const sections = [
  'Data protection',
  'Access control',
  'Incident response',
  'Business continuity',
  'Supplier management',
];
const subjects = [
  'Is customer data encrypted at rest',
  'How are encryption keys managed, and how often are they rotated',
  'Is multi-factor authentication required for every account',
  'Within how many hours is access removed when somebody leaves',
  'How often are access rights reviewed, and by whom',
  'Describe the separation of customer data in the shared environment',
  'Is there a tested plan for restoring service after a regional outage',
  'Are suppliers assessed before they handle customer data, and how often after that',
  'Do you notify customers of a confirmed breach, and within what time',
  'Are backups kept in another region and restored as a test at least once a year',
];
const answers = [
  'Customer data is encrypted at rest with AES-256 in databases, object storage and backups.',
  'Keys are held in a managed key service and rotated every year.',
  'Multi-factor authentication is required for all staff accounts.',
  'Access is removed within one working day of departure.',
  'Access rights are reviewed every quarter by the owner of each system.',
];
const states: AnswerState[] = [
  'approved',
  'drafted',
  'drafted',
  'needs-you',
  'edited',
  'approved',
  'recalled',
  'drafted',
  'rejected',
  'not-applicable',
];
export const options = ['Yes', 'Partially', 'No', 'Not applicable'];

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

export function makeRow(index: number, total: number): AnswerRow {
  const section = pick(sections, Math.floor((index * sections.length) / Math.max(total, 1)));
  const state = pick(states, index * 7 + Math.floor(index / 10));
  const answered = state !== 'needs-you';
  const long =
    index === 8 ? ` ${'and what evidence of this can be provided to our auditors '.repeat(9)}` : '';
  return {
    questionId: `q${index}`,
    position: index,
    ref: `${section.slice(0, 2).toUpperCase()}-${String(index + 1).padStart(2, '0')}`,
    text: `${pick(subjects, index)}${long}?`,
    section,
    at: { sheet: 'Security', cell: `D${index + 4}` },
    optional: index % 17 === 16,
    state,
    outcome: state === 'needs-you' ? 'not-stated' : index % 6 === 1 ? 'partly' : 'answered',
    confidence: answered ? 0.55 + ((index * 37) % 44) / 100 : 0.21,
    choice: answered ? pick(options, index % 3 === 0 ? 0 : index % 4) : null,
    answer: answered ? pick(answers, index) : '',
    assignee: index % 11 === 3 ? 'Robin Vale' : null,
    comments: index % 9 === 4 ? 1 : 0,
    changed: index % 13 === 5,
    version: 1,
  };
}

export function makeQuestion(row: AnswerRow): Question {
  const line = row.position + 4;
  return {
    id: row.questionId,
    ref: row.ref,
    text: row.text,
    section: row.section,
    guidance:
      row.position % 3 === 1
        ? 'State the system used, who can use it, and the period. Attach evidence where you have it.'.repeat(
            row.position === 10 ? 9 : 1,
          )
        : null,
    at: row.at,
    optional: row.optional,
    slots: [
      { role: 'choice', at: { sheet: 'Security', cell: `C${line}` }, options },
      { role: 'text', at: { sheet: 'Security', cell: `D${line}` }, limit: 1000 },
    ],
  };
}

export function makeEvidence(id: string, text: string, score: number, library = false): Evidence {
  const from = Math.max(0, text.indexOf(' '));
  return {
    source: library ? 'library' : 'policy',
    id,
    text,
    question: library ? 'Are encryption keys rotated?' : null,
    heading: ['Security policy', 'Data protection and encryption'],
    context: library ? [] : ['We protect customer data as follows:'],
    citation: {
      document: library ? 'Contoso Health, March 2026' : 'Security policy 2026',
      section: library ? 'approved by Ada Lind' : 'Data protection and encryption',
      place: { line: 26, to: 26 },
    },
    score,
    parts: [
      { label: 'Control', words: 'same control: encryption of stored data', value: 1.42 },
      { label: 'Asks for', words: 'asks for a method; passage gives "AES-256"', value: 0.61 },
      { label: 'Words', words: 'shares "encrypted", "rest"', value: 0.34 },
      { label: 'Missing', words: 'no period stated', value: -0.27 },
    ],
    marks: [{ from: from + 1, to: Math.min(text.length, from + 22) }],
  };
}

export const someEvidence = (seed: number): Evidence[] =>
  answers.map((text, index) =>
    makeEvidence(`p${(seed + index) % 40}`, pick(answers, seed + index) || text, 0.92 - index * 0.14),
  );

export function makePicture(rows: AnswerRow[], from: number, count: number): Picture {
  const head = ['Ref', 'Control question', 'Response', 'Comment', 'Weight'];
  const roles = ['reference', 'question', 'choice', 'text', 'score'];
  const lines = Array.from({ length: count }, (_, index) => from + index).filter(
    line => line <= rows.length + 3,
  );
  const cell = (row: number, column: number, text: string, part: Partial<Picture['cells'][number]> = {}) => ({
    row,
    column,
    text,
    rowSpan: 1,
    columnSpan: 1,
    bold: false,
    fill: null,
    color: null,
    role: null,
    list: false,
    ...part,
  });
  return {
    label: 'Security',
    firstRow: from,
    firstColumn: 1,
    rows: lines.map(row => ({ row, hidden: false, height: null })),
    columns: [9, 48, 14, 40, 9].map((width, index) => ({ column: index + 1, hidden: false, width })),
    cells: lines.flatMap(line => {
      if (line === 1)
        return [
          cell(1, 1, 'Vendor assessment', { columnSpan: 5, bold: true, fill: '1F3864', color: 'FFFFFF' }),
        ];
      if (line === 2) return [];
      if (line === 3)
        return head.map((text, index) =>
          cell(3, index + 1, text, { bold: true, fill: 'D9E1F2', color: '808080' }),
        );
      const row = rows[line - 4];
      if (!row) return [];
      const texts = [row.ref ?? '', row.text, '', '', '3'];
      return texts.map((text, index) =>
        cell(line, index + 1, text, { role: roles[index] ?? null, list: index === 2 }),
      );
    }),
  };
}

/** A file of running text, which has no columns. */
export function makeTextRegion(questions: number): Region[] {
  const why = `${questions} questions in the text, each with a place to answer.`;
  const rows = { headerRows: [], firstRow: 0, lastRow: 0, columns: [] };
  return [{ id: 'text', label: 'Text', included: true, confidence: 0.9, why, ...rows, questions }];
}

export function makeRegions(questions: number): Region[] {
  const column = (at: number, role: Region['columns'][number]['role'], header: string, why: string) => ({
    column: at,
    role,
    header,
    option: null,
    why,
  });
  return [
    {
      id: 'sheet:Security#1',
      label: 'Security',
      included: true,
      confidence: 0.97,
      why: 'A heading row, a column of questions and a drop-down beside each.',
      headerRows: [3],
      firstRow: 4,
      lastRow: questions + 3,
      columns: [
        column(1, 'reference', 'Ref', 'Short codes that count up.'),
        column(2, 'question', 'Control question', 'Long texts, most of them questions.'),
        column(3, 'choice', 'Response', 'Every cell is a drop-down.'),
        column(4, 'text', 'Comment', 'Empty and wide, headed "Comment".'),
        column(5, 'score', 'Weight', 'Numbers only.'),
      ],
      questions,
    },
    {
      id: 'sheet:Instructions#2',
      label: 'Instructions',
      included: false,
      confidence: 0.08,
      why: 'Running text without a place to answer.',
      headerRows: [],
      firstRow: 1,
      lastRow: 12,
      columns: [],
      questions: 0,
    },
  ];
}

export function makeSummary(part: Partial<QuestionnaireSummary>): QuestionnaireSummary {
  return {
    id: 'n1',
    file: 'Northwind Bank, vendor assessment 2026.xlsx',
    format: 'xlsx',
    customer: 'Northwind Bank',
    scope: 'zuplo',
    due: '2026-12-04',
    owner: 'Ada Lind',
    createdAt: ago(3),
    touchedAt: ago(0.02),
    exportedAt: null,
    finishedAt: null,
    questions: 0,
    counts: {
      empty: 0,
      drafted: 0,
      'needs-you': 0,
      edited: 0,
      approved: 0,
      rejected: 0,
      'not-applicable': 0,
      recalled: 0,
    },
    ...part,
  };
}

export const otherQuestionnaires = (): QuestionnaireSummary[] => {
  const counts = (part: Partial<QuestionnaireSummary['counts']>) => ({ ...makeSummary({}).counts, ...part });
  return [
    makeSummary({
      id: 'n2',
      file: 'CAIQ 4.0.3.xlsx',
      customer: 'Contoso Health',
      due: '2026-11-20',
      questions: 261,
      counts: counts({ approved: 190, drafted: 40, 'needs-you': 31 }),
      touchedAt: ago(1),
    }),
    makeSummary({
      id: 'n3',
      file: 'HECVAT-lite-final-FINAL-v3 (returned by procurement, please use this one).xlsx',
      customer: '',
      due: null,
      questions: 110,
      counts: counts({ empty: 110 }),
      touchedAt: ago(12),
      scope: null,
    }),
    makeSummary({
      id: 'n4',
      file: 'DDQ.docx',
      format: 'docx',
      customer: 'Fabrikam',
      due: '2026-11-02',
      exportedAt: ago(22),
      finishedAt: ago(22),
      questions: 54,
      counts: counts({ approved: 52, recalled: 2 }),
      touchedAt: ago(22),
    }),
  ];
};

export const documents: PolicyDocument[] = [
  {
    id: 'd1',
    name: 'security-policy.md',
    format: 'markdown',
    scope: 'zuplo',
    title: 'Security policy 2026',
    passages: 240,
    importedAt: ago(9),
    sha256: 'a'.repeat(64),
  },
  {
    id: 'd2',
    name: 'access-control.docx',
    format: 'docx',
    scope: 'zuplo',
    title: null,
    passages: 88,
    importedAt: ago(9),
    sha256: 'b'.repeat(64),
  },
  {
    id: 'd3',
    name: 'zapro-trust.txt',
    format: 'text',
    scope: 'zapro',
    title: 'Trust page',
    passages: 61,
    importedAt: ago(30),
    sha256: 'c'.repeat(64),
  },
];

export function makePassages(document: PolicyDocument): Passage[] {
  return Array.from({ length: document.passages }, (_, index) => ({
    id: `${document.id}-p${index}`,
    documentId: document.id,
    document: document.name,
    scope: document.scope,
    text: `${pick(answers, index)}${index % 7 === 3 ? ' The owner reviews this every year and records the result in the register of controls.' : ''}`,
    heading: [document.title ?? document.name, pick(sections, Math.floor(index / 12))],
    context: index % 5 === 2 ? ['The following applies to production:'] : [],
    kind: index % 3 === 0 ? 'bullet' : 'sentence',
    at: { line: index * 2 + 1, to: index * 2 + 1 },
    hash: String(index).padStart(64, '0'),
  }));
}

export function makeLibraryAnswer(index: number): LibraryAnswer {
  const text = pick(answers, index);
  return {
    id: `l${index}`,
    question: `${pick(subjects, index)}?`,
    choice: index % 4 === 3 ? null : pick(options, index % 3),
    text,
    scope: pick(['zuplo', 'zapro', null], index),
    owner: pick(['Ada Lind', 'Robin Vale', ''], index),
    tags: index % 2 === 0 ? ['encryption', 'soc2'] : [],
    reviewBy: index % 5 === 0 ? '2026-11-01' : null,
    source: 'CAIQ 4.0.3.xlsx, Contoso Health',
    approvedBy: 'Ada Lind',
    approvedAt: ago(40),
    state: index % 23 === 7 ? 'recalled' : index % 29 === 9 ? 'retired' : 'active',
    evidence: [
      {
        passageId: 'd1-p3',
        hash: '3'.padStart(64, '0'),
        text,
        document: 'Security policy 2026',
        section: 'Data protection',
        place: { line: 7, to: 7 },
      },
    ],
    version: 2,
    updatedAt: ago(12),
  };
}

export const conflicts = (): LibraryConflict[] => [
  {
    kind: 'contradiction',
    left: makeLibraryAnswer(1),
    right: { ...makeLibraryAnswer(11), text: 'Keys are rotated every 90 days.' },
    why: 'number: every year / 90 days',
    score: 0.94,
  },
  {
    kind: 'duplicate',
    left: makeLibraryAnswer(2),
    right: { ...makeLibraryAnswer(12), scope: 'zapro' },
    why: 'the same words',
    score: 0.99,
  },
];

export const activity = (count: number): AuditEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    id: count - index,
    at: ago(index / 20),
    actor: pick(['Ada Lind', 'Robin Vale', ''], index),
    action: pick(
      ['answer.approved', 'answer.edited', 'policy.imported', 'library.merged', 'answer.recalled'],
      index,
    ),
    subject: pick(subjects, index),
    subjectId: `q${index}`,
    questionnaireId: index % 5 === 2 ? null : 'n1',
    before: index % 5 === 1 ? 'Keys are rotated every year.' : null,
    after: index % 5 === 1 ? 'Keys are rotated every 90 days by the platform team.' : null,
  }));
