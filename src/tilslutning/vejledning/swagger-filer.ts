import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** One file of the page about the API. `gzip` undefined: packed already. */
export type Vejledningsfil = { readonly type: string; readonly indhold: Buffer; readonly gzip: Buffer | undefined }

const SWAGGER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const gz = promisify(gzip)

const DATA_URL = /url\((?:"data:([^;,"]+)[^,"]*?(;base64)?,((?:[^"\\]|\\.)*)"|data:([^;,)]+)(;base64)?,([^)]*))\)/g

/** The files by name, read once when the first is asked for. */
export async function readVejledningsfiler(): Promise<ReadonlyMap<string, Vejledningsfil>> {
  const filer = new Map<string, Vejledningsfil>()
  const put = async (navn: string, type: string, indhold: Buffer): Promise<void> => {
    filer.set(navn, { type, indhold, gzip: /^image\/(png|jpeg)/.test(type) ? undefined : await gz(indhold, { level: 9 }) })
  }
  const { css, billeder } = splitCss(readFileSync(join(SWAGGER, 'swagger-ui.css'), 'utf8'))
  for (const [navn, { type, indhold }] of billeder) await put(navn, type, indhold)
  await put('swagger-ui.css', 'text/css; charset=utf-8', Buffer.from(css))
  await put('swagger-ui.js', 'text/javascript; charset=utf-8', readFileSync(join(SWAGGER, 'swagger-ui-bundle.js')))
  await put('init.js', 'text/javascript; charset=utf-8', readFileSync(new URL('./init.js', import.meta.url)))
  return filer
}

type Billede = { readonly type: string; readonly indhold: Buffer }

/** The style with its pictures as files of their own: the site's content security policy takes none that stand in the style itself. */
function splitCss(hele: string): { readonly css: string; readonly billeder: ReadonlyMap<string, Billede> } {
  const billeder = new Map<string, Billede>()
  const css = hele.replaceAll(DATA_URL, (_alt, t1?: string, b1?: string, d1?: string, t2?: string, b2?: string, d2?: string) => {
    const type = t1 ?? t2 ?? ''
    const data = d1 ?? d2 ?? ''
    const indhold = (b1 ?? b2) ? Buffer.from(data, 'base64') : Buffer.from(unescapeData(data))
    const navn = `billede-${billeder.size + 1}.${type.startsWith('image/svg') ? 'svg' : type.replace('image/', '')}`
    billeder.set(navn, { type, indhold })
    return `url(${navn})`
  })
  return { css, billeder }
}

function unescapeData(data: string): string {
  const tekst = data.replaceAll(/\\(.)/g, '$1')
  return tekst.includes('%') ? decodeURIComponent(tekst) : tekst
}
