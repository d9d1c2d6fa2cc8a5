import { useCallback, useEffect, useState } from 'react'

/** What has been on the screen of one look at a document. */
export type Look =
  /** `ticket` names the look towards the database; `left` are the pages not drawn yet: none when all of it was shown. `partial`: damaged parts are missing. */
  | { readonly state: 'drawn'; readonly ticket: string; readonly left: number; readonly partial: boolean }
  /** It cannot be read or drawn. */
  | { readonly state: 'unshowable' }

type Reading = { readonly ticket: string | null; readonly failed: boolean }

/** Counts the pages that were drawn, and tells `onLook` after each, or that there is nothing to see. `onLook` must stay the same function. */
export function useDrawn({ ticket, failed }: Reading, pages: number, onLook?: (look: Look) => void) {
  const [drawn, setDrawn] = useState<Drawn>({ ticket: null, pages: [] })
  const [problem, setProblem] = useState(false)
  const onDrawn = useCallback(
    (page: number) => setDrawn((before) => withPage(before, ticket, page)),
    [ticket],
  )
  const onProblem = useCallback(() => setProblem(true), [])
  const [partial, setPartial] = useState(false)
  const onPartial = useCallback(() => setPartial(true), [])
  const unshowable = failed || problem
  useEffect(() => {
    if (unshowable) onLook?.({ state: 'unshowable' })
    else if (ticket !== null && drawn.ticket === ticket)
      onLook?.({ state: 'drawn', ticket, left: Math.max(pages - drawn.pages.length, 0), partial })
  }, [unshowable, ticket, pages, drawn, partial, onLook])
  // Where nothing can be shown, that is all there is to say.
  return { partial: partial && !unshowable, watch: { onDrawn, onProblem, onPartial } }
}

type Drawn = { readonly ticket: string | null; readonly pages: readonly number[] }

/** What was drawn of an earlier look does not count for this one. */
function withPage(before: Drawn, ticket: string | null, page: number): Drawn {
  const pages = before.ticket === ticket ? before.pages : []
  return pages.includes(page) ? before : { ticket, pages: [...pages, page] }
}
