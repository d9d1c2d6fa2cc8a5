import { useState } from 'react'
import type { CallInput } from '../../../shared/contract.ts'
import { useCall } from '../../calls/use-call.ts'
import { download } from '../../components/download.ts'

/** Saves one of the reports about the staff as a file; what was saved is told until another one is asked for. */
export function useSave<N extends 'users.exportChanges' | 'users.exportReview'>(
  name: N,
  input: CallInput<N>,
  available: boolean,
) {
  const { run, busy, failure } = useCall(name)
  const [saved, setSaved] = useState<string | null>(null)
  const save = async () => {
    if (!available || busy) return
    setSaved(null)
    const answer = await run(input)
    if (answer?.ok !== true) return
    const { content, fileName, mediaType } = answer.value
    download(content, fileName, mediaType)
    setSaved(fileName)
  }
  return { busy, failure, saved, available, onSave: () => void save() }
}
