// Plain text as a format: the last resort among the text formats, so it only ever says `maybe`.
import { done, failed } from '../../contract/outcome.ts';
import { extensionOf, type Format } from '../format.ts';
import { decodeText } from './decode-text.ts';
import { readText } from './read-text.ts';

const extensions = ['txt', 'text', 'log'];

export const text: Format = {
  id: 'text',
  label: 'plain text',
  extensions,
  sniff(bytes, name) {
    const extension = extensionOf(name);
    if (!extensions.includes(extension) && extension !== '') return 'no';
    return bytes.length > 0 && decodeText(bytes.subarray(0, 4096 - (4096 % 2))) !== null ? 'maybe' : 'no';
  },
  read(bytes, name) {
    const decoded = decodeText(bytes);
    if (decoded === null)
      return failed('file-unreadable', `“${name}” is not a text file. Save it as UTF-8 text and try again.`, {
        name,
      });
    return done(readText(decoded, name));
  },
};
