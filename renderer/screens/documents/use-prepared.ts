import { useEffect, useEffectEvent, useState } from 'react'
import type { CallOutput, Events } from '../../../shared/contract.ts'
import type { Reading } from '../../../shared/reading/reading.ts'
import { call, listen, type Failure } from '../../calls/api.ts'
import type { ChosenFile } from './chosen-file.ts'

type Prepared = CallOutput<'documents.prepare'>
type Done = {
  readonly file: ChosenFile
  readonly prepared: Prepared | null
  readonly failure: Failure | null
}
type Progress = Pick<Events['documents.progress'], 'done' | 'of'>

/**
 * What a chosen file becomes: its pages, what makes them hard to read, and what a machine reads of them, which `onRead` is told once. While
 * it is made, the form can be filled in; `cancel` ends it, and everything can still be typed.
 */
export function usePrepared(file: ChosenFile | null, onRead: (readings: readonly Reading[]) => void) {
  const [id, setId] = useState<string | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [latest, setLatest] = useState<Done | null>(null)
  const keep = useEffectEvent((done: Done) => {
    setLatest(done)
    if (done.prepared !== null) onRead(done.prepared.readings)
  })
  useEffect(() => {
    if (file === null) return undefined
    const own = crypto.randomUUID()
    let active = true
    const stop = listen('documents.progress', (told) => {
      if (active && told.id === own) setProgress(told)
    })
    const prepare = async () => {
      setId(own)
      setProgress(null)
      const answer = await call('documents.prepare', { id: own, content: file.content })
      stop()
      if (!active) return
      setId(null)
      keep(
        answer.ok
          ? { file, prepared: answer.value, failure: null }
          : { file, prepared: null, failure: answer.error },
      )
    }
    void prepare()
    return () => {
      active = false
      stop()
      void call('documents.cancelPrepare', { id: own })
    }
  }, [file])
  const current = latest?.file === file ? latest : null
  const wasCancelled = current?.failure?.code === 'FILE_CANCELLED'
  return {
    busy: id !== null && current === null,
    progress,
    readings: current?.prepared?.readings ?? [],
    pages: current?.prepared?.pages ?? [],
    isKnown: current?.prepared !== null && current !== null,
    wasCancelled,
    /** The file cannot be taken. */
    failure: wasCancelled ? null : (current?.failure ?? null),
    cancel: () => {
      if (id !== null) void call('documents.cancelPrepare', { id })
    },
  }
}

export type PreparedState = ReturnType<typeof usePrepared>
