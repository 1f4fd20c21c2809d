/** What goes into an audit thread and what comes out: everything by value. */
import type { AuditReport } from '@mingzhang/audit'
import type { Problem, Result } from '@mingzhang/figures'

export type OutputFormat = 'html' | 'json' | 'xlsx' | 'annotated'

export interface AuditJob {
  readonly path: string
  /** What reports call the document. */
  readonly name: string
  readonly profile?: string
  readonly language: 'zh' | 'en'
  /** What is to be made of the report besides the summary. */
  readonly formats: readonly OutputFormat[]
  /** How the terminal looks, when its report is asked for. */
  readonly terminal?: { readonly columns: number; readonly color: boolean }
  /** The moment that an annotated PDF is stamped with. */
  readonly date: string
  /** An earlier document of the same body, to compare with. */
  readonly previous?: string
  /** The documents of the department's units, to compare with. */
  readonly units?: readonly string[]
}

export interface AuditedJob {
  readonly document: AuditReport['document']
  readonly summary: AuditReport['summary']
  readonly terminal: string
  readonly outputs: readonly { readonly format: OutputFormat; readonly content: Uint8Array | string }[]
  /** Why an output could not be made: the report itself stands. */
  readonly problems: readonly Problem[]
}

export interface ThreadLimits {
  /** How many documents are read at once. */
  readonly jobs: number
  /** The most seconds that one document may take. */
  readonly seconds: number
  /** The most heap that one thread may use, in MB. */
  readonly megabytes: number
  /** Whether every document gets a thread of its own, so that its memory is its own. */
  readonly fresh?: boolean
}

export interface JobOutcome {
  /** A `defect` is ours: the program failed, not the document. */
  readonly result: Result<AuditedJob> | { readonly defect: string }
  readonly seconds: number
  /** The largest heap that the thread saw between the job's steps, in MB; `undefined` when it ended without saying. */
  readonly megabytes: number | undefined
}

export interface AuditThreads {
  /** Never rejects. After `close`, what was not finished resolves to `undefined`. */
  readonly run: (job: AuditJob, step?: (text: string) => void) => Promise<JobOutcome | undefined>
  /** Ends every thread, whatever it does. */
  readonly close: () => Promise<void>
}
