import { useState } from 'react'

/** Leaves the form at once, or on the second press while files that were chosen together are not uploaded yet. */
export function useLeaving(files: readonly File[], onClose: () => void) {
  const [askedFor, setAskedFor] = useState<readonly File[] | null>(null)
  // Asked for these files; others are another question.
  const asked = askedFor === files
  const leave = () => {
    if (files.length > 1 && !asked) setAskedFor(files)
    else onClose()
  }
  return { asked, leave }
}
