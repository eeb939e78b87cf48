import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseCss, udsnit } from './css-udsnit.ts'
import { DKFDS_KLASSER } from './dkfds-klasser.ts'
import { IKONER, ikonudsnit } from './ikoner.ts'
import { SKRIFTER, skriftCss } from './skrifter.ts'

/** A file that pages refer to. Its address holds a hash of its content, so it may be kept for ever. */
export type Aktiv = { readonly sti: string; readonly type: string; readonly indhold: Buffer }

const TYPER: { readonly [endelse: string]: string } = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

const DKFDS = join(dirname(createRequire(import.meta.url).resolve('dkfds')), '..')
const EGNE = join(import.meta.dirname, '..', 'static')

const aktiv = (navn: string, indhold: Buffer): Aktiv => {
  const hash = createHash('sha256').update(indhold).digest('base64url').slice(0, 12)
  return { sti: `/statisk/${hash}/${navn}`, type: TYPER[navn.split('.').at(-1) ?? ''] ?? 'application/octet-stream', indhold }
}

/** All files by name: typeface, icons, style and script. Reads dkfds and our own; takes some 30 ms. */
function build(): ReadonlyMap<string, Aktiv> {
  const aktiver = new Map<string, Aktiv>()
  const put = (navn: string, indhold: Buffer): string => {
    const nyt = aktiv(navn, indhold)
    aktiver.set(navn, nyt)
    return nyt.sti
  }
  for (const { fil } of SKRIFTER) put(fil, readFileSync(join(DKFDS, 'fonts/IBMPlexSans/split/woff2', fil)))
  const sprite = readFileSync(join(DKFDS, 'img/all-svg-icons.svg'), 'utf8')
  put('ikoner.svg', Buffer.from(ikonudsnit(sprite, IKONER)))
  put('maerke.svg', readFileSync(join(EGNE, 'maerke.svg')))
  for (const script of ['borgerblikket.js', 'gennemgang.js', 'logkontrol.js', 'partsoverblik.js'])
    put(script, readFileSync(join(EGNE, script)))
  // Pictures that the style itself draws: each is a file of its own, since data: is closed by the content security policy.
  const css = dkfdsUdsnit().replace(/url\("?\.\.\/img\/svg-icons\/([\w-]+\.svg)"?\)/g, (_, fil: string) => {
    const sti = aktiver.get(fil)?.sti ?? put(fil, readFileSync(join(DKFDS, 'img/svg-icons', fil)))
    return `url(${sti})`
  })
  const skrifter = skriftCss((fil) => aktiver.get(fil)?.sti ?? '')
  const egen = readFileSync(join(EGNE, 'borgerblikket.css'), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
  put('borgerblikket.css', Buffer.from(`${skrifter}${css}${egen}`))
  return aktiver
}

/** The rules of dkfds' neutral theme that our classes can meet. */
export const dkfdsUdsnit = (): string => udsnit(parseCss(readFileSync(join(DKFDS, 'css/dkfds.min.css'), 'utf8')), DKFDS_KLASSER)

let samling: ReadonlyMap<string, Aktiv> | undefined

/** Made at the first call and kept: the files do not change while the process lives. */
export function aktiver(): ReadonlyMap<string, Aktiv> {
  samling ??= build()
  return samling
}

/** The address of a file. Throws where there is none by that name. */
export function aktivSti(navn: string): string {
  const fundet = aktiver().get(navn)
  if (!fundet) throw new Error(`No file named ${navn}`)
  return fundet.sti
}
