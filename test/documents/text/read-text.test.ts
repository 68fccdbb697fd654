import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../documents/text/decode-text.ts';
import { readText } from '../../../documents/text/read-text.ts';

function shape(text: string): string[] {
  return readText(text, 'policy.txt').blocks.map(block => {
    if (block.kind === 'table') throw new Error('plain text has no tables');
    const at = 'to' in block.at ? `${block.at.line}-${block.at.to}` : '?';
    return `${block.kind}${block.level} ${block.marker ?? '.'} ${at} ${block.text}`;
  });
}

describe('reading plain text', () => {
  test('a numbered line above text is a heading of its depth', () => {
    expect(
      shape('4. Data Protection & Encryption\n– TLS 1.2+ everywhere.\n\n1.2 Scope\nAll staff.\n'),
    ).toEqual([
      'heading1 4. 1-1 Data Protection & Encryption',
      'item0 – 2-2 TLS 1.2+ everywhere.',
      'heading2 1.2 4-4 Scope',
      'paragraph0 . 5-5 All staff.',
    ]);
  });

  test('numbered lines one after another are a list, not headings', () => {
    expect(shape('Steps\n\n1. Open a ticket\n2. Wait for approval\n3. Get access\n').slice(1)).toEqual([
      'item0 1. 3-3 Open a ticket',
      'item0 2. 4-4 Wait for approval',
      'item0 3. 5-5 Get access',
    ]);
  });

  test('capitals, underlined lines and a short line alone above text are headings', () => {
    expect(
      shape(
        'ACCESS CONTROL\nMFA is required.\n\nBackups\n=======\nDaily.\n\nIncident Response\n\nWe notify customers within 72 hours.\n',
      ),
    ).toEqual([
      'heading1 . 1-1 ACCESS CONTROL',
      'paragraph0 . 2-2 MFA is required.',
      'heading1 . 4-4 Backups',
      'paragraph0 . 6-6 Daily.',
      'heading2 . 8-8 Incident Response',
      'paragraph0 . 10-10 We notify customers within 72 hours.',
    ]);
  });

  test('bullets of every kind are items, depth by indent, wrapped lines joined', () => {
    const text = '• Keys are rotated\n  every year.\n    – by KMS\n* MFA\n- SSO\n';
    expect(shape(text)).toEqual([
      'item0 • 1-2 Keys are rotated every year.',
      'item1 – 3-3 by KMS',
      'item0 * 4-4 MFA',
      'item0 - 5-5 SSO',
    ]);
  });

  test('paragraphs wrapped at a column are joined, lines that end early are not', () => {
    const wrapped =
      'We encrypt customer data at rest with AES-256 and in transit with at\nleast TLS 1.2. Keys are kept in a managed service and rotated every\nyear.\nContact: security@example.test\n';
    expect(shape(wrapped)).toEqual([
      'paragraph0 . 1-3 We encrypt customer data at rest with AES-256 and in transit with at least TLS 1.2. Keys are kept in a managed service and rotated every year.',
      'paragraph0 . 4-4 Contact: security@example.test',
    ]);
  });

  test('a file with one paragraph per line keeps its lines apart', () => {
    const long =
      'Access is granted on request and reviewed every quarter by the owner of each system, and revoked at once when a person leaves the company.';
    expect(shape(`${long}\n${long}\n`)).toHaveLength(2);
  });

  test('sentences glued together stay one line: the reader keeps what the file has', () => {
    expect(shape('Reviewed annually.Contact: a@b.test | c@d.test\n')).toEqual([
      'paragraph0 . 1-1 Reviewed annually.Contact: a@b.test | c@d.test',
    ]);
  });

  test('no word is lost and places rise, whatever the lines are', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '=====',
        '1. Scope',
        '2.3 Keys',
        '- one',
        '  • two',
        'a) three',
        'TITLE',
        'Short Title',
      ),
      fc.lorem({ maxCount: 12 }),
      fc.lorem({ maxCount: 3, mode: 'sentences' }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), lines => {
        const { blocks } = readText(lines.join('\n'), 'x.txt');
        const kept = blocks
          .map(block => (block.kind === 'table' ? '' : `${block.marker ?? ''}${block.text}`))
          .join('');
        const given = lines.filter(text => text !== '=====').join('');
        expect(kept.replace(/\s/g, '')).toBe(given.replace(/\s/g, ''));
        const places = blocks.flatMap(block => ('to' in block.at ? [block.at.line, block.at.to] : []));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});

describe('decoding text', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);

  test('UTF-8 with a mark, UTF-16 and the Windows code page are read', () => {
    expect(decodeText(utf8('\ufeffPolicy\r\n'))).toBe('Policy\n');
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42, 0]))).toBe('AB');
    expect(decodeText(new Uint8Array([0x93, 0x41, 0x94]))).toBe('“A”');
  });

  test('binary data is not text', () => {
    expect(decodeText(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff]))).toBeNull();
  });

  test('zero-width characters are removed', () => {
    expect(decodeText(utf8('a\u200bb'))).toBe('ab');
  });
});
