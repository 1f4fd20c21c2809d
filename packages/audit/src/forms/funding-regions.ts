import { meetRegions, type Region } from '@mingzhang/figures'
import type { FundingLevel, ProjectForm } from '../model/form.ts'

const governments: readonly FundingLevel[] = ['central', 'provincial', 'local', 'selfRaised']

/** Whether the form splits its money by the government that pays. */
export function listsLevels({ funding }: ProjectForm): boolean {
  return funding.some(({ level }) => governments.includes(level))
}

/** The part of the project's money that a row of the form states; `undefined` where its words leave open which part that is. */
export function sourceRegion(level: FundingLevel, whole: Region, form: ProjectForm): Region | undefined {
  const splitsPeriod = form.funding.some((row) => row.level === 'carriedIn' && row.amount.kind === 'stated' && row.amount.stated.value !== 0)
  // A table of the current year's money and a form that counts carried-in money do not speak of the same.
  if (splitsPeriod && whole.period !== undefined) return undefined
  switch (level) {
    case 'total':
      return whole
    case 'fiscal':
      return meetRegions(whole, { fund: 'fiscal', ...(splitsPeriod ? { period: 'current' } : {}) })
    case 'carriedIn':
      return splitsPeriod ? meetRegions(whole, { period: 'carriedIn' }) : undefined
    case 'specialAccount':
      return meetRegions(whole, { fund: 'specialAccount' })
    case 'other':
      return listsLevels(form) ? { ...whole, level } : undefined
    case 'central':
    case 'provincial':
    case 'local':
    case 'selfRaised':
      return { ...whole, level }
  }
}
