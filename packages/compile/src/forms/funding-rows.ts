import type { PublicationCell, TableRowBlock } from '@mingzhang/document'
import type { Region } from '@mingzhang/figures'
import type { Fen } from '@mingzhang/money'
import type { CompileContext } from '../compile-context.ts'
import type { FundingSource, PerformanceForm } from '../ledger/ledger.ts'
import { label, row } from './form-cells.ts'
import { annualFunding, annualRegion, formName, fundingSources, lifeFunding, lifeRegion } from './form-funding.ts'

const sourceLabels: Readonly<Record<FundingSource, string>> = {
  central: '其中:中央财政资金', provincial: '省级财政资金', local: '市县(区)财政资金', selfRaised: '单位自筹', other: '其他资金',
}

/** 项目资金(元): 实施期 on the left and 年度 on the right, the total above its sources, to the fen. */
export function fundingRows(context: CompileContext, form: PerformanceForm): readonly TableRowBlock[] {
  const life = half(context, `${formName(form)} 实施期`, lifeRegion(context, form), 1)
  const annual = half(context, `${formName(form)} 年度`, { ...annualRegion(context, form), year: String(context.ledger.department.year) }, 2)
  const lifeMoney = lifeFunding(context, form)
  const annualMoney = annualFunding(context, form)
  return [
    row(
      label('项目资金(元)', { rows: fundingSources.length + 1 }),
      label('实施期资金总额:', { columns: 2 }), life(undefined, lifeMoney.total),
      label('年度资金总额:', { columns: 2 }), annual(undefined, annualMoney.total),
    ),
    ...fundingSources.map((source) => row(
      label(sourceLabels[source], { columns: 2 }), life(source, lifeMoney.bySource[source]),
      label(sourceLabels[source], { columns: 2 }), annual(source, annualMoney.bySource[source]),
    )),
  ]
}

type AmountCell = (source: FundingSource | undefined, exact: Fen) => PublicationCell

/** The amount cells of one half, each bound to its part of `region`. */
function half(context: CompileContext, name: string, region: Region, columns: number): AmountCell {
  return (source, exact) => {
    const own: Region = source === undefined ? region : { ...region, level: source }
    const words = source === undefined ? '资金总额' : sourceLabels[source].replace('其中:', '')
    const { id, text } = context.formFigure(own, `${name}${words}`, exact)
    return { text, figure: id, align: 'end', ...(columns > 1 ? { columnSpan: columns } : {}) }
  }
}
