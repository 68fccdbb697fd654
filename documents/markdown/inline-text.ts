// Phrasing content to the words a reader sees: links and images by their text, marks removed.
import type { PhrasingContent, RootContent } from 'mdast';
import { tagName } from './html-parts.ts';

/** Text of inline nodes. Wrapped lines are joined by a space; a hard break stays as `\n`. */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map(textOf)
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim();
}

function textOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      // A link whose address the standard does not allow (spaces, template braces) stays text in the tree.
      return node.value.replace(/\s*\n\s*/g, ' ').replace(/\[([^\][]+)\]\([^()]*\)/g, '$1');
    case 'inlineCode':
      return node.value.replace(/\s*\n\s*/g, ' ');
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'html': {
      if (node.value.startsWith('<!--')) return '';
      const tag = tagName(node.value);
      if (tag === null) return node.value;
      return tag === 'br' ? '\n' : '';
    }
    case 'footnoteReference':
      return '';
    default:
      return 'children' in node ? node.children.map(textOf).join('') : '';
  }
}

/** True when the whole paragraph is bold: authors use that as a small heading. */
export function allBold(node: RootContent): boolean {
  return (
    node.type === 'paragraph' &&
    node.children.length > 0 &&
    node.children.every(
      child => child.type === 'strong' || (child.type === 'text' && child.value.trim() === ''),
    )
  );
}
