import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import type { Stop } from '../../../shared/contract/scanners.ts'
import { call, listen, type Failure } from '../../calls/api.ts'
import type { ScanChoice } from './scan-choice.ts'

type Came = { readonly pages: number; readonly stopped: Stop }

/**
 * Scans, and hands over the pages as files, as if they had been dropped. A scan that stopped in its middle hands over what came before it;
 * leaving ends it.
 */
export function useScan(onScanned: (files: readonly File[]) => void) {
  const { t } = useTranslation('scanners')
  const running = useRef<string | null>(null)
  const [pages, setPages] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [stopped, setStopped] = useState<Came | null>(null)
  const cancel = () => {
    if (running.current !== null) void call('scanners.cancelScan', { id: running.current })
  }
  useEffect(
    () => () => {
      const id = running.current
      running.current = null
      if (id !== null) void call('scanners.cancelScan', { id })
    },
    [],
  )
  const take = (scanned: CallOutput<'scanners.scan'>) => {
    const files = scanned.pages.map(
      ({ jpeg }, at) =>
        new File([new Uint8Array(jpeg)], t('fileName', { number: at + 1 }), { type: 'image/jpeg' }),
    )
    if (scanned.stopped !== null) setStopped({ pages: files.length, stopped: scanned.stopped })
    onScanned(files)
  }
  const scan = async (choice: ScanChoice) => {
    if (running.current !== null) return
    const id = crypto.randomUUID()
    running.current = id
    setFailure(null)
    setStopped(null)
    setPages(0)
    const stop = listen('scanners.progress', (told) => {
      if (told.id === id) setPages(told.pages)
    })
    const answer = await call('scanners.scan', { id, ...choice })
    stop()
    // Left meanwhile.
    if (running.current !== id) return
    running.current = null
    setPages(null)
    if (answer.ok) take(answer.value)
    else setFailure(answer.error)
  }
  return {
    busy: pages !== null,
    pages: pages ?? 0,
    failure,
    stopped,
    scan: (choice: ScanChoice) => void scan(choice),
    cancel,
  }
}

export type ScanState = ReturnType<typeof useScan>
