/** What the checks need to know about one TypeScript file. There is no parser to ask: TypeScript 7 has no JavaScript API. */
export type Kildetekst = {
  readonly imports: readonly Import[]
  /** The text of every string and template literal, without what is inserted into it. */
  readonly strenge: readonly string[]
  /** The code with comments, strings and regular expressions blanked. */
  readonly kode: string
}

export type Import = {
  readonly fra: string
  /** The names between the braces, as exported; '*' for all. */
  readonly navne: readonly string[]
}

/** Tokens that must be told apart so that one is not found inside another. A slash is a division after a value, else a regular expression. */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`|(?<=(?:^|[=(,:[!&|?{};>]|\breturn|=>)\s*)\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|[{}]/g

/** Splits a file into code and literals, and reads its imports: static, re-exporting, dynamic and type-only ones alike. */
export function readKildetekst(tekst: string): Kildetekst {
  const strenge: string[] = []
  const kode = blank(tekst, strenge)
  return { imports: readImports(kode, strenge), strenge, kode }
}

/** Where a reader is in a file: what it has written, and the templates whose insertions stand open, each with its open braces. */
type Laeser = { ud: string; fra: number; readonly aabne: number[]; readonly strenge: string[] }

/** A literal is left as its number between quotes, so that code and literal can be put together again. */
function blank(tekst: string, strenge: string[]): string {
  const laeser: Laeser = { ud: '', fra: 0, aabne: [], strenge }
  const moenster = new RegExp(TOKEN)
  for (let fund = moenster.exec(tekst); fund; fund = moenster.exec(tekst)) {
    laeser.ud += tekst.slice(laeser.fra, fund.index)
    laeser.fra = moenster.lastIndex
    takeToken(laeser, fund[0], tekst)
    moenster.lastIndex = laeser.fra
  }
  return laeser.ud + tekst.slice(laeser.fra)
}

function takeToken(laeser: Laeser, token: string, tekst: string): void {
  const dybde = laeser.aabne.at(-1)
  const genoptager = token === '}' && dybde === 0
  if (genoptager) laeser.aabne.pop()
  if (genoptager || token === '`') takeSkabelon(laeser, tekst)
  else if (token === '{' || token === '}') {
    if (dybde !== undefined) laeser.aabne[laeser.aabne.length - 1] = dybde + (token === '{' ? 1 : -1)
    laeser.ud += token
  } else if (/^['"]/.test(token)) laeser.ud += keepStreng(laeser, token.slice(1, -1))
  else laeser.ud += /^\/[/*]/.test(token) ? token.replace(/[^\n]/g, ' ') : '/r/'
}

const keepStreng = ({ strenge }: Laeser, streng: string): string => `'${strenge.push(streng) - 1}'`

/** Takes a template's text to its end, or to the next insertion. */
function takeSkabelon(laeser: Laeser, tekst: string): void {
  const moenster = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(`|\$\{)/y
  moenster.lastIndex = laeser.fra
  const fund = moenster.exec(tekst)
  const slut = fund ? moenster.lastIndex : tekst.length
  const indsat = fund?.[1] === '${'
  laeser.ud += keepStreng(laeser, tekst.slice(laeser.fra, slut - (fund?.[1]?.length ?? 0)))
  laeser.fra = slut
  if (indsat) laeser.aabne.push(0)
}

const STATISK = /^\s*(?:import|export)\b([^'=;()]*?)\bfrom\s*'(\d+)'/gm
const BIVIRKNING = /^\s*import\s*'(\d+)'/gm
const DYNAMISK = /\bimport\s*\(\s*'(\d+)'\s*\)/g

function readImports(kode: string, strenge: readonly string[]): Import[] {
  const ved = (nummer: string | undefined) => strenge[Number(nummer)] ?? ''
  return [
    ...[...kode.matchAll(STATISK)].map(([, klausul = '', nummer]) => ({ fra: ved(nummer), navne: readNavne(klausul) })),
    ...[...kode.matchAll(BIVIRKNING)].map(([, nummer]) => ({ fra: ved(nummer), navne: [] })),
    ...[...kode.matchAll(DYNAMISK)].map(([, nummer]) => ({ fra: ved(nummer), navne: ['*'] })),
  ]
}

function readNavne(klausul: string): string[] {
  const klammer = /\{([^}]*)\}/.exec(klausul)?.[1]
  if (klammer === undefined) return ['*']
  const led = klammer.split(',').map((navn) => navn.trim().replace(/^type\s+/, ''))
  return led.filter((navn) => navn !== '').map((navn) => navn.split(/\s+as\s+/)[0] ?? navn)
}
