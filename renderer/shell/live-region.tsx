import { useAnnouncement } from '../feedback/announce.ts'
import layout from '../theme/layout.module.css'

/** The region that screen readers announce. The two paragraphs alternate, so that a repeated sentence is read again. */
export function LiveRegion() {
  const { text, count } = useAnnouncement()
  return (
    <div className={layout.visuallyHidden} aria-live="polite">
      <p>{count % 2 === 0 ? text : ''}</p>
      <p>{count % 2 === 1 ? text : ''}</p>
    </div>
  )
}
