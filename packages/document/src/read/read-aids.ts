/** Help from outside that some formats need: programs of the machine, text recognition. Whoever runs the readers gives it. */
import type { Result } from '@mingzhang/figures'
import type { PageContent } from './pdf/page-content.ts'

/** What is missing is not an error by itself: the file that would need it gets a problem that says what to do. */
export interface ReadAids {
  /** Turns an old Word document (.doc, .wps, RTF) into .docx, or says why that did not work. */
  readonly toDocx?: (bytes: Uint8Array, name: string) => Promise<Result<Uint8Array>>
  /** Reads pages of a PDF that are pictures, by page number from 1. A page that it cannot read is missing from the result. */
  readonly recognisePages?: (pdf: Uint8Array, pages: readonly number[]) => Promise<ReadonlyMap<number, RecognisedPage>>
}

/** A picture's characters and lines, in points from its upper left corner with y downwards. */
export type RecognisedPage = Pick<PageContent, 'width' | 'height' | 'glyphs' | 'rules'>
