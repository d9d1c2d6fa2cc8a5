// npm start: builds if need be, then opens the window.
import { spawn } from 'node:child_process'
import { build, checkNode, checkPostgresLinks, giveUp, needsBuild, root } from './checks.mjs'
import { chooseLaunch } from './launch.mjs'

/** Runs one program in the foreground and ends with it. */
function run({ command, args, env }) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  child.on('error', (error) => giveUp(`${command} cannot be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
}

checkNode()
checkPostgresLinks()
const launch = chooseLaunch(process.argv.slice(2))
if (needsBuild()) {
  console.log('Building …')
  if (!build()) giveUp('The build failed.')
}
run(launch)
