/** Sound ledgers of every shape: many units, every fund, carry-over, negative lines, open values, awkward texts. */
import { fen, type Fen } from '@mingzhang/money'
import fc from 'fast-check'
import { type Ledger, type LedgerFund, ledgerTextItems, type PerformanceForm, priorYearItems, type RevenueLine } from '../../src/index.ts'

const characters = Array.from('清河县文化馆预算（一）、1203.5-=+@,;"\'&<>| %\n{}“”合计𠮷é_x')
const text = fc.string({ unit: fc.constantFrom(...characters), maxLength: 24 }).map((value) => value.trim())
const filled = text.filter((value) => value !== '')
/** Not 合计: in a list of money, that is no name. */
const oneLine = filled.map((value) => value.replace(/\s+/gu, ' ')).filter((value) => !value.includes('合计'))
/** Up to a hundredth of what fen can hold, so that sums stay exact. */
const amount = fc.oneof(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: -90_000_000_000_000, max: 90_000_000_000_000 })).map((value): Fen => fen(value))
const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined })
const names = (minLength: number): fc.Arbitrary<readonly string[]> => fc.uniqueArray(oneLine, { minLength, maxLength: 4 })

const funds: readonly LedgerFund[] = [
  'fiscal/generalPublic', 'fiscal/governmentFund', 'fiscal/stateCapital', 'specialAccount', 'unitFunds', 'unitFunds/operations', 'unitFunds/business',
  'unitFunds/superior', 'unitFunds/subordinate', 'unitFunds/other',
]
const fund = fc.constantFrom(...funds)
const period = fc.constantFrom('current' as const, 'carriedIn' as const)
const functionCode = fc.constantFrom('2070101', '2070109', '2080505', '2101101', '2210201', '2079801')
const economic = fc.constantFrom('30101', '30201', '30302', '31002')
const source = fc.constantFrom('central' as const, 'provincial' as const, 'local' as const, 'selfRaised' as const, 'other' as const)

export const arbitraryLedger: fc.Arbitrary<Ledger> = fc.tuple(names(1), names(0)).chain(([unitNames, projectNames]) => {
  const unit = fc.constantFrom(...unitNames)
  const basicUse = fc.constantFrom({ kind: 'personnel' } as const, { kind: 'operating' } as const)
  const basicLine = fc.record({
    unit, use: basicUse, function: functionCode, economic, governmentEconomic: optional(fc.constantFrom('50101', '50502')), fund, period,
    source: optional(source), amount,
  })
  const projectLine = projectNames.length === 0 ? [] : [fc.record({
    unit, use: fc.constantFrom(...projectNames).map((project) => ({ kind: 'project' as const, project })), function: functionCode, economic: optional(economic),
    governmentEconomic: fc.constant(undefined), fund, period, source: optional(source), amount,
  })]
  const subjects: readonly PerformanceForm['subject'][] = [
    { kind: 'personnel' }, { kind: 'operating' }, ...projectNames.map((project) => ({ kind: 'project' as const, project })),
  ]
  const form = fc.record({
    subject: fc.constantFrom(...subjects), unit: optional(unit), attribute: text, duration: text,
    lifeFunding: optional(fc.record({ central: amount, local: amount }, { requiredKeys: ['local'] })), overview: text, basis: text, necessity: text,
    measures: text, plan: text, lifeGoal: text, annualGoal: text,
    indicators: fc.array(fc.record({
      span: fc.constantFrom('life' as const, 'annual' as const), level1: filled, level2: filled, name: filled, value: text,
    }), { maxLength: 3 }),
    responsible: text, handler: text, phone: text, filledOn: text,
  })
  return fc.record({
    department: fc.record({
      name: oneLine, code: fc.constantFrom('', '028'), year: fc.constant(2024), level: fc.constantFrom('department' as const, 'unit' as const),
      approvedOn: fc.constant('2024-02-06'), approvedBy: oneLine, region: oneLine, officePhone: fc.constant('0358-1234567'),
    }, { requiredKeys: ['name', 'code', 'year', 'level'] }),
    units: fc.tuple(...unitNames.map((name) => fc.record({
      name: fc.constant(name), code: fc.constant(''), nature: fc.constantFrom('administrative' as const, 'civilServiceManaged' as const, 'institution' as const),
    }))),
    projects: fc.tuple(...projectNames.map((name) => fc.record({
      name: fc.constant(name), code: text, unit, class: fc.constantFrom('operation' as const, 'specificTarget' as const),
    }))),
    lines: fc.array(fc.oneof(basicLine, ...projectLine), { maxLength: 12 }),
    carriedOut: fc.array(fc.record({ unit, function: functionCode, fund, period, amount }), { maxLength: 3 }),
    priorYear: fc.uniqueArray(fc.record({ item: fc.constantFrom(...(Object.keys(priorYearItems) as (keyof typeof priorYearItems)[])), amount }), {
      selector: ({ item }) => item, maxLength: 8,
    }),
    procurement: fc.array(fc.record({ unit, kind: fc.constantFrom('goods' as const, 'works' as const, 'services' as const), name: oneLine, amount }), { maxLength: 2 }),
    facts: fc.record({
      headcount: fc.array(fc.record({ unit, kind: fc.constantFrom('administrativePosts' as const, 'retired' as const), people: fc.nat(9999) }), { maxLength: 2 }),
      vehicles: fc.array(fc.record({ unit, kind: oneLine, count: fc.nat(99) }), { maxLength: 2 }),
      assets: fc.array(fc.record({
        unit, kind: fc.constantFrom('building' as const, 'equipment' as const), name: oneLine, size: text,
        original: optional(amount), depreciation: optional(amount),
      }), { maxLength: 2 }),
    }),
    texts: fc.uniqueArray(fc.record({ item: fc.constantFrom(...(Object.keys(ledgerTextItems) as (keyof typeof ledgerTextItems)[])), text: filled }), {
      selector: ({ item }) => item, maxLength: 6,
    }),
    forms: fc.uniqueArray(form, { selector: ({ subject }) => JSON.stringify(subject), maxLength: 3 }),
    localCodes: fc.constant([{ scheme: 'function' as const, code: '2079801', name: '县级文化专项' }]),
    pinned: fc.array(fc.record({ table: oneLine, row: oneLine, column: oneLine, printed: amount }), { maxLength: 2 }),
  }).map((parts): Ledger => ({ ...parts, revenue: balancingRevenue(parts.lines, parts.carriedOut) }))
})

/** One line of revenue per fund and period, so that the ledger balances. */
function balancingRevenue(lines: Ledger['lines'], carriedOut: Ledger['carriedOut']): readonly RevenueLine[] {
  const all = [...lines, ...carriedOut]
  return funds.flatMap((fundOf) => (['current', 'carriedIn'] as const).flatMap((periodOf): readonly RevenueLine[] => {
    const own = all.filter((line) => line.fund === fundOf && line.period === periodOf)
    const first = own[0]
    if (first === undefined) return []
    const subject = periodOf === 'current' && (fundOf === 'fiscal/governmentFund' || fundOf === 'fiscal/stateCapital') ? '1030129' : undefined
    return [{ unit: first.unit, fund: fundOf, period: periodOf, subject, amount: fen(own.reduce((sum, line) => sum + line.amount, 0)) }]
  }))
}
