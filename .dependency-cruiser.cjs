// Who may import whom. The rooms are the product's structure (see README); a breach here is a design mistake,
// types included. TypeScript 7 is not readable for this tool, so swc parses.
const room = name => `^${name}/`;
const only = (from, allowed) => ({
  name: `${from}-imports-only-${allowed.join('-') || 'nothing-of-ours'}`,
  severity: 'error',
  from: { path: room(from) },
  to: {
    path: '^(contract|documents|knowledge-base|workspace|electron|cli|renderer|test|bin)/',
    pathNot: `^(${[from, ...allowed].join('|')})/`,
  },
});
const doorway = (library, place) => ({
  name: `${library.replace(/[^a-z0-9]/g, '-')}-has-one-doorway`,
  severity: 'error',
  from: { path: '^(contract|documents|knowledge-base|workspace|electron|cli|renderer)/', pathNot: place },
  to: { path: `node_modules/${library}/` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(electron|mdast)$' },
    },
    only('contract', []),
    only('documents', ['contract']),
    only('knowledge-base', ['contract']),
    only('workspace', ['contract', 'documents', 'knowledge-base']),
    only('electron', ['contract', 'workspace']),
    only('cli', ['contract', 'workspace']),
    only('renderer', ['contract']),
    {
      name: 'contract-imports-zod-only',
      severity: 'error',
      from: { path: room('contract') },
      to: { path: 'node_modules/', pathNot: 'node_modules/zod/' },
    },
    {
      name: 'no-node-in-renderer-or-contract',
      severity: 'error',
      from: { path: '^(renderer|contract)/' },
      to: { dependencyTypes: ['core'] },
    },
    doorway('better-sqlite3', '^knowledge-base/store/'),
    doorway('fuse\\.js', '^knowledge-base/match/'),
    doorway('@energetic-ai', '^knowledge-base/embed/'),
    doorway('wink-', '^knowledge-base/text/parts-of-speech'),
    doorway('fflate', '^documents/'),
    doorway('saxes', '^documents/'),
    doorway('exceljs', '^documents/authored/'),
    doorway('docx', '^documents/authored/'),
    doorway('pdf-parse', '^documents/pdf/'),
    doorway('pdf-lib', '^documents/(pdf|authored)/'),
    doorway('tesseract\\.js', '^documents/pdf/'),
    doorway('electron', '^electron/'),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|out|release)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
