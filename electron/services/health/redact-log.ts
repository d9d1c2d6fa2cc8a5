import { isCallName, knownWordsIn } from './known-words.ts'

/** How lines of the log begin. What follows is about somebody's folder, server or data, and stays here. */
const SENTENCES = [
  'A server left behind by a killed program was stopped',
  'Asking for jobs failed',
  'Backups do not know the new sheet',
  'Backups do not run',
  'Closing the connections of an ended session failed',
  'Ending failed',
  'Restart failed',
  'The application did not start',
  'The backup of the log ended',
  'The backup of the log',
  'The database cannot be used',
  'The embedded server did not come back',
  'The embedded server ended unexpectedly and is started again',
  'The note of a posting could not be written',
  'The question could not be shown',
  'The screen does not answer',
  'The screen’s process is gone',
  "The screen's process is gone",
  'The server at',
  'The server should be looked after',
  'The settings cannot be written',
  'This workstation was enrolled as',
] as const

const STAMP = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) (.*)$/
const OF_CALL = /^\[([0-9a-f]{8})\] ([a-z]+\.[A-Za-z]+) failed: (.*)$/
/** A line of a stack: only files of the program and of its packages, and never the folder in which they are. */
const FRAME =
  /^ +at .*\b((?:electron|cli|shared|node_modules|out)\/[\w@./-]{1,120}\.[cm]?[jt]s):(\d{1,6}):(\d{1,6})\)?$/
const MIGRATION = /^Migration (\d{4}-[a-z-]{1,40}) was run$/

/** The workstation's log with nothing in it but moments, the program's own words, and places in its code. */
export const redactLog = (text: string): string => text.split('\n').map(redactLine).join('\n')

function redactLine(line: string): string {
  if (line === '') return ''
  const stamped = STAMP.exec(line)
  if (stamped !== null) return `${stamped[1]} ${redactWords(stamped[2] ?? '')}`
  const frame = FRAME.exec(line)
  if (frame !== null) return `    at ${frame[1]}:${frame[2]}:${frame[3]}`
  return redactWords(line)
}

function redactWords(text: string): string {
  const call = OF_CALL.exec(text)
  if (call !== null && isCallName(call[2] ?? '')) return said(`[${call[1]}] ${call[2]} failed`, call[3] ?? '')
  const migration = MIGRATION.exec(text)
  if (migration !== null) return `Migration ${migration[1]} was run`
  const sentence = SENTENCES.find((known) => text.startsWith(known))
  return sentence === undefined ? said('…', text) : said(sentence, text.slice(sentence.length))
}

const said = (sentence: string, rest: string): string => [sentence, ...knownWordsIn(rest)].join(' ')
