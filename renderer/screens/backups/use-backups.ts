import { useEffect } from 'react'
import { listen } from '../../calls/api.ts'
import { useQueryCall } from '../../calls/use-call.ts'

const LOOK_AGAIN_MS = 30_000

/** How the backups stand, again whenever the main process says that something is different. */
export function useBackups() {
  const { answer, refetch } = useQueryCall('backups.read', {}, { every: LOOK_AGAIN_MS, keep: true })
  useEffect(() => listen('backups.changed', refetch), [refetch])
  return { answer, view: answer.state === 'known' ? answer.value : null }
}
