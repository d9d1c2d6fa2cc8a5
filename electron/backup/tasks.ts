import type { LoadOrder } from '../export/load-rows.ts'
import type { ExportOrder } from '../export/write-export.ts'
import type { BackupFault } from './backup-fault.ts'
import type { About } from './layout.ts'
import type { LogNews, LogOrder } from './receive-log.ts'
import type { CopyOrder } from './take-copy.ts'
import type { UnpackOrder } from './unpack.ts'

/** What a thread is started for. Copying, compressing and encrypting never hold up the main process. */
export type Task =
  | { readonly kind: 'copy'; readonly order: CopyOrder }
  | { readonly kind: 'log'; readonly order: LogOrder }
  | { readonly kind: 'unpack'; readonly order: UnpackOrder }
  | { readonly kind: 'export'; readonly order: ExportOrder }
  | { readonly kind: 'load'; readonly order: LoadOrder }

/** What a thread is told while it runs. */
export type Told =
  | { readonly kind: 'abort' }
  | { readonly kind: 'seal' }
  | { readonly kind: 'end'; readonly leave: boolean }
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] }

/** What a thread says. */
export type Said =
  | { readonly kind: 'bytes'; readonly done: number; readonly of: number }
  | { readonly kind: 'news'; readonly news: LogNews }
  | { readonly kind: 'done'; readonly about: About | null }
  | { readonly kind: 'fault'; readonly fault: BackupFault }
  | { readonly kind: 'bug'; readonly stack: string }
