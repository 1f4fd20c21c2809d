/** Direction: money ← figures ← document, vocabulary ← audit, compile ← publish, reconstruct ← apps. Nothing is imported past a package's entry. */
const packages = ['money', 'figures', 'document', 'vocabulary', 'audit', 'compile', 'publish', 'reconstruct', 'office', 'ocr']
const mayImport = {
  money: [],
  figures: ['money'],
  document: ['money', 'figures'],
  vocabulary: ['money', 'figures'],
  audit: ['money', 'figures', 'document', 'vocabulary'],
  compile: ['money', 'figures', 'document', 'vocabulary'],
  publish: ['money', 'figures', 'document', 'vocabulary', 'audit', 'compile'],
  reconstruct: ['money', 'figures', 'document', 'vocabulary', 'audit', 'compile'],
  office: ['money', 'figures'],
  ocr: ['money', 'figures', 'document'],
}

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-undeclared', severity: 'error', from: { path: '^(packages|apps)/[^/]+/src' }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
    { name: 'packages-never-import-apps', severity: 'error', from: { path: '^packages/' }, to: { path: '^apps/' } },
    {
      name: 'only-through-the-entry',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { path: '^packages/([^/]+)/src/(?!index\\.ts$)', pathNot: '^$1/$2/' },
    },
    ...packages.map((name) => ({
      name: `direction-${name}`,
      severity: 'error',
      from: { path: `^packages/${name}/src` },
      to: { path: `^packages/(?!(?:${[name, ...mayImport[name]].join('|')})/)` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.mjs', '.json'] },
  },
}
