import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listFiler } from './filer.ts'
import type { Kontrol } from './kontrol.ts'

const TEKST = /\.(ts|mjs|js|css|sql|md|json|jsonc|svg|wsdl|xsd|yml|toml)$|^\.ci\/|^(LICENSE|\.gitignore)$/
const ORDBOG = 'docs/ordbog.md'

/** Folders named by technique; every other folder below src is a word of the field and stands in the glossary. */
const TEKNISKE: ReadonlySet<string> = new Set([
  ...[
    'kernel',
    'platform',
    'config',
    'compose',
    'database',
    'http',
    'jobs',
    'crypto',
    'clock',
    'logging',
    'progress',
    'snapshot',
  ],
  ...['web', 'assets', 'components', 'static', 'texts', 'oidc', 'rest', 'soap', 'wsdl', 'xsd', 'fil'],
])

/** Cheap checks on what is written: nothing that is of one machine or half done, every word explained, every path in the documents there. */
export const prosa: Kontrol = {
  navn: 'prosa',
  om: 'no machine paths or loose ends; words and paths in the documents',
  run: async (rod) => {
    const filer = listFiler(rod, '').filter((sti) => TEKST.test(sti) && sti !== 'package-lock.json')
    const brud = filer.flatMap((sti) => checkLinjer(sti, readFileSync(join(rod, sti), 'utf8')))
    return { brud: [...brud, ...checkOrdbog(rod, filer), ...checkStier(rod, filer)], set: `${filer.length} files` }
  },
}

/** Written in two parts, so that this file passes its own check. */
const LOESE_ENDER = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`)
const MASKINSTI = new RegExp(`(^|[\\s'"\`(=:])(/(${['work', 'home', 'root', 'Users', 'mnt'].join('|')})/[\\w.-]|[A-Z]:\\\\\\w)`)

export function checkLinjer(sti: string, tekst: string): string[] {
  return tekst
    .split('\n')
    .flatMap((linje, i) => [
      ...(LOESE_ENDER.test(linje) ? [`${sti}:${i + 1}: a loose end: finish it or write an issue`] : []),
      ...(MASKINSTI.test(linje) ? [`${sti}:${i + 1}: the path of one machine`] : []),
    ])
}

/** Every folder of code below src that is a word of the field stands in bold in the glossary, written as it is in Danish, and every word stands once. */
export function checkOrdbog(rod: string, filer: readonly string[]): string[] {
  const fil = join(rod, ORDBOG)
  if (!existsSync(fil)) return [`${ORDBOG} is missing`]
  const alle = [...readFileSync(fil, 'utf8').matchAll(/^\| \*\*([^*]+)\*\*/gm)].map(([, vist = '']) => toMappenavn(vist))
  const ord = new Set(alle)
  const gentagne = new Set(alle.filter((navn, i) => alle.indexOf(navn) !== i))
  const kode = filer.filter((sti) => sti.startsWith('src/') && sti.endsWith('.ts'))
  const mapper = new Set(kode.flatMap((sti) => dirname(sti).split('/').slice(1)))
  const manglende = [...mapper].filter((navn) => !TEKNISKE.has(navn) && !ord.has(navn))
  return [
    ...manglende.map((navn) => `${ORDBOG}: the word ${navn} is missing`),
    ...[...gentagne].map((navn) => `${ORDBOG}: the word ${navn} stands there twice`),
  ]
}

/** Økonomisk effektuering as a folder: oekonomisk-effektuering. */
const toMappenavn = (ord: string): string =>
  ord.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').replaceAll(' ', '-')

const KODESTI = /`((?:src|db|docs|scripts|test)\/[\w./-]*[\w-]\.\w+|(?:src|db|docs|scripts|test)\/(?:[\w.-]+\/)+)`/g
const HENVISNING = /\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g

/** A path in a document that leads nowhere misleads whoever follows it. Links are from the document, paths in code from the root. */
export function checkStier(rod: string, filer: readonly string[]): string[] {
  return filer
    .filter((sti) => sti.endsWith('.md'))
    .flatMap((sti) => {
      const tekst = readFileSync(join(rod, sti), 'utf8')
      const stier = [...tekst.matchAll(KODESTI)].map(([, fundet = '']) => fundet)
      const links = [...tekst.matchAll(HENVISNING)].map(([, fundet = '']) => join(dirname(sti), fundet))
      return [...stier, ...links]
        .filter((fundet) => !existsSync(join(rod, fundet)))
        .map((fundet) => `${sti}: ${fundet} is not there`)
    })
}
