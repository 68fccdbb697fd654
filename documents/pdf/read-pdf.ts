// PDF to the neutral model. The work is in analyse.ts (geometry) and blocks.ts (meaning); this joins them.
import { done, type Outcome } from '../../contract/outcome.ts';
import type { SourceDocument, TextBlock } from '../../contract/source-document.ts';
import type { Limits } from '../limits.ts';
import { analysePdf } from './analyse.ts';
import { blocksOf } from './blocks.ts';

export async function readPdf(
  bytes: Uint8Array,
  name: string,
  limits: Limits,
): Promise<Outcome<SourceDocument>> {
  const analysis = await analysePdf(bytes, limits);
  const blocks = blocksOf(analysis);
  const heading = blocks.find(block => block.kind === 'heading' && block.level === 1) as
    | TextBlock
    | undefined;
  const title = heading?.text ?? analysis.title;
  return done(
    { format: 'pdf', name, title, grids: [], blocks, messages: analysis.messages },
    analysis.messages,
  );
}
