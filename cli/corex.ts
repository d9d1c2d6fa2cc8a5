#!/usr/bin/env node
/** `corex`: the work of the application that needs no window, for people at a terminal and for the scheduler of a server. See docs/command-line.md. */
import { parseArgs } from 'node:util'
import { BUILD } from '../electron/build.ts'
import { defaultFolders } from '../electron/db/default-folders.ts'
import { type Command, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { archive } from './archive.ts'
import { backup } from './backup.ts'
import { database } from './database.ts'
import { exporting } from './export.ts'
import { jobs } from './jobs.ts'
import { load } from './load.ts'
import { migrate } from './migrate.ts'
import { Sayer } from './progress.ts'
import { helpOf, helpOfAll } from './help.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { support } from './support.ts'
import { update } from './update.ts'

const OLDEST_NODE = 22

/** Each is a file of this folder. */
const COMMANDS: Readonly<Record<string, Command>> = {
  archive,
  backup,
  database,
  export: exporting,
  jobs,
  load,
  migrate,
  restore,
  serve,
  support,
  update,
}

const OURS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  settings: { type: 'string' },
} as const

async function run(args: readonly string[]): Promise<ExitCode> {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    process.stderr.write(`corex needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}.\n`)
    return EXIT.node
  }
  const { values, tokens } = parseArgs({ args: [...args], options: OURS, strict: false, tokens: true })
  const first = tokens.find(({ kind }) => kind === 'positional')
  const name = first === undefined ? undefined : args[first.index]
  const command = name === undefined ? undefined : COMMANDS[name]
  if (name === undefined && values.version === true) return print(`${BUILD}\n`)
  if (command === undefined) return withoutCommand(name, values.help === true)
  if (values.help === true) return print(helpOf(command))
  const settingsFolder =
    typeof values.settings === 'string' ? values.settings : defaultFolders().settingsFolder
  const rest = args.filter((word, at) => at !== first?.index && word !== '--json' && !isSettings(args, at))
  return command.run(rest, surroundings(values.json === true, settingsFolder))
}

/** `--settings <folder>` and `--settings=<folder>` are of the program, the other words of the command. */
const isSettings = (args: readonly string[], at: number): boolean =>
  args[at] === '--settings' || args[at - 1] === '--settings' || args[at]?.startsWith('--settings=') === true

function withoutCommand(name: string | undefined, wantsHelp: boolean): ExitCode {
  if (name === undefined && wantsHelp) return print(helpOfAll(COMMANDS))
  process.stderr.write(
    name === undefined ? helpOfAll(COMMANDS) : `There is no command ${name}: corex --help lists them.\n`,
  )
  return EXIT.usage
}

function print(text: string): ExitCode {
  process.stdout.write(text)
  return EXIT.done
}

const { say, progress, clear } = new Sayer(process.stderr)
const out = (text: string) => {
  clear()
  process.stdout.write(text)
}

function surroundings(json: boolean, settingsFolder: string): Surroundings {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())
  return {
    json,
    out,
    say,
    progress,
    target: { settingsFolder, env: process.env, log: say },
    signal: stop.signal,
  }
}

process.exitCode = await run(process.argv.slice(2))
clear()
