// DOCX to the neutral model: open, read the body, add what the whole document says of itself.
import type { Message } from '../../contract/outcome.ts';
import type { SourceDocument, TextBlock } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { child, descendants } from './element.ts';
import { innerText } from './inline.ts';
import { type Docx, openDocx } from './open-docx.ts';
import { type Body, readBody } from './read-body.ts';

export interface ReadDocx {
  docx: Docx;
  body: Body;
  document: SourceDocument;
}

export function readDocx(bytes: Uint8Array, name: string, budget: Budget): ReadDocx {
  const docx = openDocx(bytes, budget);
  const body = readBody(docx, budget);
  const heading = body.blocks.find(
    block => block.kind === 'heading' && block.level === 1 && block.text.trim() !== '',
  );
  const property = docx.core ? child(docx.core.root, 'title') : undefined;
  const stated = docx.core && property ? innerText(docx.core.text, property).trim() : '';
  const title = stated || (heading as TextBlock | undefined)?.text.trim() || null;
  const messages = remarks(docx);
  return { docx, body, document: { format: 'docx', name, title, grids: [], blocks: body.blocks, messages } };
}

function remarks(docx: Docx): Message[] {
  const messages: Message[] = [];
  const changes = descendants(docx.body, 'ins').length + descendants(docx.body, 'del').length;
  if (changes > 0)
    messages.push({
      severity: 'info',
      code: 'tracked-changes',
      text: 'The document has tracked changes. It is read as if they were accepted; they stay as they are when it is filled.',
      at: null,
    });
  if (descendants(docx.body, 'altChunk').length > 0)
    messages.push({
      severity: 'warning',
      code: 'embedded-document',
      text: 'The document holds another document that Word shows when it opens it. Open it in Word and save it again to make that text readable here.',
      at: null,
    });
  return messages;
}
