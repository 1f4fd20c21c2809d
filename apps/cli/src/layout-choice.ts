/** `shanxi/2024`: a place's layout and a budget year. */
import type { Result } from '@mingzhang/figures'
import type { DisclosureLayout, Vocabulary } from '@mingzhang/vocabulary'

/** The layout and the year that `choice` names; without a year, the one that is being prepared now. */
export function layoutOf(choice: string, vocabulary: Vocabulary, now: () => Date): Result<{ readonly layout: DisclosureLayout; readonly year: number }> {
  const [id = '', given] = choice.split('/')
  const layout = vocabulary.layouts?.find((candidate) => candidate.id === id)
  const year = given === undefined ? now().getUTCFullYear() + (now().getUTCMonth() >= 6 ? 1 : 0) : Number(given)
  const problem = (detail: string, remedy: string): Result<never> => ({ ok: false, problem: { code: 'cli.profile.unknown', place: { document: choice }, detail, remedy } })
  const known = (vocabulary.layouts ?? []).map((one) => `${one.id}（${one.name}，${one.years.from}—${one.years.to === 9999 ? '' : one.years.to}年）`).join('、')
  if (layout === undefined) return problem(`没有“${id}”这个地方的格式。`, `可用的有：${known}。`)
  if (!Number.isInteger(year) || year < layout.years.from || year > layout.years.to) return problem(`“${layout.name}”的格式不适用于${given ?? String(year)}年。`, `可用的有：${known}。`)
  return { ok: true, value: { layout, year } }
}
