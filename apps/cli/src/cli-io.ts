/** Everything that the program takes from and does to the world, so that all of it can be given by a test. */
import type { AuditReport, RuleMeta } from '@mingzhang/audit'
import type { DocumentTree, Publication } from '@mingzhang/document'
import type { Result } from '@mingzhang/figures'
import type { PdfPart } from '@mingzhang/publish'
import type { LoadedVocabulary, Vocabulary } from '@mingzhang/vocabulary'

export interface CliIo {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** The width of the terminal; 80 where there is none. */
  readonly columns: number
  /** Whether standard output shows colour. `--no-color` overrides it. */
  readonly color: boolean
  /** What is being done now, and an end that leaves no trace. Does nothing where nobody watches. */
  readonly progress: { readonly step: (text: string) => void; readonly done: () => void }
  readonly files: FileAccess
  readonly engine: Engine
  /** Makes a PDF and reads it back. */
  readonly makePdf: (publication: Publication, name: string) => Promise<PdfPart>
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
  readonly version: string
  readonly progress?: (step: string) => void
}

export type Language = 'zh' | 'en'
