import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallInput, CallOutput } from '../../../shared/contract.ts'
import type { BackupWork, Restorable } from '../../../shared/contract/backups.ts'
import { listen } from '../../calls/api.ts'
import { useCall } from '../../calls/use-call.ts'
import { notify } from '../../feedback/notify.ts'
import { typedMoment } from './typed-moment.ts'

/** What runs on the backups, as the main process tells it also to a window in which nobody is signed in. */
export function useBackupWork(): BackupWork | null {
  const [work, setWork] = useState<BackupWork | null>(null)
  useEffect(() => listen('backups.changed', (told) => setWork(told.work)), [])
  return work
}

/** Looking into a folder, and restoring one bank of it. */
export function useRestore() {
  const { t } = useTranslation('backups')
  const look = useCall('backups.look')
  const restore = useCall('backups.restore')
  const [found, setFound] = useState<{ folder: string; banks: readonly Restorable[] } | null>(null)
  const [done, setDone] = useState<CallOutput<'backups.restore'> | null>(null)
  const find = async (folder: string) => {
    const answer = await look.run({ folder })
    setFound(answer?.ok === true ? { folder, banks: answer.value } : null)
  }
  const start = async (wanted: Omit<CallInput<'backups.restore'>, 'folder'>) => {
    const answer = await restore.run({ folder: found?.folder ?? '', ...wanted })
    if (answer?.ok !== true) return
    setDone(answer.value)
    // The session ends with the old data, so that this form may be gone by now.
    const { upTo, damaged } = answer.value
    const said = [
      t('restore.done', { ...answer.value, upTo: typedMoment(upTo) }),
      ...damaged.map((place) => t('restore.damaged', { place })),
    ]
    notify(said.join(' '))
  }
  return {
    find: (folder: string) => void find(folder),
    start: (wanted: Omit<CallInput<'backups.restore'>, 'folder'>) => void start(wanted),
    banks: found?.banks ?? null,
    looking: look.busy,
    busy: restore.busy,
    failure: restore.failure ?? look.failure,
    done,
  }
}
