import type { Problem } from '@mingzhang/figures'
import type { DisclosureLayout, Vocabulary } from '@mingzhang/vocabulary'

/** The layout, or what is wrong with the profile's name. */
export type FoundLayout = { readonly ok: true; readonly layout: DisclosureLayout } | { readonly ok: false; readonly problem: Problem }

/** Finds the layout of a profile: `shanxi`, or with the budget year `shanxi/2023`, which must then be the ledger's. */
export function findLayout(vocabulary: Vocabulary, profile: string, year: number): FoundLayout {
  const [id = '', asked] = profile.split('/')
  const layouts = vocabulary.layouts ?? []
  const layout = layouts.find((candidate) => candidate.id === id)
  const refuse = (cause: string, detail: string, remedy: string): FoundLayout => ({
    ok: false,
    problem: { code: `compile.profile.${cause}`, place: { document: profile }, detail, remedy },
  })
  if (layout === undefined) return refuse('unknown', `没有“${profile}”这个公开版式。`, `可用的版式：${layouts.map((known) => known.id).join('、')}。`)
  if (asked !== undefined && asked !== String(year)) {
    return refuse('wrong-year', `版式写的是${asked}年，台账是${year}年的预算。`, `把版式改为 ${id}/${year}，或核对台账的预算年度。`)
  }
  const { from, to } = layout.years
  if (year < from || to < year) {
    return refuse('year-not-covered', `“${layout.name}”的版式适用于${from}年至${to === 9999 ? '今' : `${to}年`}，台账是${year}年的预算。`, '核对台账的预算年度，或在版式文件里补上这一年。')
  }
  return { ok: true, layout }
}
