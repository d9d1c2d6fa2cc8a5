import { useEffect, useEffectEvent, useState } from 'react'
import { messageForCode } from '../../feedback/messages.ts'
import { readFile } from './chosen-file.ts'

type Read = { readonly file: File; readonly result: Awaited<ReturnType<typeof readFile>> }

/** The content of the file that is chosen, or why it cannot be used. `onRead` runs when it can be shown; until then it is being read. */
export function useChosenFile(file: File | undefined, onRead: () => void) {
  const [read, setRead] = useState<Read | null>(null)
  const keep = useEffectEvent((latest: Read) => {
    setRead(latest)
    if (latest.result.ok) onRead()
  })
  useEffect(() => {
    let active = true
    const load = async (picked: File) => {
      const result = await readFile(picked)
      // The file that was chosen last is shown, even if an earlier one took longer to read.
      if (active) keep({ file: picked, result })
    }
    if (file !== undefined) void load(file)
    return () => {
      active = false
    }
  }, [file])
  const current = read !== null && read.file === file ? read.result : null
  return {
    chosen: current?.ok === true ? current.value : null,
    reading: file !== undefined && current === null,
    problem: current?.ok === false ? messageForCode(current.error.code, current.error.details) : null,
  }
}
