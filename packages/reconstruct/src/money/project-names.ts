import type { ProjectAxis } from './axes.ts'

/** One name per project, as printed; where two units have a project of one name, the unit stands behind it. */
export function projectNames(projects: readonly ProjectAxis[]): ReadonlyMap<ProjectAxis, string> {
  const shared = (project: ProjectAxis): boolean => projects.some((other) => other !== project && other.node === project.node)
  return new Map(projects.map((project) => [project, shared(project) ? `${project.name}（${project.unit.name}）` : project.name]))
}
