import { describe, expect, it } from 'vitest'
import { type AssignableProject, assignProjects } from '../src/money/assign-projects.ts'

/** A project with an exact amount that may belong to every function; `affinities` as far as names say something. */
function project(amount: number, affinities: readonly (number | undefined)[]): AssignableProject {
  return { low: amount, high: amount, affinities }
}

const exactly = (amount: number) => ({ low: amount, high: amount })

describe('assignProjects', () => {
  it('assignProjects › whole projects make up each function’s money', () => {
    const projects = [70, 30, 42, 58].map((amount) => project(amount, [0, 0]))
    const found = assignProjects(projects, [exactly(72), exactly(128)])
    expect(found).toEqual([1, 0, 0, 1])
  })

  it('assignProjects › of two projects with the same amount the one with the fitting name is taken', () => {
    const projects = [project(100, [0, 0]), project(100, [0.9, 0]), project(40, [0, 0])]
    expect(assignProjects(projects, [exactly(100), exactly(140)])).toEqual([1, 0, 1])
  })

  it('assignProjects › a first choice that leaves another function without projects is taken back', () => {
    // 30 alone fits the first function by name, but only 10 + 20 leave 30 for the second, which may take nothing else.
    const projects = [project(30, [1, 0, undefined]), project(10, [0, undefined, 0]), project(20, [0, undefined, 0]), project(900, [undefined, undefined, 0])]
    expect(assignProjects(projects, [exactly(30), exactly(30), exactly(900)])).toEqual([1, 0, 0, 2])
  })

  it('assignProjects › money that no set of whole projects makes up is not assigned', () => {
    expect(assignProjects([project(50, [0, 0]), project(50, [0, 0])], [exactly(30), exactly(70)])).toBeUndefined()
  })

  it('assignProjects › a project left over without a function is no answer', () => {
    expect(assignProjects([project(50, [0]), project(5, [0])], [exactly(50)])).toBeUndefined()
  })

  it('assignProjects › prints that may be off by half a digit still match', () => {
    const printed = { low: 5.5, high: 6.5, affinities: [0, 0] }
    expect(assignProjects([printed, project(4, [0, 0])], [exactly(6.4), exactly(4)])).toEqual([0, 1])
  })
})
