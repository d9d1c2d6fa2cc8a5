import { useState, type DragEvent } from 'react'

/** Takes the files that are dropped, all of them; `over` while something is held above. Spread `target` on the element. */
export function useDrop(onDrop: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false)
  const target = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const files = [...event.dataTransfer.files]
      if (files.length > 0) onDrop(files)
    },
  }
  return { over, target }
}
