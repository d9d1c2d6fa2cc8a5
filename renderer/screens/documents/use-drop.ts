import { useEffect, useEffectEvent, useState, type DragEvent } from 'react'

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

/** Takes the files that are pasted anywhere in the window while it is shown, all of them. Text that is pasted goes to its field. */
export function usePaste(onPaste: (files: readonly File[]) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    onPaste(files)
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => take(event)
    window.addEventListener('paste', listen)
    return () => window.removeEventListener('paste', listen)
  }, [])
}
