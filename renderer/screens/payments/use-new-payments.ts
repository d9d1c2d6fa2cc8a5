import { useState } from 'react'
import { noteShown } from '../../calls/note-shown.ts'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { endWork, useWorkId, useWorkProgress } from '../../calls/use-work.ts'
import { useAccountByNumber } from '../accounts/use-account-by-number.ts'

/** A file with the key under which it is taken. */
type Chosen = { readonly fileName: string; readonly content: Uint8Array; readonly key: string }

const NO_FILE: Chosen = { fileName: '', content: new Uint8Array(), key: '' }

/** A file that is about to be taken: the account that pays, what the file holds, and taking it under one key. */
export function useNewPayments(onTaken: (id: string) => void) {
  const { serverConnected } = useSession()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [description, setDescription] = useState('')
  const { account } = useAccountByNumber(typed)
  const accountId = account?.state === 'known' ? (account.value?.id ?? null) : null
  const begin = useCall('payments.begin')
  const { fileName, content, key } = chosen ?? NO_FILE
  const file = { accountId: accountId ?? '', fileName, content }
  const asked = accountId !== null && chosen !== null
  const question = `${accountId} ${key}`
  const work = useWorkId(question)
  const { answer } = useQueryCall(
    'payments.preview',
    { ...file, work },
    { enabled: asked, knownBy: question },
  )
  const reading = asked && answer.state === 'loading'
  const progress = useWorkProgress(reading ? work : null)
  const drop = () => {
    endWork(work)
    setChosen(null)
  }

  const choose = async (picked: File | null) => {
    if (picked === null) return
    begin.reset()
    const bytes = new Uint8Array(await picked.arrayBuffer())
    setChosen({ fileName: picked.name, content: bytes, key: crypto.randomUUID() })
  }
  const preview = asked && answer.state === 'known' ? answer.value : null
  const mayTake =
    preview !== null && preview.faults.length === 0 && preview.payments > 0 && preview.earlier === null
  const take = async () => {
    if (!mayTake) return
    const { payments, total, fee } = preview
    const said = description.trim() === '' ? null : description
    const taken = await begin.run({ ...file, key, description: said, payments, total, fee })
    if (taken !== null) await noteShown(key, taken)
    if (taken?.ok === true) onTaken(taken.value.id)
  }
  return {
    typed,
    setTyped,
    account,
    chosen,
    choose: (picked: File | null) => void choose(picked),
    description,
    setDescription,
    preview,
    reading,
    progress,
    drop,
    failure: begin.failure ?? (asked && answer.state === 'unknown' ? answer.failure : null),
    taking: begin.busy,
    mayTake: mayTake && serverConnected,
    take: () => void take(),
  }
}

export type NewPayments = ReturnType<typeof useNewPayments>
