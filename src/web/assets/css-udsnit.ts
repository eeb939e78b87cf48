/** A rule or a block of rules of a stylesheet. Comments are gone. */
export type CssKnude =
  | { readonly slags: 'regel'; readonly selektorer: readonly string[]; readonly indhold: string }
  | { readonly slags: 'blok'; readonly forspil: string; readonly knuder: readonly CssKnude[] }
  | { readonly slags: 'linje'; readonly forspil: string }

/** Blocks that hold declarations or keyframes, and are taken or left as wholes. */
const UDELT = /^@(font-face|keyframes|-webkit-keyframes|page)\b/

/** The parts of a stylesheet. Throws SyntaxError where a brace does not close. Understands strings and parentheses, not nested rules. */
export function parseCss(css: string): CssKnude[] {
  const { knuder, slut } = parseKnuder(css.replace(/\/\*[\s\S]*?\*\//g, ''), 0)
  if (slut < css.length && knuder.length === 0) throw new SyntaxError('No rule in the stylesheet')
  return knuder
}

function parseKnuder(css: string, start: number): { knuder: CssKnude[]; slut: number } {
  const knuder: CssKnude[] = []
  let i = start
  while (i < css.length) {
    const tegn = findTegn(css, i, '{};')
    const forspil = css.slice(i, tegn).trim()
    if (css[tegn] === '}' || tegn === css.length) return { knuder, slut: tegn + 1 }
    if (css[tegn] === ';') {
      knuder.push({ slags: 'linje', forspil })
      i = tegn + 1
    } else if (forspil.startsWith('@') && !UDELT.test(forspil)) {
      const indre = parseKnuder(css, tegn + 1)
      knuder.push({ slags: 'blok', forspil, knuder: indre.knuder })
      i = indre.slut
    } else {
      const slut = findBlokslut(css, tegn)
      knuder.push({ slags: 'regel', selektorer: splitSelektorer(forspil), indhold: css.slice(tegn + 1, slut) })
      i = slut + 1
    }
  }
  return { knuder, slut: i }
}

/** The first of `tegn` from `fra`, outside strings and parentheses; the length where there is none. */
function findTegn(css: string, fra: number, tegn: string): number {
  let dybde = 0
  for (let i = fra; i < css.length; i++) {
    const c = css.charAt(i)
    if (c === '\\') i++
    else if (c === '"' || c === "'") i = findStrengslut(css, i)
    else if (c === '(' || c === '[') dybde++
    else if (c === ')' || c === ']') dybde--
    else if (dybde === 0 && tegn.includes(c)) return i
  }
  return css.length
}

function findStrengslut(css: string, start: number): number {
  for (let i = start + 1; i < css.length; i++) {
    if (css[i] === '\\') i++
    else if (css[i] === css[start]) return i
  }
  throw new SyntaxError('A string does not end')
}

function findBlokslut(css: string, start: number): number {
  let dybde = 0
  for (let i = start; i < css.length; i = findTegn(css, i + 1, '{}')) {
    if (css[i] === '{') dybde++
    else if (--dybde === 0) return i
  }
  throw new SyntaxError('A block does not end')
}

const splitSelektorer = (forspil: string): string[] => {
  const dele: string[] = []
  let i = 0
  while (i <= forspil.length) {
    const komma = findTegn(forspil, i, ',')
    dele.push(forspil.slice(i, komma).trim())
    i = komma + 1
  }
  return dele
}

/** The classes that something must carry to be met by the selector: those in `:not(…)` are what it must not carry. */
export function klasserI(selektor: string): string[] {
  const uden = selektor.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, '').replace(/\[[^\]]*\]/g, '')
  return [...uden.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map((match) => match[1] ?? '')
}

/** The stylesheet with only the rules that markup with these classes can meet. Fonts are left out: ours are subsets. */
export function udsnit(knuder: readonly CssKnude[], klasser: ReadonlySet<string>): string {
  const css = knuder.map((knude) => udsnitAf(knude, klasser)).join('')
  // An animation is kept where something that was kept names it.
  return css.replace(/@(?:-webkit-)?keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*\}/g, (blok, navn: string) =>
    new RegExp(`animation(?:-name)?:[^;}]*\\b${navn}\\b`).test(css) ? blok : '',
  )
}

function udsnitAf(knude: CssKnude, klasser: ReadonlySet<string>): string {
  if (knude.slags === 'linje') return ''
  if (knude.slags === 'blok') {
    const indre = knude.knuder.map((del) => udsnitAf(del, klasser)).join('')
    return indre ? `${knude.forspil}{${indre}}` : ''
  }
  const [foerste = ''] = knude.selektorer
  if (foerste.startsWith('@font-face')) return ''
  if (foerste.startsWith('@')) return `${knude.selektorer.join(',')}{${knude.indhold}}`
  const med = knude.selektorer.filter((selektor) => klasserI(selektor).every((klasse) => klasser.has(klasse)))
  return med.length > 0 ? `${med.join(',')}{${knude.indhold}}` : ''
}
