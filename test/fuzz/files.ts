// Throws damaged and hostile files at reading and filling: bit flips, cuts, splices of two files, lying zips,
// entity bombs, deep and endless XML. Each must end, within its bounds, with a document or an expected failure.
// `npm run fuzz [-- --seconds 60 --seed 1]`; a fault prints its seed and is kept under the temporary folder.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { defaultLimits, type Limits } from '../../documents/limits.ts';
import { fillDocument, readDocument } from '../../documents/registry.ts';
import { corpusFiles } from '../support/corpus.ts';
import { oneSheet, pack, workbookParts } from '../support/make-package.ts';
import { makeZip } from '../support/make-zip.ts';

const args = process.argv.slice(2);
const option = (name: string, otherwise: number) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(args[at + 1]);
};
const seconds = option('seconds', 60);
let state = option('seed', Date.now() % 1_000_000_007) | 0;
const firstSeed = state;

function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  return Math.floor(((state >>> 0) / 4_294_967_296) * below);
}

/** Small bounds, so that an overrun shows as one: nothing may take longer than a few times these. */
const limits: Limits = {
  ...defaultLimits,
  fileBytes: 5_000_000,
  inflatedBytes: 60_000_000,
  partBytes: 30_000_000,
  cells: 300_000,
  seconds: 5,
};
const patience = 15_000;

interface Sample {
  name: string;
  bytes: Uint8Array;
}

const text = (value: string) => new TextEncoder().encode(value);
const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, row) =>
      `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>q${row}</t></is></c><c r="B${row + 1}"/></row>`,
  ).join('');

function small(): Sample[] {
  return [
    {
      name: 'a.xlsx',
      bytes: oneSheet(`<sheetData>${rows(20)}</sheetData><mergeCells><mergeCell ref="A3:B4"/></mergeCells>`, {
        strings: '<si><t>x</t></si>',
        styles: '<cellXfs><xf/></cellXfs>',
      }),
    },
    { name: 'a.csv', bytes: text('ref,question,answer\n1,"Do you, say, encrypt?",\n2,Backups?,\n') },
    { name: 'w.csv', bytes: new Uint8Array(Buffer.from('\ufeffref;frage\n1;Größe?\n', 'utf16le')) },
  ];
}

function hostile(): Sample[] {
  const sheet = (xml: string) => {
    const parts = workbookParts({ sheets: [{ name: 'Sheet', xml: '' }] });
    parts['xl/worksheets/sheet1.xml'] = xml;
    return pack(parts);
  };
  const laughs = `<!DOCTYPE w [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY ${'bcdefghijklm'[i]} "${`&${'abcdefghijkl'[i]};`.repeat(10)}">`).join('')}]>`;
  const external = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const cells = (xml: string) =>
    `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${xml}</t></is></c></row></sheetData></worksheet>`;
  const bomb = Buffer.alloc(50_000_000);
  return [
    ['laughs', sheet(laughs + cells('&m;'))],
    ['external', sheet(external + cells('&x;'))],
    ['undefined entity', sheet(cells('&nothing;'))],
    ['deep', sheet(`<worksheet>${'<a>'.repeat(200_000)}`)],
    [
      'deep extension',
      sheet(
        `<worksheet><extLst>${'<x14:a>'.repeat(100_000)}${'</x14:a>'.repeat(100_000)}</extLst></worksheet>`,
      ),
    ],
    ['unclosed attribute', sheet('<worksheet a="')],
    [
      'many attributes',
      sheet(`<worksheet ${Array.from({ length: 100_000 }, (_, i) => `a${i}="${i}"`).join(' ')}/>`),
    ],
    ['one long name', sheet(`<${'n'.repeat(5_000_000)}/>`)],
    [
      'many cells',
      sheet(`<worksheet><sheetData><row>${'<c/>'.repeat(400_000)}</row></sheetData></worksheet>`),
    ],
    [
      'many merges',
      sheet(
        `<worksheet><sheetData/><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(150_000)}</mergeCells></worksheet>`,
      ),
    ],
    [
      'wide validations',
      sheet(
        `<worksheet><sheetData/><dataValidations>${'<dataValidation type="list" sqref="A1:XFD1048576"><formula1>$A:$A</formula1></dataValidation>'.repeat(20_000)}</dataValidations></worksheet>`,
      ),
    ],
    [
      'far cell',
      sheet(
        '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
      ),
    ],
    [
      'rows that lie',
      sheet(
        '<worksheet><sheetData><row r="99999999999999999999"/><row r="-1"/><row r="NaN"/><row r="1e3"><c r="ZZZZ1"/></row></sheetData></worksheet>',
      ),
    ],
    ['zip bomb', makeZip([{ name: '[Content_Types].xml', data: bomb }])],
    ['lying size', makeZip([{ name: '[Content_Types].xml', data: bomb, statedSize: 10 }])],
    ['many parts', makeZip(Array.from({ length: 12_000 }, (_, i) => ({ name: `p${i}`, data: text('x') })))],
    [
      'same names',
      makeZip([
        { name: '[Content_Types].xml', data: text('a') },
        { name: '[Content_Types].xml', data: text('b') },
      ]),
    ],
    [
      'climbing names',
      makeZip([
        { name: '../../etc/passwd', data: text('x') },
        { name: 'xl/workbook.xml', data: text('<workbook/>') },
      ]),
    ],
    ['endless quotes', text(`a,b\n${'"'.repeat(2_000_001)}`)],
    ['one quote', text(`a,b\n"${'x,\n'.repeat(300_000)}`)],
    ['only delimiters', text(','.repeat(1_000_000))],
    [
      'recursive names',
      pack(
        workbookParts({
          sheets: [
            {
              name: 'S',
              xml: '<sheetData/><dataValidations><dataValidation type="list" sqref="A1"><formula1>A_</formula1></dataValidation></dataValidations>',
            },
          ],
          workbook:
            '<definedNames><definedName name="A_">B_</definedName><definedName name="B_">A_</definedName></definedNames>',
        }),
      ),
    ],
    ['raw deflate', deflateRawSync(bomb)],
  ].map(([name, bytes]) => ({
    name: `${name as string}${/quote|delimiter/.test(name as string) ? '.csv' : '.xlsx'}`,
    bytes: new Uint8Array(bytes as Uint8Array),
  }));
}

/** Damage that stays a valid zip: one part is changed inside and packed again with the right checksum. */
function damagePart({ name, bytes }: Sample): Sample {
  const parts = workbookParts({
    sheets: [{ name: 'Sheet', xml: `<sheetData>${rows(10)}</sheetData>` }],
    strings: '<si><t>x</t></si>',
    styles: '<cellXfs><xf/></cellXfs>',
  });
  const names = Object.keys(parts);
  const victim = names[random(names.length)] ?? '';
  parts[victim] = damage(text(String(parts[victim])));
  return { name, bytes: random(3) === 0 ? bytes : pack(parts) };
}

function damage(bytes: Uint8Array): Uint8Array {
  const out = bytes.slice();
  const kind = random(5);
  if (kind === 0) return out.subarray(0, random(out.length + 1));
  if (kind === 1) {
    const from = random(out.length);
    out.copyWithin(random(out.length), from, from + random(200));
    return out;
  }
  if (kind === 2) {
    const at = random(out.length);
    return new Uint8Array([
      ...out.subarray(0, at),
      ...text(['<', '>', '"', '&', ']]>', '<!--', '<![CDATA[', '\0', '&#0;', '&#xFFFFFF;'][random(10)] ?? ''),
      ...out.subarray(at),
    ]);
  }
  for (let flips = 1 + random(20); flips > 0; flips--) {
    const at = random(out.length);
    out[at] = kind === 3 ? random(256) : (out[at] ?? 0) ^ (1 << random(8));
  }
  return out;
}

const outcomes = new Map<string, number>();
const faults = mkdtempSync(join(tmpdir(), 'vouch-fuzz-'));
let failed = 0;

async function tryOne(sample: Sample, seed: number): Promise<void> {
  const start = performance.now();
  let said: string;
  try {
    const outcome = await readDocument(sample.bytes, sample.name, limits);
    said = outcome.ok ? 'read' : outcome.error.code;
    const grid = outcome.ok ? outcome.value.grids[0] : undefined;
    if (grid) {
      const at = grid.kind === 'csv' ? { row: 1, column: 2 } : { sheet: grid.name, cell: 'B2' };
      const filled = await fillDocument(
        sample.bytes,
        sample.name,
        [{ at, role: 'text', value: 'x' }],
        limits,
      );
      said = filled.ok ? 'filled' : `read, then ${filled.error.code}`;
      if (filled.ok && !filled.value.receipt.holds) throw new Error('The receipt does not hold');
    }
  } catch (error) {
    said = `FAULT ${error instanceof Error ? error.stack : error}`;
  }
  const spent = performance.now() - start;
  if (spent > patience) said = `FAULT took ${Math.round(spent)} ms`;
  if (said.startsWith('FAULT')) {
    failed += 1;
    const path = join(faults, `${seed}-${crc32(sample.bytes)}-${sample.name.replaceAll('/', '_')}`);
    writeFileSync(path, sample.bytes);
    console.log(`${sample.name} (seed ${seed}, kept as ${path})\n${said}\n`);
    said = 'FAULT';
  }
  outcomes.set(said, (outcomes.get(said) ?? 0) + 1);
}

for (const sample of hostile()) await tryOne(sample, 0);
const seeds = [
  ...small(),
  ...corpusFiles('odd', /\.(xlsx|xlsm|docx)$/)
    .map(file => ({ name: file.name, bytes: file.bytes() }))
    .filter(({ bytes }) => bytes.length < 60_000),
];
const end = performance.now() + seconds * 1000;
let tried = 0;
while (performance.now() < end) {
  const seed = state;
  const sample = seeds[random(seeds.length)] ?? { name: 'none', bytes: new Uint8Array() };
  const kind = random(3);
  const damaged = kind === 0 ? damagePart(sample) : { ...sample, bytes: damage(sample.bytes) };
  await tryOne(damaged, seed);
  tried += 1;
}
console.log(`${tried} damaged files from seed ${firstSeed}, and ${hostile().length} hostile ones:`);
for (const [said, count] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(7)}  ${said}`);
process.exit(failed > 0 ? 1 : 0);
