import type { Page } from '../shared/reading/page.ts'
import type { Reading } from '../shared/reading/reading.ts'

/** What a file became in the studio. */
export type PreparedFile = { readonly pages: readonly Page[]; readonly readings: readonly Reading[] }

/** What the files that a person chose last became, so that uploading one does not do it again; and what is under way. */
export type PreparedFiles = {
  /** By the SHA-256 of the file, the last one last. */
  readonly done: Map<string, PreparedFile>
  /** What is read of each page that was made here, by the SHA-256 of the page: such a page is taken as it is. */
  readonly made: Map<string, readonly Reading[]>
  /** What each page is that was drawn of a scan and is not read yet, by its SHA-256: it is not drawn once more. */
  readonly drawn: Map<string, Omit<Page, 'jpeg'>>
  /** The paper that is looked at before it is printed, by the id of its preview: one at most. */
  readonly looked: Map<string, { readonly pdf: Uint8Array; readonly isRoll: boolean }>
  /** By the id of the call. */
  readonly underWay: Map<string, AbortController>
}

export const noPreparedFiles = (): PreparedFiles => ({
  done: new Map(),
  made: new Map(),
  drawn: new Map(),
  looked: new Map(),
  underWay: new Map(),
})
