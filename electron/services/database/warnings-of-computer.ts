import type { ComputerWarning } from '../../../shared/contract/database.ts'
import { isRoaming } from '../../db/default-folders.ts'
import type { OpenOptions } from '../../db/database.ts'

/** What whoever looks after this computer should change. Nothing is refused: the branch has to open. */
export const warningsOfComputer = (
  { secretBox, settingsFolder, env }: Pick<OpenOptions, 'secretBox' | 'settingsFolder' | 'env'>,
  platform: NodeJS.Platform = process.platform,
): ComputerWarning[] => [
  ...(secretBox.protects?.() === false ? (['SECRETS_IN_PLAIN'] as const) : []),
  ...(isRoaming(settingsFolder, env, platform) ? (['DATA_IN_ROAMING_PROFILE'] as const) : []),
]
