// Runs the project's commands with the project's own Node, after installing what is missing. The only file that must run on the machine's
// Node (20 or newer), so it is plain JavaScript and uses nothing that is to be installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const rod = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(rod, 'node_modules', '.bin')
const stempel = join(rod, 'node_modules', '.borgerblikket-installeret')

/** A bound that the server stays well below, so that its heap is cleaned before it grows into what the machine has. */
const SERVERFLAG = '--max-old-space-size=384'

const KOMMANDOER = {
  start: [SERVERFLAG, 'src/main.ts', 'start'],
  borgerblikket: ['src/main.ts'],
  demo: ['src/main.ts', 'demo'],
  test: ['node_modules/vitest/vitest.mjs', 'run'],
  check: ['scripts/check.ts'],
  bench: ['test/bench/bench.ts'],
  bevis: ['test/bevis/bevis.ts'],
  mutation: ['scripts/mutation.ts'],
}

const [navn, ...resten] = process.argv.slice(2)
const kommando = KOMMANDOER[navn]
if (!kommando) {
  console.error(`Ukendt kommando. Brug en af: ${Object.keys(KOMMANDOER).join(', ')}.`)
  process.exit(2)
}
installMissing()
run(kommando)

/** Installs exactly what package-lock.json names, unless that was done already. */
function installMissing() {
  const laas = createHash('sha256')
    .update(readFileSync(join(rod, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stempel) && readFileSync(stempel, 'utf8') === laas) return
  console.log('Installerer det, der mangler (npm ci) …')
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const svar = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: rod, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: rod, stdio: 'inherit', shell: process.platform === 'win32' })
  if (svar.status !== 0) {
    console.error('Installationen lykkedes ikke. Se fejlen ovenfor; er der forbindelse til npm’s pakkelager?')
    process.exit(svar.status ?? 1)
  }
  writeFileSync(stempel, laas)
}

/** Becomes, as nearly as Node can, the command: same signals in, same exit code out. */
function run(argumenter) {
  const node = join(rod, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const barn = spawn(node, [...argumenter, ...resten], {
    cwd: rod,
    stdio: 'inherit',
    env: environment(),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => barn.kill(signal))
  barn.on('exit', (kode, signal) => process.exit(signal ? 1 : (kode ?? 1)))
  barn.on('error', (fejl) => {
    console.error(`Projektets egen Node kunne ikke startes: ${fejl.message}. Slet node_modules, og prøv igen.`)
    process.exit(1)
  })
}

/**
 * Young objects of 8 MB instead of what a large machine invites to: as fast, and a third less memory under load. Compiled code is kept
 * between starts: a third off the start, and the TypeScript reader is not loaded at all. What is not the engine's own memory comes from two
 * pools instead of one a thread: 40 MB of 415 less under an intake (glibc alone knows the setting), and no slower.
 */
function environment() {
  const {
    PATH = '',
    NODE_OPTIONS = '',
    NODE_COMPILE_CACHE = join(rod, 'node_modules', '.cache', 'borgerblikket'),
    MALLOC_ARENA_MAX = '2',
  } = process.env
  const flag = NODE_OPTIONS.includes('semi-space') ? NODE_OPTIONS : `${NODE_OPTIONS} --max-semi-space-size=8`.trim()
  return { ...process.env, PATH: `${bin}${delimiter}${PATH}`, NODE_OPTIONS: flag, NODE_COMPILE_CACHE, MALLOC_ARENA_MAX }
}
