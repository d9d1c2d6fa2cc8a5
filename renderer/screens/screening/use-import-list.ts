import { useState } from 'react'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { endWork, useWork, useWorkProgress } from '../../calls/use-work.ts'
import { useSession } from '../../calls/use-session.ts'
import type { ListFormat } from '../../../shared/contract/screening.ts'

type Chosen = {
  readonly files: { readonly fileName: string; readonly content: Uint8Array }[]
  /** The reading of it, which is a piece of work by itself, and the intent to take it. */
  readonly read: string
  readonly key: string
}

/** What a list is called unless somebody types another name. */
const NAMES: Readonly<Record<ListFormat, string>> = {
  OFAC_XML: 'OFAC SDN',
  OFAC_CSV: 'OFAC SDN',
  UN_XML: 'UN Security Council',
  OPENSANCTIONS_CSV: 'OpenSanctions',
}

/** A list that is about to be taken: its files, what they hold, its name, and taking it under one key. */
export function useImportList() {
  const { serverConnected } = useSession()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const take = useCall('screening.importList')
  const taking = useWork()
  const files = chosen?.files ?? []
  const { answer } = useQueryCall(
    'screening.previewList',
    { files, ...(chosen === null ? {} : { work: chosen.read }) },
    { enabled: chosen !== null, knownBy: chosen?.read ?? '' },
  )
  const preview = chosen !== null && answer.state === 'known' ? answer.value : null
  const name = typed ?? (preview === null ? '' : NAMES[preview.format])
  const mayTake = preview !== null && name.trim() !== '' && serverConnected

  const choose = async (picked: readonly File[]) => {
    if (picked.length === 0) return
    take.reset()
    const read = await Promise.all(
      picked
        .slice(0, 2)
        .map(async (file) => ({ fileName: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
    )
    setChosen({ files: read, read: crypto.randomUUID(), key: crypto.randomUUID() })
  }
  const run = async () => {
    if (chosen === null || preview === null || !mayTake) return
    const { key } = chosen
    const taken = await taking.track((work) =>
      take.run({ work, key, list: name, files, entries: preview.entries }),
    )
    // What was taken back is another intent the next time.
    if (taken?.ok === false && taken.error.code === 'WORK_CANCELLED')
      setChosen({ ...chosen, key: crypto.randomUUID() })
    if (taken?.ok !== true) return
    setChosen(null)
    setTyped(null)
  }
  const isRead = chosen === null || answer.state !== 'loading'
  const reading = useWorkProgress(isRead ? null : chosen.read)
  const drop = () => {
    endWork(chosen?.read ?? null)
    setChosen(null)
  }
  return {
    chosen,
    choose: (picked: readonly File[]) => void choose(picked),
    preview,
    reading,
    drop,
    taking: taking.progress,
    cancel: taking.cancel,
    failure: take.failure ?? (chosen !== null && answer.state === 'unknown' ? answer.failure : null),
    name,
    setName: setTyped,
    mayTake,
    busy: take.busy,
    take: () => void run(),
  }
}
