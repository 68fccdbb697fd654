// Questions of running text with the answers that stand there: in a box under the question, behind it on its own
// line, or below it. For completed forms and question-and-answer papers, in which the finder of questions to answer
// sees no place that waits.
import type { Block, SourceDocument } from '../../contract/source-document.ts';
import { leadingNumber, withoutLeadingNumber } from './leading-number.ts';
import { cleanText, phraseTest, plainWords, wordCount } from './plain-words.ts';
import { isPrompt } from './prompts.ts';
import { asksOutright, questionShape, withoutMarker } from './question-shape.ts';
import { instructions } from './words/form-words.ts';

export interface AnsweredQuestion {
  ref: string | null;
  section: string | null;
  question: string;
  answer: string;
}

/** A form of which fewer questions have words that could be their answers is not a completed one. */
const ANSWERED_SHARE = 0.5;
const FEWEST = 2;
/** Words of a question with the answer behind it. */
const LONGEST = 200;

/** In document order; empty where the text does not show that its questions are answered. */
export function answeredText(document: SourceDocument): AnsweredQuestion[] {
  const lines = linesOf(document.blocks);
  const asks = lines.flatMap((line, at) => (line.asks && !advises(lines, at) ? [{ line, at }] : []));
  const outright = asks.filter(({ line }) => asksOutright(line.text)).length;
  const answered = asks.flatMap(({ line, at }, order) => {
    const below = lines.slice(at + 1, asks[order + 1]?.at);
    // "Submit a request." asks for an answer in a form; among prose it is a step to take.
    const asked = outright * 3 >= asks.length * 2 || asksOutright(line.text) || boxIn(below) !== undefined;
    const { question, behind } = cutBehind(line.text);
    const answer = isAnswer(behind) ? behind : answerBelow(below);
    if (answer === null || !asked) return [];
    const ref = leadingNumber(question);
    return [{ ref, section: line.section, question: withoutLeadingNumber(question), answer }];
  });
  const own = withoutRepeated(answered);
  return own.length >= FEWEST && own.length >= asks.length * ANSWERED_SHARE ? own : [];
}

interface Line {
  text: string;
  /** `end` is what no answer goes beyond. */
  kind: 'line' | 'box' | 'end';
  asks: boolean;
  section: string | null;
}

function linesOf(blocks: readonly Block[]): Line[] {
  let section: string | null = null;
  return blocks.flatMap(block => {
    const heading = block.kind === 'heading' && !asksOutright(block.text);
    if (heading && block.text.trim() !== '') section = block.text.trim();
    return linesOfBlock(block, heading, section);
  });
}

function linesOfBlock(block: Block, heading: boolean, section: string | null): Line[] {
  if (block.kind === 'table') {
    const [only] = block.grid.cells;
    const box = block.grid.rows === 1 && block.grid.columns === 1;
    return [{ text: box ? (only?.text ?? '') : '', kind: box ? 'box' : 'end', asks: false, section }];
  }
  return block.text.split('\n').map(raw => {
    const text = cleanText(raw).replace(/^\s*[•·●▪◦*–—-]\s+/, '');
    const asks = !heading && wordCount(text) <= LONGEST && isAsk(text);
    return { text, kind: heading ? 'end' : 'line', asks, section };
  });
}

const instructs = phraseTest(instructions);
const conditional =
  /^(?:if|where|please|e\.g\.|i\.e\.|for example|note|wenn|falls|bitte|si|veuillez|por favor|se)\b/i;

function isAsk(text: string): boolean {
  const { question } = cutBehind(text);
  return asksOutright(question)
    ? !question.includes('://')
    : questionShape(question) >= 0.9 && !instructs(plainWords(question));
}

/** "Please name the system." right below a question says how to answer that one. */
function advises(lines: readonly Line[], at: number): boolean {
  const { text = '' } = lines[at] ?? {};
  const above = lines.slice(0, at).findLast(line => line.text !== '');
  return above?.asks === true && conditional.test(text) && !asksOutright(text);
}

/** "Is it tested? (Yes/No) Every year." is a question with the options the form prints after it, and its answer. */
export function cutBehind(text: string): { question: string; behind: string } {
  const [, question, behind] =
    /^(.*?(?:[?؟](?=[\s([]|$)|？)\s*(?:[([][^)\]]*[)\]])?)\s*(\S[\s\S]*)?$/u.exec(text) ?? [];
  return { question: (question ?? text).trim(), behind: (behind ?? '').trim() };
}

function nearOf(lines: readonly Line[]): Line[] {
  const end = lines.findIndex(line => line.kind === 'end');
  return (end < 0 ? lines : lines.slice(0, end)).filter(({ text, kind }) => text !== '' || kind === 'box');
}

const boxIn = (lines: readonly Line[]) => nearOf(lines).find(({ kind }) => kind === 'box');

function answerBelow(lines: readonly Line[]): string | null {
  const near = nearOf(lines);
  const box = boxIn(lines);
  if (box) return isAnswer(box.text) ? box.text.trim() : null;
  const words = near.map(({ text }) =>
    text.replace(/^(?:answer|response|a|antwort|respuesta|réponse|risposta)\s*[:：]\s*/i, ''),
  );
  const from = words.findIndex(isAnswer);
  return from < 0 ? null : words.slice(from).join('\n');
}

/** Words of somebody's own: no advice, no option of a list, no prompt and no blank. */
function isAnswer(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text) || /_{3,}|\.{5,}|[☐☑☒]/u.test(text)) return false;
  if (/^[([].*[)\]]$/s.test(text) || isPrompt(text)) return false;
  const body = withoutMarker(text);
  if (/^\s*[\p{L} ]+(?:\s*[/|]\s*[\p{L} ]+)+\s*$/u.test(body) && wordCount(body) <= 6) return false;
  return (
    !conditional.test(body) &&
    !asksOutright(body) &&
    !instructs(plainWords(body)) &&
    questionShape(body) < 0.9
  );
}

/** The same words under more than half of the questions are the form's own. */
function withoutRepeated(answered: AnsweredQuestion[]): AnsweredQuestion[] {
  const counts = Map.groupBy(answered, ({ answer }) => answer);
  const printed = ({ answer }: AnsweredQuestion) =>
    (counts.get(answer)?.length ?? 0) > Math.max(FEWEST, answered.length / 2) && wordCount(answer) > 3;
  return answered.filter(one => !printed(one));
}
