import { useState } from 'react'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import type { ListFormat } from '../../../shared/contract/screening.ts'

type Chosen = {
  readonly files: { readonly fileName: string; readonly content: Uint8Array }[]
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
  const files = chosen?.files ?? []
  const { answer } = useQueryCall(
    'screening.previewList',
    { files },
    { enabled: chosen !== null, knownBy: chosen?.key ?? '' },
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
    setChosen({ files: read, key: crypto.randomUUID() })
  }
  const run = async () => {
    if (chosen === null || preview === null || !mayTake) return
    const taken = await take.run({ key: chosen.key, list: name, files, entries: preview.entries })
    if (taken?.ok !== true) return
    setChosen(null)
    setTyped(null)
  }
  return {
    chosen,
    choose: (picked: readonly File[]) => void choose(picked),
    preview,
    reading: chosen !== null && answer.state === 'loading',
    failure: take.failure ?? (chosen !== null && answer.state === 'unknown' ? answer.failure : null),
    name,
    setName: setTyped,
    mayTake,
    taking: take.busy,
    take: () => void run(),
  }
}
