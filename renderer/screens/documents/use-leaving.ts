import { useState } from 'react'

/** Leaves the form at once, or on the second press while several files or pages are not uploaded yet, which are named. */
export function useLeaving(names: readonly string[], onClose: () => void) {
  const [askedFor, setAskedFor] = useState<string | null>(null)
  const several = names.length > 1
  // Asked for these; others are another question.
  const these = names.join('\n')
  const asked = several && askedFor === these
  const leave = () => {
    if (several && !asked) setAskedFor(these)
    else onClose()
  }
  return { asked, several, leave }
}
