import { useState } from 'react'
import { useCall } from '../../calls/use-call.ts'

/** A file that was chosen, what it would change, and its way to a second person. */
export function useChartFile() {
  const preview = useCall('books.previewChart')
  const proposing = useCall('books.proposeChart')
  const [chosen, setChosen] = useState<{ readonly content: Uint8Array; readonly key: string } | null>(null)
  const [read, setRead] = useState<NonNullable<Awaited<ReturnType<typeof preview.run>>> | null>(null)
  const [proposed, setProposed] = useState(false)

  const choose = async (file: File | null) => {
    if (file === null) return
    const content = new Uint8Array(await file.arrayBuffer())
    setProposed(false)
    setChosen({ content, key: crypto.randomUUID() })
    setRead(await preview.run({ content }))
  }
  const propose = async () => {
    if (chosen === null) return
    const answer = await proposing.run(chosen)
    if (answer?.ok !== true) return
    setProposed(true)
    setChosen(null)
    setRead(null)
  }
  return {
    choose: (file: File | null) => void choose(file),
    propose: () => void propose(),
    busy: preview.busy,
    proposing: proposing.busy,
    failure: preview.failure ?? proposing.failure,
    read: read?.ok === true ? read.value : null,
    proposed,
  }
}
