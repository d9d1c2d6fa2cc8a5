import { channelKey, type PolicyUpdates } from '../electron/db/policy-updates.ts'
import { answer, type Command, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { isDryRun } from './dry-run.ts'
import { sentenceOf } from './faults.ts'
import { bring, look, type Look, type Way } from './update/bring-newer.ts'
import { isLater } from './update/channel.ts'
import { installLine } from './update/install.ts'
import { type Means, meansHere } from './update/means.ts'
import { updateFault, type UpdateFault, updateSentence } from './update/update-fault.ts'

/** `corex update`: installs what the bank's channel holds, by the computer's own scheduler (decision 0100). */
export const update: Command = {
  summary: 'Installs the newer version that the channel of this computer’s policy holds',
  usage: [
    'update              installs it, as the system’s administrator',
    'update --dry-run    says what would be installed, and does nothing',
  ],
  run: (args, around) => updateBy(args, around, meansHere()),
}

export async function updateBy(
  args: readonly string[],
  around: Surroundings,
  means: Means,
): Promise<ExitCode> {
  const isDry = isDryRun('update', args, around)
  if (isDry === null) return EXIT.usage
  const policy = await means.policy()
  if (!policy.ok) {
    around.say(sentenceOf(policy.error))
    answer(around, { state: 'REFUSED', ...policy.error }, () => [])
    return EXIT.database
  }
  const updates = policy.value?.updates ?? null
  if (updates === null)
    return nothing(around, 'OFF', 'The policy of this computer names no channel: nothing looks for updates.')
  return follow(around, means, updates, isDry)
}

async function follow(
  around: Surroundings,
  means: Means,
  { from, key: text }: PolicyUpdates,
  isDry: boolean,
): Promise<ExitCode> {
  const key = channelKey(text)
  if (key === null) throw new Error('The policy was read with a key that is none')
  if (!isDry && !means.isAdministrator) return refused(around, updateFault('NOT_ADMINISTRATOR').error)
  const way: Way = { from, key, signal: around.signal }
  const found = await look(means, way)
  if (!found.ok) return refused(around, found.error)
  if (found.value.wanted === null) return upToDate(around, found.value)
  if (isDry) return show(around, found.value)
  return carryOut(around, means, way, found.value)
}

function refused(around: Surroundings, error: UpdateFault): ExitCode {
  around.say(updateSentence(error))
  answer(around, { state: 'REFUSED', ...error }, () => [])
  if (error.code === 'STOPPED') return EXIT.stopped
  return error.code === 'INSTALL_FAILED' ? EXIT.failed : EXIT.database
}

function nothing(around: Surroundings, state: string, sentence: string, facts: object = {}): ExitCode {
  answer(around, { state, ...facts }, () => [sentence])
  return EXIT.done
}

/** A channel of an earlier version is no fault: it may be one that somebody sends again, and is never gone back to. */
function upToDate(around: Surroundings, { installed: { version }, offered }: Look): ExitCode {
  const facts = { installed: version, offered }
  return isLater(version, offered)
    ? nothing(
        around,
        'EARLIER',
        `The channel has ${offered}, which is earlier than ${version} here. Nothing is done.`,
        facts,
      )
    : nothing(
        around,
        'CURRENT',
        `This computer has ${version}, as the channel has. Nothing has to be done.`,
        facts,
      )
}

function show(around: Surroundings, { installed: { version }, offered, wanted }: Look): ExitCode {
  if (wanted === null) return EXIT.done
  const { kind, file, bytes } = wanted
  const { program, args } = installLine(kind, file)
  const sentence = `${version} would become ${offered}: ${[program, ...args].join(' ')}, ${bytes} bytes.`
  return nothing(around, 'NEWER', sentence, { installed: version, offered, file, bytes })
}

async function carryOut(around: Surroundings, means: Means, way: Way, found: Look): Promise<ExitCode> {
  const { installed, offered, wanted } = found
  around.say(`${installed.version} becomes ${offered}: ${wanted?.file ?? ''} is fetched and installed.`)
  const done = await bring(means, way, found)
  if (!done.ok) return refused(around, done.error)
  const facts = { installed: offered, before: installed.version, file: wanted?.file }
  return nothing(
    around,
    'INSTALLED',
    `${offered} is installed. Whoever has it open is offered a restart.`,
    facts,
  )
}
