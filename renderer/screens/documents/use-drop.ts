import { useState, type DragEvent } from 'react'

/** Takes the first file that is dropped; `over` while something is held above. Spread `target` on the element. */
export function useDrop(onDrop: (file: File) => void) {
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
      const file = event.dataTransfer.files[0]
      if (file !== undefined) onDrop(file)
    },
  }
  return { over, target }
}
