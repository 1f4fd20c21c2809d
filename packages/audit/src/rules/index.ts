/** All rules that need meaning, in the order of their ids. One module each. */
import type { Rule } from '../model/rule.ts'
import { costFloor } from './d01-cost-floor.ts'
import { costAboveMoney } from './d02-cost-above-money.ts'
import { costNotStated } from './d03-cost-not-stated.ts'
import { qualitativeWithoutGrades } from './d04-qualitative-without-grades.ts'
import { unitMissingOrWrong } from './d05-unit-missing-or-wrong.ts'
import { outputCeiling } from './d06-output-ceiling.ts'
import { timelinessNotATime } from './d07-timeliness-not-a-time.ts'
import { goalsCopied } from './d08-goals-copied.ts'
import { goalAboutDistribution } from './d09-goal-about-distribution.ts'
import { indicatorsReused } from './d10-indicators-reused.ts'
import { quantityTimesCost } from './d11-quantity-times-cost.ts'
import { annualColumnEmpty } from './d12-annual-column-empty.ts'
import { satisfaction } from './d13-satisfaction.ts'
import { nonStandardIndicatorName } from './d14-non-standard-indicator-name.ts'
import { misplacedIndicator } from './d15-misplaced-indicator.ts'
import { alreadyHappened } from './d16-already-happened.ts'
import { staleForm } from './d17-stale-form.ts'
import { weakBasis } from './d18-weak-basis.ts'
import { onceButRecurrent } from './d19-once-but-recurrent.ts'
import { fundingLevel } from './d20-funding-level.ts'
import { sectionAsDepartment } from './d21-section-as-department.ts'
import { residueInForms } from './d22-residue-in-forms.ts'
import { contradictoryFacts } from './d23-contradictory-facts.ts'
import { personalDataInPublic } from './d24-personal-data.ts'
import { missingIndicators } from './d25-missing-indicators.ts'
import { k52ChangeReasons } from './k52-change-reasons.ts'
import { k53ImpliedPreviousYear } from './k53-implied-previous-year.ts'
import { k54CompositionShares } from './k54-composition-shares.ts'
import { k56ExpenditureClasses } from './k56-expenditure-classes.ts'
import { k58BasicExpenditureItems } from './k58-basic-expenditure-items.ts'
import { k59ThreePublicChanges } from './k59-three-public-changes.ts'
import { k60AmountWithoutUnit } from './k60-amount-without-unit.ts'
import { k61ProcurementTotal } from './k61-procurement-total.ts'
import { k62PerformanceCountAndAmount } from './k62-performance-count-and-amount.ts'
import { k63StateAssets } from './k63-state-assets.ts'
import { k64HeadcountTotal } from './k64-headcount-total.ts'
import { k65SubordinateUnits } from './k65-subordinate-units.ts'
import { k66OneDocument } from './k66-one-document.ts'
import { k67Glossary } from './k67-glossary.ts'
import { k68RequiredStatements } from './k68-required-statements.ts'
import { k69PurchaseCatalogue } from './k69-purchase-catalogue.ts'
import { k70EmptySections } from './k70-empty-sections.ts'
import { formsAndProjects } from './l69-forms-and-projects.ts'
import { fundingSum } from './l70-funding-sum.ts'
import { textArithmetic } from './l74-text-arithmetic.ts'
import { formsTotal } from './l76-forms-total.ts'
import { formDates } from './l77-form-dates.ts'
import { departmentForm } from './l78-department-form.ts'
import { evaluationArithmetic } from './l79-evaluation-arithmetic.ts'
import { evaluationSummary } from './l80-evaluation-summary.ts'
import { t33BasicColumnRule } from './t33-basic-column-rule.ts'
import { t34EconomicMapping } from './t34-economic-mapping.ts'
import { t35FunctionAndEconomic } from './t35-function-and-economic.ts'
import { t39EmptyTables } from './t39-empty-tables.ts'
import { t43ThreePublicFloor } from './t43-three-public-floor.ts'
import { t45AgencyOperatingScope } from './t45-agency-operating-scope.ts'

export const allRules: readonly Rule[] = [
  costFloor,
  costAboveMoney,
  costNotStated,
  qualitativeWithoutGrades,
  unitMissingOrWrong,
  outputCeiling,
  timelinessNotATime,
  goalsCopied,
  goalAboutDistribution,
  indicatorsReused,
  quantityTimesCost,
  annualColumnEmpty,
  satisfaction,
  nonStandardIndicatorName,
  misplacedIndicator,
  alreadyHappened,
  staleForm,
  weakBasis,
  onceButRecurrent,
  fundingLevel,
  sectionAsDepartment,
  residueInForms,
  contradictoryFacts,
  personalDataInPublic,
  missingIndicators,
  k52ChangeReasons,
  k53ImpliedPreviousYear,
  k54CompositionShares,
  k56ExpenditureClasses,
  k58BasicExpenditureItems,
  k59ThreePublicChanges,
  k60AmountWithoutUnit,
  k61ProcurementTotal,
  k62PerformanceCountAndAmount,
  k63StateAssets,
  k64HeadcountTotal,
  k65SubordinateUnits,
  k66OneDocument,
  k67Glossary,
  k68RequiredStatements,
  k69PurchaseCatalogue,
  k70EmptySections,
  formsAndProjects,
  fundingSum,
  textArithmetic,
  formsTotal,
  formDates,
  departmentForm,
  evaluationArithmetic,
  evaluationSummary,
  t33BasicColumnRule,
  t34EconomicMapping,
  t35FunctionAndEconomic,
  t39EmptyTables,
  t43ThreePublicFloor,
  t45AgencyOperatingScope,
]
