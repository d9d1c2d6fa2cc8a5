import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CallInput } from '../../../../shared/contract.ts'
import { useQueryCall } from '../../../calls/use-call.ts'
import { endWork, useWorkId, useWorkProgress } from '../../../calls/use-work.ts'

export type PreviewedPaper = CallInput<'printers.preview'>['paper']

/** A paper as it would be printed at this moment: each time that it is opened it is asked for anew, because it may be a copy by now. */
export function usePreview(paper: PreviewedPaper) {
  const client = useQueryClient()
  const work = useWorkId('preview')
  const { answer } = useQueryCall('printers.preview', { work, paper }, { knownBy: work })
  const told = useWorkProgress(work)
  useEffect(
    () => () => {
      endWork(work)
      client.removeQueries({ queryKey: ['printers.preview'] })
      client.removeQueries({ queryKey: ['printers.previewPage'] })
    },
    [client, work],
  )
  return { answer, progress: answer.state === 'loading' ? told : null }
}

/** One page of it, counted from 1; the one before stays until it is drawn. */
export const usePreviewPage = (previewId: string, pageNumber: number) =>
  useQueryCall('printers.previewPage', { previewId, pageNumber }, { keep: true }).answer
