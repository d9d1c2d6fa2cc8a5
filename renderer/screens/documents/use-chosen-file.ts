import { useRef, useState } from 'react'
import { messageForCode } from '../../feedback/messages.ts'
import { readFile, type ChosenFile } from './chosen-file.ts'

/** The file that was chosen or dropped last, or why it cannot be used. `onRead` runs when it can be shown; until then it is
 * being read. */
export function useChosenFile(onRead: () => void) {
  const [chosen, setChosen] = useState<ChosenFile | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [reading, setReading] = useState(false)
  const choices = useRef(0)
  const choose = async (picked: File) => {
    choices.current += 1
    const choice = choices.current
    setReading(true)
    const read = await readFile(picked)
    // The file that was chosen last is shown, even if an earlier one took longer to read.
    if (choice !== choices.current) return
    setReading(false)
    setChosen(read.ok ? read.value : null)
    setProblem(read.ok ? null : messageForCode(read.error.code, read.error.details))
    if (read.ok) onRead()
  }
  return { chosen, reading, problem, setProblem, choose: (picked: File) => void choose(picked) }
}
