import { useAnnouncement } from '../feedback/announce.ts'

/** Where screen readers listen. The two paragraphs alternate, so that a repeated sentence is read again. */
export function LiveRegion() {
  const { text, count } = useAnnouncement()
  return (
    <div className="unseen" aria-live="polite">
      <p>{count % 2 === 0 ? text : ''}</p>
      <p>{count % 2 === 1 ? text : ''}</p>
    </div>
  )
}
