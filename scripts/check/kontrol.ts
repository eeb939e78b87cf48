import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** One check of `npm run check`. */
export type Kontrol = {
  readonly navn: string
  /** What it looks after, in half a line. */
  readonly om: string
  /** Every breach as a line of text, and what was looked at. Throws where the check itself could not be made. */
  run(rod: string): Promise<Kontrolsvar>
}

export type Kontrolsvar = { readonly brud: readonly string[]; readonly set: string }

/** Runs one of the project's own programs; all it says counts as breaches where it ends with anything but 0. */
export async function runProgram(rod: string, program: string, args: readonly string[]): Promise<readonly string[]> {
  const { kode, ud, fejl } = await collect(rod, program, args)
  return kode === 0 ? [] : `${ud}\n${fejl}`.trim().split('\n')
}

/** The exit code and output of one of the project's own programs. Throws where it cannot be started. */
export function collect(
  rod: string,
  program: string,
  args: readonly string[],
): Promise<{ readonly kode: number; readonly ud: string; readonly fejl: string }> {
  const bin = join(rod, 'node_modules', '.bin')
  // The project's own Node comes first, since some of the programs are scripts that ask for a newer one than the machine's.
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, NO_COLOR: '1' }
  return new Promise((resolve, reject) => {
    const barn = spawn(join(bin, program), args, {
      cwd: rod,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const ud: Buffer[] = []
    const fejl: Buffer[] = []
    barn.stdout.on('data', (del: Buffer) => ud.push(del))
    barn.stderr.on('data', (del: Buffer) => fejl.push(del))
    barn.on('error', reject)
    barn.on('close', (kode) => {
      const tekst = (dele: Buffer[]) => Buffer.concat(dele).toString('utf8')
      resolve({ kode: kode ?? 1, ud: tekst(ud), fejl: tekst(fejl) })
    })
  })
}
