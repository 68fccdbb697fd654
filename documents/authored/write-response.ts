// The response document as Word: for customers whose own file has no room for answers, and as a record that can
// be read without the questionnaire. Choice, words and sources have a row each, so that read-response.ts gets them
// back apart. Written with the docx library; customers' documents never pass through it.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { bySection, GROUND, type Response, type ResponseItem, SOURCE, sourceWords } from './response.ts';
import { undate } from './undate.ts';

/** A .docx file, the same for the same response; sections as headings, a block per question with its answer and sources. */
export async function writeResponse(response: Response): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Vouch',
    lastModifiedBy: 'Vouch',
    title: response.title,
    styles: {
      default: { document: { run: { font: 'Calibri', size: 22 }, paragraph: { spacing: { after: 100 } } } },
    },
    sections: [
      {
        footers: { default: pageNumbers() },
        children: [
          new Paragraph({ text: response.title, heading: HeadingLevel.TITLE }),
          ...response.facts.map(
            fact => new Paragraph({ children: [bold(`${fact.label}: `), ...lines(fact.value)] }),
          ),
          ...bySection(response.items).flatMap(({ section, items }) => [
            ...(section === null ? [] : [sectionHeading(section)]),
            ...items.flatMap(item => itemBlocks(item, response.unanswered)),
          ]),
        ],
      },
    ],
  });
  return undate(new Uint8Array(await Packer.toBuffer(document)));
}

/** Off the frame above it, and never alone at the foot of a page. */
function sectionHeading(text: string): Paragraph {
  return new Paragraph({ text, heading: HeadingLevel.HEADING_1, keepNext: true, spacing: { before: 360 } });
}

function itemBlocks(item: ResponseItem, unanswered: string): (Paragraph | Table)[] {
  const number = item.ref === null ? [] : [new TextRun({ bold: true, children: [item.ref, new Tab()] })];
  const question = new Paragraph({
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: [...number, ...lines(item.question, true)],
  });
  const sources = item.sources.map(
    source =>
      new Paragraph({
        spacing: { after: 40 },
        children: [
          new TextRun({ text: `${SOURCE}${sourceWords(source)}`, size: SMALL, color: '555555' }),
          ...(source.quote === ''
            ? []
            : [new TextRun({ text: ` — “${source.quote}”`, size: SMALL, italics: true, color: '555555' })]),
        ],
      }),
  );
  const nothing = item.choice === null && item.answer === '';
  const said = nothing
    ? [new TextRun({ text: unanswered, italics: true, color: '666666' })]
    : lines(item.answer);
  return [
    question,
    framed([
      ...(item.choice === null ? [] : [[new Paragraph({ children: lines(item.choice, true) })]]),
      ...(item.answer === '' && !nothing ? [] : [[new Paragraph({ children: said })]]),
      ...(sources.length === 0 ? [] : [sources]),
    ]),
  ];
}

/** Half points. */
const SMALL = 18;

/** A table of one column with a light ground, so that question and answer are told apart at a glance. */
function framed(rows: Paragraph[][]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'D0D5DD' };
  const none = { style: BorderStyle.NIL, size: 0, color: 'auto' };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (children, at) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              children,
              shading: { type: ShadingType.CLEAR, fill: GROUND },
              margins: { top: 80, bottom: 80, left: 140, right: 140 },
              borders: {
                top: at === 0 ? line : none,
                bottom: at === rows.length - 1 ? line : none,
                left: line,
                right: line,
              },
            }),
          ],
        }),
    ),
  });
}

function bold(text: string): TextRun {
  return new TextRun({ text, bold: true });
}

function lines(text: string, strong = false): TextRun[] {
  return clean(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, bold: strong, ...(index > 0 ? { break: 1 } : {}) }));
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '');
}

function pageNumbers(): Footer {
  const children = [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children, size: 18 })] }),
    ],
  });
}
