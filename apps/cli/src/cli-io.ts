/** Everything that the program takes from and does to the world, so that all of it can be given by a test. */
import type { AuditReport, RuleMeta } from '@mingzhang/audit'
import type { DocumentTree, Publication, ReadAids } from '@mingzhang/document'
import type { Result } from '@mingzhang/figures'
import type { PdfPart } from '@mingzhang/publish'
import type { LoadedVocabulary, Vocabulary } from '@mingzhang/vocabulary'
import type { AuditThreads, ThreadLimits } from './audit-contract.ts'

export interface CliIo {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** The width of the terminal; 80 where there is none. */
  readonly columns: number
  /** Whether standard output shows colour. `--no-color` overrides it. */
  readonly color: boolean
  /** What is being done now, and an end that leaves no trace. Does nothing where nobody watches. */
  readonly progress: {
    readonly step: (text: string) => void
    readonly done: () => void
    /** Says once that a document of a batch is done, where no moving line shows it. Absent: nobody is told. */
    readonly note?: (text: string) => void
  }
  readonly files: FileAccess
  readonly engine: Engine
  /** Makes a PDF and reads it back. */
  readonly makePdf: (publication: Publication, name: string) => Promise<PdfPart>
  /** What this machine has for old Word files and scans; absent: nothing. */
  readonly readAids?: () => Promise<ReadAids>
  /** Opens threads for documents; absent where the program is not bundled: documents are then audited here, one by one. */
  readonly openThreads?: (limits: ThreadLimits, dataDirectory: string) => AuditThreads
  /** Calls back at the first Ctrl-C instead of ending the program; returns what takes that back. */
  readonly onInterrupt?: (stop: () => void) => () => void
  /** The present moment. */
  readonly now: () => Date
  /** The vocabulary's folder, unless `--data` names another. */
  readonly dataDirectory: string
}

export interface FileAccess {
  /** The bytes of a file. What is missing, no file, not readable or too large is a problem, asked before anything is loaded. */
  readonly read: (path: string) => Promise<Result<Uint8Array>>
  /** The names in a folder, sorted; `undefined` for what is no folder. */
  readonly list: (path: string) => Promise<readonly string[] | undefined>
  /** The first kilobyte of a file; `undefined` where it cannot be read. */
  readonly head: (path: string) => Promise<Uint8Array | undefined>
  readonly exists: (path: string) => Promise<boolean>
  /** Makes a folder with all above it; returns why not, as one Chinese sentence, `undefined` when it is there. */
  readonly makeFolder: (path: string) => Promise<string | undefined>
  /** Writes the whole file or nothing; returns why not, as one Chinese sentence, `undefined` when it is written. */
  readonly write: (path: string, content: Uint8Array | string) => Promise<string | undefined>
  /** Why a file cannot be written there, as far as can be told beforehand. */
  readonly refusalToWrite: (path: string) => Promise<string | undefined>
  /** Whether both paths name one file. */
  readonly isSameFile: (a: string, b: string) => boolean
}

/** The work itself. */
export interface Engine {
  readonly loadVocabulary: (directory: string) => LoadedVocabulary
  readonly auditDocument: (tree: DocumentTree, vocabulary: Vocabulary, options: AuditOptions) => Promise<Result<AuditReport>>
  readonly renderHtmlReport: (report: AuditReport, options: { readonly language: Language }) => string
  /** What `mingzhang rules` can tell about: the rules and the derived identities. */
  readonly rules: readonly { readonly meta: RuleMeta }[]
}

export interface AuditOptions {
  readonly profile?: string
  /** An earlier document of the same body, to compare with. */
  readonly previous?: DocumentTree
  /** The documents of the department's units, to compare with. */
  readonly units?: readonly DocumentTree[]
  readonly version: string
  readonly progress?: (step: string) => void
}

export type Language = 'zh' | 'en'
