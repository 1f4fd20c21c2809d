/** Reads a document into figures and proves them. */
export type * from './model/form.ts'
export type * from './model/recognised-document.ts'
export type * from './model/rule.ts'
export type * from './model/report.ts'
