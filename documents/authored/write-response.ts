// The response document as Word: for customers whose own file has no room for answers, and as a record that can
// be read without the questionnaire. Written with the docx library; customers' documents never pass through it.
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
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { answerWords, bySection, type Response, type ResponseItem, sourceWords } from './response.ts';
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
            ...(section === null ? [] : [new Paragraph({ text: section, heading: HeadingLevel.HEADING_1 })]),
            ...items.flatMap(item => itemBlocks(item, response.unanswered)),
          ]),
        ],
      },
    ],
  });
  return undate(new Uint8Array(await Packer.toBuffer(document)));
}

function itemBlocks(item: ResponseItem, unanswered: string): (Paragraph | Table)[] {
  const question = new Paragraph({
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: [bold(item.ref === null ? '' : `${item.ref}  `), ...lines(item.question, true)],
  });
  const words = answerWords(item);
  const answer =
    words === '' ? [new TextRun({ text: unanswered, italics: true, color: '666666' })] : lines(words);
  const sources = item.sources.map(
    source =>
      new Paragraph({
        spacing: { after: 40 },
        children: [
          new TextRun({ text: `Source: ${sourceWords(source)}`, size: 18, color: '555555' }),
          ...(source.quote === ''
            ? []
            : [new TextRun({ text: ` — “${source.quote}”`, size: 18, italics: true, color: '555555' })]),
        ],
      }),
  );
  return [question, framed([new Paragraph({ children: answer }), ...sources])];
}

/** A one-cell table with a light ground, so that question and answer are told apart at a glance. */
function framed(children: Paragraph[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'D0D5DD' };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            children,
            shading: { type: ShadingType.CLEAR, fill: 'F7F8FA' },
            margins: { top: 80, bottom: 80, left: 140, right: 140 },
            borders: { top: line, bottom: line, left: line, right: line },
          }),
        ],
      }),
    ],
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
